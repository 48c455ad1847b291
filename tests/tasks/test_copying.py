"""Duplicating a project."""

from typing import Any

import pytest
from sqlalchemy import select

from tests.builders import Person
from tests.contents import contents
from tests.houses import doing, label, labelled, project, section, step, task, waiting
from webapp.clock import now
from webapp.extensions import db
from webapp.projects.models import Project
from webapp.projects.sections import Section
from webapp.tasks.blocking import Blocker
from webapp.tasks.labels import Label, TaskLabel
from webapp.tasks.models import Task


def completed(person: Person, id: int) -> None:
    doing(person, lambda s, by: s.get_one(Task, (by.workspace_id, id)).complete(by=by, now=now()))


def copy(person: Person, id: int, query: str = "") -> str:
    """Press Duplicate; the toast."""
    person.browser.open("/browse")
    answer = person.browser.partial("POST", f"/projects/{id}/copy{query}")
    assert answer.status == 204, answer.text
    return person.browser.open("/tasks").toast


@pytest.fixture
def work(alice: Person) -> int:
    """A project with two sections, steps, a done task, a label and two blockers, one from outside."""
    id = project(alice, "Work")
    first, second = section(alice, id, "First"), section(alice, id, "Second")
    a, b = task(alice, "A", project_id=id), task(alice, "B", section_id=second)
    c = step(alice, b, "C")
    step(alice, c, "D")
    done = task(alice, "Done", section_id=first)
    step(alice, done, "Done too")
    completed(alice, done)
    labelled(alice, c, label(alice, "errand"))
    waiting(alice, a, b)
    waiting(alice, a, task(alice, "Outside"))
    project(alice, "Under", id)
    return id


def shape(person: Person, name: str) -> list[Any]:
    """What is in a project: its tasks with section, parent, labels and what they wait for."""
    with person.app.app_context():
        session = db.session()
        place = session.scalars(
            select(Project).where(Project.name == name, Project.deleted_at.is_(None))
        ).one()
        own = select(Task).where(Task.project_id == place.id, Task.deleted_at.is_(None))
        tasks = session.scalars(own.order_by(Task.position, Task.id)).all()
        titles = {each.id: each.title for each in session.scalars(select(Task))}
        sections = {each.id: each.name for each in session.scalars(select(Section))}
        worn = select(TaskLabel.task_id, Label.name).join(Label, Label.id == TaskLabel.label_id)
        labels = session.execute(worn).all()
        blockers = session.execute(select(Blocker.task_id, Blocker.blocked_by_id)).all()
        return sorted(
            (
                each.title,
                sections.get(each.section_id or 0),
                titles.get(each.parent_id or 0),
                [word for id, word in labels if id == each.id],
                [titles[other] for id, other in blockers if id == each.id],
                each.is_completed,
            )
            for each in tasks
        )


def test_a_copy_has_everything_but_what_is_done_and_what_waits_outside(alice: Person, work: int) -> None:
    toast = copy(alice, work)

    assert toast == "Duplicated “Work”."
    assert shape(alice, "Work (copy)") == [
        ("A", None, None, [], ["B"], False),
        ("B", "Second", None, [], [], False),
        ("C", "Second", "B", ["errand"], [], False),
        ("D", "Second", "C", [], [], False),
    ]


def test_a_copy_with_done_tasks_has_them_too(alice: Person, work: int) -> None:
    copy(alice, work, "?with_done=1")

    kept = [row for row in shape(alice, "Work (copy)") if row[-1]]
    assert kept == [
        ("Done", "First", None, [], [], True),
        ("Done too", "First", "Done", [], [], True),
    ]


def test_the_original_stays_as_it_was(alice: Person, work: int) -> None:
    before = shape(alice, "Work")

    copy(alice, work)

    assert shape(alice, "Work") == before


def test_copies_get_names_that_are_free(alice: Person, work: int) -> None:
    for _ in range(3):
        copy(alice, work)

    names = {row.name for row in contents(alice.app)["project"]}
    assert {"Work (copy)", "Work (copy 2)", "Work (copy 3)"} <= names


def test_the_copy_of_a_long_name_fits(alice: Person) -> None:
    id = project(alice, "W" * 120)

    copy(alice, id)

    names = {row.name for row in contents(alice.app)["project"]}
    assert "W" * 113 + " (copy)" in names


def test_one_undo_takes_the_copy_back_and_redo_brings_all_of_it_again(alice: Person, work: int) -> None:
    copy(alice, work)
    made = shape(alice, "Work (copy)")

    undone = alice.browser.press("#undo")
    gone = {row.name for row in contents(alice.app)["project"] if row.deleted_at}
    alice.browser.press("#undo")

    assert undone.toast.startswith("Undid adding")
    assert gone == {"Work (copy)"}
    assert shape(alice, "Work (copy)") == made


def test_copying_five_hundred_tasks_takes_as_many_statements_as_copying_a_few(
    alice: Person, work: int, queries: list[str]
) -> None:
    copy(alice, work)
    few = len([statement for statement in queries if statement.startswith(("INSERT", "UPDATE"))])

    def fill(session: Any, by: Any) -> None:
        place = session.get_one(Project, (by.workspace_id, work))
        for number in range(500):
            Task.add(session, place, f"Task {number}", by=by, now=now())

    doing(alice, fill)

    queries.clear()
    copy(alice, work)

    many = [statement for statement in queries if statement.startswith(("INSERT", "UPDATE"))]
    assert few - 1 <= len(many) <= few
    assert len(shape(alice, "Work (copy 2)")) == 504


def test_only_who_owns_a_project_may_duplicate_it(alice: Person, bob: Person, mallory: Person) -> None:
    home = alice.workspace_id
    with alice.app.app_context():
        inbox = db.session.scalars(select(Project.id).where(Project.workspace_id == home)).one()
    before = contents(alice.app)

    for person, status in ((bob, 403), (mallory, 404)):
        person.browser.open("/browse")
        assert person.browser.partial("POST", f"/projects/{inbox}/copy").status == status

    assert contents(alice.app) == before

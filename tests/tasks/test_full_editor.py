"""The full editor without JavaScript: all of a task in one form, one save, one undo."""

import pytest
from sqlalchemy import update

from tests.arranging import a_project, a_section, a_step, a_tree, acting, house, outline, send, undo, waits
from tests.builders import Person
from tests.pages import form_values
from webapp.clock import now
from webapp.projects.models import Project
from webapp.tasks.models import Task


@pytest.fixture
def id(alice: Person) -> int:
    return alice.has("Paint")[0]


def test_one_save_is_one_change_and_one_undo_takes_it_all_back(alice: Person, id: int) -> None:
    section = a_section(alice, a_project(alice, "Work"), "Soon")
    before = house(alice)
    alice.browser.open(f"/tasks/{id}/edit")

    alice.browser.submit(
        "form.editor", title="Paint it", notes="Blue", priority="2", place=f"section-{section}", step="Brush"
    )
    saved = alice.task(id)
    undo(alice)

    assert (saved.title, saved.notes, saved.priority, saved.section_id) == ("Paint it", "Blue", 2, section)
    assert [row for row in house(alice) if row[1] == id] == before
    assert outline(alice) == {"Paint": {}}


def test_saving_without_a_change_changes_nothing(alice: Person, id: int) -> None:
    before = house(alice)
    alice.browser.open(f"/tasks/{id}/edit")

    page = alice.browser.submit("form.editor")

    assert page.status == 200
    assert page.all("#undo") == []
    assert house(alice) == before


def test_the_editor_and_the_page_of_a_task_show_all_of_it(alice: Person, id: int) -> None:
    ids = a_tree(alice, {"Other": {}})
    a_step(alice, id, "Brush")
    waits(alice, id, ids["Other"])
    send(
        alice, "PUT", f"/tasks/{id}", {"title": "Paint", "notes": "**Blue**", "priority": "1", "version": "1"}
    )

    page = alice.browser.open(f"/tasks/{id}")
    editor = form_values(alice.browser.open(f"/tasks/{id}/edit").one("form.editor"))

    assert page.titles == ["Paint"]
    assert page.words(".notes strong") == ["Blue"]
    assert page.words(".steps .step__title") == ["Brush"]
    assert page.words(".blockers__item a") == ["Other"]
    assert (editor["notes"], editor["priority"]) == ("**Blue**", "1")


@pytest.mark.parametrize("priority", ["0", "5", "-1", "x", "1.0", "١", "4294967297", "\0"])
def test_a_priority_that_is_none_is_refused(alice: Person, id: int, priority: str) -> None:
    before = house(alice)

    answer = send(alice, "PUT", f"/tasks/{id}", {"title": "Paint", "version": "1", "priority": priority})

    assert answer.status == 422
    assert answer.words(".field__error") == ["A priority is 1, 2, 3 or 4."]
    assert house(alice) == before


def test_no_other_column_can_be_written_by_the_full_editor(alice: Person, id: int) -> None:
    (other,) = alice.has("Other")
    before = house(alice)
    columns = {column.name: "9" for column in Task.__table__.columns if column.name not in WORDS}

    send(alice, "PUT", f"/tasks/{id}", {**columns, "parent_id": str(other), "title": "Paint", "version": "1"})

    assert house(alice) == before


WORDS = {"title", "notes", "priority", "version"}


def test_text_for_a_task_that_is_in_the_bin_is_safe(alice: Person, id: int) -> None:
    alice.browser.open(f"/tasks/{id}/edit")
    fields = form_values(alice.browser.current.one("form.editor"))
    send(alice, "DELETE", f"/tasks/{id}")

    answer = send(alice, "PUT", f"/tasks/{id}", {**fields, "title": "Typed"})

    assert answer.status == 404
    assert answer.one("[name=title]").get_text() == "Typed"


VERBS = {
    "completing": ("POST", "/tasks/{id}/completion", {}),
    "changing": ("PUT", "/tasks/{id}", {"title": "Other", "notes": "Some", "version": "1"}),
    "adding": ("POST", "/tasks/{id}/steps", {"title": "Step"}),
    "blocking": ("POST", "/tasks/{id}/blockers", {"blocked_by": "{other}"}),
    "moving": ("POST", "/tasks/{other}/level", {}),
    "deleting": ("DELETE", "/tasks/{id}", {}),
}


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_in_a_project_that_is_gone_is_not_undone(alice: Person, verb: str) -> None:
    work = a_project(alice, "Work")
    id, other = alice.has("Paint", "Other")
    with alice.app.app_context(), acting(alice) as (session, user):
        here = (Task.workspace_id == user.workspace_id, Task.id.in_([id, other]))
        session.execute(update(Task).where(*here).values(project_id=work))
    method, path, fields = VERBS[verb]
    sent = {name: value.format(other=other) for name, value in fields.items()}
    send(alice, method, path.format(id=id, other=other), sent)
    with acting(alice) as (session, user):
        session.get_one(Project, (user.workspace_id, work)).delete(by=user, now=now())
    undoing = str(alice.browser.open("/history").all(".history__undo")[1]["formaction"])
    before = house(alice)

    answer = send(alice, "POST", undoing)

    assert answer.status == 409
    assert answer.toast.startswith(f"{verb.capitalize()} ")
    assert "is gone for good, or you may no longer change it." in answer.toast
    assert house(alice) == before


def test_reopening_is_not_undone_while_a_new_step_is_open(alice: Person, id: int) -> None:
    send(alice, "POST", f"/tasks/{id}/completion")
    reopened = send(alice, "DELETE", f"/tasks/{id}/completion")
    a_step(alice, id, "Brush")
    before = house(alice)

    answer = send(alice, "POST", str(reopened.one("#undo")["formaction"]))

    assert answer.status == 409
    assert answer.toast == "Reopening “Paint” cannot be undone: A task is done only when its steps are."
    assert house(alice) == before

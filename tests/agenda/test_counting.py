"""What the sidebar costs: two statements, counts that stop, each along its own index."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event, insert, text, update

from tests.builders import Person
from tests.houses import doing, label, project
from webapp.accounts.visitors import Visitor, load_visitor
from webapp.agenda.places import places
from webapp.clock import now
from webapp.database import writing
from webapp.extensions import db
from webapp.projects.models import Project
from webapp.tasks.models import Task

from .test_sidebar import listed


@pytest.mark.parametrize("many", [1, 30])
def test_it_costs_two_statements_however_many_places_there_are(
    alice: Person, queries: list[str], many: int
) -> None:
    for number in range(many):
        project(alice, f"Project {number}")
        label(alice, f"label {number}")
    queries.clear()

    alice.browser.open("/keys")

    assert len(queries) == 3, "\n".join(queries)  # the visitor, the projects, the labels


def test_fragments_do_not_compute_it(alice: Person, queries: list[str]) -> None:
    (id,) = alice.has("First")
    alice.browser.open("/tasks")
    queries.clear()

    answer = alice.browser.partial("POST", f"/tasks/{id}/completion")

    assert "counts-changed" in answer.headers["HX-Trigger"]
    assert answer.all("#places, #inbox-count, hx-partial[hx-target='#places']") == []
    assert not [statement for statement in queries if "favourite" in statement]


def fill(person: Person, size: int) -> None:
    """As many open tasks in the Inbox, all of one label."""
    word = label(person, "everywhere")

    def change(session: Any, by: Any) -> None:
        home, instant = by.workspace_id, now()
        inbox = session.scalars(Project.inbox_of(home)).one()
        common = {"workspace_id": home, "project_id": inbox.id, "created_at": instant, "version": 1}
        rows = [
            {**common, "title": f"Task {number}", "position": number, "created_by_id": by.id}
            for number in range(size)
        ]
        session.execute(insert(Task), rows)
        session.execute(
            text(
                "INSERT INTO task_label (workspace_id, task_id, label_id, version) "
                "SELECT workspace_id, id, :label, 1 FROM task WHERE workspace_id = :home"
            ),
            {"label": word, "home": home},
        )

    doing(person, change)


def test_counts_stop_at_a_thousand(alice: Person) -> None:
    fill(alice, 1100)

    page = alice.browser.open("/keys")

    assert page.words("#inbox-count") == ["999+ open"]
    assert listed(page) == ["@ everywhere 999+"]


def test_a_label_on_too_many_tasks_to_look_at_says_so(alice: Person) -> None:
    fill(alice, 1100)
    with alice.app.app_context(), writing() as session:
        done = update(Task).where(Task.workspace_id == alice.workspace_id, Task.position < 1095)
        session.execute(done.values(completed_at=now()))

    page = alice.browser.open("/keys")

    assert listed(page) == ["@ everywhere 5+"]


def plans(app: Flask, person: Person, read: Callable[[Visitor], Any]) -> list[str]:
    """How the database answers each statement that `read` sends."""
    sent: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        sent.append((statement, parameters))

    with app.app_context():
        visitor = load_visitor(person.browser.token)
        assert visitor is not None
        event.listen(db.engine, "before_cursor_execute", note)
        read(visitor)
        event.remove(db.engine, "before_cursor_execute", note)
        db.session.rollback()
        with db.engine.connect() as connection:
            postgresql = connection.dialect.name == "postgresql"
            if postgresql:
                connection.execute(text("SET LOCAL enable_seqscan = off"))
            how = "EXPLAIN (COSTS OFF)" if postgresql else "EXPLAIN QUERY PLAN"
            return [
                "\n".join(
                    str(row[-1]) for row in connection.exec_driver_sql(f"{how} {statement}", parameters)
                )
                for statement, parameters in sent
            ]


def test_every_count_walks_its_own_index(app: Flask, alice: Person, engine_name: str) -> None:
    fill(alice, 1100)
    if engine_name == "postgresql":  # which takes stock by itself, but later
        with app.app_context(), db.engine.begin() as connection:
            connection.execute(text("ANALYZE"))

    of_projects, of_labels = plans(app, alice, places)

    assert "ix_task_countable" in of_projects
    assert "ix_task_label_label" in of_labels
    whole = "Seq Scan on task" if engine_name == "postgresql" else "SCAN task"
    assert whole not in f"{of_projects}\n{of_labels}".replace("SCAN task_label", "")

"""What pages and changes of labels cost: the same number of statements however many tasks there are."""

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import insert

from tests.builders import Person
from webapp.clock import now
from webapp.database import writing
from webapp.projects.models import Project
from webapp.tasks.labels import TaskLabel
from webapp.tasks.models import Task

MANY = 1000
# Of each change, two are the log's; of one that records several things, three.
CALLS: dict[str, tuple[tuple[Any, ...], int]] = {
    "all labels": (("GET", "/labels"), 2),  # visitor, labels with counts
    "one row": (("GET", "/labels?row={id}"), 3),  # visitor, label, labels
    "a label": (("GET", "/labels/{id}"), 5),  # visitor, label, rows, their labels, counts
    "its editor": (("GET", "/labels/{id}/edit"), 3),  # visitor, label, others
    # visitor, claim, read, name, insert, log (2), note what was made, labels
    "add": (("POST", "/labels", {"name": "new", "request_key": "a key"}), 9),
    # the person, the label, its name, update, log (2), the label and all of them anew
    "change": (("PUT", "/labels/{id}", {"name": "new", "hue": "3", "version": "1"}), 8),
    "delete": (("DELETE", "/labels/{id}"), 6),  # visitor, label, update, log (2), labels
    # visitor, both labels, update, tasks, insert, update, log (3), labels
    "merge": (("POST", "/labels/{id}/merge", {"into": "{other}"}), 11),
    # visitor, label, inbox, position, task, label, bears, insert, log (3), row, its labels, counts
    "add a task": (("POST", "/tasks", {"title": "New", "place": "label-{id}"}), 13),
}


@pytest.fixture
def many(alice: Person) -> tuple[Person, dict[str, int]]:
    """Alice with MANY tasks, of which each bears one label and each third another too."""
    ids = {"id": alice.has_label("errnad"), "other": alice.has_label("errand")}
    tasks = _tasks(alice)
    with alice.app.app_context(), writing() as session:
        home = {"workspace_id": alice.workspace_id, "version": 1}
        bear = [{**home, "task_id": task, "label_id": ids["id"]} for task in tasks]
        bear += [{**home, "task_id": task, "label_id": ids["other"]} for task in tasks[::3]]
        session.execute(insert(TaskLabel), bear)
    return alice, ids


def _tasks(person: Person) -> list[int]:
    instant: datetime = now()
    home = person.workspace_id
    with person.app.app_context(), writing() as session:
        common = {
            "workspace_id": home,
            "project_id": session.scalars(Project.inbox_of(home)).one().id,
            "created_at": instant,
            "created_by_id": person.id,
            "version": 1,
        }
        rows = [{**common, "title": f"Task {number}", "position": float(number)} for number in range(MANY)]
        return list(session.scalars(insert(Task).returning(Task.id), rows))


@pytest.mark.parametrize("call", CALLS)
def test_a_call_costs_so_many_statements(
    many: tuple[Person, dict[str, int]], queries: list[str], call: str
) -> None:
    alice, ids = many
    alice.browser.open("/labels" if "/labels" in CALLS[call][0][1] else f"/labels/{ids['id']}")
    (method, path, *fields), cost = CALLS[call]
    sent = {name: str(value).format(**ids) for name, value in (fields or [{}])[0].items()}
    queries.clear()

    answer = alice.browser.partial(method, path.format(**ids), sent)

    assert answer.status == 200
    assert len(queries) == cost, "\n".join(queries)


def test_merging_many_is_undone_with_a_fixed_number_of_reads(
    many: tuple[Person, dict[str, int]], queries: list[str]
) -> None:
    alice, ids = many
    alice.browser.open("/labels")
    alice.browser.partial("POST", f"/labels/{ids['id']}/merge", {"into": str(ids["other"])})
    merged = alice.browser.open("/labels").words(".label__count")
    queries.clear()

    answer = alice.browser.partial("POST", "/history/undo")

    assert answer.toast == "Undid merging “errnad”."
    assert merged == ["999+ open tasks"]
    assert len([statement for statement in queries if statement.startswith("SELECT")]) == 12
    assert alice.browser.open("/labels").words(".label__count") == ["334 open tasks", "999+ open tasks"]

"""How many statements a change, its undo and its pages cost."""

from typing import Any

import pytest

from tests.builders import Person

# Two of each change are the log's: raising the workspace's number and inserting the entries.
# A batch of many inserts its first entry, which the toast names, apart from the others.
# Completing and deleting look for steps; an undo checks the places and the steps of what it puts back.
# A create form adds three: claiming its digest, reading it and noting what was made.
CALLS: dict[str, tuple[tuple[Any, ...], int]] = {
    "create": (("POST", "/tasks", {"title": "New", "request_key": "a key"}), 11),
    "complete": (("POST", "/tasks/{id}/completion"), 8),
    "edit": (("PUT", "/tasks/{id}", {"title": "Edited", "version": "1"}), 7),
    "delete": (("DELETE", "/tasks/{id}"), 8),
    "complete all": (("POST", "/tasks/completion"), 8),
    "undo": (("POST", "/history/undo"), 16),
    "history": (("GET", "/history"), 6),
    "bin": (("GET", "/bin"), 2),
}


@pytest.mark.parametrize("call", CALLS)
def test_a_call_costs_so_many_statements(alice: Person, queries: list[str], call: str) -> None:
    id, _ = alice.has("First", "Second")
    alice.browser.open("/tasks")
    (method, path, *fields), cost = CALLS[call]
    queries.clear()

    answer = alice.browser.partial(method, path.format(id=id), *fields)

    assert answer.status == 200
    assert len(queries) == cost, "\n".join(queries)


def test_undoing_many_reads_no_more_than_undoing_one(alice: Person, queries: list[str]) -> None:
    alice.has(*[f"Number {number}" for number in range(40)])
    alice.browser.open("/tasks")
    alice.browser.press("#complete-all")
    queries.clear()

    answer = alice.browser.partial("POST", "/history/undo")

    assert answer.toast == "Undid completing 40 tasks."
    assert len([statement for statement in queries if statement.startswith("SELECT")]) == 13

"""A row looks the same wherever it is drawn, keeps its place, and lists cost a fixed number of queries."""

import re
from itertools import pairwise

import pytest

from tests.builders import Person
from webapp.tasks.rows import PAGE, TaskRow, parse_cursor

POSITIONS = [
    -1.7976931348623157e308,
    -1e9,
    -1.0,
    -0.5,
    -5e-324,
    0.0,
    5e-324,
    1e-9,
    0.5,
    0.5000000000000001,
    1.0,
    2.0,
    10.0,
    1e16,
    1.7976931348623157e308,
]


def test_a_row_is_the_same_bytes_in_page_and_fragments(alice: Person) -> None:
    id, other = alice.has("Milk & <bread>", "Other")
    alice.browser.open("/tasks")
    alice.browser.partial("POST", f"/tasks/{other}/completion")

    in_page = row(alice.browser.open("/tasks").text, id)
    fragments = [
        alice.browser.partial("GET", f"/tasks/{id}"),
        alice.browser.partial("PUT", f"/tasks/{id}", {"title": "Milk & <bread>", "version": "1"}),
        alice.browser.partial("DELETE", f"/tasks/{id}/completion"),
        alice.browser.partial("DELETE", f"/tasks/{id}/deletion"),
        alice.browser.partial("GET", "/tasks"),
        alice.browser.partial("POST", "/tasks/completion/delete"),
    ]

    assert [row(fragment.text, id) for fragment in fragments] == [in_page] * len(fragments)


def test_a_completed_row_is_the_same_bytes_in_page_and_fragments(alice: Person) -> None:
    (id,) = alice.has("Milk")
    alice.browser.open("/tasks")

    completed = row(alice.browser.partial("POST", f"/tasks/{id}/completion").text, id)

    assert completed == row(alice.browser.open("/tasks").text, id)
    assert completed == row(alice.browser.partial("GET", f"/tasks/{id}").text, id)
    assert completed == row(alice.browser.open("/tasks/completed").text, id)


def test_a_created_row_is_the_same_bytes_as_in_the_page(alice: Person) -> None:
    alice.browser.open("/tasks")

    answer = alice.browser.partial("POST", "/tasks", {"title": "Milk"})

    id = int(str(answer.one(".task")["id"]).removeprefix("task-"))
    assert row(answer.text, id) == row(alice.browser.open("/tasks").text, id)


def test_a_page_and_the_fragment_of_one_task_hold_the_same_row(alice: Person) -> None:
    (id,) = alice.has("Milk")

    page = alice.browser.open(f"/tasks/{id}")

    assert page.titles == ["Milk"]
    assert row(page.text, id) == row(alice.browser.partial("GET", f"/tasks/{id}").text, id)


def test_a_restored_task_comes_back_to_its_place(alice: Person) -> None:
    _, second, _ = alice.has("First", "Second", "Third")
    alice.browser.open("/tasks")
    alice.browser.partial("DELETE", f"/tasks/{second}")
    assert alice.browser.open("/tasks").titles == ["First", "Third"]

    alice.browser.partial("POST", f"/tasks/{second}/deletion/delete")

    assert alice.browser.open("/tasks").titles == ["First", "Second", "Third"]


def test_a_new_task_goes_behind_a_deleted_one_so_that_both_keep_their_place(alice: Person) -> None:
    _, last = alice.has("First", "Last")
    alice.browser.open("/tasks")
    alice.browser.partial("DELETE", f"/tasks/{last}")
    alice.browser.partial("POST", "/tasks", {"title": "New"})

    alice.browser.partial("POST", f"/tasks/{last}/deletion/delete")

    assert alice.browser.open("/tasks").titles == ["First", "Last", "New"]


@pytest.mark.parametrize("id", [1, 9, 10, 2**63 - 1])
def test_the_order_key_sorts_as_position_and_id(id: int) -> None:
    rows = [TaskRow(id, "", False, position, 1, True) for position in POSITIONS]

    assert all(numeric(first.order) < numeric(second.order) for first, second in pairwise(rows))


def test_among_equal_positions_the_order_key_sorts_by_id() -> None:
    rows = [TaskRow(id, "", False, 1.5, 1, True) for id in (1, 2, 9, 10, 100, 2**63 - 1)]

    assert all(numeric(first.order) < numeric(second.order) for first, second in pairwise(rows))


@pytest.mark.parametrize("position", POSITIONS)
def test_a_cursor_says_exactly_where_its_row_stands(position: float) -> None:
    cursor = TaskRow(2**63 - 1, "", False, position, 1, True).cursor

    assert parse_cursor(cursor) == (position, 2**63 - 1)


def test_pages_follow_each_other_without_gap_or_repetition(alice: Person) -> None:
    titles = [f"Task {number}" for number in range(2 * PAGE + 1)]
    alice.has(*titles)

    seen = [alice.browser.open("/tasks").titles]
    while alice.browser.current.all("#task-more-link"):
        seen.append(alice.browser.follow("#task-more-link").titles)

    assert [len(page) for page in seen] == [PAGE, PAGE, 1]
    assert [title for page in seen for title in page] == titles


def test_a_list_of_exactly_one_page_offers_no_more(alice: Person) -> None:
    alice.has(*[f"Task {number}" for number in range(PAGE)])

    page = alice.browser.open("/tasks")

    assert len(page.titles) == PAGE
    assert page.all("#task-more-link") == []


QUERIES = {
    "GET /tasks": 3,  # visitor, rows, counts
    "GET /tasks/{id}": 2,  # visitor, row
    "GET /tasks/{id}/title/edit": 2,  # visitor, row
    "GET /tasks/{id}/edit": 7,  # visitor, row, notes, steps, blockers, places, labels
    "POST /tasks": 8,  # visitor, inbox, last position, insert, log (2), row, counts
    "PUT /tasks/{id}": 7,  # visitor, lock, update, log (2), row, counts
    "POST /tasks/{id}/completion": 8,  # visitor, lock, update, steps, log (2), row, counts
    "DELETE /tasks/{id}": 8,  # visitor, lock, update, steps, log (2), row, counts
    "DELETE /tasks/{id}/deletion": 7,  # visitor, lock, update, log (2), row, counts
    "POST /tasks/completion": 8,  # visitor, lock, update, log (3), rows, counts
}


@pytest.mark.parametrize(("asked", "most"), QUERIES.items())
def test_the_number_of_queries_is_fixed(alice: Person, queries: list[str], asked: str, most: int) -> None:
    method, path = asked.split()
    id, *_ = alice.has(*[f"Task {number}" for number in range(30)])
    alice.browser.open("/tasks")
    queries.clear()

    answer = alice.browser.partial(method, path.format(id=id), {"title": "New", "version": "1"})

    assert answer.status == 200
    assert len(queries) == most, queries


def test_a_full_page_costs_two_queries_more_than_its_fragment_for_the_sidebar(
    alice: Person, queries: list[str]
) -> None:
    alice.has(*[f"Task {number}" for number in range(2 * PAGE)])
    queries.clear()

    alice.browser.open("/tasks")

    assert len(queries) == 5, queries


def row(html: str, id: int) -> str:
    """The bytes of a row in an answer."""
    (found,) = re.findall(rf'<li class="[^"]*" id="task-{id}".*?</li>', html, re.DOTALL)
    return str(found)


def numeric(order: str) -> tuple[str, int]:
    """As the browser's numeric collation compares it: letters as such, then digits as a number."""
    letters, id = order.split("-")
    return letters, int(id)

"""Addresses that make no sense, and verbs that do not fit."""

import pytest

from tests.builders import Person

IDS = [
    "0",
    str(2**63),
    str(2**63 - 1),
    str(2**64),
    "9" * 400,
    "9" * 5000,
    "-1",
    "1.5",
    "abc",
    "%00",
    "٣",
    "1e3",
    "0x10",
]
RESOURCES = ["/tasks/{}", "/tasks/{}/edit"]
WRONG = [
    ("PUT", "/tasks"),
    ("DELETE", "/tasks"),
    ("PATCH", "/tasks/1"),
    ("POST", "/tasks/1/edit"),
    ("GET", "/tasks/1/completion"),
    ("PUT", "/tasks/1/completion"),
    ("GET", "/tasks/1/delete"),
    ("GET", "/tasks/1/deletion"),
    ("POST", "/tasks/1/deletion"),
    ("GET", "/tasks/completion"),
    ("POST", "/tasks/active"),
    ("POST", "/tasks/completed"),
]
CURSORS = [
    "x",
    "_",
    "1",
    "1_",
    "_1",
    "1_0",
    "1_-1",
    "1_1.5",
    "nan_1",
    "inf_1",
    "-inf_1",
    "1e400_1",
    f"1_{2**63}",
    f"1_{'9' * 5000}",
    "1_1_1",
    "1_1\0",
    "' OR 1=1_1",
]


@pytest.mark.parametrize("id", IDS)
@pytest.mark.parametrize("path", RESOURCES)
def test_an_id_that_cannot_be_is_not_found(alice: Person, path: str, id: str) -> None:
    page = alice.browser.open(path.format(id))

    assert page.status == 404


@pytest.mark.parametrize("id", IDS)
def test_such_an_id_cannot_be_changed_either(alice: Person, id: str) -> None:
    alice.browser.open("/tasks")

    answers = [
        alice.browser.partial("POST", f"/tasks/{id}/completion"),
        alice.browser.partial("DELETE", f"/tasks/{id}"),
        alice.browser.partial("PUT", f"/tasks/{id}", {"title": "x", "version": "1"}),
        alice.browser.partial("PUT", f"/tasks/{id}", {"title": ""}),
        alice.browser.partial("POST", f"/tasks/{id}/deletion/delete"),
    ]

    # An id out of range fits no address, and werkzeug then asks whether another verb would have.
    assert {answer.status for answer in answers} <= {404, 405}


@pytest.mark.parametrize(("method", "path"), WRONG)
def test_a_verb_that_a_resource_does_not_know_is_405(alice: Person, method: str, path: str) -> None:
    alice.has("Milk")
    alice.browser.open("/tasks")

    answer = alice.browser.partial(method, path)

    assert answer.status == 405
    assert answer.headers["Allow"]
    assert alice.browser.open("/tasks").titles == ["Milk"]


@pytest.mark.parametrize("cursor", CURSORS)
def test_a_senseless_cursor_is_not_found(alice: Person, cursor: str) -> None:
    alice.browser.open("/tasks")

    answer = alice.browser.client.get("/tasks", query_string={"after": cursor})

    assert answer.status_code == 404


def test_of_two_cursors_the_first_counts(alice: Person) -> None:
    alice.has("First", "Second", "Third")

    page = alice.browser.open("/tasks?after=1.0_1&after=x")

    assert page.status == 200
    assert page.titles[-1:] == ["Third"]


def test_a_filter_that_does_not_exist_is_not_found(alice: Person) -> None:
    page = alice.browser.open("/tasks/everything")

    assert page.status == 404

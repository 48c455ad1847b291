"""Selecting without JavaScript: a page with a checkbox for each task of a list."""

import pytest

from tests.builders import Person


@pytest.mark.parametrize(
    ("path", "expected"),
    [("/tasks", ["Milk", "Bread"]), ("/tasks/active", ["Milk"]), ("/tasks/completed", ["Bread"])],
)
def test_select_leads_to_a_checkbox_for_each_task_of_the_list(
    alice: Person, path: str, expected: list[str]
) -> None:
    alice.has("Milk")
    alice.has("Bread", completed=True)
    way = alice.browser.open(path).one("a[data-select]")

    page = alice.browser.open(str(way["href"]))

    assert [choice.get_text() for choice in page.all(".bulk__choice")] == expected

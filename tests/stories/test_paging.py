"""Long lists come in pages: by scrolling, or by a link."""

import pytest
from playwright.sync_api import expect

from tests.builders import Person

from .drivers import with_javascript, without_javascript
from .drivers.chromium import ChromiumTab
from .vocabulary import Tab

TITLES = [f"Task {number}" for number in range(1, 121)]


@pytest.fixture
def long_list(alice: Person) -> list[int]:
    return alice.has(*TITLES)


@without_javascript
def test_a_long_list_is_leafed_through_by_a_link(tab: Tab, long_list: list[int]) -> None:
    tab.open("/tasks")
    tab.counts(f"{len(long_list)} tasks left")

    tab.sees(*TITLES[:50])
    tab.show_more()
    tab.sees(*TITLES[50:100])
    tab.show_more()

    tab.sees(*TITLES[100:])


@without_javascript
def test_completing_on_a_later_page_stays_on_that_page(tab: Tab, long_list: list[int]) -> None:
    assert long_list
    tab.open("/tasks")
    tab.show_more()

    tab.complete("Task 60")

    tab.sees_completed("Task 60")
    tab.sees(*TITLES[50:100])


@with_javascript
def test_a_long_list_grows_while_scrolling(tab: ChromiumTab, long_list: list[int]) -> None:
    assert long_list
    tab.open("/tasks")
    tab.sees(*TITLES[:50])

    tab.scroll_to_the_end()
    tab.sees(*TITLES[:100])
    tab.scroll_to_the_end()

    tab.sees(*TITLES)
    expect(tab.page.get_by_role("link", name="Show more")).to_have_count(0)


@with_javascript
def test_adding_before_all_pages_are_there_doubles_nothing(tab: ChromiumTab, long_list: list[int]) -> None:
    assert long_list
    tab.open("/tasks")

    tab.add("New")
    tab.sees(*TITLES[:50], "New")
    tab.scroll_to_the_end()
    tab.sees(*TITLES[:100], "New")
    tab.scroll_to_the_end()

    tab.sees(*TITLES, "New")


@with_javascript
def test_a_task_that_was_restored_comes_back_to_its_place_among_pages(
    tab: ChromiumTab, long_list: list[int]
) -> None:
    assert long_list
    tab.open("/tasks")
    tab.delete("Task 7")
    tab.sees(*TITLES[:6], *TITLES[7:50])
    tab.undo()

    tab.sees(*TITLES[:50])


@with_javascript
def test_completing_all_shows_the_first_page_and_scrolling_goes_on(
    tab: ChromiumTab, long_list: list[int]
) -> None:
    assert long_list
    tab.open("/tasks")
    tab.scroll_to_the_end()
    tab.sees(*TITLES[:100])

    tab.complete_all()

    tab.counts("0 tasks left")
    tab.sees_completed(*TITLES[:50])
    tab.scroll_to_the_end()
    tab.sees_completed(*TITLES[:100])

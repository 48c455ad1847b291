"""A line that says it all: what it was understood as, before and after it is added."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.arranging import a_project
from tests.builders import Person

from .drivers import CHROMIUM_WITHOUT_JS, with_javascript
from .drivers.chromium import ChromiumTab
from .test_keyboard import tab_to

LINE = "Fix the header tomorrow p1"


def field(tab: ChromiumTab) -> Locator:
    return tab.page.locator("#new-title")


def chips(tab: ChromiumTab) -> Locator:
    return tab.page.locator(".new-task button.reading__chip > bdi")


@with_javascript
def test_chips_tell_what_was_understood_and_go_back_to_text_at_a_press(tab: ChromiumTab) -> None:
    tab.open("/tasks")
    field(tab).press_sequentially(LINE)
    expect(chips(tab)).to_have_text(["Tomorrow", "Priority 1"])
    expect(tab.page.locator(".reading__where")).to_contain_text("Inbox")

    tab_to(tab, tab.page.locator(".new-task button.reading__chip").first)
    tab.press("Enter")

    expect(field(tab)).to_have_value("Fix the header \\tomorrow p1")
    expect(field(tab)).to_be_focused()
    expect(chips(tab)).to_have_text(["Priority 1"])
    expect(tab.page.locator(".new-task [role=status]")).to_have_text("Priority 1, Inbox")
    tab.page.keyboard.type("!")
    expect(field(tab)).to_have_value("Fix the header \\tomorrow p1!")
    tab.press("Backspace", "Enter")
    expect(tab.page.locator(".task__title")).to_have_text("Fix the header tomorrow")
    expect(chips(tab)).to_have_count(0)
    tab.has_focus(field(tab))


@with_javascript
def test_names_are_offered_behind_signs_and_taken_by_keyboard(tab: ChromiumTab, alice: Person) -> None:
    a_project(alice, "Website relaunch")
    a_project(alice, "Household")
    tab.open("/tasks")
    options = tab.page.get_by_role("option")

    field(tab).press_sequentially("Fix #")
    expect(options).to_have_text(["Project: Inbox", "Project: Website relaunch", "Project: Household"])
    expect(tab.page.get_by_role("combobox", name="New task", expanded=True)).to_be_focused()
    tab.press("Escape")
    expect(options).to_have_count(0)
    tab.page.keyboard.type("rel")
    expect(options).to_have_text(["Project: Website relaunch"])
    tab.press("ArrowDown", "Enter")

    expect(field(tab)).to_have_value('Fix #"Website relaunch" ')
    expect(chips(tab)).to_have_text(["Website relaunch"])
    tab.page.keyboard.type("the header #household")
    tab.press("Enter")
    expect(tab.page.locator(".task__title")).to_have_text('Fix #"Website relaunch" the header')


@with_javascript
def test_a_line_is_kept_as_text_and_that_is_undone(tab: ChromiumTab) -> None:
    tab.open("/tasks")
    tab.add(LINE)
    tab.sees("Fix the header")

    tab.page.get_by_role("button", name="Keep as text").click()

    title = tab.page.locator(".task__title")
    expect(title).to_have_text(LINE)
    tab.page.get_by_role("button", name="Undo").click()
    expect(title).to_have_text("Fix the header")


@pytest.mark.parametrize("driver", [CHROMIUM_WITHOUT_JS], indirect=True)
def test_without_javascript_the_page_that_follows_shows_the_chips(tab: ChromiumTab) -> None:
    tab.open("/tasks")
    tab.add(LINE)

    tab.page.get_by_role("button", name=re.compile("^Priority 1 ?: leave in the title")).click()

    expect(tab.page.locator(".task__title")).to_have_text("Fix the header p1")
    expect(tab.page.locator(".toast .reading__chip > bdi")).to_have_text(["Tomorrow"])


@with_javascript
def test_q_leads_to_the_field_from_anywhere(tab: ChromiumTab) -> None:
    tab.open("/history")

    tab.press("q")

    expect(field(tab)).to_be_focused()
    tab.add("Bread")
    expect(tab.page.locator(".toast__text a")).to_have_text("Added “Bread” to Inbox.")

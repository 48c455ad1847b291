"""Rows that leave the list fold away, for the eye alone and not for long."""

import pytest
from playwright.sync_api import expect

from tests.builders import Person
from tests.hearing import heard

from .drivers import with_javascript
from .drivers.chromium import ChromiumTab

pytestmark = with_javascript

LASTING = """() => document.getAnimations()
  .filter(({ animationName }) => !animationName?.startsWith("toast"))
  .map(({ effect }) => effect.getComputedTiming()).map(({ endTime }) => endTime).filter((end) => end > 250)"""


@pytest.fixture
def still(tab: ChromiumTab, alice: Person) -> ChromiumTab:
    """The active list, on which everything that moves stands still at its beginning."""
    alice.has("First", "Second", "Third")
    tab.page.emulate_media(reduced_motion="no-preference")
    tab.open("/tasks/active")
    with tab.page.expect_response("**/fold.js"):
        tab.add("Fourth")
    tab.sees("First", "Second", "Third", "Fourth")
    tab.context.new_cdp_session(tab.page).send("Animation.setPlaybackRate", {"playbackRate": 0})
    return tab


def move_on(tab: ChromiumTab) -> None:
    tab.page.evaluate("document.getAnimations().forEach((animation) => animation.finish())")


def test_a_completed_row_folds_away_ticked_off(still: ChromiumTab) -> None:
    still.complete("Second")
    still.counts("3 tasks left")
    expect(still.page.locator(".task[inert]")).to_have_text("Second")
    expect(still.page.locator(".task--done[inert]")).to_have_count(1)

    move_on(still)

    still.sees("First", "Third", "Fourth")


def test_a_deleted_row_folds_away_as_it_was(still: ChromiumTab) -> None:
    still.delete("First")
    still.counts("3 tasks left")

    expect(still.page.locator(".task[inert]:not(.task--done)")).to_have_text("First")


def test_what_folds_is_seen_by_nobody_but_the_eye(still: ChromiumTab) -> None:
    still.complete("Second")
    still.counts("3 tasks left")

    assert [
        line for line in heard(still.page, of="main") if line.startswith("checkbox") and "Select" not in line
    ] == [
        "checkbox: First (not checked)",
        "checkbox: Third (not checked) (focused)",
        "checkbox: Fourth (not checked)",
    ]
    expect(still.page.locator(".task[inert] [id], .task[inert][id]")).to_have_count(0)


def test_the_focus_goes_from_row_to_row_past_what_folds(still: ChromiumTab) -> None:
    still.page.locator(".task__check").first.focus()

    for count in ("3 tasks left", "2 tasks left", "1 task left"):
        still.press("Space")
        still.counts(count)

    expect(still.page.get_by_role("checkbox", name="Fourth", exact=True)).to_be_focused()
    expect(still.page.locator(".task[inert]")).to_have_text(["First", "Second", "Third"])


def test_nothing_moves_for_longer_than_a_quarter_of_a_second(still: ChromiumTab) -> None:
    still.complete("Second")
    still.counts("3 tasks left")

    assert still.page.evaluate(LASTING) == []


def test_nothing_folds_for_whoever_wants_no_motion(still: ChromiumTab) -> None:
    still.page.emulate_media(reduced_motion="reduce")

    still.complete("Second")

    still.counts("3 tasks left")
    still.sees("First", "Third", "Fourth")

"""Settings in two tabs: different ones are both kept, and of the same one it is asked."""

from typing import Any

import pytest

from tests.builders import Person
from tests.contents import contents
from tests.pages import Browser, Page
from tests.tasks.test_choosing import choices

from .test_settings import PROFILE, saved


@pytest.fixture
def tab(alice: Person) -> Browser:
    """Where Alice has her settings open."""
    alice.browser.open("/settings")
    return alice.browser


def change(person: Person, **fields: Any) -> Page:
    """Let a person save their settings in another tab."""
    other = Browser(person.app, person.browser.token)
    other.open("/settings")
    return other.submit(PROFILE, **fields)


def test_different_settings_of_two_tabs_are_both_kept(alice: Person, tab: Browser) -> None:
    change(alice, theme="dark", week_start="6")

    page = tab.submit(PROFILE, name="Alice Ng", time_zone="Asia/Kathmandu")

    kept = saved(alice)
    assert (kept.name, kept.time_zone, kept.theme, kept.week_start) == (
        "Alice Ng",
        "Asia/Kathmandu",
        "dark",
        6,
    )
    assert page.toast == (
        "Your settings are saved. Also changed meanwhile: first day of the week and theme by you."
    )


def test_keys_switched_off_in_one_tab_stay_off_when_another_is_saved(alice: Person, tab: Browser) -> None:
    change(alice, shortcuts=None)

    tab.submit(PROFILE, theme="dark")

    assert not saved(alice).shortcuts
    assert saved(alice).theme == "dark"


@pytest.mark.parametrize("taken", ["dark", "light"])
def test_the_same_setting_of_two_tabs_is_a_choice(alice: Person, tab: Browser, taken: str) -> None:
    change(alice, theme="light", week_start="6")

    asked = tab.submit(PROFILE, theme="dark")
    page = tab.submit(PROFILE, theme=taken)

    assert asked.status == 409
    assert choices(asked) == {"Theme": ["Dark", "Light"]}
    assert asked.words(".choice__whose") == ["Yours", "Elsewhere"]
    assert asked.words("[role=alert]") == [
        "You changed these settings elsewhere while you were editing. Your text is safe. "
        "First day of the week was merged; the theme needs you."
    ]
    assert asked.one("[autofocus]")["value"] == "dark"
    assert page.toast == "Your settings are saved."
    assert (saved(alice).theme, saved(alice).week_start) == (taken, 6)


@pytest.mark.parametrize(("sent", "kept"), [("Ann Ng", "Ann Ng"), ("Ann Ng Lee", "Ann Ng Lee")])
def test_two_names_of_a_person_may_be_merged(alice: Person, sent: str, kept: str) -> None:
    change(alice, name="Alice Ng")
    alice.browser.open("/settings")
    change(alice, name="Alice Ng Lee")

    asked = alice.browser.submit(PROFILE, name="Ann Ng")
    alice.browser.submit(PROFILE, name=sent)

    assert choices(asked) == {"Name": ["Ann Ng", "Alice Ng Lee", "Ann Ng Lee"]}
    assert saved(alice).name == kept


def test_two_words_about_the_keys_are_no_choice_for_there_are_only_two(alice: Person, tab: Browser) -> None:
    change(alice, shortcuts=None)

    page = tab.submit(PROFILE, shortcuts=None)

    assert page.toast == "Your settings are saved."
    assert not saved(alice).shortcuts


@pytest.mark.parametrize("keys", ["y", ""])
def test_a_form_that_does_not_say_what_it_was_made_on_overwrites_nothing(alice: Person, keys: str) -> None:
    before = contents(alice.app)
    fields = {"name": "Ann", "time_zone": "Asia/Kathmandu", "week_start": "6", "theme": "dark"}
    alice.browser.open("/settings")

    asked = alice.browser.submit(PROFILE, **fields, shortcuts=None, seen="week_start=x&nothing&theme=\0")
    unchanged = contents(alice.app) == before
    alice.browser.submit(PROFILE, shortcuts=keys)

    assert asked.status == 409
    assert list(choices(asked)) == [
        "Name",
        "Time zone",
        "First day of the week",
        "Theme",
        "Keyboard shortcuts",
    ]
    assert choices(asked)["Keyboard shortcuts"] == ["Off", "On"]
    assert unchanged
    assert saved(alice).name == "Ann"
    assert saved(alice).shortcuts == bool(keys)


def test_a_second_change_of_a_setting_during_the_choice_is_asked_about_too(
    alice: Person, tab: Browser
) -> None:
    change(alice, theme="light")
    tab.submit(PROFILE, theme="dark")
    change(alice, theme="system")

    asked = tab.submit(PROFILE, theme="dark")

    assert asked.status == 409
    assert choices(asked) == {"Theme": ["Dark", "Like the system"]}

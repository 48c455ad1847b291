"""The tasks that come with an account, and the note that takes them away."""

import pytest
from flask import Flask

from tests.accounts.browsers import PASSES
from tests.builders import Person, make_person
from tests.crawling import reset_path
from tests.pages import Browser, Page
from webapp.tasks.samples import TITLES

REMOVE = "#task-samples button"


@pytest.fixture
def mira(anonymous: Browser) -> Browser:
    """Somebody who has just signed up."""
    anonymous.open("/auth/register")
    anonymous.submit("form", name="Mira", email="mira@example.org", password=PASSES)
    return anonymous


def row(page: Page, title: str) -> str:
    """The id of the row of a task."""
    (link,) = [link for link in page.all(".task__title") if link.get_text() == title]
    return str(link["id"]).removesuffix("-title")


def rename(browser: Browser, title: str, new_title: str) -> Page:
    browser.open("/tasks")
    browser.follow(f"#{row(browser.current, title)}-title")
    return browser.submit("form.editor", title=new_title)


def test_a_newcomer_finds_tasks_to_try_and_a_word_about_them(mira: Browser) -> None:
    page = mira.open("/tasks")

    assert page.titles == list(TITLES)
    assert page.words("#task-samples .notice") == ["5 sample tasks are here to try things out. Remove them"]


def test_they_are_one_change_in_the_history(mira: Browser) -> None:
    page = mira.open("/history")

    assert page.words(".history__what") == ["You added 5 tasks"]


def test_one_press_removes_them_and_the_word(mira: Browser) -> None:
    mira.open("/tasks")

    page = mira.press(REMOVE)

    assert page.toast == "Removed 5 sample tasks."
    assert page.titles == []
    assert page.all("#task-samples *") == []


def test_removing_them_can_be_undone(mira: Browser) -> None:
    mira.open("/tasks")
    mira.press(REMOVE)

    mira.press("#undo")

    assert mira.open("/tasks").titles == list(TITLES)


def test_the_answer_to_htmx_takes_the_word_away(mira: Browser) -> None:
    mira.open("/tasks")

    answer = mira.partial("DELETE", "/tasks/samples")

    assert answer.status == 200
    assert answer.all("[hx-target='#task-samples'] .notice") == []
    assert answer.all("[hx-target='#task-list'] li") == []


def test_tasks_of_ones_own_stay(mira: Browser) -> None:
    mira.open("/tasks")
    mira.submit("#create-form", title="Buy bread")
    rename(mira, TITLES[1], "Buy butter")

    mira.open("/tasks")
    page = mira.press(REMOVE)

    assert page.toast == "Removed 4 sample tasks."
    assert page.titles == ["Buy butter", "Buy bread"]


def test_completed_ones_go_too(mira: Browser) -> None:
    page = mira.open("/tasks")
    mira.press(f"#{row(page, TITLES[0])}-check")

    page = mira.press(REMOVE)

    assert page.titles == []


def test_the_word_counts_what_is_left(mira: Browser) -> None:
    for title in TITLES[:4]:
        mira.press(f"#{row(mira.open('/tasks'), title)}-delete")

    page = mira.open("/tasks")

    assert page.words("#task-samples .notice") == ["1 sample task is here to try things out. Remove it"]


def test_the_word_goes_when_all_are_done(mira: Browser) -> None:
    mira.open("/tasks")

    page = mira.press("#complete-all")

    assert page.all("#task-samples *") == []


def test_an_account_made_by_command_has_them_too(app: Flask) -> None:
    app.test_cli_runner().invoke(args=["user", "create", "mira@example.org"])
    mira = Browser(app)
    mira.open(reset_path(app, Person(app, 0, "mira", "mira@example.org", mira)))
    mira.submit("form", password=PASSES)

    page = mira.submit("form", email="mira@example.org", password=PASSES)

    assert page.titles == list(TITLES)


def test_nobody_removes_those_of_others(app: Flask, mira: Browser) -> None:
    mallory = make_person(app, "Mallory").browser
    mallory.open("/tasks")

    answer = mallory.partial("DELETE", "/tasks/samples")

    assert answer.status == 200
    assert mira.open("/tasks").titles == list(TITLES)

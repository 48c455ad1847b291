"""The history as people read and use it."""

from datetime import UTC, datetime, timedelta

import time_machine
from flask import Flask

from tests.accounts.browsers import another_browser
from tests.builders import Person
from tests.pages import Browser, Page

MORNING = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def rename(person: Person, id: int, title: str) -> None:
    person.browser.open(f"/tasks/{id}/edit")
    person.browser.submit("form.editor", title=title)


def press(person: Person, path: str, *buttons: str) -> Page:
    """Open a page and press one button after the other on what comes."""
    page = person.browser.open(path)
    for button in buttons:
        page = person.browser.press(button)
    return page


def test_changes_are_told_in_words_newest_first_under_their_days(alice: Person) -> None:
    with time_machine.travel(MORNING - timedelta(days=1), tick=False):
        (id,) = alice.has("Freeze content")
    with time_machine.travel(MORNING, tick=False):
        rename(alice, id, "Freeze all content")
        press(alice, "/tasks", f"#task-{id}-check", "#undo")

        page = alice.browser.open("/history")

    assert page.words("main h2") == ["Today", "Yesterday"]
    assert page.words(".history__what > p:first-child") == [
        "You undid completing “Freeze all content”",
        "You completed “Freeze all content”",
        "You renamed “Freeze all content”",
        "You added “Freeze content”",
    ]
    assert page.words(".history__change") == ["Title: Freeze all content"]
    assert page.words("del") + page.words("ins") == ["all"]
    assert page.words(".history__time") == ["09:30"] * 4
    assert page.words(".history__undo, .history__undone") == ["Redo", "Undone", "Undo", "Undo…"]


def test_a_change_is_undone_and_done_again_from_its_line(alice: Person) -> None:
    (id,) = alice.has("Put the bins out")
    press(alice, "/tasks", f"#task-{id}-check")

    undone = press(alice, "/history", "[aria-label='Undo completing “Put the bins out”']")
    was_completed = alice.task(id).is_completed
    redone = press(alice, "/history", "[aria-label='Redo completing “Put the bins out”']")

    assert undone.toast == "Undid completing “Put the bins out”."
    assert not was_completed
    assert redone.toast == "Redid completing “Put the bins out”."
    assert alice.task(id).is_completed


def test_undoing_the_last_change_twice_undoes_two(alice: Person) -> None:
    (id,) = alice.has("First")
    rename(alice, id, "Second")
    press(alice, "/tasks", f"#task-{id}-check")

    press(alice, "/history", "#undo-last", "#undo-last")

    assert not alice.task(id).is_completed
    assert alice.task(id).title == "First"


def test_redo_does_again_what_was_undone_until_something_else_is_changed(alice: Person) -> None:
    (id,) = alice.has("First")
    rename(alice, id, "Second")
    press(alice, "/tasks", f"#task-{id}-check")

    press(alice, "/history", "#undo-last", "#undo-last", "#redo-last")
    title = alice.task(id).title
    press(alice, "/history", "#redo-last")
    completed = alice.task(id).is_completed
    press(alice, "/history", "#undo-last")
    rename(alice, id, "Third")
    page = press(alice, "/history", "#redo-last")

    assert (title, completed) == ("Second", True)
    assert page.toast == "There is nothing to redo."
    assert not alice.task(id).is_completed


def test_redo_does_again_what_was_undone_of_many_at_once(alice: Person) -> None:
    ids = alice.has("First", "Second")
    press(alice, "/tasks", "#complete-all")

    press(alice, "/history", "#undo-last")
    page = press(alice, "/history", "#redo-last")

    assert page.toast == "Redid completing 2 tasks."
    assert [alice.task(id).is_completed for id in ids] == [True, True]


def test_with_nothing_left_undo_says_so(alice: Person) -> None:
    page = press(alice, "/history", "#undo-last")

    assert page.toast == "There is nothing to undo."
    assert page.words(".empty__title") == ["Nothing has happened yet"]


def test_undo_works_the_next_day_and_another_browser(alice: Person) -> None:
    (id,) = alice.has("Put the bins out")
    press(alice, "/tasks", f"#task-{id}-check")

    with time_machine.travel(datetime.now(UTC) + timedelta(days=1)):
        browser = another_browser(alice)
        browser.open("/history")
        page = browser.press("#undo-last")

    assert page.toast == "Undid completing “Put the bins out”."
    assert not alice.task(id).is_completed


def test_a_deleted_task_comes_back_to_its_place(alice: Person) -> None:
    _, second, _ = alice.has("First", "Second", "Third")

    gone = press(alice, "/tasks", f"#task-{second}-delete")
    page = alice.browser.press("#undo")

    assert gone.titles == ["First", "Third"]
    assert page.titles == ["First", "Second", "Third"]


def test_what_is_done_to_all_is_one_line(alice: Person) -> None:
    alice.has("First", "Second", "Third")
    press(alice, "/tasks", "#complete-all")

    page = alice.browser.open("/history")
    alice.browser.press("#undo-last")

    assert page.words(".history__what")[0] == "You completed 3 tasks"
    assert alice.browser.open("/tasks/active").titles == ["First", "Second", "Third"]


def test_a_task_brought_back_under_another_title_counts_as_one(alice: Person) -> None:
    (id,) = alice.has("First")
    alice.browser.open(f"/tasks/{id}/edit")
    tab = Browser(alice.app, alice.browser.token)
    tab.open("/tasks")
    tab.press(f"#task-{id}-delete")
    alice.browser.submit("form.editor", title="Second")
    alice.browser.submit("form.editor", title="Second")

    page = alice.browser.open("/history")

    assert page.words(".history__what > p:first-child")[0] == "You restored “Second”"
    assert press(alice, "/history", "#undo-last").status == 200
    assert (alice.task(id).title, alice.task(id).is_deleted) == ("First", True)


def test_every_change_is_on_one_page_of_the_history(alice: Person) -> None:
    for number in range(120):
        alice.has(f"Number {number}")

    pages = [alice.browser.open("/history")]
    while pages[-1].all("#history a.button"):
        pages.append(alice.browser.follow("#history a.button"))

    said = [words for page in pages for words in page.words(".history__what")]
    assert [len(page.all(".history__item")) for page in pages] == [50, 50, 20]
    assert said == [f"You added “Number {number}”" for number in reversed(range(120))]


def test_a_change_has_an_address_that_shows_how_it_stands(alice: Person) -> None:
    (id,) = alice.has("Put the bins out")
    press(alice, "/tasks", f"#task-{id}-check")
    alice.browser.open("/history")

    page = alice.browser.follow(".history__item:first-child .history__time")
    undone = press(alice, page.path, ".history__undo")
    anew = alice.browser.partial("GET", page.path)

    assert page.words(".history__what") == ["You completed “Put the bins out”"]
    assert undone.path == page.path
    assert undone.words(".history__undo") == ["Redo"]
    assert anew.words(".history__undo") == ["Redo"]
    assert anew.all("h1") == []


def test_an_undo_is_no_change_that_could_be_undone(alice: Person) -> None:
    (id,) = alice.has("Put the bins out")
    press(alice, "/tasks", f"#task-{id}-check", "#undo")
    page = alice.browser.open("/history")
    own = str(page.all(".history__time")[0]["href"])

    answer = alice.browser.partial("POST", f"{own}/undo")

    assert answer.status == 404
    assert alice.browser.open(own).words(".history__what") == ["You undid completing “Put the bins out”"]


def test_the_history_shows_only_ones_own_changes(alice: Person, bob: Person) -> None:
    (id,) = alice.has("Put the bins out")
    bob.browser.open(f"/tasks/{id}/edit")
    bob.browser.submit("form.editor", title="Put them out")

    assert alice.browser.open("/history").words(".history__what") == ["You added “Put the bins out”"]
    assert bob.browser.open("/history").words(".history__what > p:first-child") == [
        "You renamed “Put them out”"
    ]


def test_the_history_costs_the_same_however_long_it_is(alice: Person, queries: list[str]) -> None:
    alice.has("First")
    alice.browser.open("/history")
    queries.clear()
    alice.browser.open("/history")
    short = len(queries)
    for number in range(60):
        alice.has(f"Number {number}")
    queries.clear()

    alice.browser.open("/history")

    assert (short, len(queries)) == (8, 8)


def test_what_is_older_than_is_kept_no_longer_stands_in_the_way(app: Flask, alice: Person) -> None:
    (id,) = alice.has("First")
    rename(alice, id, "Second")
    days = int(app.config["HISTORY_DAYS"])
    with time_machine.travel(datetime.now(UTC) + timedelta(days=days - 1)):
        alice.browser = another_browser(alice)
        press(alice, "/history", "#undo-last")
        press(alice, "/tasks", f"#task-{id}-check")

    with time_machine.travel(datetime.now(UTC) + timedelta(days=days + 1)):
        app.test_cli_runner().invoke(args=["prune"])
        alice.browser = another_browser(alice)
        before = alice.browser.open("/history")
        after = press(alice, "/history", "#undo-last", "#undo-last")

    assert before.words(".history__what") == ["You completed “First”", "You undid changing “First”"]
    assert before.words(".history__undo") == ["Undo"]
    assert after.toast == "There is nothing to undo."
    assert not alice.task(id).is_completed

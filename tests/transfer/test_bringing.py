"""Bringing tasks along: the preview, then everything at once, and back."""

from datetime import UTC, date, datetime, time, timedelta

import time_machine
from sqlalchemy import update

from tests.builders import Person
from tests.pages import Browser
from webapp.clock import now
from webapp.database import writing
from webapp.transfer.models import Import

from .bringing import add, bring, house_of, task_called

HEAD = (
    "TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,"
    "DATE,DATE_LANG,TIMEZONE,DURATION,DURATION_UNIT"
)
HOME = f"""{HEAD}
meta,view_style=list,,,,,,,,,,
task,Paint @house @spring,In white,1,1,,,2026-12-01 16:00,en,,45,minute
task,Buy brushes,,4,2,,,every friday,en,,,
note,The wide ones,,,,,,,,,,
section,Garden,,,,,,,,,,
task,Mow,,3,1,,,tomorrow,en,,,
"""


NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def told(browser: Browser) -> list[str]:
    return browser.current.words(".transfer__told li")


def test_a_todoist_project_is_shown_first_and_then_added_at_once(alice: Person) -> None:
    with time_machine.travel(NOON, tick=False):
        page = bring(alice.browser, ("Home [2203306141].csv", HOME))

    assert page.words("#place-form button")[0] == "Add 3 tasks"
    assert page.words(".transfer__row") == [
        "☐ Paint p1 Tue 1 Dec 16:00 @house @spring notes",
        "☐ Step, level 2: Buy brushes notes",
        "Garden",
        "☐ Mow p3 Mon 23 Nov",
    ]
    assert house_of(alice) == {"Inbox": []}

    page = add(alice.browser)

    assert page.toast.startswith("Imported 3 tasks from Home [2203306141].csv.")
    assert house_of(alice) == {"Inbox": [], "Home": ["Paint", ["Buy brushes"], ("Garden", ["Mow"])]}


def test_dates_become_dates_and_what_repeats_is_kept_in_the_notes(alice: Person) -> None:
    with time_machine.travel(NOON, tick=False):
        bring(alice.browser, ("Home.csv", HOME))
        remarks = told(alice.browser)
        add(alice.browser)

    paint, brushes, mow = (task_called(alice, title) for title in ("Paint", "Buy brushes", "Mow"))
    assert (paint.due_on, paint.due_time, paint.due_minutes) == (date(2026, 12, 1), time(16), 45)
    assert mow.due_on == date(2026, 11, 23)
    assert brushes.notes == "The wide ones\n\nDate: every friday"
    assert "line 4 “every friday” is kept in the notes: it repeats." in remarks


def test_one_undo_takes_all_of_it_back_and_one_redo_brings_it_again(alice: Person) -> None:
    before = house_of(alice)
    bring(alice.browser, ("Home.csv", HOME))
    add(alice.browser)
    after = house_of(alice)

    alice.browser.press("#undo")
    undone = house_of(alice)
    alice.browser.open("/keys")
    alice.browser.press("[formaction='/history/undo/delete']")

    assert undone == before
    assert house_of(alice) == after


def test_it_may_go_into_a_project_that_is_there_behind_what_stands_in_it(alice: Person) -> None:
    alice.has("First")
    page = bring(alice.browser, text="- [ ] Second\n  - [x] Step\n- [x] Third\n")
    inbox = str(page.one("#place option:nth-of-type(2)")["value"])

    add(alice.browser, place=inbox)
    bring(alice.browser, text="# Later\n- Fourth\n")
    add(alice.browser, place=inbox)
    bring(alice.browser, text="# LATER\n- Fifth\n")
    add(alice.browser, place=inbox)

    assert house_of(alice) == {
        "Inbox": ["First", "Second", ["Step"], "Third", ("Later", ["Fourth", "Fifth"])]
    }
    assert task_called(alice, "Third").is_completed


def test_several_files_become_several_projects(alice: Person) -> None:
    page = bring(
        alice.browser, ("Home [123456].csv", HOME), ("Work.md", "- [ ] Call\n"), ("Inbox.txt", "Mail")
    )

    assert page.all("#place option")[0].get_text() == "Projects of their own"
    assert page.all("#name") == []
    add(alice.browser)

    assert {name: tasks[:1] for name, tasks in house_of(alice).items()} == {
        "Inbox": ["Mail"],
        "Home": ["Paint"],
        "Work": ["Call"],
    }


def test_a_name_that_is_taken_gets_a_number(alice: Person) -> None:
    for _ in range(2):
        bring(alice.browser, text="Bread")
        add(alice.browser, name="Shop")

    assert house_of(alice) == {"Inbox": [], "Shop": ["Bread"], "Shop (2)": ["Bread"]}


def test_sent_twice_it_is_added_once(alice: Person) -> None:
    page = bring(alice.browser, text="Bread\nMilk\n")
    second = Browser(alice.app, alice.browser.token)
    second.page = page

    add(alice.browser, name="Shop")
    add(second, name="Shop")

    assert house_of(alice) == {"Inbox": [], "Shop": ["Bread", "Milk"]}


def test_labels_that_are_there_are_used_and_others_are_told_and_made(alice: Person) -> None:
    alice.has_label("Garden")
    page = bring(alice.browser, text="title,labels,priority\nSow,GARDEN; spring,1\n")

    assert page.words(".transfer__labels span") == ["@spring"]
    add(alice.browser, name="Plants")

    row = alice.browser.current.one(".task")
    assert [label.get_text(strip=True) for label in row.select(".label-tag, [class*=label]")] != []
    assert alice.browser.open("/labels").words(".label__name, .label a[href^='/labels/']")[:2] != []


def test_the_columns_of_a_table_may_be_chosen(alice: Person) -> None:
    page = bring(alice.browser, ("things.csv", "What,Where\n=SUM(A1),shop\n,nowhere\n"))
    assert page.words(".transfer__row") == ["☐ =SUM(A1)"]

    page = alice.browser.submit("#reading-form", **{"column-0-title": "1", "column-0-notes": "0"})
    add(alice.browser, name="Things")

    assert house_of(alice)["Things"] == ["shop", "nowhere"]
    assert task_called(alice, "shop").notes == "=SUM(A1)"


def test_another_format_may_be_chosen(alice: Person) -> None:
    bring(alice.browser, text="x 2026-11-20 Pay +Home\n")

    page = alice.browser.submit("#reading-form", **{"format-0": "plain"})

    assert page.words(".transfer__row") == ["☐ x 2026-11-20 Pay +Home"]


def test_what_was_brought_can_be_discarded(alice: Person) -> None:
    page = bring(alice.browser, text="Bread")

    alice.browser.press("#place-form .button--quiet")

    assert alice.browser.open(page.path).status == 404


def test_a_day_later_it_is_forgotten(alice: Person) -> None:
    page = bring(alice.browser, text="Bread")
    with alice.app.app_context(), writing() as session:
        old = update(Import).where(Import.workspace_id == alice.workspace_id)
        session.execute(old.values(created_at=now() - timedelta(days=1, seconds=1)))

    seen = alice.browser.open(page.path)
    pruned = alice.app.test_cli_runner().invoke(args=["prune"])

    assert seen.status == 404
    assert "1 previews of tasks" in pruned.output


def test_only_the_last_few_are_kept(alice: Person) -> None:
    pages = [bring(alice.browser, text=f"Bread {number}").path for number in range(6)]

    assert [alice.browser.open(path).status for path in pages] == [404, 200, 200, 200, 200, 200]


def test_into_a_project_of_somebody_else_no_label_is_made(alice: Person, bob: Person) -> None:
    alice.has_label("home")
    page = bring(bob.browser, text="title,labels,priority\nSow,home; spring,1\n")
    shared = str(page.all("#place option")[-1]["value"])

    add(bob.browser, place=shared)

    task = task_called(alice, "Sow")
    assert task.notes == "Label: spring"
    assert alice.browser.open("/tasks").words(".task")[0].count("home") == 1


def test_nothing_goes_where_somebody_may_not_fill(alice: Person, mallory: Person) -> None:
    page = bring(mallory.browser, text="Bread")
    theirs = alice.browser.open("/tasks") and house_of(alice)
    for place in ("999999", "0", "x"):
        mallory.browser.page = page
        assert add(mallory.browser, place=place).status == 404

    assert house_of(alice) == theirs

"""What comes up, day after day where the person is, with what is overdue on top."""

from datetime import date, time

import pytest
from sqlalchemy import update

from tests.builders import Person
from webapp.accounts.models import User
from webapp.database import writing

from .planning import DAY, TODAY, as_browsers_compare, blocked, days, names, planned

pytestmark = pytest.mark.usefixtures("at_noon")


def test_a_fortnight_stands_there_whether_something_is_planned_or_not(alice: Person) -> None:
    planned(alice, "Today")
    planned(alice, "Friday", TODAY + 5 * DAY)

    page = alice.browser.open("/upcoming")

    assert names(page)[:7] == [
        "Today 22 November",
        "Tomorrow 23 November",
        "Tuesday 24 November",
        "Wednesday 25 November",
        "Thursday 26 November",
        "Friday 27 November",
        "Saturday 28 November",
    ]
    assert len(names(page)) == 14
    assert days(page) == {"day-2026-11-22": ["Today"], "day-2026-11-27": ["Friday"]}


def test_later_days_stand_there_only_with_something_on_them_whatever_the_year(alice: Person) -> None:
    planned(alice, "Far", date(2027, 1, 1))
    planned(alice, "At the end of time", date(9999, 12, 31))

    page = alice.browser.open("/upcoming")

    assert names(page)[-2:] == ["Friday 1 January 2027", "Friday 31 December 9999"]
    assert days(page) == {"day-2027-01-01": ["Far"], "day-9999-12-31": ["At the end of time"]}


def test_within_a_day_timed_tasks_come_first_and_each_says_its_time_alone(alice: Person) -> None:
    tomorrow = TODAY + DAY
    ids = [
        planned(alice, "Any time", tomorrow),
        planned(alice, "Evening", tomorrow, time(19)),
        planned(alice, "Early", tomorrow, time(9)),
    ]

    page = alice.browser.open("/upcoming")

    keys = [str(row["data-order"]) for row in page.all("#days .task")]
    assert days(page) == {"day-2026-11-23": ["Early", "Evening", "Any time"]}
    assert [page.words(f"#task-{id} .task__date") for id in ids] == [[], ["19:00"], ["09:00"]]
    assert keys == sorted(keys, key=as_browsers_compare)


def test_deadlines_take_part_and_the_sooner_of_both_days_counts(alice: Person) -> None:
    planned(alice, "Deadline", None, deadline_on=TODAY + DAY)
    planned(alice, "Planned before it", TODAY + DAY, deadline_on=TODAY + 9 * DAY)
    planned(alice, "Planned behind it", TODAY + 9 * DAY, time(9), deadline_on=TODAY + DAY)

    page = alice.browser.open("/upcoming")

    assert days(page) == {"day-2026-11-23": ["Deadline", "Planned before it", "Planned behind it"]}


def test_the_overdue_stands_on_top_also_what_waits(alice: Person) -> None:
    late = planned(alice, "Late", TODAY - DAY)
    waiting, other = planned(alice, "Waiting", TODAY - 2 * DAY), planned(alice, "Other", TODAY + DAY)
    blocked(alice, waiting, other)

    page = alice.browser.open("/upcoming")
    from_tomorrow = alice.browser.open("/upcoming?start=2026-11-23")

    titles = page.one("#overdue-list").select(".task__title")
    assert [title.get_text() for title in titles] == ["Waiting", "Late"]
    assert page.one("#reschedule-all")["href"] == "/overdue/edit"
    assert late
    assert from_tomorrow.all("#overdue") == []


def test_the_strip_leads_through_the_weeks_and_says_how_much_is_up(alice: Person) -> None:
    planned(alice, "Today")
    planned(alice, "Today too", None, deadline_on=TODAY)
    planned(alice, "Wednesday", TODAY + 3 * DAY)

    first = alice.browser.open("/upcoming")
    second = alice.browser.follow("#week-after")
    friday = alice.browser.follow("a.week__day[href$='2026-11-27']")
    back = alice.browser.follow("#week-before")

    assert first.words(".week__day") == [
        "Mon 16",
        "Tue 17",
        "Wed 18",
        "Thu 19",
        "Fri 20",
        "Sat 21",
        "Sun 22 2 open",
    ]
    assert first.words("a.week__day") == ["Sun 22 2 open"]
    assert first.all("#week-before") == []
    assert second.words("a.week__day")[:3] == ["Mon 23", "Tue 24", "Wed 25 1 open"]
    assert names(friday)[0] == "Friday 27 November"
    assert friday.words("[aria-current=date]") == ["Fri 27"]
    assert back.path == "/upcoming?start=2026-11-22"
    assert names(back)[0] == "Today 22 November"


def test_weeks_begin_on_the_day_that_the_person_has_chosen(alice: Person) -> None:
    with alice.app.app_context(), writing() as session:
        session.execute(update(User).where(User.id == alice.id).values(week_start=6))

    page = alice.browser.open("/upcoming")

    assert [words.split()[0] for words in page.words(".week__day")] == [
        "Sun",
        "Mon",
        "Tue",
        "Wed",
        "Thu",
        "Fri",
        "Sat",
    ]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("2026-11-01", "Today 22 November"),
        ("2027-02-28", "Sunday 28 February 2027"),
        ("", "Today 22 November"),
    ],
)
def test_it_begins_with_the_day_that_is_asked_for_but_never_before_today(
    alice: Person, asked: str, first: str
) -> None:
    assert names(alice.browser.open(f"/upcoming?start={asked}"))[0] == first


@pytest.mark.parametrize("asked", ["x", "2026-02-31", "9999-12-31", "0", "2026-W48-5", "20261127"])
def test_words_that_are_no_day_lead_nowhere(alice: Person, asked: str) -> None:
    assert alice.browser.open(f"/upcoming?start={asked}").status == 404


def test_a_task_added_from_a_day_is_planned_for_it(alice: Person) -> None:
    alice.browser.open("/upcoming")
    page = alice.browser.follow("#day-2026-11-27-add")

    alice.browser.submit("#create-form", title="Milk")

    assert page.words("#new-target") == ["↵ Fri 27 Nov · Inbox"]
    assert days(alice.browser.current) == {"day-2026-11-27": ["Milk"]}


def test_a_change_puts_the_row_into_its_near_day_and_brings_a_later_day_whole(alice: Person) -> None:
    near, far = planned(alice, "Near", TODAY + DAY), planned(alice, "Far", TODAY + 60 * DAY)
    planned(alice, "Far too", TODAY + 60 * DAY, time(9))
    alice.browser.open("/upcoming")

    of_near = alice.browser.partial("PUT", f"/tasks/{near}", {"title": "Nearer", "version": "2"})
    of_far = alice.browser.partial("PUT", f"/tasks/{far}", {"title": "Farther", "version": "2"})

    assert of_near.one(".task").parent["hx-target"] == "#day-2026-11-23-list"  # type: ignore[index]
    whole = of_far.one("#day-2027-01-21")
    assert whole.parent["hx-target"] == "#days"  # type: ignore[index]
    assert [title.get_text() for title in whole.select(".task__title")] == ["Far too", "Farther"]
    assert of_far.words("[aria-current=date]") == ["Sun 22"]


def test_completing_takes_the_row_away_and_counts_anew(alice: Person) -> None:
    id = planned(alice, "Milk")
    alice.browser.open("/upcoming")

    answer = alice.browser.partial("POST", f"/tasks/{id}/completion")

    assert [tag["hx-target"] for tag in answer.all("hx-partial[hx-swap=delete]")] == [f"#task-{id}"]
    assert answer.words("[aria-current=date]") == ["Sun 22"]
    assert days(alice.browser.open("/upcoming")) == {}

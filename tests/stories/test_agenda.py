"""A day: what is overdue is rescheduled, what is up is done, and what comes up is looked through."""

from datetime import timedelta

from tests.agenda.planning import planned
from tests.builders import Person
from webapp.clock import now, today_for

from .drivers import with_javascript
from .drivers.chromium import ChromiumTab
from .vocabulary import Tab

DAY = timedelta(days=1)


def test_a_day_begins_with_what_is_left_over(tab: Tab, alice: Person) -> None:
    today = today_for("UTC")
    planned(alice, "Renew the domain", today - 2 * DAY)
    planned(alice, "Write the release notes", today)
    tab.open("/today")
    tab.sees("Renew the domain", "Write the release notes")

    tab.follow("Reschedule all")
    tab.choose("Reschedule")
    tab.says("Rescheduled 1 task to Today.")
    tab.sees("Renew the domain", "Write the release notes")
    tab.does_not_see("2 days overdue")

    tab.add("Buy bread")
    tab.sees("Renew the domain", "Write the release notes", "Buy bread")
    tab.complete("Write the release notes")
    tab.sees("Renew the domain", "Buy bread")
    tab.undo()
    tab.sees("Renew the domain", "Write the release notes", "Buy bread")


def test_a_day_is_done_task_by_task(tab: Tab, alice: Person) -> None:
    today = today_for("UTC")
    for title in ("Renew the domain", "Write the release notes", "Buy bread"):
        planned(alice, title, today)
    tab.open("/today")
    for title in ("Renew the domain", "Write the release notes", "Buy bread"):
        tab.complete(title)
        tab.says(f"Completed “{title}”.")
    tab.sees_text("All done for today")


def test_what_was_done_is_opened_again_and_what_comes_up_is_looked_through(tab: Tab, alice: Person) -> None:
    planned(alice, "Return the books", today_for("UTC") + DAY)
    planned(alice, "Buy bread", today_for("UTC"))
    tab.open("/today")
    tab.complete("Buy bread")
    tab.says("Completed “Buy bread”.")

    tab.follow("1 done")
    tab.sees("Buy bread")
    tab.reopen("Buy bread")
    tab.sees_text("Nothing completed yet")

    tab.open("/upcoming")
    tab.sees("Buy bread", "Return the books")
    tab.edit("Return the books", "Return all the books")
    tab.sees("Buy bread", "Return all the books")


@with_javascript
def test_a_page_left_open_overnight_shows_the_new_day_when_somebody_looks(
    tab: ChromiumTab, alice: Person
) -> None:
    planned(alice, "Buy bread", today_for("UTC"))
    tab.open("/today")
    tab.sees("Buy bread")
    planned(alice, "Put the bins out", today_for("UTC"))
    earlier = (now() - timedelta(minutes=1)).isoformat()

    tab.page.locator("#today").evaluate("(region, at) => (region.dataset.until = at)", earlier)
    tab.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    tab.sees("Buy bread", "Put the bins out")

"""A newcomer's first minutes, from signing up to signing out."""

from tests.builders import PASSWORD

from .drivers import with_javascript
from .drivers.chromium import ChromiumTab
from .vocabulary import Tab

ERRANDS = ("Buy bread", "Water the plants", "Call Mira", "Pay the rent", "Read a page")


def test_a_newcomer_signs_up_works_through_a_list_and_signs_out(visitors_tab: Tab) -> None:
    tab = visitors_tab

    tab.sign_up("Mira", "mira@example.org", PASSWORD)
    remove_the_samples(tab)
    tab.open("/tasks")
    work_through_a_list(tab)
    tab.sign_out()

    tab.sees_text("You are signed out.")
    tab.open("/tasks")
    tab.sees_text("Sign in to your docket.")


@with_javascript
def test_a_newcomer_never_waits_for_a_page_between_signing_up_and_out(visitors_tab: ChromiumTab) -> None:
    tab = visitors_tab
    tab.sign_up("Mira", "mira@example.org", PASSWORD)
    tab.page.evaluate("window.sinceSignUp = true")
    remove_the_samples(tab)
    assert tab.page.evaluate("window.sinceSignUp") is True
    tab.open("/tasks")
    tab.page.evaluate("window.sinceSignUp = true")

    work_through_a_list(tab)

    assert tab.page.evaluate("window.sinceSignUp") is True


def remove_the_samples(tab: Tab) -> None:
    tab.sees_text("5 sample tasks are here to try things out.")
    tab.remove_samples()
    tab.says("Removed 5 sample tasks.")
    tab.sees_text("Nothing planned for today")


def work_through_a_list(tab: Tab) -> None:
    tab.sees_text("Nothing to do yet")
    for errand in ERRANDS:
        tab.add(errand)
        tab.says(f"Added “{errand}”.")
    tab.sees(*ERRANDS)
    tab.counts("5 tasks left")

    tab.edit("Buy bread", "Buy rye bread")
    tab.sees("Buy rye bread", *ERRANDS[1:])

    tab.complete("Call Mira")
    tab.says("Completed “Call Mira”.")
    tab.sees_completed("Call Mira")
    tab.counts("4 tasks left")

    tab.reopen("Call Mira")
    tab.sees_completed()
    tab.counts("5 tasks left")

    tab.delete("Water the plants")
    tab.sees("Buy rye bread", *ERRANDS[2:])
    tab.undo()
    tab.says("Undid deleting “Water the plants”.")
    tab.sees("Buy rye bread", *ERRANDS[1:])

"""The network fails, the server stumbles, a finger is too quick: nothing is lost and nothing is doubled."""

from playwright.sync_api import Locator, Route, expect

from tests.builders import Person

from .drivers import with_javascript
from .drivers.chromium import ChromiumTab

pytestmark = with_javascript

OFFLINE = r"Failed to load resource: net::ERR_INTERNET_DISCONNECTED|htmx: htmx:error: Failed to fetch"
LOST = r"Failed to load resource: net::ERR_FAILED|htmx: htmx:error: Failed to fetch"
BROKEN = r"Failed to load resource: the server responded with a status of 50\d"
UNSAVED = "Not saved. Check your connection and try again."
STUMBLED = "Not saved. Try again in a moment."


def test_an_edit_without_a_network_keeps_the_text_and_marks_the_row(tab: ChromiumTab, alice: Person) -> None:
    (id,) = alice.has("Bread")
    tab.open("/tasks")
    tab.start_editing("Bread")
    tab.type("Rye bread")
    go_offline(tab)

    tab.save()
    tab.says(UNSAVED)
    tab.editor_holds("Rye bread")
    expect(unsaved(tab)).to_have_count(1)
    tab.context.set_offline(False)
    tab.save()

    tab.sees("Rye bread")
    expect(unsaved(tab)).to_have_count(0)
    assert alice.task(id).title == "Rye bread"


def test_a_new_task_without_a_network_stays_in_its_field(tab: ChromiumTab) -> None:
    tab.open("/tasks")
    go_offline(tab)

    tab.add("Bread")
    tab.says(UNSAVED)
    tab.new_task_holds("Bread")
    tab.context.set_offline(False)
    tab.press("Enter")

    tab.sees("Bread")
    expect(unsaved(tab)).to_have_count(0)


def test_a_ring_without_a_network_stays_as_it_is(tab: ChromiumTab, alice: Person) -> None:
    alice.has("Bread")
    tab.open("/tasks")
    go_offline(tab)

    tab.complete("Bread")

    tab.says(UNSAVED)
    tab.sees_completed()
    expect(unsaved(tab)).to_contain_text("Bread")


def test_an_editor_that_cannot_be_fetched_says_so(tab: ChromiumTab, alice: Person) -> None:
    alice.has("Bread")
    tab.open("/tasks")
    go_offline(tab)

    tab.start_editing("Bread")

    tab.says("Not loaded. Check your connection and try again.")
    tab.sees("Bread")


def test_a_server_behind_that_is_gone_does_not_land_in_the_row(tab: ChromiumTab, alice: Person) -> None:
    alice.has("Bread")
    tab.open("/tasks")
    tab.start_editing("Bread")
    tab.type("Rye bread")
    answer_next(tab, 502, "<html><body><h1>502 Bad Gateway</h1></body></html>")

    tab.save()

    tab.says(STUMBLED)
    tab.editor_holds("Rye bread")
    tab.does_not_see("Bad Gateway")


def test_our_own_503_says_so_and_does_not_land_in_the_row(tab: ChromiumTab, alice: Person) -> None:
    alice.has("Bread")
    tab.open("/tasks")
    tab.start_editing("Bread")
    tab.type("Rye bread")
    answer_next(tab, 503, error_toast("The database is away for a moment. Nothing was saved."))

    tab.save()

    tab.says("The database is away for a moment. Nothing was saved.")
    tab.editor_holds("Rye bread")
    expect(unsaved(tab)).to_have_count(1)


def test_a_broken_answer_does_not_delete_the_row(tab: ChromiumTab, alice: Person) -> None:
    alice.has("Bread")
    tab.open("/tasks")
    answer_next(tab, 500, "<h1>Something broke</h1>")

    tab.delete("Bread")

    tab.says(STUMBLED)
    tab.sees("Bread")
    tab.does_not_see("Something broke")


def test_a_triple_click_on_add_makes_one_task(tab: ChromiumTab) -> None:
    tab.open("/tasks")
    tab.new_task.fill("Bread")

    tab.button("Add").click(click_count=3)

    tab.sees("Bread")
    tab.new_task_holds("")
    tab.reload()
    tab.sees("Bread")


def test_a_triple_click_on_a_ring_makes_one_change(tab: ChromiumTab, alice: Person) -> None:
    alice.has("Bread")
    tab.open("/tasks")
    slow_down(tab)

    tab.check("Bread", checked=False).click(click_count=3)

    tab.sees_completed("Bread")
    tab.reload()
    tab.sees_completed("Bread")


def test_a_triple_enter_in_the_field_makes_one_task(tab: ChromiumTab) -> None:
    tab.open("/tasks")
    slow_down(tab)
    tab.new_task.fill("Bread")

    tab.press("Enter", "Enter", "Enter")

    tab.sees("Bread")
    tab.reload()
    tab.sees("Bread")


def test_a_line_whose_answer_was_lost_makes_one_task_when_it_is_sent_again(tab: ChromiumTab) -> None:
    tab.open("/tasks")
    tab.complaints.expect(LOST)
    tab.page.route("**/tasks", deliver_and_lose_the_answer, times=1)
    tab.add("Bread")
    tab.says(UNSAVED)
    tab.new_task_holds("Bread")

    tab.press("Enter")

    tab.sees("Bread")
    tab.reload()
    tab.sees("Bread")


def test_completing_all_leaves_an_open_editor_with_its_text(tab: ChromiumTab, alice: Person) -> None:
    bread, milk = alice.has("Bread", "Milk")
    tab.open("/tasks")
    tab.start_editing("Bread")
    other = tab.another()
    other.open("/tasks")
    other.edit("Bread", "Rye bread")
    other.sees("Rye bread", "Milk")
    other.close()
    tab.type("White bread")
    tab.save()
    tab.sees_text("You changed this task elsewhere while you were editing.")

    tab.complete_all()

    tab.sees_completed("Milk")
    tab.may_choose("White bread", "Rye bread")
    assert [alice.task(id).is_completed for id in (bread, milk)] == [True, True]


def unsaved(tab: ChromiumTab) -> Locator:
    """What is marked as not saved."""
    return tab.page.locator("#main [data-unsaved]")


def go_offline(tab: ChromiumTab) -> None:
    tab.complaints.expect(OFFLINE)
    tab.context.set_offline(True)


def answer_next(tab: ChromiumTab, status: int, body: str) -> None:
    """Let a proxy between the browser and the application answer the next change."""
    tab.complaints.expect(BROKEN)

    def answer(route: Route) -> None:
        route.fulfill(status=status, content_type="text/html", body=body)

    tab.page.route("**/tasks/*", answer, times=1)


def slow_down(tab: ChromiumTab) -> None:
    """Hold every change back until all clicks of a test have been made."""
    network = tab.context.new_cdp_session(tab.page)
    network.send("Network.enable")
    conditions = {"offline": False, "latency": 300, "downloadThroughput": -1, "uploadThroughput": -1}
    network.send("Network.emulateNetworkConditions", conditions)


def deliver_and_lose_the_answer(route: Route) -> None:
    route.fetch()
    route.abort()


def error_toast(words: str) -> str:
    return (
        '<hx-partial hx-target="#toasts" hx-swap="innerHTML">'
        f'<div class="toast"><p class="toast__text">{words}</p></div></hx-partial>'
    )

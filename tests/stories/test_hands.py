"""Selecting, dragging and keys that put things in order: with a mouse, a finger and the keyboard."""

import pytest
from playwright.sync_api import CDPSession, Locator, Page, expect

from tests.builders import Person
from tests.places import add_project, add_sections, add_tasks

from .drivers import with_javascript
from .drivers.chromium import ChromiumTab

pytestmark = with_javascript

SECTION = ".section .tasks[data-place^=section]"
TITLES = ["One", "Two", "Three", "Four"]


@pytest.fixture(autouse=True)
def project(tab: ChromiumTab, alice: Person) -> None:
    """A project of four tasks and an empty section, open in the tab."""
    id = add_project(alice, "Work")
    add_sections(alice, id, "Later")
    add_tasks(alice, TITLES, id)
    tab.open(f"/projects/{id}")


def titles(page: Page, list: str = "#project-list") -> Locator:
    return page.locator(f"{list} > .task:not([inert]) .task__title")


def middle_of(element: Locator) -> tuple[float, float]:
    box = element.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + max(box["height"], 20) / 2


def frames(page: Page, count: int) -> None:
    """Let the page draw itself so often: what is dragged looks around every few frames."""
    page.evaluate(
        f"async () => {{ for (let at = 0; at < {count}; at++) await new Promise(requestAnimationFrame); }}"
    )


def take(page: Page, row: Locator) -> None:
    """Press the mouse on a row until it can be moved."""
    row.hover()
    page.mouse.down()
    page.evaluate("async () => { while (!window.Sortable) await new Promise(requestAnimationFrame); }")
    frames(page, 3)
    x, y = middle_of(row)
    page.mouse.move(x, y + 6, steps=2)
    expect(page.locator("body[data-dragging]")).to_be_attached()


def drop_on(page: Page, x: float, y: float) -> None:
    page.mouse.move(x, y - 2, steps=8)
    page.mouse.move(x, y, steps=2)
    frames(page, 12)
    page.mouse.up()


def test_rows_are_dragged_in_a_list_to_a_section_below_a_task_and_to_a_project(tab: ChromiumTab) -> None:
    page, rows = tab.page, titles(tab.page)

    take(page, rows.nth(0))
    drop_on(page, *middle_of(rows.nth(2)))
    expect(rows).to_have_text(["Two", "Three", "One", "Four"])
    expect(page.locator("#toasts")).to_contain_text("Moved “One” down, 3 of 4.")
    expect(rows.nth(2)).to_be_focused()

    take(page, rows.nth(3))
    drop_on(page, *middle_of(page.locator(SECTION)))
    expect(titles(page, SECTION)).to_have_text(["Four"])

    take(page, rows.nth(1))
    x, y = middle_of(rows.nth(1))
    drop_on(page, x + 80, y)
    expect(rows).to_have_text(["Two", "One"])
    expect(page.locator("#toasts")).to_contain_text("“Three” is a step now, 1 of 1.")

    take(page, rows.nth(1))
    drop_on(page, *middle_of(page.get_by_role("link", name="Inbox")))
    expect(rows).to_have_text(["Two"])
    expect(page.locator("#toasts")).to_contain_text("Moved “One” to “Inbox”, 1 of 1.")
    tab.reload()
    expect(rows).to_have_text(["Two"])


def test_a_row_whose_neighbours_were_deleted_goes_back_with_words(tab: ChromiumTab, alice: Person) -> None:
    page, rows = tab.page, titles(tab.page)
    ids = [int(str(row.get_attribute("id")).split("-")[1]) for row in rows.all()]
    take(page, rows.nth(0))
    alice.browser.open("/tasks")
    for id in ids[1:]:
        alice.browser.press(f"#task-{id}-delete")
        alice.browser.open("/tasks")

    tab.complaints.expect("422")
    drop_on(page, *middle_of(rows.nth(2)))

    expect(page.locator("#toasts")).to_contain_text("has gone elsewhere meanwhile")
    expect(rows).to_have_text(TITLES)


def finger(session: CDPSession, kind: str, x: float = 0, y: float = 0) -> None:
    points = [] if kind == "touchEnd" else [{"x": x, "y": y}]
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def test_a_finger_that_rests_on_a_row_takes_it(tab: ChromiumTab) -> None:
    page, rows = tab.page, titles(tab.page)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    x, y = middle_of(rows.nth(0))

    finger(session, "touchStart", x, y)
    expect(page.locator(".sortable-chosen")).to_be_attached()
    _, below = middle_of(rows.nth(2))
    for step in range(1, 9):
        finger(session, "touchMove", x, y + (below + 4 - y) * step / 8)
        frames(page, 6)
    finger(session, "touchEnd")

    expect(rows).to_have_text(["Two", "Three", "One", "Four"])


def test_keys_put_a_row_in_order_and_make_it_a_step(tab: ChromiumTab) -> None:
    page, rows = tab.page, titles(tab.page)
    rows.nth(2).focus()

    tab.press("Control+ArrowUp")
    expect(rows).to_have_text(["One", "Three", "Two", "Four"])
    expect(rows.nth(1)).to_be_focused()
    tab.press("Control+ArrowDown")
    expect(rows).to_have_text(TITLES)
    expect(rows.nth(2)).to_be_focused()
    tab.press("Control+]")
    expect(rows).to_have_text(["One", "Two", "Four"])
    expect(page.locator("#toasts")).to_contain_text("“Three” is a step now, 1 of 1.")
    rows.nth(1).focus()
    tab.press("a")
    page.keyboard.type("Between")
    tab.press("Enter")
    expect(rows).to_have_text(["One", "Two", "Between", "Four"])
    tab.press("Escape")
    expect(rows.nth(1)).to_be_focused()
    tab.press("y")
    expect(rows).to_have_text(["One", "Two", "Two", "Between", "Four"])


def test_a_range_is_selected_completed_and_taken_back_with_one_undo(tab: ChromiumTab) -> None:
    page, rows = tab.page, titles(tab.page)
    rows.nth(0).hover()
    page.get_by_label("Select: One").check()
    page.get_by_label("Select: Three").click(modifiers=["Shift"])
    expect(page.locator("#bulk-count")).to_have_text("3 selected")

    tab.button("Complete").click()
    expect(rows).to_have_text(["Four"])
    expect(page.locator("#bulk")).to_have_count(0)
    tab.button("Undo").click()
    expect(rows).to_have_text(TITLES)

    rows.nth(1).focus()
    tab.press("x", "Shift+ArrowDown")
    expect(page.locator("#bulk-count")).to_have_text("2 selected")
    page.get_by_role("link", name="Select all").click()
    expect(page.locator("#bulk-count")).to_have_text("4 selected")
    tab.press("Escape")
    expect(page.locator("#bulk")).to_have_count(0)

"""Selecting, moving and dragging, in every state that a person can come to see."""

from collections.abc import Callable
from urllib.parse import urlencode

from .agenda_states import furnish, today_full
from .visit import Visit


def select(visit: Visit, count: int) -> None:
    """Select so many rows of the page from the first one on, as keys do."""
    visit.page.locator("a.task__title").first.focus()
    visit.page.keyboard.press("x")
    visit.see("#bulk-date")
    for _ in range(count - 1):
        visit.page.keyboard.press("Shift+ArrowDown")


def bar(visit: Visit) -> None:
    visit.see_list()
    select(visit, 3)


def bar_on_today(visit: Visit) -> None:
    today_full(visit)
    visit.page.locator("#today-day [data-select]").click()
    visit.see("#bulk-date")
    visit.page.locator("#today-day [data-select]").click()
    visit.page.locator("#bulk-count", has_text="3 selected").wait_for()


def bar_date(visit: Visit) -> None:
    bar(visit)
    visit.page.locator("#bulk-date").click()
    visit.page.locator("#bulk-when").press_sequentially("next friday 9am for 45 min")
    visit.see("#bulk-reading strong")


def bar_move(visit: Visit) -> None:
    bar(visit)
    visit.page.locator("#bulk-move").click()


def bar_label(visit: Visit) -> None:
    for name in ("errand", "deep-work", "Donaudampfschifffahrtsgesellschaftskapitän"):
        visit.person.has_label(name)
    bar(visit)
    visit.page.locator("#bulk-label").click()


def bar_priority(visit: Visit) -> None:
    bar(visit)
    visit.page.locator("#bulk-priority").click()


def selection_page(visit: Visit) -> None:
    furnish(visit)
    visit.open(f"/tasks/selection?{urlencode({'at': '/tasks', 'list': 'task-list', 'all': 1})}")


def move_page(visit: Visit) -> None:
    visit.open(f"/tasks/{furnish(visit)}/position/edit")


def dragging(visit: Visit) -> None:
    """A row on its way down, not yet let go."""
    visit.see_list()
    mouse, rows = visit.page.mouse, visit.page.locator(".task:not([inert]) > a.task__title")
    first, third = (rows.nth(at).bounding_box() for at in (0, 2))
    assert first
    assert third
    rows.nth(0).hover()
    mouse.down()
    visit.page.evaluate("async () => { while (!window.Sortable) await new Promise(requestAnimationFrame); }")
    x = first["x"] + first["width"] / 2
    mouse.move(x, first["y"] + 20, steps=4)
    visit.see("body[data-dragging]")
    mouse.move(x, third["y"] + 10, steps=8)


HAND_STATES: dict[str, Callable[[Visit], None]] = {
    "bar": bar,
    "bar-on-today": bar_on_today,
    "bar-date": bar_date,
    "bar-move": bar_move,
    "bar-label": bar_label,
    "bar-priority": bar_priority,
    "selection-page": selection_page,
    "move-page": move_page,
    "dragging": dragging,
}

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
    visit.see_list()
    first, third = (visit.page.locator(".task").nth(at) for at in (0, 2))
    first.hover()
    visit.see(".task__select")
    box, other = first.bounding_box(), third.bounding_box()
    assert box
    assert other
    visit.page.mouse.move(box["x"] + 200, box["y"] + 10)
    visit.page.mouse.down()
    visit.page.mouse.move(box["x"] + 210, box["y"] + 30, steps=5)
    visit.page.mouse.move(other["x"] + 210, other["y"] + 30, steps=10)
    visit.see(".dragging")


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

"""On a phone every control is large enough for a thumb, nothing scrolls sideways, and nothing jumps."""

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page

from tests.builders import make_person
from tests.pictures import project_states  # noqa: F401 (adds its states)
from tests.pictures.states import STATES
from tests.pictures.visit import Visit

pytestmark = pytest.mark.browser

AGENDA = ["today-full", "today-rescheduling", "upcoming-full", "done-by-day"]
LISTS = ["a-list", "first-minutes", "editor", "toast", "history", "the-bin"]
LABELS = ["labels", "label-editor", "label", "labels-of-a-task-unknown"]
CHANGED = ["history-of-a-task", "history-of-a-project", "project-conflict", "section-conflict"]
PROJECTS = ["project", "project-menu", "section-renaming", "section-deleting", "section-moving"]
PLACES = ["browse", "project-form-refused", "rows-with-labels", "add-a-task", "chips", "added-elsewhere"]
DATES = ["rows-with-dates", "picker", "picker-page", "date-words", "project-later"]
HANDS = [
    "bar",
    "bar-on-today",
    "bar-date",
    "bar-move",
    "bar-label",
    "bar-priority",
    "selection-page",
    "move-page",
]
IN_PLACE = [*AGENDA, *HANDS, *DATES, *LISTS, *LABELS, *CHANGED, *PROJECTS, *PLACES]
LOOKED_AT = [*IN_PLACE, "settings", "devices", "keys", "sign-in"]
WIDE = [
    "label-long",
    "label-editor-conflict",
    "front-page",
    "about",
    "list-of-very-long-titles",
    "editor-conflict",
    "picker-conflict",
    "settings-conflict",
]
EXEMPT = "p:not([class]), .lead, .skip, dialog:not([open])"
CONTROLS = "a[href], button, input:not([type=hidden]), select"
TARGETS = ".field--choice, .choice__option, .bulk__choice"
# Links within sentences are exempt (WCAG 2.2, 2.5.8); the label of a box belongs to its target.
SMALL = """([controls, exempt, targets]) => [...document.querySelectorAll(controls)]
  .filter((control) => control.checkVisibility() && !control.closest(exempt))
  .map((control) => [control, control.labels?.[0]])
  .map(([control, label]) => [control, label?.closest(targets) ?? control])
  .map(([control, target]) => [control, target.getBoundingClientRect()])
  .filter(([control, box]) => box.height > 1 && (box.height < 43.5 || box.width < 43.5))
  .map(([control, box]) => `${control.outerHTML.slice(0, 120)} ${box.width}x${box.height}`)"""
SHIFTED = """() => new Promise((resolve) => new PerformanceObserver((list) =>
  resolve(list.getEntries().reduce((sum, entry) => sum + (entry.hadRecentInput ? 0 : entry.value), 0)))
  .observe({ type: 'layout-shift', buffered: true }) ?? setTimeout(() => resolve(0), 300))"""


def phone(chromium: Browser, app: Flask, address: str, state: str, width: int = 390) -> Page:
    context = chromium.new_context(
        viewport={"width": width, "height": 800}, has_touch=True, is_mobile=True, reduced_motion="reduce"
    )
    visit = Visit(app, context.new_page(), address, make_person(app, "Mira"))
    STATES[state](visit)
    return visit.page


@pytest.mark.parametrize("state", LOOKED_AT)
def test_a_thumb_hits_every_control(state: str, app: Flask, chromium: Browser, address: str) -> None:
    page = phone(chromium, app, address, state)

    small = page.evaluate(SMALL, [CONTROLS, EXEMPT, TARGETS])
    page.context.close()

    assert small == []


@pytest.mark.parametrize("state", [*LOOKED_AT, *WIDE])
def test_nothing_scrolls_sideways_on_the_narrowest_phone(
    state: str,
    app: Flask,
    chromium: Browser,
    address: str,
) -> None:
    page = phone(chromium, app, address, state, width=320)

    sideways = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    page.context.close()

    assert sideways <= 0


@pytest.mark.parametrize("state", ["sign-in", "a-list", "first-minutes", "front-page"])
def test_nothing_jumps_while_a_page_comes(state: str, app: Flask, chromium: Browser, address: str) -> None:
    page = phone(chromium, app, address, state)

    shifted = page.evaluate(SHIFTED)
    page.context.close()

    assert shifted == 0

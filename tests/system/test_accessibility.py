"""axe-core finds nothing to object to, on any page, in any state and in both themes."""

from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page

from tests.builders import make_person
from tests.pictures import project_states  # noqa: F401 (adds its states)
from tests.pictures.states import STATES
from tests.pictures.visit import Visit
from tests.sources import ROOT

AXE = (ROOT / "tests" / "vendor" / "axe-4.14.1.min.js").read_text()
WHAT = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

pytestmark = pytest.mark.browser


def complaints(page: Page) -> list[str]:
    """What axe-core finds, each with the elements that it means."""
    page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate("rules => axe.run(document, rules)", WHAT)["violations"]
    return [
        f"{rule['id']}: {node['html'][:150]} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(state: str, app: Flask, chromium: Browser, address: str) -> None:
    context = chromium.new_context(reduced_motion="reduce")
    visit = Visit(app, context.new_page(), address, make_person(app, "Mira"))
    STATES[state](visit)

    found = {}
    for theme in ("light", "dark"):
        visit.page.emulate_media(color_scheme=theme)
        found[theme] = complaints(visit.page)
    context.close()

    assert found == {"light": [], "dark": []}

"""The zones on offer: each once, by the name that it has today."""

from zoneinfo import ZoneInfo

import pytest
from flask import Flask
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import expect

from tests.builders import make_person
from tests.pictures.visit import Visit
from webapp.accounts.time_zones import current_name, time_zones


def test_old_names_are_not_on_offer() -> None:
    offered = set(time_zones())

    assert offered.isdisjoint({"US/Eastern", "Asia/Calcutta", "Europe/Kiev", "Brazil/East", "Asia/Saigon"})
    assert offered >= {"UTC", "America/New_York", "Asia/Kolkata", "Europe/Kyiv", "Europe/Oslo"}


def test_every_zone_on_offer_has_its_rules() -> None:
    zones = [ZoneInfo(name) for name in time_zones()]

    assert len(zones) > 400


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("Europe/Kiev", "Europe/Kyiv"),
        ("America/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("Europe/Oslo", "Europe/Oslo"),
        ("Mars/Olympus_Mons", "UTC"),
        ("", "UTC"),
    ],
)
def test_what_a_browser_says_is_understood(said: str, meant: str) -> None:
    assert current_name(said) == meant


@pytest.mark.browser
def test_the_settings_propose_the_zone_of_the_device_and_ask_to_save(
    app: Flask, chromium: Chromium, address: str
) -> None:
    context = chromium.new_context(timezone_id="Asia/Calcutta")
    visit = Visit(app, context.new_page(), address, make_person(app, "Mira"))
    visit.sign_in()
    visit.open("/settings")
    expect(visit.page.get_by_text("This device is in Asia/Kolkata. Choose that, then save.")).to_be_visible()

    visit.press("Choose that")
    expect(visit.page.get_by_label("Time zone")).to_be_focused()
    visit.press("Save")

    expect(visit.page.get_by_text("Your settings are saved.")).to_be_visible()
    expect(visit.page.get_by_label("Time zone")).to_have_value("Asia/Kolkata")
    context.close()

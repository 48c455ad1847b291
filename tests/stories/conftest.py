"""The drivers, and the tabs in which stories are acted out."""

import os
import shutil
from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, expect, sync_playwright

from tests.builders import Person

from .drivers import ALL
from .drivers.chromium import ChromiumTab
from .drivers.complaints import Complaints
from .drivers.plain import PlainTab
from .drivers.server import serving
from .vocabulary import Tab

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium."""
    path = shutil.which("chromium")
    if path is None and os.environ.get("CI") == "true":
        pytest.fail("Chromium is not installed, and CI must run the stories in it.")
    if path is None:
        pytest.skip("Chromium is not installed: the stories run without it.")
    expect.set_options(timeout=10_000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(shared_app: Flask) -> Iterator[str]:
    """Where a real browser finds the application."""
    with serving(shared_app) as address:
        yield address


@pytest.fixture(params=ALL)
def driver(request: pytest.FixtureRequest) -> str:
    """Every story is acted out by each of these."""
    return str(request.param)


@pytest.fixture
def visitors_tab(request: pytest.FixtureRequest, driver: str, app: Flask) -> Iterator[Tab]:
    """A tab of somebody who is not signed in."""
    if driver == "plain":
        yield PlainTab(app)
        return
    browser: Browser = request.getfixturevalue("chromium")
    address: str = request.getfixturevalue("address")
    # Without motion: a page transition that is cut short on a busy machine counts as an uncaught error.
    context = browser.new_context(java_script_enabled=driver == "chromium", reduced_motion="reduce")
    context.set_default_timeout(15_000)
    complaints = Complaints(context)
    yield ChromiumTab(context, complaints, address)
    context.close()
    assert complaints.left == []


@pytest.fixture
def tab(visitors_tab: Tab, alice: Person) -> Tab:
    """A tab of Alice's, who is signed in."""
    visitors_tab.be(alice)
    return visitors_tab

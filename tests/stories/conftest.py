"""The drivers, and the tabs in which stories are acted out."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser

from tests.builders import Person

from .drivers import ALL
from .drivers.chromium import ChromiumTab
from .drivers.complaints import Complaints
from .drivers.plain import PlainTab
from .vocabulary import Tab


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

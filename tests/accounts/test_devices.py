"""The devices on which a person is signed in."""

import pytest

from tests.builders import Person
from tests.pages import Browser
from webapp.accounts.devices import device_name

from .browsers import another_browser, is_signed_in, sign_in

AGENTS = {
    "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0": "Firefox on Linux",
    "Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0": "Edge on Windows",
    "Mozilla/5.0 (Linux; Android 14) Chrome/130.0 Mobile Safari/537.36": "Chrome on Android",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1": "Safari on iPhone",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/17.0 Safari/605.1": "Safari on Mac",
    "curl/8.5.0": "Unknown device",
    "": "Unknown device",
}


@pytest.mark.parametrize("agent", AGENTS)
def test_a_device_is_called_as_people_would_call_it(agent: str) -> None:
    assert device_name(agent) == AGENTS[agent]


def test_all_devices_are_listed_and_this_one_is_marked(alice: Person) -> None:
    browser = Browser(alice.app)
    browser.client.environ_base["HTTP_USER_AGENT"] = next(iter(AGENTS))
    sign_in(browser, alice)

    page = browser.open("/settings/devices")

    assert page.words(".devices__item strong") == ["Firefox on Linux", "Firefox on Linux"]
    assert page.words(".devices__here") == ["This device"]
    assert page.one(".devices__item:has(.devices__here) a.button")["href"] == "/auth/logout"


def test_this_device_comes_first(alice: Person) -> None:
    another_browser(alice)

    page = alice.browser.open("/settings/devices")

    first, _ = page.all(".devices__item")
    assert first.select(".devices__here")


def test_one_device_can_be_signed_out(alice: Person) -> None:
    phone, tablet = another_browser(alice), another_browser(alice)
    phone.open("/settings/devices")
    newest = phone.current.all(".devices__item button")[0]["formaction"]

    page = phone.press(f"[formaction='{newest}']")

    assert page.path == "/settings/devices"
    assert page.toast.endswith("is signed out.")
    assert is_signed_in(phone)
    assert is_signed_in(alice.browser)
    assert not is_signed_in(tablet)


def test_all_other_devices_can_be_signed_out_at_once(alice: Person, mallory: Person) -> None:
    others = [another_browser(alice), another_browser(alice, keep="y")]
    alice.browser.open("/settings/devices")

    page = alice.browser.press("[formaction='/settings/devices/others/delete']")

    assert page.toast == "All other devices are signed out."
    assert is_signed_in(alice.browser)
    assert not any(is_signed_in(other) for other in others)
    assert is_signed_in(mallory.browser)


def test_with_one_device_there_is_nothing_else_to_sign_out(alice: Person) -> None:
    page = alice.browser.open("/settings/devices")

    assert page.all(".devices__item") != []
    assert page.all("main button[formaction]") == []


def test_another_persons_device_is_not_found(alice: Person, mallory: Person) -> None:
    another_browser(alice)
    path = alice.browser.open("/settings/devices").one(".devices__item button")["formaction"]
    mallory.browser.open("/settings/devices")

    answer = mallory.browser.partial("POST", str(path))

    assert answer.status == 404
    assert len(alice.browser.open("/settings/devices").all(".devices__item")) == 2

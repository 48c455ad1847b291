"""What a home screen and a browser's frame need to know: manifest, icons and colours."""

import json
import struct
from urllib.parse import urljoin

from tests.builders import Person
from tests.contrast import hexadecimal, tokens
from tests.pages import Browser, Page


def manifest_of(browser: Browser) -> tuple[str, dict[str, object]]:
    """The address and the words of the manifest that a page names."""
    path = str(browser.open("/about").one("link[rel=manifest]")["href"])
    answer = browser.client.get(path, buffered=True)
    assert answer.mimetype == "application/manifest+json"
    return path, json.loads(answer.data)


def size_of(browser: Browser, path: str) -> str:
    """Width and height of a PNG, as its header says."""
    answer = browser.client.get(path, buffered=True)
    assert answer.mimetype == "image/png"
    return "{}x{}".format(*struct.unpack(">II", answer.data[16:24]))


def colours(page: Page) -> dict[str, str]:
    return {str(tag.get("media", "")): str(tag["content"]) for tag in page.all("meta[name=theme-color]")}


def test_the_manifest_installs_the_list_as_an_app_of_its_own(anonymous: Browser) -> None:
    _, manifest = manifest_of(anonymous)

    assert manifest["start_url"] == "/today"
    assert manifest["id"] == "/tasks"  # by which browsers know an app that is installed already
    assert (manifest["scope"], manifest["display"], manifest["name"]) == ("/", "standalone", "Docket")


def test_its_icons_are_there_in_the_sizes_that_it_names(anonymous: Browser) -> None:
    path, manifest = manifest_of(anonymous)

    icons = manifest["icons"]
    assert isinstance(icons, list)
    assert {(icon["sizes"], icon.get("purpose", "any")) for icon in icons} == {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }
    assert [size_of(anonymous, urljoin(path, icon["src"])) for icon in icons] == [
        icon["sizes"] for icon in icons
    ]


def test_the_touch_icon_is_there(anonymous: Browser) -> None:
    link = anonymous.open("/").one("link[rel=apple-touch-icon]")

    assert size_of(anonymous, str(link["href"])) == "180x180"


def test_the_browsers_frame_has_the_colour_of_the_paper(anonymous: Browser) -> None:
    paper = {theme: hexadecimal(tokens(theme)["paper"]) for theme in ("light", "dark")}

    seen = colours(anonymous.open("/"))

    assert seen == {f"(prefers-color-scheme: {theme})": paper[theme] for theme in ("light", "dark")}
    assert manifest_of(anonymous)[1]["theme_color"] == paper["light"]


def test_a_chosen_theme_holds_on_every_page_that_knows_the_person(alice: Person) -> None:
    alice.browser.open("/settings")
    alice.browser.submit("form[action='/settings']", theme="dark")

    for path in ("/tasks", "/about", "/auth/logout", f"/tasks/{2**62}"):
        page = alice.browser.open(path)

        assert page.one("html")["data-theme"] == "dark", path
        assert colours(page) == {"": hexadecimal(tokens("dark")["paper"])}, path


def test_a_page_about_an_error_asks_the_database_nothing_more(alice: Person, queries: list[str]) -> None:
    alice.browser.open(f"/tasks/{2**62}")

    assert len(queries) == 2

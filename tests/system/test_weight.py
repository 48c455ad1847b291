"""What a first visit sends over the wire: everything that a page needs, compressed as it is served."""

from typing import NamedTuple

import pytest

from tests.builders import Person
from tests.pages import Browser

MOST = 25_000
MOST_SCRIPT = 20_000
MOST_BLOCKING = 8
# Browsers hold a page's first picture back for these; modules wait by themselves.
BLOCKING = "link[rel=stylesheet], head script[src]:not([type=module], [async], [defer])"


class Load(NamedTuple):
    """Bytes by kind of file, and how many of them stand before the first picture."""

    html: int
    css: int
    js: int
    svg: int
    blocking: int

    @property
    def total(self) -> int:
        return self.html + self.css + self.js + self.svg


def first_load(browser: Browser, path: str) -> Load:
    page = browser.open(path)
    files = {
        str(tag.get("href") or tag["src"])
        for tag in page.all(f"{BLOCKING}, script[src], [rel=modulepreload]")
    }
    files |= {str(tag["href"]).partition("#")[0] for tag in page.all("use")}
    sizes = {"html": weight(browser, path), "css": 0, "js": 0, "svg": 0}
    for file in files:
        sizes[file.rpartition(".")[2]] += weight(browser, file)
    return Load(**sizes, blocking=len(page.all(BLOCKING)))


def weight(browser: Browser, path: str) -> int:
    answer = browser.client.get(path, headers={"Accept-Encoding": "br"}, buffered=True)
    assert answer.headers["Content-Encoding"] == "br", path
    return len(answer.data)


@pytest.mark.parametrize("path", ["/auth/login", "/tasks", "/auth/register", "/"])
def test_a_first_visit_weighs_less_than_a_photo(alice: Person, anonymous: Browser, path: str) -> None:
    alice.has(*[f"Read chapter {chapter} of the long book" for chapter in range(1, 51)])

    load = first_load(alice.browser if path == "/tasks" else anonymous, path)

    assert load.total <= MOST, load
    assert load.js <= MOST_SCRIPT, load
    assert load.blocking <= MOST_BLOCKING, load

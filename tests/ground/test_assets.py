"""Static files under an address that changes with them."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest
from flask import Flask

from tests.pages import Browser
from webapp.assets import style_sheets, tree_hash


@pytest.fixture
def sheet(anonymous: Browser) -> str:
    return str(anonymous.open("/about").one("link[rel=stylesheet][href$='app.css']")["href"])


def bare(css: str) -> str:
    """Without comments, space and the names of tokens, which are served short."""
    return re.sub(r"\s+|(?<=--)[\w-]+", "", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))


def test_files_may_be_kept_for_ever(anonymous: Browser, sheet: str) -> None:
    answer = anonymous.client.get(sheet, buffered=True)

    assert re.fullmatch(r"/static/[0-9a-f]{12}/css/app\.css", sheet)
    assert answer.status_code == 200
    assert answer.mimetype == "text/css"
    assert {"immutable", "public"} <= set(answer.headers["Cache-Control"].split(", "))
    assert answer.cache_control.max_age is not None
    assert answer.cache_control.max_age >= 31536000


@pytest.mark.parametrize(("encoding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_files_are_served_compressed(
    anonymous: Browser, encoding: str, unpack: Callable[[bytes], bytes]
) -> None:
    path = str(anonymous.open("/about").one("script[src*=htmx-4]")["src"])

    plain = anonymous.client.get(path, buffered=True)
    packed = anonymous.client.get(path, headers={"Accept-Encoding": encoding}, buffered=True)

    assert packed.headers["Content-Encoding"] == encoding
    assert "Accept-Encoding" in packed.vary
    assert unpack(packed.data) == plain.data
    assert len(packed.data) < len(plain.data) / 2


def test_one_sheet_holds_all_in_their_order(anonymous: Browser, sheet: str) -> None:
    joined = bare(anonymous.client.get(sheet, buffered=True).text)

    places = [joined.find(bare(path.read_text())) for path in style_sheets()]
    assert -1 not in places
    assert places == sorted(places)


def test_everything_that_a_page_names_is_there(anonymous: Browser) -> None:
    page = anonymous.open("/about")
    files = [str(tag.get("href") or tag["src"]) for tag in page.all("head link[href], script[src]")]
    icons = {str(tag["href"]) for tag in page.all("use[href]")}
    imported = [path for path in files if path.endswith(".js") and "/behaviours/" in path]

    for path in [*files, *icons]:
        assert anonymous.client.get(path.partition("#")[0], buffered=True).status_code == 200, path
    app_js = anonymous.client.get(next(path for path in files if path.endswith("app.js")), buffered=True).text
    assert {path.rpartition("/")[2] for path in imported} == set(
        re.findall(r"behaviours/([\w-]+\.js)\"", app_js)
    )


def test_what_comes_later_is_there(anonymous: Browser) -> None:
    app_js = str(anonymous.open("/about").one("script[type=module]")["src"])

    later = re.findall(r"import\(\"\./(.+?)\"\)", anonymous.client.get(app_js, buffered=True).text)

    assert later
    for path in later:
        assert anonymous.client.get(app_js.replace("app.js", path), buffered=True).status_code == 200, path


def test_tokens_have_one_short_name_on_every_sheet(anonymous: Browser, sheet: str) -> None:
    served = [sheet, *(str(link["href"]) for link in anonymous.open("/").all("link[href*='/pages/']"))]
    texts = [anonymous.client.get(path, buffered=True).text for path in served]

    defined = set(re.findall(r"[{;](--[\w-]+):", texts[0]))
    used = {name for text in texts for name in re.findall(r"var\((--[\w-]+)", text)}

    assert len(texts) == 4
    assert used <= defined
    assert max(len(name) for name in used) <= 4


@pytest.mark.parametrize(
    "path",
    [
        "css/nothing.css",
        "",
        "css/",
        "../config.py",
        "../../pyproject.toml",
        "%2e%2e/%2e%2e/pyproject.toml",
        "css/app.css%00",
        "//etc/passwd",
    ],
)
def test_nothing_else_is_served(anonymous: Browser, sheet: str, path: str) -> None:
    assert anonymous.client.get(f"{sheet.removesuffix('css/app.css')}{path}").status_code == 404


def test_the_address_of_another_version_is_not_found(anonymous: Browser) -> None:
    assert anonymous.client.get("/static/0123456789ab/css/app.css").status_code == 404


def test_any_change_makes_another_address(tmp_path: Path) -> None:
    seen = [tree_hash(tmp_path)]
    for name, text in (("a.css", "a"), ("a.css", "b"), ("b.css", "b"), ("sub.css", "")):
        (tmp_path / name).write_text(text)
        seen.append(tree_hash(tmp_path))
    (tmp_path / "sub.css").rename(tmp_path / "sub2.css")
    seen.append(tree_hash(tmp_path))

    assert len(set(seen)) == len(seen)


def test_development_serves_files_as_they_are(new_app: Callable[..., Flask]) -> None:
    browser = Browser(new_app(ENVIRONMENT="development"))

    page = browser.open("/about")

    sheets = [str(link["href"]) for link in page.all("link[rel=stylesheet]:not([href*='/pages/'])")]
    assert sheets == [f"/static/development/css/{path.name}" for path in style_sheets()]
    for path, source in zip(sheets, style_sheets(), strict=True):
        answer = browser.client.get(path, buffered=True)
        assert answer.data == source.read_bytes()
        assert "immutable" not in answer.headers.get("Cache-Control", "")

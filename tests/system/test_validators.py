"""The validators of others find nothing on any page: Nu, the standard's own, and html-validate.

They come from npm at their first use and want Node and Java, so they run in `make check-long` only.
"""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from flask import Flask

from tests.builders import Person
from tests.crawling import every_page
from webapp.errors import WORDS, error_answer

pytestmark = pytest.mark.skipif(
    os.environ.get("CHECK_LONG") != "true" or not (shutil.which("npx") and shutil.which("java")),
    reason="make check-long runs this where Node and Java are installed",
)

NPX = ("npx", "--yes", "--ignore-scripts")
NU, HTML_VALIDATE = "vnu-jar@26.9.27", "html-validate@10.17.0"
# The attributes of htmx are not of the standard.
HTMX = r"Attribute “hx-[^”]+” not allowed"
RULES = {
    "root": True,
    "extends": ["html-validate:recommended", "html-validate:a11y"],
    "rules": {
        # How templates are written: implied types and <!doctype html> are what the standard says.
        **dict.fromkeys(["no-implicit-button-type", "no-implicit-input-type", "doctype-style"], "off"),
        "no-trailing-whitespace": "off",
        # The ring of a task is a button in the role of a checkbox: without scripts only buttons send.
        "prefer-native-element": ["error", {"exclude": ["checkbox"]}],
        # A list may bear a name (WAI-ARIA 1.2).
        "aria-label-misuse": ["error", {"allowAnyNamable": True}],
    },
}


@pytest.fixture
def pages(app: Flask, alice: Person, tmp_path: Path) -> Path:
    """A folder with every page that can be reached, and every error."""
    for number, page in enumerate(every_page(app, alice)):
        name = re.sub(r"\W+", "-", page.path)[:80]
        (tmp_path / f"{number:03d}{name}-{page.status}.html").write_text(page.text)
    for status in WORDS:
        with app.test_request_context():
            (tmp_path / f"error-{status}.html").write_text(error_answer(status).get_data(as_text=True))
    return tmp_path


def output(*command: str, at: Path) -> str:
    return subprocess.run(command, cwd=at, capture_output=True, text=True, check=False).stdout


def test_the_nu_checker_finds_nothing(pages: Path) -> None:
    report = output(*NPX, NU, "--format", "json", "--stdout", "--exit-zero-always", ".", at=pages)

    found = [f"{Path(each['url']).name}: {each['message']}" for each in json.loads(report)["messages"]]
    assert [line for line in found if not re.search(HTMX, line)] == []
    assert len(found) > 100, "not even the attributes of htmx were found"


def test_html_validate_finds_nothing(pages: Path) -> None:
    (pages / ".htmlvalidate.json").write_text(json.dumps(RULES))

    report = output(*NPX, HTML_VALIDATE, "--formatter", "json", ".", at=pages)

    found = [
        f"{Path(file['filePath']).name}: {each['ruleId']}: {each['message']}"
        for file in json.loads(report)
        for each in file["messages"]
    ]
    assert found == []

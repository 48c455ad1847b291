"""Pictures of every page in every state, to be looked at: `make screenshots` writes them to screenshots/.

Words on the command line choose states by their beginning. Without any, the README's
pictures in docs/ are made too.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from tempfile import TemporaryDirectory

import time_machine
from flask import Flask
from flask_migrate import upgrade
from playwright.sync_api import Browser, sync_playwright

from tests.builders import make_person
from tests.conftest import CHEAP
from tests.sources import ROOT
from tests.stories.drivers.server import serving
from webapp import create_app
from webapp.extensions import db, metadata

from . import project_states  # noqa: F401 (adds its states)
from .states import STATES
from .visit import Visit

FOLDER = ROOT / "screenshots"
WIDTHS = {1200: 900, 500: 900, 320: 640}
README = {"today-at-work": ("docket.png", 1200, 960), "editor-conflict": ("conflict.png", 1000, 960)}
MORNING = time(8, tzinfo=UTC)
THEMES = ("light", "dark")


@contextmanager
def application() -> Iterator[Flask]:
    """The application with a database of its own."""
    with TemporaryDirectory() as folder:
        app = create_app(ENVIRONMENT="testing", DATA_DIR=folder, PUBLIC_URL="http://localhost", **CHEAP)
        with app.app_context():
            upgrade()
        yield app
        with app.app_context():
            db.engine.dispose()


def empty(app: Flask) -> None:
    with app.app_context(), db.engine.begin() as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(table.delete())


def picture(chromium: Browser, app: Flask, address: str, name: str) -> None:
    """One state in all widths and both themes."""
    empty(app)
    context = chromium.new_context(viewport={"width": 1200, "height": 900}, reduced_motion="reduce")
    visit = Visit(app, context.new_page(), address, make_person(app, "Mira"))
    STATES[name](visit)
    for width, height in WIDTHS.items():
        visit.page.set_viewport_size({"width": width, "height": height})
        for theme in THEMES:
            visit.page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
            visit.page.screenshot(path=FOLDER / f"{name}-{width}-{theme}.png")
    context.close()


def readme_picture(chromium: Browser, app: Flask, address: str, name: str) -> None:
    """A state, as large as a README shows it, in the morning, with the pointer out of the way."""
    empty(app)
    file, width, height = README[name]
    page = chromium.new_page(viewport={"width": width, "height": height}, device_scale_factor=1.5)
    with time_machine.travel(datetime.combine(datetime.now(UTC), MORNING)):
        visit = Visit(app, page, address, make_person(app, "Mira"))
        STATES[name](visit)
        page.mouse.move(0, 0)
        page.screenshot(path=ROOT / "docs" / file)


def main(*beginnings: str) -> None:
    FOLDER.mkdir(exist_ok=True)
    with application() as app, serving(app) as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name in STATES:
            if not beginnings or name.startswith(beginnings):
                picture(chromium, app, address, name)
        if not beginnings:
            for name in README:
                readme_picture(chromium, app, address, name)
        chromium.close()


if __name__ == "__main__":
    main(*sys.argv[1:])

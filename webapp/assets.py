"""Static files under `/static/<hash of the tree>/`, so that browsers may keep them for ever.

At start the tree is copied to a temporary folder, the style sheets are joined into one, and
everything is compressed. In development the files are served as they are.
"""

import atexit
import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from wsgiref.headers import Headers

from flask import Flask
from whitenoise import WhiteNoise
from whitenoise.compress import Compressor

from .config import ROOT

SOURCE = ROOT / "static"
# The layers in their order; rooms and components follow by name.
LAYERS = ("tokens", "reset", "base", "layout")


def init_app(app: Flask, add_headers: Callable[[Headers, str, str], None]) -> None:
    """Serve the tree; `add_headers` gives files the same security headers as pages."""
    development = app.config["ENVIRONMENT"] == "development"
    version = "development" if development else tree_hash(SOURCE)
    prefix = f"/static/{version}"
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=SOURCE if development else _build(version),
        prefix=prefix,
        autorefresh=development,
        max_age=0 if development else 60,
        allow_all_origins=False,
        mimetypes={".webmanifest": "application/manifest+json"},
        immutable_file_test=lambda _path, _url: not development,
        add_headers_function=add_headers,
    )
    sheets = [path.relative_to(SOURCE).as_posix() for path in style_sheets()]
    app.jinja_env.globals.update(
        asset=lambda path: f"{prefix}/{path}",
        style_sheets=sheets if development else ["css/app.css"],
        behaviours=[path.relative_to(SOURCE).as_posix() for path in sorted(SOURCE.glob("js/*/*.js"))],
    )


def tree_hash(tree: Path) -> str:
    """Twelve hexadecimal digits that change with any name or byte below `tree`."""
    digest = hashlib.sha256()
    for path in sorted(file for file in tree.rglob("*") if file.is_file()):
        digest.update(path.relative_to(tree).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]


def style_sheets() -> list[Path]:
    """The style sheets in the order in which they are joined."""
    first = [SOURCE / "css" / f"{name}.css" for name in LAYERS]
    return first + sorted(set((SOURCE / "css").glob("*.css")) - set(first))


@cache
def _build(version: str) -> Path:
    build = Path(tempfile.mkdtemp(prefix=f"docket-{version}-"))
    atexit.register(_remove, build, os.getpid())
    shutil.copytree(SOURCE, build, dirs_exist_ok=True)
    joined = "\n".join(path.read_text() for path in style_sheets())
    (build / "css" / "app.css").write_text(_without_comments(joined))
    compressor = Compressor(quiet=True)
    for path in build.rglob("*"):
        if path.is_file() and compressor.should_compress(path.name):
            list(compressor.compress(str(path)))
    return build


def _without_comments(css: str) -> str:
    return re.sub(r"\n\s*\n+", "\n", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))


def _remove(build: Path, owner: int) -> None:
    # A worker that was forked off ends while others still serve from the folder.
    if os.getpid() == owner:
        shutil.rmtree(build, ignore_errors=True)

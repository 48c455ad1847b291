"""Static files under `/static/<hash of the tree>/`, so that browsers may keep them for ever.

At start the tree is copied to a temporary folder, the style sheets are joined into one, so are our scripts,
both without comments and indentation, and htmx with its extensions; then everything is compressed. What not
a first visit can do without stays by itself: css/pages/ is linked by the pages in question, js/later/ is
imported when it is asked for. In development the files are served as they are.
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
# htmx before its extensions.
HTMX = ("vendor/htmx-4.0.1.min.js", "vendor/hx-upsert-4.0.1.min.js")
JOINED_HTMX = "vendor/htmx-4.0.1.js"


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
        htmx=list(HTMX) if development else [JOINED_HTMX],
        style_sheets=sheets if development else ["css/app.css"],
        behaviours=[path.relative_to(SOURCE).as_posix() for path in behaviours()] if development else [],
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


def behaviours() -> list[Path]:
    """The modules that app.js imports at once."""
    return sorted(SOURCE.glob("js/behaviours/*.js"))


@cache
def _build(version: str) -> Path:
    build = Path(tempfile.mkdtemp(prefix=f"docket-{version}-"))
    atexit.register(_remove, build, os.getpid())
    shutil.copytree(SOURCE, build, dirs_exist_ok=True)
    (build / "css" / "app.css").write_text(joined_sheets())
    for path in (build / "css" / "pages").glob("*.css"):
        path.write_text(_bare_sheet(path.read_text()))
    for path in (build / "js" / "later").glob("*.js"):
        path.write_text(_bare_script(path.read_text()))
    (build / "js" / "app.js").write_text(joined_scripts())
    (build / JOINED_HTMX).write_text("\n".join((SOURCE / path).read_text() for path in HTMX))
    compressor = Compressor(quiet=True)
    for path in build.rglob("*"):
        if path.is_file() and compressor.should_compress(path.name):
            list(compressor.compress(str(path)))
    return build


def joined_sheets() -> str:
    """All style sheets as one."""
    return _bare_sheet("\n".join(path.read_text() for path in style_sheets()))


def _bare_sheet(css: str) -> str:
    """Without comments and needless space, and with short names for the tokens."""
    css = re.sub(r"(?<![\w-])--[\w-]+", lambda name: _short_names().get(name[0], name[0]), css)
    bare = re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    return re.sub(r"(?<=[{;(])\s*([\w-]+): ", r"\1:", re.sub(r"\s*([{};,])\s*", r"\1", bare))


@cache
def _short_names() -> dict[str, str]:
    names = re.findall(r"^ +(--[\w-]+):", (SOURCE / "css" / "tokens.css").read_text(), flags=re.MULTILINE)
    return {name: f"--{number:x}" for number, name in enumerate(dict.fromkeys(names))}


def joined_scripts() -> str:
    """app.js and its behaviours as one module; each behaviour keeps its own names to itself."""
    start = re.sub(r"^import .*\n", "", (SOURCE / "js" / "app.js").read_text(), flags=re.MULTILINE)
    return "\n".join([*(_enclosed(path.read_text()) for path in behaviours()), _bare_script(start)])


def _enclosed(module: str) -> str:
    names = ", ".join(re.findall(r"^export function (\w+)", module, flags=re.MULTILINE))
    inside = _bare_script(re.sub(r"^export ", "", module, flags=re.MULTILINE))
    return f"const {{ {names} }} = (() => {{\n{inside}\nreturn {{ {names} }};\n}})();"


def _bare_script(script: str) -> str:
    """Without comments, indentation and needless space; our scripts have no texts of several lines."""
    bare = re.sub(r"\n\s+", "\n", re.sub(r"^\s*//.*\n", "", script, flags=re.MULTILINE)).strip()
    texts = r'("(?:[^"\\\n]|\\.)*"|`[^`]*`)'
    return "".join(
        part if part[:1] in {'"', "`"} else re.sub(r" *([=<>?:&|,{}();]+) *", r"\1", part)
        for part in re.split(texts, bare)
    )


def _remove(build: Path, owner: int) -> None:
    # A worker that was forked off ends while others still serve from the folder.
    if os.getpid() == owner:
        shutil.rmtree(build, ignore_errors=True)

"""The project's own files, as the laws of the house read them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WEBAPP, TEMPLATES, STATIC = ROOT / "webapp", ROOT / "templates", ROOT / "static"


def files(folder: Path, pattern: str) -> list[Path]:
    """The files below a folder, without those that others have written."""
    return [path for path in sorted(folder.rglob(pattern)) if "vendor" not in path.parts]


def place(path: Path, line: int = 1) -> str:
    """Where a law is broken, as `webapp/web.py:7`."""
    return f"{path.relative_to(ROOT)}:{line}"


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), str(path))


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Every name that a module imports, with all its dots and its line; relative ones resolved."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((name.name, node.lineno) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            base = [*above, *([node.module] if node.module else [])]
            yield from ((".".join([*base, name.name]), node.lineno) for name in node.names)


def matches(path: Path, pattern: str, text: str | None = None) -> list[str]:
    """Where a regular expression is found in a file, or in its text as it was made plainer."""
    text = path.read_text() if text is None else text
    return [place(path, text.count("\n", 0, found.start()) + 1) for found in re.finditer(pattern, text)]


def blanked(text: str, pattern: str) -> str:
    """The text without what the pattern finds, its lines kept."""
    return re.sub(pattern, lambda found: "\n" * found[0].count("\n"), text, flags=re.DOTALL)

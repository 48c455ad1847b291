"""The laws of the house for Python: who may import whom, what views are, how large things grow."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from flask import Flask

from webapp.database import Base, InWorkspace

from .sources import ROOT, WEBAPP, files, imports, matches, place, tree

GROUND = {
    "config",
    "extensions",
    "clock",
    "database",
    "web",
    "errors",
    "security",
    "forms",
    "formatting",
    "assets",
    "attempts",
    "health",
    "logs",
    "markdown",
    "names",
    "once",
    "ordering",
    "trees",
    "visible",
}
ROOMS = ["activity", "accounts", "projects", "tasks", "agenda", "welcome", "transfer", "upkeep", "cli"]
REST = {"index", "show", "new", "create", "edit", "update", "destroy"}
# Modules of rooms that stand between the web and the domain; views do, and what is called so:
WEB_SIDE_NAMES = ("__init__", "answers", "finding", "forms")
WEB_SIDE = {
    "accounts/cookies",
    "accounts/hashing",
    "accounts/proving",
    "accounts/signing_in",
    "accounts/signed_out",
    "agenda/sidebar",
    "tasks/added",
    "tasks/listings",
    "tasks/readings",
    "transfer/downloads",
    "upkeep/doctor",
    "cli",
}

# What a statement says whose rows are of a person's workspaces only.
NAMING_THE_WORKSPACE = {
    *("workspace_id", "conditions"),
    *("may_be_changed_by", "may_be_seen_by", "may_be_filled_by", "has_member"),
}

MODULES = files(WEBAPP, "*.py")
VIEWS = [path for path in MODULES if path.parent.name == "views"]


def room_of(path: Path) -> str:
    return path.relative_to(WEBAPP).with_suffix("").parts[0]


def domain() -> list[Path]:
    """Models and pure modules."""
    return [
        path
        for path in MODULES
        if room_of(path) in ROOMS
        and path not in VIEWS
        and not path.stem.endswith(WEB_SIDE_NAMES)
        and path.relative_to(WEBAPP).with_suffix("").as_posix() not in WEB_SIDE
    ]


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


def test_every_module_belongs_to_the_ground_or_to_a_room() -> None:
    assert {room_of(path) for path in MODULES} == {*GROUND, *ROOMS, "__init__"}


def test_a_room_imports_only_the_ground_and_rooms_below_it() -> None:
    order = {**dict.fromkeys(GROUND, 0), **{room: at for at, room in enumerate([*ROOMS, "__init__"], 1)}}
    upwards = [
        f"{place(path, line)} imports {name}"
        for path in MODULES
        for name, line in imports(path)
        if name.startswith("webapp.") and order.get(name.split(".")[1], 0) > order[room_of(path)]
    ]

    assert not upwards, "\n".join(upwards)


def test_rooms_are_registered_in_their_order() -> None:
    registered = [
        call.func.value.id
        for call in calls(WEBAPP / "__init__.py")
        if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name)
    ]

    rooms = [name for name in registered if name in ROOMS]
    assert rooms == sorted(rooms, key=ROOMS.index)


def test_models_and_pure_modules_know_nothing_of_the_web() -> None:
    forbidden = {"flask", "flask_login", "flask_wtf", "wtforms"}
    found = [
        f"{place(path, line)} imports {name}"
        for path in domain()
        for name, line in imports(path)
        if name.split(".")[0] in forbidden or {"views", "forms"} & set(name.split(".")[2:])
    ]

    assert not found, "\n".join(found)


def test_views_bear_rest_names_only(app: Flask) -> None:
    strange = [endpoint for endpoint in app.view_functions if endpoint.rpartition(".")[2] not in REST]

    assert not strange, "\n".join(strange)


def test_only_web_asks_whether_a_request_came_from_htmx() -> None:
    readers = [
        place(path, node.lineno)
        for path in MODULES
        if path.name != "web.py"
        for node in htmx_headers(tree(path))
    ]

    assert not readers, "\n".join(readers)


def htmx_headers(module: ast.Module) -> Iterator[ast.Constant]:
    """Names of HX- headers, except where an answer gets one."""
    set_on_answers = {
        node.slice
        for node in ast.walk(module)
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store)
    }
    for node in ast.walk(module):
        if (
            isinstance(node, ast.Constant)
            and node not in set_on_answers
            and str(node.value).startswith("HX-")
        ):
            yield node


def test_no_view_loads_a_row_by_its_bare_id() -> None:
    tables = {mapper.class_.__name__ for mapper in Base.registry.mappers} - {"User"}
    loaded = [
        f"{place(path, call.lineno)} {ast.unparse(call)}"
        for path in VIEWS
        for call in calls(path)
        if isinstance(call.func, ast.Attribute) and call.func.attr in {"get", "get_one"}
        if tables & names(call.args[:1])
    ]

    assert not loaded, "\n".join(loaded)


def test_hand_written_statements_name_the_workspace() -> None:
    """An honest check, not a proof: what builds the statement says the workspace, or is given conditions.

    Upkeep is for the whole instance.
    """
    tables = {
        mapper.class_.__name__ for mapper in Base.registry.mappers if issubclass(mapper.class_, InWorkspace)
    }
    found = [
        f"{place(path, call.lineno)} {ast.unparse(call)}"
        for path in MODULES
        if room_of(path) != "upkeep"
        for owner, piece in pieces(path)
        for call in (node for node in ast.walk(piece) if isinstance(node, ast.Call))
        if ast.unparse(call.func) in {"select", "update", "delete"}
        and names(call.args)
        & {*tables, *(f"{table.lower()}_" for table in tables), *({"cls"} if owner in tables else ())}
        and not NAMING_THE_WORKSPACE & names([piece])
    ]

    assert not found, "\n".join(found)


def pieces(path: Path) -> Iterator[tuple[str, ast.stmt]]:
    """The statements of a module, and those of its classes with the class's name."""
    for statement in tree(path).body:
        inside = statement.body if isinstance(statement, ast.ClassDef) else [statement]
        yield from ((getattr(statement, "name", ""), piece) for piece in inside)


def names(expressions: Iterable[ast.AST]) -> set[str]:
    """The names and attributes that are spoken of."""
    nodes = [node for expression in expressions for node in ast.walk(expression)]
    return {node.id for node in nodes if isinstance(node, ast.Name)} | {
        node.attr for node in nodes if isinstance(node, ast.Attribute)
    }


def test_only_the_database_module_commits() -> None:
    assert [
        place for path in MODULES if path.name != "database.py" for place in matches(path, r"\.commit\(")
    ] == []


@pytest.mark.parametrize(
    ("folder", "pattern", "most"),
    [
        ("webapp", "*.py", 250),
        ("tests", "*.py", 250),
        ("webapp", "views/*.py", 150),
        ("templates", "*.html", 120),
        ("static/css", "*.css", 300),
        ("static/js", "*.js", 120),
    ],
)
def test_files_stay_small(folder: str, pattern: str, most: int) -> None:
    lengths = {path: len(path.read_text().splitlines()) for path in files(ROOT / folder, pattern)}

    assert {place(path): length for path, length in lengths.items() if length > most} == {}


@pytest.mark.parametrize("folder", ["webapp", "tests"])
def test_functions_stay_small(folder: str) -> None:
    long = [
        f"{place(path, node.lineno)} {node.name}: {lines} lines"
        for path in files(ROOT / folder, "*.py")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef)
        and (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > 30
    ]

    assert not long, "\n".join(long)

"""What a screen reader says of a page, in its order, read from Chromium's accessibility tree."""

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

Node = dict[str, Any]

# What groups without being spoken of.
SILENT = {
    *("RootWebArea", "InlineTextBox", "LabelText", "ListMarker", "form", "generic", "none", "paragraph"),
    *("strong", "time", "term", "sectionheader"),
}
# What is said whole by its name.
WHOLE = {"button", "checkbox", "combobox", "heading", "image", "link", "textbox"}
# The states that are said, and how.
STATES = {
    ("checked", "true"): "checked",
    ("checked", "false"): "not checked",
    ("invalid", "true"): "invalid",
    ("required", True): "required",
    ("focused", True): "focused",
}


def heard(page: Page, *, of: str = "") -> list[str]:
    """A line for each thing, as `heading: Tasks` or `checkbox: Buy bread (checked)`; `of` is a
    landmark within which to listen, as `main`."""
    session = page.context.new_cdp_session(page)
    nodes: list[Node] = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by_id = {node["nodeId"]: node for node in nodes}
    start = next(node for node in nodes if not of or value(node, "role") == of)
    return [line for child in start["childIds"] for line in lines(by_id[child], by_id) if line]


def lines(node: Node, by_id: dict[str, Node]) -> Iterator[str]:
    """What a node says, then what its children say unless that was in its name."""
    role = value(node, "role")
    if not node["ignored"] and role not in SILENT:
        yield said(node, role)
        if role in WHOLE:
            return
    for child in node.get("childIds", []):
        if child in by_id:
            yield from lines(by_id[child], by_id)


def said(node: Node, role: str) -> str:
    """Role, name, what is written in it, its states and its description."""
    name, text = value(node, "name"), value(node, "value")
    if role == "StaticText":
        return name.strip()
    found = {each["name"]: each["value"].get("value") for each in node.get("properties", [])}
    states = [f"({words})" for (state, on), words in STATES.items() if found.get(state) == on]
    notes = [f"“{text}”" if text else "", *states, value(node, "description")]
    return " ".join([f"{role}: {name}" if name else role, *filter(None, notes)])


def value(node: Node, key: str) -> str:
    return str(node.get(key, {}).get("value", ""))

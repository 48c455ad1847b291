"""Rendered notes, as a browser reads them, and what must never be among them."""

import re

from bs4 import BeautifulSoup, Tag

TEXT = ["p", "pre", "blockquote", "ul", "ol", "li", "hr", "br", "table", "thead", "tbody", "tr", "th", "td"]
INLINE = ["em", "strong", "s", "code", "a"]
DIRECTED = {"p", "pre", "blockquote", "li", "th", "td"}
CLASSES = {
    "p": {"prose__heading"},
    "li": {"prose__task", "prose__task--done"},
    "th": {"prose__cell--center", "prose__cell--end"},
    "td": {"prose__cell--center", "prose__cell--end"},
}
# What is printable, has no backslash, and leads to the web, to mail, or to a path of this house.
ADDRESS = re.compile(r"(?:(?:https?://|mailto:)|/(?![/\\]))[!#-;=?-\[\]-~]*", re.IGNORECASE)
MARK = {"class": "prose__tick", "role": "img"}
BUTTON = {
    "class": "prose__tick",
    "role": "checkbox",
    "form": "act",
    "hx-target": "#toasts",
    "hx-swap": "none",
    "hx-sync": "this:drop",
}


def soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(f"<div>{html}</div>", "html5lib", multi_valued_attributes=None)


def elements(html: str) -> list[Tag]:
    """What stands in the notes, in order."""
    return list(soup(html).body.div.find_all(True))  # type: ignore[union-attr]


def forbidden(html: str) -> list[str]:
    """The elements and attributes that notes may not have."""
    whole = soup(html)
    outside = [] if len(whole.body.contents) == 1 and not whole.head.contents else ["outside"]  # type: ignore[union-attr]
    return outside + [str(tag)[:200] for tag in elements(html) if not is_allowed(tag)]


def is_allowed(tag: Tag) -> bool:
    attributes = {name: str(value) for name, value in tag.attrs.items()}
    if tag.name == "span":
        return attributes in [{**MARK, "aria-label": "Open"}, {**MARK, "aria-label": "Done"}]
    if tag.name == "button":
        return is_our_button(attributes)
    return tag.name in TEXT + INLINE and all(
        attribute_is_allowed(tag.name, name, value) for name, value in attributes.items()
    )


def is_our_button(attributes: dict[str, str]) -> bool:
    number = attributes.pop("id").removeprefix("mark-")
    return (
        attributes.pop("aria-checked") in {"true", "false"}
        and "aria-label" in attributes
        and attributes.pop("aria-label") is not None
        and attributes == {**BUTTON, "formaction": f"/marks/{number}", "hx-post": f"/marks/{number}"}
    )


def attribute_is_allowed(tag: str, name: str, value: str) -> bool:
    if name == "dir":
        return tag in DIRECTED and value == "auto"
    if name == "class":
        return bool(value) and set(value.split()) <= CLASSES.get(tag, set())
    if tag == "a":
        return (
            ADDRESS.fullmatch(value) is not None
            if name == "href"
            else (name, value) == ("rel", "noopener nofollow ugc")
        )
    return (tag, name) == ("ol", "start") and value.isdecimal()

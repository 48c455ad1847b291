"""How things on a page are called."""

from bs4 import Tag as Element


def name_of(element: Element) -> str:
    """What a screen reader calls it."""
    label = element.get("aria-label")
    return str(label) if label else " ".join(element.get_text(" ", strip=True).split())

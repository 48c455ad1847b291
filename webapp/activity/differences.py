"""What was removed from a text and added to it, by words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

SAME, REMOVED, ADDED = "same", "removed", "added"
# What is compared at most: finding the smallest difference of N and M words may take N × M² steps.
MOST_LINES = 200
MOST_PAIRS = 40_000
CONTEXT = 5
LONGEST = 600
WORDS = re.compile(r"\s+|\d+:\d+|\w+|[^\w\s]")


class Part(NamedTuple):
    """A stretch of a text: `kind` says whether it is the same in both, was removed or was added."""

    kind: str
    text: str


def differences(before: str, after: str) -> list[Part]:
    """The parts of both texts in their order, with a few words around each change and `…` for the rest.

    Lines are compared first and the words of those that differ then, so that notes of 50,000 characters
    take no longer than a page. What is too much to compare is shown as removed and added as a whole.
    """
    left = MOST_PAIRS
    parts: list[Part] = []
    for kind, old, new in _compared(before.splitlines(True), after.splitlines(True), MOST_LINES**2):
        old_words, new_words = WORDS.findall("".join(old)), WORDS.findall("".join(new))
        if kind == SAME:
            parts.append(Part(SAME, "".join(old)))
            continue
        parts.extend(_of_words(old_words, new_words, left))
        left -= min(left, len(old_words) * len(new_words))
    return list(_shortened(_joined(parts)))


def _of_words(old: list[str], new: list[str], most: int) -> Iterator[Part]:
    for kind, removed, added in _compared(old, new, most):
        if kind == SAME:
            yield Part(SAME, "".join(removed))
        else:
            yield from (Part(REMOVED, "".join(removed)), Part(ADDED, "".join(added)))


def _compared(
    old: Sequence[str], new: Sequence[str], most: int
) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
    """Stretches that are the same or differ. What both begin and end with costs nothing to find."""
    start = _alike(zip(old, new, strict=False))
    end = _alike(zip(reversed(old[start:]), reversed(new[start:]), strict=False))
    yield SAME, old[:start], new[:start]
    inner = old[start : len(old) - end], new[start : len(new) - end]
    if len(inner[0]) * len(inner[1]) > most:
        yield REMOVED, *inner
    else:
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, *inner, autojunk=False).get_opcodes():
            yield SAME if tag == "equal" else REMOVED, inner[0][i1:i2], inner[1][j1:j2]
    yield SAME, old[len(old) - end :], new[len(new) - end :]


def _alike(pairs: Iterable[tuple[str, str]]) -> int:
    """How many pairs are alike before the first that is not."""
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count


def _joined(parts: Iterable[Part]) -> list[Part]:
    """Neighbours of a kind as one; a lone space between two changes belongs to both."""
    between = [part for part in parts if part.text]
    spread: list[Part] = []
    for at, part in enumerate(between):
        lone = part.kind == SAME and not part.text.strip() and 0 < at < len(between) - 1
        spread.extend((Part(REMOVED, part.text), Part(ADDED, part.text)) if lone else (part,))
    joined: list[Part] = []
    for is_same, run in groupby(spread, lambda part: part.kind == SAME):
        stretch = list(run)
        kinds = (SAME,) if is_same else (REMOVED, ADDED)
        joined.extend(Part(kind, "".join(p.text for p in stretch if p.kind == kind)) for kind in kinds)
    return [part for part in joined if part.text]


def _shortened(parts: list[Part]) -> Iterator[Part]:
    for at, part in enumerate(parts):
        if part.kind == SAME:
            yield Part(SAME, _context(part.text, is_first=at == 0, is_last=at == len(parts) - 1))
        else:
            yield Part(part.kind, part.text if len(part.text) <= LONGEST else part.text[:LONGEST] + "…")


def _context(text: str, *, is_first: bool, is_last: bool) -> str:
    """The words next to a change: at the end of what comes first, at the beginning of what comes last."""
    pieces = re.findall(r"\s*\S+\s*", text)
    if len(pieces) <= CONTEXT * (2 - is_first - is_last) or (is_first and is_last):
        return text
    head = "" if is_first else "".join(pieces[:CONTEXT])
    tail = "" if is_last else "".join(pieces[-CONTEXT:])
    return f"{head}… {tail}" if tail and head else f"{head.rstrip()} …" if head else f"… {tail}"

"""Of several readings the last one counts; the others stay text (rule 4 of docs/quick-add.md)."""

from collections.abc import Sequence
from datetime import time

from .parsed import Kind, When
from .placing import Placed
from .reading import Sort
from .signs import Sign

Group = list[Placed]


def chosen_signs(signs: Sequence[Sign]) -> list[Sign]:
    """Known ones: the last of each kind, and every label. A section goes with its project."""
    known = [sign for sign in signs if sign.value is not None]
    last = {sign.kind: sign.first for sign in known}
    project = last.get(Kind.PROJECT, 0)
    return [
        sign
        for sign in known
        if sign.kind is Kind.LABEL
        or (sign.first == last[sign.kind] and (sign.kind is not Kind.SECTION or sign.first > project))
    ]


def chosen_dates(placed: Sequence[Placed]) -> list[Placed]:
    """The last day, the last time with it and how long that takes, and the last rhythm."""
    rhythms = [item for item in placed if item.reading.kind is Kind.RECURRENCE][-1:]
    groups = [_last_of_each(group) for group in _groups(placed)]
    if not groups:
        return rhythms
    chosen = groups.pop()
    for group in reversed(groups):
        if not (_has_day(group) and _has_day(chosen)) and not (_has_time(group) and _has_time(chosen)):
            chosen = [*group, *chosen]
    return sorted([*chosen, *rhythms])


def _groups(placed: Sequence[Placed]) -> list[Group]:
    """Readings that touch each other belong together: `fri at 16:00 for 45 min`."""
    groups: list[Group] = []
    for item in placed:
        if item.reading.kind is Kind.RECURRENCE:
            continue
        if groups and groups[-1][-1].last == item.first:
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def _last_of_each(group: Group) -> Group:
    """The last of each kind; a duration only with a time before it."""
    clocks = [item for item in group if item.reading.sort in {Sort.CLOCK, Sort.HOUR}]
    parts = [item for item in group if item.reading.sort is Sort.PART and item.reading.kind is Kind.TIME]
    last = {item.reading.kind: item for item in group}
    chosen = sorted(last.values())
    if clocks and parts:
        chosen = [item for item in chosen if item.reading.kind is not Kind.TIME]
        chosen = sorted([*chosen, *_agreeing(clocks[-1], parts[-1])])
    if not _has_time(chosen):
        chosen = [item for item in chosen if item.reading.kind is not Kind.DURATION]
    return chosen


def _agreeing(clock: Placed, part: Placed) -> list[Placed]:
    """`at 5 tomorrow afternoon`: both say the same time, in the half of the day of the part."""
    at, about = clock.reading.when.at or time(), part.reading.when.at or time()
    hour = at.hour % 12 + 12 * (about.hour >= 12)
    when = When(None, at.replace(hour=hour))
    return [item._replace(reading=item.reading._replace(when=when)) for item in (clock, part)]


def _has_day(group: Group) -> bool:
    return any(item.reading.kind is Kind.DAY for item in group)


def _has_time(group: Group) -> bool:
    return any(item.reading.when.at for item in group)

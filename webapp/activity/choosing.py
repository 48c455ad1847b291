"""What a person has to choose where both sides have changed the same: mine, theirs, or both in one."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from .merging import Clash, Since, Stale
from .wording import Piece, merge_words, pieces

MINE, BOTH = "Yours", "Both, merged"


class Field(NamedTuple):
    """A field of a form: what people call it, and how a value reads and is sent.

    Versions of a `is_text` may be merged; one that `is_long` is edited, with both versions beside it.
    """

    label: str
    words: Callable[[Any], str] = str
    send: Callable[[Any], str] = str
    is_text: bool = False
    is_long: bool = False


class Option(NamedTuple):
    """One version of a field, as it is sent and as it reads."""

    value: str
    whose: str
    pieces: list[Piece]


class Choice(NamedTuple):
    """A field that both have changed; `was` is what both began with, where that is known and says something.

    One that is `edited` stands in its own control, which holds both versions.
    """

    name: str
    label: str
    options: list[Option]
    was: str
    edited: bool


class Conflict(NamedTuple):
    """Who changed what, what of it is to be chosen, and what people call what was merged."""

    who: str
    choices: list[Choice]
    merged: str

    @property
    def chosen(self) -> list[str]:
        """The fields whose controls give way to a choice."""
        return [choice.name for choice in self.choices if not choice.edited]

    @property
    def needs(self) -> str:
        """What people call the fields that both have changed."""
        return listed([choice.label.lower() for choice in self.choices])


# Says who made a change and when.
Teller = Callable[[Since], str]


def conflict_of(stale: Stale, fields: Mapping[str, Field], who: str, tell: Teller) -> Conflict:
    """What a form shows of a stale save, in the order of its fields."""
    choices = [
        choice_of(name, fields[name], stale.clashes[name], tell) for name in fields if name in stale.clashes
    ]
    merged = [field.label.lower() for name, field in fields.items() if name in stale.meanwhile]
    return Conflict(who, choices, listed(merged))


def choice_of(name: str, field: Field, clash: Clash, tell: Teller) -> Choice:
    """A field to choose."""
    was = clash.since.was if clash.since and field.is_text else None
    whose = tell(clash.since) if clash.since else "As it is now"
    versions = [(MINE, clash.mine), (whose, clash.theirs)]
    merged = merge_words(was, clash.mine, clash.theirs) if was is not None else None
    edited = field.is_long and merged is not None
    if merged and merged.is_clean and not edited and merged.text not in {clash.mine, clash.theirs}:
        versions.append((BOTH, merged.text))
    options = [
        Option(field.send(value), by, [Piece(field.words(value), is_new=False)])
        if was is None or by == BOTH
        else Option(field.send(value), by, pieces(was, value))
        for by, value in versions
    ]
    return Choice(name, field.label, options, "" if was is None or edited else was, edited)


def merged_text(clash: Clash) -> str | None:
    """Both versions of a long text in one, for its control; None where they are to be chosen from."""
    found = merge_words(clash.since.was, clash.mine, clash.theirs) if clash.since else None
    return found and found.text


def listed(names: list[str]) -> str:
    """`title, notes and priority`."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def said_meanwhile(
    meanwhile: Mapping[str, Since], fields: Mapping[str, Field], who: Callable[[Since], str]
) -> str:
    """“ Also changed meanwhile: priority by Bob.”, or nothing."""
    by: dict[str, list[str]] = {}
    for name, field in fields.items():
        if name in meanwhile:
            names = by.setdefault(who(meanwhile[name]), [])
            names.extend({field.label.lower()} - set(names))
    said = "; ".join(f"{listed(labels)} by {name}" for name, labels in by.items())
    return f" Also changed meanwhile: {said}." if said else ""

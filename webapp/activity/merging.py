"""What a form and the row that it edits have both changed since the form was made.

A row's `version` counts its entries, so that the last entries of the log tell what it was at any version
that the log still reaches.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..errors import Invalid
from .models import Activity
from .recording import Recorded, decode
from .wording import merge_words


class Since(NamedTuple):
    """What a column was at an earlier version, and who changed it last since then, and when."""

    was: Any
    by_id: int
    at: datetime


class Clash(NamedTuple):
    """A column that both have changed; `since` is None where the log does not reach back."""

    mine: Any
    theirs: Any
    since: Since | None


class Rules(NamedTuple):
    """How columns merge that are not for themselves.

    Columns that are `together` say one thing only, such as a place: who changes one of them changes all.
    Texts `by_words` are merged where no place was changed twice; their functions raise Invalid for what
    cannot be kept.
    """

    together: tuple[frozenset[str], ...] = ()
    by_words: Mapping[str, Callable[[str], str]] = {}


EACH_ALONE = Rules()


class Merged(NamedTuple):
    """What is to be put on the row, and what others have changed in the meantime."""

    changes: dict[str, Any]
    meanwhile: dict[str, Since]


class Known(NamedTuple):
    """What has changed since a form was made, and the version to which that led."""

    changes: Mapping[str, Since]
    version: int


class Stale(Exception):
    """Somebody else has changed the same: these columns clash with what they say now, at `version`.

    `untouched` is what a form made on that version holds where nothing clashes: what others alone have
    changed, and what was merged by words. `meanwhile` tells whose it is.
    """

    def __init__(
        self,
        clashes: Mapping[str, Clash],
        version: int,
        untouched: Mapping[str, Any],
        meanwhile: Mapping[str, Since],
    ) -> None:
        super().__init__(", ".join(clashes))
        self.clashes, self.version = clashes, version
        self.untouched, self.meanwhile = untouched, meanwhile

    @property
    def theirs(self) -> dict[str, Any]:
        """What the columns that clash say now."""
        return {name: clash.theirs for name, clash in self.clashes.items()}


def merge(session: Session, row: Recorded, wanted: Mapping[str, Any], seen_version: int) -> dict[str, Any]:
    """What of `wanted` is to be put on the row, where only its form has changed it since `seen_version`.

    As `merge_since`, of columns that are each for themselves.
    """
    return merge_since(session, row, wanted, seen_version).changes


def merge_since(
    session: Session, row: Recorded, wanted: Mapping[str, Any], seen_version: int, rules: Rules = EACH_ALONE
) -> Merged:
    """What of `wanted` is to be put on the row, and what others have changed since `seen_version`.

    What somebody else alone has changed stays as they left it. Raises Stale for what both have changed, and
    for all that differs where the log does not reach back as far.
    """
    differing = {name: value for name, value in wanted.items() if getattr(row, name) != value}
    if not differing or seen_version == row.version:
        return Merged(differing, {})
    known = changes_since(session, row, seen_version)
    if known is None:
        raise _stale(row, wanted, _whole(differing, rules), Known({}, row.version), {})
    return merge_known(row, wanted, Known(known, row.version), rules)


def merge_known(row: object, wanted: Mapping[str, Any], known: Known, rules: Rules = EACH_ALONE) -> Merged:
    """As `merge_since`, of what need not be in the log."""
    differing = {name: value for name, value in wanted.items() if getattr(row, name) != value}
    if not differing:
        return Merged({}, {})
    since = {name: change for name, change in known.changes.items() if change.was != getattr(row, name)}
    # Who moves a task to where somebody else has put it by half has moved it too.
    seen = {name: since[name].was if name in since else getattr(row, name) for name in wanted}
    mine = _whole({name for name in wanted if wanted[name] != seen[name]}, rules) & differing.keys()
    touched = _whole(mine, rules)
    texts = _merged_texts(row, wanted, since, mine, rules)
    both = _whole(touched & since.keys() - texts.keys(), rules)
    if both:
        theirs = {name: getattr(row, name) for name in _whole(differing.keys() - touched, rules)}
        raise _stale(row, wanted, both, known._replace(changes=since), {**theirs, **texts})
    changes = {name: differing[name] for name in differing if name in touched}
    return Merged({**changes, **texts}, since)


def changes_since(session: Session, row: Recorded, version: int) -> dict[str, Since] | None:
    """The tracked columns that have changed since; None where the log does not reach back."""
    count = row.version - version
    newest = (
        select(Activity.before, Activity.actor_id, Activity.at)
        .where(Activity.workspace_id == row.workspace_id)
        .where(Activity.subject == row.subject, Activity.subject_id == row.id)
        .order_by(Activity.seq.desc())
        .limit(max(count, 0))
    )
    entries = session.execute(newest).all()
    if count < 0 or len(entries) < count or any(before is None for before, *_ in entries):
        return None
    since: dict[str, Since] = {}
    for before, by_id, at in entries:
        for name, value in before.items():
            newer = since.get(name, Since(None, by_id, at))
            since[name] = newer._replace(was=decode(row, name, value))
    return since


def _merged_texts(
    row: object, wanted: Mapping[str, Any], since: Mapping[str, Since], mine: set[str], rules: Rules
) -> dict[str, str]:
    """The texts that both have changed and that merge by words."""
    merged: dict[str, str] = {}
    for name in rules.by_words.keys() & mine & since.keys():
        found = merge_words(since[name].was, wanted[name], getattr(row, name))
        if found and found.is_clean and _can_be_kept(found.text, rules.by_words[name]):
            merged[name] = rules.by_words[name](found.text)
    return merged


def _can_be_kept(text: str, clean: Callable[[str], str]) -> bool:
    try:
        clean(text)
    except Invalid:
        return False
    return True


def _whole(names: Iterable[str], rules: Rules) -> set[str]:
    """These columns, and those that are one thing with them."""
    found = set(names)
    return found.union(*(one_thing for one_thing in rules.together if found & one_thing))


def _stale(
    row: object, wanted: Mapping[str, Any], both: Iterable[str], known: Known, untouched: Mapping[str, Any]
) -> Stale:
    since, version = known
    clashes = {
        name: Clash(wanted[name], getattr(row, name), since.get(name)) for name in wanted if name in both
    }
    meanwhile = {name: change for name, change in since.items() if name not in clashes}
    return Stale(clashes, version, untouched, meanwhile)

"""What the test suites of other projects expect, row by row.

`public_cases.jsonl` holds 1,198 inputs of chrono, Sherlock, Vikunja, duckling, recurrent, dateparser,
rrule.js and Todoist's help: the moment at which each is read (the wall clock), what the suite expects,
and a verdict. Rows that pass must agree. Where a rule of docs/quick-add.md decides otherwise, the row names
it and holds what we make of it. What is out of scope names the reason and must only do no harm.

Of chrono only what was stated counts, of Vikunja only the day, of duckling what its grain says. All of them
write the month first; Sherlock's week begins on Sunday. A recurrence must be recognised whole: no word of
the line may be left beside it but its title.
"""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from webapp.tasks.quick_add import Kind, Names, ParsedLine, Settings

from .lines import read

Row = dict[str, Any]
ROWS: list[Row] = [
    json.loads(line) for line in (Path(__file__).parent / "public_cases.jsonl").read_text().splitlines()
]
VERDICTS = {"passes": 792, "decided otherwise": 107, "out of scope": 299}
# What Vikunja's rows say around a recurrence, and words that lead a time beside one.
BESIDE = {"", "Lorem Ipsum", "on", "on the"}


def parsed(row: Row) -> ParsedLine:
    expected = row["expected"]
    names = Names(
        projects=tuple(filter(None, [expected.get("project")])),
        labels=tuple(expected.get("labels", ())),
        people=tuple(filter(None, [expected.get("assignee")])),
    )
    return read(
        row["input"],
        now=datetime.fromisoformat(row["now"]).replace(tzinfo=UTC),
        zone="UTC",
        settings=Settings(day_first=False, week_start=6 if "Sherlock" in row["source"] else 0),
        names=names,
        chosen=frozenset(Kind) if row.get("plain") else frozenset(),
    )


def facts(line: ParsedLine) -> dict[str, Any]:
    day, at = line.due_on, line.due_at
    return {
        "day": day and day.isoformat(),
        "month": day and f"{day:%Y-%m}",
        "time": at and f"{at:%H:%M}",
        "title": line.title,
        "none": line.title == " ".join(line.raw.split()),
        "rhythm": line.recurrence is not None and beside(line) in BESIDE,
        "labels": list(line.labels),
        **{name: getattr(line, name) for name in ("priority", "project", "assignee")},
    }


def beside(line: ParsedLine) -> str:
    """What no span covers."""
    rest = list(line.raw)
    for span in line.spans:
        rest[span.start : span.end] = " " * (span.end - span.start)
    return " ".join("".join(rest).split()).strip(" .")


def rows(verdict: str) -> Iterator[Row]:
    return (row for row in ROWS if row["verdict"] == verdict)


def disagreements(row: Row, expected: dict[str, Any]) -> list[str]:
    ours = facts(parsed(row))
    return [
        f"{row['input']!r}: {name} is {ours[name]!r}, not {value!r}"
        for name, value in expected.items()
        if ours[name] != value
    ]


def test_every_row_is_sorted_once() -> None:
    assert Counter(row["verdict"] for row in ROWS) == VERDICTS
    assert [row["input"] for row in ROWS if ("rule" in row) == (row["verdict"] == "passes")] == []


@pytest.mark.parametrize("source", sorted({row["source"] for row in ROWS}))
def test_what_a_suite_expects_is_understood(source: str) -> None:
    wrong = [
        found
        for row in rows("passes")
        if row["source"] == source
        for found in disagreements(row, row["expected"])
    ]

    assert not wrong, "\n".join(wrong)


def test_what_is_decided_otherwise_is_read_by_our_rule() -> None:
    wrong = [found for row in rows("decided otherwise") for found in disagreements(row, row["ours"])]
    agreeing = [row["input"] for row in rows("decided otherwise") if not disagreements(row, row["expected"])]

    assert not wrong, "\n".join(wrong)
    assert agreeing == []


def test_texts_that_must_stay_as_they_are_keep_their_titles() -> None:
    negatives = [row for row in ROWS if row.get("negative")]

    titles = [parsed(row).title for row in negatives]

    assert len(negatives) == 107
    assert titles == [row["expected"].get("title", row["input"]) for row in negatives]


def test_what_is_out_of_scope_does_no_harm() -> None:
    titles = [parsed(row).title for row in rows("out of scope") if row["input"].strip()]

    assert all(titles)

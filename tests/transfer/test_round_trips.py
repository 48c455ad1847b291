"""What is written comes back equal in everything that the format holds, whatever it says."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from hypothesis import given, settings

from webapp.transfer import formats
from webapp.transfer.decoding import decode
from webapp.transfer.plan import Plan, PlannedProject, PlannedTask

from .plans import projects, remarks

freely = settings(deadline=None, max_examples=50)


def there_and_back(projects: list[PlannedProject], format: str) -> Plan:
    written = "".join(formats.WRITABLE[format].write(projects))
    return formats.read(decode(written.encode()).text, format)


def plain(tasks: Iterable[PlannedTask], **lost: Any) -> list[PlannedTask]:
    """The tasks without their lines and without what is lost."""
    return [replace(task, line=0, steps=plain(task.steps, **lost), **lost) for task in tasks]


def by_place(projects: list[PlannedProject], **lost: Any) -> list[Any]:
    return [
        (
            one.name,
            plain(one.tasks, **lost),
            [(part.name, plain(part.tasks, **lost)) for part in one.sections],
        )
        for one in projects
    ]


@freely
@given(projects)
def test_a_table_comes_back_whole(projects: list[PlannedProject]) -> None:
    plan = there_and_back(projects, "csv")

    assert by_place(plan.projects) == by_place(projects)
    assert remarks(plan) == []


@freely
@given(projects)
def test_markdown_comes_back_but_for_when_tasks_were_made(projects: list[PlannedProject]) -> None:
    plan = there_and_back(projects, "markdown")

    assert by_place(plan.projects) == by_place(projects, created=None)
    assert remarks(plan) == []


@freely
@given(projects)
def test_todo_txt_comes_back_without_notes_sections_and_steps(projects: list[PlannedProject]) -> None:
    plan = there_and_back(projects, "todotxt")

    side_by_side: list[Any] = [
        (project.name, [replace(task, line=0, steps=[], notes="") for task in Plan([project]).tasks()], [])
        for project in projects
    ]
    assert by_place(plan.projects) == [project for project in side_by_side if project[1]]
    assert remarks(plan) == []


@freely
@given(projects)
def test_a_file_of_ours_is_known_by_what_stands_in_it(projects: list[PlannedProject]) -> None:
    for format in ("csv", "markdown"):
        text = decode("".join(formats.WRITABLE[format].write(projects)).encode()).text

        assert formats.detect(text) == format

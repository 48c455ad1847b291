"""Plans as plain values that tests compare, and any plan that could stand in a workspace."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from webapp.names import folded
from webapp.transfer.plan import Plan, PlannedProject, PlannedSection, PlannedTask
from webapp.visible import has_controls, is_visible

# What bites: marks of the formats, quotes, spaces, signs that spreadsheets run, other scripts.
BITS = [
    *("bread", "x", "X", "+", "-", "*", "@", "@home", "+1", "!1", "!3", "\\", "\\\\", "\\@a", "(A)", "(B)"),
    *("2026-11-27", "due:friday", "done:2026-01-01", "pri:A", "t:1", "#", "##", ">", "[x]", "[]", "1.", "'"),
    *(
        "''",
        "=1+1",
        '"',
        ",",
        ";",
        ":",
        "a:b",
        "https://example.org/?a=b",
        "<b>",
        "é",
        "家",
        "ملح",
        "🧺",
        "|",
    ),
    *("```", "~~~", "===", "---", "\u00a0", ""),
]
words = st.lists(st.sampled_from(BITS) | st.text(max_size=3), min_size=1, max_size=4).map(" ".join)
labels_text = st.lists(st.sampled_from(BITS) | st.text(max_size=3), min_size=1, max_size=2).map(" ".join)


def outline(plan: Plan) -> list[Any]:
    """Projects with their sections and the titles in them, steps in lists behind what they hang on."""
    return [
        (project.name, titles(project.tasks), [(part.name, titles(part.tasks)) for part in project.sections])
        for project in plan.projects
    ]


def titles(tasks: list[PlannedTask]) -> list[Any]:
    found: list[Any] = []
    for task in tasks:
        found += [task.title, titles(task.steps)] if task.steps else [task.title]
    return found


def remarks(plan: Plan) -> list[tuple[int, str]]:
    return [(remark.line, remark.text) for remark in plan.remarks]


def _title(text: str) -> str:
    return " ".join(filter(None, (line.strip() for line in text.replace("\0", "").splitlines())))


def _notes(text: str) -> str:
    lines = [line if line.strip() else "" for line in text.replace("\0", "").splitlines()]
    return "\n".join(lines).strip("\n").rstrip()


def _name(text: str) -> str:
    return " ".join(text.split())


def _is_name(name: str) -> bool:
    return is_visible(name) and not has_controls(name)


titles_of_tasks = words.map(_title).filter(is_visible)
names = words.map(_name).filter(_is_name)
label_names = labels_text.map(lambda text: _name(text.replace(",", "").lstrip("@%, "))).filter(_is_name)
notes = st.just("") | st.lists(words, max_size=3).map(lambda lines: _notes("\n".join(lines)))
days = st.dates(date(2000, 1, 1), date(2040, 12, 31))
times = st.times().map(lambda at: at.replace(microsecond=0))


def dates() -> st.SearchStrategy[dict[str, str]]:
    due = st.tuples(days, times).map(lambda one: f"{one[0].isoformat()}T{one[1].isoformat()}")
    return st.fixed_dictionaries(
        {},
        optional={
            "due": due | days.map(str),
            "duration": st.integers(1, 1440).map(lambda minutes: f"{minutes} min"),
            "deadline": days.map(str),
            "start": days.map(str),
        },
    )


def tasks(depth: int = 2) -> st.SearchStrategy[PlannedTask]:
    steps = st.lists(tasks(depth - 1), max_size=2) if depth else st.just([])
    return st.builds(
        PlannedTask,
        titles_of_tasks,
        notes=notes,
        priority=st.integers(1, 4),
        labels=st.lists(label_names, max_size=3, unique=True),
        is_done=st.booleans(),
        completed=days,
        created=days,
        dates=dates(),
        steps=steps,
    ).map(_completed_only_if_done)


def _completed_only_if_done(task: PlannedTask) -> PlannedTask:
    task.completed = task.completed if task.is_done else None
    return task


sections = st.lists(st.builds(PlannedSection, names, tasks=st.lists(tasks(), max_size=2)), max_size=2)
projects = st.lists(
    st.builds(PlannedProject, names, tasks=st.lists(tasks(), max_size=2), sections=sections), max_size=2
).map(lambda many: [*{folded(one.name): _without_twins(one) for one in many}.values()])


def _without_twins(project: PlannedProject) -> PlannedProject:
    project.sections = [*{folded(part.name): part for part in project.sections}.values()]
    return project

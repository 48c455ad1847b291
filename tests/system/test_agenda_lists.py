"""Tasks by day at size: each arm along its own index, and every task on one page only."""

from datetime import date, timedelta

import pytest
from sqlalchemy import insert, text

from tests.agenda.planning import DAY, TODAY
from tests.builders import Person
from webapp.agenda import completed_page, today_page, upcoming_page
from webapp.agenda.day_cursors import parse_cursor
from webapp.agenda.due import Key
from webapp.clock import now
from webapp.database import writing
from webapp.extensions import db
from webapp.projects.models import Project
from webapp.tasks.models import Task

from .test_lists import _plan, _visitor

SIZE = 1300


@pytest.fixture
def filled(alice: Person) -> Person:
    """Alice with SIZE tasks: of four, one is overdue, one is up today, one has a deadline, one is done."""
    home, instant = alice.workspace_id, now()
    with alice.app.app_context(), writing() as session:
        inbox = session.scalars(Project.inbox_of(home)).one().id
        common = {"workspace_id": home, "project_id": inbox, "created_at": instant, "created_by_id": alice.id}
        rows = [
            {
                **common,
                "title": f"Task {number}",
                "position": float(number),
                "version": 1,
                "due_on": _due(number),
                "deadline_on": TODAY + timedelta(days=number) if number % 4 == 2 else None,
                "completed_at": instant - timedelta(minutes=number) if number % 4 == 3 else None,
            }
            for number in range(SIZE)
        ]
        session.execute(insert(Task), rows)
    with alice.app.app_context(), db.engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("ANALYZE"))
    return alice


def _due(number: int) -> date | None:
    return {0: TODAY - DAY, 1: TODAY}.get(number % 4)


READS = {
    "overdue": lambda visitor: today_page.overdue(visitor, TODAY),
    "today": lambda visitor: today_page.due_today(visitor, TODAY),
    "counts of today": lambda visitor: today_page.today_counts(visitor, TODAY),
    "upcoming": lambda visitor: upcoming_page.upcoming(visitor, TODAY, TODAY),
    "week": lambda visitor: upcoming_page.week_of(visitor, TODAY, TODAY),
}


@pytest.mark.parametrize("read", list(READS))
def test_each_arm_walks_its_own_index(filled: Person, engine_name: str, read: str) -> None:
    plan = _plan(filled, READS[read])

    assert "ix_task_due" in plan
    assert "ix_task_deadline" in plan
    whole = "Seq Scan on task" if engine_name == "postgresql" else "SCAN task"
    assert whole not in plan


def test_what_is_done_is_walked_backwards_without_sorting(filled: Person, engine_name: str) -> None:
    plan = _plan(filled, completed_page.completed_page)

    assert "ix_task_completed" in plan
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan
    if engine_name == "postgresql":
        assert "Index Scan Backward" in plan


def test_pages_by_day_give_every_task_once_and_in_order(filled: Person) -> None:
    expected = sorted(
        (_due(number) or TODAY + timedelta(days=number), number)
        for number in range(SIZE)
        if number % 4 in {1, 2}
    )
    seen: list[str] = []
    cursor = None

    with filled.app.app_context():
        while cursor != "":
            after = upcoming_cursor(cursor)
            found = upcoming_page.upcoming(_visitor(filled), TODAY, TODAY, after)
            seen += [row.title for day in found.days for row in day.rows]
            cursor = found.cursor

    assert seen == [f"Task {number}" for _, number in expected]


def upcoming_cursor(cursor: str | None) -> Key | None:
    return parse_cursor(cursor) if cursor else None

"""Lists at size: the right index without sorting, every task on one page only, counts that stop."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event, insert, text, update

from tests.builders import Person
from webapp.accounts.visitors import Visitor, load_visitor
from webapp.clock import now
from webapp.database import writing
from webapp.extensions import db
from webapp.formatting import MANY
from webapp.projects.models import Project
from webapp.tasks.models import Task
from webapp.tasks.rows import PAGE, START, counts, list_page, parse_cursor

SIZE = 1300
INDEXES = {"all": "ix_task_all", "active": "ix_task_open", "completed": "ix_task_done"}
MIDDLE = (SIZE / 2, 1)


def _fill(person: Person, position: Callable[[int], float]) -> None:
    """SIZE tasks, each third one completed and each tenth deleted."""
    home, instant = person.workspace_id, now()
    with person.app.app_context(), writing() as session:
        project_id = session.scalars(Project.inbox_of(home)).one().id
        common = {"workspace_id": home, "project_id": project_id, "created_at": instant}
        rows = [
            {
                **common,
                "title": f"Task {number}",
                "position": position(number),
                "version": 1,
                "created_by_id": person.id,
                "completed_at": instant if number % 3 == 0 else None,
                "deleted_at": instant if number % 10 == 0 else None,
            }
            for number in range(SIZE)
        ]
        session.execute(insert(Task), rows)


def _visitor(person: Person) -> Visitor:
    visitor = load_visitor(person.browser.token)
    assert visitor is not None
    return visitor


class Explained:
    """What the database says of the statements that a function of the application sends."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.sent: list[tuple[str, Any]] = []

    def plan(self, person: Person, read: Callable[[Visitor], Any]) -> str:
        """The plan of the last statement that `read` sends for this person."""
        with self.app.app_context():
            visitor = _visitor(person)
            event.listen(db.engine, "before_cursor_execute", self._note)
            read(visitor)
            event.remove(db.engine, "before_cursor_execute", self._note)
            return self._explain(*self.sent[-1])

    def _note(self, _connection: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        self.sent.append((statement, parameters))

    def _explain(self, statement: str, parameters: Any) -> str:
        with db.engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SET LOCAL enable_seqscan = off"))
                explain = "EXPLAIN (COSTS OFF)"
            else:
                explain = "EXPLAIN QUERY PLAN"
            found = connection.exec_driver_sql(f"{explain} {statement}", parameters)
            return "\n".join(str(row[-1]) for row in found)


def _plan(person: Person, read: Callable[[Visitor], Any]) -> str:
    return Explained(person.app).plan(person, read)


@pytest.fixture
def filled(alice: Person) -> Person:
    """Alice with SIZE tasks, of which the database has taken stock, as PostgreSQL does by itself."""
    _fill(alice, float)
    with alice.app.app_context(), db.engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("ANALYZE"))
    return alice


@pytest.mark.usefixtures("on_sqlite")
@pytest.mark.parametrize("after", [START, MIDDLE], ids=["first page", "later page"])
@pytest.mark.parametrize("status", list(INDEXES))
def test_sqlite_walks_the_lists_own_index_without_sorting(
    filled: Person, status: str, after: tuple[float, int]
) -> None:
    plan = _plan(filled, lambda visitor: list_page(visitor, status, after))

    assert f"SEARCH task USING INDEX {INDEXES[status]} (workspace_id=? AND position>?)" in plan
    assert "TEMP B-TREE" not in plan
    assert "SCAN" not in plan


@pytest.mark.usefixtures("on_sqlite")
def test_sqlite_counts_along_indexes(filled: Person) -> None:
    plan = _plan(filled, counts)

    assert f"SEARCH task USING INDEX {INDEXES['active']} (workspace_id=?)" in plan
    assert "SEARCH task USING INDEX ix_task_completed (workspace_id=? AND completed_at>?)" in plan
    assert "SCAN task" not in plan


@pytest.mark.usefixtures("on_postgresql")
@pytest.mark.parametrize("after", [START, MIDDLE], ids=["first page", "later page"])
@pytest.mark.parametrize("status", list(INDEXES))
def test_postgresql_can_walk_the_lists_own_index_without_sorting(
    filled: Person, status: str, after: tuple[float, int]
) -> None:
    plan = _plan(filled, lambda visitor: list_page(visitor, status, after))

    assert f"Index Scan using {INDEXES[status]} on task" in plan
    assert '"position" >=' in next(line for line in plan.splitlines() if "Index Cond" in line)
    assert "Sort" not in plan


@pytest.mark.usefixtures("on_postgresql")
def test_postgresql_can_count_along_indexes(filled: Person) -> None:
    plan = _plan(filled, counts)

    assert plan.count("Limit") == 3
    assert "Seq Scan" not in plan


def test_counts_stop_at_a_thousand(alice: Person) -> None:
    _fill(alice, float)
    with alice.app.app_context(), writing() as session:
        session.execute(update(Task).values(completed_at=None, deleted_at=None))
    with alice.app.app_context():
        assert counts(_visitor(alice)) == (MANY, 0, 0)

    page = alice.browser.open("/tasks")

    assert page.words("#task-count") == ["999+ tasks left"]


@pytest.mark.parametrize(
    "position",
    [float, lambda number: number // 70, lambda _number: 1.5, lambda number: -number / 3],
    ids=["distinct", "ties across pages", "all equal", "negative fractions"],
)
def test_paging_gives_every_task_once_and_in_order(alice: Person, position: Callable[[int], float]) -> None:
    _fill(alice, position)
    kept = [number for number in range(SIZE) if number % 10]
    expected = sorted(kept, key=lambda number: (position(number), number))

    pages = list(_pages(alice))

    assert [title for page in pages for title in page] == [f"Task {number}" for number in expected]
    assert {len(page) for page in pages[:-1]} == {PAGE}


def _pages(person: Person) -> Iterator[list[str]]:
    cursor: tuple[float, int] | None = START
    with person.app.app_context():
        while cursor:
            rows, following = list_page(_visitor(person), "all", cursor)
            yield [row.title for row in rows]
            cursor = parse_cursor(following) if following else None


def test_following_show_more_leads_through_the_list(alice: Person) -> None:
    titles = [f"Task {number}" for number in range(2 * PAGE)]
    alice.has(*titles, "The last")

    pages = [alice.browser.open("/tasks")]
    pages += [alice.browser.follow("#task-more-link"), alice.browser.follow("#task-more-link")]

    assert [page.titles for page in pages] == [titles[:PAGE], titles[PAGE:], ["The last"]]
    assert pages[-1].all("#task-more-link") == []

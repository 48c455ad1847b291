"""The page of a label at size: it begins with the label's tasks, however many others there are."""

import pytest

from tests.builders import Person
from webapp.tasks.label_rows import label_counts, label_page
from webapp.tasks.rows import START

from .test_lists import MIDDLE, _plan


@pytest.mark.usefixtures("on_sqlite")
@pytest.mark.parametrize("after", [START, MIDDLE], ids=["first page", "later page"])
@pytest.mark.parametrize("completed", [False, True])
def test_sqlite_begins_with_the_tasks_of_the_label(
    alice: Person, completed: bool, after: tuple[float, int]
) -> None:
    id = alice.has_label("errand")

    plan = _plan(alice, lambda visitor: label_page(visitor, id, completed=completed, after=after))

    assert "SEARCH bearing USING INDEX ix_task_label_label (workspace_id=? AND label_id=?)" in plan
    assert "SCAN task" not in plan


@pytest.mark.usefixtures("on_sqlite")
def test_sqlite_counts_the_tasks_of_the_label(alice: Person) -> None:
    id = alice.has_label("errand")

    plan = _plan(alice, lambda visitor: label_counts(visitor, id))

    assert plan.count("SEARCH bearing USING") == 2
    assert "SCAN task" not in plan

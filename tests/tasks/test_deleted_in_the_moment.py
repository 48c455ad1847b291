"""A task that somebody deletes between the change of another and its answer."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import event, update
from sqlalchemy.orm import Session

from tests.builders import Person
from webapp.extensions import db
from webapp.tasks.models import Task


@pytest.fixture
def deleted_after_a_change(alice: Person) -> Iterator[int]:
    """A task that is deleted right after the transaction that changes it."""
    (id,) = alice.has("Milk")

    def delete(session: Session) -> None:
        if session.info.pop("changed", False):
            with db.engine.begin() as connection:
                connection.execute(update(Task).where(Task.id == id).values(deleted_at=datetime.now(UTC)))

    def note(session: Session, *_rest: object) -> None:
        session.info["changed"] = any(isinstance(row, Task) for row in session.dirty)

    event.listen(Session, "before_flush", note)
    event.listen(Session, "after_commit", delete)
    yield id
    event.remove(Session, "before_flush", note)
    event.remove(Session, "after_commit", delete)


@pytest.mark.parametrize(
    ("headers", "status"), [({}, 200), ({"HX-Request-Type": ""}, 303)], ids=["partial", "page"]
)
def test_a_title_saved_in_the_moment_of_deletion_is_kept_and_its_row_goes(
    alice: Person, deleted_after_a_change: int, headers: dict[str, str], status: int
) -> None:
    alice.browser.open("/tasks")

    answer = alice.browser.partial(
        "PUT", f"/tasks/{deleted_after_a_change}", {"title": "Cream", "version": "1"}, **headers
    )

    assert answer.status == status
    assert answer.titles == []
    assert alice.task(deleted_after_a_change).title == "Cream"
    assert alice.browser.open("/tasks").titles == []

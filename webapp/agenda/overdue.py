"""What is overdue, all of it at once: planned anew for another day."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, select, union_all
from sqlalchemy.orm import Session

from ..accounts.visitors import Visitor
from ..errors import Invalid
from ..tasks.bulk import plan_all
from ..tasks.models import Task
from .due import FREE, arms


def reschedule_all(session: Session, day: date, today: date, *, by: Visitor, now: datetime) -> int:
    """Plan for a day all that Today calls overdue and the person may change, in one batch; how many.

    Times stay. Raises Invalid for a day that is over.
    """
    if day < today:
        raise Invalid("Choose today or a later day.")
    return plan_all(session, day, _overdue(by, today), by=by, now=now)


def _overdue(person: Visitor, today: date) -> ColumnElement[bool]:
    before = today - timedelta(days=1)
    found = [arm.within(arm.day <= before).tasks.with_only_columns(Task.__table__.c.id) for arm in arms(FREE)]
    given: dict[str, Any] = {"user_id": person.id, "workspaces": person.workspaces, "today": today}
    return Task.id.in_(select(union_all(*found).subquery().c.id).params(**given))

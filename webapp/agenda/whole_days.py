"""The whole list of a day, or of what is overdue, as it is selected: rows without their labels."""

import re
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Date, Select, bindparam, union_all

from ..accounts.visitors import Visitor
from ..database import reading
from ..tasks.models import Task
from ..tasks.rows import TaskRow
from .completed_page import COMPLETED
from .day_lists import start_of
from .due import FREE, OPEN, arms, key_of
from .today_page import OVERDUE, part_of
from .upcoming_page import LAST

DAY_LIST = re.compile(r"(?:day|done)-(\d{4}-\d\d-\d\d)-list", re.ASCII)
PART_LIST = re.compile(r"(overdue|today|evening)-list")


def whole_part(visitor: Visitor, list: str, most: int) -> list[TaskRow] | None:
    """The first rows of a part of Today; None if there is no such part."""
    found, today = PART_LIST.fullmatch(list), visitor.today
    if found is None:
        return None
    days = (date.min, today - timedelta(days=1)) if found[1] == OVERDUE else (today, today)
    return [row for row in _due(visitor, FREE, days, most) if part_of(row, today) == found[1]]


def whole_day(visitor: Visitor, list: str, most: int) -> list[TaskRow] | None:
    """The first rows of a list of what comes up; None if there is no such list."""
    today, day = visitor.today, _day_in(list)
    if list == f"{OVERDUE}-list":
        return _due(visitor, OPEN, (date.min, today - timedelta(days=1)), most)
    return _due(visitor, OPEN, (day, day), most) if day and day >= today else None


def whole_done(visitor: Visitor, list: str, most: int) -> list[TaskRow] | None:
    """The first rows of a day of what is done; None if there is no such day."""
    day = _day_in(list)
    if day is None:
        return None
    since, until = (start_of(one, visitor.time_zone) for one in (day, day + timedelta(days=1)))
    at = Task.__table__.c.completed_at
    within = COMPLETED.where(at >= since, at < until).order_by(at.desc(), Task.__table__.c.id.desc())
    return [TaskRow(*row) for row in reading().execute(within.limit(most), _person(visitor))]


def _due(visitor: Visitor, tasks: Select[Any], days: tuple[date, date], most: int) -> list[TaskRow]:
    """What is up from one day to another."""
    since, until = (bindparam(name, day, type_=Date) for name, day in zip(("from", "to"), days, strict=True))
    some = [arm.within(arm.day >= since, arm.day <= until).first(most) for arm in arms(tasks)]
    today = visitor.today
    found = reading().execute(union_all(*some), {**_person(visitor), "today": today})
    return sorted((TaskRow(*row) for row in found), key=lambda row: key_of(row, today))[:most]


def _day_in(list: str) -> date | None:
    """The day that the id of a list names."""
    found = DAY_LIST.fullmatch(list)
    try:
        day = date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
    return day if day and date(1900, 1, 1) <= day <= LAST else None


def _person(visitor: Visitor) -> dict[str, Any]:
    return {"user_id": visitor.id, "workspaces": visitor.workspaces}

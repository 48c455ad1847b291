"""The only source of time."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def now() -> datetime:
    """This instant, aware, in UTC."""
    return datetime.now(UTC)


def wall_clock(time_zone: str) -> datetime:
    """What calendar and clock say now in an IANA zone such as `Europe/Zagreb`; naive."""
    return now().astimezone(ZoneInfo(time_zone)).replace(tzinfo=None)


def today_for(time_zone: str) -> date:
    """The calendar day it is now in an IANA zone."""
    return wall_clock(time_zone).date()

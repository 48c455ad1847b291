"""Numbers and instants as people say them."""

from datetime import UTC, datetime

import pytest
import time_machine

from webapp.clock import now, today_for
from webapp.formatting import bounded, counted, local


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 tasks"),
        (1, "1 task"),
        (2, "2 tasks"),
        (999, "999 tasks"),
        (1000, "999+ tasks"),
        (1001, "999+ tasks"),
    ],
)
def test_things_are_counted(count: int, words: str) -> None:
    assert counted(count, "task") == words
    assert bounded(count) == words.partition(" ")[0]


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("UTC", "Sun 1 Nov 2026, 23:05"),
        ("Europe/Zagreb", "Mon 2 Nov 2026, 00:05"),
        ("America/St_Johns", "Sun 1 Nov 2026, 19:35"),
        ("Asia/Kathmandu", "Mon 2 Nov 2026, 04:50"),
    ],
)
def test_an_instant_is_said_by_the_persons_clock(zone: str, words: str) -> None:
    assert local(datetime(2026, 11, 1, 23, 5, tzinfo=UTC), zone) == words


@pytest.mark.parametrize(("zone", "day"), [("Pacific/Kiritimati", 2), ("UTC", 1), ("Pacific/Pago_Pago", 1)])
def test_today_is_the_day_where_the_person_is(zone: str, day: int) -> None:
    with time_machine.travel(datetime(2026, 11, 1, 23, 5, tzinfo=UTC), tick=False):
        assert today_for(zone).day == day
        assert now().utcoffset() is not None

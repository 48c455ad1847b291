"""The clock of tests of the agenda."""

from collections.abc import Iterator

import pytest
import time_machine

from .planning import NOON


@pytest.fixture
def at_noon() -> Iterator[time_machine.Traveller]:
    """A Sunday at noon, at which time stands still; the clock can be moved."""
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock

"""Applications with a database of their own, which upkeep may wipe."""

from collections.abc import Callable

import pytest
from flask import Flask


@pytest.fixture
def house(new_migrated_app: Callable[..., Flask]) -> Flask:
    """An application with a database that no other test uses."""
    return new_migrated_app()

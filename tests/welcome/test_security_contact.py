"""Who finds a hole finds whom to tell."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import time_machine
from flask import Flask

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@time_machine.travel(NOON, tick=False)
def test_the_contact_stands_where_finders_look(new_migrated_app: Callable[..., Flask]) -> None:
    app = new_migrated_app(SECURITY_CONTACT="mailto:ana@example.org")

    answer = app.test_client().get("/.well-known/security.txt")

    fields = dict(line.split(": ", 1) for line in answer.get_data(as_text=True).splitlines())
    assert answer.mimetype == "text/plain"
    assert fields["Contact"] == "mailto:ana@example.org"
    assert NOON < datetime.fromisoformat(fields["Expires"]) < NOON + timedelta(days=365)


def test_without_a_contact_there_is_no_such_file(app: Flask) -> None:
    assert app.test_client().get("/.well-known/security.txt").status_code == 404

"""Why something cannot be undone, in words, and that nothing is undone by half then."""

from typing import Any

import pytest
from sqlalchemy import select, update

from tests.builders import Person
from tests.contents import contents
from webapp.activity.models import Activity
from webapp.database import writing
from webapp.tasks.models import Task
from webapp.tasks.purging import purge_tasks


def renamed(person: Person) -> tuple[int, str]:
    """A task that was renamed, and the address that undoes it."""
    (id,) = person.has("First")
    person.browser.open(f"/tasks/{id}/edit")
    person.browser.submit("form.editor", title="Second")
    return id, str(person.browser.open("/history").all(".history__undo")[0]["formaction"])


def remember(person: Person, before: dict[str, Any], after: dict[str, Any]) -> None:
    """Let the log say of the renaming what an older version of the application may have written."""
    with person.app.app_context(), writing() as session:
        entry = session.scalars(select(Activity).where(Activity.verb == "renamed")).one()
        session.execute(update(Activity).where(Activity.id == entry.id).values(before=before, after=after))


@pytest.mark.parametrize(
    ("before", "reason"),
    [
        ({"title": "\n"}, "A task needs a title."),
        ({"project_id": 2**40}, "Something it needs is no longer there."),
    ],
    ids=["rule", "constraint"],
)
def test_what_would_break_a_rule_cannot_be_undone(alice: Person, before: dict[str, Any], reason: str) -> None:
    id, undo = renamed(alice)
    remember(alice, before, {name: getattr(alice.task(id), name) for name in before})
    kept = contents(alice.app)

    answer = alice.browser.partial("POST", undo)

    assert answer.status == 409
    assert answer.toast == f"Renaming “Second” cannot be undone: {reason}"
    assert answer.all("#undo") == []
    assert contents(alice.app) == kept


def test_a_batch_is_undone_only_as_a_whole(alice: Person) -> None:
    alice.has("First", "Second", completed=True)
    alice.browser.open("/tasks")
    alice.browser.press("#clear-completed")
    undo = str(alice.browser.current.one("#undo")["formaction"])
    with alice.app.app_context(), writing() as session:
        purge_tasks(session, Task.workspace_id == alice.workspace_id, Task.title == "First")
    kept = contents(alice.app)

    answer = alice.browser.partial("POST", undo)

    assert answer.status == 409
    assert answer.toast == (
        "Deleting 2 tasks cannot be undone: “First” is gone for good, or you may no longer change it."
    )
    assert contents(alice.app) == kept


def test_what_somebody_else_changed_since_is_offered_to_be_undone_with_it(alice: Person, bob: Person) -> None:
    id, undo = renamed(alice)
    bob.browser.open(f"/tasks/{id}/edit")
    bob.browser.submit("form.editor", title="Bob’s")

    refused = alice.browser.partial("POST", undo)
    both = alice.browser.partial("POST", str(refused.one("#undo")["formaction"]))

    assert (refused.status, both.status) == (409, 200)
    assert refused.one("#undo").get_text() == "Undo both"
    assert alice.task(id).title == "First"


def test_what_was_undone_together_is_done_again_together(alice: Person) -> None:
    id, undo = renamed(alice)
    alice.browser.open(f"/tasks/{id}/edit")
    alice.browser.submit("form.editor", title="Third")
    refused = alice.browser.partial("POST", undo)

    undone = alice.browser.partial("POST", str(refused.one("#undo")["formaction"]))
    title = alice.task(id).title
    redone = alice.browser.partial("POST", str(undone.one("#undo")["formaction"]))
    title_again = alice.task(id).title
    alice.browser.partial("POST", f"{undo}?with_later=1")
    by_key = alice.browser.partial("DELETE", "/history/undo")

    assert (undone.status, redone.status, by_key.status) == (200, 200, 200)
    assert (title, title_again, alice.task(id).title) == ("First", "Third", "Third")


def test_what_was_undone_elsewhere_is_not_undone_twice(alice: Person) -> None:
    _, undo = renamed(alice)
    alice.browser.partial("POST", undo)
    kept = contents(alice.app)

    answer = alice.browser.partial("POST", undo)

    assert answer.status == 409
    assert answer.toast == "Renaming “Second” cannot be undone: It has been undone already."
    assert contents(alice.app) == kept


def test_redoing_over_a_newer_change_is_refused(alice: Person) -> None:
    id, undo = renamed(alice)
    alice.browser.partial("POST", undo)
    alice.browser.open(f"/tasks/{id}/edit")
    alice.browser.submit("form.editor", title="Third")

    answer = alice.browser.partial("DELETE", undo)

    assert answer.status == 409
    assert answer.toast == "Renaming “Second” cannot be redone: “Third” has changed since."
    assert alice.task(id).title == "Third"


def test_somebody_who_may_no_longer_edit_cannot_undo(alice: Person, bob: Person) -> None:
    id, _ = renamed(alice)
    bob.browser.open(f"/tasks/{id}/edit")
    bob.browser.submit("form.editor", title="Bob’s")
    undo = str(bob.browser.open("/history").one(".history__undo")["formaction"])
    bob.leaving(alice)

    answer = bob.browser.partial("POST", undo)

    assert answer.status == 404
    assert alice.task(id).title == "Bob’s"

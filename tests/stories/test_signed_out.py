"""The session ends in the middle of the work: what was typed is there after signing in, unsaved."""

from tests.builders import PASSWORD, Person
from webapp.accounts.models import end_sessions
from webapp.database import writing

from .drivers import with_javascript
from .drivers.chromium import ChromiumTab
from .vocabulary import Tab


def test_an_edit_outlives_the_session(tab: Tab, alice: Person) -> None:
    (id,) = alice.has("Bread")
    tab.open("/tasks")
    tab.start_editing("Bread")
    tab.type("Rye & <white> bread")
    sign_out_everywhere(alice)

    tab.save()
    tab.sees_text("Sign in to your docket.")
    assert alice.task(id).title == "Bread"
    tab.sign_in(alice.email, PASSWORD)
    tab.editor_holds("Rye & <white> bread")
    assert alice.task(id).title == "Bread"
    tab.save()

    tab.sees("Rye & <white> bread")
    tab.is_at("/tasks")


def test_a_new_task_outlives_the_session(tab: Tab, alice: Person) -> None:
    alice.has("Bread")
    tab.open("/tasks/active")
    sign_out_everywhere(alice)

    tab.add("Milk & “honey”")
    tab.sees_text("Sign in to your docket.")
    tab.sign_in(alice.email, PASSWORD)

    tab.new_task_holds("Milk & “honey”")
    tab.sees("Bread")


def test_a_ring_without_a_session_leads_to_signing_in_and_back(tab: Tab, alice: Person) -> None:
    alice.has("Bread")
    tab.open("/tasks/active")
    sign_out_everywhere(alice)

    tab.complete("Bread")
    tab.sees_text("Sign in to your docket.")
    tab.sign_in(alice.email, PASSWORD)

    tab.is_at("/tasks/active")
    tab.sees("Bread")


def test_an_address_opened_without_a_session_is_reached_after_signing_in(tab: Tab, alice: Person) -> None:
    alice.has("Bread", completed=True)
    sign_out_everywhere(alice)

    tab.open("/tasks/completed")
    tab.sign_in(alice.email, PASSWORD)

    tab.is_at("/tasks/completed")
    tab.sees("Bread")


@with_javascript
def test_the_kept_text_is_for_the_person_who_typed_it(
    tab: ChromiumTab, alice: Person, mallory: Person
) -> None:
    tab.open("/tasks")
    sign_out_everywhere(alice)
    tab.add("Alice's secret")
    tab.sees_text("Sign in to your docket.")

    tab.sign_in(mallory.email, PASSWORD)

    tab.sees_text("Nothing to do yet")
    tab.new_task_holds("")


@with_javascript
def test_the_kept_text_is_restored_once(tab: ChromiumTab, alice: Person) -> None:
    alice.has("Bread")
    tab.open("/tasks")
    tab.start_editing("Bread")
    tab.type("Rye bread")
    sign_out_everywhere(alice)
    tab.save()
    tab.sign_in(alice.email, PASSWORD)
    tab.editor_holds("Rye bread")

    tab.reload()

    tab.editor_is_closed()
    tab.sees("Bread")


def sign_out_everywhere(person: Person) -> None:
    with person.app.app_context(), writing() as session:
        end_sessions(session, person.id)

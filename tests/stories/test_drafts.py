"""What is typed in an open editor stays on the device until it is saved or cancelled."""

from tests.builders import PASSWORD, Person, make_person

from .drivers import with_javascript
from .drivers.chromium import ChromiumTab


@with_javascript
def test_a_draft_survives_a_reload_and_is_gone_once_saved(tab: ChromiumTab, alice: Person) -> None:
    (id,) = alice.has("Bread")
    tab.open("/tasks")
    tab.start_editing("Bread")
    tab.type("Rye bread")
    tab.notes.fill("With seeds")

    tab.reload()
    tab.sees("Bread")
    tab.start_editing("Bread")

    tab.editor_holds("Rye bread")
    tab.save()
    tab.sees("Rye bread")
    assert (alice.task(id).title, alice.task(id).notes) == ("Rye bread", "With seeds")
    tab.start_editing("Rye bread")
    tab.type("Corn bread")
    tab.cancel()
    tab.start_editing("Rye bread")
    tab.editor_holds("Rye bread")


@with_javascript
def test_a_draft_is_for_its_person_alone(tab: ChromiumTab, alice: Person) -> None:
    alice.has("Bread")
    bob = make_person(alice.app, "Bob").joining(alice, "editor")
    tab.open("/tasks")
    tab.start_editing("Bread")
    tab.type("Rye bread")
    tab.sign_out()

    tab.open("/auth/login")
    tab.sign_in(bob.email, PASSWORD)
    tab.sees_text("Today")
    tab.open("/tasks")
    tab.start_editing("Bread")
    tab.editor_holds("Bread")

    assert "Rye bread" not in str(tab.page.evaluate("JSON.stringify(localStorage)"))


@with_javascript
def test_a_draft_merges_with_what_was_changed_since(tab: ChromiumTab, alice: Person) -> None:
    (id,) = alice.has("Bread")
    tab.open("/tasks")
    tab.start_editing("Bread")
    tab.notes.fill("With seeds")
    tab.reload()
    other = tab.another()
    other.open("/tasks")
    other.edit("Bread", "Rye bread")
    other.sees("Rye bread")
    other.close()

    tab.start_editing("Bread")
    tab.save()

    tab.sees("Rye bread")
    assert (alice.task(id).title, alice.task(id).notes) == ("Rye bread", "With seeds")


@with_javascript
def test_a_draft_keeps_the_labels_and_takes_none_away_that_came_since(
    tab: ChromiumTab, alice: Person
) -> None:
    id, other = alice.has("Bread", "Other")
    alice.has_label("shop", id)
    home, urgent = alice.has_label("home", other), alice.has_label("urgent", other)
    tab.open("/tasks")
    tab.start_editing("Bread")
    tab.page.locator(".labels-field__summary").click()
    tab.page.get_by_label("home").check()
    tab.page.get_by_label("shop").uncheck()
    tab.reload()
    alice.browser.open(f"/tasks/{id}/edit")
    alice.browser.submit("form.editor", labels=[*labels_in(alice), str(urgent)])

    tab.start_editing("Bread")
    tab.page.get_by_label("home").wait_for(state="visible")
    tab.save()

    tab.says("Saved “Bread”.")
    alice.browser.open(f"/tasks/{id}/edit")
    assert labels_in(alice) == [str(home), str(urgent)]


def labels_in(person: Person) -> list[str]:
    """The labels that are checked in the editor that a person has open."""
    return sorted(str(box["value"]) for box in person.browser.current.all("[name=labels][checked]"))

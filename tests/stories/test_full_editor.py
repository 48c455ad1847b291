"""All of a task, edited where it stands: notes, steps, priority, labels and what it waits for."""

from playwright.sync_api import expect

from tests.builders import Person

from .drivers import with_javascript
from .drivers.chromium import ChromiumTab
from .vocabulary import Tab


def test_notes_and_priority_are_saved_together_and_undone_together(tab: Tab, alice: Person) -> None:
    (id,) = alice.has("Book the boiler service")
    tab.open("/tasks")

    tab.start_editing("Book the boiler service")
    tab.type("Book the boiler")
    tab.fill_in("Notes", "Ask for the **morning slot**.")
    tab.pick("Priority", "Priority 2")
    tab.save()
    tab.says("Saved “Book the boiler”.")

    tab.sees("Book the boiler")
    tab.sees_text("Priority 2")
    tab.open(f"/tasks/{id}")
    tab.sees_text("morning slot")
    tab.does_not_see("**")
    tab.open("/tasks")
    tab.open("/history")
    tab.choose("Undo changing “Book the boiler”")
    tab.says("Undid changing “Book the boiler”.")
    tab.open("/tasks")
    tab.sees("Book the boiler service")
    tab.does_not_see("Priority 2")


def test_a_step_that_was_typed_is_saved_with_the_rest(tab: Tab, alice: Person) -> None:
    (id,) = alice.has("Book the boiler service")
    tab.open("/tasks")
    tab.start_editing("Book the boiler service")

    tab.fill_in("Add a step", "Find the invoice")
    tab.save()
    tab.says("Saved “Book the boiler service”.")

    tab.open("/tasks")
    tab.sees_text("0/1")
    tab.open(f"/tasks/{id}")
    tab.complete("Find the invoice")
    tab.sees_text("1/1 steps done")


def test_completing_a_task_completes_its_steps_and_one_undo_opens_exactly_those(
    tab: Tab, alice: Person
) -> None:
    (id,) = alice.has("Book the boiler service")
    done, open_one = alice.has_step(id, "Find the invoice"), alice.has_step(id, "Call before noon")
    tab.open(f"/tasks/{id}")
    tab.complete("Find the invoice")
    tab.sees_text("1/2 steps done")

    tab.complete("Book the boiler service")
    tab.sees_text("2/2 steps done")
    tab.undo()

    tab.sees_text("1/2 steps done")
    assert alice.task(done).is_completed
    assert not alice.task(open_one).is_completed


def test_a_task_waits_for_another_until_that_is_done(tab: Tab, alice: Person) -> None:
    id, _ = alice.has("Paint the fence", "Buy paint")
    tab.open(f"/tasks/{id}/blockers")

    tab.fill_in("Wait for another task", "paint")
    tab.choose("Find")
    tab.choose("Wait for it: Buy paint")
    tab.says("“Paint the fence” waits for “Buy paint”.")

    tab.open("/tasks")
    tab.sees_text("Waiting for “Buy paint”")
    tab.complete("Buy paint")
    tab.says("Completed “Buy paint”.")
    tab.reload()
    tab.does_not_see("Waiting for “Buy paint”")


def test_two_tasks_cannot_wait_for_each_other(tab: Tab, alice: Person) -> None:
    fence, paint = alice.has("Paint the fence", "Buy paint")
    for id, other in ((fence, "Buy paint"), (paint, "Paint the fence")):
        tab.open(f"/tasks/{id}/blockers")
        tab.fill_in("Wait for another task", other)
        tab.choose("Find")
        tab.choose(f"Wait for it: {other}")

    tab.sees_text("“Paint the fence” already waits for “Buy paint”: neither could ever begin.")


def test_an_unknown_label_is_offered_and_made_only_when_wanted(tab: Tab, alice: Person) -> None:
    alice.has("Post the letter")
    tab.open("/tasks")
    tab.start_editing("Post the letter")
    if isinstance(tab, ChromiumTab):
        tab.page.locator(".labels-field > summary").click()

    tab.fill_in("Another label", "errand")
    tab.save()
    tab.refuses("There is no label “errand” yet.")
    tab.save()

    tab.sees_labels_of("Post the letter", "errand")


@with_javascript
def test_steps_are_added_by_enter_as_fast_as_they_are_typed(tab: ChromiumTab, alice: Person) -> None:
    (id,) = alice.has("Book the boiler service")
    tab.open("/tasks")
    tab.start_editing("Book the boiler service")
    tab.type("Book the boiler")
    field = tab.page.get_by_label("Add a step", exact=True)
    field.click()

    for step in ("Find the invoice", "Call before noon", "Pay"):
        tab.page.keyboard.type(step)
        tab.press("Enter")

    expect(tab.page.locator(".step__title")).to_have_text(["Find the invoice", "Call before noon", "Pay"])
    tab.has_focus(field)
    tab.editor_holds("Book the boiler")
    assert alice.task(id).title == "Book the boiler service"


@with_javascript
def test_a_step_that_is_refused_comes_back_into_its_field(tab: ChromiumTab, alice: Person) -> None:
    alice.has("Book the boiler service")
    tab.open("/tasks")
    tab.start_editing("Book the boiler service")
    field = tab.page.get_by_label("Add a step", exact=True)

    field.fill("x" * 501)
    field.press("Enter")

    tab.says("The title is 1 character too long; it may have 500.")
    expect(field).to_have_value("x" * 501)


@with_javascript
def test_control_and_enter_save_from_the_notes(tab: ChromiumTab, alice: Person) -> None:
    (id,) = alice.has("Book the boiler service")
    tab.open("/tasks")
    tab.start_editing("Book the boiler service")
    tab.notes.click()
    tab.page.keyboard.type("One")
    tab.press("Enter")
    tab.page.keyboard.type("Two")

    tab.press("Control+Enter")

    tab.editor_is_closed()
    assert alice.task(id).notes == "One\nTwo"

"""Labels: made, used, looked at, renamed, merged and deleted, and all of it taken back."""

from playwright.sync_api import expect

from tests.builders import Person

from .drivers import with_javascript
from .drivers.chromium import ChromiumTab
from .test_failing import slow_down
from .vocabulary import Tab


def test_a_label_is_made_and_its_page_gathers_what_bears_it(tab: Tab, alice: Person) -> None:
    alice.has("Buy bread")
    tab.open("/labels")
    tab.sees_text("No labels yet")

    tab.fill_in("New label", "@errand")
    tab.choose("Add label")
    tab.says("Added “@errand”.")
    tab.sees_labels("errand")
    tab.follow("errand")
    tab.sees_text("No open task bears this label")
    tab.add("Post the letter")
    tab.sees("Post the letter")
    tab.counts("1 task left")
    tab.complete("Post the letter")
    tab.sees()
    tab.show("Completed")

    tab.sees("Post the letter")
    tab.open("/tasks")
    tab.sees_labels_of("Post the letter", "errand")
    tab.sees_labels_of("Buy bread")


def test_labels_are_added_one_after_the_other(tab: Tab) -> None:
    tab.open("/labels")

    for name in ("waiting", "errand", "errand"):
        tab.fill_in("New label", name)
        tab.choose("Add label")

    tab.refuses("There is a label “errand” already.")
    tab.sees_labels("errand", "waiting")


def test_a_label_is_renamed_and_coloured_and_undo_takes_it_back(tab: Tab, alice: Person) -> None:
    (task,) = alice.has("Buy bread")
    alice.has_label("erand", task)
    alice.has_label("deep-work")
    tab.open("/labels")

    tab.follow("Edit: erand")
    tab.fill_in("Name", "a town errand")
    tab.tick("Teal")
    tab.choose("Save")
    tab.says("Saved “@a town errand”.")
    tab.sees_labels("a town errand", "deep-work")
    tab.undo()

    tab.sees_labels("deep-work", "erand")
    tab.redo()
    tab.sees_labels("a town errand", "deep-work")


def test_leaving_the_editor_of_a_label_changes_nothing(tab: Tab, alice: Person) -> None:
    alice.has_label("errand")
    tab.open("/labels")
    tab.follow("Edit: errand")
    tab.fill_in("Name", "something else")

    tab.cancel()

    tab.sees_labels("errand")


def test_a_wrong_label_is_merged_into_the_right_one_and_undo_restores_both(tab: Tab, alice: Person) -> None:
    first, second = alice.has("Buy bread", "Post the letter")
    alice.has_label("errnad", first)
    alice.has_label("errand", second)
    tab.open("/labels")

    tab.follow("Edit: errnad")
    tab.pick("Merge into", "@errand")
    tab.choose("Merge")
    tab.says("Merged “@errnad” into “@errand”.")
    tab.sees_labels("errand")
    tab.sees_text("2 open tasks")
    tab.undo()

    tab.sees_labels("errand", "errnad")
    tab.open("/tasks")
    tab.sees_labels_of("Buy bread", "errnad")


def test_a_deleted_label_leaves_its_tasks_and_comes_back_with_undo(tab: Tab, alice: Person) -> None:
    (task,) = alice.has("Buy bread")
    alice.has_label("errand", task)
    tab.open("/labels")

    tab.choose("Delete: errand")
    tab.says("Deleted “@errand”.")
    tab.sees_labels()
    tab.sees_text("No labels yet")
    tab.undo()

    tab.sees_labels("errand")
    tab.does_not_see("No labels yet")


def test_a_task_gets_a_label_and_another_that_is_made_only_when_it_is_confirmed(
    tab: Tab, alice: Person
) -> None:
    (task,) = alice.has("Buy bread")
    alice.has_label("home", task)
    alice.has_label("errand")
    tab.open(f"/tasks/{task}/labels")

    tab.untick("home")
    tab.tick("errand")
    tab.fill_in("Another label", "waiting")
    tab.choose("Save")
    tab.refuses("There is no label “waiting” yet.")
    tab.choose("Save")

    tab.says("Saved the labels of “Buy bread”.")
    tab.open("/tasks")
    tab.sees_labels_of("Buy bread", "errand", "waiting")


@with_javascript
def test_after_adding_a_label_the_field_is_empty_and_focused(tab: ChromiumTab) -> None:
    tab.open("/labels")
    field = tab.page.get_by_label("New label")

    tab.fill_in("New label", "errand")
    tab.press("Enter")
    tab.sees_labels("errand")

    tab.has_focus(field)
    expect(field).to_have_value("")


@with_javascript
def test_editing_a_label_by_keyboard_keeps_the_focus_in_its_place(tab: ChromiumTab, alice: Person) -> None:
    alice.has_label("errand")
    id = alice.has_label("home")
    tab.open("/labels")

    tab.page.locator(f"#label-{id}-edit").press("Enter")
    tab.has_focus(tab.page.get_by_label("Name", exact=True))
    tab.press("Escape")
    tab.has_focus(tab.page.locator(f"#label-{id}-title"))
    tab.page.locator(f"#label-{id}-edit").press("Enter")
    tab.has_focus(tab.page.get_by_label("Name", exact=True))
    tab.press("End", "s", "Enter")
    tab.sees_labels("errand", "homes")

    tab.has_focus(tab.page.locator(f"#label-{id}-title"))


@with_javascript
def test_what_is_typed_in_one_editor_stays_while_another_label_changes(
    tab: ChromiumTab, alice: Person
) -> None:
    alice.has_label("errand")
    alice.has_label("home")
    tab.open("/labels")
    tab.follow("Edit: home")
    tab.fill_in("Name", "half typed")

    tab.choose("Delete: errand")
    tab.says("Deleted “@errand”.")

    expect(tab.page.get_by_label("Name", exact=True)).to_have_value("half typed")
    tab.sees_labels()


@with_javascript
def test_escape_works_as_soon_as_an_editor_is_open_however_slowly_its_script_comes(
    tab: ChromiumTab, alice: Person
) -> None:
    id = alice.has_label("home")
    tab.open("/labels")
    slow_down(tab)

    tab.page.locator(f"#label-{id}-edit").press("Enter")
    tab.has_focus(tab.page.get_by_label("Name", exact=True))
    tab.press("Escape")

    tab.has_focus(tab.page.locator(f"#label-{id}-title"))

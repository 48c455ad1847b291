"""Editing a title where it stands."""

from playwright.sync_api import expect

from tests.builders import Person

from .drivers import with_javascript, without_javascript
from .drivers.chromium import ChromiumTab
from .vocabulary import Tab


def test_an_edit_by_the_title_is_trimmed_and_kept(tab: Tab, alice: Person) -> None:
    alice.has("Buy bread", "Water the plants")
    tab.open("/tasks")

    tab.edit("Buy bread", "  Buy rye bread ")

    tab.sees("Buy rye bread", "Water the plants")
    tab.reload()
    tab.sees("Buy rye bread", "Water the plants")


def test_the_editor_opens_with_the_title_in_it(tab: Tab, alice: Person) -> None:
    alice.has("Buy <b>bread</b> & “butter”")
    tab.open("/tasks")

    tab.start_editing("Buy <b>bread</b> & “butter”")

    tab.editor_holds("Buy <b>bread</b> & “butter”")


def test_an_emptied_title_is_refused_and_deletes_nothing(tab: Tab, alice: Person) -> None:
    alice.has("Buy bread")
    tab.open("/tasks")

    tab.edit("Buy bread", "   ")
    tab.refuses("A task needs a title.")
    tab.type("Buy rye bread")
    tab.save()

    tab.sees("Buy rye bread")


def test_cancel_restores_the_title(tab: Tab, alice: Person) -> None:
    alice.has("Buy bread", "Water the plants")
    tab.open("/tasks")
    tab.start_editing("Buy bread")
    tab.type("Something else")

    tab.cancel()

    tab.sees("Buy bread", "Water the plants")
    tab.reload()
    tab.sees("Buy bread", "Water the plants")


def test_saving_leads_back_to_the_list_from_which_the_editor_was_opened(tab: Tab, alice: Person) -> None:
    alice.has("Buy bread")
    alice.has("Old", completed=True)
    tab.open("/tasks/active")

    tab.edit("Buy bread", "Buy rye bread")

    tab.is_at("/tasks/active")
    tab.sees("Buy rye bread")


def test_saving_on_the_page_of_one_task_leads_to_the_list(tab: Tab, alice: Person) -> None:
    bread, _ = alice.has("Buy bread", "Water the plants")
    for path in (f"/tasks/{bread}/edit", f"/tasks/{bread}"):
        tab.open(path)
        if path.endswith("edit"):
            tab.type("Buy rye bread")
            tab.save()
        else:
            tab.edit("Buy rye bread", "Buy corn bread")
        tab.is_at("/tasks")

    tab.sees("Buy corn bread", "Water the plants")
    tab.says("Saved “Buy corn bread”.")


def test_deleting_on_the_page_of_one_task_leads_to_the_list(tab: Tab, alice: Person) -> None:
    bread, _ = alice.has("Buy bread", "Water the plants")
    tab.open(f"/tasks/{bread}")

    tab.delete("Buy bread")

    tab.is_at("/tasks")
    tab.sees("Water the plants")
    tab.undo()
    tab.sees("Buy bread", "Water the plants")


def test_the_editing_state_does_not_survive_going_back_to_the_list(tab: Tab, alice: Person) -> None:
    alice.has("Buy bread")
    tab.open("/tasks")
    tab.start_editing("Buy bread")
    tab.type("Something else")

    tab.open("/tasks")

    tab.editor_is_closed()
    tab.sees("Buy bread")


@without_javascript
def test_without_javascript_no_keys_are_promised(tab: Tab, alice: Person) -> None:
    alice.has("Buy bread")
    tab.open("/tasks")

    tab.start_editing("Buy bread")

    if isinstance(tab, ChromiumTab):
        expect(tab.page.locator(".editor__keys")).to_be_hidden()


@with_javascript
def test_the_editing_state_does_not_survive_a_reload(tab: ChromiumTab, alice: Person) -> None:
    alice.has("Buy bread")
    tab.open("/tasks")
    tab.start_editing("Buy bread")
    tab.type("Something else")

    tab.reload()

    tab.editor_is_closed()
    tab.sees("Buy bread")


@with_javascript
def test_a_double_click_on_the_title_opens_the_editor_focused(tab: ChromiumTab, alice: Person) -> None:
    alice.has("Buy bread")
    tab.open("/tasks")

    tab.title("Buy bread").dblclick()

    tab.editor_holds("Buy bread")
    tab.has_focus(tab.editor)


@with_javascript
def test_enter_saves(tab: ChromiumTab, alice: Person) -> None:
    (id,) = alice.has("Buy bread")
    tab.open("/tasks")
    tab.start_editing("Buy bread")
    tab.type("Buy rye bread")

    tab.press("Enter")

    tab.sees("Buy rye bread")
    assert alice.task(id).title == "Buy rye bread"


@with_javascript
def test_leaving_the_field_saves(tab: ChromiumTab, alice: Person) -> None:
    (id,) = alice.has("Buy bread")
    tab.open("/tasks")
    tab.start_renaming("Buy bread")
    tab.type("Buy rye bread")

    tab.new_task.click()

    tab.sees("Buy rye bread")
    assert alice.task(id).title == "Buy rye bread"
    tab.has_focus(tab.new_task)


@with_javascript
def test_leaving_the_field_unchanged_closes_the_editor(tab: ChromiumTab, alice: Person) -> None:
    (id,) = alice.has("Buy bread")
    tab.open("/tasks")
    tab.start_renaming("Buy bread")
    tab.has_focus(tab.editor)

    tab.new_task.click()

    tab.editor_is_closed()
    tab.sees("Buy bread")
    assert alice.task(id).version == 1


@with_javascript
def test_moving_from_the_field_to_its_buttons_saves_nothing_yet(tab: ChromiumTab, alice: Person) -> None:
    (id,) = alice.has("Buy bread")
    tab.open("/tasks")
    tab.start_renaming("Buy bread")
    tab.type("Something else")

    tab.press("Tab", "Tab")

    tab.has_focus(tab.page.get_by_role("link", name="Cancel"))
    tab.press("Enter")
    tab.sees("Buy bread")
    assert alice.task(id).title == "Buy bread"


@with_javascript
def test_escape_restores_the_title(tab: ChromiumTab, alice: Person) -> None:
    (id,) = alice.has("Buy bread")
    tab.open("/tasks")
    tab.start_editing("Buy bread")
    tab.type("Something else")

    tab.press("Escape")

    tab.sees("Buy bread")
    assert alice.task(id).title == "Buy bread"


@with_javascript
def test_starting_another_edit_saves_the_first(tab: ChromiumTab, alice: Person) -> None:
    alice.has("Buy bread", "Water the plants")
    tab.open("/tasks")
    tab.start_renaming("Buy bread")
    tab.type("Buy rye bread")

    tab.start_renaming("Water the plants")

    tab.sees("Buy rye bread")
    tab.editor_holds("Water the plants")
    tab.has_focus(tab.editor)

"""The keys of the table: what they do, on which row, and when they rest."""

import pytest
from playwright.sync_api import expect

from tests.builders import Person

from .drivers import with_javascript
from .drivers.chromium import ChromiumTab
from .test_failing import slow_down

pytestmark = with_javascript


@pytest.fixture
def tasks(tab: ChromiumTab, alice: Person) -> ChromiumTab:
    """A list of three, with the keyboard out of the field for new tasks."""
    alice.has("First", "Second", "Third")
    tab.open("/tasks")
    tab.has_focus(tab.new_task)
    tab.press("Escape")
    return tab


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        (["j"], "First"),
        (["ArrowDown"], "First"),
        (["j", "j"], "Second"),
        (["j", "ArrowDown", "k"], "First"),
        (["j", "j", "ArrowUp"], "First"),
        (["j", "j", "j", "j"], "Third"),
        (["j", "k"], "First"),
        (["k"], "First"),
    ],
    ids=str,
)
def test_j_and_k_and_arrows_move_between_rows(tasks: ChromiumTab, keys: list[str], title: str) -> None:
    tasks.press(*keys)

    tasks.has_focus(tasks.title(title))


@pytest.mark.parametrize("key", ["Enter", "F2"])
def test_a_key_edits_the_focused_row(tasks: ChromiumTab, key: str) -> None:
    tasks.press("j", "j", key)

    tasks.has_focus(tasks.editor)
    tasks.editor_holds("Second")


def test_e_completes_the_focused_row_and_opens_it_again(tasks: ChromiumTab) -> None:
    tasks.press("j", "j", "e")
    tasks.sees_completed("Second")
    tasks.has_focus(tasks.title("Second"))

    tasks.press("e")

    tasks.sees_completed()


def test_e_without_a_focused_row_does_nothing(tasks: ChromiumTab) -> None:
    tasks.press("e", "j")

    tasks.has_focus(tasks.title("First"))
    tasks.sees_completed()


def test_z_undoes_and_shift_z_redoes_the_last_change(tasks: ChromiumTab) -> None:
    tasks.press("j", "e")
    tasks.sees_completed("First")

    tasks.press("z")
    tasks.sees_completed()
    tasks.press("Shift+Z")

    tasks.sees_completed("First")


@pytest.mark.parametrize("keys", [["j", "q"], ["q"], ["a"]], ids=str)
def test_a_key_leads_to_the_field_for_a_new_task(tasks: ChromiumTab, keys: list[str]) -> None:
    tasks.press(*keys)

    tasks.has_focus(tasks.new_task)
    tasks.new_task_holds("")


def test_what_is_typed_before_its_field_has_come_is_added_there_once(tasks: ChromiumTab) -> None:
    slow_down(tasks)

    tasks.press("j", "a", *"Tea", "Space", *"xe", "Enter")

    tasks.sees("First", "Tea xe", "Second", "Third")
    tasks.sees_completed()
    tasks.press("Escape")
    tasks.has_focus(tasks.title("First"))


def test_a_title_is_typed_on_while_its_editor_is_on_its_way(tasks: ChromiumTab) -> None:
    slow_down(tasks)

    tasks.press("j", "F2", *"ly", "Enter")

    tasks.sees("Firstly", "Second", "Third")


def test_q_comes_from_elsewhere_too(tasks: ChromiumTab) -> None:
    tasks.open("/settings")

    tasks.press("q")

    tasks.is_at("/tasks/new")
    tasks.has_focus(tasks.new_task)


@pytest.mark.parametrize(
    ("letter", "path"), [("t", "/today"), ("h", "/history"), ("b", "/bin"), ("s", "/settings")]
)
def test_g_and_a_letter_go_to_a_place(tasks: ChromiumTab, letter: str, path: str) -> None:
    tasks.open("/keys")

    tasks.press("g", letter)

    tasks.is_at(path)


def test_the_question_mark_opens_the_sheet_and_escape_closes_it(tasks: ChromiumTab) -> None:
    tasks.press("?")
    expect(tasks.page.get_by_role("dialog", name="Keys")).to_be_visible()
    tasks.has_focus(tasks.button("Close"))

    tasks.press("Escape")

    expect(tasks.page.get_by_role("dialog")).to_have_count(0)


def test_keys_rest_while_the_sheet_is_open_and_its_entries_can_be_pressed(tasks: ChromiumTab) -> None:
    tasks.press("j", "e")
    tasks.sees_completed("First")
    tasks.press("?", "z")
    tasks.sees_completed("First")

    tasks.button("Undo your last change").click()

    tasks.sees_completed()
    expect(tasks.page.get_by_role("dialog")).to_have_count(0)


def test_keys_are_text_where_one_types(tasks: ChromiumTab) -> None:
    tasks.press("q", "j", "e", "z", "?", "g", "s")

    tasks.new_task_holds("jez?gs")
    tasks.is_at("/tasks")


@pytest.mark.parametrize("modifier", ["Control", "Alt", "Meta"])
def test_keys_with_a_modifier_belong_to_the_browser(tasks: ChromiumTab, modifier: str) -> None:
    tasks.press("j", f"{modifier}+j", f"{modifier}+e")

    tasks.has_focus(tasks.title("First"))
    tasks.sees_completed()


@pytest.mark.parametrize("how", ["isComposing: true", "keyCode: 229"])
def test_keys_rest_while_a_word_is_being_composed(tasks: ChromiumTab, how: str) -> None:
    tasks.press("j")

    tasks.page.evaluate(
        "document.activeElement.dispatchEvent("
        f"new KeyboardEvent('keydown', {{key: 'j', bubbles: true, {how}}}))"
    )

    tasks.has_focus(tasks.title("First"))


def test_a_layout_without_latin_letters_works_by_place(tasks: ChromiumTab) -> None:
    tasks.page.evaluate(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'о', code: 'KeyJ', bubbles: true}))"
    )

    tasks.has_focus(tasks.title("First"))


def test_keys_can_be_switched_off(tasks: ChromiumTab) -> None:
    tasks.open("/settings")
    tasks.page.get_by_label("Keyboard shortcuts").uncheck()
    tasks.button("Save").click()
    tasks.says("Your settings are saved.")
    tasks.open("/tasks")
    tasks.press("Escape")

    tasks.press("j", "?", "g", "s")

    tasks.is_at("/tasks")
    expect(tasks.page.get_by_role("dialog")).to_have_count(0)
    expect(tasks.page.locator(".task :focus")).to_have_count(0)

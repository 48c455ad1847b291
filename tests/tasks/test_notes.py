"""Notes: what is kept, what is refused, marks that are ticked, and that they can do nothing to the page."""

import pytest

from tests.arranging import house, send, undo
from tests.builders import Person
from tests.pages import Page
from tests.policies import NOBODYS

KEPT = [
    ("  - one\n  - two", "  - one\n  - two"),
    ("\r\n\r\n\tcode\r\n  ", "\tcode"),
    ("one\r\ntwo\rthree", "one\ntwo\nthree"),
    ("  \n \t\n", ""),
    ("x" * 50_000, "x" * 50_000),
    ("🧺" * 50_000, "🧺" * 50_000),
    ("\n" + "x" * 50_000 + "\n", "x" * 50_000),
]
REFUSED = [
    ("x" * 50_001, "The notes are 1 character too long; they may have 50,000."),
    ("x" * 200_001, "Use at most 50000 characters."),
    ("x" * 500_000, "Use at most 50000 characters."),
    ("nu\0l", "The notes contain a character that cannot be stored (NUL). Remove it."),
]
HOSTILE = [
    "[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](&#106;avascript:alert(1)) <javascript:alert(1)>",
    "[a](//evil.example) [b](/\\evil.example) [c](data:text/html,x) ![d](//evil.example/pixel)",
    "<script>alert(1)</script><img src=x onerror=alert(1)><form action=//evil.example><input name=title>",
    '<button hx-post="/tasks/completion" hx-trigger="load">x</button> <p data-hx-get="/auth/logout">',
    '[a](/x "t" hx-get="/auth/logout" hx-trigger="load")',
    "```html hx-get=/auth/logout\n</code></pre><script>alert(1)</script>\n```",
    "# One\n\n<h1>Task</h1>\n\n- [ ] <button formaction=/x>y</button>",
    "[" * 10_000 + "a" + "](javascript:x)" * 1_000,
    "</div></main><ul id=task-list>",
]
MARKS = "- [ ] One\n- [x] Two\n\n> - [ ] Three"


def write(person: Person, id: int, notes: str) -> Page:
    version = str(person.task(id).version)
    return send(person, "PUT", f"/tasks/{id}", {"title": "Milk", "notes": notes, "version": version})


@pytest.fixture
def id(alice: Person) -> int:
    return alice.has("Milk")[0]


@pytest.mark.parametrize(("typed", "kept"), KEPT)
def test_notes_are_kept_as_they_were_typed(alice: Person, id: int, typed: str, kept: str) -> None:
    answer = write(alice, id, typed)
    shown = alice.browser.open(f"/tasks/{id}/edit").one("[name=notes]").get_text()

    assert answer.status == 200
    assert alice.task(id).notes == kept
    assert shown == kept


@pytest.mark.parametrize(("typed", "reason"), REFUSED)
def test_notes_that_cannot_be_kept_are_refused_beside_their_field_and_stay(
    alice: Person, id: int, typed: str, reason: str
) -> None:
    before = house(alice)

    answer = write(alice, id, typed)

    field = answer.one("[name=notes]")
    assert answer.status == 422
    assert answer.words(f"#{field['aria-describedby']}") == [reason]
    assert field.get_text() == typed.replace("\0", "\ufffd")
    assert house(alice) == before


def test_a_save_that_sends_no_notes_leaves_them(alice: Person, id: int) -> None:
    write(alice, id, "Some")

    send(alice, "PUT", f"/tasks/{id}", {"title": "Cream", "version": "2"})

    assert (alice.task(id).title, alice.task(id).notes) == ("Cream", "Some")


def test_an_emptied_field_removes_the_notes_and_undo_brings_them_back(alice: Person, id: int) -> None:
    write(alice, id, "Some")

    write(alice, id, "")
    empty = alice.task(id).notes
    undo(alice)

    assert (empty, alice.task(id).notes) == ("", "Some")


@pytest.mark.parametrize("notes", HOSTILE)
def test_hostile_notes_do_nothing_to_the_page_of_their_task(alice: Person, id: int, notes: str) -> None:
    write(alice, id, notes)

    page = alice.browser.open(f"/tasks/{id}")
    shown = page.one(f"#task-{id}-notes-shown")

    assert page.status == 200
    assert page.words("h1") == ["Task"]
    for element in shown.find_all(True):
        control = str(element.get("formaction", "")).startswith(f"/tasks/{id}/marks/")
        active = [name for name in element.attrs if name.startswith(("hx-", "data-hx", "on", "style"))]
        assert control or active == []
        assert not str(element.get("href", "")).lower().strip().startswith(("javascript", "data:", "//"))
        assert element.name not in {"script", "style", "form", "input", "iframe", "img", "object", "svg"}


def test_a_mark_is_turned_over_and_back_by_undo(alice: Person, id: int) -> None:
    write(alice, id, MARKS)
    alice.browser.open(f"/tasks/{id}")

    alice.browser.press(f"#task-{id}-mark-3")
    ticked = alice.task(id).notes
    alice.browser.press(f"#task-{id}-mark-2")
    both = alice.task(id).notes
    undo(alice)

    assert ticked == "- [ ] One\n- [x] Two\n\n> - [x] Three"
    assert both == "- [ ] One\n- [ ] Two\n\n> - [x] Three"
    assert alice.task(id).notes == ticked


@pytest.mark.parametrize("number", [0, 4, 99, NOBODYS, 2**63, 2**64])
def test_a_mark_that_is_not_there_is_404(alice: Person, id: int, number: int) -> None:
    write(alice, id, MARKS)

    answer = send(alice, "POST", f"/tasks/{id}/marks/2/{number}")

    assert answer.status == 404
    assert alice.task(id).notes == MARKS


@pytest.mark.parametrize("version", [0, 1, 3, NOBODYS, 2**63, 2**64])
def test_a_mark_of_other_notes_is_409(alice: Person, id: int, version: int) -> None:
    write(alice, id, MARKS)

    answer = send(alice, "POST", f"/tasks/{id}/marks/{version}/1")

    assert answer.status == 409
    assert "Reload" in answer.text
    assert alice.task(id).notes == MARKS


def test_the_preview_shows_notes_safely_and_keeps_nothing(alice: Person) -> None:
    before = house(alice)

    answer = send(
        alice, "POST", "/tasks/notes/preview", {"notes": "**bold** <script>x</script>" + "x" * 60_000}
    )

    assert answer.words("strong") == ["bold"]
    assert answer.all("script") == []
    assert house(alice) == before

"""What people type as a title, and what becomes of it."""

import pytest

from tests.builders import Person

KEPT = [
    ("  Buy bread \t", "Buy bread"),
    ("Two\r\nlines", "Two lines"),
    ("Two \n\n  lines", "Two lines"),
    ("x" * 500, "x" * 500),
    (f"  {'x' * 500}  ", "x" * 500),
    ("🧺" * 500, "🧺" * 500),
    ("👩‍👩‍👧 call", "👩‍👩‍👧 call"),
    ("לקנות לחם", "לקנות לחם"),
    ("\u202eread backwards", "\u202eread backwards"),
    ("<b>bold</b> & “quotes” 'single' \"double\"", "<b>bold</b> & “quotes” 'single' \"double\""),
    ("</a></li><script>alert(1)</script>", "</a></li><script>alert(1)</script>"),
    ('" hx-get="/auth/logout" hx-trigger="load', '" hx-get="/auth/logout" hx-trigger="load'),
    ("{{ 7 * 7 }} {% raw %}", "{{ 7 * 7 }} {% raw %}"),
    ("0", "0"),
    ("'; DROP TABLE task; --", "'; DROP TABLE task; --"),
]
EMPTY = ["", " ", "\t\n", "\u00a0", "\u3000", "\u200b\u200b", "\ufeff", "\u2060", "\u200e\u200f", "\u00ad"]
TOO_LONG = "The title is 1 character too long; it may have 500."
NUL = "The title contains a character that cannot be stored (NUL). Remove it."


@pytest.mark.parametrize(("typed", "kept"), KEPT)
def test_a_title_is_kept_and_shown_as_text(alice: Person, typed: str, kept: str) -> None:
    alice.browser.open("/tasks")

    page = alice.browser.submit("#create-form", title=typed)

    assert page.status == 200
    assert page.titles == [kept]
    assert [attribute for attribute in page.one(".task__title").attrs if attribute == "hx-trigger"] == []
    assert page.all("script:not([src])") == []


@pytest.mark.parametrize(("typed", "kept"), KEPT)
def test_a_title_stands_in_its_editor_as_text(alice: Person, typed: str, kept: str) -> None:
    (id,) = alice.has(typed)

    page = alice.browser.open(f"/tasks/{id}/edit")

    assert page.one("form.editor [name=title]").get_text() == kept
    assert page.all("script:not([src])") == []


@pytest.mark.parametrize("typed", EMPTY)
def test_a_title_in_which_nothing_can_be_seen_is_refused(alice: Person, typed: str) -> None:
    (id,) = alice.has("Milk")
    alice.browser.open("/tasks")

    created = alice.browser.submit("#create-form", title=typed)
    saved = alice.browser.partial("PUT", f"/tasks/{id}", {"title": typed, "version": "1"})

    assert (created.status, saved.status) == (422, 422)
    assert created.words("#new-title-error") == ["A task needs a title."]
    assert saved.words(".field__error") == ["A task needs a title."]
    assert alice.browser.open("/tasks").titles == ["Milk"]


@pytest.mark.parametrize(("typed", "message"), [("x" * 501, TOO_LONG), ("nu\0l", NUL)])
def test_a_title_that_cannot_be_kept_is_refused_and_stays(alice: Person, typed: str, message: str) -> None:
    (id,) = alice.has("Milk")
    alice.browser.open("/tasks")

    created = alice.browser.submit("#create-form", title=typed)
    saved = alice.browser.partial("PUT", f"/tasks/{id}", {"title": typed, "version": "1"})

    assert created.words("#new-title-error") == [message]
    assert saved.words(".field__error") == [message]
    assert alice.task(id).title == "Milk"


def test_what_was_refused_is_still_in_the_field(alice: Person) -> None:
    alice.browser.open("/tasks")

    page = alice.browser.submit("#create-form", title="x" * 501)

    assert page.one("#new-title")["value"] == "x" * 501


@pytest.mark.parametrize("odd", [b"%ED%A0%80", b"%ED%BF%BF%ED%A0%80", b"%FF%FE", b"%C0%80", b"%F5%80%80%80"])
def test_escaped_bytes_that_are_no_text_are_kept_as_they_were_typed(alice: Person, odd: bytes) -> None:
    status = post_bytes(alice, b"odd" + odd)

    assert status == 303
    assert alice.browser.open("/tasks").titles == [f"odd{odd.decode()}"]


@pytest.mark.parametrize("odd", [b"\xed\xa0\x80", b"\xff\xfe", b"\xc0\x80", b"\xf5\x80\x80\x80"])
def test_a_form_of_raw_bytes_that_are_no_text_is_refused(alice: Person, odd: bytes) -> None:
    status = post_bytes(alice, b"odd" + odd)

    assert status == 400
    assert alice.browser.open("/tasks").titles == []


def test_of_two_titles_the_first_counts(alice: Person) -> None:
    alice.browser.open("/tasks")

    answer = alice.browser.partial("POST", "/tasks", {"title": ["First", "Second"]})

    assert answer.titles == ["First"]


def test_a_long_title_is_cut_in_the_toast_but_not_in_the_row(alice: Person) -> None:
    title = "word " * 30
    alice.browser.open("/tasks")

    answer = alice.browser.partial("POST", "/tasks", {"title": title})

    assert answer.toast == f"Added “{'word ' * 11}word…”."
    assert answer.titles == [title.strip()]


def test_no_other_column_can_be_written_by_a_form(alice: Person) -> None:
    (id,) = alice.has("Milk")
    before = alice.task(id)
    extra = {"id": "9", "workspace_id": "9", "project_id": "9", "position": "-5", "deleted_at": "2026-01-01"}
    alice.browser.open("/tasks")

    alice.browser.partial("PUT", f"/tasks/{id}", {"title": "Cream", "version": "1", **extra})

    after = alice.task(id)
    assert (after.title, after.version) == ("Cream", 2)
    assert (after.project_id, after.position, after.deleted_at) == (before.project_id, before.position, None)


def post_bytes(person: Person, title: bytes) -> int:
    """Add a task as a program might that knows nothing of encodings; the status of the answer."""
    token = str(person.browser.open("/tasks").one("#act input[name=csrf_token]")["value"])
    body = b"csrf_token=" + token.encode() + b"&title=" + title
    kind = "application/x-www-form-urlencoded"
    return person.browser.client.post("/tasks", data=body, content_type=kind).status_code

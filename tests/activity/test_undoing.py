"""Undo and redo, through the browser."""

from tests.builders import Person


def test_every_change_can_be_undone_from_its_toast(alice: Person) -> None:
    (id,) = alice.has("Put the bins out")
    alice.browser.open("/tasks")

    alice.browser.press(f"#task-{id}-check")
    completed = alice.browser.current
    page = alice.browser.press("#undo")

    assert completed.one(f"#task-{id}-check")["aria-checked"] == "true"
    assert page.one(f"#task-{id}-check")["aria-checked"] == "false"
    assert page.toast == "Undid completing “Put the bins out”."
    assert page.one("#undo").get_text() == "Redo"


def test_what_was_undone_can_be_done_again(alice: Person) -> None:
    (id,) = alice.has("Put the bins out")
    alice.browser.open("/tasks")

    alice.browser.press(f"#task-{id}-check")
    alice.browser.press("#undo")
    page = alice.browser.press("#undo")

    assert page.one(f"#task-{id}-check")["aria-checked"] == "true"
    assert page.toast == "Redid completing “Put the bins out”."


def test_undoing_a_change_under_a_later_one_offers_to_undo_both(alice: Person) -> None:
    (id,) = alice.has("One")
    browser = alice.browser
    for title in ("Two", "Three"):
        browser.open(f"/tasks/{id}/edit")
        browser.submit(".editor", title=title)
    page = browser.open("/history")
    first = page.all(".history__undo")[1]

    browser.client.get("/history")
    refused = browser._go(
        "POST", str(first["formaction"]), {"csrf_token": str(page.one("#act input")["value"])}
    )
    page = browser.press("main .button--main")

    assert refused.status == 409
    assert "A later change builds on this one." in refused.words("main p")[0]
    assert alice.task(id).title == "One"
    assert page.toast == "Undid renaming “Two”."


def test_clearing_completed_tasks_is_one_change(alice: Person) -> None:
    alice.has("Open")
    alice.has("First", "Second", completed=True)
    alice.browser.open("/tasks")

    alice.browser.press("#clear-completed")
    page = alice.browser.press("#undo")

    assert page.titles == ["Open", "First", "Second"]
    assert page.toast == "Undid deleting 2 tasks."


def test_strangers_cannot_undo(alice: Person, mallory: Person) -> None:
    (id,) = alice.has("Put the bins out")
    alice.browser.open("/tasks")
    alice.browser.press(f"#task-{id}-check")
    undo = str(alice.browser.current.one("#undo")["formaction"])
    mallory.browser.open("/tasks")

    answer = mallory.browser.partial("POST", undo)

    assert answer.status == 404
    assert alice.task(id).is_completed


def test_nothing_is_done_again_beneath_what_another_has_changed_since(alice: Person, bob: Person) -> None:
    (id,) = alice.has("Put the bins out")
    alice.browser.open("/tasks")
    alice.browser.press(f"#task-{id}-check")
    alice.browser.press("#undo")
    redo = str(alice.browser.current.one("#undo")["formaction"])
    bob.browser.open("/tasks")
    bob.browser.press(f"#task-{id}-check")
    bob.browser.press(f"#task-{id}-check")

    answer = alice.browser.partial("POST", redo)

    assert answer.status == 409
    assert "has changed since." in answer.toast
    assert not alice.task(id).is_completed

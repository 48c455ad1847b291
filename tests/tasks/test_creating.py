"""Adding tasks."""

from tests.builders import Person


def test_adding_a_task_puts_it_at_the_end_of_the_list(alice: Person) -> None:
    alice.has("First")
    alice.browser.open("/tasks")

    page = alice.browser.submit("#create-form", title="  Second\n task ")

    assert page.titles == ["First", "Second task"]
    assert page.toast == "Added “Second task”."


def test_an_empty_title_is_refused_beside_the_field(alice: Person) -> None:
    alice.browser.open("/tasks")

    page = alice.browser.submit("#create-form", title="   ")

    assert page.status == 422
    assert page.words("#new-title-error") == ["A task needs a title."]
    assert page.one("#new-title")["aria-describedby"] == "new-title-error"
    assert page.titles == []

"""A task once more: behind itself, open, with its steps and labels; one change, one undo."""

from tests.arranging import house
from tests.builders import Person
from webapp.extensions import db
from webapp.tasks.models import Task


def test_a_duplicate_stands_behind_its_task_with_steps_and_labels(alice: Person) -> None:
    boiler, _ = alice.has("Book the boiler service", "Buy bread")
    find = alice.has_step(boiler, "Find the invoice")
    alice.has_step(find, "Look in the folder")
    alice.has_label("errand", boiler, find)
    alice.browser.open("/tasks")
    alice.browser.partial("POST", f"/tasks/{boiler}/completion")

    answer = alice.browser.partial("POST", f"/tasks/{boiler}/copy")

    assert answer.toast == "Duplicated “Book the boiler service”."
    page = alice.browser.open("/tasks")
    assert page.titles == ["Book the boiler service", "Book the boiler service", "Buy bread"]
    copy = int(str(page.all(".task")[1]["id"]).removeprefix("task-"))
    assert page.words(f"#task-{copy} .task__label") == ["errand"]
    opened = alice.browser.open(f"/tasks/{copy}")
    assert opened.words(".step__title") == ["Find the invoice", "Look in the folder"]
    assert opened.words(".steps__count") == ["0/1 steps done"]


def test_undoing_a_duplicate_leaves_everything_as_it_was(alice: Person) -> None:
    boiler, _ = alice.has("Book the boiler service", "Buy bread")
    alice.has_label("errand", boiler, alice.has_step(boiler, "Find the invoice"))
    alice.browser.open("/tasks")
    before = _standing(alice)

    alice.browser.partial("POST", f"/tasks/{boiler}/copy")
    alice.browser.partial("POST", "/history/undo")

    assert _standing(alice) == before


def test_a_step_is_duplicated_beside_itself(alice: Person) -> None:
    (boiler,) = alice.has("Book the boiler service")
    first, _ = alice.has_step(boiler, "Find the invoice"), alice.has_step(boiler, "Pay")
    alice.browser.open(f"/tasks/{boiler}")

    alice.browser.partial("POST", f"/tasks/{first}/copy")

    steps = alice.browser.open(f"/tasks/{boiler}").words(".step__title")
    assert steps == ["Find the invoice", "Find the invoice", "Pay"]


def test_steps_and_labels_cost_the_same_number_of_statements_however_many(
    alice: Person, queries: list[str]
) -> None:
    few, many = alice.has("A few", "Many")
    alice.has_label("some", few, alice.has_step(few, "Step"))
    alice.has_label("errand", many, *(alice.has_step(many, f"Step {number}") for number in range(12)))
    alice.browser.open("/tasks")
    sent = []

    for id in (few, many):
        queries.clear()
        alice.browser.partial("POST", f"/tasks/{id}/copy")
        sent.append(len(queries))

    assert sent[0] == sent[1]
    assert len(alice.browser.open("/tasks").words(".task__label")) == 4


def _standing(person: Person) -> list[object]:
    """The tasks that are not deleted, with every column."""
    with person.app.app_context():
        deleted = set(db.session.scalars(db.select(Task.id).where(Task.deleted_at.is_not(None))))
    return [row for row in house(person) if row[0] == "task" and row[1] not in deleted]

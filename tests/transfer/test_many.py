"""As many tasks as may come at once: a bounded number of statements, one batch, one undo."""

from sqlalchemy import select

from tests.builders import Person
from webapp.activity.models import Activity
from webapp.extensions import db
from webapp.tasks.models import Task

from .bringing import add, bring


def count_of(person: Person) -> int:
    with person.app.app_context():
        here = (Task.workspace_id == person.workspace_id, Task.deleted_at.is_(None))
        return len(db.session.scalars(select(Task.id).where(*here)).all())


def test_a_thousand_tasks_are_one_batch_of_few_statements(alice: Person, queries: list[str]) -> None:
    rows = "".join(f"task,Task {number} @one @two,4,{number % 5 + 1}\n" for number in range(1_000))
    bring(alice.browser, ("Home.csv", f"TYPE,CONTENT,PRIORITY,INDENT\nsection,Part,,\n{rows}"))
    del queries[:]

    add(alice.browser)

    writing = [statement for statement in queries if statement.startswith(("INSERT", "UPDATE"))]
    assert len([statement for statement in writing if "INTO task " in statement]) == 5
    assert len([statement for statement in writing if "INTO task_label" in statement]) <= 3
    assert len(writing) <= 22
    with alice.app.app_context():
        batches = db.session.scalars(select(Activity.batch).where(Activity.subject == "task").distinct())
        assert len(batches.all()) == 1
    assert count_of(alice) == 1_000


def test_thousands_of_lines_come_and_go(alice: Person) -> None:
    page = bring(alice.browser, ("all.txt", "".join(f"Task {number}\n" for number in range(4_000))))
    shown = len(page.all(".transfer__row"))

    page = add(alice.browser)
    came = count_of(alice)
    alice.browser.press("#undo")

    assert shown == 200
    assert page.toast.startswith("Imported 4,000 tasks from all.txt.")
    assert came == 4_000
    assert count_of(alice) == 0

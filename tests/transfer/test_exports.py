"""Taking tasks away: what the file says, who gets it, and that it comes back."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
import time_machine
from sqlalchemy import update

from tests.builders import Person, make_person
from tests.houses import doing, label, labelled, project, section, share, step, task
from tests.houses import row as row_of
from webapp.clock import now
from webapp.tasks.models import Task

from .bringing import add, bring, house_of, task_called

TRICKY = "=1+1 \\@home !1 due:friday"


def furnish(person: Person) -> int:
    """A project with all that a task may have; its id."""
    id = project(person, "Garden, “big”")
    part = section(person, id, "Beds #1")
    sow = task(person, TRICKY, project_id=id)
    step(person, step(person, sow, "Dig"), "Deeper")
    labelled(person, sow, label(person, "two words"))
    labelled(person, sow, label(person, "a;b"))
    reap = task(person, "Reap", section_id=part)
    task(person, "x (A) 2026-01-01 +1", project_id=id)

    def change(session: Any, by: Any) -> None:
        when = {"due_on": date(2027, 3, 1), "due_time": time(16), "due_minutes": 45}
        more = {"deadline_on": date(2027, 3, 5), "start_on": date(2027, 2, 1)}
        words = {"notes": "  - [ ] a\n\n> b\n=c", "priority": 2}
        here = (Task.workspace_id == by.workspace_id, Task.id == sow)
        session.execute(update(Task).where(*here).values(**when, **more, **words))
        session.get_one(Task, (by.workspace_id, reap)).complete(by=by, now=now())

    doing(person, change)
    return id


def download(person: Person, path: str) -> str:
    answer = person.browser.client.get(path)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def facts(task: Task) -> tuple[Any, ...]:
    """What of a task every fuller format holds."""
    dates = (task.due_on, task.due_time, task.due_minutes, task.deadline_on, task.start_on)
    return (task.notes, task.priority, task.completed_at and task.completed_at.date(), *dates)


@pytest.mark.parametrize(("format", "name"), [("markdown", "a.md"), ("csv", "a.csv")])
def test_everything_comes_back_to_somebody_else(
    alice: Person, mallory: Person, format: str, name: str
) -> None:
    alice.has("Mail")
    furnish(alice)

    bring(mallory.browser, (name, download(alice, f"/exports/{format}")))
    told = mallory.browser.current.words(".transfer__told li")
    add(mallory.browser)

    assert house_of(mallory) == house_of(alice)
    assert told == []
    for title in (TRICKY, "Reap", "Dig"):
        assert facts(task_called(mallory, title)) == facts(task_called(alice, title))
    assert mallory.browser.open("/labels").words(".label__name") == alice.browser.open("/labels").words(
        ".label__name"
    )


def test_todo_txt_comes_back_side_by_side(alice: Person, mallory: Person) -> None:
    id = furnish(alice)

    bring(mallory.browser, ("todo.txt", download(alice, f"/projects/{id}/exports/todotxt")))
    add(mallory.browser)

    titles = [TRICKY, "Dig", "Deeper", "x (A) 2026-01-01 +1", "Reap"]
    assert house_of(mallory) == {"Inbox": [], "Garden, “big”": titles}
    came, went = task_called(mallory, TRICKY), task_called(alice, TRICKY)
    assert facts(came)[1:] == facts(went)[1:]
    assert task_called(mallory, "Reap").is_completed


def test_a_table_keeps_the_very_instants(alice: Person, mallory: Person) -> None:
    (id,) = alice.has("Done", completed=True)
    was = row_of(alice, Task, id)

    bring(mallory.browser, ("a.csv", download(alice, "/exports/csv")))
    add(mallory.browser)

    came = task_called(mallory, "Done")
    assert (came.completed_at, came.created_at) == (was.completed_at, was.created_at)


def test_days_are_those_of_the_person(app: Any) -> None:
    with time_machine.travel(datetime(2026, 11, 22, 20, tzinfo=UTC)):
        person = make_person(app, "Kiri", time_zone="Pacific/Auckland")
        person.has("Done", completed=True)

        text = download(person, "/exports/markdown")

    assert "- [x] Done done:2026-11-23" in text.splitlines()


def test_the_file_has_a_name_and_is_kept_by_no_cache(alice: Person) -> None:
    id = project(alice, "Küche/Bad “1”")

    answer = alice.browser.client.get(f"/projects/{id}/exports/csv")

    assert answer.headers["Content-Disposition"] == (
        "attachment; filename=\"Kuche-Bad 1.csv\"; filename*=UTF-8''K%C3%BCche-Bad%20%E2%80%9C1%E2%80%9D.csv"
    )
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.mimetype == "text/csv"
    assert answer.is_streamed


def test_no_cell_runs_as_a_formula(alice: Person) -> None:
    alice.has("=HYPERLINK(1)", "+1", "@home", "-1")

    text = download(alice, "/exports/csv")

    assert [line.split(",")[4] for line in text.splitlines()[2:]] == [
        "'=HYPERLINK(1)",
        "'+1",
        "'@home",
        "'-1",
    ]


def test_what_is_deleted_or_a_strangers_is_in_no_file(alice: Person, bob: Person, mallory: Person) -> None:
    alice.has("Seen", "Gone")
    secret = project(alice, "Secret")
    task(alice, "Hidden", project_id=secret)
    alice.browser.open("/tasks")
    alice.browser.press("[aria-label='Delete: Gone'], #task-list li:last-child [id$=-delete]")

    of_bob, of_mallory = download(bob, "/exports/todotxt"), download(mallory, "/exports/todotxt")

    assert of_mallory == ""
    assert "Seen" in of_bob
    assert not {"Gone", "Hidden"} & set(of_bob.split())
    share(alice, secret, mallory, "viewer")
    assert "Hidden" in download(mallory, f"/projects/{secret}/exports/markdown")


def test_before_the_download_stands_what_it_cannot_hold(alice: Person) -> None:
    page = alice.browser.open("/exports")

    assert page.words("h2[id^=format]") == ["Markdown", "Table (CSV)", "todo.txt"]
    assert "notes" in page.words("[aria-labelledby=format-todotxt] li")
    assert [link["href"] for link in page.all("a[download]")] == [
        "/exports/markdown",
        "/exports/csv",
        "/exports/todotxt",
    ]

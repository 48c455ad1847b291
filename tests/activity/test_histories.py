"""The histories of a task and of a project: what everybody did, chosen, told and taken back."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask

from tests.arranging import a_project, acting
from tests.builders import Person, make_person
from tests.calling import inbox_id
from tests.pages import Browser, Page
from webapp.clock import now
from webapp.projects.models import Project
from webapp.tasks.models import Task

MORNING = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
SAID = ".history__what > p:first-child"


@pytest.fixture
def vera(app: Flask, alice: Person) -> Person:
    """Somebody who may look at Alice's Inbox but not change it."""
    return make_person(app, "Vera").joining(alice, "viewer")


def edit(person: Person, id: int, **fields: str) -> None:
    person.browser.open(f"/tasks/{id}/edit")
    person.browser.submit("form.editor", **fields)


def a_task_in(person: Person, project_id: int, title: str) -> int:
    with acting(person) as (session, user):
        project = session.get_one(Project, (user.workspace_id, project_id))
        return Task.add(session, project, title, by=user, now=now()).id


def complete(person: Person, id: int) -> None:
    person.browser.open("/tasks")
    person.browser.press(f"#task-{id}-check")


def history(person: Person, id: int, query: str = "") -> Page:
    return person.browser.open(f"/tasks/{id}/history{query}")


def of_inbox(person: Person, owner: Person, query: str = "") -> Page:
    return person.browser.open(f"/projects/{inbox_id(owner)}/history{query}")


def test_a_task_tells_what_everybody_did_to_it_under_the_days(alice: Person, bob: Person) -> None:
    with time_machine.travel(MORNING - timedelta(days=1), tick=False):
        (id,) = alice.has("Rework the pricing table")
        alice.has("Something else")
    with time_machine.travel(MORNING, tick=False):
        edit(bob, id, notes="three plans")
        complete(alice, id)

        page = history(alice, id)

    assert page.words("main h2") == ["Today", "Yesterday"]
    assert page.words(SAID) == [
        "You completed “Rework the pricing table”",
        "Bob changed “Rework the pricing table”",
        "You added “Rework the pricing table”",
    ]
    assert page.words(".history__change") == ["Notes: three plans"]
    assert page.words(".history__time") == ["09:30"] * 3


def test_a_task_tells_of_its_labels_its_blockers_and_the_steps_that_came(alice: Person) -> None:
    id, other = alice.has("Paint the wall", "Buy paint")
    alice.has_label("home", id, other)
    step = alice.has_step(id, "Sand it")
    edit(alice, step, title="Sand it down")
    alice.browser.open(f"/tasks/{id}/blockers?q=paint")
    alice.browser.partial("POST", f"/tasks/{id}/blockers", {"blocked_by": str(other)})

    page = history(alice, id)

    assert page.words(SAID) == [
        "You blocked “Paint the wall, waiting for Buy paint”",
        "You added “Sand it”",
        "You labelled “Paint the wall @home” and 1 more",
        "You added “Paint the wall” and 1 more",
    ]


def test_what_was_done_at_the_same_time_stands_under_it(alice: Person) -> None:
    (id,) = alice.has("Paint the wall")
    label = alice.has_label("home")
    alice.browser.open(f"/tasks/{id}/edit")
    alice.browser.submit("form.editor", title="Paint the walls", labels=str(label))

    page = history(alice, id)

    assert page.words(SAID)[0] == "You renamed “Paint the walls”"
    assert "Also labelled “Paint the walls @home”" in page.words(".history__change")


def test_a_project_tells_of_all_that_is_in_it(alice: Person, bob: Person) -> None:
    first, second = alice.has("First", "Second")
    alice.has_label("home", first)
    complete(bob, second)
    bob.has("Bob’s own")

    page = of_inbox(alice, alice)

    assert page.words("h1 + .lead") == ["Inbox · everything that happened, and the way back"]
    assert page.words(SAID) == [
        "Bob completed “Second”",
        "You labelled “First @home”",
        "You added 2 tasks",
    ]


def test_one_chooses_a_person_and_a_kind(alice: Person, bob: Person) -> None:
    (id,) = alice.has("First")
    edit(bob, id, title="Second")
    edit(alice, id, title="Third")
    complete(bob, id)
    alice.browser.open(f"/tasks/{id}/history")

    of_bob = alice.browser.submit(".history__filters", by=str(bob.id))
    renamed = alice.browser.submit(".history__filters", by="", kind="changed")
    both = alice.browser.submit(".history__filters", by=str(bob.id), kind="changed")
    nothing = alice.browser.submit(".history__filters", by="", kind="moved")

    assert of_bob.words(SAID) == ["Bob completed “Third”", "Bob renamed “Second”"]
    assert of_bob.words("#history-by option[selected]") == ["Bob"]
    assert renamed.words(SAID) == ["You renamed “Third”", "Bob renamed “Second”"]
    assert both.words(SAID) == ["Bob renamed “Second”"]
    assert nothing.words(".empty__title") == ["No such change"]
    assert alice.browser.follow(".empty a").words(SAID)[0] == "Bob completed “Third”"


def test_what_is_chosen_stays_from_page_to_page(alice: Person, bob: Person) -> None:
    (id,) = alice.has("First")
    for number in range(60):
        bob.has(f"Bob’s {number}")
        alice.has(f"Number {number}")
    complete(alice, id)

    pages = [of_inbox(alice, alice, f"?by={alice.id}&kind=added")]
    while pages[-1].all("#history a.button"):
        pages.append(alice.browser.follow("#history a.button"))

    said = [words for page in pages for words in page.words(SAID)]
    assert [len(page.all(".history__item")) for page in pages] == [50, 11]
    assert said == [f"You added “Number {number}”" for number in reversed(range(60))] + ["You added “First”"]
    assert pages[1].words("#history-kind option[selected]") == ["Added"]


@pytest.mark.parametrize(
    "query", ["?by=-1", f"?by={2**80}&before={2**80}", "?by=x&kind=y&before=z", "?before=-9"]
)
def test_an_address_that_makes_no_sense_does_no_harm(alice: Person, query: str) -> None:
    (id,) = alice.has("First")

    assert history(alice, id, query).status == 200
    assert alice.browser.open(f"/history{query}").status == 200


def test_somebody_elses_change_is_undone_and_the_toast_says_whose_it_was(alice: Person, bob: Person) -> None:
    (id,) = alice.has("Put the bins out")
    edit(bob, id, title="Leave the bins in")
    page = history(alice, id)

    undone = alice.browser.press("[aria-label='Undo renaming “Leave the bins in”']")
    title = alice.task(id).title
    redone = alice.browser.press("[aria-label='Redo renaming “Leave the bins in”']")

    assert page.words("del") + page.words("ins") == ["Put", "out", "Leave", "in"]
    assert undone.toast == "Undid renaming “Leave the bins in”, a change by Bob."
    assert title == "Put the bins out"
    assert redone.toast == "Redid renaming “Leave the bins in”, a change by Bob."
    assert alice.task(id).title == "Leave the bins in"


def test_what_builds_on_somebody_elses_change_is_undone_with_it(alice: Person, bob: Person) -> None:
    (id,) = alice.has("First")
    edit(bob, id, title="Second")
    edit(bob, id, title="Third")
    history(alice, id)

    refused = alice.browser.press("[aria-label='Undo renaming “Second”']")
    both = alice.browser.press("main .button--main")

    assert refused.status == 409
    assert refused.words("main .button--main") == ["Undo both"]
    assert both.toast == "Undid renaming “Second”, a change by Bob."
    assert alice.task(id).title == "First"


def test_somebody_who_may_only_look_reads_without_undo(alice: Person, vera: Person) -> None:
    (id,) = alice.has("First")
    complete(alice, id)

    page = history(vera, id)
    change = vera.browser.follow(".history__item:first-child .history__time")

    assert page.words(SAID) == ["Alice completed “First”", "Alice added “First”"]
    assert page.words(".history__undo") == change.words(".history__undo") == []
    assert of_inbox(vera, alice).words(".history__undo") == []


def test_of_a_change_that_reaches_further_only_what_one_may_see_is_told(alice: Person, bob: Person) -> None:
    (id,) = alice.has("Shared")
    secret = a_task_in(alice, a_project(alice, "Divorce"), "Find a lawyer")
    alice.browser.open("/tasks")
    alice.browser.press("#complete-all")

    page = of_inbox(bob, alice)
    change = bob.browser.follow(".history__item:first-child .history__time")
    refused = bob.browser.press(".history__undo")

    assert page.words(SAID)[0] == change.words(SAID)[0] == "Alice completed “Shared”"
    assert refused.words(".lead") == [
        "Completing “Shared” cannot be undone: "
        "Something that was changed with it is gone for good, or you may no longer change it."
    ]
    assert [alice.task(id).is_completed, alice.task(secret).is_completed] == [True, True]
    assert "lawyer" not in page.text + change.text + refused.text


def test_a_deleted_task_still_tells_its_history(alice: Person) -> None:
    (id,) = alice.has("First")
    alice.browser.open("/tasks")
    alice.browser.press(f"#task-{id}-delete")

    history(alice, id)
    page = alice.browser.press("[aria-label='Undo deleting “First”']")

    assert page.toast == "Undid deleting “First”."
    assert not alice.task(id).is_deleted


def test_the_editor_and_the_page_of_a_task_lead_to_its_history(alice: Person) -> None:
    (id,) = alice.has("First")
    alice.browser.open(f"/tasks/{id}/edit")
    from_editor = alice.browser.follow(".editor__tools [aria-label='History of this task']")
    alice.browser.open(f"/tasks/{id}")
    from_page = alice.browser.follow("main .buttons a[href$=history]")
    whole = alice.browser.follow(".history__whole a")

    assert from_editor.path == from_page.path == f"/tasks/{id}/history"
    assert whole.path == f"/projects/{inbox_id(alice)}/history"


def test_the_region_fetches_itself_as_it_was_chosen(alice: Person, bob: Person) -> None:
    (id,) = alice.has("First")
    page = history(alice, id, f"?by={bob.id}&kind=added")
    fetched = alice.browser.partial("GET", str(page.one("#history")["hx-get"]))

    assert fetched.all("h1") == []
    assert fetched.words(".empty__title") == ["No such change"]


def test_a_history_costs_the_same_however_long_it_is(alice: Person, bob: Person, queries: list[str]) -> None:
    (id,) = alice.has("First")
    edit(bob, id, title="Second")

    def cost(path: str) -> int:
        queries.clear()
        Browser(alice.app, alice.browser.token).open(path)
        return len(queries)

    paths = [f"/tasks/{id}/history", f"/projects/{inbox_id(alice)}/history"]
    short = [cost(path) for path in paths]
    for number in range(30):
        edit(bob, id, title=f"Number {number}")
        alice.has_step(id, f"Step {number}")

    assert [cost(path) for path in paths] == short == [12, 10]

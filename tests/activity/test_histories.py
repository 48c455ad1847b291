"""The histories of a task and of a project: what everybody did, told, chosen and paged."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from tests.arranging import a_project
from tests.builders import Person
from tests.pages import Browser
from tests.places import inbox_id

from .told import SAID, a_task_in, complete, edit, history, of_inbox

MORNING = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


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
    assert page.words(".history__also")[0] == "Also labelled “Paint the walls @home”"


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

    assert [cost(path) for path in paths] == short == [15, 13]


def test_where_a_task_was_moved_is_told_by_name(alice: Person) -> None:
    (id,) = alice.has("First")
    project = a_project(alice, "Garden")
    edit(alice, id, place=f"project-{project}")

    page = alice.browser.open(f"/projects/{project}/history")

    assert page.words(SAID)[0] == "You moved “First”"
    assert "Project: Inbox Garden" in page.words(".history__change")


def test_a_move_is_told_where_it_came_from_and_where_it_went(alice: Person, bob: Person) -> None:
    id, _ = alice.has("First", "Second")
    alice.has_step(id, "A step of it")
    garden = a_project(alice, "Garden")
    edit(alice, id, place=f"project-{garden}")

    from_there, to_here = of_inbox(alice, alice), alice.browser.open(f"/projects/{garden}/history")
    for_bob = of_inbox(bob, alice)

    assert from_there.words(SAID)[0] == to_here.words(SAID)[0] == "You moved 2 tasks"
    assert for_bob.words(SAID)[0] == "Alice moved 2 tasks"
    assert "Garden" not in for_bob.text


def test_what_happens_after_a_move_is_told_only_where_it_is_now(alice: Person, bob: Person) -> None:
    (id,) = alice.has("First")
    garden = a_project(alice, "Garden")
    edit(alice, id, place=f"project-{garden}")
    edit(alice, id, title="A secret")

    assert of_inbox(alice, alice).words(SAID) == ["You moved “First”", "You added “First”"]
    assert "A secret" not in of_inbox(bob, alice).text


def test_a_move_that_was_undone_is_told_in_both(alice: Person) -> None:
    (id,) = alice.has("First")
    garden = a_project(alice, "Garden")
    edit(alice, id, place=f"project-{garden}")
    alice.browser.open("/history")
    alice.browser.press("#undo-last")

    for page in (of_inbox(alice, alice), alice.browser.open(f"/projects/{garden}/history")):
        assert page.words(SAID)[:2] == ["You undid moving “First”", "You moved “First”"]


def test_a_long_history_of_moves_comes_page_by_page(alice: Person) -> None:
    (id,) = alice.has("First")
    garden, home = a_project(alice, "Garden"), inbox_id(alice)
    for number in range(60):
        edit(alice, id, place=f"project-{home if number % 2 else garden}")

    pages = [alice.browser.open(f"/projects/{garden}/history")]
    while pages[-1].all("#history a.button"):
        pages.append(alice.browser.follow("#history a.button"))

    assert [len(page.all(".history__item")) for page in pages] == [50, 11]


def test_a_place_that_one_may_not_see_remains_unnamed(alice: Person, bob: Person) -> None:
    hidden = a_project(alice, "Divorce")
    id = a_task_in(alice, hidden, "Find a lawyer")
    edit(alice, id, place=f"project-{inbox_id(alice)}")

    page = history(bob, id)

    assert page.words(SAID) == ["Alice moved “Find a lawyer”"]
    assert "Divorce" not in page.text
    assert page.words("del") == ["something that is gone, or not shared with you"]

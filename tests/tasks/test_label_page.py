"""The page of one label: its tasks of all projects, paged, kept up to date, and added to."""

import pytest

from tests.builders import Person
from webapp.tasks.rows import PAGE


def test_the_page_lists_the_open_tasks_and_then_the_completed_ones(alice: Person) -> None:
    first, _, third = alice.has("Call mum", "Buy bread", "Post the letter")
    (done,) = alice.has("Find the invoice", completed=True)
    id = alice.has_label("errand", first, third, done)

    page = alice.browser.open(f"/labels/{id}")
    completed = alice.browser.open(f"/labels/{id}?done=1")

    assert page.words("h1") == ["errand"]
    assert page.titles == ["Call mum", "Post the letter"]
    assert page.words("#task-count") == ["2 tasks left"]
    assert completed.titles == ["Find the invoice"]
    assert completed.words("[aria-label=Show] [aria-current]") == ["Completed"]


def test_steps_with_the_label_are_listed_too(alice: Person) -> None:
    (parent,) = alice.has("Plan the party")
    step = alice.has_step(parent, "Order the cake")
    id = alice.has_label("errand", step)

    page = alice.browser.open(f"/labels/{id}")

    assert page.titles == ["Order the cake"]
    assert alice.browser.open("/labels").words(".label__count") == ["1 open task"]


def test_deleted_tasks_are_not_listed(alice: Person) -> None:
    (task,) = alice.has("Call mum")
    id = alice.has_label("errand", task)
    alice.browser.open("/tasks")
    alice.browser.press(f"#task-{task}-delete")

    assert alice.browser.open(f"/labels/{id}").titles == []
    assert alice.browser.open("/labels").words(".label__count") == ["0 open tasks"]


@pytest.mark.parametrize("path", ["/tasks", "/projects/{inbox}", "/labels/{label}"])
def test_a_label_on_a_row_leads_to_its_page(alice: Person, path: str) -> None:
    (task,) = alice.has("Call mum")
    label = alice.has_label("errand", task)
    alice.browser.open(path.format(label=label, inbox=alice.task(task).project_id))

    page = alice.browser.follow(f"#task-{task} .task__label")

    assert page.path == f"/labels/{label}"
    assert page.words("h1") == ["errand"]


def test_an_empty_page_has_its_own_words(alice: Person) -> None:
    id = alice.has_label("errand")

    page, completed = alice.browser.open(f"/labels/{id}"), alice.browser.open(f"/labels/{id}?done=1")

    assert page.words(".empty__title") == ["No open task bears this label"]
    assert completed.words(".empty__title") == ["Nothing completed yet"]


def test_completing_a_task_takes_it_off_the_page_with_counter_and_empty_state(alice: Person) -> None:
    (task,) = alice.has("Call mum")
    id = alice.has_label("errand", task)
    alice.browser.open(f"/labels/{id}")

    answer = alice.browser.partial("POST", f"/tasks/{task}/completion")

    assert answer.one("hx-partial[hx-swap=delete]")["hx-target"] == f"#task-{task}"
    assert answer.words("#task-count") == ["0 tasks left"]
    assert answer.words(".empty__title") == ["No open task bears this label"]


def test_reopening_on_the_completed_ones_takes_it_away_and_undo_tells_the_list(alice: Person) -> None:
    (task,) = alice.has("Call mum", completed=True)
    id = alice.has_label("errand", task)
    alice.browser.open(f"/labels/{id}?done=1")

    answer = alice.browser.partial("DELETE", f"/tasks/{task}/completion")
    undone = alice.browser.partial("POST", str(answer.one("#undo")["hx-post"]))
    anew = alice.browser.partial("GET", f"/labels/{id}?done=1")

    assert answer.one("hx-partial[hx-swap=delete]")["hx-target"] == f"#task-{task}"
    assert "tasks-changed" in undone.headers["HX-Trigger"]
    assert anew.titles == ["Call mum"]


def test_a_task_that_is_changed_on_the_page_stays_in_its_list(alice: Person) -> None:
    (task,) = alice.has("Call mum")
    id = alice.has_label("errand", task)
    alice.browser.open(f"/labels/{id}")

    answer = alice.browser.partial("PUT", f"/tasks/{task}", {"title": "Call dad", "version": "1"})

    assert answer.one("hx-partial[hx-target='#task-list'] .task__title").get_text() == "Call dad"


def test_a_task_that_is_added_on_the_page_bears_the_label(alice: Person) -> None:
    id = alice.has_label("errand")
    alice.browser.open(f"/labels/{id}")

    page = alice.browser.submit("#create-form", title="Call mum")
    inbox = alice.browser.open("/tasks")

    assert page.path == f"/labels/{id}"
    assert page.titles == ["Call mum"]
    assert page.toast == "Added “Call mum”."
    assert inbox.words(".task__label") == ["errand"]


def test_adding_on_the_page_is_one_change_with_one_undo(alice: Person) -> None:
    id = alice.has_label("errand")
    alice.browser.open(f"/labels/{id}")
    alice.browser.submit("#create-form", title="Call mum")

    undone = alice.browser.press("#undo")
    redone = alice.browser.press("#undo")

    assert undone.titles == []
    assert undone.toast == "Undid adding “Call mum”."
    assert redone.titles == ["Call mum"]


def test_adding_answers_htmx_with_the_row_and_its_label(alice: Person) -> None:
    id = alice.has_label("errand")
    alice.browser.open(f"/labels/{id}")

    answer = alice.browser.partial("POST", "/tasks", {"title": "Call mum", "place": f"label-{id}"})

    assert answer.words("hx-partial[hx-target='#task-list'] .task__label") == ["errand"]
    assert answer.words("#task-count") == ["1 task left"]


def test_an_empty_title_is_refused_and_the_label_is_kept_in_mind(alice: Person) -> None:
    id = alice.has_label("errand")
    alice.browser.open(f"/labels/{id}")

    refused = alice.browser.submit("#create-form", title=" ")
    alice.browser.submit("#create-form", title="Call mum")

    assert refused.status == 422
    assert alice.browser.open(f"/labels/{id}").titles == ["Call mum"]


@pytest.mark.parametrize("id", ["x", "", "0", "-1", "9" * 40, str(2**62)])
def test_a_task_is_not_added_to_a_label_that_is_not_there(alice: Person, id: str) -> None:
    alice.browser.open("/tasks")

    answer = alice.browser.partial("POST", "/tasks", {"title": "Call mum", "place": f"label-{id}"})

    assert answer.status == 404
    assert alice.browser.open("/tasks").titles == []


def test_a_task_is_not_added_to_a_strangers_label(alice: Person, mallory: Person) -> None:
    id = alice.has_label("errand")
    mallory.browser.open("/tasks")

    answer = mallory.browser.partial("POST", "/tasks", {"title": "Spy", "place": f"label-{id}"})

    assert answer.status == 404
    assert mallory.browser.open("/tasks").titles == []


def test_pages_follow_each_other_without_gap_or_repetition(alice: Person) -> None:
    titles = [f"Task {number}" for number in range(2 * PAGE + 1)]
    id = alice.has_label("errand", *alice.has(*titles))

    seen = [alice.browser.open(f"/labels/{id}").titles]
    while alice.browser.current.all("#task-more-link"):
        seen.append(alice.browser.follow("#task-more-link").titles)

    assert [len(page) for page in seen] == [PAGE, PAGE, 1]
    assert [title for page in seen for title in page] == titles


def test_more_of_the_completed_ones_are_completed_ones(alice: Person) -> None:
    titles = [f"Task {number}" for number in range(PAGE + 1)]
    id = alice.has_label("errand", *alice.has(*titles, completed=True))
    alice.browser.open(f"/labels/{id}?done=1")

    more = alice.browser.partial("GET", str(alice.browser.current.one("#task-more-link")["href"]))

    assert more.titles == titles[PAGE:]


@pytest.mark.parametrize("after", ["x", "1_x", "nan_1", "1e999_1", f"1_{2**63}"])
def test_a_cursor_that_leads_nowhere_is_not_found(alice: Person, after: str) -> None:
    id = alice.has_label("errand")

    assert alice.browser.open(f"/labels/{id}?after={after}").status == 404


def test_a_deleted_label_has_no_page(alice: Person) -> None:
    id = alice.has_label("errand")
    alice.browser.open("/labels")
    alice.browser.press(f"#label-{id}-delete")

    assert [alice.browser.open(path).status for path in (f"/labels/{id}", f"/labels/{id}/edit")] == [404, 404]


def test_a_change_on_the_page_of_a_label_that_was_deleted_meanwhile_is_kept(alice: Person) -> None:
    (task,) = alice.has("Call mum")
    id = alice.has_label("errand", task)
    alice.browser.open("/labels")
    alice.browser.press(f"#label-{id}-delete")
    there = f"http://localhost/labels/{id}"

    answer = alice.browser.partial("POST", f"/tasks/{task}/completion", None, **{"HX-Current-URL": there})

    assert answer.status == 200
    assert alice.task(task).is_completed

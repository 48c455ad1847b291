"""What each verb answers: to htmx one fragment that changes everything, to others a redirect."""

import pytest

from tests.builders import Person
from tests.pages import Page

VERBS = [
    ("POST", "/tasks/{id}/completion", "Completed “Milk”."),
    ("DELETE", "/tasks/{done}/completion", "“Soap” is open again."),
    ("POST", "/tasks/{done}/completion/delete", "“Soap” is open again."),
    ("DELETE", "/tasks/{id}", "Deleted “Milk”."),
    ("POST", "/tasks/{id}/delete", "Deleted “Milk”."),
    ("DELETE", "/tasks/{binned}/deletion", "“Salt” is back."),
    ("POST", "/tasks/{binned}/deletion/delete", "“Salt” is back."),
    ("POST", "/tasks/completion", "Completed 1 task."),
    ("DELETE", "/tasks/completion", "1 task is open again."),
    ("POST", "/tasks/completion/delete", "1 task is open again."),
    ("DELETE", "/tasks/completed", "Deleted 1 completed task."),
    ("POST", "/tasks/completed/delete", "Deleted 1 completed task."),
]


@pytest.fixture
def ids(alice: Person) -> dict[str, int]:
    """An open, a completed and a deleted task of Alice's, whose list is open in her browser."""
    (id,), (done,), (binned,) = alice.has("Milk"), alice.has("Soap", completed=True), alice.has("Salt")
    alice.browser.open("/tasks")
    alice.browser.partial("DELETE", f"/tasks/{binned}")
    return {"id": id, "done": done, "binned": binned}


@pytest.mark.parametrize(("method", "path", "toast"), VERBS)
def test_a_verb_changes_counter_empty_state_and_toast_in_one_answer(
    alice: Person, ids: dict[str, int], method: str, path: str, toast: str
) -> None:
    answer = alice.browser.partial(method, path.format(**ids))

    assert answer.status == 200
    assert answer.toast == toast
    assert targets(answer) >= {"#task-summary", "#task-samples", "#task-empty", "#toasts"}
    listed = alice.browser.open("/tasks")
    assert answer.words("#task-count") == listed.words("#task-count")


@pytest.mark.parametrize(("method", "path", "toast"), [verb for verb in VERBS if verb[0] == "POST"])
def test_a_verb_without_htmx_leads_back_to_the_list_with_the_same_toast(
    alice: Person, ids: dict[str, int], method: str, path: str, toast: str
) -> None:
    listed = alice.browser.open("/tasks/active")
    token = str(listed.one("#act input[name=csrf_token]")["value"])

    answer = alice.browser.client.open(
        path.format(**ids),
        method=method,
        data={"csrf_token": token},
        headers={"Referer": listed.url},
    )

    assert answer.status_code == 303
    assert answer.headers["Location"] == "/tasks/active"
    assert alice.browser.open("/tasks/active").toast == toast


def test_creating_answers_with_the_row_and_leaves_the_form_to_the_next_line(alice: Person) -> None:
    alice.browser.open("/tasks")

    answer = alice.browser.partial("POST", "/tasks", {"title": "Milk"})

    assert answer.status == 200
    assert answer.titles == ["Milk"]
    assert targets(answer) == {"#task-list", "#task-summary", "#task-samples", "#task-empty", "#toasts"}
    assert answer.words("#task-count") == ["1 task left"]
    assert answer.words("#task-empty") == [""]


def test_creating_in_vain_answers_with_the_form(alice: Person) -> None:
    alice.browser.open("/tasks")

    answer = alice.browser.partial("POST", "/tasks", {"title": " "})

    assert answer.status == 422
    assert targets(answer) == set()
    assert answer.words("#create-form #new-title-error") == ["A task needs a title."]


def test_saving_answers_with_the_row_and_undo(alice: Person, ids: dict[str, int]) -> None:
    answer = alice.browser.partial("PUT", f"/tasks/{ids['id']}", {"title": "Cream", "version": "1"})

    assert answer.status == 200
    assert answer.titles == ["Cream"]
    assert answer.toast == "Saved “Cream”."
    assert answer.one("#undo")
    assert alice.task(ids["id"]).version == 2


def test_saving_in_vain_answers_with_the_editor(alice: Person, ids: dict[str, int]) -> None:
    answer = alice.browser.partial("PUT", f"/tasks/{ids['id']}", {"title": "", "version": "1"})

    assert answer.status == 422
    field = answer.one(f"#task-{ids['id']} form.editor [name=title]")
    assert answer.words(f"#{field['aria-describedby']}") == ["A task needs a title."]
    assert alice.task(ids["id"]).title == "Milk"


@pytest.mark.parametrize("version", ["1", "0", "-1", "", "x", "1.5", "9" * 40])
def test_a_stale_or_senseless_version_overwrites_nothing(
    alice: Person, ids: dict[str, int], version: str
) -> None:
    id = ids["id"]
    alice.browser.partial("PUT", f"/tasks/{id}", {"title": "Cream", "version": "1"})

    answer = alice.browser.partial("PUT", f"/tasks/{id}", {"title": "Butter", "version": version})

    assert answer.status == 409
    assert answer.words(".choice__text") == ["Butter", "Cream"]
    assert [radio["value"] for radio in answer.all("form.editor [name=title]")] == ["Butter", "Cream"]
    assert answer.one("form.editor [name=title][checked]")["value"] == "Butter"
    assert answer.one("form.editor [name=version]")["value"] == "2"
    assert alice.task(id).title == "Cream"


def test_without_htmx_the_same_answers_are_pages(alice: Person, ids: dict[str, int]) -> None:
    browser, path = alice.browser, f"/tasks/{ids['id']}/edit"
    browser.open(path)

    empty = browser.submit("form.editor", title=" ")
    alice.browser.partial("PUT", f"/tasks/{ids['id']}", {"title": "Cream", "version": "1"})
    stale = browser.submit("form.editor", title="Butter")
    alice.browser.partial("DELETE", f"/tasks/{ids['id']}")
    gone = browser.submit("form.editor", title="Butter")

    assert [page.status for page in (empty, stale, gone)] == [422, 409, 404]
    assert [page.words("main h1") for page in (empty, stale, gone)] == [["Edit a task"]] * 3
    assert stale.one("form.editor [name=title][checked]")["value"] == "Butter"
    assert gone.one("form.editor [name=title]").get_text() == "Butter"


def test_saving_what_was_deleted_offers_to_restore_it_with_the_new_text(
    alice: Person, ids: dict[str, int]
) -> None:
    answer = alice.browser.partial("PUT", f"/tasks/{ids['binned']}", {"title": "Pepper", "version": "1"})

    assert answer.status == 404
    assert answer.one("form.editor [name=title]").get_text() == "Pepper"
    assert answer.one("form.editor")["action"] == f"/tasks/{ids['binned']}/deletion/delete"


def test_restoring_with_an_empty_title_is_refused_in_its_editor(alice: Person, ids: dict[str, int]) -> None:
    path = f"/tasks/{ids['binned']}/deletion/delete"

    answer = alice.browser.partial("POST", path, {"title": " ", "version": "1"})

    assert answer.status == 422
    assert answer.one("form.editor")["action"] == path
    assert alice.task(ids["binned"]).is_deleted


def test_restoring_with_a_text_gives_it_that_title(alice: Person, ids: dict[str, int]) -> None:
    path = f"/tasks/{ids['binned']}/deletion/delete"

    answer = alice.browser.partial("POST", path, {"title": "Pepper", "version": "1"})

    assert answer.titles == ["Pepper"]
    assert answer.toast == "“Pepper” is back."


def test_the_toast_of_a_deletion_has_undo_and_it_restores(alice: Person, ids: dict[str, int]) -> None:
    deleted = alice.browser.partial("DELETE", f"/tasks/{ids['id']}")

    answer = alice.browser.partial("POST", str(deleted.one("#undo")["hx-post"]))

    assert answer.toast == "Undid deleting “Milk”."
    assert "tasks-changed" in answer.headers["HX-Trigger"]
    assert not alice.task(ids["id"]).is_deleted


def test_deleting_takes_the_row_away_by_its_id(alice: Person, ids: dict[str, int]) -> None:
    answer = alice.browser.partial("DELETE", f"/tasks/{ids['id']}")

    gone = answer.one("hx-partial[hx-swap=delete]")
    assert gone["hx-target"] == f"#task-{ids['id']}"
    assert answer.titles == []


def test_completing_on_the_active_list_takes_the_row_away(alice: Person, ids: dict[str, int]) -> None:
    alice.browser.open("/tasks/active")

    answer = alice.browser.partial("POST", f"/tasks/{ids['id']}/completion")

    assert answer.one("hx-partial[hx-swap=delete]")["hx-target"] == f"#task-{ids['id']}"
    assert answer.words("#task-empty .empty__title") == ["All done"]


def test_each_verb_may_be_said_twice(alice: Person, ids: dict[str, int]) -> None:
    for method, path in [("POST", "/tasks/{id}/completion"), ("DELETE", "/tasks/{id}")]:
        first = alice.browser.partial(method, path.format(**ids))
        changed = alice.task(ids["id"])
        second = alice.browser.partial(method, path.format(**ids))

        assert (first.status, second.status) == (200, 200)
        again = alice.task(ids["id"])
        assert (again.completed_at, again.deleted_at) == (changed.completed_at, changed.deleted_at)


def test_a_signed_out_person_is_sent_to_sign_in_and_back(alice: Person, ids: dict[str, int]) -> None:
    alice.browser.client.delete_cookie(alice.app.config["SESSION_COOKIE_NAME"])

    answer = alice.browser.partial("POST", f"/tasks/{ids['id']}/completion")

    assert answer.status == 401
    assert answer.headers["HX-Redirect"] == "/auth/login?next=/tasks"
    assert not alice.task(ids["id"]).is_completed


def targets(page: Page) -> set[str]:
    """The regions that an answer changes."""
    return {str(partial["hx-target"]) for partial in page.all("hx-partial")}


def test_a_task_that_another_tab_deleted_leaves_the_list_when_it_is_touched(alice: Person) -> None:
    (id,) = alice.has("Put the bins out")
    alice.browser.open("/tasks")
    alice.browser.partial("DELETE", f"/tasks/{id}")

    answer = alice.browser.partial("POST", f"/tasks/{id}/completion")

    assert answer.status == 404
    assert answer.one(f"hx-partial[hx-target='#task-{id}']")["hx-swap"] == "delete"
    assert answer.toast == "“Put the bins out” was deleted meanwhile."
    assert answer.one("#undo")["formaction"] == f"/tasks/{id}/deletion/delete"

"""Projects, sections and labels in the bin."""

from typing import Any

import pytest

from tests.builders import Person
from tests.contents import contents
from tests.houses import deleted, doing, label, project, row, section, share, step, task
from webapp.clock import now
from webapp.projects.models import Project
from webapp.projects.sections import Section
from webapp.tasks.labels import Label
from webapp.tasks.models import Task

KINDS = {"projects": Project, "sections": Section, "labels": Label}


def made(person: Person, kind: str, name: str) -> int:
    """A project, section or label of this name."""
    if kind == "sections":
        home = next((place.id for place in contents(person.app)["project"] if place.name == "Home"), None)
        return section(person, home or project(person, "Home"), name)
    return project(person, name) if kind == "projects" else label(person, name)


def in_bin(person: Person) -> list[str]:
    return person.browser.open("/bin").titles


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_deleted_is_listed_and_comes_back(alice: Person, kind: str) -> None:
    id = made(alice, kind, "Old one")
    deleted(alice, KINDS[kind], id)
    page = alice.browser.open("/bin")

    restored = alice.browser.press("[aria-label='Restore: Old one']")

    assert page.titles == ["Old one"]
    assert page.words(".bin__when")[0].startswith(f"{kind.removesuffix('s').capitalize()}, deleted")
    assert restored.toast == "“Old one” is back."
    assert restored.titles == []
    assert not row(alice, KINDS[kind], id).is_deleted


@pytest.mark.parametrize("kind", KINDS)
def test_restoring_can_be_undone(alice: Person, kind: str) -> None:
    deleted(alice, KINDS[kind], made(alice, kind, "Old one"))
    alice.browser.open("/bin")
    alice.browser.press("[aria-label='Restore: Old one']")

    page = alice.browser.press("#undo")

    assert page.titles == ["Old one"]


@pytest.mark.parametrize("kind", KINDS)
def test_restoring_into_a_taken_name_is_refused_with_words(alice: Person, kind: str) -> None:
    id = made(alice, kind, "Old one")
    deleted(alice, KINDS[kind], id)
    made(alice, kind, "OLD ONE")
    alice.browser.open("/bin")

    answer = alice.browser.partial("POST", f"/bin/{kind}/{id}/restoration")
    page = alice.browser.press("[aria-label='Restore: Old one']")

    assert (answer.status, page.status) == (422, 422)
    assert answer.toast.startswith("“Old one” cannot come back: There is a ")
    assert answer.toast in " ".join(page.words("main p"))
    assert row(alice, KINDS[kind], id).is_deleted


@pytest.mark.parametrize("kind", KINDS)
def test_deleting_for_good_asks_first(alice: Person, kind: str) -> None:
    id = made(alice, kind, "Old one")
    deleted(alice, KINDS[kind], id)
    alice.browser.open("/bin")

    question = alice.browser.follow("[aria-label='Delete for good: Old one']")
    page = alice.browser.press(".button--danger")

    assert question.words("h1") == ["Delete for good?"]
    assert page.toast == "“Old one” is gone for good."
    assert page.titles == []
    assert alice.browser.partial("DELETE", f"/bin/{kind}/{id}").status == 404


def test_a_project_comes_back_with_what_went_with_it_and_no_more(alice: Person) -> None:
    work = project(alice, "Work")
    with_it, before = project(alice, "With it", work), project(alice, "Before", work)
    deleted(alice, Project, before)
    deleted(alice, Project, work)

    listed = in_bin(alice)
    alice.browser.press("[aria-label='Restore: Work']")

    assert listed == ["Work", "Before"]
    assert not row(alice, Project, with_it).is_deleted
    assert in_bin(alice) == ["Before"]


def test_a_project_whose_parent_is_gone_comes_back_to_the_top(alice: Person) -> None:
    work = project(alice, "Work")
    before = project(alice, "Before", work)
    deleted(alice, Project, before)
    deleted(alice, Project, work)
    alice.browser.open("/bin")

    page = alice.browser.press("[aria-label='Restore: Before']")

    assert page.toast == "“Before” is back."
    assert row(alice, Project, before).parent_id is None


def test_a_step_that_went_with_its_task_is_not_listed_and_comes_back_with_it(alice: Person) -> None:
    (id,) = alice.has("Task")
    below = step(alice, id, "Step")
    deleted(alice, Task, id)

    listed = in_bin(alice)
    alice.browser.press("[aria-label='Restore: Task']")

    assert listed == ["Task"]
    assert not alice.task(below).is_deleted


def test_tasks_that_went_with_their_section_come_back_with_it(alice: Person) -> None:
    place = made(alice, "sections", "Later")
    id = task(alice, "Task", section_id=place)
    instant = now()

    def delete_both(session: Any, by: Any) -> None:
        for model, each in ((Section, place), (Task, id)):
            session.get_one(model, (by.workspace_id, each)).delete(by=by, now=instant)

    doing(alice, delete_both)

    listed = in_bin(alice)
    alice.browser.press("[aria-label='Restore: Later']")

    assert listed == ["Later"]
    assert not alice.task(id).is_deleted
    assert alice.task(id).section_id == place


def test_what_is_in_a_deleted_project_is_neither_listed_nor_editable(alice: Person) -> None:
    work = project(alice, "Work")
    open_task, binned = task(alice, "Open", project_id=work), task(alice, "Binned", project_id=work)
    deleted(alice, Task, binned)
    deleted(alice, Section, section(alice, work, "Section"))
    deleted(alice, Project, work)

    assert in_bin(alice) == ["Work"]
    assert alice.browser.open("/tasks").titles == []
    for id in (open_task, binned):
        assert alice.browser.partial("POST", f"/tasks/{id}/completion").status == 404


def test_the_bin_is_emptied_of_all_kinds(alice: Person) -> None:
    for kind, model in KINDS.items():
        deleted(alice, model, made(alice, kind, "Old one"))
    (id,) = alice.has("Old task")
    deleted(alice, Task, id)
    alice.browser.open("/bin/all")

    page = alice.browser.press(".button--danger")

    assert page.toast == "1 project, 1 section, 1 task, 1 label are gone for good."
    assert page.titles == []
    kept = contents(alice.app)
    assert [len(kept[table]) for table in ("section", "task", "label")] == [0, 0, 0]


def test_the_pages_of_the_bin_follow_one_another_across_kinds(
    alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webapp.tasks.binned.PAGE", 2)
    instant = now()
    ids: list[tuple[Any, int]] = [(Task, id) for id in alice.has("T1", "T2", "T3")]
    ids += [(Label, label(alice, name)) for name in ("l1", "l2")] + [(Project, project(alice, "P"))]

    def delete_all(session: Any, by: Any) -> None:
        for model, id in ids:
            session.get_one(model, (by.workspace_id, id)).delete(by=by, now=instant)

    doing(alice, delete_all)

    pages = [alice.browser.open("/bin").titles]
    while alice.browser.current.all(".bin > p a"):
        pages.append(alice.browser.follow(".bin > p a").titles)

    assert pages == [["P", "l2"], ["l1", "T3"], ["T2", "T1"]]


def test_a_member_finds_what_they_may_restore_and_a_stranger_nothing(
    alice: Person, bob: Person, mallory: Person
) -> None:
    work = project(alice, "Work")
    share(alice, work, bob)
    place, word = section(alice, work, "Section"), label(alice, "word")
    deleted(alice, Section, place)
    deleted(alice, Label, word)

    seen = {person.name: in_bin(person) for person in (alice, bob, mallory)}

    assert seen == {"Alice": ["word", "Section"], "Bob": ["Section"], "Mallory": []}
    for kind, id in (("sections", place), ("labels", word)):
        assert mallory.browser.partial("POST", f"/bin/{kind}/{id}/restoration").status == 404
    assert bob.browser.partial("POST", f"/bin/labels/{word}/restoration").status == 404

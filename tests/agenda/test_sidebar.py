"""The sidebar: every place with how much is open in it."""

import pytest

from tests.builders import Person
from tests.houses import deleted, doing, favourite, label, labelled, project, share, step, task
from tests.pages import Page
from webapp.clock import now
from webapp.projects.models import Project
from webapp.tasks.labels import Label
from webapp.tasks.models import Task


def listed(page: Page) -> list[str]:
    """What the sidebar names below the Inbox, with its counts."""
    return [words.replace(" open", "") for words in page.words("#places .sidebar__link")]


def completed(person: Person, id: int) -> None:
    doing(person, lambda s, by: s.get_one(Task, (by.workspace_id, id)).complete(by=by, now=now()))


def test_it_lists_projects_as_a_tree_with_what_is_open_in_each(alice: Person) -> None:
    work = project(alice, "Work")
    under = project(alice, "Under", work)
    project(alice, "Beside")
    first, _ = task(alice, "First", project_id=under), task(alice, "Second", project_id=under)
    step(alice, first, "A step is counted with its task")
    completed(alice, task(alice, "Done", project_id=work))

    page = alice.browser.open("/tasks")

    assert listed(page) == ["Work", "Under 2", "Beside"]
    inside = page.one("#places .places__inside")
    assert inside.find_parent("li").select_one("a").get_text(strip=True) == "Work"  # type: ignore[union-attr]
    assert not inside.has_attr("hidden")


def test_today_and_the_inbox_come_first_with_their_counts(alice: Person) -> None:
    alice.has("First", "Second")

    page = alice.browser.open("/tasks")

    assert page.words(".sidebar__bar li")[:2] == ["Today", "Inbox 2 open"]


def test_labels_are_listed_by_name_with_the_open_tasks_that_bear_them(alice: Person) -> None:
    errand, _ = label(alice, "errand"), label(alice, "Deep work")
    (first,) = alice.has("First")
    done, gone = alice.has("Done", "Gone")
    for id in (first, done, gone):
        labelled(alice, id, errand)
    completed(alice, done)
    deleted(alice, Task, gone)

    page = alice.browser.open("/tasks")

    assert listed(page) == ["@ Deep work", "@ errand 1"]


def test_what_is_put_away_or_deleted_is_not_listed_nor_counted(alice: Person) -> None:
    errand = label(alice, "errand")
    deleted(alice, Label, label(alice, "Old"))
    gone, archived = project(alice, "Gone"), project(alice, "Archived")
    for id in (gone, archived):
        labelled(alice, task(alice, "Inside", project_id=id), errand)
    deleted(alice, Project, gone)
    doing(alice, lambda s, by: s.get_one(Project, (by.workspace_id, archived)).archive(by=by, now=now()))

    page = alice.browser.open("/tasks")

    assert listed(page) == ["@ errand"]
    assert page.titles == []


def test_a_new_place_of_each_kind_is_near_also_where_there_is_none_yet(alice: Person) -> None:
    page = alice.browser.open("/tasks")

    assert [(link["aria-label"], link["href"]) for link in page.all(".places__new")] == [
        ("New project", "/projects/new"),
        ("Add a label", "/labels"),
    ]


def test_favourites_come_before_all_projects(alice: Person) -> None:
    project(alice, "First")
    favourite(alice, project(alice, "Liked"))

    page = alice.browser.open("/tasks")

    assert page.words(".places__heading") == ["Favourites", "Projects", "Labels"]
    assert listed(page) == ["Liked", "First", "Liked"]


def test_what_others_share_comes_after_ones_own_and_strangers_see_no_name(
    alice: Person, bob: Person, mallory: Person
) -> None:
    shared = project(alice, "Shared")
    task(alice, "Open", project_id=shared)
    project(alice, "Private")
    label(alice, "hidden")
    share(alice, shared, bob)
    project(bob, "Bob’s")

    seen = {person.name: listed(person.browser.open("/tasks")) for person in (alice, bob, mallory)}

    assert seen["Alice"] == ["Shared 1", "Private", "@ hidden"]
    assert seen["Bob"] == ["Bob’s", "Inbox", "Shared 1"]
    assert seen["Mallory"] == []


def test_a_shared_project_stands_at_the_top_where_its_parent_is_not_seen(alice: Person, bob: Person) -> None:
    share(alice, project(alice, "Under", project(alice, "Above")), bob)

    assert listed(bob.browser.open("/tasks")) == ["Inbox", "Under"]


@pytest.mark.parametrize(
    ("path", "current"),
    [("/tasks", "Tasks"), ("/tasks/active", "Tasks"), ("/history", "History"), ("/bin/all", "Bin")],
)
def test_it_marks_where_the_person_is(alice: Person, path: str, current: str) -> None:
    page = alice.browser.open(path)

    assert page.words(".sidebar [aria-current=page]") == [current]


def test_a_long_name_is_told_in_full(alice: Person) -> None:
    name = "A project with a name that is too long for a sidebar"
    project(alice, name)

    page = alice.browser.open("/tasks")

    assert page.one("#places .places__row .sidebar__link")["title"] == name


def test_a_name_is_never_markup(alice: Person) -> None:
    name = '<b onclick="x">"Work" & more</b>'
    favourite(alice, project(alice, name))
    label(alice, name)

    page = alice.browser.open("/browse")

    assert page.words(".places__name") == [name] * 3
    assert page.all("#places b") == []

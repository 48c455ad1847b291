"""Folding sub-projects away among one's places, and remembering it."""

import pytest

from tests.builders import Person
from tests.houses import project, share
from tests.pages import Browser, Page


@pytest.fixture
def id(alice: Person) -> int:
    """A project with one inside it."""
    work = project(alice, "Work")
    project(alice, "Under", work)
    return work


def names(page: Page) -> list[str]:
    return page.words("#places .places__name")


@pytest.mark.parametrize("path", ["/tasks", "/browse"])
def test_what_is_inside_folds_away_and_is_remembered(alice: Person, id: int, path: str) -> None:
    alice.browser.open(path)

    folded = alice.browser.press(f"#project-{id}-fold")
    again = Browser(alice.app, alice.browser.token).open("/history")
    unfolded = alice.browser.press(f"#project-{id}-fold")

    assert names(folded) == names(again) == ["Work"]
    assert again.one(f"#project-{id}-fold")["aria-expanded"] == "false"
    assert names(unfolded) == ["Work", "Under"]
    assert unfolded.one(f"#project-{id}-fold")["aria-expanded"] == "true"
    assert unfolded.path.startswith(path)


def test_with_htmx_the_places_come_anew_as_they_stand(alice: Person, id: int) -> None:
    alice.browser.open("/browse")

    answer = alice.browser.partial("POST", f"/projects/{id}/folding")

    assert names(answer) == ["Work"]
    assert len(answer.all(".star")) == 1


def test_folding_is_ones_own_may_be_done_twice_and_is_no_change(alice: Person, bob: Person, id: int) -> None:
    share(alice, id, bob, "viewer")
    changes = len(alice.browser.open("/history").all(".history__item"))
    bob.browser.open("/tasks")

    answers = [bob.browser.partial("POST", f"/projects/{id}/folding") for _ in range(2)]

    assert [answer.status for answer in answers] == [200, 200]
    assert names(alice.browser.open("/tasks")) == ["Work", "Under"]
    assert len(alice.browser.open("/history").all(".history__item")) == changes

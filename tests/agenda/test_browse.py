"""All places as a page, and the star that makes a project a favourite."""

import pytest

from tests.builders import Person
from tests.calling import PARTIAL, send, token_of
from tests.contents import contents
from tests.houses import favourite, project, share, task
from tests.policies import BINNED_PLACE, POLICIES, PROJECT_OWNER, PROJECT_VIEWER

NOBODYS = 2**62


def test_the_page_leads_everywhere(alice: Person) -> None:
    id = project(alice, "Work")

    page = alice.browser.open("/browse")

    assert page.words("h1") == ["Browse"]
    links = {str(link["href"]) for link in page.all("main a")}
    assert links >= {f"/projects/{id}", "/projects/new", "/labels", "/history", "/bin", "/settings"}
    assert "/auth/logout" in links
    assert page.words(".sidebar [aria-current=page]") == ["Browse"]


def test_the_places_stand_once_on_every_page(alice: Person) -> None:
    for path in ("/tasks", "/browse", "/bin"):
        assert len(alice.browser.open(path).all("#places")) == 1, path


def test_the_sidebar_fetches_itself_anew_as_it_stands(alice: Person) -> None:
    task(alice, "First", project_id=project(alice, "Work"))
    alice.browser.open("/history")

    answer = alice.browser.partial("GET", "/browse")

    assert {part["hx-target"] for part in answer.all("hx-partial")} == {
        "#today-count",
        "#inbox-count",
        "#places",
    }
    assert answer.words("#places .sidebar__link") == ["Work 1 open"]
    assert answer.all(".star") == []
    assert answer.all("h1") == []


def test_the_page_has_a_star_for_each_project_also_when_it_fetches_them_anew(alice: Person) -> None:
    project(alice, "Work")
    page = alice.browser.open("/browse")

    answer = alice.browser.partial("GET", "/browse")

    for stars in (page.all(".star"), answer.all(".star")):
        assert [star["aria-label"] for star in stars] == ["Favourite: Work"]


def test_a_star_makes_a_project_a_favourite_and_no_longer(alice: Person) -> None:
    id = project(alice, "Work")
    alice.browser.open("/browse")

    liked = alice.browser.press(f"#favourite-{id}")
    unliked = alice.browser.press(f"#favourite-{id}")

    assert liked.toast == "“Work” is a favourite."
    assert liked.one(f"#favourite-{id}")["aria-pressed"] == "true"
    assert liked.words(".places__heading")[0] == "Favourites"
    assert unliked.toast == "“Work” is no longer a favourite."
    assert unliked.one(f"#favourite-{id}")["aria-pressed"] == "false"


def test_with_htmx_the_star_changes_where_it_stands(alice: Person) -> None:
    id = project(alice, "Work")
    alice.browser.open("/browse")

    answer = alice.browser.partial("POST", f"/projects/{id}/favourite")

    assert answer.one(f"hx-partial[hx-target='#favourite-{id}'] .star")["aria-pressed"] == "true"
    assert "counts-changed" in answer.headers["HX-Trigger"]


def test_liking_and_no_longer_liking_can_be_undone_and_redone(alice: Person) -> None:
    id = project(alice, "Work")
    alice.browser.open("/browse")
    alice.browser.press(f"#favourite-{id}")
    states = []

    for _ in range(2):
        page = alice.browser.press("#undo")
        states.append(page.one(f"#favourite-{id}")["aria-pressed"])
    alice.browser.press(f"#favourite-{id}")
    page = alice.browser.press("#undo")

    assert states == ["false", "true"]
    assert page.one(f"#favourite-{id}")["aria-pressed"] == "true"


def test_favourites_are_each_persons_own(alice: Person, bob: Person) -> None:
    id = project(alice, "Work")
    share(alice, id, bob, "viewer")

    favourite(bob, id)

    assert alice.browser.open("/browse").one(f"#favourite-{id}")["aria-pressed"] == "false"
    assert bob.browser.open("/browse").one(f"#favourite-{id}")["aria-pressed"] == "true"


@pytest.mark.parametrize("headers", [{}, PARTIAL], ids=["page", "partial"])
def test_a_strangers_project_is_not_found_just_like_a_missing_one(
    alice: Person, mallory: Person, headers: dict[str, str]
) -> None:
    id = project(alice, "Alice’s")
    routes = [
        route for route, policy in POLICIES.items() if policy in {PROJECT_VIEWER, PROJECT_OWNER, BINNED_PLACE}
    ]
    token = token_of(mallory.browser)
    before = contents(alice.app)

    for route in routes:
        foreign = send(mallory.browser, route, id, token, headers=headers)
        missing = send(mallory.browser, route, NOBODYS, token, headers=headers)

        assert (foreign.status_code, missing.status_code) == (404, 404), route
        assert foreign.data == missing.data, route
    assert contents(alice.app) == before


def test_a_viewer_may_like_a_project_but_not_duplicate_it(alice: Person, bob: Person) -> None:
    id = project(alice, "Work")
    share(alice, id, bob, "viewer")
    token = token_of(bob.browser)

    answers = {
        policy: {
            send(bob.browser, route, id, token).status_code for route in POLICIES if POLICIES[route] == policy
        }
        for policy in (PROJECT_VIEWER, PROJECT_OWNER)
    }

    assert answers == {PROJECT_VIEWER: {200, 303}, PROJECT_OWNER: {403}}

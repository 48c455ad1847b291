"""The locked list of routes: who may call each, tried by people who may not."""

from urllib.parse import quote

import pytest
from flask import Flask

from .builders import PASSWORD, Person, make_person
from .calling import FIELDS, PARTIAL, change_of, path_of, send, session_id, token_of, with_mark
from .contents import contents
from .crawling import crawl
from .pages import Browser, Page
from .policies import (
    BINNED,
    CHANGE_EDITOR,
    CHANGE_VIEWER,
    EDITOR,
    NOBODYS,
    OWN,
    PLACING,
    POLICIES,
    PUBLIC,
    SIGNED_IN,
    VIEWER,
)

CLOSED = [route for route, policy in POLICIES.items() if policy != PUBLIC]
UNSAFE = [route for route in POLICIES if not route.startswith("GET ")]
ONES_OWN = [route for route in UNSAFE if POLICIES[route] == SIGNED_IN]
TASKS = [route for route, policy in POLICIES.items() if policy in {VIEWER, EDITOR}]
SESSIONS = [route for route, policy in POLICIES.items() if policy == OWN]
CHANGES = [route for route, policy in POLICIES.items() if policy in {CHANGE_VIEWER, CHANGE_EDITOR}]
IN_BIN = [route for route, policy in POLICIES.items() if policy == BINNED]
TO_EDIT = [route for route, policy in POLICIES.items() if policy == EDITOR]


@pytest.fixture
def vera(app: Flask, alice: Person) -> Person:
    """Somebody who may look at Alice's Inbox but not change it."""
    return make_person(app, "Vera").joining(alice, "viewer")


def test_every_route_has_a_policy(app: Flask) -> None:
    routes = {
        f"{method} {rule.rule}"
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }

    assert routes == POLICIES.keys()


@pytest.mark.parametrize("route", CLOSED)
def test_somebody_anonymous_is_asked_to_sign_in(anonymous: Browser, route: str) -> None:
    answer = send(anonymous, route)
    with_htmx = send(anonymous, route, headers=PARTIAL)

    if route.startswith("GET "):
        assert answer.status_code == 303
        assert answer.headers["Location"] == f"/auth/login?next={quote(path_of(route), safe='/')}"
    else:
        assert answer.status_code == 401
        assert Page(answer, "/").one("form")["action"] == "/auth/login"
    assert with_htmx.status_code == 401
    assert with_htmx.headers["HX-Redirect"].startswith("/auth/login?next=")


@pytest.mark.parametrize("headers", [{}, PARTIAL], ids=["page", "partial"])
def test_nobody_learns_or_changes_anything(
    alice: Person, anonymous: Browser, headers: dict[str, str]
) -> None:
    (id,) = alice.has("Alice’s")
    before = contents(alice.app)

    answers = {route: send(anonymous, route, id, headers=headers) for route in POLICIES}

    assert {route for route in UNSAFE if answers[route].status_code not in {400, 401}} == set()
    assert {route for route, answer in answers.items() if "Alice" in answer.text} == set()
    assert contents(alice.app) == before


@pytest.mark.parametrize("headers", [{}, PARTIAL], ids=["page", "partial"])
@pytest.mark.parametrize("fields", [FIELDS, {"title": ""}], ids=["good", "bad"])
def test_what_is_a_strangers_is_not_found_just_like_what_is_missing(
    alice: Person, mallory: Person, fields: dict[str, str], headers: dict[str, str]
) -> None:
    task, binned = alice.has("Alice’s", "Alice’s too")
    entry = change_of(alice, binned)
    ids = dict.fromkeys(TASKS, task) | dict.fromkeys(IN_BIN, binned) | dict.fromkeys(CHANGES, entry)
    ids |= {route: session_id(alice) for route in SESSIONS}
    token = token_of(mallory.browser)
    before = contents(alice.app)

    for route, id in ids.items():
        foreign = send(mallory.browser, route, id, token, fields=fields, headers=headers)
        missing = send(mallory.browser, route, NOBODYS, token, fields=fields, headers=headers)

        assert (foreign.status_code, missing.status_code) == (404, 404), route
        assert foreign.data == missing.data, route
    assert contents(alice.app) == before


@pytest.mark.parametrize("route", TASKS)
def test_a_member_may_call_what_a_stranger_may_not(alice: Person, bob: Person, route: str) -> None:
    (id,) = alice.has("Alice’s")
    with_mark(alice, id)

    answer = send(bob.browser, route, id, token_of(bob.browser))

    assert answer.status_code in ({200, 303, 422} if route.endswith(PLACING) else {200, 303})


@pytest.mark.parametrize("route", IN_BIN)
def test_a_member_may_empty_the_bin_that_they_share(alice: Person, bob: Person, route: str) -> None:
    (id,) = alice.has("Alice’s")
    change_of(alice, id)

    answer = send(bob.browser, route, id, token_of(bob.browser))

    assert answer.status_code in {200, 303}


def test_somebody_who_may_only_look_finds_nothing_in_the_bin(alice: Person, vera: Person) -> None:
    (id,) = alice.has("Alice’s")
    change_of(alice, id)
    token = token_of(vera.browser)
    before = contents(alice.app)

    answers = {route: send(vera.browser, route, id, token).status_code for route in IN_BIN}

    assert answers == dict.fromkeys(IN_BIN, 404)
    assert vera.browser.open("/bin").titles == []
    assert contents(alice.app) == before


@pytest.mark.parametrize("headers", [{}, PARTIAL], ids=["page", "partial"])
def test_somebody_who_may_only_look_is_refused(alice: Person, vera: Person, headers: dict[str, str]) -> None:
    (id,) = alice.has("Alice’s")
    token = token_of(vera.browser)
    before = contents(alice.app)

    answers = {route: send(vera.browser, route, id, token, headers=headers).status_code for route in TO_EDIT}

    assert answers == dict.fromkeys(TO_EDIT, 403)
    assert contents(alice.app) == before


def test_somebody_who_may_only_look_sees_no_buttons(alice: Person, vera: Person) -> None:
    (id,) = alice.has("Alice’s")

    page = vera.browser.open("/tasks")

    assert page.titles == ["Alice’s"]
    assert page.all(f"#task-{id} button, #task-{id} [href$=edit], #task-{id} [hx-get]") == []


@pytest.mark.parametrize("who", ["mallory", "vera"])
def test_what_is_done_to_all_stays_among_ones_own(
    alice: Person, who: str, request: pytest.FixtureRequest
) -> None:
    person = request.getfixturevalue(who)
    alice.has("Open")
    alice.has("Done", completed=True)
    token = token_of(person.browser)
    before = contents(alice.app)

    for route in ONES_OWN:
        looking = {200} if route.endswith(("/preview", "/chips")) else set()
        assert send(person.browser, route, token=token).status_code in {303, 404, 422} | looking, route

    after = contents(alice.app)
    assert [row for row in after["task"] if row in before["task"]] == before["task"]
    assert before["user"][0] in after["user"]
    assert before["session"][0] in after["session"]


@pytest.mark.parametrize("route", UNSAFE)
def test_a_route_answers_its_person_with_the_right_token(alice: Person, route: str) -> None:
    answer = send(alice.browser, route, token=token_of(alice.browser))

    assert answer.status_code in {200, 303, 404, 422}


@pytest.mark.parametrize("kind", ["none", "foreign", "from before signing in", "nonsense"])
def test_a_wrong_token_is_refused(alice: Person, mallory: Person, kind: str) -> None:
    (id,) = alice.has("Alice’s")
    visitor = Browser(alice.app)
    tokens = {
        "none": "",
        "foreign": token_of(mallory.browser),
        "from before signing in": str(visitor.open("/auth/login").one("[name=csrf_token]")["value"]),
        "nonsense": "nonsense",
    }
    visitor.submit("form", email=alice.email, password=PASSWORD)
    before = contents(alice.app)

    answers = {route: send(visitor, route, id, tokens[kind]).status_code for route in UNSAFE}

    assert answers == dict.fromkeys(UNSAFE, 400)
    assert contents(alice.app) == before


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Site", "same-site"),
        ("Origin", "https://evil.example"),
        ("Origin", "null"),
    ],
)
def test_another_site_is_refused_even_with_the_right_token(alice: Person, header: str, value: str) -> None:
    (id,) = alice.has("Alice’s")
    token = token_of(alice.browser)
    before = contents(alice.app)

    answers = {
        route: send(alice.browser, route, id, token, headers={header: value}).status_code for route in UNSAFE
    }

    assert answers == dict.fromkeys(UNSAFE, 400)
    assert contents(alice.app) == before


def test_looking_changes_nothing(alice: Person) -> None:
    alice.has("Open", "Open too")
    alice.has("Done", completed=True)
    before = contents(alice.app)

    pages = [*crawl(alice.browser, "/tasks"), *crawl(Browser(alice.app), "/")]

    assert {"/tasks", "/settings/devices", "/auth/register"} <= {page.path for page in pages}
    assert contents(alice.app) == before


@pytest.mark.parametrize("header", ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"])
def test_a_header_cannot_make_a_look_a_change(alice: Person, header: str) -> None:
    (id,) = alice.has("Alice’s")
    headers = {header: "DELETE", "X-CSRFToken": token_of(alice.browser)}
    before = contents(alice.app)

    alice.browser.client.get(f"/tasks/{id}?_method=DELETE", headers=headers)

    assert contents(alice.app) == before

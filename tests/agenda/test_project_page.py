"""The page of a project: what it lists, how it is paged and told of changes, what it costs."""

import re

import pytest

from tests.builders import Person
from tests.pages import Page
from tests.places import add_project, add_sections, add_step, add_tasks


@pytest.fixture
def household(alice: Person) -> int:
    return add_project(alice, "Household", hue=3)


def lists(page: Page) -> dict[str, list[str]]:
    """The titles under each list of the page; that of what starts later is hidden while it is empty."""
    return {
        str(list["id"]): [title.get_text() for title in list.select(".task__title")]
        for list in page.all("ul[id$=-list]:not(.section--later:not(:has(.task)) > *)")
    }


def targets(page: Page) -> set[str]:
    return {str(part["hx-target"]) for part in page.all("hx-partial")}


def test_tasks_stand_under_their_sections_and_open_ones_alone(alice: Person, household: int) -> None:
    (bath,) = add_sections(alice, household, "Bath")
    (tap,) = add_tasks(alice, ["Tap"], household, bath)
    add_tasks(alice, ["Bins"], household)
    add_tasks(alice, ["Old"], household, bath, done=True)
    add_step(alice, tap, "A step")
    alice.has("In the Inbox")

    page = alice.browser.open(f"/projects/{household}")
    with_done = alice.browser.follow("#project-done")

    assert lists(page) == {"project-list": ["Bins"], f"section-{bath}-list": ["Tap"]}
    assert page.words("#task-count, #project-done") == ["2 tasks left", "Show 1 completed"]
    assert lists(with_done)[f"section-{bath}-list"] == ["Tap", "Old"]
    assert with_done.words("#project-done") == ["Hide completed"]


def test_a_task_goes_where_its_field_stands(alice: Person, household: int) -> None:
    (bath,) = add_sections(alice, household, "Bath")
    alice.browser.open(f"/projects/{household}")
    alice.browser.submit("#create-form", title="Bins")

    page = alice.browser.submit(f"#section-{bath}-form", title="Tap")

    assert lists(page) == {"project-list": ["Bins"], f"section-{bath}-list": ["Tap"]}


def test_adding_answers_with_the_row_and_the_counts_alone(alice: Person, household: int) -> None:
    (bath,) = add_sections(alice, household, "Bath")
    alice.browser.open(f"/projects/{household}")

    answer = alice.browser.partial("POST", "/tasks", {"title": "Tap", "place": f"section-{bath}"})

    around = {"#project-summary", "#project-empty", f"#section-{bath}-count", "#toasts"}
    assert targets(answer) == {f"#section-{bath}-list", *around}
    assert answer.titles == ["Tap"]
    assert answer.words(f"#section-{bath}-count") == ["1 open"]


def test_completing_takes_a_row_away_unless_those_that_are_done_are_shown(
    alice: Person, household: int
) -> None:
    bins, tap = add_tasks(alice, ["Bins", "Tap"], household)
    alice.browser.open(f"/projects/{household}")
    hidden = alice.browser.partial("POST", f"/tasks/{bins}/completion")
    alice.browser.open(f"/projects/{household}?done=1")
    shown = alice.browser.partial("POST", f"/tasks/{tap}/completion")

    assert (hidden.titles, hidden.words("#task-count")) == ([], ["1 task left"])
    assert f"#task-{bins}" in targets(hidden)
    assert (shown.titles, shown.words("#task-count")) == (["Tap"], ["0 tasks left"])


def test_a_row_is_the_same_bytes_in_page_and_fragments(alice: Person, household: int) -> None:
    (id,) = add_tasks(alice, ["Milk & <bread>"], household)
    page = alice.browser.open(f"/projects/{household}?done=1")
    alice.browser.partial("POST", f"/tasks/{id}/completion")

    answer = alice.browser.partial("DELETE", f"/tasks/{id}/completion")

    rows = [
        re.findall(rf'<li class="[^"]*" id="task-{id}".*?</li>', one.text, re.DOTALL)
        for one in (page, answer)
    ]
    assert rows[0] == rows[1]
    assert len(rows[0]) == 1


def test_a_task_that_goes_into_a_folded_section_is_counted_but_not_drawn(
    alice: Person, household: int
) -> None:
    (bath,) = add_sections(alice, household, "Bath")
    alice.browser.open(f"/projects/{household}")
    alice.browser.partial("POST", f"/sections/{bath}/folding")

    answer = alice.browser.partial("POST", "/tasks", {"title": "Tap", "place": f"section-{bath}"})

    assert answer.titles == []
    assert answer.words(f"#section-{bath}-count") == ["1 open"]


@pytest.mark.parametrize("partial", [True, False], ids=["htmx", "plain"])
@pytest.mark.parametrize("kind", ["project", "section"])
def test_what_was_typed_stays_when_the_place_was_deleted_meanwhile(
    alice: Person, household: int, kind: str, partial: bool
) -> None:
    (bath,) = add_sections(alice, household, "Bath")
    id, form = (household, "create-form") if kind == "project" else (bath, f"section-{bath}-form")
    page = alice.browser.open(f"/projects/{household}")
    path = f"/projects/{household}" if kind == "project" else f"/sections/{bath}/deletion"
    alice.browser.partial("DELETE" if kind == "project" else "POST", path, {"tasks": "keep"})
    alice.browser.page = page

    fields = {"title": "Typed", "place": f"{kind}-{id}"}
    answer = (
        alice.browser.partial("POST", "/tasks", fields)
        if partial
        else alice.browser.submit(f"#{form}", title="Typed")
    )

    name = "Household" if kind == "project" else "Bath"
    assert answer.status == 422
    assert answer.one(f"#{form} [name=title]")["value"] == "Typed"
    assert answer.words(f"#{form} .field__error") == [
        f"“{name}” was deleted meanwhile. Copy your text, then reload the page."
    ]


def test_acting_from_a_page_whose_project_is_gone_still_answers(alice: Person, household: int) -> None:
    (id,) = alice.has("Milk")
    page = alice.browser.open(f"/projects/{household}")
    alice.browser.press("#project-delete")
    alice.browser.page = page

    answer = alice.browser.partial("POST", f"/tasks/{id}/completion")

    assert answer.status == 200
    assert answer.toast == "Completed “Milk”."


def test_an_empty_project_says_what_to_do_and_stops_saying_it(alice: Person, household: int) -> None:
    empty = alice.browser.open(f"/projects/{household}")
    (id,) = add_tasks(alice, ["Bins"], household)
    filled = alice.browser.open(f"/projects/{household}")
    done = alice.browser.partial("POST", f"/tasks/{id}/completion")

    assert empty.words(".empty__title") == ["Nothing in “Household” yet"]
    assert filled.words("#project-empty") == [""]
    assert done.words(".empty__title") == ["All done"]


@pytest.mark.parametrize("place", ["project", "section"])
def test_each_list_is_leafed_through_by_itself(alice: Person, household: int, place: str) -> None:
    (bath,) = add_sections(alice, household, "Bath")
    titles = [f"Task {number}" for number in range(101)]
    add_tasks(alice, titles, household, bath if place == "section" else 0)
    add_tasks(alice, ["Elsewhere"], household, 0 if place == "section" else bath)
    key = f"section-{bath}" if place == "section" else "project"

    first = lists(alice.browser.open(f"/projects/{household}"))[f"{key}-list"]
    more = alice.browser.partial("GET", str(alice.browser.current.one(f"#{key}-more-link")["hx-get"]))
    second = alice.browser.follow(f"#{key}-more-link")
    third = alice.browser.follow(f"#{key}-more-link")

    assert more.titles == second.titles
    assert targets(more) == {f"#{key}-list"}
    assert first + second.titles + third.titles == titles
    assert third.all("[id$=more-link]") == []


@pytest.mark.parametrize(
    "query", ["list=section-999", "list=nothing", "list=project&after=x", "list=project&after=1_0", "list="]
)
def test_a_list_that_is_not_there_is_not_found(alice: Person, household: int, query: str) -> None:
    assert alice.browser.open(f"/projects/{household}?{query}").status == 404


def test_a_section_of_another_project_is_not_a_list_of_this_one(alice: Person, household: int) -> None:
    (other,) = add_sections(alice, add_project(alice, "Garden"), "Beds")

    assert alice.browser.open(f"/projects/{household}?list=section-{other}").status == 404


QUERIES = {
    "GET /projects/{project}": 5,  # visitor, project, sections, rows, what is above and below
    "GET /projects/{project}?done=1": 5,
    "GET /projects/{project}?list=section-{section}&after=3.0_{id}": 4,  # visitor, project, sections, rows
    "POST /tasks/{id}/completion": 9,  # visitor, lock, update, steps, log (2), project, sections, row
    "POST /tasks": 11,  # visitor, place (3), last position, insert, log (2), project, sections, row
    "POST /sections/{section}/position": 7,  # visitor, lock, siblings (2), update, log (2)
    "POST /sections/{section}/folding": 3,  # visitor, section, insert
    "POST /sections/{section}/deletion": 8,  # visitor, lock, update, tasks (2), log (3)
}


@pytest.mark.parametrize(("asked", "most"), QUERIES.items())
def test_a_project_of_500_tasks_in_20_sections_costs_a_fixed_number_of_queries(
    alice: Person, household: int, queries: list[str], asked: str, most: int
) -> None:
    ids = add_sections(alice, household, *(f"Section {number}" for number in range(20)))
    tasks = [add_tasks(alice, [f"Task {number}" for number in range(25)], household, id)[0] for id in ids]
    alice.browser.open(f"/projects/{household}")
    method, path = asked.split()
    fields = {"title": "New", "place": f"section-{ids[5]}", "step": "up", "tasks": "delete"}
    queries.clear()

    answer = alice.browser.partial(
        method,
        path.format(project=household, section=ids[5], id=tasks[5]),
        fields if method == "POST" else None,
    )

    assert answer.status == 200
    assert len(queries) == most, "\n\n".join(queries)

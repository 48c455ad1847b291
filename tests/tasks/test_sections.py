"""What becomes of the tasks of a section that is deleted or moved, and that all of it is undone exactly."""

from typing import Any

import pytest

from tests.builders import Person
from tests.pages import Page
from tests.places import add_project, add_sections, add_step, add_tasks, house_of, inbox_id


class House:
    """Household: two loose tasks, Kitchen with two tasks, a done one and a step, and an empty Bath."""

    def __init__(self, alice: Person) -> None:
        self.id = add_project(alice, "Household")
        self.garden = add_project(alice, "Garden")
        self.kitchen, self.bath = add_sections(alice, self.id, "Kitchen", "Bath")
        self.loose = add_tasks(alice, ["Loose", "Late"], self.id)
        self.oven, self.kettle = add_tasks(alice, ["Oven", "Kettle"], self.id, self.kitchen)
        self.done = add_tasks(alice, ["Done"], self.id, self.kitchen, done=True)
        self.step = add_step(alice, self.oven, "Gloves")


@pytest.fixture
def house(alice: Person) -> House:
    return House(alice)


def ask(alice: Person, house: House) -> Page:
    alice.browser.open(f"/projects/{house.id}")
    return alice.browser.follow(f"#section-{house.kitchen}-menu a[href$='deletion/new']")


def redo_after_undo(alice: Person, before: list[Any]) -> None:
    """What was done last is undone and done again exactly."""
    after = house_of(alice)
    undone = alice.browser.partial("POST", "/history/undo")
    assert house_of(alice) == before
    alice.browser.partial("POST", str(undone.one("#undo")["hx-post"]))
    assert house_of(alice) == after


def test_deleting_a_section_asks_what_becomes_of_its_tasks(alice: Person, house: House) -> None:
    page = ask(alice, house)

    assert page.words("main button") == ["Delete its 4 tasks too", "Keep them in Household"]


def test_a_section_is_deleted_with_its_tasks_and_comes_back_with_them(alice: Person, house: House) -> None:
    before = house_of(alice)
    ask(alice, house)

    page = alice.browser.press("[value=delete]")

    assert page.words(".section__name") == ["Bath"]
    assert page.titles == ["Loose", "Late"]
    assert page.toast == "Deleted “Kitchen”. 4 tasks deleted with it."
    redo_after_undo(alice, before)


def test_the_tasks_that_are_kept_stand_behind_the_loose_ones_in_their_order(
    alice: Person, house: House
) -> None:
    before = house_of(alice)
    ask(alice, house)

    page = alice.browser.press("[value=keep]")

    assert page.titles == ["Loose", "Late", "Oven", "Kettle"]
    assert page.toast == "Deleted “Kitchen”. 4 tasks kept."
    assert alice.browser.open(f"/projects/{house.id}?done=1").titles[-1] == "Done"
    redo_after_undo(alice, before)


def test_an_empty_section_is_deleted_without_a_question(alice: Person, house: House) -> None:
    before = house_of(alice)
    alice.browser.open(f"/projects/{house.id}")

    page = alice.browser.press(f"#section-{house.bath}-delete")

    assert page.toast == "Deleted “Bath”."
    assert page.words(".section__name") == ["Kitchen"]
    redo_after_undo(alice, before)


@pytest.mark.parametrize("answer", ["", "both", "KEEP"])
def test_without_an_answer_nothing_is_deleted(alice: Person, house: House, answer: str) -> None:
    before = house_of(alice)
    ask(alice, house)

    page = alice.browser.partial("POST", f"/sections/{house.kitchen}/deletion", {"tasks": answer})

    assert page.status == 422
    assert page.words(".field__error") == ["Choose what becomes of its tasks."]
    assert house_of(alice) == before


@pytest.mark.parametrize("target", ["garden", "inbox"])
def test_a_section_moves_to_another_project_with_its_tasks(alice: Person, house: House, target: str) -> None:
    id = house.garden if target == "garden" else inbox_id(alice)
    before = house_of(alice)
    alice.browser.open(f"/projects/{house.id}")
    alice.browser.follow(f"#section-{house.kitchen}-menu a[href$='place/edit']")

    page = alice.browser.submit("form.form", project=str(id))

    assert page.path.startswith(f"/projects/{id}")
    assert page.words(".section__name") == ["Kitchen"]
    assert page.titles == ["Oven", "Kettle"]
    assert page.toast == "Moved “Kitchen” with its tasks."
    assert alice.browser.open(f"/projects/{house.id}").titles == ["Loose", "Late"]
    redo_after_undo(alice, before)


def test_a_section_does_not_move_where_its_name_is_taken(alice: Person, house: House) -> None:
    add_sections(alice, house.garden, "KITCHEN")
    before = house_of(alice)
    alice.browser.open(f"/sections/{house.kitchen}/place/edit")

    page = alice.browser.submit("form.form", project=str(house.garden))

    assert page.status == 422
    assert page.words("#project-error") == ["There is a section “Kitchen” in this project already."]
    assert house_of(alice) == before


def test_a_section_that_stands_there_already_stays(alice: Person, house: House) -> None:
    before = house_of(alice)
    alice.browser.open(f"/sections/{house.kitchen}/place/edit")

    page = alice.browser.submit("form.form")

    assert page.toast == "“Kitchen” stands there already."
    assert house_of(alice) == before


def test_moving_a_section_is_one_change_of_the_history(alice: Person, house: House) -> None:
    alice.browser.open(f"/sections/{house.kitchen}/place/edit")
    before = len(alice.browser.open("/history").all(".history__item"))
    alice.browser.open(f"/sections/{house.kitchen}/place/edit")
    alice.browser.submit("form.form", project=str(house.garden))

    assert len(alice.browser.open("/history").all(".history__item")) == before + 1


def test_what_was_in_the_bin_when_its_section_moved_comes_back_to_its_project(
    alice: Person, house: House
) -> None:
    alice.browser.open(f"/projects/{house.id}")
    alice.browser.press(f"#task-{house.oven}-delete")
    alice.browser.open(f"/sections/{house.kitchen}/place/edit")
    alice.browser.submit("form.form", project=str(house.garden))
    alice.browser.open("/bin")

    alice.browser.partial("DELETE", f"/tasks/{house.oven}/deletion")

    assert alice.browser.open(f"/projects/{house.id}").titles == ["Loose", "Late", "Oven"]
    places = {(task.project_id, task.section_id) for task in map(alice.task, (house.oven, house.step))}
    assert places == {(house.id, None)}


def test_a_deleted_step_follows_its_task_to_where_that_stands_now(alice: Person, house: House) -> None:
    alice.browser.open(f"/projects/{house.id}")
    alice.browser.partial("DELETE", f"/tasks/{house.step}")
    alice.browser.open(f"/sections/{house.kitchen}/place/edit")
    alice.browser.submit("form.form", project=str(house.garden))
    alice.browser.open("/bin")

    alice.browser.partial("DELETE", f"/tasks/{house.step}/deletion")

    step = alice.task(house.step)
    assert (step.project_id, step.section_id) == (house.garden, house.kitchen)


def test_a_task_with_steps_settles_with_them_when_its_section_is_gone(alice: Person, house: House) -> None:
    alice.browser.open(f"/projects/{house.id}")
    alice.browser.press(f"#task-{house.oven}-delete")
    ask(alice, house)
    alice.browser.press("[value=delete]")
    alice.browser.open("/bin")

    alice.browser.partial("DELETE", f"/tasks/{house.oven}/deletion")

    assert {alice.task(id).section_id for id in (house.oven, house.step)} == {None}
    assert alice.browser.open(f"/projects/{house.id}").titles == ["Loose", "Late", "Oven"]

"""Arranging work: a project, its sections and the tasks in them."""

from tests.builders import Person
from tests.places import add_project, add_sections, add_tasks

from .vocabulary import Tab


def test_a_project_is_made_with_sections_and_tasks_in_them(tab: Tab) -> None:
    tab.open("/projects/new")
    tab.fill_in("Name", "Household")
    tab.choose("Add project")
    tab.says("Added “Household”.")
    tab.sees_text("Nothing in “Household” yet")

    tab.add("Put the bins out")
    tab.fill_in("New section", "Kitchen")
    tab.choose("Add section")
    tab.sees_sections("Kitchen")
    tab.add_to_section("Kitchen", "Clean the oven")

    tab.sees("Put the bins out", "Clean the oven")
    tab.counts("2 tasks left")


def test_a_folded_section_stays_folded(tab: Tab, alice: Person) -> None:
    id = add_project(alice, "Household")
    (kitchen,) = add_sections(alice, id, "Kitchen")
    add_tasks(alice, ["Clean the oven"], id, kitchen)
    tab.open(f"/projects/{id}")

    tab.choose("Tasks of Kitchen")
    tab.sees()
    tab.reload()
    tab.sees()
    tab.choose("Tasks of Kitchen")

    tab.sees("Clean the oven")


def test_a_section_moves_up_is_renamed_and_goes_with_an_undo(tab: Tab, alice: Person) -> None:
    id = add_project(alice, "Household")
    kitchen, _ = add_sections(alice, id, "Kitchen", "Bath")
    add_tasks(alice, ["Clean the oven"], id, kitchen)
    tab.open(f"/projects/{id}")

    tab.choose_more("Bath", "Move up")
    tab.sees_sections("Bath", "Kitchen")
    tab.follow("Bath")
    tab.fill_in("Name of the section", "Bathroom")
    tab.choose("Save")
    tab.sees_sections("Bathroom", "Kitchen")
    tab.choose_more("Bathroom", "Delete section")
    tab.sees_sections("Kitchen")
    tab.undo()
    tab.sees_sections("Bathroom", "Kitchen")
    tab.reload()

    tab.sees_sections("Bathroom", "Kitchen")


def test_the_tasks_of_a_deleted_section_are_kept_or_go_with_it(tab: Tab, alice: Person) -> None:
    id = add_project(alice, "Household")
    kitchen, _ = add_sections(alice, id, "Kitchen", "Bath")
    add_tasks(alice, ["Clean the oven"], id, kitchen)
    tab.open(f"/projects/{id}")

    tab.choose_more("Kitchen", "Delete section…")
    tab.choose("Keep it in Household")
    tab.sees_sections("Bath")
    tab.sees("Clean the oven")
    tab.undo()
    tab.sees_sections("Kitchen", "Bath")
    tab.choose_more("Kitchen", "Delete section…")
    tab.choose("Delete its 1 task too")

    tab.says("Deleted “Kitchen”. 1 task deleted with it.")
    tab.sees_sections("Bath")
    tab.sees()


def test_a_project_is_put_away_brought_back_and_deleted(tab: Tab, alice: Person) -> None:
    id = add_project(alice, "Household")
    add_tasks(alice, ["Put the bins out"], id)
    tab.open(f"/projects/{id}")

    tab.choose_more("Household", "Archive")
    tab.sees_text("This project is archived")
    tab.does_not_offer("Add")
    tab.choose("Bring it back")
    tab.offers("Add")
    tab.choose_more("Household", "Delete project")
    tab.says("Deleted “Household”.")
    tab.is_at("/tasks")
    tab.undo()
    tab.says("Undid deleting “Household”.")

    tab.open(f"/projects/{id}")
    tab.sees("Put the bins out")


def test_a_refused_name_of_a_section_stays_in_its_field_until_it_is_mended(tab: Tab, alice: Person) -> None:
    id = add_project(alice, "Household")
    add_sections(alice, id, "Küche")
    tab.open(f"/projects/{id}")

    tab.fill_in("New section", "KÜCHE")
    tab.choose("Add section")
    tab.refuses("There is a section “KÜCHE” in this project already.")
    tab.fill_in("New section", "Bad")
    tab.choose("Add section")

    tab.sees_sections("Küche", "Bad")

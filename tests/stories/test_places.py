"""Finding one's way by the sidebar and the page of all places."""

from tests.builders import Person
from tests.houses import deleted, favourite, label, labelled, project, task
from webapp.projects.models import Project

from .drivers import with_javascript
from .drivers.chromium import ChromiumTab
from .vocabulary import Tab


def test_a_project_becomes_a_favourite_and_no_longer(tab: Tab, alice: Person) -> None:
    project(alice, "Household")
    tab.open("/browse")

    tab.choose("Favourite: Household")
    tab.says("“Household” is a favourite.")
    tab.sees_text("Favourites")
    tab.undo()

    tab.says("Undid liking “Household”.")
    tab.does_not_see("Favourites")


def test_a_project_comes_back_from_the_bin(tab: Tab, alice: Person) -> None:
    deleted(alice, Project, project(alice, "Household"))
    tab.open("/bin")
    tab.sees("Household")

    tab.choose("Restore: Household")

    tab.says("“Household” is back.")
    tab.sees()
    tab.open("/tasks")
    tab.sees_text("Household")


def test_what_is_taken_says_why_it_cannot_come_back(tab: Tab, alice: Person) -> None:
    deleted(alice, Project, project(alice, "Household"))
    project(alice, "household")
    tab.open("/bin")

    tab.choose("Restore: Household")

    tab.sees_text("“Household” cannot come back: There is a project “Household” already.")


@with_javascript
def test_the_counts_follow_each_change(tab: ChromiumTab, alice: Person) -> None:
    work, word = project(alice, "Work"), label(alice, "errand")
    labelled(alice, task(alice, "Write", project_id=work), word)
    favourite(alice, work)
    tab.open("/tasks")
    links = tab.page.locator("#places .sidebar__link")
    tab.complete("Write")

    tab.page.locator("#places .places__count").first.wait_for(state="detached")
    assert [" ".join(text.split()) for text in links.all_inner_texts()] == ["Work", "Work", "@ errand"]

    tab.undo()

    tab.page.locator("#places .places__count").nth(2).wait_for()
    counts = tab.page.locator("#places .places__count").all_inner_texts()
    assert [text.split()[0] for text in counts] == ["1", "1", "1"]


@with_javascript
def test_a_branch_stays_folded_when_the_counts_come(tab: ChromiumTab, alice: Person) -> None:
    task(alice, "Write", project_id=project(alice, "Under", project(alice, "Work")))
    tab.open("/tasks")
    under = tab.page.locator("#places").get_by_role("link", name="Under")
    tab.page.get_by_role("button", name="Inside Work").click()
    under.wait_for(state="hidden")

    tab.complete("Write")
    tab.page.locator("#places .places__count").wait_for(state="detached")

    assert not under.is_visible()


@with_javascript
def test_keys_lead_to_the_places(tab: ChromiumTab, alice: Person) -> None:
    project(alice, "Work")
    tab.open("/history")

    tab.press("g", "p")

    tab.is_at("/browse")

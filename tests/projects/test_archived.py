"""The page of archived projects, which are in no other list."""

from tests.builders import Person
from tests.places import add_project, admit


def archive(person: Person, id: int) -> None:
    person.browser.open(f"/projects/{id}")
    person.browser.press("#project-archive")


def test_what_is_archived_is_found_again_and_brought_back(alice: Person) -> None:
    household = add_project(alice, "Household")
    add_project(alice, "Garden", household)
    add_project(alice, "Work")
    archive(alice, household)
    alice.browser.open("/browse")

    page = alice.browser.follow(".places__archived a")
    alice.browser.follow(f"main a[href$='/{household}']")
    back = alice.browser.press("#project-back")

    assert page.words("main .sidebar__link") == ["Household", "Garden"]
    assert back.toast == "“Household” is back."
    assert alice.browser.open("/projects/archived").words(".empty__title") == ["Nothing is archived"]


def test_only_members_see_what_is_archived(alice: Person, bob: Person, mallory: Person) -> None:
    shared, own = add_project(alice, "Shared"), add_project(alice, "Own")
    admit(bob, alice, shared, "viewer")
    for id in (shared, own):
        archive(alice, id)

    seen = {
        person.name: person.browser.open("/projects/archived").words("main .sidebar__link")
        for person in (alice, bob, mallory)
    }

    assert seen == {"Alice": ["Shared", "Own"], "Bob": ["Shared"], "Mallory": []}

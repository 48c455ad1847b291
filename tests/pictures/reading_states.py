"""Quick add in every state that a person can come to see."""

from collections.abc import Callable

from tests.arranging import a_project, a_section

from .visit import Visit

FIELD = "#new-title"


def add_a_task(visit: Visit) -> None:
    visit.sign_in()
    visit.open("/tasks/new")


def names_to_mention(visit: Visit) -> None:
    _household(visit)
    visit.open("/tasks/names")


def chips(visit: Visit) -> None:
    _household(visit)
    visit.open("/tasks")
    line = "Tiles tomorrow at 9 for 45 min p2 #Household /Kitchen @errand {friday} @new on 31 feb "
    visit.page.locator(FIELD).press_sequentially(line)
    visit.see(".reading__hint")


def chips_names(visit: Visit) -> None:
    _household(visit)
    visit.open("/tasks")
    visit.page.locator(FIELD).press_sequentially("Tiles tomorrow #")
    visit.see(".names")


def added_elsewhere(visit: Visit) -> None:
    _household(visit)
    visit.open("/today")
    visit.page.locator(FIELD).press_sequentially("Tiles tomorrow #Household @new")
    visit.page.keyboard.press("Enter")
    visit.see("#keep-as-text")


def _household(visit: Visit) -> None:
    visit.see_list()
    a_section(visit.person, a_project(visit.person, "Household"), "Kitchen")
    visit.person.has_label("errand")


ALL: tuple[Callable[[Visit], None], ...] = (
    *(add_a_task, names_to_mention, chips, chips_names, added_elsewhere),
)
READING_STATES = {reach.__name__.replace("_", "-"): reach for reach in ALL}

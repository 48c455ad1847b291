"""The pages on which tasks are brought along and taken away."""

from collections.abc import Callable

from tests.houses import project

from .visit import Visit

HEAD = (
    "TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,"
    "DATE,DATE_LANG,TIMEZONE,DURATION,DURATION_UNIT"
)
TABLE = f"""{HEAD}
meta,view_style=list,,,,,,,,,,
task,Repaint the garden door @house @spring,In white,1,1,Kai (1),,2027-03-01 16:00,en,,45,minute
task,Buy brushes,,4,2,,,every friday,en,,,
note,The wide ones,,,,,,,,,,
task,* A list of what could be planted along the wall one day,,4,1,,,,,,,
section,Beds,,,,,,,,,,
task,Dig,,3,1,,,tomorrow,en,,,
task,Turn the compost,,4,2,,,,,,,
task,Carry,,4,3,,,,,,,
habit,Water,,4,1,,,,,,,
"""


def bring(visit: Visit) -> None:
    visit.sign_in()
    visit.open("/imports/new")


def bring_refused(visit: Visit) -> None:
    bring(visit)
    visit.press("Look at it")
    visit.see("#text-error")


def bring_preview(visit: Visit) -> None:
    project(visit.person, "Household")
    bring(visit)
    file = {"name": "Garden [2203306141].csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    visit.page.locator("#files").set_input_files(file)  # type: ignore[arg-type]
    visit.press("Look at it")
    visit.see("#place")


def bring_table(visit: Visit) -> None:
    bring(visit)
    visit.page.locator("#text").fill(
        'What,Tags,Until,Colour\nSow,"garden, spring",2027-03-01,green\n,,,\n=1+1,,x,\n'
    )
    visit.press("Look at it")
    visit.see("#place")
    visit.page.locator("details > summary").filter(has_text="How it is read").click()
    visit.page.locator("#format-0").select_option("csv")
    visit.press("Read it like this")
    visit.see("#column-0-title")


def take_away(visit: Visit) -> None:
    visit.sign_in()
    visit.open("/exports")


def take_a_project_away(visit: Visit) -> None:
    id = project(visit.person, "Household")
    visit.sign_in()
    visit.open(f"/projects/{id}/exports")


def several(visit: Visit) -> None:
    visit.sign_in()
    visit.open("/tasks/several/new")
    visit.page.locator("#text").fill(
        "- Bread\n  - [x] Rye\n- A title that goes on and on until it does not fit\n"
    )
    visit.press("Look again")
    visit.see(".transfer__rows")


ALL: tuple[Callable[[Visit], None], ...] = (
    *(bring, bring_refused, bring_preview, bring_table),
    *(take_away, take_a_project_away, several),
)
TRANSFER_STATES = {reach.__name__.replace("_", "-"): reach for reach in ALL}

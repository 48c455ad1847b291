"""Going back to a form: what was typed does not return into one that is made on what others left since."""

import pytest

from tests.arranging import a_project, a_section
from tests.builders import Person

VERSIONED = "form:has([name=version], [name=seen])"


@pytest.mark.parametrize("kind", ["task", "title", "label", "project", "section", "settings"])
def test_a_browser_puts_nothing_back_into_a_form_that_edits(alice: Person, kind: str) -> None:
    (task,) = alice.has("Bread")
    project = a_project(alice, "Garden")
    paths = {
        "task": f"/tasks/{task}/edit",
        "title": f"/tasks/{task}/title/edit",
        "label": f"/labels/{alice.has_label('errand')}/edit",
        "project": f"/projects/{project}/edit",
        "section": f"/sections/{a_section(alice, project, 'Shed')}/edit",
        "settings": "/settings",
    }

    page = alice.browser.open(paths[kind])

    assert page.one(VERSIONED)["autocomplete"] == "off"
    assert page.all(f"{VERSIONED} [autocomplete]:not([autocomplete=off])") == []

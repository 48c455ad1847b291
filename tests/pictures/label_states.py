"""The pages of labels in every state that a person can come to see."""

from collections.abc import Callable

from webapp.accounts.models import User
from webapp.clock import now
from webapp.database import writing
from webapp.tasks.labels import Label

from .visit import Visit

NAMES = {"errand": 12, "deep-work": 18, "waiting": None, "home": 3, "übermorgen": 9, "מתנות": 21}


def labelled(visit: Visit) -> tuple[int, list[int]]:
    """Labels in several colours, of which the first has tasks; its id and theirs."""
    tasks = visit.person.has("Post the letter", "Buy seeds for the allotment", "Write the release notes")
    ids = [visit.person.has_label(name, *(tasks if name != "home" else ())) for name in NAMES]
    with visit.app.app_context(), writing() as session:
        user = session.get_one(User, visit.person.id)
        for id, hue in zip(ids, NAMES.values(), strict=True):
            label = session.get_one(Label, (user.workspace_id, id))
            label.change(session, {"hue": hue}, 1, by=user, now=now())
    visit.sign_in()
    return ids[0], tasks


def labels_empty(visit: Visit) -> None:
    visit.sign_in()
    visit.open("/labels")


def labels(visit: Visit) -> None:
    labelled(visit)
    visit.open("/labels")


def label_refused(visit: Visit) -> None:
    labels(visit)
    visit.page.locator("#label-name").fill("Errand")
    visit.press("Add label")
    visit.see("#label-name-error")


def label_editor(visit: Visit) -> None:
    id, _ = labelled(visit)
    visit.open("/labels")
    visit.page.locator(f"#label-{id}-edit").click()
    visit.see(".label-form")


def label_editor_conflict(visit: Visit) -> None:
    label_editor(visit)
    other = visit.elsewhere()
    other.open(str(visit.page.locator(".label-form").get_attribute("action")) + "/edit")
    other.submit(".label-form", name="errands")
    visit.page.locator(".label-form [name=name]").fill("shops")
    visit.press("Save")
    visit.see(".notice")


def label(visit: Visit) -> None:
    id, _ = labelled(visit)
    visit.open(f"/labels/{id}")


def label_empty(visit: Visit) -> None:
    id = visit.person.has_label("errand")
    visit.sign_in()
    visit.open(f"/labels/{id}")


def label_long(visit: Visit) -> None:
    id = visit.person.has_label("donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen")
    visit.sign_in()
    visit.open(f"/labels/{id}")


def labels_of_a_task(visit: Visit) -> None:
    _, tasks = labelled(visit)
    visit.open(f"/tasks/{tasks[0]}/labels")


def labels_of_a_task_unknown(visit: Visit) -> None:
    labels_of_a_task(visit)
    visit.page.get_by_label("Another label").fill("erand")
    visit.press("Save")
    visit.see("[name=create_label]")


def labels_of_a_task_many(visit: Visit) -> None:
    for number in range(300):
        visit.person.has_label(f"label-{number:03}")
    labels_of_a_task(visit)


def rows_with_labels(visit: Visit) -> None:
    labelled(visit)
    visit.open("/tasks")


ALL: tuple[Callable[[Visit], None], ...] = (
    *(labels_empty, labels, label_refused, label_editor, label_editor_conflict),
    *(label, label_empty, label_long),
    *(labels_of_a_task, labels_of_a_task_unknown, labels_of_a_task_many, rows_with_labels),
)
LABEL_STATES = {reach.__name__.replace("_", "-"): reach for reach in ALL}

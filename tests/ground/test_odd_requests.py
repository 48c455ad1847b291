"""Requests that no browser of ours would send: refused or read, never a 500."""

from io import BytesIO
from typing import Any

import pytest

from tests.builders import Person
from tests.pages import Browser
from webapp.accounts.forms import EmailForm, PasswordForm, ProfileForm, ResetForm, SignInForm, SignUpForm
from webapp.agenda.forms import OverdueForm
from webapp.forms import Form, VersionedForm
from webapp.projects.forms import ProjectForm, SectionDeletionForm, SectionForm, SectionPlaceForm
from webapp.tasks.date_forms import DatesForm
from webapp.tasks.forms import (
    EditForm,
    ListForm,
    NewTaskForm,
    PlaceForm,
    PositionForm,
    ReadingForm,
    StepForm,
    TaskForm,
    TitleForm,
)
from webapp.tasks.label_forms import LabelForm, LabelsForm, MergeForm, NewLabelForm
from webapp.transfer.forms import PlaceForm as ImportForm
from webapp.transfer.forms import SeveralForm, SourceForm

FORMS: dict[str, type[Form]] = {
    "/auth/login": SignInForm,
    "/auth/register": SignUpForm,
    "/auth/reset/x": ResetForm,
    "/settings": ProfileForm,
    "/settings/email": EmailForm,
    "/settings/password": PasswordForm,
    "/tasks": NewTaskForm,
    "/tasks/1": TaskForm,
    "/tasks/1/title": TitleForm,
    "/tasks/1/steps": StepForm,
    "/tasks/1/labels": LabelsForm,
    "/projects": ProjectForm,
    "/projects/1/sections": SectionForm,
    "/sections/1/deletion": SectionDeletionForm,
    "/sections/1/place": SectionPlaceForm,
    "/labels": NewLabelForm,
    "/labels/1": LabelForm,
    "/labels/1/merge": MergeForm,
    "/overdue": OverdueForm,
    "/tasks/1/date": DatesForm,
    "/tasks/1/reading": ReadingForm,
    "/tasks/1/position": PositionForm,
    "/tasks/several": SeveralForm,
    "/imports": SourceForm,
    "/imports/1": ImportForm,
}
PARTS = {PlaceForm, ListForm, EditForm, VersionedForm}  # of other forms


def fields_of(form: type[Form]) -> list[str]:
    return [name for name in dir(form) if hasattr(getattr(form, name), "field_class")]


FIELDS = [(path, name) for path, form in FORMS.items() for name in fields_of(form)]


def test_every_form_is_tried() -> None:
    assert set(FORMS.values()) == below(Form) - PARTS


def below(form: type[Form]) -> set[type[Form]]:
    return {each for one in form.__subclasses__() for each in (one, *below(one))}


@pytest.mark.parametrize(("path", "field"), FIELDS)
def test_a_file_in_the_place_of_a_text_is_no_text(alice: Person, path: str, field: str) -> None:
    browser = Browser(alice.app) if path.startswith("/auth/") else alice.browser
    token = browser.open("/tasks").all("[name=csrf_token]")[0]
    sent: dict[str, Any] = dict.fromkeys(fields_of(FORMS[path]), "x")
    sent |= {"csrf_token": str(token["value"]), field: (BytesIO(b"not a text"), "file.txt")}

    answer = browser.client.post(path, data=sent, content_type="multipart/form-data")

    assert answer.status_code in {303, 404, 409, 422}


@pytest.mark.parametrize("body", ["[1, 2]", '{"email": [{}], "password": {}}', '"text"', "{"])
def test_json_is_no_form(anonymous: Browser, body: str) -> None:
    token = str(anonymous.open("/auth/login").one("[name=csrf_token]")["value"])
    headers = {"X-CSRFToken": token, "Content-Type": "application/json"}

    answer = anonymous.client.post("/auth/login", data=body, headers=headers)

    assert answer.status_code in {400, 422}


@pytest.mark.parametrize(
    ("header", "status"),
    [("HTTP_ORIGIN", 400), ("HTTP_REFERER", 303), ("HTTP_HX_CURRENT_URL", 303), ("HTTP_HOST", 303)],
)
@pytest.mark.parametrize("value", ["http://[", "//]", "//[", "http://[::1", "http://a]b/", "http://x:y:z"])
def test_an_address_that_is_none_is_foreign(alice: Person, header: str, value: str, status: int) -> None:
    token = str(alice.browser.open("/tasks").one("#act [name=csrf_token]")["value"])
    sent = {"title": "Milk", "csrf_token": token}

    answer = alice.browser.client.post("/tasks", data=sent, environ_overrides={header: value})

    assert answer.status_code == status


@pytest.mark.parametrize("path", ["/tasks", "/auth/login", "/nowhere"])
def test_a_body_of_unknown_length_is_refused(alice: Person, path: str) -> None:
    token = str(alice.browser.open("/tasks").one("#act [name=csrf_token]")["value"])

    answer = alice.browser.client.post(
        path,
        input_stream=BytesIO(b"title=Milk"),
        headers={"Transfer-Encoding": "chunked", "X-CSRFToken": token},
        content_type="application/x-www-form-urlencoded",
    )

    assert answer.status_code == 411
    assert alice.browser.open("/tasks").titles == []

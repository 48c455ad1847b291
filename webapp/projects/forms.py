"""The forms of projects and sections."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from wtforms import Field, HiddenField, RadioField, SelectChoice, SelectField, StringField
from wtforms.validators import ValidationError

from ..activity.merging import Stale
from ..errors import Invalid
from ..forms import AtMost, Form, VersionedForm, obeys
from ..trees import Misplaced
from .choices import Choice
from .choosing import TOP, as_sent, send_parent
from .editing import LONGEST_NAME, clean_project_name
from .emoji import clean_emoji
from .hues import HUE_NAMES
from .models import LEVELS
from .sections import clean_section_name

KEEP, DELETE = "keep", "delete"
GONE = "Choose a project that is still there and not archived."
HUES = [SelectChoice(str(number), name) for number, name in enumerate(HUE_NAMES)]


def choice_of(project: Choice) -> SelectChoice:
    """A project in a list of choices."""
    return SelectChoice(str(project.id), project.words)


def _check_chosen(field: Field, otherwise: str) -> None:
    if field.data not in {choice.value for choice in field.choices}:
        raise ValidationError(otherwise)


def _number(text: str | None) -> int:
    """The number in a hidden field; 0 if it does not hold one."""
    text = text or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


class ProjectForm(VersionedForm):
    """What a project is called, how it looks, and under which other one it stands."""

    name = StringField("Name", [AtMost(10 * LONGEST_NAME), obeys(clean_project_name)])
    emoji = StringField(
        "Emoji", [AtMost(100), obeys(clean_emoji)], description="One, if you like. It takes the dot's place."
    )
    hue = RadioField("Colour", choices=HUES, validate_choice=False)
    parent = SelectField("Inside", validate_choice=False)

    def validate_hue(self, field: Field) -> None:
        _check_chosen(field, "Choose one of the colours.")

    def validate_parent(self, field: Field) -> None:
        _check_chosen(field, GONE)

    def offer(self, parents: list[Choice]) -> None:
        """Say under which projects it may stand; without an answer it stands at the top."""
        within = [choice_of(one) for one in parents if one.depth < LEVELS - 1]
        self.parent.choices = [SelectChoice(TOP, "Nothing, at the top"), *within]
        if self.parent.data is None:
            self.parent.data = TOP

    def take_over(self, stale: Stale) -> None:
        """Let it be made on a newer version: hold what others alone have changed."""
        self.version.data = str(stale.version)
        for name, value in as_sent(stale).untouched.items():
            self[name].data = send_parent(value) if name == "parent" else str(value)

    @property
    def parents(self) -> dict[str, str]:
        """The names of the projects under which it may stand, as they are sent."""
        return {choice.value: choice.label.strip() for choice in self.parent.choices}

    @contextmanager
    def saying(self) -> Iterator[None]:
        """Let rules that only the database knows be said beside their fields."""
        try:
            yield
        except Misplaced as error:
            self.refuse(self.parent, str(error))
        except Invalid as error:
            self.refuse(self.name, str(error))

    @property
    def wanted(self) -> Mapping[str, Any]:
        """What the domain is asked for, once the form is valid."""
        parent_id = int(self.parent.data) or None
        return {
            "name": clean_project_name(self.name.data),
            "emoji": clean_emoji(self.emoji.data or ""),
            "hue": int(self.hue.data),
            "parent_id": parent_id,
        }


class SectionForm(VersionedForm):
    """What a section is called and, for a new one, before which other one it goes."""

    name = StringField("Name", [AtMost(10 * LONGEST_NAME), obeys(clean_section_name)])
    before = HiddenField()

    @contextmanager
    def saying(self) -> Iterator[None]:
        """Let rules that only the database knows be said beside the name."""
        try:
            yield
        except Invalid as error:
            self.refuse(self.name, str(error))

    @property
    def before_id(self) -> int:
        return _number(self.before.data)


class SectionDeletionForm(Form):
    """What becomes of the tasks of a section that is deleted."""

    tasks = HiddenField()

    def validate_tasks(self, field: Field) -> None:
        if field.data not in {KEEP, DELETE}:
            raise ValidationError("Choose what becomes of its tasks.")


class SectionPlaceForm(Form):
    """The project to which a section goes."""

    project = SelectField("Project", validate_choice=False)

    def validate_project(self, field: Field) -> None:
        _check_chosen(field, GONE)

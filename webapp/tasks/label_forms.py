"""The forms of labels."""

from collections.abc import Mapping
from typing import Any

from wtforms import BooleanField, Field, StringField
from wtforms.validators import ValidationError

from ..forms import Form, VersionedForm, obeys
from ..projects.hues import HUE_NAMES
from ..web import LARGEST_ID
from .labelling import UnknownLabel, WantedLabels
from .labels import clean_label


def is_hue(_form: Form, field: Field) -> None:
    """A validator: one of the colours, or none."""
    if field.data not in {"", *map(str, range(len(HUE_NAMES)))}:
        raise ValidationError("Choose one of the colours.")


class NewLabelForm(Form):
    """A name to type."""

    name = StringField("New label", [obeys(clean_label)])


class LabelForm(VersionedForm):
    """A label edited in place."""

    name = StringField("Name", [obeys(clean_label)])
    hue = StringField("Colour", [is_hue])

    @property
    def wanted(self) -> dict[str, Any]:
        return {"name": self.name.data, "hue": int(self.hue.data) if self.hue.data else None}

    def rebase(self, version: int, untouched: Mapping[str, Any]) -> None:
        """Let it be made on a newer version, with what somebody else alone has changed since."""
        self.version.data = str(version)
        for name, value in untouched.items():
            self[name].data = "" if value is None else str(value)


class MergeForm(Form):
    """Which label another one is merged into."""

    into = StringField("Merge into")

    @property
    def into_id(self) -> int:
        return next(iter(ids_in([self.into.data or ""])), 0)


class IdsField(Field):
    """Ids, each in a control of its own; what is no id is as if it were not there."""

    data: frozenset[int]

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = ids_in(valuelist)


class LabelsForm(Form):
    """The part of a task's form that says which labels it bears: templates/tasks/_labels_field.html."""

    labels = IdsField(default=frozenset)
    seen_labels = IdsField(default=frozenset)
    new_label = StringField("Another label")
    create_label = BooleanField("Create it")

    @property
    def wanted_labels(self) -> WantedLabels:
        name = self.new_label.data or ""
        return WantedLabels(self.labels.data, self.seen_labels.data, name, self.create_label.data)

    def offer_label(self, error: UnknownLabel) -> None:
        """Ask beside the field whether to make the label."""
        self.refuse(self.new_label, str(error))
        self.create_label.data = True

    @property
    def offers_label(self) -> bool:
        return bool(self.create_label.data)


def ids_in(texts: list[str]) -> frozenset[int]:
    """The ids among these texts."""
    digits = (text for text in texts if text.isascii() and text.isdigit() and len(text) < 20)
    return frozenset(id for id in map(int, digits) if 0 < id <= LARGEST_ID)

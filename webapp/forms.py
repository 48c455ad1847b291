"""The base of every form, and how a domain rule becomes an error beside its field."""

from collections.abc import Callable
from typing import Any

from flask import Flask, request
from flask_wtf import FlaskForm
from flask_wtf.csrf import generate_csrf
from markupsafe import Markup
from werkzeug.datastructures import MultiDict
from wtforms import Field, HiddenField, StringField
from wtforms.form import BaseForm
from wtforms.validators import StopValidation, ValidationError

from .errors import Invalid

# More than any field keeps, so that its own rule can say by how much a text is too long.
LONGEST_TEXT = 10_000


class Form(FlaskForm):
    """A form whose errors stand beside their fields.

    `id_prefix` keeps the ids of two forms on one page apart; the names stay.
    """

    class Meta(FlaskForm.Meta):
        """What was typed, and nothing else: neither a file nor JSON stands where a text is expected."""

        def wrap_formdata(self, _form: BaseForm, formdata: Any) -> Any:
            return formdata if formdata is None or isinstance(formdata, MultiDict) else request.form

    id_prefix = ""
    request_key = HiddenField()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.id_prefix:
            for field in self:
                field.id = field.label.field_id = f"{self.id_prefix}-{field.name}"

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether all fields keep their rules; none of them has to read an endless text."""
        endless = [field for field in self if _is_endless(field)]
        for field in endless:
            self.refuse(field, f"Use at most {kept_of(field)} characters.")
        return not endless and super().validate(extra_validators)

    def refuse(self, field: Field, message: str) -> None:
        """Put an error that only the database could find beside its field."""
        field.errors = [*field.errors, message]

    @property
    def first_wrong(self) -> str | None:
        """The name of the first field with an error, which gets the focus."""
        return next((field.name for field in self if field.errors), None)


class VersionedForm(Form):
    """A form that edits, with the version on which the edit was made."""

    version = HiddenField()

    @property
    def seen_version(self) -> int:
        """The version that the form was made on; 0, which is always stale, if it does not say."""
        text = self.version.data or ""
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def obeys(rule: Callable[[str], Any]) -> Callable[[Form, Field], None]:
    """A validator out of a domain rule that raises Invalid."""

    def validate(_form: Form, field: Field) -> None:
        try:
            rule(field.data or "")
        except Invalid as error:
            raise ValidationError(str(error)) from error

    return validate


class AtMost:
    """A validator: a longer text is refused before any other rule reads it.

    `kept` is how much of it the field keeps, where another rule says by how much a text is too long.
    """

    def __init__(self, longest: int, kept: int = 0) -> None:
        self.longest, self.kept = longest, kept or longest

    def __call__(self, _form: Form, field: Field) -> None:
        if len(field.data or "") > self.longest:
            raise StopValidation(f"Use at most {self.kept} characters.")


def longest_of(field: Field) -> int:
    """How long its text may be."""
    return min((rule.longest for rule in field.validators if isinstance(rule, AtMost)), default=LONGEST_TEXT)


def kept_of(field: Field) -> int:
    """How much of its text the field keeps, to tell people."""
    return min((rule.kept for rule in field.validators if isinstance(rule, AtMost)), default=LONGEST_TEXT)


def _is_endless(field: Field) -> bool:
    longest = max(LONGEST_TEXT, longest_of(field))
    return isinstance(field, StringField) and len(field.data or "") > longest


def csrf_field() -> Markup:
    """The hidden token without an id, so that a page may hold several forms."""
    return Markup('<input type="hidden" name="csrf_token" value="{}">').format(generate_csrf())


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(csrf_field=csrf_field)

"""The base of every form, and how a domain rule becomes an error beside its field."""

from collections.abc import Callable
from typing import Any

from flask import Flask
from flask_wtf import FlaskForm
from flask_wtf.csrf import generate_csrf
from markupsafe import Markup
from wtforms import Field, HiddenField
from wtforms.validators import ValidationError

from .errors import Invalid


class Form(FlaskForm):
    """A form whose errors stand beside their fields.

    `id_prefix` keeps the ids of two forms on one page apart; the names stay.
    """

    id_prefix = ""
    request_key = HiddenField()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.id_prefix:
            for field in self:
                field.id = field.label.field_id = f"{self.id_prefix}-{field.name}"

    def refuse(self, field: Field, message: str) -> None:
        """Put an error that only the database could find beside its field."""
        field.errors = [*field.errors, message]

    @property
    def first_wrong(self) -> str | None:
        """The name of the first field with an error, which gets the focus."""
        return next((field.name for field in self if field.errors), None)


def obeys(rule: Callable[[str], Any]) -> Callable[[Form, Field], None]:
    """A validator out of a domain rule that raises Invalid."""

    def validate(_form: Form, field: Field) -> None:
        try:
            rule(field.data or "")
        except Invalid as error:
            raise ValidationError(str(error)) from error

    return validate


def no_nul(_form: Form, field: Field) -> None:
    """PostgreSQL cannot store NUL; refuse it on both engines alike."""
    if field.data and "\0" in field.data:
        raise ValidationError("This contains a character that cannot be stored (NUL). Remove it.")


def csrf_field() -> Markup:
    """The hidden token without an id, so that a page may hold several forms."""
    return Markup('<input type="hidden" name="csrf_token" value="{}">').format(generate_csrf())


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(csrf_field=csrf_field)

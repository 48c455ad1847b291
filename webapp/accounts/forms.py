"""The forms of accounts."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlencode

from flask_login import current_user
from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    EmailField,
    Field,
    HiddenField,
    PasswordField,
    SelectChoice,
    SelectField,
    StringField,
)
from wtforms.validators import InputRequired

from ..activity.choosing import Field as ChoosingField
from ..activity.merging import Stale
from ..forms import AtMost, Form, obeys
from ..web import safe_next
from .models import LONGEST_EMAIL, LONGEST_NAME, MONDAY, SATURDAY, SUNDAY, User, clean_email, clean_name
from .passwords import LONGEST, check_password
from .time_zones import current_name, old_names, time_zones

# What may be changed without a password.
SETTINGS = ("name", "time_zone", "week_start", "day_first", "theme", "shortcuts")


def _stripped(value: str | None) -> str:
    return (value or "").strip()


def _one_line(value: str | None) -> str:
    return " ".join((value or "").split())


def name_field(autocomplete: str = "name") -> StringField:
    rules = [InputRequired("What should we call you?"), AtMost(LONGEST_NAME), obeys(clean_name)]
    return StringField("Name", rules, filters=[_one_line], render_kw={"autocomplete": autocomplete})


def email_field(autocomplete: str = "email") -> EmailField:
    rules = [InputRequired("Write your e-mail address."), AtMost(LONGEST_EMAIL), obeys(clean_email)]
    return EmailField("E-mail", rules, filters=[_stripped], render_kw={"autocomplete": autocomplete})


def new_password_field() -> PasswordField:
    hint = "At least 12 characters. A few words in a row are easy to remember."
    return PasswordField(
        "Password",
        [InputRequired("Choose a password."), AtMost(LONGEST)],
        description=hint,
        render_kw={"autocomplete": "new-password"},
    )


def current_password_field() -> PasswordField:
    rules = [InputRequired("Write your current password.")]
    return PasswordField("Current password", rules, render_kw={"autocomplete": "current-password"})


def keep_field() -> BooleanField:
    return BooleanField("Keep me signed in on this device")


def _check_beside(name: str, email: str) -> Callable[[Form, Field], None]:
    """A validator: a good password, for a person of this name and address."""
    own_words = (name, email, email.partition("@")[0])
    return obeys(lambda password: check_password(password, own_words=own_words))


def _zone_choice(name: str) -> SelectChoice:
    """A zone as people write it, with the names by which a browser may mean it."""
    old = " ".join(old for old, zone in old_names().items() if zone == name)
    return SelectChoice(name, name.replace("_", " "), {"data-old-names": old} if old else None)


class SignInForm(Form):
    """E-mail and password; the answer does not tell which of them was wrong."""

    email = EmailField(
        "E-mail",
        [InputRequired("Write your e-mail address."), AtMost(LONGEST_EMAIL)],
        filters=[_stripped],
        render_kw={"autocomplete": "username"},
    )
    password = PasswordField(
        "Password", [InputRequired("Write your password.")], render_kw={"autocomplete": "current-password"}
    )
    keep = keep_field()
    next = HiddenField(filters=[safe_next])


class SignUpForm(Form):
    """A new person. The browser proposes its time zone."""

    name = name_field()
    email = email_field("username")
    password = new_password_field()
    keep = keep_field()
    time_zone = HiddenField(default="UTC", render_kw={"data-time-zone": True})

    def validate_password(self, field: PasswordField) -> None:
        _check_beside(self.name.data, self.email.data)(self, field)

    @property
    def zone(self) -> str:
        """The proposed zone if there is such a one."""
        return current_name(self.time_zone.data)


class ProfileForm(Form):
    """What a person may change without their password; `seen` is what it all was when the form was made."""

    seen = HiddenField()
    # On Back a browser would put what was typed into a form that was made on what is kept by now.
    name = name_field("off")
    time_zone = SelectField("Time zone", validate_choice=True)
    week_start = SelectField(
        "First day of the week",
        coerce=int,
        choices=[
            SelectChoice(MONDAY, "Monday"),
            SelectChoice(SATURDAY, "Saturday"),
            SelectChoice(SUNDAY, "Sunday"),
        ],
    )
    day_first = SelectField(
        "Dates such as 3/4",
        coerce=int,
        choices=[SelectChoice(1, "Day first: 3 April"), SelectChoice(0, "Month first: 4 March")],
    )
    theme = SelectField(
        "Theme",
        choices=[
            SelectChoice("system", "Like the system"),
            SelectChoice("light", "Light"),
            SelectChoice("dark", "Dark"),
        ],
    )
    shortcuts = BooleanField(
        "Keyboard shortcuts",
        description="Single keys, such as e to complete. Switch them off if they get in your way.",
        false_values=(False, "false", "", "0"),
    )

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        # A zone that was renamed since it was chosen stays on offer.
        mine = {current_user.time_zone} - set(time_zones())
        self.time_zone.choices = [_zone_choice(name) for name in [*time_zones(), *mine]]

    @property
    def fields(self) -> dict[str, ChoosingField]:
        """How its values read and are sent where they are to be chosen from."""
        return {name: _choosing(self[name]) for name in SETTINGS}

    @property
    def settings(self) -> dict[str, Any]:
        """What it says, by column."""
        return {name: self[name].data for name in SETTINGS}

    @property
    def seen_settings(self) -> dict[str, Any]:
        """What it said when it was made."""
        sent = MultiDict(parse_qsl(self.seen.data or "", keep_blank_values=True))
        then = ProfileForm(sent).settings
        return {name: then[name] if name in sent else None for name in SETTINGS}

    def see(self, person: User) -> None:
        """Let it be made on what is kept by now."""
        kept = {name: getattr(person, name) for name in SETTINGS}
        self.seen.data = urlencode(
            {name: +value if isinstance(value, bool) else value for name, value in kept.items()}
        )

    def take_over(self, stale: Stale, person: User) -> None:
        """As `see`, and hold what was changed elsewhere alone."""
        self.see(person)
        for name, value in stale.untouched.items():
            self[name].data = value


def _choosing(field: Field) -> ChoosingField:
    label = field.label.text
    if isinstance(field, BooleanField):
        return ChoosingField(label, lambda on: "On" if on else "Off", lambda on: "y" if on else "")
    if isinstance(field, SelectField):
        words: dict[Any, str] = {choice.value: choice.label for choice in field.choices}
        send = field.coerce
        return ChoosingField(
            label, lambda value: words.get(value, str(value)), lambda value: str(send(value))
        )
    return ChoosingField(label, is_text=True)


class EmailForm(Form):
    """A new address, confirmed by the password."""

    id_prefix = "email"

    email = email_field()
    current_password = current_password_field()


class PasswordForm(Form):
    """A new password, confirmed by the current one."""

    id_prefix = "password"

    current_password = current_password_field()
    password = new_password_field()

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self.password.label.text = "New password"

    def validate_password(self, field: PasswordField) -> None:
        _check_beside(current_user.name, current_user.email)(self, field)


class ResetForm(Form):
    """A new password, by a link that was made for somebody."""

    person: User
    password = new_password_field()

    def validate_password(self, field: PasswordField) -> None:
        _check_beside(self.person.name, self.person.email)(self, field)

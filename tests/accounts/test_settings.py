"""What a person changes about themselves."""

import pytest

from tests.builders import PASSWORD, Person
from tests.contents import contents
from tests.pages import Browser, Page
from webapp.accounts.models import User
from webapp.extensions import db

from .browsers import PASSES, another_browser, is_signed_in, sign_in

PROFILE, EMAIL, NEW_PASSWORD = (f"form[action='/settings{path}']" for path in ("", "/email", "/password"))


def submit(person: Person, form: str, **fields: str) -> Page:
    person.browser.open("/settings")
    return person.browser.submit(form, **fields)


def saved(person: Person) -> User:
    with person.app.app_context():
        return db.session.get_one(User, person.id)


def test_settings_are_saved(alice: Person) -> None:
    page = submit(
        alice,
        PROFILE,
        name=" Alice Ng ",
        time_zone="Asia/Kathmandu",
        week_start="6",
        day_first="0",
        theme="dark",
    )

    alice_now = saved(alice)
    assert (alice_now.name, alice_now.time_zone) == ("Alice Ng", "Asia/Kathmandu")
    assert (alice_now.week_start, alice_now.day_first, alice_now.theme) == (6, False, "dark")
    assert page.toast == "Your settings are saved."
    assert page.words(".sidebar__name") == ["Alice Ng"]
    assert page.one("#time_zone [selected]")["value"] == "Asia/Kathmandu"
    assert page.one("#week_start [selected]")["value"] == "6"
    assert page.one("#day_first [selected]")["value"] == "0"


@pytest.mark.parametrize("theme", ["system", "light", "dark"])
def test_the_theme_stands_on_every_page(alice: Person, theme: str) -> None:
    submit(alice, PROFILE, theme=theme)

    assert alice.browser.open("/tasks").one("html")["data-theme"] == theme


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", "  "),
        ("name", "a" * 101),
        ("name", "A\0"),
        ("time_zone", "Mars/Olympus_Mons"),
        ("time_zone", ""),
        ("week_start", "3"),
        ("week_start", "Monday"),
        ("day_first", "2"),
        ("day_first", ""),
        ("theme", "neon"),
    ],
)
def test_what_does_not_fit_is_refused_beside_its_field(alice: Person, field: str, typed: str) -> None:
    before = contents(alice.app)

    page = submit(alice, PROFILE, **{field: typed})

    assert page.status == 422
    assert page.one(f"#{field}-error").get_text(strip=True)
    assert contents(alice.app) == before


@pytest.mark.parametrize("form", [PROFILE, EMAIL, NEW_PASSWORD])
def test_no_form_changes_what_it_does_not_show(alice: Person, form: str) -> None:
    shown = {"name", "email", "email_key", "password_hash", "time_zone", "week_start", "day_first", "theme"}
    hidden = set(User.__table__.columns.keys()) - shown
    alice.browser.open("/settings")
    token = alice.browser.current.one("#act input")["value"]
    before = saved(alice)

    path = alice.browser.current.one(form)["action"]
    good = {
        "name": "Alice",
        "time_zone": "UTC",
        "week_start": "0",
        "day_first": "1",
        "theme": "dark",
        "email": "a@example.org",
    }
    passwords = {"current_password": PASSWORD, "password": PASSES, "password_hash": "x", "email_key": "x"}
    seen = {"seen": alice.browser.current.one("[name=seen]")["value"]}
    sent = {**dict.fromkeys(hidden, "999"), **good, **passwords, **seen, "csrf_token": token}
    answer = alice.browser.client.post(str(path), data=sent)

    after = saved(alice)
    assert answer.status_code == 303
    assert {name: getattr(after, name) for name in hidden} == {name: getattr(before, name) for name in hidden}
    assert "x" not in {after.email_key, after.password_hash}


def test_a_new_address_is_the_one_to_sign_in_with(alice: Person) -> None:
    page = submit(alice, EMAIL, email="Alice.Ng@Example.com", current_password=PASSWORD)

    assert page.toast == "Your e-mail address is changed. Other devices are signed out."
    assert is_signed_in(another_browser(alice, email="alice.ng@example.com"))
    assert not is_signed_in(another_browser(alice, email="alice@example.org"))


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"email": "new@example.com"}, "current_password"),
        ({"email": "new@example.com", "current_password": "not hers at all"}, "current_password"),
        ({"email": "nowhere", "current_password": PASSWORD}, "email"),
        ({"email": "MALLORY@example.org", "current_password": PASSWORD}, "email"),
    ],
    ids=str,
)
def test_an_address_is_changed_only_to_a_free_one_and_with_the_password(
    alice: Person, mallory: Person, fields: dict[str, str], wrong: str
) -> None:
    before = contents(mallory.app)

    page = submit(alice, EMAIL, **fields)

    assert page.status == 422
    assert page.one(f"#email-{wrong}-error").get_text(strip=True)
    assert page.one("#email-email")["value"] == fields["email"]
    assert contents(alice.app) == before


def test_a_new_password_signs_other_devices_out(alice: Person) -> None:
    phone = another_browser(alice)

    page = submit(alice, NEW_PASSWORD, current_password=PASSWORD, password=PASSES)

    assert page.toast == "Your password is changed. Other devices are signed out."
    assert is_signed_in(alice.browser)
    assert not is_signed_in(phone)
    assert sign_in(Browser(alice.app), alice).status == 422
    assert is_signed_in(another_browser(alice, password=PASSES))


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"password": PASSES}, "current_password"),
        ({"password": PASSES, "current_password": PASSWORD + " "}, "current_password"),
        ({"password": "only eleven", "current_password": PASSWORD}, "password"),
        ({"password": "alice@example.org", "current_password": PASSWORD}, "password"),
    ],
    ids=str,
)
def test_a_password_is_changed_only_to_a_good_one_and_with_the_current(
    alice: Person, fields: dict[str, str], wrong: str
) -> None:
    phone = another_browser(alice)
    before = contents(alice.app)

    page = submit(alice, NEW_PASSWORD, **fields)

    assert page.status == 422
    assert page.one(f"#password-{wrong}-error").get_text(strip=True)
    assert [field for field in page.all("[type=password]") if field.get("value")] == []
    assert contents(alice.app) == before
    assert is_signed_in(phone)

"""Commands for whoever runs the instance: `flask user …`, `flask demo`."""

import secrets
import sys
from collections.abc import Callable
from pathlib import Path

import click
from flask import Flask, current_app
from flask.cli import AppGroup, with_appcontext
from sqlalchemy.exc import IntegrityError

from .accounts.hashing import hash_password
from .accounts.models import PasswordReset, User, clean_email, clean_name, end_resets, end_sessions
from .clock import now
from .database import writing
from .errors import Invalid
from .extensions import db
from .upkeep.backups import back_up, restore
from .upkeep.doctor import examine
from .upkeep.pruning import prune
from .welcome.demo import EMAIL, PASSWORD, fill
from .welcome.signing_up import new_user, sign_up, sign_up_with_samples

user = AppGroup("user", help="Make accounts, reset passwords, close accounts.")


@user.command("create")
@click.argument("email")
@click.option("--name", help="What to call the person; by default the first part of the address.")
def create(email: str, name: str | None) -> None:
    """Make an account and print a link by which the person chooses a password."""
    try:
        email = clean_email(email)
        nobody_knows = hash_password(secrets.token_urlsafe(32))
        person = new_user(clean_name(name or email.partition("@")[0]), email, nobody_knows)
        with writing() as session:
            sign_up_with_samples(session, person, now=now())
    except Invalid as error:
        raise click.ClickException(str(error)) from error
    except IntegrityError as error:
        raise click.ClickException(f"There is an account with the address {email} already.") from error
    click.echo(f"Made an account for {email}.")
    _print_reset_link(email)


@user.command("reset-link")
@click.argument("email")
def reset_link(email: str) -> None:
    """Print a link by which the person can choose a new password: once, within half an hour."""
    click.echo(f"For {_find(email).email}:")
    _print_reset_link(email)


@user.command("disable")
@click.argument("email")
def disable(email: str) -> None:
    """Close an account and sign it out everywhere. What it holds is kept."""
    with writing() as session:
        person = _find(email)
        person.disable(now())
        end_sessions(session, person.id)
        end_resets(session, person.id)
    click.echo(f"{person.email} can no longer sign in and is signed out everywhere.")


@click.command("demo")
@with_appcontext
def demo() -> None:
    """Make a person with a filled list, to look at in development."""
    if current_app.config["ENVIRONMENT"] != "development":
        raise click.ClickException(
            "The demo has a password that everybody knows; it is for development only."
        )
    if db.session.scalar(User.with_email(EMAIL)) is None:
        person = new_user("Mira Kovač", EMAIL, hash_password(PASSWORD))
        with writing() as session:
            fill(session, sign_up(session, person, now=now()), now=now())
    click.echo(f"Sign in as {EMAIL} with the password: {PASSWORD}")


@click.command("doctor")
@with_appcontext
def doctor() -> None:
    """Look at settings, database, migrations, paths, clock, proxies and cookies, and say what to do."""
    findings = list(examine())
    for finding in findings:
        click.echo(f"{'look' if finding.advice else 'ok':5} {finding.what}")
        if finding.advice:
            click.echo(f"      {finding.advice}")
    sys.exit(any(finding.advice for finding in findings))


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
@with_appcontext
def backup(file: Path) -> None:
    """Write a copy of everything to FILE, while others go on writing."""
    _try(lambda: back_up(file))
    click.echo(f"Everything is in {file}.")


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--overwrite", is_flag=True, help="Replace what is there.")
@with_appcontext
def restore_command(file: Path, overwrite: bool) -> None:
    """Put the copy in FILE in the place of what is there."""
    _try(lambda: restore(file, overwrite=overwrite))
    click.echo(f"Everything from {file} is back. Run: flask --app wsgi db upgrade")


@click.command("prune")
@with_appcontext
def prune_command() -> None:
    """Forget what has served its time: run it daily."""
    with writing() as session:
        for what, count in prune(session, now=now(), history_days=current_app.config["HISTORY_DAYS"]):
            click.echo(f"{count:7} {what}")


def _try(action: Callable[[], None]) -> None:
    try:
        action()
    except Invalid as error:
        raise click.ClickException(str(error)) from error


def _print_reset_link(email: str) -> None:
    with writing() as session:
        person = _find(email)
        end_resets(session, person.id)
        row, token = PasswordReset.begin(person, now())
        session.add(row)
    # Outside a request there is no Host header to trust; the configured address is used.
    base = current_app.config["PUBLIC_URL"] or "https://YOUR-ADDRESS"
    click.echo(f"{base}/auth/reset/{token}")


def _find(email: str) -> User:
    person = db.session.scalar(User.with_email(email))
    if person is None:
        raise click.ClickException(f"There is no account with the address {email}.")
    return person


def init_app(app: Flask) -> None:
    for command in (user, demo, doctor, backup, restore_command, prune_command):
        app.cli.add_command(command)

"""Random verbs on projects and what is in them: undoing all restores the beginning, redo the end."""

import os
from contextlib import suppress
from typing import Any

from flask import Flask
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.builders import make_person
from webapp.accounts.visitors import Visitor
from webapp.activity.merging import Stale
from webapp.activity.undoing import CannotUndo, last_to_redo, last_to_undo, redo, undo
from webapp.clock import now
from webapp.database import writing
from webapp.errors import Invalid
from webapp.extensions import db
from webapp.projects.favourites import Favourite
from webapp.projects.models import Project
from webapp.projects.sections import Section
from webapp.tasks.copying import copy_project
from webapp.tasks.models import Task
from webapp.tasks.restoring import restore
from webapp.tasks.sections import delete_keeping_tasks, delete_with_tasks, move_section

from .players import Players
from .streets import broken, empty, visible

LONG = os.environ.get("CHECK_LONG") == "true"
SEQUENCES, STEPS = (300, 40) if LONG else (12, 15)

places = st.integers(0, 7)
names = st.sampled_from(["One", "Two", "Three"])
steps = st.sampled_from(["up", "down"])


class Aside(Exception):
    """Nothing of what was tried is kept."""


class Street(Players):
    """The projects of one person."""

    @rule(name=names, under=st.none() | places)
    def add(self, name: str, under: int | None) -> None:
        def verb(session: Session, by: Visitor) -> None:
            parent = None if under is None else self.pick(session, Project, under)
            project = Project.new(session, by.workspace_id, parent_id=parent and parent.id)
            project.rename(name)
            project.add_to(session, by=by, now=now())

        self.play(verb)

    @rule(place=places, ago=st.integers(0, 1), name=names, hue=st.integers(0, 23))
    def edit(self, place: int, ago: int, name: str, hue: int) -> None:
        wanted = {"name": name, "hue": hue}
        self.with_one(
            Project,
            place,
            lambda session, one, **who: one.edit(session, wanted, max(one.version - ago, 1), **who),
        )

    @rule(place=places, under=st.none() | places)
    def put_inside(self, place: int, under: int | None) -> None:
        def verb(session: Session, one: Project, **who: Any) -> None:
            parent = None if under is None else self.pick(session, Project, under)
            one.edit(session, {"parent_id": parent and parent.id}, one.version, **who)

        self.with_one(Project, place, verb)

    @rule(model=st.sampled_from([Project, Section]), place=places, step=steps)
    def move(self, model: Any, place: int, step: str) -> None:
        self.with_one(model, place, lambda session, one, **who: one.move(session, step, **who))

    @rule(place=places, verb=st.sampled_from(["archive", "unarchive", "delete"]))
    def put_away(self, place: int, verb: str) -> None:
        def do(_session: Session, one: Project, **who: Any) -> None:
            getattr(one, verb)(**who)

        self.with_one(Project, place, do, also_archived=True)

    @rule(model=st.sampled_from([Project, Section]), place=places)
    def bring_back(self, model: Any, place: int) -> None:
        def verb(session: Session, by: Visitor) -> None:
            gone = select(model).where(model.deleted_at.is_not(None), model.may_be_changed_by(by))
            found = session.scalars(gone.order_by(model.id)).all()
            if found:
                restore(session, found[place % len(found)], by=by, now=now())

        self.play(verb)

    @rule(place=places, liked=st.booleans())
    def like(self, place: int, liked: bool) -> None:
        self.with_one(Project, place, lambda session, one, **who: Favourite.set(session, one, liked, **who))

    @rule(place=places)
    def copy(self, place: int) -> None:
        self.with_one(
            Project, place, lambda session, one, **who: copy_project(session, one, with_done=True, **who)
        )

    @rule(place=places, name=names)
    def add_section(self, place: int, name: str) -> None:
        self.with_one(Project, place, lambda session, one, **who: Section.add(session, one, name, **who))

    @rule(place=places, name=names)
    def add_section_above(self, place: int, name: str) -> None:
        self.with_one(
            Section, place, lambda session, one, **who: Section.add_before(session, one, name, **who)
        )

    @rule(place=places, name=names)
    def rename_section(self, place: int, name: str) -> None:
        self.with_one(
            Section, place, lambda session, one, **who: one.rename(session, name, one.version, **who)
        )

    @rule(place=places, where=places)
    def move_section(self, place: int, where: int) -> None:
        def verb(session: Session, one: Section, **who: Any) -> None:
            move_section(session, one, self.pick(session, Project, where), **who)

        self.with_one(Section, place, verb)

    @rule(place=places, verb=st.sampled_from([delete_keeping_tasks, delete_with_tasks]))
    def delete_section(self, place: int, verb: Any) -> None:
        self.with_one(Section, place, verb)

    @rule(model=st.sampled_from([Project, Section]), place=places, title=names)
    def add_task(self, model: Any, place: int, title: str) -> None:
        self.with_one(model, place, lambda session, one, **who: Task.add(session, one, title, **who))

    @rule(place=places, title=names)
    def add_step(self, place: int, title: str) -> None:
        self.with_one(Task, place, lambda session, one, **who: one.add_step(session, title, **who))

    @rule(place=places, model=st.sampled_from([Project, Section]), where=places)
    def move_task(self, place: int, model: Any, where: int) -> None:
        def verb(session: Session, one: Task, **who: Any) -> None:
            there = self.pick(session, model, where)
            if there:
                one.move_to(session, there, **who)

        self.with_one(Task, place, verb)

    @rule(find=st.sampled_from([(last_to_undo, undo), (last_to_redo, redo)]))
    def take_back(self, find: Any) -> None:
        finder, how = find
        self.revert(
            0,
            finder,
            lambda session, home, batch, **who: how(session, home, [batch] if how is undo else batch, **who),
        )

    @rule(where=places)
    def undo_any_and_think_better_of_it(self, where: int) -> None:
        standing, home = self.standing(), self.owner.workspace_id
        if standing:
            with suppress(CannotUndo, Aside), self.app.app_context(), writing() as session:
                batch = standing[where % len(standing)]
                undo(session, home, [batch], by=self.visitor(0), now=now())
                assert list(broken(session)) == []
                raise Aside

    @invariant()
    def every_rule_holds(self) -> None:
        with self.app.app_context():
            assert list(broken(db.session())) == []

    def teardown(self) -> None:
        try:
            self.take_all_back_and_do_it_again()
        finally:
            home = self.owner.workspace_id
            with self.app.app_context():
                empty(home)

    def play(self, verb: Any) -> None:
        with self.app.app_context():
            by = self.visitor(0)
            with suppress(Invalid, Stale), writing() as session:
                verb(session, by)

    def with_one(self, model: Any, place: int, verb: Any, *, also_archived: bool = False) -> None:
        def do(session: Session, by: Visitor) -> None:
            one = self.pick(session, model, place, also_archived=also_archived)
            if one:
                verb(session, one, by=by, now=now())

        self.play(do)

    def pick(self, session: Session, model: Any, place: int, *, also_archived: bool = False) -> Any:
        """One of those that stand, the Inbox apart, and what is archived unless it is asked for."""
        mine = Project.may_be_filled_by if model is Project and not also_archived else model.may_be_changed_by
        found = select(model).where(model.deleted_at.is_(None), mine(self.visitor(0))).order_by(model.id)
        ones = [one for one in session.scalars(found) if not getattr(one, "is_inbox", False)]
        return ones[place % len(ones)] if ones else None

    def visible(self) -> list[Any]:
        with self.app.app_context():
            return visible(db.session())


def test_undoing_everything_on_projects_restores_the_beginning_and_redoing_it_the_end(app: Flask) -> None:
    alice = make_person(app, "Alice")

    class ThisStreet(Street):
        people = [alice]  # noqa: RUF012
        owner = alice

    ThisStreet.app = app
    limits = settings(
        max_examples=SEQUENCES,
        stateful_step_count=STEPS,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(ThisStreet, settings=limits)

"""Random verbs of three people: undoing everything in reverse restores what was, redo brings back what is."""

import os
from typing import Any

from flask import Flask
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import select
from sqlalchemy.orm import object_session

from tests.builders import Person, make_person
from webapp.accounts.visitors import Visitor, load_visitor
from webapp.activity.models import Activity
from webapp.activity.undoing import CannotUndo, is_undone, last_to_redo, last_to_undo, redo, undo
from webapp.clock import now
from webapp.database import writing
from webapp.extensions import db
from webapp.projects.models import Project
from webapp.tasks.bulk import complete_all, delete_completed, reopen_all
from webapp.tasks.models import Task

LONG = os.environ.get("CHECK_LONG") == "true"
SEQUENCES, STEPS = (300, 40) if LONG else (40, 25)

anyone = st.integers(0, 2)
places = st.integers(0, 7)
titles = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=12)


class House(RuleBasedStateMachine):
    """Alice's Inbox, which Bob and Carol may edit."""

    app: Flask
    owner: Person
    people: list[Person]

    @rule(person=anyone, title=titles)
    def add(self, person: int, title: str) -> None:
        with self.app.app_context(), writing() as session:
            inbox = session.scalars(Project.inbox_of(self.owner.workspace_id)).one()
            Task.add(session, inbox, title, by=self.visitor(person), now=now())

    @rule(person=anyone, place=places, title=titles)
    def rename(self, person: int, place: int, title: str) -> None:
        self.change(
            person,
            place,
            lambda task, by: task.edit(
                object_session(task), {"title": title}, task.version, by=by, now=now()
            ),
        )

    @rule(person=anyone, place=places)
    def complete(self, person: int, place: int) -> None:
        self.change(person, place, lambda task, by: task.complete(by=by, now=now()))

    @rule(person=anyone, place=places)
    def reopen(self, person: int, place: int) -> None:
        self.change(person, place, lambda task, by: task.reopen(object_session(task), by=by, now=now()))

    @rule(person=anyone, place=places)
    def delete(self, person: int, place: int) -> None:
        self.change(person, place, lambda task, by: task.delete(by=by, now=now()))

    @rule(person=anyone, place=places)
    def restore(self, person: int, place: int) -> None:
        self.change(person, place, lambda task, by: task.restore(object_session(task), by=by, now=now()))

    @rule(person=anyone, verb=st.sampled_from([complete_all, reopen_all, delete_completed]))
    def change_all(self, person: int, verb: Any) -> None:
        with self.app.app_context(), writing() as session:
            verb(session, by=self.visitor(person), now=now())

    @rule(person=anyone)
    def undo_last(self, person: int) -> None:
        self.revert(person, last_to_undo, lambda *args, **who: undo(args[0], args[1], [args[2]], **who))

    @rule(person=anyone)
    def redo_last(self, person: int) -> None:
        self.revert(person, last_to_redo, redo)

    @invariant()
    def every_task_has_an_entry(self) -> None:
        with self.app.app_context():
            added = select(Activity.subject_id).where(Activity.verb == "added")
            assert db.session.scalars(select(Task.id).where(Task.id.not_in(added))).all() == []

    def teardown(self) -> None:
        try:
            self.take_all_back_and_do_it_again()
        finally:
            self.empty()

    def take_all_back_and_do_it_again(self) -> None:
        end = self.visible()
        standing = self.standing()

        for batch in reversed(standing):
            self.with_owner(
                lambda session, batch=batch, **who: undo(session, self.owner.workspace_id, [batch], **who)
            )
        assert self.visible() == []
        for batch in standing:
            self.with_owner(
                lambda session, batch=batch, **who: redo(session, self.owner.workspace_id, batch, **who)
            )
        assert self.visible() == end

    def visitor(self, person: int) -> Visitor:
        found = load_visitor(self.people[person].browser.token)
        assert found is not None
        return found

    def change(self, person: int, place: int, verb: Any) -> None:
        """Do something to one of the tasks, deleted ones among them."""
        with self.app.app_context():
            ids = db.session.scalars(select(Task.id).order_by(Task.id)).all()
            by = self.visitor(person)
            if ids:
                with writing() as session:
                    verb(session.scalars(select(Task).where(Task.id == ids[place % len(ids)])).one(), by)

    def revert(self, person: int, find: Any, how: Any) -> None:
        """Undo or redo the person's own last change, if nothing stands in the way."""
        with self.app.app_context():
            by = self.visitor(person)
            entry = find(db.session(), by.workspaces, by.id)
            if entry is None:
                return
            try:
                with writing() as session:
                    how(session, entry.workspace_id, entry.batch, by=by, now=now())
            except CannotUndo:
                pass

    def with_owner(self, how: Any) -> None:
        with self.app.app_context():
            by = self.visitor(0)
            with writing() as session:
                how(session, by=by, now=now())

    def standing(self) -> list[int]:
        """The batches that are not undone, in their order."""
        with self.app.app_context():
            own = select(Activity.batch).where(Activity.reverts.is_(None), Activity.seq == Activity.batch)
            batches = db.session.scalars(own.order_by(Activity.seq)).all()
            workspace_id = self.owner.workspace_id
            return [batch for batch in batches if not is_undone(db.session(), workspace_id, batch)]

    def visible(self) -> list[Any]:
        """What people see: titles and rings in their order, without the bin."""
        with self.app.app_context():
            shown = select(Task.id, Task.title, Task.completed_at, Task.completed_by_id)
            ordered = shown.where(Task.deleted_at.is_(None)).order_by(Task.position, Task.id)
            return [tuple(row) for row in db.session.execute(ordered)]

    def empty(self) -> None:
        with self.app.app_context(), db.engine.begin() as connection:
            for model in (Activity, Task):
                connection.execute(model.__table__.delete())  # type: ignore[attr-defined]


def test_undoing_everything_restores_the_beginning_and_redoing_it_the_end(app: Flask) -> None:
    alice = make_person(app, "Alice")
    others = [make_person(app, name).joining(alice, "editor") for name in ("Bob", "Carol")]

    class ThisHouse(House):
        people = [alice, *others]  # noqa: RUF012
        owner = alice

    ThisHouse.app = app
    limits = settings(
        max_examples=SEQUENCES,
        stateful_step_count=STEPS,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(ThisHouse, settings=limits)

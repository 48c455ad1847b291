"""Who plays the random game, and how a move is made."""

from contextlib import suppress
from typing import Any

from flask import Flask
from hypothesis.stateful import RuleBasedStateMachine
from sqlalchemy import func, select, union_all
from sqlalchemy.orm import Session, object_session

from tests.builders import Person
from webapp.accounts.visitors import Visitor, load_visitor
from webapp.activity.merging import Stale
from webapp.activity.models import REDID, Activity
from webapp.activity.undoing import CannotUndo, is_undone, redo, undo
from webapp.clock import now
from webapp.database import writing
from webapp.errors import Invalid
from webapp.extensions import db
from webapp.tasks.models import Task

from .rooms import visible


def session_of(row: Task) -> Session:
    session = object_session(row)
    assert session is not None
    return session


class Players(RuleBasedStateMachine):
    """Three people in the projects of the first."""

    app: Flask
    owner: Person
    people: list[Person]
    projects: list[int]

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
                with suppress(Invalid, Stale), writing() as session:
                    verb(session.scalars(select(Task).where(Task.id == ids[place % len(ids)])).one(), by)

    def change_standing(self, person: int, place: int, verb: Any) -> None:
        """As `change`, but nothing happens to what is in the bin."""
        self.change(person, place, lambda task, by: task.is_deleted or verb(task, by))

    def with_another(self, person: int, place: int, other: int, verb: Any) -> None:
        """Do something to one of the tasks with another one, if both are there."""

        def do(task: Task, by: Visitor) -> None:
            session = session_of(task)
            standing = session.scalars(select(Task).where(Task.deleted_at.is_(None)).order_by(Task.id)).all()
            verb(task, session, standing[other % len(standing)], by=by, now=now())

        self.change_standing(person, place, do)

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
        """The batches that are not undone, in the order in which they were last done."""
        own = select(Activity.batch.label("batch"), Activity.seq.label("done"))
        first = own.where(Activity.reverts.is_(None), Activity.seq == Activity.batch)
        redone = select(Activity.reverts, func.max(Activity.seq)).where(Activity.verb == REDID)
        every = union_all(first, redone.group_by(Activity.reverts)).subquery()
        last = select(every.c.batch).group_by(every.c.batch)
        with self.app.app_context():
            batches = db.session.scalars(last.order_by(func.max(every.c.done), every.c.batch)).all()
            home = self.owner.workspace_id
            return [batch for batch in batches if not is_undone(db.session(), home, batch)]

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

    def visible(self) -> list[Any]:
        """What people see, without the bin."""
        with self.app.app_context():
            return visible(db.session())

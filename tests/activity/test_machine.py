"""Random verbs of three people: undoing everything in reverse restores what was, redo brings back what is."""

import os
from contextlib import suppress
from datetime import date, time
from typing import Any

from flask import Flask
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from tests.arranging import a_project, acting
from tests.builders import make_person
from webapp.accounts.visitors import Visitor
from webapp.activity.undoing import CannotUndo, last_to_redo, last_to_undo, redo, undo
from webapp.clock import now
from webapp.database import writing
from webapp.errors import Invalid
from webapp.extensions import db
from webapp.projects.models import Project, ProjectMember
from webapp.projects.sections import Section
from webapp.tasks.blocking import Blocker
from webapp.tasks.bulk import complete_all, delete_completed, plan_all, reopen_all
from webapp.tasks.labels import Label, TaskLabel
from webapp.tasks.models import Task

from .players import Players, session_of
from .rooms import broken, empty

LONG = os.environ.get("CHECK_LONG") == "true"
SEQUENCES, STEPS = (300, 40) if LONG else (40, 25)

anyone = st.integers(0, 2)
places = st.integers(0, 7)
days = st.dates(date(2026, 11, 22), date(2026, 11, 25))
words = st.fixed_dictionaries(
    {},
    optional={
        "title": st.sampled_from(["One", "Two"]),
        "notes": st.sampled_from(["", "Some"]),
        "priority": st.integers(1, 4),
        "due_on": st.none() | days,
        "due_time": st.none() | st.just(time(9)),
        "due_minutes": st.none() | st.just(45),
        "start_on": st.none() | days,
        "deadline_on": st.none() | days,
    },
)
titles = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=12)


class House(Players):
    """Alice's Inbox, which Bob and Carol may edit."""

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
            lambda task, by: task.edit(session_of(task), {"title": title}, task.version, by=by, now=now()),
        )

    @rule(person=anyone, place=places, ago=st.integers(0, 2), words=words)
    def edit(self, person: int, place: int, ago: int, words: dict[str, Any]) -> None:
        self.change(
            person,
            place,
            lambda task, by: task.edit(session_of(task), words, max(task.version - ago, 1), by=by, now=now()),
        )

    @rule(person=anyone, place=places, title=titles)
    def add_step(self, person: int, place: int, title: str) -> None:
        self.change_standing(
            person, place, lambda task, by: task.add_step(session_of(task), title, by=by, now=now())
        )

    @rule(person=anyone, place=places, verb=st.sampled_from(["indent", "outdent", "move_up", "move_down"]))
    def rearrange(self, person: int, place: int, verb: str) -> None:
        self.change_standing(
            person, place, lambda task, by: getattr(task, verb)(session_of(task), by=by, now=now())
        )

    @rule(person=anyone, place=places, where=places)
    def move(self, person: int, place: int, where: int) -> None:
        def verb(task: Task, by: Visitor) -> None:
            session = session_of(task)
            sections = session.scalars(select(Section).where(Section.deleted_at.is_(None))).all()
            found = [*session.scalars(select(Project).where(Project.id.in_(self.projects))), *sections]
            task.move_to(session, found[where % len(found)], by=by, now=now())

        self.change_standing(person, place, verb)

    @rule(person=anyone, place=places, under=places)
    def put_under(self, person: int, place: int, under: int) -> None:
        self.with_another(person, place, under, Task.put_under)

    @rule(person=anyone, place=places, other=places, verb=st.sampled_from([Blocker.add, Blocker.remove]))
    def block(self, person: int, place: int, other: int, verb: Any) -> None:
        self.with_another(
            person, place, other, lambda task, session, other, **who: verb(session, task, other, **who)
        )

    @rule(person=anyone, place=places, name=st.sampled_from("ab"), verb=st.sampled_from([True, False]))
    def label(self, person: int, place: int, name: str, verb: bool) -> None:
        def bear(task: Task, by: Visitor) -> None:
            session = session_of(task)
            label = Label.named(session, task.workspace_id, name)
            label = label or Label.add(session, task.workspace_id, name, by=by, now=now())
            (TaskLabel.add if verb else TaskLabel.remove)(session, task, label, by=by, now=now())

        self.change_standing(person, place, bear)

    @rule(person=anyone, name=st.sampled_from("st"), place=places)
    def add_section(self, person: int, name: str, place: int) -> None:
        with self.app.app_context(), suppress(Invalid), writing() as session:
            project = session.scalars(
                select(Project).where(Project.id == self.projects[place % len(self.projects)])
            ).one()
            Section.add(session, project, name, by=self.visitor(person), now=now())

    @rule(person=anyone, place=places)
    def complete(self, person: int, place: int) -> None:
        self.change_standing(person, place, lambda task, by: task.complete(by=by, now=now()))

    @rule(person=anyone, place=places)
    def reopen(self, person: int, place: int) -> None:
        self.change_standing(person, place, lambda task, by: task.reopen(session_of(task), by=by, now=now()))

    @rule(person=anyone, place=places)
    def delete(self, person: int, place: int) -> None:
        self.change(person, place, lambda task, by: task.delete(by=by, now=now()))

    @rule(person=anyone, place=places)
    def restore(self, person: int, place: int) -> None:
        self.change(person, place, lambda task, by: task.restore(session_of(task), by=by, now=now()))

    @rule(person=anyone, place=places, day=st.none() | days)
    def plan(self, person: int, place: int, day: date | None) -> None:
        self.change_standing(person, place, lambda task, by: task.plan_for(day, by=by, now=now()))

    @rule(person=anyone, day=st.none() | days)
    def plan_all(self, person: int, day: date | None) -> None:
        with self.app.app_context(), writing() as session:
            plan_all(session, day, by=self.visitor(person), now=now())

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

    @rule(person=anyone)
    def undo_an_earlier_one_with_all_that_builds_on_it(self, person: int) -> None:
        with self.app.app_context():
            by = self.visitor(person)
            standing = self.standing()
            batches = set(standing[len(standing) // 2 : len(standing) // 2 + 1])
            later = set(batches)
            while later:
                try:
                    with writing() as session:
                        undo(session, self.owner.workspace_id, batches, by=by, now=now())
                        later = set()
                except CannotUndo as error:
                    later = set(error.later) - batches
                    batches |= later

    @invariant()
    def every_rule_holds(self) -> None:
        with self.app.app_context():
            assert list(broken(db.session())) == []

    def teardown(self) -> None:
        try:
            self.take_all_back_and_do_it_again()
        finally:
            with self.app.app_context():
                empty()


def test_undoing_everything_restores_the_beginning_and_redoing_it_the_end(app: Flask) -> None:
    alice = make_person(app, "Alice")
    others = [make_person(app, name).joining(alice, "editor") for name in ("Bob", "Carol")]

    inbox = Project.inbox_of(alice.workspace_id)
    work = a_project(alice, "Work")
    for one in others:
        with acting(alice) as (session, user):
            home = user.workspace_id
            session.add(ProjectMember(workspace_id=home, project_id=work, user_id=one.id, role="editor"))
    with app.app_context():
        inbox_id = db.session.scalars(inbox).one().id
        empty()

    class ThisHouse(House):
        people = [alice, *others]  # noqa: RUF012
        owner = alice
        projects = [inbox_id, work]  # noqa: RUF012

    ThisHouse.app = app
    limits = settings(
        max_examples=SEQUENCES,
        stateful_step_count=STEPS,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(ThisHouse, settings=limits)

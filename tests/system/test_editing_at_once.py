"""Edits of the same few tasks by many at once, through all workers: nothing is overwritten unseen."""

import copy
import json
import os
import random
import re
import threading
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, build_opener

import pytest
from bs4 import BeautifulSoup, Tag
from sqlalchemy import create_engine, text

from tests.pages import form_values

from .serving import Client, Server, serving

EDITS = 10_000 if os.environ.get("CHECK_LONG") == "true" else 300
PEOPLE, TASKS = 6, 3
CHANGES = """
    SELECT subject_id, before, after FROM activity WHERE subject = 'task' AND before IS NOT NULL ORDER BY seq
"""
WORD = re.compile(r"\bw\d+n\d+\b")
FORM = "form.editor"


class Staying(HTTPRedirectHandler):
    """Takes a redirect for the answer."""

    def redirect_request(self, *_: Any) -> None:
        return None


class Editor(threading.Thread):
    """Somebody who changes title and notes of random tasks without pause, and chooses where they are asked.

    `said` are the acknowledged words; `titles` each acknowledged title with those that it was to replace;
    `chosen` the words with which they took their own notes, where these were too long to merge.
    """

    def __init__(self, client: Client, number: int, tasks: list[str]) -> None:
        super().__init__(daemon=True)
        self.client = Client(client.url)
        for cookie in client.cookies:
            self.client.cookies.set_cookie(copy.copy(cookie))
        self.client.opener = build_opener(HTTPCookieProcessor(self.client.cookies), Staying)
        self.random, self.number, self.tasks = random.Random(number), number, tasks
        self.said: list[str] = []
        self.titles: list[tuple[str, str, str]] = []
        self.chosen: set[str] = set()
        self.conflicts = 0
        self.refusals: list[int] = []

    def run(self) -> None:
        for edit in range(EDITS // PEOPLE):
            task = self.random.choice(self.tasks)
            self.client.open(f"/tasks/{task}/edit")
            self.change(task, f"w{self.number}n{edit}")

    def change(self, task: str, word: str) -> None:
        fields = form_values(self.form)
        replaced, fields = fields["title"], self.edited(fields, word)
        while (status := self.send(fields)) == 409:
            self.conflicts += 1
            fields = form_values(self.form)
            theirs = self.form.select("[type=radio][name=title]")
            replaced = str(theirs[1]["value"]) if theirs else replaced
            if self.form.select("[type=radio][name=notes]"):
                self.chosen.add(word)
        if status != 303:
            self.refusals.append(status)
        elif word in fields["title"]:
            self.titles.append((task, fields["title"], replaced))
        if status == 303 and word in fields["notes"]:
            self.said.append(word)

    def edited(self, fields: dict[str, Any], word: str) -> dict[str, Any]:
        lines = fields["notes"].splitlines()
        lines.insert(self.random.randint(0, len(lines)), f"Line {word}.")
        changed = {"notes": "\n".join(lines), "title": f"Title {word}"}
        names = self.random.choice([("notes",), ("title",), ("notes", "title")])
        return {**fields, **{name: changed[name] for name in names}}

    def send(self, fields: dict[str, Any]) -> int:
        try:
            self.client.open(str(self.form["action"]), fields)
        except HTTPError as error:
            if error.code == 409:
                self.client.soup = BeautifulSoup(error.read(), "html5lib")
            return error.code
        return 200

    @property
    def form(self) -> Tag:
        form = self.client.soup.select_one(FORM)
        assert form
        return form


@pytest.fixture
def server(environment: dict[str, str]) -> Iterator[Server]:
    with serving({**environment, "WEB_CONCURRENCY": "4"}) as server:
        yield server


def test_no_edit_of_many_at_once_is_lost(server: Server, environment: dict[str, str]) -> None:
    client = Client(server.address)
    client.open("/auth/register")
    client.submit("form", name="Ada", email="ada@example.org", password="three blue bicycles")
    tasks = [added(client, f"Task {number}") for number in range(TASKS)]
    editors = [Editor(client, number, tasks) for number in range(PEOPLE)]

    for editor in editors:
        editor.start()
    for editor in editors:
        editor.join()

    said = [word for editor in editors for word in editor.said]
    titles = [one for editor in editors for one in editor.titles]
    chosen = {word for editor in editors for word in editor.chosen}
    log = read(environment["DATABASE_URL"])
    assert [editor.refusals for editor in editors] == [[]] * PEOPLE
    assert set(said) - log.standing - log.replaced.keys() == set()
    assert {word: by for word, by in log.replaced.items() if not by & chosen} == {}
    assert [one for one in titles if one not in log.titles] == []
    assert sum(editor.conflicts for editor in editors) > 0
    assert len(said) + len(titles) >= EDITS


def added(client: Client, title: str) -> str:
    """Add a task; its id."""
    client.open("/tasks")
    client.submit("#create-form", title=title)
    (row,) = (row for row in client.soup.select("li.task[id]") if title in row.get_text())
    return str(row["id"]).removeprefix("task-")


class Log(NamedTuple):
    """The words that stand in the notes at the end, those that were replaced, with the words of the save that
    did it, and every change of a title: task, after and before.
    """

    standing: set[str]
    replaced: dict[str, set[str]]
    titles: set[tuple[str, str, str]]


def read(url: str) -> Log:
    """What the log tells, entry by entry, for all notes together are too much to hold."""
    log = Log(set(), {}, set())
    engine = create_engine(url)
    with engine.connect().execution_options(yield_per=100) as connection:
        for id, *values in connection.execute(text(CHANGES)):
            before, after = map(decoded, values)
            if "title" in after:
                log.titles.add((str(id), after["title"], before["title"]))
            if "notes" in after:
                was, now = words(before["notes"]), words(after["notes"])
                log.replaced.update(dict.fromkeys(was - now, now - was))
        for (notes,) in connection.execute(text("SELECT notes FROM task")):
            log.standing.update(words(notes))
    engine.dispose()
    return log


def words(notes: str) -> set[str]:
    return set(WORD.findall(notes))


def decoded(value: Any) -> dict[str, Any]:
    """JSON as the engine hands it out: as text or read already."""
    found: dict[str, Any] = json.loads(value) if isinstance(value, str) else value
    return found

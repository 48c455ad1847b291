"""People who add tasks over HTTP without pause, and remember what was acknowledged."""

import itertools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException
from urllib.error import HTTPError

from webapp.tasks.samples import TITLES as SAMPLES

from .serving import Client


class Writer(threading.Thread):
    """A person of their own. `acknowledged` are the titles after which the list was shown anew, `refusals`
    the statuses of other answers; 0 where there was none.
    """

    def __init__(self, address: str, name: str) -> None:
        super().__init__(name=name, daemon=True)
        self.client = Client(address)
        self.client.open("/auth/register")
        self.client.submit("form", name=name, email=f"{name}@example.org", password="three blue bicycles")
        self.acknowledged: list[str] = []
        self.refusals: list[int] = []
        self.done = threading.Event()

    def run(self) -> None:
        for number in itertools.count():
            if self.done.is_set():
                return
            self.add(f"{self.name} {number}")

    def add(self, title: str) -> int:
        """The status of the answer; 0 if there was none."""
        try:
            self.client.submit("#create-form", title=title)
        except HTTPError as error:
            self.refusals.append(error.code)
            return error.code
        except (OSError, HTTPException):
            self.refusals.append(0)
            return 0
        self.acknowledged.append(title)
        return 200

    def kept(self) -> set[str]:
        """What the list shows of this writer's own, page by page."""
        self.client.open("/tasks")
        titles = self._titles()
        while more := self.client.soup.select_one("#task-more a"):
            self.client.open(str(more["href"]))
            titles |= self._titles()
        return titles - set(SAMPLES)

    def _titles(self) -> set[str]:
        return {title.get_text() for title in self.client.soup.select(".task__title")}


@contextmanager
def writing_without_pause(address: str, *names: str) -> Iterator[list[Writer]]:
    writers = [Writer(address, name) for name in names]
    for writer in writers:
        writer.start()
    try:
        yield writers
    finally:
        for writer in writers:
            writer.done.set()
        for writer in writers:
            writer.join()

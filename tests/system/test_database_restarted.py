"""PostgreSQL stops and comes back while people work: they are told calmly, and no server restarts."""

import os
from collections.abc import Iterator

import pytest

from tests.engines import Cluster

from .processes import until, workers
from .serving import Server, serving
from .writers import Writer, writing_without_pause

RESTARTS = 20 if os.environ.get("CHECK_LONG") == "true" else 2


@pytest.fixture
def server(cluster: Cluster, environment: dict[str, str]) -> Iterator[Server]:
    cheap = {"ARGON2_MEMORY_KIB": "8", "ARGON2_TIME_COST": "1"}
    with serving({**environment, **cheap, "DATABASE_URL": cluster.url()}) as server:
        yield server


def test_people_work_on_once_postgresql_is_back(server: Server, cluster: Cluster) -> None:
    until(lambda: len(workers(server)) == 2)
    before = workers(server)

    with writing_without_pause(server.address, "ann", "ben", "cid") as writers:
        for _ in range(RESTARTS):
            _until_each_has_more(writers, "acknowledged")
            cluster.stop()
            _until_each_has_more(writers, "refusals")
            cluster.start()
        _until_each_has_more(writers, "acknowledged")

    assert {status for writer in writers for status in writer.refusals} == {503}
    assert [set(writer.acknowledged) - writer.kept() for writer in writers] == [set(), set(), set()]
    assert workers(server) == before


def _until_each_has_more(writers: list[Writer], answers: str) -> None:
    had = [len(getattr(writer, answers)) for writer in writers]
    until(lambda: all(len(getattr(w, answers)) > had[at] for at, w in enumerate(writers)))

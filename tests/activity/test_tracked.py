"""What the log may know: every model that is recorded says it, and no secret is ever among it."""

import ast
import re

import pytest
from sqlalchemy import inspect
from sqlalchemy.orm import Mapper

from tests.sources import WEBAPP, files, tree
from webapp import create_app  # noqa: F401  (brings all models)
from webapp.activity.recording import Recorded
from webapp.database import Base

MODELS = {mapper.class_.__name__: mapper for mapper in Base.registry.mappers}
RECORDED = {name: mapper for name, mapper in MODELS.items() if issubclass(mapper.class_, Recorded)}
SECRET = re.compile(r"password|secret|token|hash|digest|email|address|factor|key|code|session|member")


def verbs_recorded() -> set[str]:
    """The verbs that any module records, for one row or for many."""
    place = {"record": 1, "record_each": 0, "Command": 0}
    return {
        str(verb.value)
        for path in files(WEBAPP, "*.py")
        for call in ast.walk(tree(path))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in place
        for part in ast.walk(call.args[place[call.func.id]])  # type: ignore[attr-defined]
        if isinstance(verb := part, ast.Constant) and isinstance(verb.value, str)
        if re.fullmatch("[a-z]+ed", verb.value)
    }


@pytest.mark.parametrize("name", sorted(RECORDED))
def test_a_recorded_model_tracks_columns_of_its_own_that_are_no_secrets(name: str) -> None:
    mapper: Mapper[Recorded] = RECORDED[name]
    tracked = set(mapper.class_.tracked)

    assert tracked <= set(inspect(mapper.class_).columns.keys())
    assert [column for column in tracked if SECRET.search(column)] == []


def test_nothing_of_accounts_is_recorded() -> None:
    accounts = {name for name, mapper in MODELS.items() if ".accounts." in mapper.class_.__module__}

    assert {"User", "Session", "PasswordReset", "WorkspaceMember"} <= accounts
    assert accounts & RECORDED.keys() == set()


def test_every_recorded_model_has_a_name_of_its_own() -> None:
    subjects = [mapper.class_.subject for mapper in RECORDED.values()]

    assert len(set(subjects)) == len(subjects) > 0


def test_every_verb_that_is_recorded_can_be_spoken_of() -> None:
    spoken = {verb for mapper in RECORDED.values() for verb in mapper.class_.verbs}

    assert verbs_recorded() == spoken

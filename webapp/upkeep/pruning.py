"""Forgetting what has served its time: ended sessions and links, forms, previews, old history and bins."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import Delete, delete
from sqlalchemy.orm import Session

from ..accounts.models import PasswordReset
from ..accounts.models import Session as BrowserSession
from ..activity.deleting import KEPT_FOR as BIN_KEPT_FOR
from ..activity.models import Activity
from ..attempts import Attempt
from ..once import KEPT_FOR as FORMS_KEPT_FOR
from ..once import SentForm
from ..projects.models import Project
from ..projects.sections import Section
from ..tasks.labels import Label
from ..tasks.models import Task
from ..tasks.purging import purge_labels, purge_projects, purge_sections, purge_tasks
from ..transfer.models import KEPT_FOR as PREVIEWS_KEPT_FOR
from ..transfer.models import Import


def prune(session: Session, *, now: datetime, history_days: int) -> Iterator[tuple[str, int]]:
    """Delete all that is past its time; what it was and how many.

    A batch of the history goes as a whole, because all its entries share one instant, so that what is
    kept can still be undone.
    """
    ended = (BrowserSession.expires_at < now) | (BrowserSession.idle_expires_at < now)
    yield "ended sessions", _delete(session, delete(BrowserSession).where(ended))
    yield (
        "ended password links",
        _delete(session, delete(PasswordReset).where(PasswordReset.expires_at < now)),
    )
    yield "counts of attempts", _delete(session, delete(Attempt).where(Attempt.expires_at < now))
    yield "sent forms", _delete(session, delete(SentForm).where(SentForm.at < now - FORMS_KEPT_FOR))
    brought = delete(Import).where(Import.created_at < now - PREVIEWS_KEPT_FOR)
    yield "previews of tasks brought along", _delete(session, brought)
    binned_until = now - BIN_KEPT_FOR
    yield "projects in the bin", purge_projects(session, Project.deleted_at < binned_until)
    yield "sections in the bin", purge_sections(session, Section.deleted_at < binned_until)
    yield "tasks in the bin", purge_tasks(session, Task.deleted_at < binned_until)
    yield "labels in the bin", purge_labels(session, Label.deleted_at < binned_until)
    old = delete(Activity).where(Activity.at < now - timedelta(days=history_days))
    yield "entries of the history", _delete(session, old)


def _delete(session: Session, statement: Delete) -> int:
    done = session.execute(statement, execution_options={"synchronize_session": False})
    return done.rowcount  # type: ignore[attr-defined, no-any-return]

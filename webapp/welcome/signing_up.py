"""What a new person gets: an account, a workspace of their own and an Inbox in it."""

from datetime import datetime

from sqlalchemy import exists, select, text
from sqlalchemy.orm import Session

from ..accounts.models import User, Workspace, WorkspaceMember
from ..projects.models import Project
from ..tasks.samples import add_samples


def sign_up(session: Session, user: User, *, now: datetime) -> User:
    """Keep a new person with everything they need from the first minute.

    Raises IntegrityError if another account uses the address.
    """
    workspace = Workspace(name=user.name)
    session.add(workspace)
    session.flush()
    user.workspace_id, user.created_at = workspace.id, now
    user.is_admin = _is_first(session)
    session.add(user)
    session.flush()
    session.add(WorkspaceMember(workspace_id=workspace.id, user_id=user.id))
    session.add(Project.begin_inbox(user))
    session.flush()
    return user


def sign_up_with_samples(session: Session, user: User, *, now: datetime) -> User:
    """As `sign_up`, with the tasks that show a newcomer around."""
    add_samples(session, sign_up(session, user, now=now), now=now)
    return user


def new_user(name: str, email: str, password_hash: str, time_zone: str = "UTC") -> User:
    """A person who is not yet kept."""
    user = User(name=name, password_hash=password_hash, time_zone=time_zone)
    user.change_email(email)
    return user


def _is_first(session: Session) -> bool:
    """Whether nobody is here yet. Two people who come at once wait for each other, so that one is first."""
    if session.get_bind().dialect.name == "postgresql" and not session.scalar(
        select(exists().where(User.id > 0))
    ):
        session.execute(text('LOCK TABLE "user" IN SHARE ROW EXCLUSIVE MODE'))
    return not session.scalar(select(exists().where(User.id > 0)))

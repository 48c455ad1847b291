"""The log: one entry for each thing that one command changed. Entries are never changed."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from ..database import Base, Id, InWorkspace, partial_index, workspace_args

UNDID, REDID = "undid", "redid"
LONGEST_NAME = 500
LEFT = text("left_project_id IS NOT NULL")


class Activity(InWorkspace, Base):
    """An entry. `seq` numbers a workspace's entries in the order of their commits, without gaps to wait for.

    `batch` is the `seq` of the first entry of the same command. `before` is null for a row that was made,
    `after` for one that was removed; otherwise both hold the tracked columns that changed. `project_id` is
    the project where it happened or, if something was moved, to which, `left_project_id` from which.
    `reverts` is the batch that an undo or redo reverts.
    """

    __tablename__ = "activity"
    __table_args__ = workspace_args(
        UniqueConstraint("workspace_id", "seq"),
        Index("ix_activity_batch", "workspace_id", "batch", "seq"),
        Index("ix_activity_subject", "workspace_id", "subject", "subject_id", "seq"),
        Index("ix_activity_actor", "workspace_id", "actor_id", "id"),
        Index("ix_activity_project", "workspace_id", "project_id", "batch", "id"),
        partial_index("ix_activity_left", "workspace_id", "left_project_id", "batch", "id", where=LEFT),
        Index("ix_activity_reverts", "workspace_id", "reverts", "seq"),
    )

    seq: Mapped[int] = mapped_column(BigInteger)
    batch: Mapped[int] = mapped_column(BigInteger)
    actor_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    verb: Mapped[str] = mapped_column(String(20))
    subject: Mapped[str] = mapped_column(String(20))
    subject_id: Mapped[int] = mapped_column(Id)
    subject_name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    project_id: Mapped[int | None] = mapped_column(Id)
    left_project_id: Mapped[int | None] = mapped_column(Id)
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    reverts: Mapped[int | None] = mapped_column(BigInteger)

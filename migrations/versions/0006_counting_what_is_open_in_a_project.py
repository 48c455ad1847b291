"""Counting what is open in a project"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

COUNTABLE = sa.text("deleted_at IS NULL AND completed_at IS NULL AND parent_id IS NULL")
OPEN = sa.text("deleted_at IS NULL AND completed_at IS NULL")


def upgrade() -> None:
    columns = ["workspace_id", "project_id"]
    op.create_index("ix_task_countable", "task", columns, sqlite_where=COUNTABLE, postgresql_where=COUNTABLE)
    # Of indexes that fit equally well SQLite takes the one made last: the one of the open list.
    op.drop_index("ix_task_open", "task")
    columns = ["workspace_id", "position", "id"]
    op.create_index("ix_task_open", "task", columns, sqlite_where=OPEN, postgresql_where=OPEN)


def downgrade() -> None:
    op.drop_index("ix_task_countable", "task", sqlite_where=COUNTABLE, postgresql_where=COUNTABLE)

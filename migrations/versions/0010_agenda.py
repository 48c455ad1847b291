"""Lists of tasks by day"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0010"
down_revision: str | None = "0009"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

KEPT = "deleted_at IS NULL"
OPEN = f"{KEPT} AND completed_at IS NULL"
INDEXES = {
    "ix_task_completed": (["completed_at", "id"], f"{KEPT} AND completed_at IS NOT NULL"),
    "ix_task_due": (["due_on"], f"{OPEN} AND due_on IS NOT NULL"),
    "ix_task_deadline": (["deadline_on"], f"{OPEN} AND deadline_on IS NOT NULL"),
}

ORDERED = {"ix_task_done": f"{KEPT} AND completed_at IS NOT NULL", "ix_task_open": OPEN}


def upgrade() -> None:
    for name, (columns, where) in INDEXES.items():
        create(name, columns, where)
    # Of indexes that fit equally well SQLite takes the one made last: those of the lists in people's order.
    for name, where in ORDERED.items():
        op.drop_index(name, "task")
        create(name, ["position", "id"], where)


def downgrade() -> None:
    for name in INDEXES:
        op.drop_index(name, "task")


def create(name: str, columns: list[str], where: str) -> None:
    rows = sa.text(where)
    op.create_index(name, "task", ["workspace_id", *columns], sqlite_where=rows, postgresql_where=rows)

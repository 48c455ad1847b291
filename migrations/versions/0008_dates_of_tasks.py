"""Dates of tasks"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

COLUMNS = {
    "due_on": sa.Date(),
    "due_time": sa.Time(),
    "due_minutes": sa.Integer(),
    "deadline_on": sa.Date(),
    "start_on": sa.Date(),
}
RULES = {
    "time_has_day": "due_time IS NULL OR due_on IS NOT NULL",
    "duration_has_time": "due_minutes IS NULL OR due_time IS NOT NULL",
    "duration": "due_minutes >= 1 AND due_minutes <= 1440",
}


def upgrade() -> None:
    with op.batch_alter_table("task", table_kwargs={"sqlite_autoincrement": True}) as batch_op:
        for name, kind in COLUMNS.items():
            batch_op.add_column(sa.Column(name, kind, nullable=True))
        for name, rule in RULES.items():
            batch_op.create_check_constraint(name, rule)


def downgrade() -> None:
    with op.batch_alter_table("task", table_kwargs={"sqlite_autoincrement": True}) as batch_op:
        for name in RULES:
            batch_op.drop_constraint(op.f(f"ck_task_{name}"), type_="check")
        for name in COLUMNS:
            batch_op.drop_column(name)

"""Where something was moved from"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0011"
down_revision: str | None = "0010"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

LEFT = sa.text("left_project_id IS NOT NULL")
COLUMNS = ["workspace_id", "left_project_id", "batch", "id"]


def upgrade() -> None:
    op.add_column(
        "activity",
        sa.Column("left_project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
    )
    before, after = _project_in("before"), _project_in("after")
    op.execute(f"UPDATE activity SET left_project_id = {before} WHERE {before} <> {after}")  # noqa: S608
    # What was moved with something else was kept as of the project that it left.
    op.execute(f"UPDATE activity SET project_id = {after} WHERE left_project_id IS NOT NULL")  # noqa: S608
    op.create_index(
        "ix_activity_left", "activity", COLUMNS, sqlite_where=LEFT, postgresql_where=LEFT
    )


def downgrade() -> None:
    op.drop_index("ix_activity_left", "activity")
    with op.batch_alter_table("activity", table_kwargs={"sqlite_autoincrement": True}) as batch_op:
        batch_op.drop_column("left_project_id")


def _project_in(column: str) -> str:
    """The project that a column of the log names; null where it names none."""
    if op.get_bind().dialect.name == "sqlite":
        return f"json_extract({column}, '$.project_id')"
    return f"CAST({column} ->> 'project_id' AS bigint)"

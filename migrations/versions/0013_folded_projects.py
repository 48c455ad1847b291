"""Folded projects"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0013"
down_revision: str | None = "0012"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "folded_project",
        sa.Column("id", ID, sa.Identity(always=False), nullable=False),
        sa.Column("workspace_id", ID, nullable=False),
        sa.Column("project_id", ID, nullable=False),
        sa.Column("user_id", ID, nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_folded_project_user_id")),
        sa.ForeignKeyConstraint(
            ["workspace_id", "project_id"],
            ["project.workspace_id", "project.id"],
            name=op.f("fk_folded_project_workspace_id_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_folded_project_workspace_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_folded_project")),
        sa.UniqueConstraint("workspace_id", "id", name=op.f("uq_folded_project_workspace_id_id")),
        sa.UniqueConstraint(
            "workspace_id",
            "project_id",
            "user_id",
            name=op.f("uq_folded_project_workspace_id_project_id_user_id"),
        ),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    op.drop_table("folded_project")

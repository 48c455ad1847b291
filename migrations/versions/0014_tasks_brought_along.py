"""Tasks that a person brings along, before they decide"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0014"
down_revision: str | None = "0013"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "import",
        sa.Column("id", ID, sa.Identity(), nullable=False),
        sa.Column("workspace_id", ID, nullable=False),
        sa.Column("user_id", ID, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sources", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"], name=op.f("fk_import_workspace_id")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_import_user_id")),
        sa.UniqueConstraint("workspace_id", "id", name=op.f("uq_import_workspace_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_import_user", "import", ["workspace_id", "user_id", "id"])
    op.create_index("ix_import_created_at", "import", ["created_at"])


def downgrade() -> None:
    op.drop_table("import")

"""Histories of projects"""

from collections.abc import Sequence

from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_index("ix_activity_project", "activity", ["workspace_id", "project_id", "batch", "id"])


def downgrade() -> None:
    op.drop_index("ix_activity_project", "activity")

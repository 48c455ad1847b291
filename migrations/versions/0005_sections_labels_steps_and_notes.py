"""Sections, labels, steps and notes"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "label",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("workspace_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("folded_name", sa.String(length=120), nullable=False),
        sa.Column("hue", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("hue >= 0 AND hue < 24", name=op.f("ck_label_hue")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"], name=op.f("fk_label_workspace_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_label")),
        sa.UniqueConstraint("workspace_id", "id", name=op.f("uq_label_workspace_id_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("label", schema=None) as batch_op:
        batch_op.create_index(
            "uq_label_name",
            ["workspace_id", "folded_name"],
            unique=True,
            sqlite_where=sa.text("deleted_at IS NULL"),
            postgresql_where=sa.text("deleted_at IS NULL"),
        )

    op.create_table(
        "section",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("workspace_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("folded_name", sa.String(length=240), nullable=False),
        sa.Column("position", sa.Double(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "project_id"],
            ["project.workspace_id", "project.id"],
            name=op.f("fk_section_workspace_id_project_id"),
        ),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"], name=op.f("fk_section_workspace_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_section")),
        sa.UniqueConstraint("workspace_id", "id", name=op.f("uq_section_workspace_id_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("section", schema=None) as batch_op:
        batch_op.create_index(
            "ix_section_place",
            ["workspace_id", "project_id", "position"],
            unique=False,
            sqlite_where=sa.text("deleted_at IS NULL"),
            postgresql_where=sa.text("deleted_at IS NULL"),
        )
        batch_op.create_index(
            "uq_section_name",
            ["workspace_id", "project_id", "folded_name"],
            unique=True,
            sqlite_where=sa.text("deleted_at IS NULL"),
            postgresql_where=sa.text("deleted_at IS NULL"),
        )

    op.create_table(
        "favourite",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("workspace_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("user_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_favourite_user_id")),
        sa.ForeignKeyConstraint(
            ["workspace_id", "project_id"],
            ["project.workspace_id", "project.id"],
            name=op.f("fk_favourite_workspace_id_project_id"),
        ),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"], name=op.f("fk_favourite_workspace_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_favourite")),
        sa.UniqueConstraint("workspace_id", "id", name=op.f("uq_favourite_workspace_id_id")),
        sa.UniqueConstraint(
            "workspace_id", "user_id", "project_id", name=op.f("uq_favourite_workspace_id_user_id_project_id")
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "folded_section",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("workspace_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("section_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("user_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_folded_section_user_id")),
        sa.ForeignKeyConstraint(
            ["workspace_id", "section_id"],
            ["section.workspace_id", "section.id"],
            name=op.f("fk_folded_section_workspace_id_section_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_folded_section_workspace_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_folded_section")),
        sa.UniqueConstraint("workspace_id", "id", name=op.f("uq_folded_section_workspace_id_id")),
        sa.UniqueConstraint(
            "workspace_id",
            "section_id",
            "user_id",
            name=op.f("uq_folded_section_workspace_id_section_id_user_id"),
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "blocker",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("workspace_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("task_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("blocked_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "blocked_by_id"],
            ["task.workspace_id", "task.id"],
            name=op.f("fk_blocker_workspace_id_blocked_by_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "task_id"],
            ["task.workspace_id", "task.id"],
            name=op.f("fk_blocker_workspace_id_task_id"),
        ),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"], name=op.f("fk_blocker_workspace_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blocker")),
        sa.UniqueConstraint("workspace_id", "id", name=op.f("uq_blocker_workspace_id_id")),
        sa.UniqueConstraint(
            "workspace_id",
            "task_id",
            "blocked_by_id",
            name=op.f("uq_blocker_workspace_id_task_id_blocked_by_id"),
        ),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("blocker", schema=None) as batch_op:
        batch_op.create_index(
            "ix_blocker_blocked_by",
            ["workspace_id", "blocked_by_id", "task_id"],
            unique=False,
            sqlite_where=sa.text("deleted_at IS NULL"),
            postgresql_where=sa.text("deleted_at IS NULL"),
        )

    op.create_table(
        "task_label",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("workspace_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("task_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("label_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "label_id"],
            ["label.workspace_id", "label.id"],
            name=op.f("fk_task_label_workspace_id_label_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "task_id"],
            ["task.workspace_id", "task.id"],
            name=op.f("fk_task_label_workspace_id_task_id"),
        ),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"], name=op.f("fk_task_label_workspace_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_label")),
        sa.UniqueConstraint("workspace_id", "id", name=op.f("uq_task_label_workspace_id_id")),
        sa.UniqueConstraint(
            "workspace_id", "task_id", "label_id", name=op.f("uq_task_label_workspace_id_task_id_label_id")
        ),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("task_label", schema=None) as batch_op:
        batch_op.create_index(
            "ix_task_label_label",
            ["workspace_id", "label_id", "task_id"],
            unique=False,
            sqlite_where=sa.text("deleted_at IS NULL"),
            postgresql_where=sa.text("deleted_at IS NULL"),
        )

    with op.batch_alter_table("project", table_kwargs={"sqlite_autoincrement": True}) as batch_op:
        batch_op.add_column(
            sa.Column("folded_name", sa.String(length=240), server_default="inbox", nullable=False)
        )
        batch_op.add_column(sa.Column("hue", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("emoji", sa.String(length=16), server_default="", nullable=False))
        batch_op.add_column(
            sa.Column("parent_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(sa.Column("position", sa.Double(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("version", sa.Integer(), server_default="1", nullable=False))
        batch_op.add_column(sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(
            "uq_project_nested",
            ["workspace_id", "parent_id", "folded_name"],
            unique=True,
            sqlite_where=sa.text("parent_id IS NOT NULL AND deleted_at IS NULL"),
            postgresql_where=sa.text("parent_id IS NOT NULL AND deleted_at IS NULL"),
        )
        batch_op.create_index(
            "uq_project_top",
            ["workspace_id", "folded_name"],
            unique=True,
            sqlite_where=sa.text("parent_id IS NULL AND deleted_at IS NULL"),
            postgresql_where=sa.text("parent_id IS NULL AND deleted_at IS NULL"),
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_project_workspace_id_parent_id"),
            "project",
            ["workspace_id", "parent_id"],
            ["workspace_id", "id"],
        )
        batch_op.create_check_constraint(batch_op.f("ck_project_hue"), "hue >= 0 AND hue < 24")
    # Only the rows that stand take these values from here; new ones bring their own.
    with op.batch_alter_table("project", table_kwargs={"sqlite_autoincrement": True}) as batch_op:
        for name in ("folded_name", "hue", "emoji", "position", "version"):
            batch_op.alter_column(name, server_default=None)

    with op.batch_alter_table("task", table_kwargs={"sqlite_autoincrement": True}) as batch_op:
        batch_op.add_column(sa.Column("notes", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("priority", sa.SmallInteger(), server_default="4", nullable=False))
        batch_op.add_column(
            sa.Column("section_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(
            sa.Column("parent_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.drop_index(batch_op.f("ix_task_place"))
        batch_op.create_index(
            "ix_task_in_project",
            ["workspace_id", "project_id", "section_id", "position"],
            unique=False,
            sqlite_where=sa.text("deleted_at IS NULL"),
            postgresql_where=sa.text("deleted_at IS NULL"),
        )
        batch_op.create_index(
            "ix_task_section",
            ["workspace_id", "section_id"],
            unique=False,
            sqlite_where=sa.text("section_id IS NOT NULL"),
            postgresql_where=sa.text("section_id IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_task_steps",
            ["workspace_id", "parent_id", "position"],
            unique=False,
            sqlite_where=sa.text("parent_id IS NOT NULL"),
            postgresql_where=sa.text("parent_id IS NOT NULL"),
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_task_workspace_id_parent_id"),
            "task",
            ["workspace_id", "parent_id"],
            ["workspace_id", "id"],
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_task_workspace_id_section_id"),
            "section",
            ["workspace_id", "section_id"],
            ["workspace_id", "id"],
        )
        batch_op.create_check_constraint(batch_op.f("ck_task_priority"), "priority >= 1 AND priority <= 4")
    with op.batch_alter_table("task", table_kwargs={"sqlite_autoincrement": True}) as batch_op:
        for name in ("notes", "priority"):
            batch_op.alter_column(name, server_default=None)
    make_anew("ix_task_done", "deleted_at IS NULL AND completed_at IS NOT NULL")
    make_anew("ix_task_open", "deleted_at IS NULL AND completed_at IS NULL")


def make_anew(name: str, where: str) -> None:
    """Of indexes that fit equally well SQLite takes the one made last: these before that of all tasks."""
    op.drop_index(name, "task")
    kept = sa.text(where)
    columns = ["workspace_id", "position", "id"]
    op.create_index(name, "task", columns, sqlite_where=kept, postgresql_where=kept)


def downgrade() -> None:
    with op.batch_alter_table("task", table_kwargs={"sqlite_autoincrement": True}) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_task_priority"), type_="check")
        batch_op.drop_constraint(batch_op.f("fk_task_workspace_id_section_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_task_workspace_id_parent_id"), type_="foreignkey")
        batch_op.drop_index(
            "ix_task_steps",
            sqlite_where=sa.text("parent_id IS NOT NULL"),
            postgresql_where=sa.text("parent_id IS NOT NULL"),
        )
        batch_op.drop_index(
            "ix_task_section",
            sqlite_where=sa.text("section_id IS NOT NULL"),
            postgresql_where=sa.text("section_id IS NOT NULL"),
        )
        batch_op.drop_index(
            "ix_task_in_project",
            sqlite_where=sa.text("deleted_at IS NULL"),
            postgresql_where=sa.text("deleted_at IS NULL"),
        )
        batch_op.create_index(
            batch_op.f("ix_task_place"), ["workspace_id", "project_id", "position"], unique=False
        )
        batch_op.drop_column("parent_id")
        batch_op.drop_column("section_id")
        batch_op.drop_column("priority")
        batch_op.drop_column("notes")

    with op.batch_alter_table("project", table_kwargs={"sqlite_autoincrement": True}) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_project_hue"), type_="check")
        batch_op.drop_constraint(batch_op.f("fk_project_workspace_id_parent_id"), type_="foreignkey")
        batch_op.drop_index(
            "uq_project_top",
            sqlite_where=sa.text("parent_id IS NULL AND deleted_at IS NULL"),
            postgresql_where=sa.text("parent_id IS NULL AND deleted_at IS NULL"),
        )
        batch_op.drop_index(
            "uq_project_nested",
            sqlite_where=sa.text("parent_id IS NOT NULL AND deleted_at IS NULL"),
            postgresql_where=sa.text("parent_id IS NOT NULL AND deleted_at IS NULL"),
        )
        batch_op.drop_column("deleted_at")
        batch_op.drop_column("version")
        batch_op.drop_column("archived_at")
        batch_op.drop_column("position")
        batch_op.drop_column("parent_id")
        batch_op.drop_column("emoji")
        batch_op.drop_column("hue")
        batch_op.drop_column("folded_name")

    with op.batch_alter_table("task_label", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_task_label_label",
            sqlite_where=sa.text("deleted_at IS NULL"),
            postgresql_where=sa.text("deleted_at IS NULL"),
        )

    op.drop_table("task_label")
    with op.batch_alter_table("blocker", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_blocker_blocked_by",
            sqlite_where=sa.text("deleted_at IS NULL"),
            postgresql_where=sa.text("deleted_at IS NULL"),
        )

    op.drop_table("blocker")
    op.drop_table("folded_section")
    op.drop_table("favourite")
    with op.batch_alter_table("section", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_section_name",
            sqlite_where=sa.text("deleted_at IS NULL"),
            postgresql_where=sa.text("deleted_at IS NULL"),
        )
        batch_op.drop_index(
            "ix_section_place",
            sqlite_where=sa.text("deleted_at IS NULL"),
            postgresql_where=sa.text("deleted_at IS NULL"),
        )

    op.drop_table("section")
    with op.batch_alter_table("label", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_label_name",
            sqlite_where=sa.text("deleted_at IS NULL"),
            postgresql_where=sa.text("deleted_at IS NULL"),
        )

    op.drop_table("label")

"""The table of people who were removed: a code each, from which nothing can be read back."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "grafsteen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kenmerk", sa.String(length=64), nullable=False),
        sa.Column("gewist_op", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grafsteen")),
        sa.UniqueConstraint("kenmerk", name=op.f("uq_grafsteen_kenmerk")),
    )

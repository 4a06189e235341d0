"""The tables of the logboek, which can only be added to."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "logboekregel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("moment", sa.DateTime(), nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=True),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("wat", sa.String(), nullable=False),
        sa.Column("rijen", sa.String(), nullable=False),
        sa.Column("zegel", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruiker.id"], name=op.f("fk_logboekregel_gebruiker_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_logboekregel")),
    )
    op.create_table(
        "logboekstand",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.Column("regelzegel", sa.LargeBinary(), nullable=False),
        sa.Column("zegel", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_logboekstand")),
    )
    op.create_table(
        "logboeksleutel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tot", sa.Integer(), nullable=False),
        sa.Column("verpakt", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_logboeksleutel")),
    )
    for table in ("logboekregel", "logboeksleutel"):
        for action in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_geen_{action.lower()} BEFORE {action} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'the logboek can only be added to'); END"
            )

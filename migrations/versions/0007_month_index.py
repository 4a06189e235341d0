"""The index of contactmomenten by day also holds what a month counts, so that no row is read for it."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_contactmoment_datum", "contactmoment")
    op.create_index(
        "ix_contactmoment_datum", "contactmoment", ["datum", "gevangenis_code", "deelnemer_id", "minuten"]
    )

"""The reviews that were still open for somebody who was released lapse on the day of the release.

What lapsed before in a begeleiding that runs was one too many: it goes, so that no stay can open it again.
The index of the stays of somebody also holds their last day, which tells two that began on one day apart.
Outcomes of nazorg are counted by the day on which they were noted.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

# What ends detention, as it was on the day of this migration.
OUT = "'vrijgesteld', 'elektronisch_toezicht', 'overleden'"


def upgrade() -> None:
    op.create_index(
        "ix_nazorgmoment_gedaan_op",
        "nazorgmoment",
        ["gedaan_op", "gevangenis_code", "door_id"],
        sqlite_where=sa.text("gedaan_op IS NOT NULL"),
    )
    op.drop_index("ix_verblijf_deelnemer_id", "verblijf")
    op.create_index("ix_verblijf_deelnemer_id", "verblijf", ["deelnemer_id", "van", "tot", "id", "afdeling"])
    op.execute(
        "DELETE FROM opvolgmoment WHERE vervallen_op IS NOT NULL AND begeleiding_id IN "
        "(SELECT id FROM begeleiding WHERE einddatum IS NULL)"
    )
    op.execute(
        "UPDATE opvolgmoment SET vervallen_op = stay.tot "  # noqa: S608 - every part stands in this file
        "FROM begeleiding JOIN verblijf AS stay ON stay.id = ("
        "SELECT id FROM verblijf WHERE deelnemer_id = begeleiding.deelnemer_id "
        "ORDER BY van DESC, tot DESC NULLS FIRST, id DESC LIMIT 1"
        ") WHERE begeleiding.id = opvolgmoment.begeleiding_id AND begeleiding.einddatum IS NULL "
        f"AND stay.tot IS NOT NULL AND stay.eindreden IN ({OUT}) "
        "AND opvolgmoment.gedaan_op IS NULL AND opvolgmoment.vervallen_op IS NULL"
    )

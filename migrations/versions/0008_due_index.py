"""The indexes of what is open, of stays and of the statuut also hold what counters and lists read of them."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

UNDONE = "gedaan_op IS NULL"
OPEN = "gedaan_op IS NULL AND vervallen_op IS NULL"
# Name, table, columns and the rows that it holds. The columns of that condition are in the index too: only
# then does SQLite read nothing else.
INDEXES = (
    ("ix_taak_open", "taak", ["datum", "deelnemer_id", "gedaan_op"], UNDONE),
    (
        "ix_actie_open",
        "actie",
        ["leerdoel_id", "streefdatum", "gedaan_op", "vervallen"],
        "gedaan_op IS NULL AND vervallen = 0",
    ),
    (
        "ix_informatievraag_open",
        "informatievraag",
        ["datum", "deelnemer_id", "beantwoord_op"],
        "beantwoord_op IS NULL",
    ),
    (
        "ix_opvolgmoment_open",
        "opvolgmoment",
        ["venster_tot", "begeleiding_id", "gedaan_op", "vervallen_op"],
        OPEN,
    ),
    (
        "ix_nazorgmoment_open",
        "nazorgmoment",
        ["datum", "deelnemer_id", "gedaan_op", "vervallen_op"],
        OPEN,
    ),
    (
        "ix_doorverwijzing_open",
        "doorverwijzing",
        ["antwoord_tegen", "deelnemer_id", "partner_code"],
        "stand = 'in_behandeling'",
    ),
)


def upgrade() -> None:
    for name, table, columns, where in INDEXES:
        op.drop_index(name, table)
        op.create_index(name, table, columns, sqlite_where=sa.text(where))
    op.drop_index("ix_begeleiding_einddatum", "begeleiding")
    op.create_index("ix_begeleiding_einddatum", "begeleiding", ["einddatum", "deelnemer_id"])
    op.drop_index("ix_verblijf_deelnemer_id", "verblijf")
    op.create_index("ix_verblijf_deelnemer_id", "verblijf", ["deelnemer_id", "van", "id", "afdeling"])
    op.create_index("ix_statuut_soort", "statuut", ["deelnemer_id", "van", "soort"])
    answered = sa.text("beantwoord_op IS NOT NULL")
    op.create_index(
        "ix_informatievraag_beantwoord_op", "informatievraag", ["beantwoord_op"], sqlite_where=answered
    )
    op.create_index("ix_nazorgmoment_datum", "nazorgmoment", ["datum", "gedaan_op"])

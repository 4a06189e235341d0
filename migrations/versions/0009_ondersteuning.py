"""What helps somebody to learn stands in one place: the free note becomes a support need, its column goes.

An unfinished form that held such a note becomes an unfinished support need.
"""

import json
import uuid

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

SOORT, CODE, BRON = "ondersteuningsnood", "andere", "zelf"
ORIGIN = "Overgenomen uit de oude nota: "
# The longest explanation that the form takes, as it was on the day of this migration.
LONGEST = 10_000

ADD = sa.text(
    "INSERT INTO ondersteuning (uid, deelnemer_id, soort, code, bron, van, toelichting, revisie, "
    "ingevoerd_op, ingevoerd_door_id, gewijzigd_op, gewijzigd_door_id) "
    "SELECT :uid, id, :soort, :code, :bron, substr(ingevoerd_op, 1, 10), :toelichting, 1, "
    "ingevoerd_op, ingevoerd_door_id, gewijzigd_op, gewijzigd_door_id FROM deelnemer WHERE id = :id"
)
ADD_DRAFT = sa.text(
    "INSERT OR IGNORE INTO concept (gebruiker_id, plaats, inhoud, bewaard_op) "
    "SELECT gebruiker_id, :new, :inhoud, bewaard_op FROM concept "
    "WHERE gebruiker_id = :gebruiker AND plaats = :old"
)


def upgrade() -> None:
    connection = op.get_bind()
    notes = connection.execute(sa.text("SELECT id, ondersteuningsnood FROM deelnemer")).all()
    kept = {row.id: row.ondersteuningsnood.strip() for row in notes}
    for deelnemer_id, note in kept.items():
        if note:
            values = {"uid": uuid.uuid4().hex, "id": deelnemer_id, "toelichting": explained(note)}
            connection.execute(ADD, {**values, "soort": SOORT, "code": CODE, "bron": BRON})
    move_drafts(connection, kept)
    # Not a rebuild of the table: its triggers keep the search index.
    op.execute("ALTER TABLE deelnemer DROP COLUMN ondersteuningsnood")


def explained(note: str) -> str:
    """A note that says where it came from, unless that would make it too long to be put right later."""
    return ORIGIN + note if len(ORIGIN + note) <= LONGEST else note


def move_drafts(connection: sa.Connection, kept: dict[int, str]) -> None:
    drafts = sa.text("SELECT gebruiker_id, plaats, inhoud FROM concept WHERE plaats LIKE 'gegevens:%'")
    for row in connection.execute(drafts).all():
        number = row.plaats.removeprefix("gegevens:")
        note = str(json.loads(row.inhoud).get("ondersteuningsnood") or "").strip()
        if not number.isdigit() or not note or note == kept.get(int(number)):
            continue
        inhoud = json.dumps(
            {"soort": SOORT, "code": CODE, "bron": BRON, "toelichting": explained(note)}, ensure_ascii=False
        )
        place = {"old": row.plaats, "new": f"{SOORT}:{number}"}
        connection.execute(ADD_DRAFT, {**place, "inhoud": inhoud, "gebruiker": row.gebruiker_id})

"""The informatievraag that a doorverwijzing came from; the table is made anew, with its keys named."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

NEW = "doorverwijzing_nieuw"
KEPT = (
    "id, uid, deelnemer_id, begeleiding_id, gevangenis_code, partner_code, datum, vraag, antwoord_tegen, "
    "stand, door_id, revisie, ingevoerd_op, ingevoerd_door_id, gewijzigd_op, gewijzigd_door_id"
)


def upgrade() -> None:
    op.create_table(
        NEW,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("deelnemer_id", sa.Integer(), nullable=False),
        sa.Column("begeleiding_id", sa.Integer(), nullable=True),
        sa.Column("informatievraag_id", sa.Integer(), nullable=True),
        sa.Column("gevangenis_code", sa.String(), nullable=False),
        sa.Column("partner_code", sa.String(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("vraag", sa.String(), nullable=False),
        sa.Column("antwoord_tegen", sa.Date(), nullable=False),
        sa.Column("stand", sa.String(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=False),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("ingevoerd_op", sa.DateTime(), nullable=False),
        sa.Column("ingevoerd_door_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "stand IN ('in_behandeling', 'aanvaard', 'geweigerd', 'afgerond', 'ingetrokken')",
            name=op.f("ck_doorverwijzing_stand"),
        ),
        sa.ForeignKeyConstraint(
            ["begeleiding_id"], ["begeleiding.id"], name=op.f("fk_doorverwijzing_begeleiding_id")
        ),
        sa.ForeignKeyConstraint(
            ["deelnemer_id"], ["deelnemer.id"], name=op.f("fk_doorverwijzing_deelnemer_id")
        ),
        sa.ForeignKeyConstraint(["door_id"], ["gebruiker.id"], name=op.f("fk_doorverwijzing_door_id")),
        sa.ForeignKeyConstraint(
            ["gevangenis_code"], ["gevangenis.code"], name=op.f("fk_doorverwijzing_gevangenis_code")
        ),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["gebruiker.id"], name=op.f("fk_doorverwijzing_gewijzigd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["informatievraag_id"], ["informatievraag.id"], name=op.f("fk_doorverwijzing_informatievraag_id")
        ),
        sa.ForeignKeyConstraint(
            ["ingevoerd_door_id"], ["gebruiker.id"], name=op.f("fk_doorverwijzing_ingevoerd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["partner_code"], ["partner.code"], name=op.f("fk_doorverwijzing_partner_code")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_doorverwijzing")),
        sa.UniqueConstraint("uid", name=op.f("uq_doorverwijzing_uid")),
    )
    op.execute(f"INSERT INTO {NEW} ({KEPT}) SELECT {KEPT} FROM doorverwijzing")  # noqa: S608 - our own names
    op.drop_table("doorverwijzing")
    op.rename_table(NEW, "doorverwijzing")
    make_indexes()


def make_indexes() -> None:
    for column in ("begeleiding_id", "informatievraag_id"):
        op.create_index(op.f(f"ix_doorverwijzing_{column}"), "doorverwijzing", [column])
    op.create_index("ix_doorverwijzing_datum", "doorverwijzing", ["datum"])
    op.create_index("ix_doorverwijzing_deelnemer_id", "doorverwijzing", ["deelnemer_id", "datum"])
    op.create_index(
        "ix_doorverwijzing_open",
        "doorverwijzing",
        ["antwoord_tegen"],
        sqlite_where=sa.text("stand = 'in_behandeling'"),
    )

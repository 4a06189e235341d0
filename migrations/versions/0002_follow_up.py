"""The tables of toestemming, doorverwijzing, opvolging, nazorg, ondersteuning and bevolking."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "opvolgregel",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("statuut", sa.String(), nullable=True),
        sa.Column("vrij_van", sa.Integer(), nullable=True),
        sa.Column("vrij_tot", sa.Integer(), nullable=True),
        sa.Column("eenheid", sa.String(), nullable=False),
        sa.Column("venster_van", sa.Integer(), nullable=False),
        sa.Column("venster_tot", sa.Integer(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("geldig_van", sa.Date(), nullable=True),
        sa.Column("geldig_tot", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_opvolgregel")),
    )
    op.create_table(
        "bevolking",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("gevangenis_code", sa.String(), nullable=False),
        sa.Column("maand", sa.String(length=7), nullable=False),
        sa.Column("gemiddelde", sa.Integer(), nullable=False),
        sa.Column("binnengekomen", sa.Integer(), nullable=False),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("ingevoerd_op", sa.DateTime(), nullable=False),
        sa.Column("ingevoerd_door_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("gemiddelde >= 0 AND binnengekomen >= 0", name=op.f("ck_bevolking_aantallen")),
        sa.ForeignKeyConstraint(
            ["gevangenis_code"], ["gevangenis.code"], name=op.f("fk_bevolking_gevangenis_code")
        ),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["gebruiker.id"], name=op.f("fk_bevolking_gewijzigd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["ingevoerd_door_id"], ["gebruiker.id"], name=op.f("fk_bevolking_ingevoerd_door_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bevolking")),
        sa.UniqueConstraint("uid", name=op.f("uq_bevolking_uid")),
    )
    with op.batch_alter_table("bevolking", schema=None) as batch_op:
        batch_op.create_index("uq_bevolking_maand", ["gevangenis_code", "maand"], unique=True)

    op.create_table(
        "ondersteuning",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("deelnemer_id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("bron", sa.String(), nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("toelichting", sa.String(), nullable=False),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("ingevoerd_op", sa.DateTime(), nullable=False),
        sa.Column("ingevoerd_door_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("bron IN ('zelf', 'attest')", name=op.f("ck_ondersteuning_bron")),
        sa.CheckConstraint(
            "soort IN ('ondersteuningsnood', 'redelijke_aanpassing')", name=op.f("ck_ondersteuning_soort")
        ),
        sa.CheckConstraint("tot IS NULL OR tot >= van", name=op.f("ck_ondersteuning_volgorde")),
        sa.ForeignKeyConstraint(
            ["deelnemer_id"], ["deelnemer.id"], name=op.f("fk_ondersteuning_deelnemer_id")
        ),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["gebruiker.id"], name=op.f("fk_ondersteuning_gewijzigd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["ingevoerd_door_id"], ["gebruiker.id"], name=op.f("fk_ondersteuning_ingevoerd_door_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ondersteuning")),
        sa.UniqueConstraint("uid", name=op.f("uq_ondersteuning_uid")),
    )
    with op.batch_alter_table("ondersteuning", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ondersteuning_deelnemer_id"), ["deelnemer_id"], unique=False)

    op.create_table(
        "toestemming",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("deelnemer_id", sa.Integer(), nullable=False),
        sa.Column("partner_code", sa.String(), nullable=False),
        sa.Column("doel", sa.String(), nullable=False),
        sa.Column("gegeven_op", sa.Date(), nullable=False),
        sa.Column("geldig_tot", sa.Date(), nullable=True),
        sa.Column("ingetrokken_op", sa.Date(), nullable=True),
        sa.Column("formuliernummer", sa.String(), nullable=False),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("ingevoerd_op", sa.DateTime(), nullable=False),
        sa.Column("ingevoerd_door_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "geldig_tot IS NULL OR geldig_tot >= gegeven_op", name=op.f("ck_toestemming_volgorde")
        ),
        sa.CheckConstraint(
            "ingetrokken_op IS NULL OR ingetrokken_op >= gegeven_op", name=op.f("ck_toestemming_intrekking")
        ),
        sa.ForeignKeyConstraint(["deelnemer_id"], ["deelnemer.id"], name=op.f("fk_toestemming_deelnemer_id")),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["gebruiker.id"], name=op.f("fk_toestemming_gewijzigd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["ingevoerd_door_id"], ["gebruiker.id"], name=op.f("fk_toestemming_ingevoerd_door_id")
        ),
        sa.ForeignKeyConstraint(["partner_code"], ["partner.code"], name=op.f("fk_toestemming_partner_code")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_toestemming")),
        sa.UniqueConstraint("uid", name=op.f("uq_toestemming_uid")),
    )
    with op.batch_alter_table("toestemming", schema=None) as batch_op:
        batch_op.create_index(
            "ix_toestemming_deelnemer_id", ["deelnemer_id", "partner_code", "doel"], unique=False
        )

    op.create_table(
        "begeleiding_drempel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("begeleiding_id", sa.Integer(), nullable=False),
        sa.Column("drempel", sa.String(), nullable=False),
        sa.Column("vastgesteld_op", sa.Date(), nullable=False),
        sa.Column("opgelost_op", sa.Date(), nullable=True),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("ingevoerd_op", sa.DateTime(), nullable=False),
        sa.Column("ingevoerd_door_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "opgelost_op IS NULL OR opgelost_op >= vastgesteld_op",
            name=op.f("ck_begeleiding_drempel_volgorde"),
        ),
        sa.ForeignKeyConstraint(
            ["begeleiding_id"], ["begeleiding.id"], name=op.f("fk_begeleiding_drempel_begeleiding_id")
        ),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["gebruiker.id"], name=op.f("fk_begeleiding_drempel_gewijzigd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["ingevoerd_door_id"], ["gebruiker.id"], name=op.f("fk_begeleiding_drempel_ingevoerd_door_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_begeleiding_drempel")),
        sa.UniqueConstraint("uid", name=op.f("uq_begeleiding_drempel_uid")),
    )
    with op.batch_alter_table("begeleiding_drempel", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_begeleiding_drempel_begeleiding_id"), ["begeleiding_id"], unique=False
        )

    op.create_table(
        "doorverwijzing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("deelnemer_id", sa.Integer(), nullable=False),
        sa.Column("begeleiding_id", sa.Integer(), nullable=True),
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
            ["ingevoerd_door_id"], ["gebruiker.id"], name=op.f("fk_doorverwijzing_ingevoerd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["partner_code"], ["partner.code"], name=op.f("fk_doorverwijzing_partner_code")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_doorverwijzing")),
        sa.UniqueConstraint("uid", name=op.f("uq_doorverwijzing_uid")),
    )
    with op.batch_alter_table("doorverwijzing", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_doorverwijzing_begeleiding_id"), ["begeleiding_id"], unique=False
        )
        batch_op.create_index("ix_doorverwijzing_datum", ["datum"], unique=False)
        batch_op.create_index("ix_doorverwijzing_deelnemer_id", ["deelnemer_id", "datum"], unique=False)
        batch_op.create_index(
            "ix_doorverwijzing_open",
            ["antwoord_tegen"],
            unique=False,
            sqlite_where=sa.text("stand = 'in_behandeling'"),
        )

    op.create_table(
        "nazorgmoment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("deelnemer_id", sa.Integer(), nullable=False),
        sa.Column("verblijf_id", sa.Integer(), nullable=False),
        sa.Column("gevangenis_code", sa.String(), nullable=False),
        sa.Column("maanden", sa.Integer(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("kanaal", sa.String(), nullable=True),
        sa.Column("gedaan_op", sa.Date(), nullable=True),
        sa.Column("uitkomst", sa.String(), nullable=True),
        sa.Column("vervallen_op", sa.Date(), nullable=True),
        sa.Column("toelichting", sa.String(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=True),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("ingevoerd_op", sa.DateTime(), nullable=False),
        sa.Column("ingevoerd_door_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("(gedaan_op IS NULL) = (uitkomst IS NULL)", name=op.f("ck_nazorgmoment_uitkomst")),
        sa.CheckConstraint("maanden IN (6, 9, 12)", name=op.f("ck_nazorgmoment_maanden")),
        sa.ForeignKeyConstraint(
            ["deelnemer_id"], ["deelnemer.id"], name=op.f("fk_nazorgmoment_deelnemer_id")
        ),
        sa.ForeignKeyConstraint(["door_id"], ["gebruiker.id"], name=op.f("fk_nazorgmoment_door_id")),
        sa.ForeignKeyConstraint(
            ["gevangenis_code"], ["gevangenis.code"], name=op.f("fk_nazorgmoment_gevangenis_code")
        ),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["gebruiker.id"], name=op.f("fk_nazorgmoment_gewijzigd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["ingevoerd_door_id"], ["gebruiker.id"], name=op.f("fk_nazorgmoment_ingevoerd_door_id")
        ),
        sa.ForeignKeyConstraint(["verblijf_id"], ["verblijf.id"], name=op.f("fk_nazorgmoment_verblijf_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nazorgmoment")),
        sa.UniqueConstraint("uid", name=op.f("uq_nazorgmoment_uid")),
    )
    with op.batch_alter_table("nazorgmoment", schema=None) as batch_op:
        batch_op.create_index("ix_nazorgmoment_deelnemer_id", ["deelnemer_id"], unique=False)
        batch_op.create_index(
            "ix_nazorgmoment_open",
            ["datum"],
            unique=False,
            sqlite_where=sa.text("gedaan_op IS NULL AND vervallen_op IS NULL"),
        )
        batch_op.create_index("uq_nazorgmoment_verblijf", ["verblijf_id", "maanden"], unique=True)

    op.create_table(
        "vrijlatingspunt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("verblijf_id", sa.Integer(), nullable=False),
        sa.Column("punt", sa.String(), nullable=False),
        sa.Column("gedaan_op", sa.Date(), nullable=False),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("ingevoerd_op", sa.DateTime(), nullable=False),
        sa.Column("ingevoerd_door_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["gebruiker.id"], name=op.f("fk_vrijlatingspunt_gewijzigd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["ingevoerd_door_id"], ["gebruiker.id"], name=op.f("fk_vrijlatingspunt_ingevoerd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["verblijf_id"], ["verblijf.id"], name=op.f("fk_vrijlatingspunt_verblijf_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vrijlatingspunt")),
        sa.UniqueConstraint("uid", name=op.f("uq_vrijlatingspunt_uid")),
    )
    with op.batch_alter_table("vrijlatingspunt", schema=None) as batch_op:
        batch_op.create_index("uq_vrijlatingspunt", ["verblijf_id", "punt"], unique=True)

    op.create_table(
        "doorverwijzingstand",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("doorverwijzing_id", sa.Integer(), nullable=False),
        sa.Column("stand", sa.String(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("toelichting", sa.String(), nullable=False),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("ingevoerd_op", sa.DateTime(), nullable=False),
        sa.Column("ingevoerd_door_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("stand <> 'geweigerd' OR reden <> ''", name=op.f("ck_doorverwijzingstand_reden")),
        sa.ForeignKeyConstraint(
            ["doorverwijzing_id"],
            ["doorverwijzing.id"],
            name=op.f("fk_doorverwijzingstand_doorverwijzing_id"),
        ),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["gebruiker.id"], name=op.f("fk_doorverwijzingstand_gewijzigd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["ingevoerd_door_id"], ["gebruiker.id"], name=op.f("fk_doorverwijzingstand_ingevoerd_door_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_doorverwijzingstand")),
        sa.UniqueConstraint("uid", name=op.f("uq_doorverwijzingstand_uid")),
    )
    with op.batch_alter_table("doorverwijzingstand", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_doorverwijzingstand_doorverwijzing_id"), ["doorverwijzing_id"], unique=False
        )

    op.create_table(
        "opvolgmoment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("begeleiding_id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("regel_code", sa.String(), nullable=False),
        sa.Column("vanaf", sa.Date(), nullable=False),
        sa.Column("venster_van", sa.Date(), nullable=False),
        sa.Column("venster_tot", sa.Date(), nullable=False),
        sa.Column("gedaan_op", sa.Date(), nullable=True),
        sa.Column("vervallen_op", sa.Date(), nullable=True),
        sa.Column("contactmoment_id", sa.Integer(), nullable=True),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("ingevoerd_op", sa.DateTime(), nullable=False),
        sa.Column("ingevoerd_door_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "soort IN ('periodiek', 'na_overplaatsing', 'voor_vrijlating')",
            name=op.f("ck_opvolgmoment_soort"),
        ),
        sa.CheckConstraint("venster_tot >= venster_van", name=op.f("ck_opvolgmoment_volgorde")),
        sa.ForeignKeyConstraint(
            ["begeleiding_id"], ["begeleiding.id"], name=op.f("fk_opvolgmoment_begeleiding_id")
        ),
        sa.ForeignKeyConstraint(
            ["contactmoment_id"], ["contactmoment.id"], name=op.f("fk_opvolgmoment_contactmoment_id")
        ),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["gebruiker.id"], name=op.f("fk_opvolgmoment_gewijzigd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["ingevoerd_door_id"], ["gebruiker.id"], name=op.f("fk_opvolgmoment_ingevoerd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["regel_code"], ["opvolgregel.code"], name=op.f("fk_opvolgmoment_regel_code")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opvolgmoment")),
        sa.UniqueConstraint("uid", name=op.f("uq_opvolgmoment_uid")),
    )
    with op.batch_alter_table("opvolgmoment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_opvolgmoment_begeleiding_id"), ["begeleiding_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_opvolgmoment_contactmoment_id"), ["contactmoment_id"], unique=False
        )
        batch_op.create_index(
            "ix_opvolgmoment_open",
            ["venster_tot"],
            unique=False,
            sqlite_where=sa.text("gedaan_op IS NULL AND vervallen_op IS NULL"),
        )

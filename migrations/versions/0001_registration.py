"""the tables that registration starts with."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "gebruiker",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("rol", sa.String(), nullable=False),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gebruiker")),
        sa.UniqueConstraint("login", name=op.f("uq_gebruiker_login")),
    )
    op.create_table(
        "gevangenis",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("geldig_van", sa.Date(), nullable=True),
        sa.Column("geldig_tot", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_gevangenis")),
    )
    op.create_table(
        "instelling",
        sa.Column("sleutel", sa.String(), nullable=False),
        sa.Column("waarde", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("sleutel", name=op.f("pk_instelling")),
    )
    op.create_table(
        "partner",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("geldig_van", sa.Date(), nullable=True),
        sa.Column("geldig_tot", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_partner")),
    )
    op.create_table(
        "referentiewaarde",
        sa.Column("lijst", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("groep", sa.String(), nullable=False),
        sa.Column("geldig_van", sa.Date(), nullable=True),
        sa.Column("geldig_tot", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("lijst", "code", name=op.f("pk_referentiewaarde")),
    )
    op.create_table(
        "concept",
        sa.Column("gebruiker_id", sa.Integer(), nullable=False),
        sa.Column("plaats", sa.String(), nullable=False),
        sa.Column("inhoud", sa.String(), nullable=False),
        sa.Column("bewaard_op", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["gebruiker_id"], ["gebruiker.id"], name=op.f("fk_concept_gebruiker_id")),
        sa.PrimaryKeyConstraint("gebruiker_id", "plaats", name=op.f("pk_concept")),
    )
    op.create_table(
        "correctie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("tabel", sa.String(), nullable=False),
        sa.Column("rij_uid", sa.String(length=32), nullable=False),
        sa.Column("veld", sa.String(), nullable=False),
        sa.Column("oud", sa.String(), nullable=False),
        sa.Column("nieuw", sa.String(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("ingevoerd_op", sa.DateTime(), nullable=False),
        sa.Column("ingevoerd_door_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["gebruiker.id"], name=op.f("fk_correctie_gewijzigd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["ingevoerd_door_id"], ["gebruiker.id"], name=op.f("fk_correctie_ingevoerd_door_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correctie")),
        sa.UniqueConstraint("uid", name=op.f("uq_correctie_uid")),
    )
    with op.batch_alter_table("correctie", schema=None) as batch_op:
        batch_op.create_index("ix_correctie_rij", ["tabel", "rij_uid"], unique=False)

    op.create_table(
        "deelnemer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("dossiernummer", sa.Integer(), nullable=False),
        sa.Column("voornaam", sa.String(), nullable=False),
        sa.Column("familienaam", sa.String(), nullable=False),
        sa.Column("naam_eigen_schrift", sa.String(), nullable=False),
        sa.Column("zoeknaam", sa.String(), nullable=False),
        sa.Column("sorteersleutel", sa.String(), nullable=False),
        sa.Column("geboortedatum", sa.Date(), nullable=True),
        sa.Column("geslacht", sa.String(), nullable=True),
        sa.Column("opleidingsniveau", sa.String(), nullable=True),
        sa.Column("migratieachtergrond", sa.String(), nullable=False),
        sa.Column("arbeidshandicap", sa.String(), nullable=False),
        sa.Column("ondersteuningsnood", sa.String(), nullable=False),
        sa.Column("vrij_vanaf", sa.Date(), nullable=True),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("ingevoerd_op", sa.DateTime(), nullable=False),
        sa.Column("ingevoerd_door_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "arbeidshandicap IN ('ja', 'nee', 'onbekend')", name=op.f("ck_deelnemer_arbeidshandicap")
        ),
        sa.CheckConstraint("geslacht IN ('M', 'V', 'X')", name=op.f("ck_deelnemer_geslacht")),
        sa.CheckConstraint(
            "migratieachtergrond IN ('ja', 'nee', 'onbekend')", name=op.f("ck_deelnemer_migratieachtergrond")
        ),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["gebruiker.id"], name=op.f("fk_deelnemer_gewijzigd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["ingevoerd_door_id"], ["gebruiker.id"], name=op.f("fk_deelnemer_ingevoerd_door_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deelnemer")),
        sa.UniqueConstraint("dossiernummer", name=op.f("uq_deelnemer_dossiernummer")),
        sa.UniqueConstraint("uid", name=op.f("uq_deelnemer_uid")),
    )
    with op.batch_alter_table("deelnemer", schema=None) as batch_op:
        batch_op.create_index("ix_deelnemer_naam", ["sorteersleutel", "id"], unique=False)

    op.create_table(
        "levering",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("maand", sa.String(length=7), nullable=False),
        sa.Column("bestandsnaam", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("ingevoerd_op", sa.DateTime(), nullable=False),
        sa.Column("ingevoerd_door_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["gebruiker.id"], name=op.f("fk_levering_gewijzigd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["ingevoerd_door_id"], ["gebruiker.id"], name=op.f("fk_levering_ingevoerd_door_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_levering")),
        sa.UniqueConstraint("uid", name=op.f("uq_levering_uid")),
    )
    with op.batch_alter_table("levering", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_levering_maand"), ["maand"], unique=False)

    op.create_table(
        "partner_gevangenis",
        sa.Column("partner_code", sa.String(), nullable=False),
        sa.Column("gevangenis_code", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gevangenis_code"], ["gevangenis.code"], name=op.f("fk_partner_gevangenis_gevangenis_code")
        ),
        sa.ForeignKeyConstraint(
            ["partner_code"], ["partner.code"], name=op.f("fk_partner_gevangenis_partner_code")
        ),
        sa.PrimaryKeyConstraint("partner_code", "gevangenis_code", name=op.f("pk_partner_gevangenis")),
    )
    op.create_table(
        "verwijdering",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("tabel", sa.String(), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("ingevoerd_op", sa.DateTime(), nullable=False),
        sa.Column("ingevoerd_door_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("reden <> ''", name=op.f("ck_verwijdering_reden")),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["gebruiker.id"], name=op.f("fk_verwijdering_gewijzigd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["ingevoerd_door_id"], ["gebruiker.id"], name=op.f("fk_verwijdering_ingevoerd_door_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verwijdering")),
        sa.UniqueConstraint("uid", name=op.f("uq_verwijdering_uid")),
    )
    op.create_table(
        "begeleiding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("deelnemer_id", sa.Integer(), nullable=False),
        sa.Column("gevangenis_code", sa.String(), nullable=False),
        sa.Column("begindatum", sa.Date(), nullable=False),
        sa.Column("fase", sa.String(), nullable=False),
        sa.Column("leervraag", sa.String(), nullable=False),
        sa.Column("einddatum", sa.Date(), nullable=True),
        sa.Column("einde", sa.String(), nullable=True),
        sa.Column("door_id", sa.Integer(), nullable=False),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("ingevoerd_op", sa.DateTime(), nullable=False),
        sa.Column("ingevoerd_door_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "einde IS NULL OR einde IN ('afgerond', 'stopgezet')", name=op.f("ck_begeleiding_einde")
        ),
        sa.CheckConstraint(
            "fase IN ('intake', 'orientering', 'plan', 'opvolging', 'afronding', 'nazorg')",
            name=op.f("ck_begeleiding_fase"),
        ),
        sa.CheckConstraint(
            "(einde IS NULL) = (einddatum IS NULL)", name=op.f("ck_begeleiding_einde_met_datum")
        ),
        sa.CheckConstraint(
            "einddatum IS NULL OR einddatum >= begindatum", name=op.f("ck_begeleiding_volgorde")
        ),
        sa.ForeignKeyConstraint(["deelnemer_id"], ["deelnemer.id"], name=op.f("fk_begeleiding_deelnemer_id")),
        sa.ForeignKeyConstraint(["door_id"], ["gebruiker.id"], name=op.f("fk_begeleiding_door_id")),
        sa.ForeignKeyConstraint(
            ["gevangenis_code"], ["gevangenis.code"], name=op.f("fk_begeleiding_gevangenis_code")
        ),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["gebruiker.id"], name=op.f("fk_begeleiding_gewijzigd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["ingevoerd_door_id"], ["gebruiker.id"], name=op.f("fk_begeleiding_ingevoerd_door_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_begeleiding")),
        sa.UniqueConstraint("uid", name=op.f("uq_begeleiding_uid")),
    )
    with op.batch_alter_table("begeleiding", schema=None) as batch_op:
        batch_op.create_index("ix_begeleiding_begindatum", ["begindatum"], unique=False)
        batch_op.create_index("ix_begeleiding_deelnemer_id", ["deelnemer_id", "begindatum"], unique=False)
        batch_op.create_index("ix_begeleiding_einddatum", ["einddatum"], unique=False)
        batch_op.create_index(
            "uq_begeleiding_open",
            ["deelnemer_id", "gevangenis_code"],
            unique=True,
            sqlite_where=sa.text("einddatum IS NULL"),
        )

    op.create_table(
        "bekeken",
        sa.Column("gebruiker_id", sa.Integer(), nullable=False),
        sa.Column("deelnemer_id", sa.Integer(), nullable=False),
        sa.Column("bekeken_op", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["deelnemer_id"], ["deelnemer.id"], name=op.f("fk_bekeken_deelnemer_id")),
        sa.ForeignKeyConstraint(["gebruiker_id"], ["gebruiker.id"], name=op.f("fk_bekeken_gebruiker_id")),
        sa.PrimaryKeyConstraint("gebruiker_id", "deelnemer_id", name=op.f("pk_bekeken")),
    )
    op.create_table(
        "deelnemer_taal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("deelnemer_id", sa.Integer(), nullable=False),
        sa.Column("taal", sa.String(), nullable=False),
        sa.Column("niveau", sa.String(), nullable=True),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("ingevoerd_op", sa.DateTime(), nullable=False),
        sa.Column("ingevoerd_door_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["deelnemer_id"], ["deelnemer.id"], name=op.f("fk_deelnemer_taal_deelnemer_id")
        ),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["gebruiker.id"], name=op.f("fk_deelnemer_taal_gewijzigd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["ingevoerd_door_id"], ["gebruiker.id"], name=op.f("fk_deelnemer_taal_ingevoerd_door_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deelnemer_taal")),
        sa.UniqueConstraint("uid", name=op.f("uq_deelnemer_taal_uid")),
    )
    with op.batch_alter_table("deelnemer_taal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_deelnemer_taal_deelnemer_id"), ["deelnemer_id"], unique=False)

    op.create_table(
        "statuut",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("deelnemer_id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("ingevoerd_op", sa.DateTime(), nullable=False),
        sa.Column("ingevoerd_door_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("soort IN ('B', 'V', 'G', 'A')", name=op.f("ck_statuut_soort")),
        sa.ForeignKeyConstraint(["deelnemer_id"], ["deelnemer.id"], name=op.f("fk_statuut_deelnemer_id")),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["gebruiker.id"], name=op.f("fk_statuut_gewijzigd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["ingevoerd_door_id"], ["gebruiker.id"], name=op.f("fk_statuut_ingevoerd_door_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statuut")),
        sa.UniqueConstraint("uid", name=op.f("uq_statuut_uid")),
    )
    with op.batch_alter_table("statuut", schema=None) as batch_op:
        batch_op.create_index("uq_statuut_van", ["deelnemer_id", "van"], unique=True)

    op.create_table(
        "taak",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("deelnemer_id", sa.Integer(), nullable=True),
        sa.Column("omschrijving", sa.String(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("uur", sa.String(), nullable=False),
        sa.Column("gedaan_op", sa.Date(), nullable=True),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("ingevoerd_op", sa.DateTime(), nullable=False),
        sa.Column("ingevoerd_door_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["deelnemer_id"], ["deelnemer.id"], name=op.f("fk_taak_deelnemer_id")),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["gebruiker.id"], name=op.f("fk_taak_gewijzigd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["ingevoerd_door_id"], ["gebruiker.id"], name=op.f("fk_taak_ingevoerd_door_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_taak")),
        sa.UniqueConstraint("uid", name=op.f("uq_taak_uid")),
    )
    with op.batch_alter_table("taak", schema=None) as batch_op:
        batch_op.create_index("ix_taak_deelnemer_id", ["deelnemer_id"], unique=False)
        batch_op.create_index(
            "ix_taak_open", ["datum"], unique=False, sqlite_where=sa.text("gedaan_op IS NULL")
        )

    op.create_table(
        "verblijf",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("deelnemer_id", sa.Integer(), nullable=False),
        sa.Column("gevangenis_code", sa.String(), nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("afdeling", sa.String(), nullable=False),
        sa.Column("cel", sa.String(), nullable=False),
        sa.Column("eindreden", sa.String(), nullable=True),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("ingevoerd_op", sa.DateTime(), nullable=False),
        sa.Column("ingevoerd_door_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("tot IS NULL OR tot >= van", name=op.f("ck_verblijf_volgorde")),
        sa.ForeignKeyConstraint(["deelnemer_id"], ["deelnemer.id"], name=op.f("fk_verblijf_deelnemer_id")),
        sa.ForeignKeyConstraint(
            ["gevangenis_code"], ["gevangenis.code"], name=op.f("fk_verblijf_gevangenis_code")
        ),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["gebruiker.id"], name=op.f("fk_verblijf_gewijzigd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["ingevoerd_door_id"], ["gebruiker.id"], name=op.f("fk_verblijf_ingevoerd_door_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verblijf")),
        sa.UniqueConstraint("uid", name=op.f("uq_verblijf_uid")),
    )
    with op.batch_alter_table("verblijf", schema=None) as batch_op:
        batch_op.create_index("ix_verblijf_deelnemer_id", ["deelnemer_id", "van"], unique=False)
        batch_op.create_index(
            "ix_verblijf_gevangenis", ["gevangenis_code", "tot", "deelnemer_id"], unique=False
        )
        batch_op.create_index(
            "uq_verblijf_open", ["deelnemer_id"], unique=True, sqlite_where=sa.text("tot IS NULL")
        )

    op.create_table(
        "contactmoment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("deelnemer_id", sa.Integer(), nullable=False),
        sa.Column("begeleiding_id", sa.Integer(), nullable=True),
        sa.Column("gevangenis_code", sa.String(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("minuten", sa.Integer(), nullable=False),
        sa.Column("notitie", sa.String(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=False),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("ingevoerd_op", sa.DateTime(), nullable=False),
        sa.Column("ingevoerd_door_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("minuten >= 0 AND minuten <= 1440", name=op.f("ck_contactmoment_minuten")),
        sa.ForeignKeyConstraint(
            ["begeleiding_id"], ["begeleiding.id"], name=op.f("fk_contactmoment_begeleiding_id")
        ),
        sa.ForeignKeyConstraint(
            ["deelnemer_id"], ["deelnemer.id"], name=op.f("fk_contactmoment_deelnemer_id")
        ),
        sa.ForeignKeyConstraint(["door_id"], ["gebruiker.id"], name=op.f("fk_contactmoment_door_id")),
        sa.ForeignKeyConstraint(
            ["gevangenis_code"], ["gevangenis.code"], name=op.f("fk_contactmoment_gevangenis_code")
        ),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["gebruiker.id"], name=op.f("fk_contactmoment_gewijzigd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["ingevoerd_door_id"], ["gebruiker.id"], name=op.f("fk_contactmoment_ingevoerd_door_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contactmoment")),
        sa.UniqueConstraint("uid", name=op.f("uq_contactmoment_uid")),
    )
    with op.batch_alter_table("contactmoment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contactmoment_begeleiding_id"), ["begeleiding_id"], unique=False)
        batch_op.create_index("ix_contactmoment_datum", ["datum"], unique=False)
        batch_op.create_index("ix_contactmoment_deelnemer_id", ["deelnemer_id", "datum"], unique=False)

    op.create_table(
        "faseovergang",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("begeleiding_id", sa.Integer(), nullable=False),
        sa.Column("fase", sa.String(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("ingevoerd_op", sa.DateTime(), nullable=False),
        sa.Column("ingevoerd_door_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["begeleiding_id"], ["begeleiding.id"], name=op.f("fk_faseovergang_begeleiding_id")
        ),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["gebruiker.id"], name=op.f("fk_faseovergang_gewijzigd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["ingevoerd_door_id"], ["gebruiker.id"], name=op.f("fk_faseovergang_ingevoerd_door_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_faseovergang")),
        sa.UniqueConstraint("uid", name=op.f("uq_faseovergang_uid")),
    )
    with op.batch_alter_table("faseovergang", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_faseovergang_begeleiding_id"), ["begeleiding_id"], unique=False)

    op.create_table(
        "informatievraag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("deelnemer_id", sa.Integer(), nullable=True),
        sa.Column("gevangenis_code", sa.String(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("kanaal", sa.String(), nullable=False),
        sa.Column("onderwerp", sa.String(), nullable=False),
        sa.Column("vraag", sa.String(), nullable=False),
        sa.Column("antwoord", sa.String(), nullable=False),
        sa.Column("beantwoord_op", sa.Date(), nullable=True),
        sa.Column("minuten", sa.Integer(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=False),
        sa.Column("begeleiding_id", sa.Integer(), nullable=True),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("ingevoerd_op", sa.DateTime(), nullable=False),
        sa.Column("ingevoerd_door_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "beantwoord_op IS NULL OR beantwoord_op >= datum", name=op.f("ck_informatievraag_volgorde")
        ),
        sa.CheckConstraint("minuten >= 0 AND minuten <= 1440", name=op.f("ck_informatievraag_minuten")),
        sa.ForeignKeyConstraint(
            ["begeleiding_id"], ["begeleiding.id"], name=op.f("fk_informatievraag_begeleiding_id")
        ),
        sa.ForeignKeyConstraint(
            ["deelnemer_id"], ["deelnemer.id"], name=op.f("fk_informatievraag_deelnemer_id")
        ),
        sa.ForeignKeyConstraint(["door_id"], ["gebruiker.id"], name=op.f("fk_informatievraag_door_id")),
        sa.ForeignKeyConstraint(
            ["gevangenis_code"], ["gevangenis.code"], name=op.f("fk_informatievraag_gevangenis_code")
        ),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["gebruiker.id"], name=op.f("fk_informatievraag_gewijzigd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["ingevoerd_door_id"], ["gebruiker.id"], name=op.f("fk_informatievraag_ingevoerd_door_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_informatievraag")),
        sa.UniqueConstraint("uid", name=op.f("uq_informatievraag_uid")),
    )
    with op.batch_alter_table("informatievraag", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_informatievraag_begeleiding_id"), ["begeleiding_id"], unique=False
        )
        batch_op.create_index("ix_informatievraag_datum", ["datum", "id"], unique=False)
        batch_op.create_index("ix_informatievraag_deelnemer_id", ["deelnemer_id", "datum"], unique=False)
        batch_op.create_index(
            "ix_informatievraag_open", ["datum"], unique=False, sqlite_where=sa.text("beantwoord_op IS NULL")
        )

    op.create_table(
        "leerdoel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("begeleiding_id", sa.Integer(), nullable=False),
        sa.Column("omschrijving", sa.String(), nullable=False),
        sa.Column("streefdatum", sa.Date(), nullable=True),
        sa.Column("bereikt_op", sa.Date(), nullable=True),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("ingevoerd_op", sa.DateTime(), nullable=False),
        sa.Column("ingevoerd_door_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["begeleiding_id"], ["begeleiding.id"], name=op.f("fk_leerdoel_begeleiding_id")
        ),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["gebruiker.id"], name=op.f("fk_leerdoel_gewijzigd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["ingevoerd_door_id"], ["gebruiker.id"], name=op.f("fk_leerdoel_ingevoerd_door_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leerdoel")),
        sa.UniqueConstraint("uid", name=op.f("uq_leerdoel_uid")),
    )
    with op.batch_alter_table("leerdoel", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_leerdoel_begeleiding_id"), ["begeleiding_id"], unique=False)

    op.create_table(
        "opschorting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("begeleiding_id", sa.Integer(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("toelichting", sa.String(), nullable=False),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("ingevoerd_op", sa.DateTime(), nullable=False),
        sa.Column("ingevoerd_door_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("tot IS NULL OR tot >= van", name=op.f("ck_opschorting_volgorde")),
        sa.ForeignKeyConstraint(
            ["begeleiding_id"], ["begeleiding.id"], name=op.f("fk_opschorting_begeleiding_id")
        ),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["gebruiker.id"], name=op.f("fk_opschorting_gewijzigd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["ingevoerd_door_id"], ["gebruiker.id"], name=op.f("fk_opschorting_ingevoerd_door_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opschorting")),
        sa.UniqueConstraint("uid", name=op.f("uq_opschorting_uid")),
    )
    with op.batch_alter_table("opschorting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_opschorting_begeleiding_id"), ["begeleiding_id"], unique=False)
        batch_op.create_index(
            "uq_opschorting_open", ["begeleiding_id"], unique=True, sqlite_where=sa.text("tot IS NULL")
        )

    op.create_table(
        "stopzetting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("begeleiding_id", sa.Integer(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("toelichting", sa.String(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=False),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("ingevoerd_op", sa.DateTime(), nullable=False),
        sa.Column("ingevoerd_door_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("reden <> ''", name=op.f("ck_stopzetting_reden")),
        sa.ForeignKeyConstraint(
            ["begeleiding_id"], ["begeleiding.id"], name=op.f("fk_stopzetting_begeleiding_id")
        ),
        sa.ForeignKeyConstraint(["door_id"], ["gebruiker.id"], name=op.f("fk_stopzetting_door_id")),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["gebruiker.id"], name=op.f("fk_stopzetting_gewijzigd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["ingevoerd_door_id"], ["gebruiker.id"], name=op.f("fk_stopzetting_ingevoerd_door_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stopzetting")),
        sa.UniqueConstraint("begeleiding_id", name=op.f("uq_stopzetting_begeleiding_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_stopzetting_uid")),
    )
    op.create_table(
        "actie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("leerdoel_id", sa.Integer(), nullable=False),
        sa.Column("omschrijving", sa.String(), nullable=False),
        sa.Column("wie", sa.String(), nullable=False),
        sa.Column("streefdatum", sa.Date(), nullable=True),
        sa.Column("gedaan_op", sa.Date(), nullable=True),
        sa.Column("vervallen", sa.Boolean(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("revisie", sa.Integer(), nullable=False),
        sa.Column("ingevoerd_op", sa.DateTime(), nullable=False),
        sa.Column("ingevoerd_door_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["gebruiker.id"], name=op.f("fk_actie_gewijzigd_door_id")
        ),
        sa.ForeignKeyConstraint(
            ["ingevoerd_door_id"], ["gebruiker.id"], name=op.f("fk_actie_ingevoerd_door_id")
        ),
        sa.ForeignKeyConstraint(["leerdoel_id"], ["leerdoel.id"], name=op.f("fk_actie_leerdoel_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actie")),
        sa.UniqueConstraint("uid", name=op.f("uq_actie_uid")),
    )
    with op.batch_alter_table("actie", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_actie_leerdoel_id"), ["leerdoel_id"], unique=False)
        batch_op.create_index(
            "ix_actie_open",
            ["streefdatum"],
            unique=False,
            sqlite_where=sa.text("gedaan_op IS NULL AND vervallen = 0"),
        )

"""Every table of the database: one metadata, one history. Read and written by features, never by screens.

Codes stand as text: those of a `Label` by its value, those of a reference list by the code in
`referentiewaarde`. Days are dates, moments are UTC. Every row that a user enters is `Geregistreerd`: who did
it is not who typed it, and the day of the event is not the moment of entry (domein.md section 5).
"""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from leertraject_desktop.storage.base import GAAT_MEE, LAAT_LOS, Base, Geregistreerd


class Gevangenis(Base):
    """A prison or detentiehuis; the codes are ours, the list is data from Vocvo."""

    __tablename__ = "gevangenis"

    code: Mapped[str] = mapped_column(primary_key=True)
    naam: Mapped[str]
    geldig_van: Mapped[date | None]
    geldig_tot: Mapped[date | None]


class Referentiewaarde(Base):
    """One code of one reference list; `groep` gathers codes where a figure needs fewer of them."""

    __tablename__ = "referentiewaarde"

    lijst: Mapped[str] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True)
    label: Mapped[str]
    volgorde: Mapped[int]
    groep: Mapped[str] = mapped_column(default="")
    geldig_van: Mapped[date | None]
    geldig_tot: Mapped[date | None]


class Partner(Base):
    """An organisation outside that deelnemers are referred to, or that works inside."""

    __tablename__ = "partner"

    code: Mapped[str] = mapped_column(primary_key=True)
    naam: Mapped[str]
    soort: Mapped[str]
    geldig_van: Mapped[date | None]
    geldig_tot: Mapped[date | None]


class PartnerGevangenis(Base):
    """A partner that works for a prison."""

    __tablename__ = "partner_gevangenis"

    partner_code: Mapped[str] = mapped_column(ForeignKey("partner.code"), primary_key=True)
    gevangenis_code: Mapped[str] = mapped_column(ForeignKey("gevangenis.code"), primary_key=True)


class Instelling(Base):
    """One setting of this database: the prison that it belongs to, its number of the next dossier."""

    __tablename__ = "instelling"

    sleutel: Mapped[str] = mapped_column(primary_key=True)
    waarde: Mapped[str]


class Gebruiker(Base):
    """A colleague: logs in, or only stands in the list of who did something."""

    __tablename__ = "gebruiker"

    id: Mapped[int] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(unique=True)
    naam: Mapped[str]
    rol: Mapped[str]
    actief: Mapped[bool] = mapped_column(default=True)


class Deelnemer(Geregistreerd, Base):
    """The person. Nothing on the crime, the judgment or the case stands here or anywhere else."""

    __tablename__ = "deelnemer"
    __table_args__ = (
        Index("ix_deelnemer_naam", "sorteersleutel", "id"),
        CheckConstraint("geslacht IN ('M', 'V', 'X')", name="geslacht"),
        CheckConstraint("migratieachtergrond IN ('ja', 'nee', 'onbekend')", name="migratieachtergrond"),
        CheckConstraint("arbeidshandicap IN ('ja', 'nee', 'onbekend')", name="arbeidshandicap"),
    )

    dossiernummer: Mapped[int] = mapped_column(unique=True)
    voornaam: Mapped[str]
    familienaam: Mapped[str]
    naam_eigen_schrift: Mapped[str] = mapped_column(default="")
    zoeknaam: Mapped[str]
    klank: Mapped[str] = mapped_column(default="")
    sorteersleutel: Mapped[str]
    geboortedatum: Mapped[date | None]
    geslacht: Mapped[str | None]
    opleidingsniveau: Mapped[str | None]
    migratieachtergrond: Mapped[str] = mapped_column(default="onbekend")
    arbeidshandicap: Mapped[str] = mapped_column(default="onbekend")
    vrij_vanaf: Mapped[date | None]


class DeelnemerTaal(Geregistreerd, Base):
    """A language that a deelnemer speaks; the first in order is the one to speak with."""

    __tablename__ = "deelnemer_taal"

    deelnemer_id: Mapped[int] = mapped_column(ForeignKey("deelnemer.id"), index=True, info=GAAT_MEE)
    taal: Mapped[str]
    niveau: Mapped[str | None]
    volgorde: Mapped[int]


class Verblijf(Geregistreerd, Base):
    """A stay in one gevangenis; "gevangenis at the time of the event" follows from it."""

    __tablename__ = "verblijf"
    __table_args__ = (
        CheckConstraint("tot IS NULL OR tot >= van", name="volgorde"),
        Index("uq_verblijf_open", "deelnemer_id", unique=True, sqlite_where=text("tot IS NULL")),
        Index("ix_verblijf_deelnemer_id", "deelnemer_id", "van", "tot", "id", "afdeling"),
        Index("ix_verblijf_gevangenis", "gevangenis_code", "tot", "deelnemer_id"),
    )

    deelnemer_id: Mapped[int] = mapped_column(ForeignKey("deelnemer.id"), info=GAAT_MEE)
    gevangenis_code: Mapped[str] = mapped_column(ForeignKey("gevangenis.code"))
    van: Mapped[date]
    tot: Mapped[date | None]
    afdeling: Mapped[str] = mapped_column(default="")
    cel: Mapped[str] = mapped_column(default="")
    eindreden: Mapped[str | None]


class Statuut(Geregistreerd, Base):
    """The statuut of a deelnemer from a day on; the last one that has begun counts."""

    __tablename__ = "statuut"
    __table_args__ = (
        CheckConstraint("soort IN ('B', 'V', 'G', 'A')", name="soort"),
        Index("uq_statuut_van", "deelnemer_id", "van", unique=True),
        Index("ix_statuut_soort", "deelnemer_id", "van", "soort"),
    )

    deelnemer_id: Mapped[int] = mapped_column(ForeignKey("deelnemer.id"), info=GAAT_MEE)
    soort: Mapped[str]
    van: Mapped[date]


class Begeleiding(Geregistreerd, Base):
    """A guidance trajectory of one person in one prison; one at a time."""

    __tablename__ = "begeleiding"
    __table_args__ = (
        CheckConstraint(
            "fase IN ('intake', 'orientering', 'plan', 'opvolging', 'afronding', 'nazorg')", name="fase"
        ),
        CheckConstraint("einde IS NULL OR einde IN ('afgerond', 'stopgezet')", name="einde"),
        CheckConstraint("(einde IS NULL) = (einddatum IS NULL)", name="einde_met_datum"),
        CheckConstraint("einddatum IS NULL OR einddatum >= begindatum", name="volgorde"),
        Index(
            "uq_begeleiding_open",
            "deelnemer_id",
            "gevangenis_code",
            unique=True,
            sqlite_where=text("einddatum IS NULL"),
        ),
        Index("ix_begeleiding_deelnemer_id", "deelnemer_id", "begindatum"),
        Index("ix_begeleiding_begindatum", "begindatum"),
        Index("ix_begeleiding_einddatum", "einddatum", "deelnemer_id"),
    )

    deelnemer_id: Mapped[int] = mapped_column(ForeignKey("deelnemer.id"), info=GAAT_MEE)
    gevangenis_code: Mapped[str] = mapped_column(ForeignKey("gevangenis.code"))
    begindatum: Mapped[date]
    fase: Mapped[str]
    leervraag: Mapped[str] = mapped_column(default="")
    einddatum: Mapped[date | None]
    einde: Mapped[str | None]
    door_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))


class Faseovergang(Geregistreerd, Base):
    """The day on which a begeleiding entered a fase; kept, so that any past day can be reconstructed."""

    __tablename__ = "faseovergang"

    begeleiding_id: Mapped[int] = mapped_column(ForeignKey("begeleiding.id"), index=True, info=GAAT_MEE)
    fase: Mapped[str]
    datum: Mapped[date]


class Informatievraag(Geregistreerd, Base):
    """A one-off question and its answer; without a deelnemer when it is anonymous."""

    __tablename__ = "informatievraag"
    __table_args__ = (
        CheckConstraint("minuten >= 0 AND minuten <= 1440", name="minuten"),
        Index("ix_informatievraag_datum", "datum", "id"),
        Index("ix_informatievraag_deelnemer_id", "deelnemer_id", "datum"),
        Index(
            "ix_informatievraag_open",
            *("datum", "deelnemer_id", "beantwoord_op"),
            sqlite_where=text("beantwoord_op IS NULL"),
        ),
        Index(
            "ix_informatievraag_beantwoord_op",
            "beantwoord_op",
            sqlite_where=text("beantwoord_op IS NOT NULL"),
        ),
        CheckConstraint("beantwoord_op IS NULL OR beantwoord_op >= datum", name="volgorde"),
    )

    deelnemer_id: Mapped[int | None] = mapped_column(ForeignKey("deelnemer.id"), info=GAAT_MEE)
    gevangenis_code: Mapped[str] = mapped_column(ForeignKey("gevangenis.code"))
    datum: Mapped[date]
    kanaal: Mapped[str]
    onderwerp: Mapped[str]
    vraag: Mapped[str] = mapped_column(default="")
    antwoord: Mapped[str] = mapped_column(default="")
    beantwoord_op: Mapped[date | None]
    minuten: Mapped[int]
    door_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    begeleiding_id: Mapped[int | None] = mapped_column(
        ForeignKey("begeleiding.id"), index=True, info=LAAT_LOS
    )


class Leerdoel(Geregistreerd, Base):
    """What a deelnemer wants to reach, with a target date."""

    __tablename__ = "leerdoel"

    begeleiding_id: Mapped[int] = mapped_column(ForeignKey("begeleiding.id"), index=True, info=GAAT_MEE)
    omschrijving: Mapped[str]
    streefdatum: Mapped[date | None]
    bereikt_op: Mapped[date | None]
    volgorde: Mapped[int]


class Actie(Geregistreerd, Base):
    """One step towards a leerdoel, in order; `wie` is who does it, in words."""

    __tablename__ = "actie"
    __table_args__ = (
        Index(
            "ix_actie_open",
            *("leerdoel_id", "streefdatum", "gedaan_op", "vervallen"),
            sqlite_where=text("gedaan_op IS NULL AND vervallen = 0"),
        ),
    )

    leerdoel_id: Mapped[int] = mapped_column(ForeignKey("leerdoel.id"), index=True, info=GAAT_MEE)
    omschrijving: Mapped[str]
    wie: Mapped[str] = mapped_column(default="")
    streefdatum: Mapped[date | None]
    gedaan_op: Mapped[date | None]
    vervallen: Mapped[bool] = mapped_column(default=False)
    volgorde: Mapped[int]


class Contactmoment(Geregistreerd, Base):
    """A contact with or about a deelnemer: day, minutes, kind, who."""

    __tablename__ = "contactmoment"
    __table_args__ = (
        CheckConstraint("minuten >= 0 AND minuten <= 1440", name="minuten"),
        Index("ix_contactmoment_deelnemer_id", "deelnemer_id", "datum"),
        Index("ix_contactmoment_datum", "datum", "gevangenis_code", "deelnemer_id", "minuten"),
    )

    deelnemer_id: Mapped[int] = mapped_column(ForeignKey("deelnemer.id"), info=GAAT_MEE)
    begeleiding_id: Mapped[int | None] = mapped_column(
        ForeignKey("begeleiding.id"), index=True, info=LAAT_LOS
    )
    gevangenis_code: Mapped[str] = mapped_column(ForeignKey("gevangenis.code"))
    datum: Mapped[date]
    soort: Mapped[str]
    minuten: Mapped[int]
    notitie: Mapped[str] = mapped_column(default="")
    door_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))


class Opschorting(Geregistreerd, Base):
    """A begeleiding on hold, with its reason and dates."""

    __tablename__ = "opschorting"
    __table_args__ = (
        CheckConstraint("tot IS NULL OR tot >= van", name="volgorde"),
        Index("uq_opschorting_open", "begeleiding_id", unique=True, sqlite_where=text("tot IS NULL")),
    )

    begeleiding_id: Mapped[int] = mapped_column(ForeignKey("begeleiding.id"), index=True, info=GAAT_MEE)
    reden: Mapped[str]
    van: Mapped[date]
    tot: Mapped[date | None]
    toelichting: Mapped[str] = mapped_column(default="")


class Stopzetting(Geregistreerd, Base):
    """A begeleiding that ended before completion; never without a coded reason (S2 q3)."""

    __tablename__ = "stopzetting"
    __table_args__ = (CheckConstraint("reden <> ''", name="reden"),)

    begeleiding_id: Mapped[int] = mapped_column(ForeignKey("begeleiding.id"), unique=True, info=GAAT_MEE)
    datum: Mapped[date]
    reden: Mapped[str]
    toelichting: Mapped[str] = mapped_column(default="")
    door_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))


class Taak(Geregistreerd, Base):
    """Something to do on a day, for a deelnemer or in general."""

    __tablename__ = "taak"
    __table_args__ = (
        Index("ix_taak_open", "datum", "deelnemer_id", "gedaan_op", sqlite_where=text("gedaan_op IS NULL")),
        Index("ix_taak_deelnemer_id", "deelnemer_id"),
    )

    deelnemer_id: Mapped[int | None] = mapped_column(ForeignKey("deelnemer.id"), info=GAAT_MEE)
    omschrijving: Mapped[str]
    datum: Mapped[date]
    uur: Mapped[str] = mapped_column(default="")
    gedaan_op: Mapped[date | None]


class Levering(Geregistreerd, Base):
    """A monthly file that was made: which month, when, under which name, with which sha256."""

    __tablename__ = "levering"

    maand: Mapped[str] = mapped_column(String(7), index=True)
    bestandsnaam: Mapped[str]
    sha256: Mapped[str] = mapped_column(String(64))


class Correctie(Geregistreerd, Base):
    """One field of one row that was put right: the value before and after, with the reason."""

    __tablename__ = "correctie"
    __table_args__ = (Index("ix_correctie_rij", "tabel", "rij_uid"),)

    tabel: Mapped[str]
    rij_uid: Mapped[str] = mapped_column(String(32))
    veld: Mapped[str]
    oud: Mapped[str]
    nieuw: Mapped[str]
    reden: Mapped[str]


class Verwijdering(Geregistreerd, Base):
    """That rows were removed: from which table, how many, on which day and why; never what stood in them."""

    __tablename__ = "verwijdering"
    __table_args__ = (CheckConstraint("reden <> ''", name="reden"),)

    tabel: Mapped[str]
    aantal: Mapped[int]
    datum: Mapped[date]
    reden: Mapped[str]


class Concept(Base):
    """A form that was typed in but not kept yet; one per gebruiker and place."""

    __tablename__ = "concept"

    gebruiker_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"), primary_key=True)
    plaats: Mapped[str] = mapped_column(primary_key=True)
    inhoud: Mapped[str]
    bewaard_op: Mapped[datetime]


class Bekeken(Base):
    """Which dossier a gebruiker opened last, and when; undo of a new dossier forgets it too."""

    __tablename__ = "bekeken"

    gebruiker_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"), primary_key=True)
    deelnemer_id: Mapped[int] = mapped_column(ForeignKey("deelnemer.id"), primary_key=True, info=GAAT_MEE)
    bekeken_op: Mapped[datetime]

"""The tables of what goes with a begeleiding and after it: toestemming, doorverwijzing, opvolging, nazorg."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from leertraject_desktop.storage.base import GAAT_MEE, LAAT_LOS, Base, Geregistreerd

OPEN = "gedaan_op IS NULL AND vervallen_op IS NULL"


class Toestemming(Geregistreerd, Base):
    """A consent for one partner and one purpose, dated and revocable; the number is that of the paper."""

    __tablename__ = "toestemming"
    __table_args__ = (
        CheckConstraint("geldig_tot IS NULL OR geldig_tot >= gegeven_op", name="volgorde"),
        CheckConstraint("ingetrokken_op IS NULL OR ingetrokken_op >= gegeven_op", name="intrekking"),
        Index("ix_toestemming_deelnemer_id", "deelnemer_id", "partner_code", "doel"),
    )

    deelnemer_id: Mapped[int] = mapped_column(ForeignKey("deelnemer.id"), info=GAAT_MEE)
    partner_code: Mapped[str] = mapped_column(ForeignKey("partner.code"))
    doel: Mapped[str]
    gegeven_op: Mapped[date]
    geldig_tot: Mapped[date | None]
    ingetrokken_op: Mapped[date | None]
    formuliernummer: Mapped[str] = mapped_column(default="")


class Doorverwijzing(Geregistreerd, Base):
    """A referral to a partner; `stand` is where it is now, its history stands in `doorverwijzingstand`.

    `informatievraag_id` is the question that it came from, if any.
    """

    __tablename__ = "doorverwijzing"
    __table_args__ = (
        CheckConstraint(
            "stand IN ('in_behandeling', 'aanvaard', 'geweigerd', 'afgerond', 'ingetrokken')", name="stand"
        ),
        Index("ix_doorverwijzing_deelnemer_id", "deelnemer_id", "datum"),
        Index(
            "ix_doorverwijzing_open",
            *("antwoord_tegen", "deelnemer_id", "partner_code"),
            sqlite_where=text("stand = 'in_behandeling'"),
        ),
        Index("ix_doorverwijzing_datum", "datum"),
    )

    deelnemer_id: Mapped[int] = mapped_column(ForeignKey("deelnemer.id"), info=GAAT_MEE)
    begeleiding_id: Mapped[int | None] = mapped_column(
        ForeignKey("begeleiding.id"), index=True, info=LAAT_LOS
    )
    informatievraag_id: Mapped[int | None] = mapped_column(
        ForeignKey("informatievraag.id"), index=True, info=LAAT_LOS
    )
    gevangenis_code: Mapped[str] = mapped_column(ForeignKey("gevangenis.code"))
    partner_code: Mapped[str] = mapped_column(ForeignKey("partner.code"))
    datum: Mapped[date]
    vraag: Mapped[str] = mapped_column(default="")
    antwoord_tegen: Mapped[date]
    stand: Mapped[str]
    door_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))


class Doorverwijzingstand(Geregistreerd, Base):
    """A referral came in a state on a day; append-only. A refusal has a reason."""

    __tablename__ = "doorverwijzingstand"
    __table_args__ = (CheckConstraint("stand <> 'geweigerd' OR reden <> ''", name="reden"),)

    doorverwijzing_id: Mapped[int] = mapped_column(ForeignKey("doorverwijzing.id"), index=True, info=GAAT_MEE)
    stand: Mapped[str]
    datum: Mapped[date]
    reden: Mapped[str] = mapped_column(default="")
    toelichting: Mapped[str] = mapped_column(default="")


class Opvolgregel(Base):
    """One rule that gives the window of a review; data from Vocvo, with the days on which it is valid.

    `vrij_van` and `vrij_tot` are whole months until the release that the person told (from, up to but not
    including; null: no limit). The window lies `venster_van` to `venster_tot` days or months after the event.
    """

    __tablename__ = "opvolgregel"

    code: Mapped[str] = mapped_column(primary_key=True)
    soort: Mapped[str]
    statuut: Mapped[str | None]
    vrij_van: Mapped[int | None]
    vrij_tot: Mapped[int | None]
    eenheid: Mapped[str]
    venster_van: Mapped[int]
    venster_tot: Mapped[int]
    volgorde: Mapped[int]
    geldig_van: Mapped[date | None]
    geldig_tot: Mapped[date | None]


class Opvolgmoment(Geregistreerd, Base):
    """A review with its window; done by a contactmoment, or lapsed at the end or a release."""

    __tablename__ = "opvolgmoment"
    __table_args__ = (
        CheckConstraint("soort IN ('periodiek', 'na_overplaatsing', 'voor_vrijlating')", name="soort"),
        CheckConstraint("venster_tot >= venster_van", name="volgorde"),
        Index(
            "ix_opvolgmoment_open",
            *("venster_tot", "begeleiding_id", "gedaan_op", "vervallen_op"),
            sqlite_where=text(OPEN),
        ),
    )

    begeleiding_id: Mapped[int] = mapped_column(ForeignKey("begeleiding.id"), index=True, info=GAAT_MEE)
    soort: Mapped[str]
    regel_code: Mapped[str] = mapped_column(ForeignKey("opvolgregel.code"))
    vanaf: Mapped[date]
    venster_van: Mapped[date]
    venster_tot: Mapped[date]
    gedaan_op: Mapped[date | None]
    vervallen_op: Mapped[date | None]
    contactmoment_id: Mapped[int | None] = mapped_column(
        ForeignKey("contactmoment.id"), index=True, info=LAAT_LOS
    )


class BegeleidingDrempel(Geregistreerd, Base):
    """A barrier that a begeleiding met (F12), from a day until it was solved."""

    __tablename__ = "begeleiding_drempel"
    __table_args__ = (
        CheckConstraint("opgelost_op IS NULL OR opgelost_op >= vastgesteld_op", name="volgorde"),
    )

    begeleiding_id: Mapped[int] = mapped_column(ForeignKey("begeleiding.id"), index=True, info=GAAT_MEE)
    drempel: Mapped[str]
    vastgesteld_op: Mapped[date]
    opgelost_op: Mapped[date | None]


class Ondersteuning(Geregistreerd, Base):
    """A support need or a reasonable adjustment, never a diagnosis; `bron` is "zelf" or "attest"."""

    __tablename__ = "ondersteuning"
    __table_args__ = (
        CheckConstraint("soort IN ('ondersteuningsnood', 'redelijke_aanpassing')", name="soort"),
        CheckConstraint("bron IN ('zelf', 'attest')", name="bron"),
        CheckConstraint("tot IS NULL OR tot >= van", name="volgorde"),
    )

    deelnemer_id: Mapped[int] = mapped_column(ForeignKey("deelnemer.id"), index=True, info=GAAT_MEE)
    soort: Mapped[str]
    code: Mapped[str]
    bron: Mapped[str]
    van: Mapped[date]
    tot: Mapped[date | None]
    toelichting: Mapped[str] = mapped_column(default="")


class Nazorgmoment(Geregistreerd, Base):
    """A contact 6, 9 or 12 months after release (S2 q5); `uitkomst` is a code of uitkomst_nazorg."""

    __tablename__ = "nazorgmoment"
    __table_args__ = (
        CheckConstraint("maanden IN (6, 9, 12)", name="maanden"),
        CheckConstraint("(gedaan_op IS NULL) = (uitkomst IS NULL)", name="uitkomst"),
        Index("uq_nazorgmoment_verblijf", "verblijf_id", "maanden", unique=True),
        Index(
            "ix_nazorgmoment_open",
            *("datum", "deelnemer_id", "gedaan_op", "vervallen_op"),
            sqlite_where=text(OPEN),
        ),
        Index("ix_nazorgmoment_deelnemer_id", "deelnemer_id"),
        Index("ix_nazorgmoment_datum", "datum", "gedaan_op"),
        Index(
            "ix_nazorgmoment_gedaan_op",
            *("gedaan_op", "gevangenis_code", "door_id"),
            sqlite_where=text("gedaan_op IS NOT NULL"),
        ),
    )

    deelnemer_id: Mapped[int] = mapped_column(ForeignKey("deelnemer.id"), info=GAAT_MEE)
    verblijf_id: Mapped[int] = mapped_column(ForeignKey("verblijf.id"), info=GAAT_MEE)
    gevangenis_code: Mapped[str] = mapped_column(ForeignKey("gevangenis.code"))
    maanden: Mapped[int]
    datum: Mapped[date]
    kanaal: Mapped[str | None]
    gedaan_op: Mapped[date | None]
    uitkomst: Mapped[str | None]
    vervallen_op: Mapped[date | None]
    toelichting: Mapped[str] = mapped_column(default="")
    door_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))


class Vrijlatingspunt(Geregistreerd, Base):
    """One point of the checklist before release that is in order, since a day."""

    __tablename__ = "vrijlatingspunt"
    __table_args__ = (Index("uq_vrijlatingspunt", "verblijf_id", "punt", unique=True),)

    verblijf_id: Mapped[int] = mapped_column(ForeignKey("verblijf.id"), info=GAAT_MEE)
    punt: Mapped[str]
    gedaan_op: Mapped[date]


class Bevolking(Geregistreerd, Base):
    """The average population and the entries of a prison in a month: the denominator of F7."""

    __tablename__ = "bevolking"
    __table_args__ = (
        CheckConstraint("gemiddelde >= 0 AND binnengekomen >= 0", name="aantallen"),
        Index("uq_bevolking_maand", "gevangenis_code", "maand", unique=True),
    )

    gevangenis_code: Mapped[str] = mapped_column(ForeignKey("gevangenis.code"))
    maand: Mapped[str] = mapped_column(String(7))
    gemiddelde: Mapped[int]
    binnengekomen: Mapped[int]

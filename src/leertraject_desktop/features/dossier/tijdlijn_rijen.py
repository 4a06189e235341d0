"""Reads all that happened to a deelnemer in one statement: every kind of row in the same columns."""

from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    CompoundSelect,
    Date,
    Integer,
    Select,
    bindparam,
    case,
    func,
    literal,
    select,
    union_all,
)

from leertraject_desktop.domain.doorverwijzing import Verwijsstand
from leertraject_desktop.domain.label import Fase, Lijst
from leertraject_desktop.storage.follow_up_tables import (
    BegeleidingDrempel,
    Doorverwijzing,
    Doorverwijzingstand,
    Nazorgmoment,
    Ondersteuning,
    Toestemming,
)
from leertraject_desktop.storage.selections import label_van
from leertraject_desktop.storage.tables import (
    Begeleiding,
    Contactmoment,
    Faseovergang,
    Gebruiker,
    Gevangenis,
    Informatievraag,
    Leerdoel,
    Opschorting,
    Partner,
    Statuut,
    Stopzetting,
    Verblijf,
)


@cache
def alles() -> CompoundSelect[Any]:
    """Everything about `deelnemer_id`; what a column holds differs by `bron`. Made once."""
    deelnemer_id: BindParameter[Any] = bindparam("deelnemer_id")
    delen = (_vragen, _contacten, _begeleidingen, _fasen, _opschortingen, _drempels, _ondersteuning)
    later = (_toestemmingen, _doorverwijzingen, _nazorg, _verblijven, _statuten)
    return union_all(*(deel(deelnemer_id) for deel in (*delen, *later)))


def _deel(
    bron: str,
    rij_id: Any,
    dag: Any,
    *,
    einddag: Any = None,
    tot: Any = None,
    kop: Any = "",
    tekst: Any = "",
    reden: Any = "",
    slot: Any = "",
    door: Any = "",
    aantal: Any = None,
) -> Select[Any]:
    """One kind of rows with the columns that all kinds share; a kind leaves empty what it has not."""
    days = {"dag": dag, "einddag": einddag, "tot": tot}
    texts = {"kop": kop, "tekst": tekst, "reden": reden, "slot": slot, "door": door}
    return select(
        literal(bron).label("bron"),
        rij_id.label("id"),
        *((literal(None, Date) if value is None else value).label(name) for name, value in days.items()),
        *((literal(value) if isinstance(value, str) else value).label(name) for name, value in texts.items()),
        (literal(None, Integer) if aantal is None else aantal).label("aantal"),
    )


def _vragen(deelnemer_id: Any) -> Select[Any]:
    return (
        _deel(
            "vraag",
            Informatievraag.id,
            Informatievraag.datum,
            einddag=Informatievraag.beantwoord_op,
            kop=Informatievraag.vraag,
            tekst=Informatievraag.antwoord,
            reden=label_van(Lijst.ONDERWERP, Informatievraag.onderwerp),
            door=Gebruiker.naam,
            aantal=Informatievraag.minuten,
        )
        .join(Gebruiker, Informatievraag.door_id == Gebruiker.id)
        .where(Informatievraag.deelnemer_id == deelnemer_id)
    )


def _contacten(deelnemer_id: Any) -> Select[Any]:
    return (
        _deel(
            "contact",
            Contactmoment.id,
            Contactmoment.datum,
            kop=label_van(Lijst.CONTACTSOORT, Contactmoment.soort),
            tekst=Contactmoment.notitie,
            door=Gebruiker.naam,
            aantal=Contactmoment.minuten,
        )
        .join(Gebruiker, Contactmoment.door_id == Gebruiker.id)
        .where(Contactmoment.deelnemer_id == deelnemer_id)
    )


def _begeleidingen(deelnemer_id: Any) -> Select[Any]:
    doelen = select(func.count()).select_from(Leerdoel).where(Leerdoel.begeleiding_id == Begeleiding.id)
    return (
        _deel(
            "begeleiding",
            Begeleiding.id,
            Begeleiding.begindatum,
            einddag=Begeleiding.einddatum,
            kop=Begeleiding.einde,
            tekst=Begeleiding.leervraag,
            reden=label_van(Lijst.REDEN_STOPZETTING, Stopzetting.reden),
            slot=Stopzetting.toelichting,
            door=Gebruiker.naam,
            aantal=doelen.scalar_subquery(),
        )
        .join(Gebruiker, Begeleiding.door_id == Gebruiker.id)
        .outerjoin(Stopzetting, Stopzetting.begeleiding_id == Begeleiding.id)
        .where(Begeleiding.deelnemer_id == deelnemer_id)
    )


def _fasen(deelnemer_id: Any) -> Select[Any]:
    return (
        _deel("fase", Begeleiding.id, Faseovergang.datum, kop=Faseovergang.fase)
        .join(Begeleiding, Faseovergang.begeleiding_id == Begeleiding.id)
        .where(Begeleiding.deelnemer_id == deelnemer_id, Faseovergang.fase != Fase.INTAKE.value)
    )


def _opschortingen(deelnemer_id: Any) -> Select[Any]:
    return (
        _deel(
            "opschorting",
            Opschorting.id,
            Opschorting.van,
            einddag=Opschorting.tot,
            tekst=Opschorting.toelichting,
            reden=label_van(Lijst.REDEN_OPSCHORTING, Opschorting.reden),
        )
        .join(Begeleiding, Opschorting.begeleiding_id == Begeleiding.id)
        .where(Begeleiding.deelnemer_id == deelnemer_id)
    )


def _drempels(deelnemer_id: Any) -> Select[Any]:
    return (
        _deel(
            "drempel",
            Begeleiding.id,
            BegeleidingDrempel.vastgesteld_op,
            einddag=BegeleidingDrempel.opgelost_op,
            kop=label_van(Lijst.DREMPEL, BegeleidingDrempel.drempel),
        )
        .join(Begeleiding, BegeleidingDrempel.begeleiding_id == Begeleiding.id)
        .where(Begeleiding.deelnemer_id == deelnemer_id)
    )


def _ondersteuning(deelnemer_id: Any) -> Select[Any]:
    naam = func.coalesce(
        label_van(Lijst.ONDERSTEUNINGSNOOD, Ondersteuning.code),
        label_van(Lijst.REDELIJKE_AANPASSING, Ondersteuning.code),
    )
    return _deel(
        "ondersteuning", Ondersteuning.id, Ondersteuning.van, kop=Ondersteuning.soort, tekst=naam
    ).where(Ondersteuning.deelnemer_id == deelnemer_id)


def _toestemmingen(deelnemer_id: Any) -> Select[Any]:
    return (
        _deel(
            "toestemming",
            Toestemming.id,
            Toestemming.gegeven_op,
            einddag=Toestemming.ingetrokken_op,
            tot=Toestemming.geldig_tot,
            kop=Partner.naam,
            tekst=label_van(Lijst.DOEL_TOESTEMMING, Toestemming.doel),
        )
        .join(Partner, Toestemming.partner_code == Partner.code)
        .where(Toestemming.deelnemer_id == deelnemer_id)
    )


def _doorverwijzingen(deelnemer_id: Any) -> Select[Any]:
    begin = Doorverwijzingstand.stand == Verwijsstand.IN_BEHANDELING.value
    return (
        _deel(
            "doorverwijzing",
            Doorverwijzing.id,
            Doorverwijzingstand.datum,
            kop=Partner.naam,
            tekst=case((begin, Doorverwijzing.vraag), else_=Doorverwijzingstand.toelichting),
            reden=label_van(Lijst.REDEN_WEIGERING, Doorverwijzingstand.reden),
            slot=Doorverwijzingstand.stand,
            door=case((begin, Gebruiker.naam), else_=""),
        )
        .join(Doorverwijzing, Doorverwijzingstand.doorverwijzing_id == Doorverwijzing.id)
        .join(Partner, Doorverwijzing.partner_code == Partner.code)
        .join(Gebruiker, Doorverwijzing.door_id == Gebruiker.id)
        .where(Doorverwijzing.deelnemer_id == deelnemer_id)
    )


def _nazorg(deelnemer_id: Any) -> Select[Any]:
    """The moments that have an outcome; the others stand between what is to be done."""
    return (
        _deel(
            "nazorg",
            Nazorgmoment.id,
            Nazorgmoment.gedaan_op,
            kop=label_van(Lijst.UITKOMST_NAZORG, Nazorgmoment.uitkomst),
            tekst=Nazorgmoment.toelichting,
            door=func.coalesce(Gebruiker.naam, ""),
            aantal=Nazorgmoment.maanden,
        )
        .outerjoin(Gebruiker, Nazorgmoment.door_id == Gebruiker.id)
        .where(Nazorgmoment.deelnemer_id == deelnemer_id, Nazorgmoment.gedaan_op.is_not(None))
    )


def _verblijven(deelnemer_id: Any) -> Select[Any]:
    return (
        _deel(
            "verblijf",
            Verblijf.id,
            Verblijf.van,
            einddag=Verblijf.tot,
            kop=Gevangenis.naam,
            tekst=Verblijf.afdeling,
            reden=label_van(Lijst.EINDE_VERBLIJF, Verblijf.eindreden),
        )
        .join(Gevangenis, Verblijf.gevangenis_code == Gevangenis.code)
        .where(Verblijf.deelnemer_id == deelnemer_id)
    )


def _statuten(deelnemer_id: Any) -> Select[Any]:
    return _deel("statuut", Statuut.id, Statuut.van, kop=Statuut.soort).where(
        Statuut.deelnemer_id == deelnemer_id
    )

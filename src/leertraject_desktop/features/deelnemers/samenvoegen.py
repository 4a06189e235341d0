"""Makes one dossier of two that turn out to be of one person: looked at first, then done as one action."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.label import Geslacht, JaNeeOnbekend, Lijst, StatuutSoort
from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.domain.ondersteuning import Ondersteuningssoort
from leertraject_desktop.domain.periode import Periode
from leertraject_desktop.domain.personen import naamkolommen, weergavenaam
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.storage import reference
from leertraject_desktop.storage.access import command
from leertraject_desktop.storage.base import Base, Geregistreerd
from leertraject_desktop.storage.corrections import verbeter, verwijder
from leertraject_desktop.storage.follow_up_tables import Ondersteuning, Toestemming
from leertraject_desktop.storage.guidance import neem_contacten_op
from leertraject_desktop.storage.planning import herplan, volg_verblijven
from leertraject_desktop.storage.referrals import trek_in_zonder_toestemming
from leertraject_desktop.storage.selections import bestaande, controleer_geboren, nummer
from leertraject_desktop.storage.tables import (
    Begeleiding,
    Deelnemer,
    DeelnemerTaal,
    Gevangenis,
    Partner,
    Statuut,
    Verblijf,
)

DUBBEL, REDEN = "dubbel", "andere"
ANDERE = "andere"
VERDWIJNT = "verdwijnt"

VELDEN = {
    "voornaam": "Voornaam",
    "familienaam": "Familienaam",
    "naam_eigen_schrift": "Naam in eigen schrift",
    "geboortedatum": "Geboortedatum",
    "geslacht": "Geslacht",
    "opleidingsniveau": "Opleidingsniveau",
    "migratieachtergrond": "Migratieachtergrond",
    "arbeidshandicap": "Arbeidshandicap",
    "vrij_vanaf": "Maand van vrijlating",
}

# What moves along, one and more of it, by its table.
WAT_VERHUIST = {
    "deelnemer_taal": ("taal", "talen"),
    "verblijf": ("verblijf", "verblijven"),
    "statuut": ("statuut", "statuten"),
    "begeleiding": ("begeleiding", "begeleidingen"),
    "informatievraag": ("vraag", "vragen"),
    "contactmoment": ("contactmoment", "contactmomenten"),
    "taak": ("taak", "taken"),
    "toestemming": ("toestemming", "toestemmingen"),
    "doorverwijzing": ("doorverwijzing", "doorverwijzingen"),
    "ondersteuning": ("nood of aanpassing", "noden en aanpassingen"),
    "nazorgmoment": ("nazorgmoment", "nazorgmomenten"),
}


@dataclass(frozen=True, slots=True)
class Verschil:
    """A field that is filled in differently; one of the two has to be chosen."""

    veld: str
    label: str
    blijft: str
    verdwijnt: str


@dataclass(frozen=True, slots=True)
class Samenvoeging:
    """What becomes of two dossiers. `verhuist` and `weggelaten` are in words, `bezwaren` prevent it."""

    blijft: str
    verdwijnt: str
    verschillen: tuple[Verschil, ...]
    verhuist: tuple[str, ...]
    weggelaten: tuple[str, ...]
    bezwaren: tuple[Problem, ...]


def samenvoeging(session: Session, blijft_id: int, verdwijnt_id: int) -> Samenvoeging:
    """What merging two dossiers would do; keeps nothing."""
    blijft, verdwijnt = _beide(session, blijft_id, verdwijnt_id)
    twins = _tweelingen(session, blijft, verdwijnt)
    dropped = [row for row, _ in twins]
    counts: dict[str, int] = {}
    for row, _ in _kinderen(session, verdwijnt):
        if row not in dropped:
            counts[row.__tablename__] = counts.get(row.__tablename__, 0) + 1
    return Samenvoeging(
        blijft=_wie(blijft),
        verdwijnt=_wie(verdwijnt),
        verschillen=tuple(_verschillen(session, blijft, verdwijnt)),
        verhuist=tuple(
            f"{counts[table]} {one if counts[table] == 1 else more}"
            for table, (one, more) in WAT_VERHUIST.items()
            if table in counts
        ),
        weggelaten=tuple(_in_woorden(session, row, twin) for row, twin in twins),
        bezwaren=tuple(_bezwaren(session, blijft, verdwijnt)),
    )


@command(Recht.REGISTREREN, "dossiers samenvoegen")
def voeg_samen(
    session: Session, blijft_id: int, verdwijnt_id: int, keuzes: Mapping[str, str] | None = None
) -> int:
    """Move all that hangs on one dossier to another, and remove what is left; returns how many rows moved.

    `keuzes` names, per field, "verdwijnt" where the value of the dossier that goes is the right one; a field
    that is empty in the one that stays is filled anyhow. Raises Problem, and moves nothing, when stays
    overlap, when begeleidingen in one gevangenis do, when the same need or adjustment stands in both at one
    time, or when a toestemming was withdrawn in the one and still stands in the other.
    """
    blijft, verdwijnt = _beide(session, blijft_id, verdwijnt_id)
    for bezwaar in _bezwaren(session, blijft, verdwijnt):
        raise bezwaar
    _neem_velden_over(session, blijft, verdwijnt, keuzes or {})
    for row, twin in _tweelingen(session, blijft, verdwijnt):
        _vul_tweeling_aan(session, row, twin)
        verwijder(session, row, DUBBEL)
        session.flush()
    moved = 0
    for row, column in list(_kinderen(session, verdwijnt)):
        if isinstance(row, DeelnemerTaal):
            row.volgorde = _volgende_volgorde(session, blijft.id)
        setattr(row, column, blijft.id)
        session.flush()
        moved += 1
    session.expire_all()
    verwijder(session, verdwijnt, DUBBEL)
    controleer_geboren(session, blijft.id, veld="geboortedatum")
    for begeleiding in _van(session, Begeleiding, blijft):
        neem_contacten_op(session, begeleiding)
    herplan(session, blijft.id)
    volg_verblijven(session, blijft.id)
    trek_in_zonder_toestemming(session, blijft.id)
    return moved


def _beide(session: Session, blijft_id: int, verdwijnt_id: int) -> tuple[Deelnemer, Deelnemer]:
    if blijft_id == verdwijnt_id:
        raise Problem("Dit is hetzelfde dossier.", "Kies het andere dossier van deze persoon.")
    return (
        bestaande(session, Deelnemer, blijft_id, "deze deelnemer"),
        bestaande(session, Deelnemer, verdwijnt_id, "de andere deelnemer"),
    )


def _kinderen(session: Session, ouder: Geregistreerd) -> Iterator[tuple[Any, str]]:
    """Every row that points to a row, with the column that does, whatever table it stands in.

    What only remembers that the row was there, such as who opened it last, has no history and is left.
    """
    for mapper in Base.registry.mappers:
        if not issubclass(mapper.class_, Geregistreerd):
            continue
        for column in mapper.local_table.c:
            points_here = any(
                key.column.table.name == ouder.__tablename__  # type: ignore[attr-defined]
                for key in column.foreign_keys
            )
            if points_here and column.info:
                for row in session.scalars(select(mapper.class_).where(column == ouder.id)):
                    yield row, column.name


def _tweelingen(session: Session, blijft: Deelnemer, verdwijnt: Deelnemer) -> list[tuple[Any, Any]]:
    """The rows of the one that goes that stand in the other too, each with its twin."""
    mine = _van(session, Verblijf, blijft)
    found: list[tuple[Any, Any]] = [
        (row, same)
        for row in _van(session, Verblijf, verdwijnt)
        if (same := _zelfde_verblijf(row, mine)) is not None
    ]
    for klasse, sleutel in ((Statuut, "van"), (DeelnemerTaal, "taal")):
        known = {getattr(row, sleutel): row for row in _van(session, klasse, blijft)}
        found += [
            (row, known[getattr(row, sleutel)])
            for row in _van(session, klasse, verdwijnt)
            if getattr(row, sleutel) in known
        ]
    return found


def _zelfde_verblijf(row: Verblijf, mine: list[Verblijf]) -> Verblijf | None:
    """The stay of the other dossier that is this one: of the same days, or with the same end.

    A double is mostly made while somebody is there: its stay begins on the day on which it was typed.
    """
    here = [stay for stay in mine if stay.gevangenis_code == row.gevangenis_code]
    begins = next((stay for stay in here if stay.van == row.van), None)
    return begins or next((stay for stay in here if stay.tot == row.tot), None)


def _van(session: Session, klasse: Any, deelnemer: Deelnemer) -> list[Any]:
    return list(session.scalars(select(klasse).where(klasse.deelnemer_id == deelnemer.id)))


def _vul_tweeling_aan(session: Session, row: Any, twin: Any) -> None:
    """Let what a twin does not know come from the row that goes, and take over what hangs on that."""
    for column in ("tot", "eindreden", "afdeling", "cel", "niveau"):
        if hasattr(row, column) and not getattr(twin, column) and getattr(row, column):
            setattr(twin, column, getattr(row, column))
    if not isinstance(row, Verblijf):
        return
    twin.van = min(twin.van, row.van)
    mine = {(kind.__tablename__, _soort(kind)): kind for kind, _ in _kinderen(session, twin)}
    for kind, column in list(_kinderen(session, row)):
        other = mine.get((kind.__tablename__, _soort(kind)))
        if other is not None and other.gedaan_op is not None:
            continue
        if other is not None:
            session.delete(other)
            session.flush()
        setattr(kind, column, twin.id)
    session.flush()


def _soort(kind: Any) -> Any:
    """What may stand once on a stay: the months of nazorg, the point of the checklist."""
    return getattr(kind, "maanden", None) or getattr(kind, "punt", None)


def _volgende_volgorde(session: Session, deelnemer_id: int) -> int:
    stmt = select(DeelnemerTaal.volgorde).where(DeelnemerTaal.deelnemer_id == deelnemer_id)
    return max(session.scalars(stmt), default=-1) + 1


def _bezwaren(session: Session, blijft: Deelnemer, verdwijnt: Deelnemer) -> Iterator[Problem]:
    mine = _van(session, Verblijf, blijft)
    for row in _van(session, Verblijf, verdwijnt):
        other = next((stay for stay in mine if _botsen(stay, row)), None)
        if other is not None:
            yield Problem(
                f"Het verblijf {_stay(session, row)} valt samen met dat {_stay(session, other)}.",
                "Verbeter of verwijder eerst een van de twee in het dossier, bij Gegevens.",
            )
    yield from _dubbele_ondersteuning(session, blijft, verdwijnt)
    yield from _half_ingetrokken(session, blijft, verdwijnt)
    yield from _half_ingetrokken(session, verdwijnt, blijft)
    trajecten = _van(session, Begeleiding, blijft)
    for row in _van(session, Begeleiding, verdwijnt):
        naam = session.get_one(Gevangenis, row.gevangenis_code).naam
        same = [traject for traject in trajecten if traject.gevangenis_code == row.gevangenis_code]
        if row.einddatum is None and any(traject.einddatum is None for traject in same):
            yield Problem(
                f"In {naam} loopt in allebei de dossiers een begeleiding.",
                "Rond er eerst een af, of zet ze stop met een reden.",
            )
            continue
        periode = Periode(row.begindatum, row.einddatum)
        if any(periode.overlapt(Periode(traject.begindatum, traject.einddatum)) for traject in same):
            yield Problem(
                f"De begeleiding in {naam} vanaf {toon_datum(row.begindatum)} valt samen met een andere.",
                "Verbeter of verwijder eerst een van de twee in het dossier, bij Begeleiding.",
            )


def _dubbele_ondersteuning(session: Session, blijft: Deelnemer, verdwijnt: Deelnemer) -> Iterator[Problem]:
    """The needs and adjustments that may stand once at a time; "andere" says in words which one it is."""
    mine = _van(session, Ondersteuning, blijft)
    for row in _van(session, Ondersteuning, verdwijnt):
        same = [one for one in mine if (one.soort, one.code) == (row.soort, row.code) != (row.soort, ANDERE)]
        periode = Periode(row.van, row.tot)
        if any(periode.overlapt(Periode(one.van, one.tot)) for one in same):
            soort = Ondersteuningssoort(row.soort).label
            naam = next(
                each.label for each in reference.waarden(session, Lijst(row.soort)) if each.code == row.code
            )
            yield Problem(
                f"De {soort} ‘{naam}’ staat in allebei de dossiers.",
                "Verbeter of verwijder eerst een van de twee in het dossier, bij Gegevens.",
            )


def _half_ingetrokken(session: Session, hier: Deelnemer, daar: Deelnemer) -> Iterator[Problem]:
    """A toestemming that was withdrawn in one dossier while an earlier one goes on in the other."""
    for row in _van(session, Toestemming, hier):
        op = row.ingetrokken_op
        if op is not None and any(
            (other.partner_code, other.doel) == (row.partner_code, row.doel)
            and other.ingetrokken_op is None
            and other.gegeven_op < op <= (other.geldig_tot or op)
            for other in _van(session, Toestemming, daar)
        ):
            naam = session.get_one(Partner, row.partner_code).naam
            yield Problem(
                f"De toestemming voor {naam} is op {toon_datum(op)} ingetrokken in een van de dossiers, "
                "maar loopt nog in het andere.",
                "Trek ze daar ook in, of wis de intrekking als die een vergissing was.",
            )


def _botsen(stay: Verblijf, row: Verblijf) -> bool:
    """Whether two stays cannot both be; the same one, of which one dossier knows the end, can.

    So can one with the same end that begins on another day: the first of the two days counts.
    """
    if stay.gevangenis_code == row.gevangenis_code:
        if stay.van == row.van:
            return stay.tot is not None and row.tot is not None and stay.tot != row.tot
        if stay.tot == row.tot:
            return False
    return Periode(stay.van, stay.tot).overlapt(Periode(row.van, row.tot))


def _verschillen(session: Session, blijft: Deelnemer, verdwijnt: Deelnemer) -> Iterator[Verschil]:
    for veld, label in VELDEN.items():
        mine, theirs = getattr(blijft, veld), getattr(verdwijnt, veld)
        if not _leeg(mine) and not _leeg(theirs) and mine != theirs:
            yield Verschil(veld, label, _toon(session, veld, mine), _toon(session, veld, theirs))


def _neem_velden_over(
    session: Session, blijft: Deelnemer, verdwijnt: Deelnemer, keuzes: Mapping[str, str]
) -> None:
    taken = {
        veld: getattr(verdwijnt, veld)
        for veld in VELDEN
        if not _leeg(getattr(verdwijnt, veld))
        and (_leeg(getattr(blijft, veld)) or keuzes.get(veld) == VERDWIJNT)
    }
    verbeter(session, blijft, REDEN, **taken)
    columns = naamkolommen(blijft.voornaam, blijft.familienaam, blijft.naam_eigen_schrift)
    for kolom, waarde in columns.items():
        setattr(blijft, kolom, waarde)


def _leeg(value: object) -> bool:
    return value in (None, "", JaNeeOnbekend.ONBEKEND.value)


def _toon(session: Session, veld: str, value: Any) -> str:
    if veld == "vrij_vanaf":
        return Maand.van(value).naam
    if isinstance(value, date):
        return toon_datum(value)
    if veld == "geslacht":
        return Geslacht(value).label
    if veld == "opleidingsniveau":
        rows = reference.waarden(session, Lijst.OPLEIDINGSNIVEAU)
        return next((row.label for row in rows if row.code == value), str(value))
    return str(value)


def _wie(deelnemer: Deelnemer) -> str:
    return (
        f"{weergavenaam(deelnemer.voornaam, deelnemer.familienaam)}, nummer {nummer(deelnemer.dossiernummer)}"
    )


def _stay(session: Session, row: Verblijf) -> str:
    naam = session.get_one(Gevangenis, row.gevangenis_code).naam
    until = "" if row.tot is None else f" tot {toon_datum(row.tot)}"
    return f"in {naam} vanaf {toon_datum(row.van)}{until}"


def _in_woorden(session: Session, row: Any, twin: Any) -> str:
    """What is left out because it is there already."""
    if isinstance(row, Verblijf):
        first = min(row.van, twin.van)
        same = "" if row.van == twin.van else f" en krijgt als eerste dag {toon_datum(first)}"
        return f"het verblijf {_stay(session, row)}: staat er al{same}"
    if isinstance(row, Statuut):
        words = f"het statuut {StatuutSoort(row.soort).label} vanaf {toon_datum(row.van)}"
        other = StatuutSoort(twin.soort).label
        return f"{words}: staat er al" if row.soort == twin.soort else f"{words}: {other} blijft"
    rows = reference.waarden(session, Lijst.TAAL)
    naam = next((waarde.label for waarde in rows if waarde.code == row.taal), row.taal)
    return f"de taal {naam}: staat er al"

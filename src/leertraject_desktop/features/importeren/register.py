"""Who the rows of a list are about: deelnemers of this database, and new ones that the list brings in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.dubbels import Persoonsgegevens, vergelijk
from leertraject_desktop.domain.periode import Periode
from leertraject_desktop.domain.personen import sorteernaam
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.tekst import vouw
from leertraject_desktop.features.importeren.rij_waarden import RijWaarden
from leertraject_desktop.storage.selections import nummer
from leertraject_desktop.storage.tables import Deelnemer, DeelnemerTaal, Statuut, Verblijf

T = TypeVar("T")

PER_VRAAG = 400
MAX_WOORDEN = 8


@dataclass(slots=True)
class Stay:
    """A stay, known or new (`id` None); `gewijzigd` when the list adds something to a known one."""

    id: int | None
    gevangenis: str
    van: date
    tot: date | None
    eindreden: str | None
    afdeling: str
    cel: str
    gewijzigd: bool = False

    @property
    def periode(self) -> Periode:
        return Periode(self.van, self.tot)


@dataclass(slots=True)
class Persoon:
    """Somebody in the list; `id` is None for who gets a new dossier.

    `velden` holds what is known of the columns of a deelnemer, `aangevuld` what the list adds to it.
    """

    id: int | None
    dossiernummer: int | None
    voornaam: str
    familienaam: str
    geboortedatum: date | None
    velden: dict[str, str | None]
    talen: dict[str, int] = field(default_factory=dict)
    verblijven: list[Stay] = field(default_factory=list)
    statuten: list[tuple[date, str]] = field(default_factory=list)
    aangevuld: dict[str, object] = field(default_factory=dict)
    nieuwe_taal: str | None = None
    nieuwe_statuten: list[tuple[date, str]] = field(default_factory=list)

    @property
    def naam(self) -> str:
        return sorteernaam(self.voornaam, self.familienaam)

    @property
    def nummer(self) -> str:
        return "" if self.dossiernummer is None else nummer(self.dossiernummer)

    @property
    def gegevens(self) -> Persoonsgegevens:
        return Persoonsgegevens(self.voornaam, self.familienaam, self.geboortedatum)

    def statuut_op(self, dag: date) -> str | None:
        """The statuut that counts on a day."""
        begun = [(van, soort) for van, soort in self.statuten if van <= dag]
        return max(begun)[1] if begun else None


class Register:
    """Finds by number, or by name and date of birth, who a row is about; read from the database at once."""

    def __init__(self, session: Session, rijen: Iterable[RijWaarden]) -> None:
        self._op_nummer: dict[int, Persoon] = {}
        self._op_naam: dict[tuple[str, ...], list[Persoon]] = {}
        names: set[str] = set()
        numbers: set[int] = set()
        for rij in rijen:
            names.update(_schrijfwijzen(rij.voornaam, rij.familienaam))
            if rij.dossiernummer is not None:
                numbers.add(rij.dossiernummer)
        found: dict[int, Deelnemer] = {}
        for chunk in _chunks(sorted(names)):
            stmt = select(Deelnemer).where(Deelnemer.sorteersleutel.in_(chunk))
            found.update((row.id, row) for row in session.scalars(stmt))
        for numbered in _chunks(sorted(numbers)):
            stmt = select(Deelnemer).where(Deelnemer.dossiernummer.in_(numbered))
            found.update((row.id, row) for row in session.scalars(stmt))
        people = {row.id: _persoon(row) for row in found.values()}
        _lees_kinderen(session, people)
        for persoon in people.values():
            self.voeg_toe(persoon)

    def voeg_toe(self, persoon: Persoon) -> None:
        """Remember somebody, so that later rows of the list find him or her."""
        if persoon.dossiernummer is not None:
            self._op_nummer[persoon.dossiernummer] = persoon
        self._op_naam.setdefault(_sleutel(persoon.voornaam, persoon.familienaam), []).append(persoon)

    def zoek(self, rij: RijWaarden) -> tuple[Persoon | None, str]:
        """Who a row is about and how that is known; None for somebody new. Raises Problem when in doubt."""
        if rij.dossiernummer is not None and rij.dossiernummer in self._op_nummer:
            return self._op_nummer_gevonden(rij, self._op_nummer[rij.dossiernummer]), "zelfde nummer"
        if not rij.voornaam and not rij.familienaam:
            raise Problem(
                "Deze rij heeft geen naam.",
                "Vul de naam aan, of het nummer van een dossier dat er al is.",
                veld="familienaam",
            )
        same = self._op_naam.get(_sleutel(rij.voornaam, rij.familienaam), [])
        if rij.geboortedatum is None:
            return self._zonder_datum(same)
        exact = [persoon for persoon in same if persoon.geboortedatum == rij.geboortedatum]
        if len(exact) > 1:
            raise _meer_dan_een(exact)
        if exact:
            return exact[0], "zelfde naam en geboortedatum"
        unknown = [persoon for persoon in same if persoon.geboortedatum is None]
        if unknown:
            raise _twijfel(unknown[0], "Daar is de geboortedatum niet bekend.")
        return None, ""

    def _op_nummer_gevonden(self, rij: RijWaarden, persoon: Persoon) -> Persoon:
        has_name = bool(rij.voornaam or rij.familienaam)
        typed = Persoonsgegevens(rij.voornaam, rij.familienaam)
        known = Persoonsgegevens(persoon.voornaam, persoon.familienaam)
        shared = set(_sleutel(rij.voornaam, rij.familienaam)) & set(
            _sleutel(persoon.voornaam, persoon.familienaam)
        )
        if has_name and not shared and vergelijk(typed, known) is None:
            raise Problem(
                f"Nummer {persoon.nummer} is hier {persoon.naam}.",
                "Verbeter het nummer. Is het een nummer van een andere dienst? "
                "Zet die kolom dan op ‘Niet inlezen’.",
                veld="dossiernummer",
            )
        if rij.geboortedatum and persoon.geboortedatum and rij.geboortedatum != persoon.geboortedatum:
            raise Problem(
                f"Nummer {persoon.nummer}, {persoon.naam}, is geboren op "
                f"{toon_datum(persoon.geboortedatum)}; in de lijst staat {toon_datum(rij.geboortedatum)}.",
                "Kijk na wat juist is, en verbeter de lijst of het dossier.",
                veld="geboortedatum",
            )
        return persoon

    def _zonder_datum(self, same: Sequence[Persoon]) -> tuple[Persoon | None, str]:
        if len(same) > 1:
            raise _meer_dan_een(same)
        if same and same[0].geboortedatum is not None:
            raise _twijfel(same[0], "In de lijst staat geen geboortedatum.")
        return (same[0], "zelfde naam, geen geboortedatum bekend") if same else (None, "")


def _twijfel(persoon: Persoon, why: str) -> Problem:
    if persoon.id is None:
        return Problem(
            f"{persoon.naam} staat meer dan eens in de lijst. {why}",
            "Vul bij beide rijen dezelfde geboortedatum in.",
            veld="geboortedatum",
        )
    return Problem(
        f"{persoon.naam} heeft al nummer {persoon.nummer}. {why}",
        f"Is het dezelfde persoon? Zet {persoon.nummer} in de lijst in een kolom ‘nummer’, "
        "of vul de geboortedatum aan.",
        veld="geboortedatum",
    )


def _meer_dan_een(people: Sequence[Persoon]) -> Problem:
    numbers = " en ".join(persoon.nummer or "een nieuw dossier" for persoon in people[:3])
    return Problem(
        f"Meer dan één deelnemer heet {people[0].naam}: {numbers}.",
        "Zet in de lijst een kolom ‘nummer’ met het juiste nummer.",
        veld="dossiernummer",
    )


def _sleutel(voornaam: str, familienaam: str) -> tuple[str, ...]:
    """The words of a name without their order: `Jan Peeters` and `Peeters Jan` are one."""
    return tuple(sorted(vouw(f"{voornaam} {familienaam}").split()))


def _schrijfwijzen(voornaam: str, familienaam: str) -> set[str]:
    """The sort keys under which a name may stand: its words in every turn of their order."""
    words = vouw(f"{familienaam} {voornaam}").split()
    if len(words) > MAX_WOORDEN:
        return {" ".join(words)}
    return {" ".join(words[i:] + words[:i]) for i in range(len(words))}


def _persoon(row: Deelnemer) -> Persoon:
    return Persoon(
        row.id,
        row.dossiernummer,
        row.voornaam,
        row.familienaam,
        row.geboortedatum,
        {
            "geslacht": row.geslacht,
            "opleidingsniveau": row.opleidingsniveau,
            "naam_eigen_schrift": row.naam_eigen_schrift,
        },
    )


def _lees_kinderen(session: Session, people: dict[int, Persoon]) -> None:
    for ids in _chunks(sorted(people)):
        for stay in session.scalars(select(Verblijf).where(Verblijf.deelnemer_id.in_(ids))):
            people[stay.deelnemer_id].verblijven.append(
                Stay(
                    stay.id,
                    stay.gevangenis_code,
                    stay.van,
                    stay.tot,
                    stay.eindreden,
                    stay.afdeling,
                    stay.cel,
                )
            )
        for statuut in session.scalars(select(Statuut).where(Statuut.deelnemer_id.in_(ids))):
            people[statuut.deelnemer_id].statuten.append((statuut.van, statuut.soort))
        for taal in session.scalars(select(DeelnemerTaal).where(DeelnemerTaal.deelnemer_id.in_(ids))):
            people[taal.deelnemer_id].talen[taal.taal] = taal.volgorde


def _chunks(values: Sequence[T]) -> Iterable[Sequence[T]]:
    return (values[start : start + PER_VRAAG] for start in range(0, len(values), PER_VRAAG))

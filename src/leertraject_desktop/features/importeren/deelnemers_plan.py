"""Lays a list of deelnemers beside the database: who is new, what is added to whom, what is wrong."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.periode import controleer_na_geboorte
from leertraject_desktop.domain.personen import sorteernaam
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.importeren.gelijkenissen import Gelijkenissen
from leertraject_desktop.features.importeren.koppen import Koppeling, Tabel
from leertraject_desktop.features.importeren.plan import Plan, Progress, Regel, Stand
from leertraject_desktop.features.importeren.register import Persoon, Register, Stay
from leertraject_desktop.features.importeren.rij_waarden import RijLezer, RijWaarden
from leertraject_desktop.storage import reference
from leertraject_desktop.storage.access import vandaag, wie
from leertraject_desktop.storage.grafstenen import buried_names
from leertraject_desktop.storage.selections import nummer

AANVULBAAR = ("geslacht", "opleidingsniveau", "naam_eigen_schrift")


@dataclass(slots=True)
class Uitwerking:
    """The plan as the user sees it, and the people as they are to be kept."""

    regels: list[Regel] = field(default_factory=list)
    personen: list[Persoon] = field(default_factory=list)

    def plan(self) -> Plan:
        """What it comes down to."""
        stays = [stay for persoon in self.personen for stay in persoon.verblijven if stay.id is None]
        new = sum(persoon.id is None for persoon in self.personen)
        return Plan("deelnemers", tuple(self.regels), deelnemers=new, verblijven=len(stays))


class DeelnemersPlan:
    """Works a list out row by row, earliest stay first: a list may be in any order.

    A row that is wrong changes nothing in what follows it. With `waarschuw` it is said of everybody new who
    looks like him or her, here or in the list.
    """

    def __init__(
        self, session: Session, tabel: Tabel, koppeling: Koppeling, *, waarschuw: bool = True
    ) -> None:
        self._session = session
        self._tabel = tabel
        self._lezer = RijLezer(session, koppeling, tabel.vanaf_1904)
        self._vandaag = vandaag(session)
        self._hier = wie(session).gevangenis
        self._namen = {row.code: row.label for row in reference.gevangenissen(session)}
        self._gewist = buried_names(session)
        self._wil_waarschuwen = waarschuw
        self._gelijkenissen: Gelijkenissen | None = None

    def werk_uit(self, progress: Progress | None = None) -> Uitwerking:
        """Every row with what happens to it."""
        result = Uitwerking()
        total = 2 * len(self._tabel.rijen)
        read: list[tuple[int, RijWaarden | Regel]] = []
        for done, rij in enumerate(self._tabel.rijen):
            try:
                read.append((rij.nummer, self._lezer.lees(rij)))
            except Problem as problem:
                naam = self._lezer.naam_zoals_geschreven(rij)
                read.append((rij.nummer, _fout(rij.nummer, naam, None, problem)))
            _tell(progress, done, total)
        register = Register(self._session, [values for _, values in read if isinstance(values, RijWaarden)])
        touched: dict[int, tuple[int, Persoon]] = {}
        for done, (number, values) in enumerate(sorted(read, key=_volgorde), start=len(read)):
            if isinstance(values, Regel):
                result.regels.append(values)
                continue
            try:
                persoon, regel = self._verwerk(register, number, values)
            except Problem as problem:
                naam = sorteernaam(values.voornaam, values.familienaam)
                result.regels.append(_fout(number, naam, values.geboortedatum, problem))
            else:
                result.regels.append(regel)
                first, _ = touched.get(id(persoon), (number, persoon))
                touched[id(persoon)] = min(first, number), persoon
            _tell(progress, done, total)
        result.regels.sort(key=lambda regel: regel.rij)
        result.personen = [persoon for _, persoon in sorted(touched.values(), key=lambda entry: entry[0])]
        return result

    def _verwerk(self, register: Register, number: int, values: RijWaarden) -> tuple[Persoon, Regel]:
        persoon, how = register.zoek(values)
        sentences: list[str] = []
        is_new = persoon is None
        if persoon is None:
            self._weiger_gewiste(values)
            persoon = _nieuwe_persoon(values)
            sentences.append("Nieuw dossier.")
        else:
            where = "in deze lijst" if persoon.id is None else f"nummer {persoon.nummer}"
            sentences.append(f"Al gekend, {where}: {how}.")
        _controleer_geboren(persoon, values)
        stay = self._verblijf(persoon, values, is_new=is_new, sentences=sentences)
        statuut = self._statuut(persoon, values, stay, sentences)
        added = _vul_aan(persoon, values, sentences)
        # From here on nothing is refused any more.
        lijkt = is_new and self._waarschuw(persoon, sentences)
        if is_new:
            register.voeg_toe(persoon)
        changed = added or stay is not None or statuut is not None
        if stay is not None and stay not in persoon.verblijven:
            persoon.verblijven.append(stay)
        if statuut is not None:
            persoon.statuten.append(statuut)
            persoon.nieuwe_statuten.append(statuut)
        stand: Stand = "nieuw" if is_new else "aangevuld" if changed else "gekend"
        words = " ".join([*sentences, *values.opmerkingen])
        regel = Regel(number, stand, persoon.naam, persoon.geboortedatum, persoon.nummer, words, lijkt=lijkt)
        return persoon, regel

    def _weiger_gewiste(self, values: RijWaarden) -> None:
        """A list does not bring back who was wiped, also not with the names the other way around."""
        names = (values.voornaam, values.familienaam)
        for voornaam, familienaam in (names, names[::-1]):
            if self._gewist(voornaam, familienaam, values.geboortedatum):
                raise Problem(
                    "De gegevens van deze persoon zijn hier gewist; een lijst brengt ze niet terug.",
                    "Laat deze rij weg. Komt deze persoon opnieuw bij jou? Maak dan zelf een nieuw dossier.",
                )

    def _verblijf(
        self, persoon: Persoon, values: RijWaarden, *, is_new: bool, sentences: list[str]
    ) -> Stay | None:
        """The stay that the row adds or completes; None when it says nothing new."""
        van, plaats = values.van, values.gevangenis or self._hier
        if van is None and not is_new:
            return None
        if van is None:
            if self._lezer.heeft("van"):
                raise Problem(
                    "Er staat niet bij wanneer het verblijf begon.", "Vul de eerste dag aan.", veld="van"
                )
            van = self._vandaag
            sentences.append("Het verblijf begint vandaag, want de lijst zegt niet wanneer.")
        known = next(
            (stay for stay in persoon.verblijven if (stay.gevangenis, stay.van) == (plaats, van)), None
        )
        if known is not None:
            return _vul_verblijf_aan(known, values, sentences)
        new = Stay(None, plaats, van, values.tot, values.eindreden, values.afdeling, values.cel)
        other = next((stay for stay in persoon.verblijven if stay.periode.overlapt(new.periode)), None)
        if other is not None:
            raise Problem(
                f"Het verblijf in {self._namen[plaats]} vanaf {toon_datum(van)} valt samen met dat in "
                f"{self._namen[other.gevangenis]} {_periode(other)}.",
                "Verbeter de datums in de lijst, of sluit het andere verblijf eerst af in het dossier.",
                veld="van",
            )
        sentences.append(f"Verblijf in {self._namen[plaats]} {_periode(new)}.")
        return new

    def _statuut(
        self, persoon: Persoon, values: RijWaarden, stay: Stay | None, sentences: list[str]
    ) -> tuple[date, str] | None:
        """The statuut that the row adds, from the first day of its stay; None when it says nothing new."""
        if values.statuut is None:
            return None
        dag = values.van or (stay.van if stay is not None else self._vandaag)
        if persoon.statuut_op(dag) == values.statuut:
            return None
        if any(van == dag for van, _ in persoon.statuten):
            sentences.append(f"Er staat al een ander statuut vanaf {toon_datum(dag)}; dat blijft.")
            return None
        if values.van is None and persoon.statuten:
            sentences.append("Het statuut is in het dossier anders; dat blijft.")
            return None
        sentences.append(f"Statuut vanaf {toon_datum(dag)}.")
        return dag, values.statuut

    def _waarschuw(self, persoon: Persoon, sentences: list[str]) -> bool:
        """Say who looks like somebody new; whether anybody does."""
        if not self._wil_waarschuwen:
            return False
        if self._gelijkenissen is None:
            self._gelijkenissen = Gelijkenissen(self._session)
        best = self._gelijkenissen.beste(persoon.gegevens)
        if best is not None:
            ander, reden = best
            naam = sorteernaam(ander.gegevens.voornaam, ander.gegevens.familienaam)
            number = ander.dossiernummer
            where = "in deze lijst" if number is None else f"nummer {nummer(number)}"
            sentences.append(f"Lijkt op {naam}, {where}: {reden}.")
        self._gelijkenissen.voeg_toe(persoon.gegevens)
        return best is not None


def _volgorde(row: tuple[int, RijWaarden | Regel]) -> tuple[date, int]:
    """By the first day of the stay, rows without one last; rows of one day as they stand."""
    number, values = row
    van = values.van if isinstance(values, RijWaarden) else None
    return van or date.max, number


def _nieuwe_persoon(values: RijWaarden) -> Persoon:
    return Persoon(
        None,
        None,
        values.voornaam,
        values.familienaam,
        values.geboortedatum,
        {"geslacht": None, "opleidingsniveau": None, "naam_eigen_schrift": ""},
    )


def _controleer_geboren(persoon: Persoon, values: RijWaarden) -> None:
    """Raise Problem when the stay of the row, or one that is known, begins before the day of birth."""
    geboren = persoon.geboortedatum or values.geboortedatum
    known = [stay.van for stay in persoon.verblijven] if persoon.geboortedatum is None else []
    for van in filter(None, (values.van, *known)):
        controleer_na_geboorte(geboren, van, veld="van")


def _vul_aan(persoon: Persoon, values: RijWaarden, sentences: list[str]) -> bool:
    """Fill what is not known yet; what is known stays, and is said when the list has something else."""
    added = False
    for veld in AANVULBAAR:
        given, known = getattr(values, veld), persoon.velden[veld]
        if given and not known:
            persoon.velden[veld] = persoon.aangevuld[veld] = given
            added = True
        elif given and given != known:
            sentences.append(f"{_NAAM_VAN[veld]} is in het dossier anders; dat blijft.")
    if values.geboortedatum is not None and persoon.geboortedatum is None:
        persoon.geboortedatum = values.geboortedatum
        persoon.aangevuld["geboortedatum"] = values.geboortedatum
        sentences.append("De geboortedatum wordt aangevuld.")
        added = True
    if values.contacttaal and 0 not in persoon.talen.values() and values.contacttaal not in persoon.talen:
        persoon.talen[values.contacttaal] = 0
        persoon.nieuwe_taal = values.contacttaal
        added = True
    return added


_NAAM_VAN = {
    "geslacht": "Het geslacht",
    "opleidingsniveau": "Het opleidingsniveau",
    "naam_eigen_schrift": "De naam in eigen schrift",
}


def _vul_verblijf_aan(stay: Stay, values: RijWaarden, sentences: list[str]) -> Stay | None:
    changed = False
    if values.tot is not None and stay.tot is None:
        stay.tot, stay.eindreden = values.tot, values.eindreden
        sentences.append(f"Het verblijf eindigt op {toon_datum(values.tot)}.")
        changed = True
    elif values.tot is not None and stay.tot != values.tot:
        sentences.append("Het einde van het verblijf is in het dossier anders; dat blijft.")
    for veld in ("afdeling", "cel"):
        if getattr(values, veld) and not getattr(stay, veld):
            setattr(stay, veld, getattr(values, veld))
            changed = True
    stay.gewijzigd = stay.gewijzigd or (changed and stay.id is not None)
    return stay if changed else None


def _periode(stay: Stay) -> str:
    if stay.tot is None:
        return f"vanaf {toon_datum(stay.van)}"
    return f"van {toon_datum(stay.van)} tot {toon_datum(stay.tot)}"


def _fout(rij: int, naam: str, geboren: date | None, problem: Problem) -> Regel:
    return Regel(rij, "fout", naam, geboren, "", problem.what, problem.remedy)


def _tell(progress: Progress | None, done: int, total: int) -> None:
    if progress is not None and done % 50 == 0:
        progress(done, total)

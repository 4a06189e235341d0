"""Reads one row of a list of deelnemers: every cell becomes a name, a day or a code, or a Problem."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Geslacht, Label, Lijst, StatuutSoort
from leertraject_desktop.domain.periode import controleer_datum, controleer_na_geboorte, controleer_volgorde
from leertraject_desktop.domain.personen import controleer_geboortedatum
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.tekst import MAX_NAAM, schoon, vouw
from leertraject_desktop.features.importeren.blad import Cel, Rij
from leertraject_desktop.features.importeren.koppen import Koppeling, label_van_veld, woorden
from leertraject_desktop.features.importeren.waarden import lees_code, lees_datum, lees_naam, lees_tekst
from leertraject_desktop.storage import reference
from leertraject_desktop.storage.access import vandaag

ANDERE_REDEN = "andere"
MAX_NUMMER = 10**9


@dataclass(frozen=True, slots=True)
class RijWaarden:
    """What a row says; empty text and None mean that it says nothing. `opmerkingen` are whole sentences."""

    dossiernummer: int | None = None
    voornaam: str = ""
    familienaam: str = ""
    naam_eigen_schrift: str = ""
    geboortedatum: date | None = None
    geslacht: str | None = None
    statuut: str | None = None
    contacttaal: str | None = None
    opleidingsniveau: str | None = None
    gevangenis: str | None = None
    van: date | None = None
    tot: date | None = None
    eindreden: str | None = None
    afdeling: str = ""
    cel: str = ""
    opmerkingen: tuple[str, ...] = ()


class RijLezer:
    """Knows which column is which field, and the words of this database for every code."""

    def __init__(self, session: Session, koppeling: Koppeling, vanaf_1904: bool) -> None:
        self._plaats = {code: place for place, code in enumerate(koppeling) if code}
        self._vandaag = vandaag(session)
        self._vanaf_1904 = vanaf_1904
        self._woorden = {
            "geslacht": _van_labels(Geslacht),
            "statuut": _van_labels(StatuutSoort),
            "contacttaal": _van_lijst(session, Lijst.TAAL),
            "opleidingsniveau": _van_lijst(session, Lijst.OPLEIDINGSNIVEAU),
            "eindreden": _van_lijst(session, Lijst.EINDE_VERBLIJF),
            "gevangenis": _gevangenissen(session),
        }
        for veld, words in self._woorden.items():
            words.update(woorden(veld))

    def heeft(self, veld: str) -> bool:
        """Whether the list has a column for a field."""
        return veld in self._plaats

    def naam_zoals_geschreven(self, rij: Rij) -> str:
        """The name in a row that could not be read otherwise, for the list of wrong rows."""
        shown = []
        for veld in ("familienaam", "voornaam", "naam"):
            cel = self._cel(rij, veld)
            if cel is not None and not str(cel).startswith("#"):
                shown.append(lees_tekst(cel, veld)[:MAX_NAAM])
        return ", ".join(filter(None, shown))

    def lees(self, rij: Rij) -> RijWaarden:
        """What a row says. Raises Problem, with the field, at the first cell that cannot be kept."""
        opmerkingen: list[str] = []
        voornaam, familienaam = self._naam(rij, opmerkingen)
        geboren = self._datum(rij, "geboortedatum", opmerkingen)
        if geboren is not None:
            controleer_geboortedatum(geboren, self._vandaag)
        van, tot = self._datum(rij, "van", opmerkingen), self._datum(rij, "tot", opmerkingen)
        for dag, veld in ((van, "van"), (tot, "tot")):
            if dag is not None:
                controleer_datum(dag, self._vandaag, veld=veld)
        if van is not None:
            controleer_volgorde(van, tot)
            controleer_na_geboorte(geboren, van, veld="van")
        eindreden = self._code(rij, "eindreden")
        if tot is not None and eindreden is None:
            eindreden = ANDERE_REDEN
            opmerkingen.append("Waarom het verblijf eindigde, is niet bekend.")
        return RijWaarden(
            dossiernummer=self._nummer(rij),
            voornaam=voornaam,
            familienaam=familienaam,
            naam_eigen_schrift=self._tekst(rij, "naam_eigen_schrift", MAX_NAAM),
            geboortedatum=geboren,
            geslacht=self._code(rij, "geslacht"),
            statuut=self._code(rij, "statuut"),
            contacttaal=self._code(rij, "contacttaal"),
            opleidingsniveau=self._code(rij, "opleidingsniveau"),
            gevangenis=self._code(rij, "gevangenis"),
            van=van,
            tot=tot,
            eindreden=eindreden if tot is not None else None,
            afdeling=self._tekst(rij, "afdeling", 50),
            cel=self._tekst(rij, "cel", 20),
            opmerkingen=tuple(opmerkingen),
        )

    def _cel(self, rij: Rij, veld: str) -> Cel:
        place = self._plaats.get(veld)
        return rij.cellen[place] if place is not None and place < len(rij.cellen) else None

    def _tekst(self, rij: Rij, veld: str, maximum: int) -> str:
        return schoon(lees_naam(self._cel(rij, veld), veld), maximum=maximum, veld=veld)

    def _code(self, rij: Rij, veld: str) -> str | None:
        cel = self._cel(rij, veld)
        if cel is None:
            return None
        return lees_code(cel, self._woorden[veld], veld, label_van_veld(veld))

    def _datum(self, rij: Rij, veld: str, opmerkingen: list[str]) -> date | None:
        try:
            dag, opmerking = lees_datum(
                self._cel(rij, veld),
                self._vandaag,
                veld=veld,
                geboorte=veld == "geboortedatum",
                vanaf_1904=self._vanaf_1904,
            )
        except Problem as problem:
            label = label_van_veld(veld)
            raise Problem(f"{label}: {problem.what}", problem.remedy, veld=veld) from problem
        if opmerking:
            opmerkingen.append(f"{label_van_veld(veld)}: {opmerking}")
        return dag

    def _nummer(self, rij: Rij) -> int | None:
        text = lees_naam(self._cel(rij, "dossiernummer"), "dossiernummer")
        if not text:
            return None
        if not (text.isascii() and text.isdigit()) or int(text) > MAX_NUMMER:
            raise Problem(
                f"‘{text[:40]}’ is geen nummer van een dossier.",
                "Een nummer bestaat uit cijfers, bijvoorbeeld 0042.",
                veld="dossiernummer",
            )
        return int(text)

    def _naam(self, rij: Rij, opmerkingen: list[str]) -> tuple[str, str]:
        voornaam, familienaam = (self._tekst(rij, veld, MAX_NAAM) for veld in ("voornaam", "familienaam"))
        if self.heeft("naam"):
            whole = self._tekst(rij, "naam", MAX_NAAM)
            first, last = splits_naam(whole)
            voornaam, familienaam = voornaam or first, familienaam or last
            if whole and not first and " " in whole and not self.heeft("voornaam"):
                opmerkingen.append("De hele naam staat bij de familienaam.")
        return voornaam, familienaam


def splits_naam(naam: str) -> tuple[str, str]:
    """First and last name out of one text: `Peeters, Jan` or `PEETERS Jan`; else all is the last name."""
    if "," in naam:
        last, _, first = naam.partition(",")
        return first.strip(), last.strip()
    words = naam.split()
    capitals = [word for word in words if word.isupper() and len(word) > 1]
    if capitals and len(capitals) < len(words):
        return " ".join(word for word in words if word not in capitals), " ".join(capitals)
    return "", naam


def _van_labels(labels: type[Label]) -> dict[str, str]:
    return {vouw(text): item.value for item in labels for text in (item.value, item.label)}


def _van_lijst(session: Session, lijst: Lijst) -> dict[str, str]:
    rows = reference.waarden(session, lijst)
    return {vouw(text): row.code for row in rows for text in (row.code, row.label)}


def _gevangenissen(session: Session) -> dict[str, str]:
    return {
        vouw(text): row.code
        for row in reference.gevangenissen(session)
        for text in (row.code, row.label, f"gevangenis {row.label}", f"PI {row.label}")
    }

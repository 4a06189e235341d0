"""The timeline of a deelnemer: everything that happened, last first, with what each line points to."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Row
from sqlalchemy.orm import Session

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.doorverwijzing import Verwijsstand
from leertraject_desktop.domain.label import Fase, StatuutSoort
from leertraject_desktop.domain.ondersteuning import Ondersteuningssoort
from leertraject_desktop.features.dossier.tijdlijn_rijen import alles

VERTREK = 9
SOORTEN = ("vraag", "contact", "begeleiding", "partner", "nazorg", "verblijf")


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """One line: `soort` is one of `SOORTEN`; `tabel` and `id` say which row it came from.

    `rang` orders the lines of one day, from what comes first (0) to what closes it (9); an arrival after a
    departure on the same day comes after that.
    """

    datum: date
    soort: str
    tabel: str
    id: int
    titel: str
    tekst: str = ""
    door: str = ""
    minuten: int | None = None
    rang: int = 4


def tijdlijn(session: Session, deelnemer_id: int) -> list[Gebeurtenis]:
    """All lines of a deelnemer, last day first."""
    lines: list[Gebeurtenis] = []
    for rij in session.execute(alles(), {"deelnemer_id": deelnemer_id}):
        lines += TELLERS[rij.bron](rij)
    left = {line.datum for line in lines if line.rang == VERTREK}
    lines = [
        replace(line, rang=VERTREK + 1)
        if line.tabel == "verblijf" and line.rang == 0 and line.datum in left
        else line
        for line in lines
    ]
    return sorted(lines, key=lambda line: (line.datum, line.rang, line.id), reverse=True)


def _vraag(rij: Row[Any]) -> list[Gebeurtenis]:
    if rij.einddag is None:
        tekst = "Nog geen antwoord"
    else:
        tekst = f"Beantwoord op {toon_datum(rij.einddag)}: {_eerste_regel(rij.tekst)}"
    titel = f"Vraag: {_eerste_regel(rij.kop) or rij.reden}"
    plek = ("vraag", "informatievraag", rij.id)
    return [Gebeurtenis(rij.dag, *plek, titel, tekst, rij.door, rij.aantal, rang=1)]


def _contact(rij: Row[Any]) -> list[Gebeurtenis]:
    titel, tekst = str(rij.kop).capitalize(), _eerste_regel(rij.tekst)
    plek = ("contact", "contactmoment", rij.id)
    return [Gebeurtenis(rij.dag, *plek, titel, tekst, rij.door, rij.aantal)]


def _begeleiding(rij: Row[Any]) -> list[Gebeurtenis]:
    plek = ("begeleiding", "begeleiding", rij.id)
    tekst = _eerste_regel(rij.tekst)
    lines = [Gebeurtenis(rij.dag, *plek, "Begeleiding gestart", tekst, rij.door, rang=2)]
    if rij.einddag is not None:
        slot = "1 leerdoel" if rij.aantal == 1 else f"{rij.aantal} leerdoelen"
        if rij.reden:
            slot = _zinnen(str(rij.reden).capitalize(), _eerste_regel(rij.slot))
        lines.append(Gebeurtenis(rij.einddag, *plek, f"Begeleiding {rij.kop}", slot, rang=8))
    return lines


def _fase(rij: Row[Any]) -> list[Gebeurtenis]:
    return [Gebeurtenis(rij.dag, "begeleiding", "begeleiding", rij.id, f"Fase {Fase(rij.kop).label}")]


def _opschorting(rij: Row[Any]) -> list[Gebeurtenis]:
    plek = ("begeleiding", "opschorting", rij.id)
    tekst = _zinnen(str(rij.reden).capitalize(), _eerste_regel(rij.tekst))
    lines = [Gebeurtenis(rij.dag, *plek, "Begeleiding opgeschort", tekst)]
    if rij.einddag is not None:
        lines.append(Gebeurtenis(rij.einddag, *plek, "Einde van de opschorting", rang=5))
    return lines


def _drempel(rij: Row[Any]) -> list[Gebeurtenis]:
    plek = ("begeleiding", "begeleiding", rij.id)
    lines = [Gebeurtenis(rij.dag, *plek, f"Drempel: {rij.kop}")]
    if rij.einddag is not None:
        lines.append(Gebeurtenis(rij.einddag, *plek, f"Drempel opgelost: {rij.kop}"))
    return lines


def _steun(rij: Row[Any]) -> list[Gebeurtenis]:
    titel = f"{Ondersteuningssoort(rij.kop).label.capitalize()}: {rij.tekst}"
    return [Gebeurtenis(rij.dag, "begeleiding", "ondersteuning", rij.id, titel)]


def _toestemming(rij: Row[Any]) -> list[Gebeurtenis]:
    plek = ("partner", "toestemming", rij.id)
    doel = str(rij.tekst).capitalize()
    tekst = f"{doel}, tot {toon_datum(rij.tot)}" if rij.tot else doel
    lines = [Gebeurtenis(rij.dag, *plek, f"Toestemming voor {rij.kop}", tekst)]
    if rij.einddag is not None:
        lines.append(Gebeurtenis(rij.einddag, *plek, f"Toestemming voor {rij.kop} ingetrokken", doel))
    return lines


def _doorverwijzing(rij: Row[Any]) -> list[Gebeurtenis]:
    plek = ("partner", "doorverwijzing", rij.id)
    stand, tekst = Verwijsstand(rij.slot), _eerste_regel(rij.tekst)
    if stand is Verwijsstand.IN_BEHANDELING:
        return [Gebeurtenis(rij.dag, *plek, f"Doorverwezen naar {rij.kop}", tekst, rij.door)]
    titel = f"Doorverwijzing naar {rij.kop}: {stand.label}"
    return [Gebeurtenis(rij.dag, *plek, titel, _zinnen(str(rij.reden or "").capitalize(), tekst))]


def _nazorgmoment(rij: Row[Any]) -> list[Gebeurtenis]:
    titel, tekst = f"Nazorg na {rij.aantal} maanden: {rij.kop}", _eerste_regel(rij.tekst)
    return [Gebeurtenis(rij.dag, "nazorg", "nazorgmoment", rij.id, titel, tekst, rij.door)]


def _verblijf(rij: Row[Any]) -> list[Gebeurtenis]:
    plek = ("verblijf", "verblijf", rij.id)
    lines = [Gebeurtenis(rij.dag, *plek, f"Aangekomen in {rij.kop}", rij.tekst, rang=0)]
    if rij.einddag is not None:
        reden = str(rij.reden or "").capitalize()
        lines.append(Gebeurtenis(rij.einddag, *plek, f"Vertrokken uit {rij.kop}", reden, rang=VERTREK))
    return lines


def _statuut(rij: Row[Any]) -> list[Gebeurtenis]:
    titel = f"Statuut: {StatuutSoort(rij.kop).label}"
    return [Gebeurtenis(rij.dag, "verblijf", "statuut", rij.id, titel, rang=0)]


TELLERS: dict[str, Callable[[Row[Any]], list[Gebeurtenis]]] = {
    "vraag": _vraag,
    "contact": _contact,
    "begeleiding": _begeleiding,
    "fase": _fase,
    "opschorting": _opschorting,
    "drempel": _drempel,
    "ondersteuning": _steun,
    "toestemming": _toestemming,
    "doorverwijzing": _doorverwijzing,
    "nazorg": _nazorgmoment,
    "verblijf": _verblijf,
    "statuut": _statuut,
}


def _zinnen(*delen: str) -> str:
    return ". ".join(filter(None, delen))


def _eerste_regel(tekst: str | None) -> str:
    return next((regel.strip() for regel in (tekst or "").splitlines() if regel.strip()), "")

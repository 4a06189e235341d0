"""Finds the row of headers in a sheet, and proposes which column is which field."""

import hashlib
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.tekst import vouw
from leertraject_desktop.features.importeren.blad import Blad, Rij
from leertraject_desktop.features.importeren.waarden import lees_tekst
from leertraject_desktop.storage.packaged import resource

DEELNEMERS, BEVOLKING = "deelnemers", "bevolking"
ZOEK_KOP_IN = 20
VOORBEELDEN = 3

Koppeling = tuple[str, ...]
"""Per column the code of its field; empty for a column that is left out."""


@dataclass(frozen=True, slots=True)
class Veld:
    """One field that a column may hold; `lijst` is "deelnemers" or "bevolking"."""

    lijst: str
    code: str
    label: str
    koppen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tabel:
    """A sheet whose row of headers is known; `rijen` are those below it."""

    naam: str
    koppen: tuple[str, ...]
    rijen: tuple[Rij, ...]
    vanaf_1904: bool = False

    @property
    def handtekening(self) -> str:
        """The same for every list with the same headers; says nothing about what stands below them."""
        text = "\x1f".join(map(vouw, self.koppen))
        return hashlib.sha256(text.encode()).hexdigest()[:32]

    def voorbeelden(self, kolom: int) -> list[str]:
        """What stands in the first cells of a column that differ."""
        cells = (rij.cellen[kolom] for rij in self.rijen if kolom < len(rij.cellen))
        shown: list[str] = []
        for cell in cells:
            text = str(cell) if _is_fout(cell) else lees_tekst(cell, "")
            if text and text not in shown:
                shown.append(text)
            if len(shown) == VOORBEELDEN:
                break
        return shown


@cache
def velden() -> tuple[Veld, ...]:
    """All fields, in the order in which they are offered."""
    rows = _data()["veld"]
    return tuple(Veld(row["lijst"], row["code"], row["label"], tuple(row["koppen"])) for row in rows)


@cache
def woorden(veld: str) -> dict[str, str]:
    """The words beside the labels that mean a code of a field, folded."""
    lists = _data()["woorden"].get(veld, {})
    return {vouw(word): code for code, words in lists.items() for word in words}


def label_van_veld(code: str) -> str:
    """The words of a field."""
    return next((veld.label for veld in velden() if veld.code == code), "")


def lijst_van(blad: Blad) -> Tabel:
    """The list in a sheet: its headers are the row, among the first twenty, that has most known ones.

    Raises Problem when nothing stands below the headers.
    """
    top = blad.rijen[:ZOEK_KOP_IN]
    scores = [sum(bool(code) for code in _voorstel(_texts(rij))) for rij in top]
    if not any(scores):
        scores = [min(len([text for text in _texts(rij) if text]), 2) for rij in top]
    place = scores.index(max(scores))
    rijen = blad.rijen[place + 1 :]
    if not rijen:
        raise Problem(
            f"In ‘{blad.naam}’ staat geen lijst.",
            "Zet op de eerste rij de namen van de kolommen en daaronder de gegevens.",
        )
    width = max(len(rij.cellen) for rij in (blad.rijen[place], *rijen))
    texts = _texts(blad.rijen[place])
    koppen = tuple(texts[i] if i < len(texts) else "" for i in range(width))
    return Tabel(blad.naam, koppen, rijen, blad.vanaf_1904)


def stel_voor(lijst: Tabel) -> Koppeling:
    """The fields that the headers name; a field is given to the first column that names it."""
    return _voorstel(lijst.koppen)


def beste_lijst(bladen: Sequence[Blad]) -> Tabel:
    """The list of the sheet whose headers are known best. Raises Problem when no sheet holds a list."""
    found: list[Tabel] = []
    problem: Problem | None = None
    for blad in bladen:
        try:
            found.append(lijst_van(blad))
        except Problem as error:
            problem = problem or error
    if problem is not None and not found:
        raise problem
    return max(found, key=lambda lijst: sum(map(bool, stel_voor(lijst))))


def soort_van(koppeling: Koppeling) -> str:
    """Which kind of list these fields make. Raises Problem when they make none."""
    codes = [code for code in koppeling if code]
    if any(first == second for first, second in pairwise(sorted(codes))):
        twice = next(first for first, second in pairwise(sorted(codes)) if first == second)
        raise Problem(
            f"Twee kolommen staan op ‘{label_van_veld(twice)}’.", "Kies voor één ervan iets anders."
        )
    known = {veld.code: veld.lijst for veld in velden()}
    soorten = {known[code] for code in codes}
    if len(soorten) > 1:
        raise Problem(
            "Deze kolommen horen niet bij één lijst.",
            "Lees deelnemers en bevolking apart in: zet de andere kolommen op ‘Niet inlezen’.",
        )
    if soorten == {BEVOLKING}:
        missing = [veld.label for veld in velden() if veld.lijst == BEVOLKING and veld.code not in codes]
        if missing:
            raise Problem(f"De kolom ‘{missing[0]}’ ontbreekt.", "Kies welke kolom dat is.")
        return BEVOLKING
    if not {"naam", "voornaam", "familienaam", "dossiernummer"} & set(codes):
        raise Problem(
            "Er is geen kolom met de naam van de deelnemer.", "Kies bij een kolom ‘Naam’ of ‘Familienaam’."
        )
    if "naam" in codes and {"voornaam", "familienaam"} <= set(codes):
        raise Problem(
            "De naam staat er twee keer: in één kolom en in twee kolommen.",
            "Zet een van beide op ‘Niet inlezen’.",
        )
    return DEELNEMERS


def _voorstel(koppen: Sequence[str]) -> Koppeling:
    names = list(map(_gelijk, koppen))
    is_bevolking = any(name in _namen(BEVOLKING, "maand") for name in names)
    wanted = BEVOLKING if is_bevolking else DEELNEMERS
    result = [""] * len(names)
    for veld in velden():
        if veld.lijst == wanted:
            known = _namen(veld.lijst, veld.code)
            place = next((i for i, name in enumerate(names) if name in known and not result[i]), None)
            if place is not None:
                result[place] = veld.code
    if "voornaam" in result and "naam" in result and "familienaam" not in result:
        result[result.index("naam")] = "familienaam"
    return tuple(result)


@cache
def _namen(lijst: str, code: str) -> frozenset[str]:
    veld = next(veld for veld in velden() if (veld.lijst, veld.code) == (lijst, code))
    return frozenset(map(_gelijk, (*veld.koppen, veld.label)))


def _gelijk(kop: str) -> str:
    """A header to compare by: `Geboorte-datum` and `Geboortedatum` are one."""
    return vouw(kop).replace(" ", "")


def _texts(rij: Rij) -> list[str]:
    return ["" if _is_fout(cel) else lees_tekst(cel, "")[:100] for cel in rij.cellen]


def _is_fout(cel: object) -> bool:
    return isinstance(cel, str) and cel.startswith("#")


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resource("referentie", "importkoppen.toml").read_text(encoding="utf-8"))

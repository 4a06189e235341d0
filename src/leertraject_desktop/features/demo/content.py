"""The names and sentences of the demo, read from resources/demo; all of it is made up."""

import tomllib
from dataclasses import dataclass
from typing import Any

from leertraject_desktop.storage.packaged import resource


@dataclass(frozen=True, slots=True)
class Naam:
    """A first or last name, with how it is written in its own script; empty where that is Latin."""

    gewoon: str
    eigen_schrift: str = ""


@dataclass(frozen=True, slots=True)
class Herkomst:
    """Where names and languages come from: so many of a hundred, with a chance of migratieachtergrond."""

    code: str
    aandeel: int
    migratie: float
    voornamen: tuple[Naam, ...]
    voornamen_vrouw: tuple[Naam, ...]
    familienamen: tuple[Naam, ...]
    familienamen_vrouw: tuple[Naam, ...]
    talen: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class DoelTekst:
    """A leerdoel with its acties: what, and who does it."""

    omschrijving: str
    acties: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class VraagTekst:
    """A question with its answer; `kanaal` is empty where any will do."""

    onderwerp: str
    vraag: str
    antwoord: str
    kanaal: str = ""


@dataclass(frozen=True, slots=True)
class Thema:
    """What a begeleiding is about: the question it began with, its leerdoelen, what is noted under way."""

    voor: str
    vraag: VraagTekst
    leervraag: str
    notities: tuple[str, ...]
    leerdoelen: tuple[DoelTekst, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that people say and write in the demo."""

    lange_naam: tuple[str, str]
    herkomsten: tuple[Herkomst, ...]
    themas: tuple[Thema, ...]
    vragen: tuple[VraagTekst, ...]
    anoniem: tuple[VraagTekst, ...]
    ondersteuning: tuple[str, ...]
    notities: dict[str, tuple[str, ...]]
    opschorting: dict[str, tuple[str, ...]]
    stopzetting: dict[str, tuple[str, ...]]
    taken: dict[str, tuple[str, ...]]


def load(leerwinkel: str) -> Content:
    """Read the content for a prison; `leerwinkel` is the partner that its texts name."""
    namen, teksten, themas = (_read(name, leerwinkel) for name in ("namen", "teksten", "themas"))
    eerste, laatste = namen["lange_naam"]
    return Content(
        lange_naam=(eerste, laatste),
        herkomsten=tuple(_herkomst(row) for row in namen["herkomst"]),
        themas=tuple(_thema(row) for row in themas["thema"]),
        vragen=tuple(VraagTekst(**row) for row in teksten["vraag"]),
        anoniem=tuple(VraagTekst(**row) for row in teksten["anoniem"]),
        ondersteuning=tuple(teksten["ondersteuning"]),
        notities=_lists(teksten["notities"]),
        opschorting=_lists(teksten["opschorting"]),
        stopzetting=_lists(teksten["stopzetting"]),
        taken=_lists(teksten["taken"]),
    )


def _read(name: str, leerwinkel: str) -> dict[str, Any]:
    text = resource("demo", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text.replace("{leerwinkel}", leerwinkel))


def _lists(table: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(texts) for key, texts in table.items()}


def _namen(rows: list[str | list[str]]) -> tuple[Naam, ...]:
    return tuple(Naam(row) if isinstance(row, str) else Naam(*row) for row in rows)


def _herkomst(row: dict[str, Any]) -> Herkomst:
    return Herkomst(
        code=row["code"],
        aandeel=row["aandeel"],
        migratie=row["migratie"],
        voornamen=_namen(row["voornamen"]),
        voornamen_vrouw=_namen(row["voornamen_vrouw"]),
        familienamen=_namen(row["familienamen"]),
        familienamen_vrouw=_namen(row.get("familienamen_vrouw", row["familienamen"])),
        talen=tuple(tuple(talen) for talen in row["talen"]),
    )


def _thema(row: dict[str, Any]) -> Thema:
    return Thema(
        voor=row["voor"],
        vraag=VraagTekst(row["onderwerp"], row["vraag"], row["antwoord"]),
        leervraag=row["leervraag"],
        notities=tuple(row["notities"]),
        leerdoelen=tuple(
            DoelTekst(doel["omschrijving"], tuple((wat, wie) for wat, wie in doel["acties"]))
            for doel in row["leerdoel"]
        ),
    )

"""What the list of deelnemers shows of each of them, and in which words."""

from datetime import date

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.features.deelnemers.lijst import DeelnemerRij
from leertraject_desktop.ui.kit.table_model import Cell, Column


def columns(vandaag: date) -> list[Column[DeelnemerRij]]:
    """The columns of the list; the keys are those that the query sorts by."""
    return [
        Column("Naam", lambda rij: rij.naam, key="naam"),
        Column("Nummer", lambda rij: rij.nummer, 104, key="nummer", wide_only=True),
        Column("Statuut", lambda rij: rij.statuut, 112, key="statuut", empty="niet bekend"),
        Column("Afdeling", lambda rij: rij.afdeling, 96, key="afdeling", empty="niet bekend"),
        Column(
            "Begeleiding",
            lambda rij: rij.begeleiding,
            104,
            key="begeleiding",
            empty="geen",
            raw=lambda rij: rij.begeleiding or "geen",
        ),
        Column(
            "Volgende stap",
            lambda rij: next_step(rij.volgende_stap, vandaag),
            144,
            key="volgende_stap",
            raw=lambda rij: rij.volgende_stap,
        ),
        Column(
            "Laatst gesproken",
            lambda rij: rij.laatst_gesproken,
            140,
            key="laatst_gesproken",
            empty="nog niet",
            wide_only=True,
        ),
    ]


def next_step(dag: date | None, vandaag: date) -> Cell:
    """When something is due: a date, today in amber, or how many days late in red."""
    if dag is None:
        return Cell("geen", "text3")
    if dag == vandaag:
        return Cell("vandaag", "amber", "clock")
    if dag > vandaag:
        return Cell(toon_datum(dag))
    return Cell(days_late((vandaag - dag).days), "red", "clock-alert", strong=True)


def days_late(dagen: int) -> str:
    """The lateness in words: "1 dag te laat"."""
    return "1 dag te laat" if dagen == 1 else f"{dagen} dagen te laat"

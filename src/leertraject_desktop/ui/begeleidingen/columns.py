"""The columns of the list of begeleidingen: other ones for what runs and for what has ended."""

from datetime import date

from leertraject_desktop.features.begeleidingen.lijst import BegeleidingRij
from leertraject_desktop.ui.kit.table_model import Cell, Column

_STAND = {
    "loopt": Cell("loopt", icon="circle-play"),
    "opgeschort": Cell("opgeschort", "amber", "circle-pause"),
    "afgerond": Cell("afgerond", "text2", "check"),
    "stopgezet": Cell("stopgezet", "text2", "circle-stop"),
}


def stand(row: BegeleidingRij) -> Cell:
    """Whether it runs, in a word with an icon."""
    return _STAND[row.stand]


def doelen(row: BegeleidingRij) -> Cell:
    """How many goals were reached: "1 van 3"; in words when there are none."""
    if row.doelen:
        return Cell(f"{row.doelen_bereikt} van {row.doelen}")
    return Cell("nog geen" if row.einddatum is None else "geen", "text3")


def gesproken(row: BegeleidingRij) -> Cell | date:
    """When somebody spoke with the deelnemer last; a begeleiding that runs without a word is amber."""
    if row.laatst_gesproken is not None:
        return row.laatst_gesproken
    return Cell("nog niet", "amber", "clock") if row.stand == "loopt" else Cell("nog niet", "text3")


_NAAM: Column[BegeleidingRij] = Column("Naam", lambda r: r.naam, key="naam")
_NUMMER: Column[BegeleidingRij] = Column("Nummer", lambda r: r.nummer, 80, sortable=False, wide_only=True)
_FASE: Column[BegeleidingRij] = Column("Fase", lambda r: r.fase, 112, key="fase")
_STAND_KOLOM: Column[BegeleidingRij] = Column("Stand", stand, 128, sortable=False)
_BEGONNEN: Column[BegeleidingRij] = Column("Begonnen", lambda r: r.begindatum, 112, key="begindatum")
_GESTOPT: Column[BegeleidingRij] = Column("Geëindigd", lambda r: r.einddatum, 112, key="einddatum")
_DOELEN: Column[BegeleidingRij] = Column("Doelen", doelen, 88, sortable=False)
_GESPROKEN: Column[BegeleidingRij] = Column(
    "Laatst gesproken", gesproken, 144, key="laatst_gesproken", raw=lambda r: r.laatst_gesproken
)
_DOOR: Column[BegeleidingRij] = Column("Door", lambda r: r.door, 144, key="door", wide_only=True)
_REDEN: Column[BegeleidingRij] = Column("Reden", lambda r: r.reden, 264, sortable=False, wide_only=True)

_OPEN = (_NAAM, _NUMMER, _FASE, _STAND_KOLOM, _BEGONNEN, _DOELEN, _GESPROKEN, _DOOR)
_ENDED = (_NAAM, _NUMMER, _FASE, _BEGONNEN, _GESTOPT, _DOELEN, _GESPROKEN, _DOOR)
_STOPPED = (_NAAM, _NUMMER, _FASE, _BEGONNEN, _GESTOPT, _REDEN, _DOELEN, _DOOR)

WRITTEN = (
    _NAAM,
    _NUMMER,
    _FASE,
    _STAND_KOLOM,
    _BEGONNEN,
    _GESTOPT,
    _REDEN,
    _DOELEN,
    _GESPROKEN,
    _DOOR,
)


def columns(gekozen: str) -> tuple[Column[BegeleidingRij], ...]:
    """What is worth a column for a choice of the chips: what ended has a day, what was stopped a reason."""
    return {"afgerond": _ENDED, "stopgezet": _STOPPED}.get(gekozen, _OPEN)

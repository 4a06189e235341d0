"""What Enter and Space do with something that is due, on the start screen and in the agenda."""

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.begeleidingen.plan import vink_actie
from leertraject_desktop.features.taken.commands import vink_taak
from leertraject_desktop.features.taken.lijst import TaakRij
from leertraject_desktop.ui.kit.screen import Screen, Target

# The tab of the dossier where a task is done; the others are ticked where they stand.
PARTS = {
    "actie": "begeleiding",
    "opvolging": "begeleiding",
    "nazorg": "partners",
    "doorverwijzing": "partners",
}
FORMS = {"nazorg": "nazorg_uitkomst", "doorverwijzing": "doorverwijzing_antwoord"}
"""The forms that close what is due: an outcome and an answer."""

TASK_TABLES = frozenset(
    {
        "taak", "actie", "leerdoel", "informatievraag", "begeleiding", "contactmoment", "faseovergang",
        "deelnemer", "opvolgmoment", "opschorting", "nazorgmoment", "doorverwijzing",
    }
)  # fmt: skip
"""The tables in which something that is due can change."""


def open_task(screen: Screen, row: TaakRij) -> None:
    """Go where it is about."""
    if row.bron == "vraag":
        screen.go.emit(Target("vraag", row.id))
    elif row.deelnemer_id is None:
        screen.told.emit("Deze taak hoort bij geen deelnemer. Met de spatiebalk vink je ze af.")
    else:
        screen.go.emit(Target("dossier", row.deelnemer_id, PARTS.get(row.bron, "overzicht")))


def tick_task(screen: Screen, row: TaakRij) -> None:
    """Tick it, or open the form with which it is done."""
    if row.bron == "opvolging":
        screen.go.emit(Target("nieuw_contactmoment", row.deelnemer_id))
        return
    if row.bron in FORMS and row.deelnemer_id is not None:
        screen.go.emit(Target(f"{FORMS[row.bron]}-{row.id}", row.deelnemer_id))
        return
    if row.bron not in ("taak", "actie"):
        open_task(screen, row)
        return
    try:
        if row.bron == "taak":
            screen.context.store.write(vink_taak, row.id, True)
        else:
            screen.context.store.write(vink_actie, row.id, True)
    except Problem as problem:
        screen.failed.emit(problem)
        return
    screen.told.emit(f"Gedaan: {row.omschrijving}. Ongedaan maken: Ctrl+Z")

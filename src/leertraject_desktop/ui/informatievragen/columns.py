"""The columns of the list of questions: on the screen, and in full in Excel and on paper."""

from leertraject_desktop.features.informatievragen.lijst import VraagRij
from leertraject_desktop.ui.kit.table_model import Cell, Column

SOON, LATE = 3, 7
"""After how many days of waiting a question turns amber, and red: an answer is due within a week."""


def waiting(row: VraagRij) -> Cell:
    """How long a question waits, in words with an icon; or the tick of an answer."""
    if row.wacht is None:
        return Cell("beantwoord", "text2", "check")
    words = "vandaag" if row.wacht <= 0 else "1 dag" if row.wacht == 1 else f"{row.wacht} dagen"
    if row.wacht > LATE:
        return Cell(words, "red", "clock-alert", strong=True)
    return Cell(words, "amber", "clock") if row.wacht > SOON else Cell(words)


def first_line(text: str) -> str:
    """The text of a note on one line, as far as a cell shows it."""
    return " ".join(text[:300].split())


def question(row: VraagRij) -> Cell:
    """The question; the icon of a begeleiding tells what became of it, and so does the preview in words."""
    return Cell(first_line(row.vraag), icon="route" if row.begeleiding_id else "")


SCREEN: tuple[Column[VraagRij], ...] = (
    Column("Ontvangen", lambda r: r.datum, 112, key="datum"),
    Column("Deelnemer", lambda r: r.naam, 184, key="naam", empty="anoniem"),
    Column("Onderwerp", lambda r: r.onderwerp, 184, key="onderwerp", wide_only=True),
    Column("Vraag", question, sortable=False, empty="niet genoteerd"),
    Column("Kanaal", lambda r: r.kanaal, 128, key="kanaal", wide_only=True),
    Column("Wacht sinds", waiting, 128, sortable=False),
)

WRITTEN: tuple[Column[VraagRij], ...] = (
    Column("Ontvangen", lambda r: r.datum),
    Column("Deelnemer", lambda r: r.naam, empty="anoniem"),
    Column("Onderwerp", lambda r: r.onderwerp),
    Column("Vraag", lambda r: r.vraag),
    Column("Antwoord", lambda r: r.antwoord, empty="nog geen"),
    Column("Kanaal", lambda r: r.kanaal),
    Column("Beantwoord", lambda r: r.beantwoord_op, empty="nog niet"),
    Column("Minuten", lambda r: r.minuten),
    Column("Door", lambda r: r.door),
)

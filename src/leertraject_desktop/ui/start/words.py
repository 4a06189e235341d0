"""The sentences and rows of the start screen, in the singular and the plural that Dutch asks for."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from leertraject_desktop.domain.datums import toon_datum_kort, toon_tijd
from leertraject_desktop.features.levering.maanden import MaandStand
from leertraject_desktop.features.taken.lijst import TaakRij, Takenbord
from leertraject_desktop.ui.kit.two_line_list import TwoLineRow

_DRAFTS = {
    "nieuwe_vraag": "Nieuwe vraag",
    "vraag": "Vraag",
    "nieuwe_deelnemer": "Nieuwe deelnemer",
    "nieuw_contactmoment": "Contactmoment",
    "contactmoment": "Contactmoment",
    "begeleiding_starten": "Begeleiding starten",
    "begeleiding_stopzetten": "Begeleiding stopzetten",
    "gegevens": "Gegevens",
    "nieuwe_taak": "Nieuwe taak",
    "taak": "Taak",
    "verblijf": "Verblijf",
    "vertrek": "Vertrek noteren",
    "statuut": "Statuut",
    "ondersteuningsnood": "Ondersteuningsnood",
    "redelijke_aanpassing": "Redelijke aanpassing",
    "ondersteuning": "Ondersteuning",
    "drempel_bij": "Nieuwe drempel",
    "drempel": "Drempel",
    "opschorten": "Begeleiding opschorten",
    "opschorting": "Opschorting",
    "hervatten": "Begeleiding hervatten",
    "afronden": "Begeleiding afronden",
    "begeleiding_verbeteren": "Begeleiding verbeteren",
    "toestemming": "Toestemming",
    "toestemmingsblad": "Toestemming afdrukken",
    "toestemming_intrekken": "Toestemming intrekken",
    "toestemming_terugzetten": "Intrekking terugzetten",
    "doorverwijzing": "Doorverwijzing",
    "doorverwijzing_antwoord": "Antwoord op een doorverwijzing",
    "doorverwijzing_terugnemen": "Stap terugnemen",
    "nazorg_uitkomst": "Uitkomst van nazorg",
    "nazorg_kanaal": "Contact na de vrijlating",
    "nieuw_leerdoel": "Nieuw leerdoel",
    "wijzig_leerdoel": "Leerdoel",
    "nieuwe_actie": "Nieuwe actie",
    "wijzig_actie": "Actie",
}

TODAY = "vandaag"
"""At the right of a task of today that has no hour."""

# What asks for more than a tick shows what it is; what can be ticked shows an empty circle.
_ICONS = {
    "vraag": "message-circle-question-mark",
    "opvolging": "message-square",
    "nazorg": "door-open",
    "doorverwijzing": "handshake",
}


def greeting(bord: Takenbord) -> str:
    """What must be done now, in one sentence."""
    late, today = bord.te_laat, bord.vandaag
    if late and today:
        return f"{_tasks(late)} te laat, {today} {_are(today)} voor vandaag."
    if late:
        return f"{_tasks(late)} te laat."
    if today:
        return f"{_tasks(today)} voor vandaag."
    if bord.deze_week:
        return "Voor vandaag staat er niets meer op je lijst."
    return "De komende dagen staat er niets op je lijst."


def task_row(row: TaakRij, vandaag: date, *, compact: bool) -> TwoLineRow:
    """A task as it stands in its column. A question is no task to tick: it asks for an answer."""
    title, second = row.naam, row.omschrijving
    if not title:
        anonymous = row.bron == "vraag"
        title = "Anonieme vraag" if anonymous else row.omschrijving
        second = row.omschrijving if anonymous else "Zonder deelnemer"
    late = row.dagen_te_laat
    if late:
        days = "1 dag" if late == 1 else f"{late} dagen"
        right = days if compact else f"{days} te laat"
    elif row.datum == vandaag:
        right = row.uur.removeprefix("0") or TODAY
    else:
        right = toon_datum_kort(row.datum)
    icon = _ICONS.get(row.bron, "circle")
    tone = "red" if late else "text2"
    return TwoLineRow((row.bron, row.id), title, second, right, icon, tone, right_tone=tone)


def draft_title(place: str, naam: str) -> str:
    """What a draft is, and about whom: "Nieuwe vraag, Jan Peeters"."""
    kind = _DRAFTS.get(place.partition(":")[0].partition("-")[0], "Niet afgewerkt formulier")
    return f"{kind}, {naam}" if naam else kind


def moment_words(moment: datetime, vandaag: date) -> str:
    """When something was, for a moment in UTC as the database keeps it: "om 9:47", "op wo 25-11"."""
    local = moment.replace(tzinfo=UTC).astimezone()
    if local.date() == vandaag:
        return f"om {toon_tijd(local.time())}"
    return f"op {toon_datum_kort(local.date())}"


def others_to_make(months: Sequence[MaandStand]) -> str:
    """How many earlier months still wait; "" when there are none."""
    if not months:
        return ""
    if len(months) == 1:
        return f"Ook {months[0].maand.naam} is nog te maken."
    return f"Er zijn nog {len(months)} vroegere maanden te maken."


def _tasks(count: int) -> str:
    return f"{count} {'taak' if count == 1 else 'taken'} {_are(count)}"


def _are(count: int) -> str:
    return "is" if count == 1 else "zijn"

"""The recovery sheet: the key on paper, for the safe. It is printed from memory and never stored."""

from collections.abc import Sequence
from datetime import date

from leertraject_desktop.features.papier import codes
from leertraject_desktop.features.papier.pen import TICK, Pen
from leertraject_desktop.features.papier.questions import ON_ROW
from leertraject_desktop.features.papier.sheet import LEFT, RIGHT, Document, staying
from leertraject_desktop.features.papier.teksten import datum_in_woorden
from leertraject_desktop.features.papier.typeset import Style, Text, markup, noted

GROUPS, CHARACTERS = 8, 5  # groups, and characters in a group: four of the key and one to check them
CELL_WIDTH, CELL_HEIGHT = 8.0, 11.0
ROW, KEY_TOP = 15.0, 74.2
QR_SIDE = 40.0
SECTION, BODY, SMALL = Style(13, bold=True), Style(11), Style(10)
KEY, KEY_NUMBER = Style(18, bold=True), Style(11, bold=True)
SECRET = (
    "Geheim. Met dit blad kan iemand alle dossiers van deze gevangenis openen.",
    "Bewaar het in een gesloten omslag in de kluis. Niet bij de computer.",
)
PURPOSE: Text = markup(
    "Is iedereen zijn wachtzin kwijt? Of is de computer stuk? Dan open je met deze sleutel de dossiers of "
    "de reservekopie. Zonder wachtzin **en** zonder dit blad is alles voorgoed weg. Ook Vocvo kan het dan "
    "niet openen."
)
CHECKED: tuple[Text, Text] = (
    "In elk dik vakje staat een controleteken. Tik je een groep fout in, dan zegt het programma welke groep.",
    markup(
        "De letters I, L, O en U komen niet voor: **0** is een nul en **1** is een één. Kleine letters mag "
        "ook."
    ),
)
STEPS = (
    "Start het programma. Kies bij het aanmelden **Ik heb een herstelblad**.",
    "Tik de acht groepen in, of scan de code. Je ziet per groep of ze klopt.",
    "Kies een nieuwe wachtzin voor je eigen login.",
    "Het programma maakt meteen een **nieuw herstelblad**. Druk het af.",
    "Vernietig dit blad. De oude sleutel werkt dan niet meer.",
)


def herstelblad_pdf(
    groepen: Sequence[str], qr: str, *, gevangenis: str, datum: date, bladnummer: int = 1
) -> bytes:
    """The sheet as a PDF of one A4 page.

    `groepen` are the eight groups of the key, each four characters and a check character; `qr` is what the
    scanner reads (capitals, digits and hyphens print smallest); `gevangenis` is its name. Neither is kept.
    """
    if len(groepen) != GROUPS or {len(groep) for groep in groepen} != {CHARACTERS}:
        raise ValueError("a recovery key has eight groups of five characters")
    document = Document("Herstelblad")
    with document.page() as pen:
        _head(pen, gevangenis, datum, bladnummer)
        pen.text(LEFT, 44.8, "Waarvoor dient dit blad?", SECTION)
        pen.paragraph(LEFT, 50.7, PURPOSE, BODY, RIGHT - LEFT, leading=4.95)
        pen.text(LEFT, 70.6, "De herstelsleutel", SECTION)
        _key(pen, groepen, qr)
        for row, words in enumerate(CHECKED):
            pen.text(LEFT, 144.2 + row * 4.6, words, SMALL, room=RIGHT - LEFT)
        pen.text(LEFT, 161.8, "Zo open je de dossiers", SECTION)
        for number, step in enumerate(STEPS, start=1):
            top = 165.2 + (number - 1) * 8.2
            pen.number(LEFT, top, number)
            pen.text(24, top + 4.4, markup(step), BODY, room=RIGHT - 24)
        _keeping(pen)
        staying(pen, "Herstelblad  ·  maak nooit een foto of kopie", "Bladzijde 1 van 1")
    return document.finish()


def _head(pen: Pen, gevangenis: str, datum: date, bladnummer: int) -> None:
    pen.icon("key-round", LEFT, 10.2, 9.2)
    used = pen.text(
        RIGHT, 14.4, f"Leertraject · {noted(gevangenis)}", Style(12, bold=True), align=1, room=110
    )
    made = f"blad {bladnummer}, gemaakt op {datum_in_woorden(datum)}"
    used = max(used, pen.text(RIGHT, 19.2, made, SMALL, align=1))
    pen.title(27, 16.7, "Herstelblad", RIGHT - 27 - used - 3)
    pen.bar(LEFT, 24, RIGHT - LEFT, 13)
    pen.white()
    pen.icon("lock", 18.2, 26.9, 7)
    for row, words in enumerate(SECRET):
        pen.text(29, 29.2 + row * 4.9, words, Style(10.7, bold=True), room=RIGHT - 32)
    pen.black()


def _key(pen: Pen, groepen: Sequence[str], qr: str) -> None:
    pen.box(LEFT, KEY_TOP, RIGHT - LEFT, 64.2, 2)
    for place, groep in enumerate(groepen):
        left = 27.0 + place // 4 * 60
        top = KEY_TOP + 4 + place % 4 * ROW
        pen.text(left - 2.6, top + 6.9, str(place + 1), KEY_NUMBER, align=1)
        for index, character in enumerate(groep):
            check = index == CHARACTERS - 1
            x = left + index * 8.5 + (2.3 if check else 0)
            pen.box(x, top, CELL_WIDTH, CELL_HEIGHT, 1.8 if check else 0.8)
            pen.text(x + CELL_WIDTH / 2, top + 7.75, character, KEY, align=0.5, room=CELL_WIDTH - 0.6)
    pen.qr(150.0, KEY_TOP + 4.8, codes.free_matrix(qr), QR_SIDE)
    for row, words in enumerate(("Dezelfde sleutel,", "voor de scanner")):
        pen.text(170, KEY_TOP + 51.6 + row * 4.7, words, SMALL, align=0.5)


def _keeping(pen: Pen) -> None:
    pen.text(LEFT, 212.2, "Bewaren", SECTION)
    fields: tuple[tuple[str, str], ...] = (
        ("Waar ligt de omslag?", "Wie mag hem openen?"),
        ("Omslag gesloten op", "Handtekening over de sluiting"),
    )
    for row, pair in enumerate(fields):
        for x, end, label in ((LEFT, 103.0, pair[0]), (109.0, RIGHT, pair[1])):
            pen.text(x, 219.2 + row * 16, label, SMALL)
            pen.rule(x, 228.2 + row * 16, end)
    pen.tick(LEFT, 248.4)
    tested: Text = "Sleutel getest op deze computer, op:"
    used = pen.text(LEFT + TICK + 2.4, 248.4 + ON_ROW, tested, BODY)
    pen.rule(LEFT + TICK + used + 5, 253.6, LEFT + TICK + used + 45)

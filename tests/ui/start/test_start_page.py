"""The start screen: what must be done now, in one glance and by keyboard."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leertraject_desktop.features.begeleidingen.invoer import BegeleidingInvoer
from leertraject_desktop.features.begeleidingen.verloop import start_begeleiding
from leertraject_desktop.features.concepten.concepten import bewaar_concept, noteer_bekeken
from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer, noteer_vertrek, zet_statuut
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.features.informatievragen.commands import nieuwe_vraag
from leertraject_desktop.features.informatievragen.invoer import VraagInvoer
from leertraject_desktop.features.taken.commands import TaakInvoer, nieuwe_taak
from leertraject_desktop.features.taken.lijst import Takenbord
from leertraject_desktop.storage.store import Store
from leertraject_desktop.ui.kit.cards import ResumeRow
from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.screen import Context, Target
from leertraject_desktop.ui.start.start_page import StartPage
from leertraject_desktop.ui.start.words import greeting

VANDAAG = date(2026, 11, 24)
VRAAG = VraagInvoer(onderwerp="nt2", vraag="Wanneer begint de les?", kanaal="gesprek")


@pytest.fixture
def jan(store: Store) -> int:
    return store.write(
        nieuwe_deelnemer,
        NieuweDeelnemer(voornaam="Jan", familienaam="Peeters", statuut="V", verblijf_van=date(2026, 2, 4)),
    )


@pytest.fixture
def page(store: Store, context: Context, window: QWidget, qtbot) -> StartPage:
    made = StartPage(context)
    store.listen(made.changed)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(made)
    made.show()
    return made


def _taak(store: Store, dagen: int, wat: str = "Intake", wie: int | None = None, uur: str = "") -> int:
    return store.write(nieuwe_taak, TaakInvoer(wat, VANDAAG + timedelta(days=dagen), uur, wie))


def test_each_task_stands_in_its_column_with_when_it_is_due(store, page, jan, qtbot):
    _taak(store, -5, "Opvolggesprek", jan)
    _taak(store, -1, "Opvolggesprek", jan)
    _taak(store, 0, "Intake", jan, "09:30")
    _taak(store, 1, "Lokaal vastleggen")
    late, today, week = (card.list.rows() for card in page.columns.values())
    assert [(row.title, row.second, row.right) for row in late] == [
        ("Jan Peeters", "Opvolggesprek", "5 dagen te laat"),
        ("Jan Peeters", "Opvolggesprek", "1 dag te laat"),
    ]
    assert [(row.title, row.right) for row in today] == [("Jan Peeters", "9:30")]
    assert [(row.title, row.second, row.right) for row in week] == [
        ("Lokaal vastleggen", "Zonder deelnemer", "wo 25-11")
    ]
    assert page.header.second.text() == "2 taken zijn te laat, 1 is voor vandaag."


@pytest.mark.parametrize(
    ("te_laat", "vandaag", "week", "zin"),
    [
        (1, 5, 0, "1 taak is te laat, 5 zijn voor vandaag."),
        (3, 1, 9, "3 taken zijn te laat, 1 is voor vandaag."),
        (1, 0, 0, "1 taak is te laat."),
        (0, 1, 0, "1 taak is voor vandaag."),
        (0, 4, 0, "4 taken zijn voor vandaag."),
        (0, 0, 2, "Voor vandaag staat er niets meer op je lijst."),
        (0, 0, 0, "De komende dagen staat er niets op je lijst."),
    ],
)
def test_the_greeting_counts_in_good_dutch(te_laat, vandaag, week, zin):
    assert greeting(Takenbord(te_laat, vandaag, week, (), (), ())) == zin


def test_space_ticks_a_task_and_the_next_one_gets_the_focus(store, page, jan, qtbot):
    for number in range(3):
        _taak(store, -3 + number, f"Taak {number}", jan)
    page.focus_first()
    qtbot.wait(10)
    told: list[str] = []
    page.told.connect(told.append)
    qtbot.keyClick(page.late.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.late.list, Qt.Key.Key_Space)
    assert [row.second for row in page.late.list.rows()] == ["Taak 0", "Taak 2"]
    assert page.late.list.currentIndex().row() == 1 and page.late.list.hasFocus()
    assert told == ["Gedaan: Taak 1. Ongedaan maken: Ctrl+Z"]
    store.undo()
    assert len(page.late.list.rows()) == 3


def test_enter_opens_the_dossier_and_a_question_opens_to_be_answered(store, page, jan, qtbot, clock):
    _taak(store, -3, "Opvolggesprek", jan)
    clock.zet(2026, 11, 10)
    vraag = store.write(nieuwe_vraag, VRAAG)
    clock.zet(2026, 11, 24)
    page.refresh()
    asked: list[Target] = []
    page.go.connect(asked.append)
    page.focus_first()
    qtbot.wait(10)
    assert page.late.list.rows()[0].title == "Anonieme vraag"
    qtbot.keyClick(page.late.list, Qt.Key.Key_Space)
    qtbot.keyClick(page.late.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.late.list, Qt.Key.Key_Return)
    assert asked == [
        Target("vraag", vraag),
        Target("dossier", jan, "overzicht"),
    ]


def test_what_does_not_fit_stands_behind_a_link(store, page, qtbot, window):
    for number in range(12):
        _taak(store, 0, f"Taak {number}")
    shown = len(page.today.list.rows())
    assert 2 <= shown < 12 and page.today.more.text() == f"Nog {12 - shown} tonen"
    page.today.more.click()
    assert len(page.today.list.rows()) == 12 and page.today.more.text() == "Minder tonen"
    page.today.more.click()
    window.resize(911, 369)
    qtbot.waitUntil(lambda: len(page.today.list.rows()) == 2)
    assert not page.delivery.isVisible() and page.delivery_strip.isVisible()


def test_you_go_on_where_you_were(store, page, jan, qtbot):
    store.write(noteer_bekeken, jan)
    store.write(bewaar_concept, f"nieuw_contactmoment:{jan}", {"verslag": "half"})
    page.refresh()
    qtbot.wait(10)
    rows = [row for row in page.resume.findChildren(ResumeRow) if row.isVisible()]
    words = [[label.text() for label in row.findChildren(Label)] for row in rows]
    assert words[0][0] == "Contactmoment, Jan Peeters" and words[0][1].startswith(
        "Niet afgewerkt, bewaard om"
    )
    assert words[1][0] == "Dossier Jan Peeters"
    asked: list[Target] = []
    page.go.connect(asked.append)
    for row in rows:
        row.clicked.emit()
    assert asked == [Target("nieuw_contactmoment", jan), Target("dossier", jan)]


def test_the_month_that_is_over_waits_to_be_delivered(store, page, clock):
    assert "De eerste maand is nog bezig" in [label.text() for label in page.delivery.findChildren(Label)][-1]
    for maand in (9, 10, 10):
        clock.zet(2026, maand, 5)
        store.write(nieuwe_vraag, VRAAG)
    clock.zet(2026, 11, 24)
    page.refresh()
    words = [label.text() for label in page.delivery.findChildren(Label)]
    assert words[0] == "Levering oktober" and page.delivery.pill.text() == "Nog te maken"
    assert {"2", "vragen"} <= set(words)
    assert "Maak de levering vóór 30 november. Ook september 2026 is nog te maken." in words
    asked: list[Target] = []
    page.go.connect(asked.append)
    page.delivery.clicked.emit()
    page.delivery_strip.clicked.emit()
    assert asked == [Target("levering", part="2026-10")] * 2


def test_a_review_is_never_ticked_but_leads_to_its_talk(store, page, jan, qtbot):
    store.write(zet_statuut, jan, "B", date(2026, 2, 4))
    store.write(start_begeleiding, BegeleidingInvoer(jan, date(2026, 8, 20)))
    card = next(card for card in page.columns.values() if card.list.rows())
    (row,) = card.list.rows()
    assert (row.second, row.icon) == ("Opvolggesprek", "message-square")
    with qtbot.waitSignal(page.go) as asked:
        card.ticked.emit(row.key)
    assert asked.args == [Target("nieuw_contactmoment", jan)]
    with qtbot.waitSignal(page.go) as asked:
        card.opened.emit(row.key)
    assert asked.args == [Target("dossier", jan, "begeleiding")]


def test_nothing_late_is_no_alarm_and_something_late_is(store, page, jan):
    assert (page.late.pill.text(), page.late.pill.tone()) == ("0", "neutral")
    _taak(store, -1, "Opvolggesprek", jan)
    assert (page.late.pill.text(), page.late.pill.tone()) == ("1", "red")


def test_on_a_sunday_the_last_column_shows_the_coming_week(store, page, jan, clock):
    _taak(store, 6, "Lokaal vastleggen")
    clock.zet(2026, 11, 29)
    page.refresh()
    assert page.week.title.text() == "Volgende week"
    assert [row.title for row in page.week.list.rows()] == ["Lokaal vastleggen"]


def test_on_a_small_screen_a_half_typed_form_waits_in_one_line(store, page, jan, window, qtbot):
    window.resize(900, 460)
    assert not page.resume_strip.isVisible()
    store.write(bewaar_concept, f"doorverwijzing:{jan}", {"vraag": "Kan hij"})
    page.refresh()
    qtbot.waitUntil(page.resume_strip.isVisible)
    with qtbot.waitSignal(page.go) as asked:
        page.resume_strip.button.click()
    assert asked.args == [Target("doorverwijzing", jan)]
    assert page.resume_strip.button.accessibleName() == "Verder: Doorverwijzing, Jan Peeters"


def test_space_on_nazorg_that_is_late_opens_the_form_of_its_outcome(store, page, jan, qtbot):
    store.write(start_begeleiding, BegeleidingInvoer(jan, date(2026, 2, 9)))
    store.write(noteer_vertrek, jan, date(2026, 5, 20), "vrijgesteld")
    (row,) = page.late.list.rows()
    with qtbot.waitSignal(page.go) as asked:
        page.late.ticked.emit(row.key)
    assert asked.args == [Target(f"nazorg_uitkomst-{row.key[1]}", jan)]


@pytest.mark.parametrize(
    ("day", "title"),
    [
        (24, "24-11-2026 tot en met 29-11-2026"),
        (27, "27-11-2026 tot en met 6-12-2026"),
        (29, "29-11-2026 tot en met 6-12-2026"),
    ],
)
def test_the_paper_has_every_day_that_the_screen_looks_ahead_to(store, clock, page, window, day, title):
    clock.zet(2026, 11, day)
    _taak(store, 12, "Lokaal vastleggen")
    page.refresh()
    page.print_action()()
    [preview] = [one for one in window.findChildren(Overlay) if one.isVisible()]
    shown = page.week.title.text(), len(page.week.list.rows())
    assert shown == (("Deze week", 0) if day == 24 else ("Volgende week", 1))
    assert preview.sheet.title.text() == title
    preview.close_dialog()

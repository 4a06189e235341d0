"""Whatever is searched, filtered, walked through or read in on any page: an answer, never an exception."""

import csv
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLineEdit
from tests.badinput import typing_hands as hands
from tests.badinput.arguments import ANY_TEXT, CELLS, LABELS, often
from tests.badinput.desk import Desk
from tests.badinput.dossier import GUIDED, TODAY
from tests.badinput.invariants import cheap
from tests.badinput.profile import examples
from tests.conftest import Clock, Database

from leertraject_desktop.domain.dubbels import Persoonsgegevens
from leertraject_desktop.domain.markeren import stukken
from leertraject_desktop.features.begeleidingen.lijst import BegeleidingFilter, begeleiding_ids
from leertraject_desktop.features.deelnemers.lijst import DeelnemerFilter, deelnemer_ids
from leertraject_desktop.features.informatievragen.lijst import VraagFilter, vraag_ids
from leertraject_desktop.features.informatievragen.treffers import zoek_deelnemers
from leertraject_desktop.features.zoeken.overal import zoek
from leertraject_desktop.storage.dubbels import gelijken
from leertraject_desktop.ui.kit.jobs import Jobs
from leertraject_desktop.ui.kit.screen import Target
from leertraject_desktop.ui.main_window import PAGES

# A list that pops up asks the screen that is not there for the keyboard.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Key = Qt.Key
# What the search index has a meaning for, whole or in the middle of a word.
SYNTAX = st.lists(
    st.sampled_from(
        ["AND", "OR", "NOT", "NEAR(", ")", '"', '""', "*", "^", ":", "-", "+", "naam", "klank",
         "{naam klank}", "peeters", "jan", "lassen", "0001", "'", ";", "%", "_", "\\", "\x00", "İ",
         "ß", "ﬁ", "🧑‍🏫"]
    ),
    max_size=8,
).map(" ".join)  # fmt: skip
SEARCHED = st.one_of(SYNTAX, SYNTAX.map(lambda words: words.replace(" ", "")), ANY_TEXT)
WALKED = st.sampled_from(
    [Key.Key_Down, Key.Key_Up, Key.Key_Home, Key.Key_End, Key.Key_PageDown, Key.Key_Return, Key.Key_Space,
     Key.Key_Delete, Key.Key_Escape, Key.Key_Tab, Key.Key_F2]
)  # fmt: skip
STEP = st.one_of(
    st.tuples(st.just("search"), st.integers(0, 5), SEARCHED),
    st.tuples(st.just("filter"), st.integers(0, 9), st.integers(0, 9)),
    st.tuples(st.just("tick"), st.integers(0, 9), st.just(None)),
    st.tuples(st.just("walk"), st.integers(0, 3), WALKED),
    st.tuples(st.just("key"), st.just(0), WALKED),
)


@given(typed=SEARCHED, tweede=ANY_TEXT)
@examples(40)
def test_any_text_can_be_searched_for(filled: Database, typed: str, tweede: str) -> None:
    with filled.open(Clock()) as store:
        for hit in store.read(zoek, typed):
            assert "".join(piece for piece, _ in stukken(hit.titel, typed)) == hit.titel
        store.read(zoek_deelnemers, typed, maximum=6)
        store.read(deelnemer_ids, DeelnemerFilter(zoek=typed))
        store.read(vraag_ids, VraagFilter(stand="", zoek=typed))
        store.read(begeleiding_ids, BegeleidingFilter(stand="", zoek=typed))
        store.read(gelijken, Persoonsgegevens(typed, tweede, TODAY))


@given(place=st.sampled_from(sorted(PAGES)), steps=st.lists(STEP, min_size=3, max_size=10))
@examples(8)
def test_any_page_takes_any_search_filter_and_key(
    filled: Database, worker: Jobs, place: str, steps: list[Any]
) -> None:
    with hands.no_exceptions():
        desk = Desk(filled, worker)
        try:
            desk.window.go(Target(place, GUIDED if place == "dossier" else None))
            for step in steps:
                use(desk, step)
                cheap(desk.raw, TODAY)
        finally:
            desk.leave()


def use(desk: Desk, step: tuple[str, int, Any]) -> None:
    """One step on the page, or in the dialog that it opened."""
    kind, where, what = step
    root = hands.front(desk.window)
    kinds: dict[str, type[Any]] = {
        "search": QLineEdit, "filter": QComboBox, "tick": QAbstractButton, "walk": QAbstractItemView,
    }  # fmt: skip
    if kind == "key":
        QTest.keyClick(QApplication.focusWidget() or root, what)
        return
    found = [one for one in root.findChildren(kinds[kind]) if one.isVisible() and one.isEnabled()]
    if kind == "tick":
        found = [one for one in found if one.isCheckable()]
    if not found:
        return
    control = found[where % len(found)]
    if kind == "search":
        hands.type_into(control, what)
        QTest.keyClick(control, Key.Key_Down)
    elif kind == "filter":
        control.setCurrentIndex(what % max(control.count(), 1))
    elif kind == "tick":
        control.click()
    else:
        control.setFocus()
        QTest.keyClick(control, what)
    QApplication.processEvents()


ROWS = st.lists(st.lists(CELLS.map(str) | hands.TYPED, max_size=6), max_size=4)


@given(
    heads=st.lists(often(st.sampled_from(LABELS), ANY_TEXT), min_size=1, max_size=6),
    rows=ROWS,
    chosen=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 20)), max_size=4),
    without=st.booleans(),
)
@examples(4)
def test_any_list_is_read_in_whole_or_refused_in_words(
    filled: Database, worker: Jobs, heads: list[str], rows: list[list[str]], chosen: list[Any], without: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder, hands.no_exceptions():
        path = Path(folder) / "lijst.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows([heads, *rows])
        desk = Desk(filled, worker)
        try:
            desk.window.go(Target("importeren"))
            page: Any = desk.window.page()
            page.read(path)
            assert worker.wait()
            for column, field in chosen:
                if editors := [one for one in page.mapping.editors if one.isVisible()]:
                    hands.choose(editors[column % len(editors)], field)
                    assert worker.wait()
            if without and page.without_wrong.isVisible():
                page.without_wrong.control.click()
            QTest.keyClick(page, Key.Key_Return, hands.Ctrl)
            assert worker.wait()
            QApplication.processEvents()
            cheap(desk.raw, TODAY)
            desk.window.undo()
        finally:
            desk.leave()

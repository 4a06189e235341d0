"""An afternoon with a list from a colleague: read in, its double merged, and all of it undone again."""

from PySide6.QtCore import Qt
from tests.features.importeren.lijsten import KOPPEN, csv_lijst
from tests.ui.keyboard import Keyboard

from leertraject_desktop.features.deelnemers.lijst import DeelnemerFilter, aantal_hier, deelnemer_ids
from leertraject_desktop.ui.dossier.details import Details
from leertraject_desktop.ui.kit.screen import Target

CTRL = Qt.KeyboardModifier.ControlModifier
ROWS = [
    ["El Amrani", "Youssef", "17-5-1990", "V", "", "4-2-2026", "", "Mannen 3"],
    ["Elamrani", "Yusuf", "", "", "", "4-2-2026", "", ""],
]


def test_a_list_comes_in_its_double_is_merged_and_both_are_undone(window, store, tmp_path, qtbot):
    keyboard = Keyboard()
    window.go(Target("deelnemers"))
    window.page().import_list.setFocus()
    keyboard.press(Qt.Key.Key_Space)
    page = window.page()
    page.read(csv_lijst(tmp_path / "lijst.csv", KOPPEN, *ROWS))
    assert window.context.jobs.wait()
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert window.context.jobs.wait()
    assert window.page().ids == [1, 2]
    saved = "Ingelezen: 2 deelnemers en 2 verblijven. Ongedaan maken: Ctrl+Z"
    assert window.frame.status.saved.text() == saved

    window.go(Target("dossier", 1, "gegevens"))
    window.page().findChild(Details).merge.setFocus()
    keyboard.press(Qt.Key.Key_Space)
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.press(Qt.Key.Key_Space)
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert store.read(aantal_hier) == 1
    assert window.page().header.name.text() == "Youssef El Amrani"

    keyboard.press(Qt.Key.Key_Z, CTRL)
    assert store.read(aantal_hier) == 2
    window.go(Target("deelnemers"))
    keyboard.press(Qt.Key.Key_Z, CTRL)
    assert store.read(deelnemer_ids, DeelnemerFilter(hier=False)) == []

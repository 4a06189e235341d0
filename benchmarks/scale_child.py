"""What is measured in a process of its own: the list with its memory, and the flushes of a save."""

import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.world import World

PAINTS = 15


def child(what: str, world: World, *under: str) -> list[float]:
    """Run a function of this module on a database, in a process of its own (`under` another program)."""
    code = f"from benchmarks.scale_child import {what}; {what}()"
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"}
    command = [*under, sys.executable, "-c", code, str(world.path), world.key.hex()]
    done = subprocess.run(command, capture_output=True, text=True, env=env)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return [float(part) for part in done.stdout.split()]


def people() -> None:
    """Print CPU ms until painted of the list and of its floors, then KiB of memory before and after.

    In order: an empty QTableView, our table without rows, a QTableView with a screen of rows, our table with
    these, the page with who is here, a page of the same bare widgets, the page with everybody.
    """
    from PySide6.QtWidgets import QApplication

    from leertraject_desktop.storage.database import open_with_key
    from leertraject_desktop.ui.deelnemers.columns import columns
    from leertraject_desktop.ui.deelnemers.list_page import DeelnemersPage
    from leertraject_desktop.ui.kit import theme
    from leertraject_desktop.ui.kit.jobs import Jobs
    from leertraject_desktop.ui.kit.screen import Context

    app = QApplication(["leertraject", *theme.ARGUMENTS])
    theme.apply(app, "light")
    with open_with_key(Path(sys.argv[1]), "an", bytes.fromhex(sys.argv[2])) as store:
        context = Context(store, Jobs())
        page = DeelnemersPage(context)
        page.refresh()
        model, shown = page.table.table_model, columns(page._vandaag)
        rows = [model.row(number) for number in range(100)]
        texts = [[model.cell(row, at).text for at in range(len(shown))] for row in range(100)]
        titles = [column.title for column in shown]
        makers: tuple[Callable[[], Any], ...] = (
            lambda: bare_table(titles, []),
            lambda: our_table(shown, ()),
            lambda: bare_table(titles, texts),
            lambda: our_table(shown, rows),
            lambda: DeelnemersPage(context),
            lambda: bare_page(bare_table(titles, texts)),
            lambda: everybody(DeelnemersPage(context)),
        )
        times = [float("inf")] * len(makers)
        for _ in range(PAINTS):
            for number, make in enumerate(makers):
                times[number] = min(times[number], _painted(make, app))
        page.show()
        app.processEvents()
        gc.collect()
        before = _memory()
        everybody(page)
        app.processEvents()
        print(*times, before, _memory())


def everybody(page: Any) -> Any:
    """A page with deelnemers, also those who left."""
    from leertraject_desktop.ui.deelnemers.list_page import ALSO_LEFT

    page.afdeling.set_options([(ALSO_LEFT, "Ook wie vertrok")])
    page.afdeling.show_value(ALSO_LEFT)
    page.fetch()
    return page


def our_table(columns: Sequence[Any], rows: Sequence[Any]) -> Any:
    """The table of the program, with rows in memory."""
    from leertraject_desktop.ui.kit.table import TableView
    from leertraject_desktop.ui.kit.table_model import TableModel

    model = TableModel(columns, rows)
    table: TableView[Any] = TableView(model, name="Deelnemers")
    model.setParent(table)
    return table


def bare_table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> Any:
    """A QTableView with a model of Qt."""
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QTableView

    table = QTableView()
    model = QStandardItemModel(0, len(titles), table)
    model.setHorizontalHeaderLabels(titles)
    for texts in rows:
        model.appendRow([QStandardItem(text) for text in texts])
    table.setModel(model)
    table.verticalHeader().hide()
    return table


def bare_page(table: Any) -> Any:
    """A table under as many widgets of Qt as the page with deelnemers has, with nothing behind them."""
    from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

    page = QWidget()
    grid = QGridLayout(page)
    top = [QLabel("Deelnemers"), QLabel("400"), *(QPushButton("Knop") for _ in range(5))]
    filters = [QLineEdit(), QComboBox(), QComboBox(), QComboBox(), QLabel(""), QPushButton("Wis")]
    for line, widgets in enumerate((top, filters)):
        for place, widget in enumerate(widgets):
            grid.addWidget(widget, line, place)
    grid.addWidget(table, 2, 0, 1, 7)
    return page


def _painted(make: Callable[[], Any], app: Any) -> float:
    gc.collect()
    begun = time.process_time()
    made = make()
    made.resize(1182, 625)
    made.show()
    app.processEvents()
    took = time.process_time() - begun
    made.hide()
    made.deleteLater()
    app.processEvents()
    return took * 1000


def dossier() -> None:
    """Print how many queries the page of a dossier runs when it opens, and for each of its other tabs."""
    from PySide6.QtWidgets import QApplication
    from sqlalchemy import event

    from leertraject_desktop.storage.database import open_with_key
    from leertraject_desktop.ui.dossier.header import TABS
    from leertraject_desktop.ui.dossier.page import DossierPage
    from leertraject_desktop.ui.kit import theme
    from leertraject_desktop.ui.kit.jobs import Jobs
    from leertraject_desktop.ui.kit.screen import Context, Target

    app = QApplication(["leertraject", *theme.ARGUMENTS])
    theme.apply(app, "light")
    with open_with_key(Path(sys.argv[1]), "an", bytes.fromhex(sys.argv[2])) as store:
        page = DossierPage(Context(store, Jobs()))
        seen: list[str] = []

        @event.listens_for(store._engine, "before_cursor_execute")
        def note(*call: Any) -> None:
            if call[2].startswith("SELECT"):
                seen.append(call[2])

        counts = []
        for part, _ in TABS:
            seen.clear()
            page.show_target(Target("dossier", 240, part))
            app.processEvents()
            counts.append(len(seen))
        print(*counts)


def save() -> None:
    """Print how often one save flushes to the disk, counted at the system call of this process."""
    from leertraject_desktop.features.begeleidingen.invoer import ContactInvoer
    from leertraject_desktop.features.begeleidingen.plan import nieuw_contactmoment
    from leertraject_desktop.storage.access import vandaag
    from leertraject_desktop.storage.database import open_with_key

    mark = os.environ.get("MARK", "")
    with open_with_key(Path(sys.argv[1]), "an", bytes.fromhex(sys.argv[2])) as store:
        form = ContactInvoer(datum=store.read(vandaag), soort="gesprek", minuten=20, notitie="Even gesproken")
        store.write(nieuw_contactmoment, 5, form)  # makes the log beside the database
        for _ in range(10):
            if mark:
                Path(mark).exists()  # seen in the list of system calls
            store.write(nieuw_contactmoment, 5, form)
        if mark:
            Path(mark).exists()


def _memory() -> float:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return float(next(line.split()[1] for line in lines if line.startswith("VmRSS")))

"""The program on data that were made up: what happens when there is no room for them."""

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from tests.storage.test_disk import no_file_larger_than

from leertraject_desktop.app import Program, open_demo
from leertraject_desktop.ui.aanmelden.already_open import NoWayInPage
from leertraject_desktop.ui.kit.waiting import Waiting


def test_a_demo_that_finds_no_room_says_so_and_can_be_tried_again(qapp: QApplication, tmp_path: Path):
    program = Program(qapp)
    with no_file_larger_than(4096):
        open_demo(program, tmp_path / "demo.leertraject")
        program.jobs.wait()
        page = program.window.currentWidget()
        assert isinstance(page, NoWayInPage) and "geen plaats" in page.notice.text()
        page.retry.click()
        assert isinstance(program.window.currentWidget(), Waiting)
        program.jobs.wait()
    assert isinstance(program.window.currentWidget(), NoWayInPage)
    program.jobs.close()
    program.window.close()
    program.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

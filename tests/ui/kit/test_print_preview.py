"""The preview of a PDF: seen as it prints, printed in black and white, kept whole or not at all."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from leertraject_desktop.features.papier.intake import intake_pdf
from leertraject_desktop.features.papier.pictures import page_count, page_picture
from leertraject_desktop.ui.kit import print_preview
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.print_preview import PrintPreview, print_pdf
from leertraject_desktop.ui.kit.printers import those_with_paper


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return intake_pdf(None, formuliernummer="7K3QX9MD4TRV")


@pytest.fixture
def preview(window: QWidget, pdf: bytes) -> PrintPreview:
    made = PrintPreview(window)
    made.show_pdf(pdf, "Intake van Jan Peeters")
    return made


def _notice(window: QWidget) -> str:
    return next(notice.text() for notice in window.findChildren(Notice) if notice.isVisible())


def test_you_see_how_many_pages_there_are_and_scroll_them_with_the_keyboard(
    qtbot: QtBot, window: QWidget, preview: PrintPreview
) -> None:
    overlay = window.findChild(Overlay)
    assert overlay is not None and "2 bladzijden" in [label.text() for label in overlay.findChildren(Label)]
    bar = overlay.findChildren(QScrollArea)[0].verticalScrollBar()
    focus = overlay.sheet.confirm_button
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert bar.value() == 0 and focus.hasFocus()
    qtbot.keyClick(focus, Qt.Key.Key_PageDown)
    assert bar.value() > 300
    qtbot.keyClick(focus, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()


def test_escape_closes_the_preview(qtbot: QtBot, window: QWidget, preview: PrintPreview) -> None:
    with qtbot.waitSignal(preview.closed):
        qtbot.keyClick(window.findChildren(Overlay)[0].sheet.confirm_button, Qt.Key.Key_Escape)


def test_the_file_that_you_keep_is_the_pdf(
    qtbot: QtBot, window: QWidget, preview: PrintPreview, pdf: bytes, tmp_path: Path
) -> None:
    preview.ask_where()
    dialog = window.findChildren(QFileDialog)[0]
    assert Path(dialog.selectedFiles()[0]).name == "Intake van Jan Peeters.pdf"
    dialog.close()
    preview.save(str(tmp_path / "intake.pdf"))
    assert (tmp_path / "intake.pdf").read_bytes() == pdf
    assert "is bewaard" in _notice(window)


def test_a_folder_that_is_gone_is_told_above_the_buttons(
    window: QWidget, preview: PrintPreview, tmp_path: Path
) -> None:
    preview.save(str(tmp_path / "weg" / "intake.pdf"))
    assert "is er niet" in _notice(window)


def test_print_opens_the_dialog_of_the_system(qtbot: QtBot, window: QWidget, preview: PrintPreview) -> None:
    print_button = next(b for b in window.findChildren(Button) if b.text() == "Afdrukken")
    print_button.click()
    dialog = window.findChildren(QPrintDialog)[0]
    assert dialog.isVisible() and dialog.maxPage() == 2
    dialog.close()


def test_what_comes_out_of_a_printer_without_colour_is_the_page_that_you_saw(
    qapp: QApplication, pdf: bytes, tmp_path: Path
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setResolution(150)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "papier.pdf"))
    print_pdf(pdf, printer)
    printed = (tmp_path / "papier.pdf").read_bytes()
    assert page_count(printed) == 2
    before, after = page_picture(pdf, 1, dpi=50, grey=True), page_picture(printed, 1, dpi=50, grey=True)
    assert abs(before.width - after.width) <= 1
    dark = [sum(pixel < 128 for pixel in picture.pixels) for picture in (before, after)]
    assert dark[0] > 1000 and abs(dark[0] - dark[1]) < 0.15 * dark[0]


def _secret(window: QWidget, pdf: bytes) -> Overlay:
    PrintPreview(window).show_pdf(pdf, "Herstelblad Brugge", secret=True)
    overlay = window.findChild(Overlay)
    assert overlay is not None
    return overlay


def test_without_a_printer_a_secret_is_written_over_by_hand_and_never_becomes_a_file(
    qtbot: QtBot, window: QWidget, pdf: bytes
) -> None:
    overlay = _secret(window, pdf)
    assert "Er is geen printer gevonden." in _notice(window) and "met de hand" in _notice(window)
    assert not overlay.sheet.confirm_button.isEnabled() and overlay.sheet.cancel_button.hasFocus()
    for key in (Qt.Key.Key_P, Qt.Key.Key_S):
        qtbot.keyClick(overlay.sheet.cancel_button, key, Qt.KeyboardModifier.ControlModifier)
    assert window.findChildren(QPrintDialog) == [] and window.findChildren(QFileDialog) == []


def test_a_secret_goes_to_the_printer_that_is_chosen_or_nowhere(
    qtbot: QtBot, window: QWidget, pdf: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_preview, "paper_printers", lambda: ["Lexmark op de gang", "HP van de balie"])
    overlay = _secret(window, pdf)
    editor = overlay.findChild(ChoiceEditor)
    assert editor is not None and editor.value() == "Lexmark op de gang"
    qtbot.keyClick(overlay.sheet.confirm_button, Qt.Key.Key_Return)
    assert window.findChildren(QPrintDialog) == []
    assert "De printer ‘Lexmark op de gang’ antwoordt niet." in _notice(window)


def test_what_writes_a_file_is_no_printer() -> None:
    offered = [
        ("Lexmark_MS510", "Lexmark MS510 Series"),
        ("HP LaserJet", "hp laserjet 400"),
        ("Microsoft Print to PDF", ""),
        ("Microsoft XPS Document Writer", ""),
        ("OneNote for Windows 10", ""),
        ("Fax", "Microsoft Shared Fax Driver"),
        ("Virtueel", "Generic CUPS-PDF Printer (w/ options)"),
        ("cups_pdf", ""),
    ]
    assert those_with_paper(offered) == ["Lexmark_MS510", "HP LaserJet"]

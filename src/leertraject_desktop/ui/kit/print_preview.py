"""The preview of a PDF over the window: every page as it will be printed, with printing and saving."""

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QRect, QSize, QStandardPaths, Qt, Signal, SignalInstance
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPaintEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QScrollArea, QScrollBar, QSizePolicy, QVBoxLayout, QWidget

from leertraject_desktop.domain.label import Logsoort
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.tekst import schoon
from leertraject_desktop.features.papier.pictures import Picture, page_picture, page_sizes
from leertraject_desktop.storage.atomic import write_atomically
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.painting import box
from leertraject_desktop.ui.kit.printers import NO_PRINTER, paper_printers, printer_named
from leertraject_desktop.ui.kit.rights import forbid
from leertraject_desktop.ui.kit.shortcuts import install_shortcut

KEPT_PICTURES = 4
PRINTER_WIDTH = 240
GREY_DPI, COLOUR_DPI = 600, 300
_FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys('<>:"/\\|?*', "-"))


class _Page(QWidget):
    """One page, as wide as its place; its picture is made when it comes into view."""

    def __init__(self, pages: "_Pages", number: int, size: tuple[float, float]) -> None:
        super().__init__()
        self._pages, self._number = pages, number
        self._ratio = size[1] / max(size[0], 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"Bladzijde {number + 1}")

    def heightForWidth(self, width: int) -> int:
        return round(width * self._ratio)

    def sizeHint(self) -> QSize:
        return QSize(tokens.QUESTION_COLUMN, self.heightForWidth(tokens.QUESTION_COLUMN))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        picture = self._pages.picture(self._number, round(self.width() * ratio))
        # Pixel for pixel: stretching by one row would cut a line of text in two.
        picture.setDevicePixelRatio(ratio)
        painter.drawImage(0, 0, picture)
        box(painter, self.rect(), None, "line2", radius=0)
        painter.end()


class _Pages(QWidget):
    """All pages below each other. Keeps the pictures of the pages that were looked at last."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__()
        self._pdf = pdf
        self._sizes = page_sizes(pdf)
        self._pictures: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for number, size in enumerate(self._sizes):
            column.addWidget(_Page(self, number, size))

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    def picture(self, number: int, width: int) -> QImage:
        """A page in so many device pixels."""
        key = (number, width)
        if key not in self._pictures:
            dpi = width / (self._sizes[number][0] / 72)
            self._pictures[key] = _image(page_picture(self._pdf, number, dpi=dpi))
        self._pictures.move_to_end(key)
        while len(self._pictures) > KEPT_PICTURES:
            self._pictures.popitem(last=False)
        return self._pictures[key]

    def scroll_bar(self) -> QScrollBar | None:
        """The bar of the area that the pages lie in."""
        walk = self.parentWidget()
        while walk is not None and not isinstance(walk, QScrollArea):
            walk = walk.parentWidget()
        return walk.verticalScrollBar() if walk is not None else None


def preview_pdf(
    parent: QWidget, pdf: bytes, title: str, told: SignalInstance, *, note: Callable[[Logsoort], None]
) -> None:
    """Show a PDF with people in it once; `told` gets what became of it, `note` the line for the logboek."""
    preview = PrintPreview(parent, note=note)
    preview.told.connect(told)
    preview.closed.connect(preview.deleteLater)
    preview.show_pdf(pdf, title)


class PrintPreview(QObject):
    """Shows a PDF over the window of `parent`; Enter or Ctrl+P prints, Ctrl+S keeps it as a file, Esc closes.

    `told` gives one sentence for the status bar, `closed` comes when the preview is gone. Nothing is written
    to disk unless the user asks for it. `note` keeps a line in the logboek once a page was printed or kept.
    """

    told = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget, *, note: Callable[[Logsoort], None] | None = None) -> None:
        super().__init__(parent)
        self._note = note
        self._window = parent.window()
        self._pdf = b""
        self._title = ""
        self._overlay: Overlay | None = None
        self._pages: _Pages | None = None
        self._dialog: QPrintDialog | QFileDialog | None = None
        self._printer: QPrinter | None = None
        self._choice: ChoiceEditor | None = None

    def show_pdf(self, pdf: bytes, title: str, *, secret: bool = False) -> None:
        """Show the pages. `title` stands above them, names the print job and proposes a file name.

        A `secret` PDF goes to a printer that gives paper, chosen here, and cannot be kept as a file: the
        print dialog of the system would offer to write one.
        """
        self._pdf, self._title = pdf, schoon(title)
        self._pages = _Pages(pdf)
        overlay = Overlay(self._window, self._title, self._pages, confirm="Afdrukken")
        self._overlay = overlay
        sheet = overlay.sheet
        sheet.confirm_button.show_text("Afdrukken", "printer")
        sheet.cancel_button.show_text("Sluiten")
        self._choice = None
        if secret:
            self._offer_printers(overlay)
        else:
            keep = Button("Bewaar als PDF", icon="file-down", shortcut="Ctrl+S")
            keep.clicked.connect(self.ask_where)
            sheet.put_in_foot(keep)
            count = self._pages.count
            sheet.show_status("1 bladzijde" if count == 1 else f"{count} bladzijden")
        install_shortcut(overlay, "Ctrl+P", sheet.confirm_button.click)
        for keys, turn in (
            ("Down", self._line_down),
            ("Up", self._line_up),
            ("PgDown", self._page_down),
            ("PgUp", self._page_up),
            ("Home", self._to_begin),
            ("End", self._to_end),
        ):
            install_shortcut(overlay, keys, turn)
        overlay.confirmed.connect(self.ask_printer)
        overlay.closed.connect(self._gone)
        overlay.open()
        first = sheet.confirm_button if sheet.confirm_button.isEnabled() else sheet.cancel_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_printers(self, overlay: Overlay) -> None:
        names = paper_printers()
        if not names:
            forbid(NO_PRINTER.what, overlay.sheet.confirm_button)
            overlay.sheet.notice.show_message(NO_PRINTER.what, NO_PRINTER.remedy, "amber")
            return
        self._choice = ChoiceEditor([(name, name) for name in names])
        self._choice.set_name("printer", "Printer")
        self._choice.set_width(PRINTER_WIDTH)
        self._choice.show_value(names[0])
        overlay.sheet.put_in_foot(self._choice)

    def ask_printer(self) -> None:
        """Open the system's print dialog; what is secret goes straight to the printer that is chosen."""
        if self._choice is not None:
            self._print_secret(self._choice.value() or "")
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setDocName(self._title)
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle("Afdrukken")
        dialog.setMinMax(1, self._pages.count if self._pages else 1)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.accepted.connect(self._print)
        self._printer, self._dialog = printer, dialog
        QDialog.open(dialog)

    def ask_where(self) -> None:
        """Ask where the file must come."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._window, "Bewaar als PDF", folder, "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{self._title.translate(_FORBIDDEN_IN_NAMES)[:100].strip('. ')}.pdf")
        dialog.fileSelected.connect(self.save)
        self._dialog = dialog
        dialog.open()

    def save(self, target: str) -> None:
        """Keep the PDF as a file; a Problem stands above the buttons."""
        if self._overlay is None:
            return
        notice = self._overlay.sheet.notice
        try:
            write_atomically(Path(target), self._pdf)
        except Problem as problem:
            notice.show_problem(problem)
            return
        where = Path(target)
        notice.show_message(f"‘{where.name}’ is bewaard.", f"Het staat in {where.parent}.", "info")
        if self._note is not None:
            self._note(Logsoort.UITVOER)
        self.told.emit(f"‘{where.name}’ is bewaard.")

    def _print_secret(self, name: str) -> None:
        try:
            self._printer = printer_named(name, self._title)
        except Problem as problem:
            if self._overlay is not None:
                self._overlay.sheet.notice.show_problem(problem)
            return
        self._print()

    def _print(self) -> None:
        if self._printer is None or self._overlay is None:
            return
        try:
            print_pdf(self._pdf, self._printer)
        except Problem as problem:
            self._overlay.sheet.notice.show_problem(problem)
            return
        if self._note is not None:
            self._note(Logsoort.AFDRUK)
        self.told.emit(f"Naar de printer gestuurd: {self._title}")
        self._overlay.close_dialog()

    def _gone(self) -> None:
        self._overlay = self._pages = None
        self._pdf = b""
        self.closed.emit()

    def _bar(self) -> QScrollBar | None:
        return self._pages.scroll_bar() if self._pages is not None else None

    def _scroll(self, action: QScrollBar.SliderAction) -> None:
        bar = self._bar()
        if bar is not None:
            bar.setSingleStep(48)
            bar.triggerAction(action)

    def _line_down(self) -> None:
        self._scroll(QScrollBar.SliderAction.SliderSingleStepAdd)

    def _line_up(self) -> None:
        self._scroll(QScrollBar.SliderAction.SliderSingleStepSub)

    def _page_down(self) -> None:
        self._scroll(QScrollBar.SliderAction.SliderPageStepAdd)

    def _page_up(self) -> None:
        self._scroll(QScrollBar.SliderAction.SliderPageStepSub)

    def _to_begin(self) -> None:
        self._scroll(QScrollBar.SliderAction.SliderToMinimum)

    def _to_end(self) -> None:
        self._scroll(QScrollBar.SliderAction.SliderToMaximum)


def print_pdf(pdf: bytes, printer: QPrinter) -> None:
    """Draw the pages that the printer was asked for, each over its whole sheet.

    A printer without colour gets pages of grey at its own resolution, so that fine lines stay sharp. Raises
    Problem when the printer does not answer.
    """
    printer.setFullPage(True)
    grey = printer.colorMode() == QPrinter.ColorMode.GrayScale
    dpi = min(printer.resolution(), GREY_DPI if grey else COLOUR_DPI)
    sizes = page_sizes(pdf)
    first, last = printer.fromPage() or 1, printer.toPage() or len(sizes)
    painter = QPainter()
    for number in range(first - 1, min(last, len(sizes))):
        wide = sizes[number][0] > sizes[number][1]
        printer.setPageOrientation(
            QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        )
        started = printer.newPage() if painter.isActive() else painter.begin(printer)
        if not started:
            raise Problem("De printer antwoordt niet.", "Kijk of hij aanstaat, of kies een andere printer.")
        sheet = printer.pageLayout().fullRectPixels(printer.resolution())
        image = _image(page_picture(pdf, number, dpi=dpi, grey=grey))
        painter.drawImage(_fitted(sheet, image), image)
    painter.end()


def _fitted(sheet: QRect, image: QImage) -> QRect:
    """The largest place on the sheet with the proportions of the page, in its middle."""
    size = image.size().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(sheet.topLeft(), size)
    place.moveCenter(sheet.center())
    return place


def _image(picture: Picture) -> QImage:
    kind = QImage.Format.Format_Grayscale8 if picture.grey else QImage.Format.Format_RGB32
    # A copy: Qt does not keep the bytes alive.
    return QImage(picture.pixels, picture.width, picture.height, picture.stride, kind).copy()

"""A document of A4 sheets: embedded fonts, same bytes for same content, marks and QR where it returns."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from leertraject_desktop.features.papier import codes, fonts
from leertraject_desktop.features.papier.pen import A4, Pen
from leertraject_desktop.features.papier.typeset import Style

LEFT, RIGHT = 15.0, 195.0  # the block of text
ANSWER = 70.0  # where answers start
MARK = 5.0
MARK_EDGE = 10.0
QR_LEFT, QR_TOP, QR_SIDE = 18.0, 271.0, 16.0
FOOTER = 269.0  # the rule above the footer of a returning sheet
BOTTOM = 268.0  # where its content ends
STAYING_FOOTER = 279.4  # the rule above the footer of a sheet that stays out there
RTL_LANGUAGES = frozenset({"ar"})


class PastTheEndError(Exception):
    """The content of a page is longer than the page: shorten the text or tighten the gaps."""


@dataclass(frozen=True)
class Footer:
    """What stands at the foot of a returning sheet, beside its QR."""

    what: str
    page: str
    number: str
    explained: str
    review: str = ""
    payload: str = ""


class Document:
    """Pages on their way to one PDF file."""

    def __init__(self, titel: str, taal: str = "nl", *, landscape: bool = False) -> None:
        self.rtl = taal in RTL_LANGUAGES
        self.size = (A4[1], A4[0]) if landscape else A4
        self._bytes = BytesIO()
        fonts.registered(fonts.BASE_FONT)  # else reportlab lists Helvetica, which it does not embed
        self._canvas = Canvas(
            self._bytes,
            pagesize=(self.size[0] * mm, self.size[1] * mm),
            invariant=1,
            pageCompression=1,
            initialFontName=fonts.BASE_FONT,  # type: ignore[arg-type]  # the stubs say float
            lang=taal,
        )
        self._canvas.setTitle(titel)
        self._canvas.setAuthor("Leertraject")
        self._canvas.setCreator("Leertraject")

    @contextmanager
    def page(self) -> Iterator[Pen]:
        """One page to draw on; it is finished when the block ends."""
        yield Pen(self._canvas, self.rtl, self.size)
        self._canvas.showPage()

    def finish(self) -> bytes:
        """The file."""
        self._canvas.save()
        return self._bytes.getvalue()


def returning(pen: Pen, footer: Footer) -> None:
    """The corner marks, the QR and the foot of a sheet that comes back; marks and QR never mirror."""
    physical = Pen(pen.canvas, False, pen.size)
    far_x, far_y = pen.size[0] - MARK_EDGE - MARK, pen.size[1] - MARK_EDGE - MARK
    for x, y in ((MARK_EDGE, MARK_EDGE), (far_x, MARK_EDGE), (MARK_EDGE, far_y)):
        physical.bar(x, y, MARK, MARK)
    inside = MARK - 1.25  # a ring: upside down shows without reading the QR
    physical.box(far_x + 0.625, far_y + 0.625, inside, inside, weight=1.25 * mm)
    physical.qr(QR_LEFT, QR_TOP, codes.sheet_matrix(footer.payload), QR_SIDE)

    begin, end = (20.0, 172.0) if pen.rtl else (38.0, 190.0)
    bold, small = Style(10, bold=True), Style(9)
    pen.rule(LEFT, FOOTER, RIGHT)
    page_width = pen.text(end, 274.1, footer.page, bold, align=1)
    pen.text(begin, 274.1, footer.what, bold, room=end - begin - page_width - 4)
    used = pen.text(begin, 279.2, footer.number, bold)
    explained = pen.text(begin, 283.6, footer.explained, small, room=end - begin)
    if footer.review:
        place = (279.2, used) if used < explained else (283.6, explained)
        room = end - begin - place[1] - 4
        pen.text(
            begin + place[1] + 4, place[0], footer.review, small, room=room, rtl=False
        )  # Dutch, for staff


def staying(pen: Pen, what: str, page: str) -> None:
    """The foot of a sheet that stays with the reader: no marks, no QR."""
    foot, width = pen.size[1] - (A4[1] - STAYING_FOOTER), pen.size[0]
    end = width - LEFT
    pen.rule(LEFT, foot, end)
    used = pen.text(end, foot + 4.7, page, Style(9, bold=True), align=1)
    pen.text(LEFT, foot + 4.7, what, Style(9), room=end - LEFT - used - 4)

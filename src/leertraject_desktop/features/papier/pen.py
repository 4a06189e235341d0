"""Ink on a page in millimetres from its top, mirrored for languages that run to the left, or measured dry."""

from dataclasses import dataclass, field

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from leertraject_desktop.features.papier import icons
from leertraject_desktop.features.papier.codes import Matrix, dark_runs
from leertraject_desktop.features.papier.direction import runs_left
from leertraject_desktop.features.papier.typeset import Line, Style, Text, line, plain, wrap

A4 = (210.0, 297.0)
TICK = 5.0  # the side of a tick box
POINT = 1 / mm  # millimetres in a point, multiplied: size * POINT
LEADING, LEADING_RTL = 1.28, 1.36  # line distance in font sizes
CAP = 0.355  # half the height of capitals, in font sizes: from the middle of a row to its baseline


class TooWideError(Exception):
    """A text of the program itself does not fit its field: shorten the text, never the font."""


@dataclass
class Pen:
    """Draws on one canvas; without a canvas it draws nothing and only measures.

    x runs along the reading direction, from the edge where reading starts; y runs down from the top.
    """

    canvas: Canvas | None
    rtl: bool = False
    size: tuple[float, float] = A4
    inks: list[tuple[float, float, str]] = field(default_factory=list)  # begin, end and text of each line set

    def dry(self) -> "Pen":
        """A pen of the same page that only measures."""
        return Pen(None, self.rtl, self.size)

    def leading(self, style: Style) -> float:
        """The distance between two lines, in millimetres."""
        return style.size * POINT * (LEADING_RTL if self.rtl else LEADING)

    def _left(self, x: float, width: float = 0.0) -> float:
        return (self.size[0] - x - width if self.rtl else x) * mm

    def _up(self, y: float) -> float:
        return (self.size[1] - y) * mm

    def width(self, text: Text, style: Style) -> float:
        """How wide the text is on one line, in millimetres."""
        return line(text, style, rtl=self.rtl).width

    def text(
        self,
        x: float,
        y: float,
        text: Text,
        style: Style,
        *,
        room: float | None = None,
        align: float = 0.0,
        rtl: bool | None = None,
    ) -> float:
        """Set one line with its begin (align 0), middle (0.5) or end (1) at x, on baseline y; give its width.

        `rtl` is for a text in another direction than the page. Raises TooWideError when wider than `room`.
        """
        made = line(text, style, rtl=self.rtl if rtl is None else rtl)
        if room is not None and made.width > room + 0.01:
            raise TooWideError(f"{made.text!r}: {made.width:.1f} mm in {room:.1f} mm")
        self.place(x, y, made, align=align)
        return made.width

    def place(self, x: float, y: float, made: Line, *, align: float = 0.0) -> None:
        """Set a line that was wrapped before, with its begin, middle or end at x, on baseline y."""
        begin = x - made.width * align
        self.inks.append((begin, begin + made.width, made.text))
        if self.canvas is not None:
            made.draw(self.canvas, self._left(begin, made.width), self._up(y))

    def paragraph(
        self,
        x: float,
        y: float,
        text: Text,
        style: Style,
        width: float,
        *,
        leading: float | None = None,
        own: bool = False,
    ) -> float:
        """Set wrapped lines, the first on baseline y; give the baseline of the last.

        `own` is for what people typed: it runs in the direction of its first letter, whatever the page.
        """
        step = self.leading(style) if leading is None else leading
        rtl = runs_left(plain(text), otherwise=self.rtl) if own else self.rtl
        for index, made in enumerate(wrap(text, style, width, rtl=rtl)):
            y += step if index else 0.0
            self.place(x, y, made)
        return y

    def title(self, x: float, y: float, text: str, room: float) -> None:
        """The title of a sheet, 21 points; Arabic is smaller and lower, it has marks on top."""
        size, lower = (18.5, 1.0) if self.rtl else (21.0, 0.0)
        self.text(x, y + lower, text, Style(size, bold=True), room=room)

    def rule(self, x: float, y: float, end: float, weight: float = 0.8, *, dash: bool = False) -> None:
        """A horizontal line from x to end; `weight` in points."""
        if self.canvas is not None:
            self.canvas.setLineWidth(weight)
            self.canvas.setDash([4, 3] if dash else [])
            self.canvas.line(self._left(x), self._up(y), self._left(end), self._up(y))
            self.canvas.setDash([])

    def upright(self, x: float, y: float, bottom: float, weight: float = 0.8) -> None:
        """A vertical line."""
        if self.canvas is not None:
            self.canvas.setLineWidth(weight)
            self.canvas.line(self._left(x), self._up(y), self._left(x), self._up(bottom))

    def box(self, x: float, y: float, width: float, height: float, weight: float = 1.0) -> None:
        """An open rectangle with its top at y."""
        if self.canvas is not None:
            self.canvas.setLineWidth(weight)
            self.canvas.rect(self._left(x, width), self._up(y + height), width * mm, height * mm)

    def bar(self, x: float, y: float, width: float, height: float) -> None:
        """A black rectangle."""
        if self.canvas is not None:
            self.canvas.rect(
                self._left(x, width), self._up(y + height), width * mm, height * mm, stroke=0, fill=1
            )

    def tick(self, x: float, y: float, *, crossed: bool = False) -> None:
        """A tick box of 5 mm with its top at y, empty or crossed."""
        self.box(x, y, TICK, TICK)
        if crossed and self.canvas is not None:
            self.canvas.saveState()
            self.canvas.setLineWidth(1.8)
            self.canvas.setLineCap(1)
            near, far = 1.05, TICK - 1.05
            left = self._left(x, TICK)
            for begin, end in ((near, far), (far, near)):
                self.canvas.line(left + near * mm, self._up(y + begin), left + far * mm, self._up(y + end))
            self.canvas.restoreState()

    def number(self, x: float, y: float, number: int, side: float = 6.2) -> None:
        """A number in white in a black circle, with its top at y."""
        if self.canvas is not None:
            radius = side / 2
            self.canvas.circle(
                self._left(x, side) + radius * mm, self._up(y + radius), radius * mm, stroke=0, fill=1
            )
            self.white()
            style = Style(10, bold=True)
            self.text(x + radius, y + radius + style.size * CAP * POINT, str(number), style, align=0.5)
            self.black()

    def dot(self, x: float, y: float) -> None:
        """The dot before a point of a list, around x, y."""
        if self.canvas is not None:
            self.canvas.circle(self._left(x), self._up(y), 0.95 * mm, stroke=0, fill=1)

    def icon(self, name: str, x: float, y: float, size: float, *, bold: bool = False) -> None:
        """An icon with its top at y; `size` in millimetres."""
        if self.canvas is not None:
            icons.draw(
                self.canvas, name, self._left(x, size), self._up(y), size * mm, stroke=3.4 if bold else 2.0
            )

    def qr(self, left: float, y: float, matrix: Matrix, side: float) -> None:
        """A QR code with its top at y; `left` counts from the left edge of the paper in every language."""
        if self.canvas is None:
            return
        module = side / len(matrix)
        for row, column, length in dark_runs(matrix):
            # One percent larger on each side: no hairlines of white between the runs.
            self.canvas.rect(
                (left + (column - 0.01) * module) * mm,
                self._up(y + (row + 1.01) * module),
                (length + 0.02) * module * mm,
                1.02 * module * mm,
                stroke=0,
                fill=1,
            )

    def white(self) -> None:
        """From here on text and lines are white, on a black bar."""
        self._ink(1)

    def black(self) -> None:
        """From here on text and lines are black again."""
        self._ink(0)

    def _ink(self, grey: int) -> None:
        if self.canvas is not None:
            self.canvas.setFillGray(grey)
            self.canvas.setStrokeGray(grey)

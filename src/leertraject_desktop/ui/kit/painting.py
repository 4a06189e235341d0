"""The few strokes that delegates and widgets share: text on one line, hairlines, boxes, rings, hatching."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from PySide6 import QtCore
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QStylePainter

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.theme import colour, font

# Qt.AlignmentFlag and Qt.TextFlag as the numbers that they are: see `by_name` (a test compares them).
_V_CENTRE: Final = 0x80
LEFT: Final = 0x01 | _V_CENTRE
RIGHT: Final = 0x02 | _V_CENTRE
CENTRE: Final = 0x04 | _V_CENTRE
SINGLE_LINE: Final = 0x100


def metrics(size: int = tokens.BODY, weight: int = tokens.REGULAR) -> QFontMetrics:
    """The measures of a font of the theme."""
    return _metrics(size, weight)


def text_width(text: str, size: int = tokens.BODY, weight: int = tokens.REGULAR) -> int:
    """How wide a text is, in logical pixels, rounded up."""
    return _metrics(size, weight).horizontalAdvance(text) + 1


def paint_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    tone: str = "text",
    *,
    size: int = tokens.BODY,
    weight: int = tokens.REGULAR,
    align: int = LEFT,
    italic: bool = False,
) -> None:
    """One line of text, cut off with … when it does not fit."""
    painter.setFont(font(size, weight, italic=italic))
    measures = painter.fontMetrics()
    if measures.horizontalAdvance(text) > rect.width():
        text = measures.elidedText(text, QtCore.Qt.TextElideMode.ElideRight, rect.width())
    if isinstance(painter, QStylePainter):  # of a widget of the login: PySide makes all of `Qt` for `setPen`
        ink = QPalette.ColorRole.WindowText
        painter.drawItemText(rect, align | SINGLE_LINE, _ink(colour(tone).name()), True, text, ink)
    else:
        painter.setPen(colour(tone))
        painter.drawText(rect, align | SINGLE_LINE, text)


def hairline(painter: QPainter, x1: int, y1: int, x2: int, y2: int, name: str = "line") -> None:
    """One device pixel wide, at every scale."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(colour(name), 0))
    painter.drawLine(x1, y1, x2, y2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def hairlines(painter: QPainter, left: int, right: int, bottoms: Sequence[int], name: str = "line") -> None:
    """Lines from left to right at these heights, each one device pixel thick; quicker than strokes."""
    tone, thick = colour(name), 1 / painter.device().devicePixelRatio()
    up = 0.49 * thick  # between two device pixels the upper one is taken, as by a stroke
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for y in bottoms:
        painter.fillRect(QRectF(left, y - up, right - left, thick), tone)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def box(
    painter: QPainter,
    rect: QRect | QRectF,
    fill: str | None,
    border: str | None = None,
    radius: float = tokens.RADIUS_CONTROL,
    width: float = 1,
) -> None:
    """A rounded box; the border lies inside the rectangle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = width / 2 if border else 0
    path = QPainterPath()
    corner = max(radius - half, 0)
    path.addRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), corner, corner)
    if fill is not None:
        painter.fillPath(path, _brush(colour(fill).name()))
    if border:
        painter.strokePath(path, _pen(colour(border).name(), width))


def fill(painter: QPainter, rect: QRect, name: str) -> None:
    """Fill a rectangle with a colour of the theme."""
    painter.setBackground(_brush(colour(name).name()))
    painter.eraseRect(rect)


def inner_ring(painter: QPainter, rect: QRect, radius: float = 0) -> None:
    """The focus ring of a row or cell, inside it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour("focus"), tokens.FOCUS_WIDTH))
    painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
    inside = QRectF(rect).adjusted(1, 1, -1, -1)
    painter.drawRoundedRect(inside, radius, radius)


def hatch(painter: QPainter, rect: QRect, line: str = "hatch", step: int = 8) -> None:
    """Diagonal lines over a rectangle: a shielded cell, a period that is still open."""
    painter.save()
    painter.setClipRect(rect, QtCore.Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(line), 1))
    first = rect.left() - rect.height() - (rect.left() - rect.height()) % step
    for x in range(first, rect.right() + step, step):
        painter.drawLine(x, rect.bottom() + 1, x + rect.height(), rect.top())
    painter.restore()


def dot(painter: QPainter, x: float, y: float, size: float, fill: str) -> None:
    """A filled circle in the square with this upper left corner."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour(fill)))
    painter.drawEllipse(QRectF(x, y, size, size))


@cache
def _metrics(size: int, weight: int) -> QFontMetrics:
    return QFontMetrics(font(size, weight))


@cache
def _pen(value: str, width: float) -> QPen:
    made = QPen()  # for its other constructors PySide would make all of `Qt`
    made.setColor(QColor(value))
    made.setWidthF(width)
    return made


@cache
def _brush(value: str) -> QBrush:
    return _pen(value, 1).brush()


@cache
def _ink(value: str) -> QPalette:
    made = QPalette()
    made.setColor(QPalette.ColorRole.WindowText, QColor(value))
    return made

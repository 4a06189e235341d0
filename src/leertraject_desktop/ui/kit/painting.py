"""The few strokes that delegates and widgets share: text on one line, hairlines, boxes, rings, hatching."""

from functools import cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPen

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.theme import colour, font

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


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
    align: Qt.AlignmentFlag = LEFT,
    italic: bool = False,
) -> None:
    """One line of text, cut off with … when it does not fit."""
    painter.setFont(font(size, weight, italic=italic))
    painter.setPen(colour(tone))
    fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, align | Qt.TextFlag.TextSingleLine, fitting)


def hairline(painter: QPainter, x1: int, y1: int, x2: int, y2: int, name: str = "line") -> None:
    """One device pixel wide, at every scale."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(colour(name), 0))
    painter.drawLine(x1, y1, x2, y2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def box(
    painter: QPainter,
    rect: QRect | QRectF,
    fill: str | QColor | None,
    border: str | None = None,
    radius: float = tokens.RADIUS_CONTROL,
    width: float = 1,
) -> None:
    """A rounded box; the border lies inside the rectangle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = width / 2 if border else 0
    inner = QRectF(rect).adjusted(half, half, -half, -half)
    painter.setPen(QPen(colour(border), width) if border else Qt.PenStyle.NoPen)
    if isinstance(fill, str):
        painter.setBrush(colour(fill))
    else:
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inner, max(radius - half, 0), max(radius - half, 0))


def inner_ring(painter: QPainter, rect: QRect, radius: float = 0) -> None:
    """The focus ring of a row or cell, inside it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour("focus"), tokens.FOCUS_WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inside = QRectF(rect).adjusted(1, 1, -1, -1)
    painter.drawRoundedRect(inside, radius, radius)


def hatch(painter: QPainter, rect: QRect, line: str = "hatch", step: int = 8) -> None:
    """Diagonal lines over a rectangle: a shielded cell, a period that is still open."""
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(line), 1))
    first = rect.left() - rect.height() - (rect.left() - rect.height()) % step
    for x in range(first, rect.right() + step, step):
        painter.drawLine(x, rect.bottom() + 1, x + rect.height(), rect.top())
    painter.restore()


def dot(painter: QPainter, x: float, y: float, size: float, fill: str) -> None:
    """A filled circle in the square with this upper left corner."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour(fill)))
    painter.drawEllipse(QRectF(x, y, size, size))


@cache
def _metrics(size: int, weight: int) -> QFontMetrics:
    return QFontMetrics(font(size, weight))

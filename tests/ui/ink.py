"""The ink of every text: what a widget writes, in which colour, and on which ground it ends up."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPaintDevice, QPaintEngine, QPaintEngineState, QTextItem
from PySide6.QtWidgets import QWidget

# A colour that fills less than this of the place of a text is an edge or a line, not its ground.
GROUND_SHARE = 0.2
GROUND_LEAST = 40
# Above the lowest third of the ascenders and below the baseline there are few letters and many borders.
LETTERS = 0.75

Metric = QPaintDevice.PaintDeviceMetric


@dataclass(frozen=True)
class Ink:
    """A run of letters as one widget writes it: its place is in pixels of that widget."""

    widget: QWidget
    text: str
    colour: QColor
    place: QRect


class _Engine(QPaintEngine):
    """Writes down the texts that it is asked to draw, and draws nothing."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.written: list[tuple[str, QColor, QRectF]] = []

    def begin(self, device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        """Nothing: the painter knows its pen."""

    def drawPixmap(self, *args: Any) -> None:
        """No text."""

    def drawImage(self, *args: Any) -> None:
        """No text."""

    def drawPath(self, *args: Any) -> None:
        """No text."""

    def drawPolygon(self, *args: Any) -> None:
        """No text; Qt draws its rectangles and lines with this too."""

    def drawTextItem(self, at: QPointF, item: QTextItem) -> None:
        painter = self.painter()
        ascent = item.ascent() * LETTERS
        place = QRectF(at.x(), at.y() - ascent, item.width(), ascent)
        if painter.hasClipping():  # what is selected is written twice, each time around the other part
            kept = painter.clipRegion() & place.toAlignedRect()
            place &= QRectF(kept.boundingRect())
        ink = painter.pen().color()
        ink.setAlphaF(ink.alphaF() * painter.opacity())
        self.written.append((item.text(), ink, painter.deviceTransform().mapRect(place)))


class _Paper(QPaintDevice):
    """As large as a widget; holds the engine that writes down."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.engine = _Engine()
        self._metrics = {
            Metric.PdmWidth: size.width(),
            Metric.PdmHeight: size.height(),
            Metric.PdmDepth: 32,
            Metric.PdmNumColors: 2**31 - 1,
            Metric.PdmDevicePixelRatio: 1,
            Metric.PdmDevicePixelRatioScaled: round(QPaintDevice.devicePixelRatioFScale()),
        }

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        return self._metrics.get(metric, 96)


def inks(root: QWidget) -> Iterator[Ink]:
    """All that is written inside a widget and can be seen, also what no widget of its own stands for."""
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.isVisible() or not (seen := widget.visibleRegion()):
            continue
        paper = _Paper(widget.size())
        widget.render(paper, QPoint(), renderFlags=QWidget.RenderFlag(0))
        for text, colour, where in paper.engine.written:
            place = where.toRect() & seen.boundingRect()
            if text.strip() and place.width() >= 2 and place.height() >= 6:
                yield Ink(widget, text, colour, place)


def picture(root: QWidget) -> QImage:
    """What the user sees."""
    drawn = QImage(root.size(), QImage.Format.Format_RGB32)
    root.render(drawn, QPoint())
    return drawn


def contrast(ink: Ink, root: QWidget, drawn: QImage) -> float:
    """The contrast of a text with the least favourable of the grounds under it."""
    corner = ink.widget.mapTo(root, ink.place.topLeft())
    part = drawn.copy(QRect(corner, ink.place.size()))
    pixels = Counter(memoryview(part.constBits()).cast("I"))
    least = max(GROUND_SHARE * part.width() * part.height(), GROUND_LEAST)
    grounds = [pixels.most_common(1)[0][0]]
    grounds += [pixel for pixel, count in pixels.items() if count >= least]
    return min(
        (_against(ink.colour, QColor(ground)) for ground in grounds if ground != ink.colour.rgb()),
        default=1.0,
    )


def ratio(one: QColor, other: QColor) -> float:
    """The contrast of WCAG 2.2 between two colours, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _against(ink: QColor, ground: QColor) -> float:
    """The contrast of ink that may let its ground shine through."""
    share = ink.alphaF()
    mixed = QColor.fromRgbF(
        *(
            front * share + back * (1 - share)
            for front, back in zip(ink.getRgbF()[:3], ground.getRgbF()[:3], strict=True)  # type: ignore[index]
        )
    )
    return ratio(mixed, ground)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

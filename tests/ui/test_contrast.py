"""Text stands out from its ground on every screen, light and dark, as far as the pixels show it."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from tests.ui import reach
from tests.ui.walk import SCREENS, Walk

from leertraject_desktop.ui.kit.theme import theme

# Drawn so much larger, the strokes of a letter have a middle without the blur of their edge.
ENLARGED = 2
READABLE = 4.5


@pytest.fixture(scope="module", params=["light", "dark"])
def walk(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Walk]:
    """The window in one of the two schemes."""
    theme().choose(request.param)
    made = Walk(tmp_path_factory.mktemp("demo"))
    yield made
    made.close()
    theme().choose("light")


@pytest.mark.parametrize("name", SCREENS)
def test_every_text_can_be_read(walk, name):
    shown = walk.open(name)
    try:
        assert faint(shown.root) == []
    finally:
        walk.leave()


def faint(root: QWidget) -> list[str]:
    """Texts of which the pixels reach no contrast of 4.5 with their ground; what is greyed is exempt."""
    drawn = QImage(root.size() * ENLARGED, QImage.Format.Format_RGB32)
    drawn.setDevicePixelRatio(ENLARGED)
    root.render(drawn, QPoint())
    found = []
    for widget in root.findChildren(QWidget):
        text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
        if not text.strip() or not widget.isVisible() or not widget.isEnabled():
            continue
        seen = widget.visibleRegion().boundingRect()
        if seen.width() < 8 or seen.height() < 12:
            continue
        place = QRect(widget.mapTo(root, seen.topLeft()), seen.size())
        if (ratio := _contrast(drawn, place)) < READABLE:
            found.append(f"{reach.describe(widget)} {ratio:.2f}")
    return found


def _contrast(drawn: QImage, place: QRect) -> float:
    """The contrast between the ground and what differs from it most, of all that shows more than a trace."""
    part = drawn.copy(QRect(place.topLeft() * ENLARGED, place.size() * ENLARGED))
    pixels = Counter(memoryview(part.constBits()).cast("I"))
    ground = pixels.most_common(1)[0][0]
    return max(_ratio(ground, pixel) for pixel, count in pixels.items() if count >= 4)


def _ratio(one: int, other: int) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(pixel: int) -> float:
    parts = [(pixel >> shift & 255) / 255 for shift in (16, 8, 0)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

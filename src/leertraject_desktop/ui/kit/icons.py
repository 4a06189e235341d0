"""Draws the icons (Lucide) in a colour of the theme, sharp on every screen."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap

from leertraject_desktop.storage.packaged import resource
from leertraject_desktop.ui.kit.theme import colour as theme_colour
from leertraject_desktop.ui.kit.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}


def icon(name: str, colour: str = "text2", size: int = 16) -> "QIcon":
    """An icon for menus and other places that Qt draws; made in the colours of this moment."""
    from PySide6.QtGui import QIcon  # here, as the first window has no menus

    ratio = _screen_ratio()
    return QIcon(pixmap(name, colour, size, ratio))


def pixmap(name: str, colour: str = "text2", size: int = 16, ratio: float = 1.0) -> QPixmap:
    """The picture of an icon: its file name in resources/icons, a colour of the theme, logical pixels."""
    value = theme_colour(colour)
    key = (name, value.name(), size, ratio)
    if key not in _pixmaps:
        _empty_when_the_theme_changes()
        _pixmaps[key] = _render(name, value, size, ratio)
    return _pixmaps[key]


def paint_icon(
    painter: QPainter, left: float, top: float, name: str, colour: str = "text2", size: int = 16
) -> None:
    """Draw an icon at a place, in the resolution of what is painted on."""
    painter.drawPixmap(
        round(left), round(top), pixmap(name, colour, size, painter.device().devicePixelRatio())
    )


@cache
def _empty_when_the_theme_changes() -> None:
    theme().changed.connect(_forget)


def _forget() -> None:
    _pixmaps.clear()


def _screen_ratio() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.devicePixelRatio() if screen is not None else 1.0


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def _render(name: str, value: QColor, size: int, ratio: float) -> QPixmap:
    stroke = "2" if size <= 16 else "1.75"
    pixels = round(size * ratio)
    source = _source(name).replace("currentColor", value.name())
    source = source.replace('stroke-width="2"', f'stroke-width="{stroke}"')
    for side in ("width", "height"):
        source = source.replace(f' {side}="24"', f' {side}="{pixels}"')
    drawn = QPixmap()
    # Qt reads it as a picture: the Python module for SVG costs the login window more than the icons do.
    drawn.loadFromData(source.encode(), "SVG")
    drawn.setDevicePixelRatio(ratio)
    return drawn

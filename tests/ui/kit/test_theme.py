"""The colours can be read, in the light and in the dark, and switching changes what is on the screen."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.icons import pixmap
from leertraject_desktop.ui.kit.surfaces import Surface
from leertraject_desktop.ui.kit.theme import colour, theme

TEXT_ON_GROUND = [
    *(
        ("text", ground)
        for ground in ("surface", "bg", "nav", "accent_soft", "accent_softer", "sunken", "field")
    ),
    *(("text2", ground) for ground in ("surface", "bg", "nav", "accent_soft", "sunken", "pill", "red_soft")),
    *(("text3", ground) for ground in ("surface", "bg", "nav", "field", "accent_soft", "sunken")),
    *(("on_accent", ground) for ground in ("accent", "accent_hover", "accent_down")),
    *(("accent_text", ground) for ground in ("surface", "bg", "nav", "accent_soft", "accent_softer")),
    *(("amber", ground) for ground in ("surface", "amber_soft", "bg", "accent_soft")),
    *(("red", ground) for ground in ("surface", "red_soft", "bg", "accent_soft")),
    ("text", "red_soft"),
    ("text", "amber_soft"),
    ("mark_text", "mark"),
]
BORDER_ON_GROUND = [
    *(("control", ground) for ground in ("surface", "field", "bg")),
    *(("focus", ground) for ground in ("surface", "bg", "nav")),
    *(("accent", ground) for ground in ("surface", "bg")),
]


def _luminance(value: str) -> float:
    channels = (QColor(value).redF(), QColor(value).greenF(), QColor(value).blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(colours: tokens.Colours, front: str, ground: str) -> float:
    """The ratio of WCAG 2.2."""
    light, dark = sorted(
        (_luminance(getattr(colours, front)), _luminance(getattr(colours, ground))), reverse=True
    )
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [tokens.LIGHT, tokens.DARK], ids=["light", "dark"])
def test_every_text_and_every_border_can_be_seen(colours: tokens.Colours) -> None:
    for front, ground in TEXT_ON_GROUND:
        assert contrast(colours, front, ground) >= 4.5, (front, ground)
    for front, ground in BORDER_ON_GROUND:
        assert contrast(colours, front, ground) >= 3, (front, ground)


@pytest.mark.parametrize("colours", [tokens.LIGHT_STRONG, tokens.DARK_STRONG], ids=["light", "dark"])
def test_who_asks_the_system_for_more_contrast_gets_it(colours: tokens.Colours) -> None:
    theme().choose("dark" if colours is tokens.DARK_STRONG else "light")
    theme().strengthen(Qt.ContrastPreference.HighContrast)
    try:
        assert theme().colours == colours
        for front, ground in TEXT_ON_GROUND:
            assert contrast(colours, front, ground) >= 7, (front, ground)
        for front, ground in (("control", "surface"), ("focus", "bg"), ("line", "surface"), ("line", "bg")):
            assert contrast(colours, front, ground) >= 4.5, (front, ground)
    finally:
        theme().strengthen(Qt.ContrastPreference.NoPreference)


def test_going_dark_changes_what_is_on_the_screen(shown: Callable[[QWidget], QWidget]) -> None:
    surface = shown(Surface("surface"))
    before = surface.grab().toImage().pixelColor(5, 5)
    theme().choose("dark")
    after = surface.grab().toImage().pixelColor(5, 5)
    assert (before.name(), after.name()) == (tokens.LIGHT.surface.lower(), tokens.DARK.surface.lower())
    assert QApplication.palette().window().color() == QColor(tokens.DARK.bg)


def test_an_icon_takes_the_colour_of_the_theme() -> None:
    light = pixmap("plus", "text", 16).toImage().pixelColor(8, 8)
    theme().choose("dark")
    dark = pixmap("plus", "text", 16).toImage().pixelColor(8, 8)
    assert light.lightness() < 60
    assert dark.lightness() > 200


def test_the_interface_is_set_in_the_shipped_font(shown: Callable[[QWidget], QWidget]) -> None:
    button = shown(Button("Bewaren"))
    assert button.fontInfo().family() == "Noto Sans"
    assert button.fontInfo().pixelSize() == tokens.BODY
    assert colour("text").isValid()


def test_every_colour_stands_among_the_tokens() -> None:
    kit = Path(tokens.__file__).parent
    written = re.compile(r"#[0-9A-Fa-f]{6}\b|GlobalColor\.(?!transparent)|QColor\([0-9]|rgba?\(")
    found = [
        module.name
        for module in kit.parent.rglob("*.py")
        if module.name != "tokens.py" and written.search(module.read_text(encoding="utf-8"))
    ]
    assert found == []

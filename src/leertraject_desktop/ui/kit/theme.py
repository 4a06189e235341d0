"""The one theme of the application: fonts, palette and style sheet, light or dark as the system has it."""

from functools import cache
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from leertraject_desktop.storage.packaged import resource
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.style_sheet import style_sheet
from leertraject_desktop.ui.kit.tokens import Colours

# For the making of the QApplication; choosing the style afterwards costs 10 ms more.
ARGUMENTS = ("-style", "Fusion")

Scheme = Literal["system", "light", "dark"]

_FIRST_FONTS = ("NotoSans-Regular", "NotoSans-SemiBold")
_OTHER_FONTS = (
    "NotoSans-Italic",
    "NotoSansArabic-Regular",
    "NotoSansArabic-SemiBold",
    "NotoSansHebrew-Regular",
    "NotoSansArmenian-Regular",
    "NotoSansGeorgian-Regular",
    "NotoSansEthiopic-Regular",
    "NotoSansDevanagari-Regular",
)
_FAMILIES = [
    tokens.FAMILY,
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Armenian",
    "Noto Sans Georgian",
    "Noto Sans Ethiopic",
    "Noto Sans Devanagari",
]


class Theme(QObject):
    """What the widgets ask when they paint. `changed` comes after palette and style sheet are set."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._colours = tokens.LIGHT
        self._scheme: Scheme = "system"
        self._strong = False
        self._fonts_loaded = 0

    @property
    def colours(self) -> Colours:
        """The colours in force."""
        return self._colours

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are in force."""
        return self._colours in (tokens.DARK, tokens.DARK_STRONG)

    def start(self, app: QApplication, scheme: Scheme, styled: bool) -> None:
        """Dress the application, and follow the system from now on unless a scheme is asked for."""
        _load(_FIRST_FONTS)
        if not styled:
            app.setStyle("Fusion")
        base = QFont()
        base.setFamilies(_FAMILIES)
        base.setPixelSize(tokens.BODY)
        app.setFont(base)
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system, Qt.ConnectionType.UniqueConnection)
        wishes = hints.accessibility()
        wishes.contrastPreferenceChanged.connect(self.strengthen, Qt.ConnectionType.UniqueConnection)
        self._strong = wishes.contrastPreference() == Qt.ContrastPreference.HighContrast
        self.choose(scheme)

    def choose(self, scheme: Scheme) -> None:
        """Light, dark, or as the system has it."""
        self._scheme = scheme
        self._follow_system()

    def strengthen(self, contrast: Qt.ContrastPreference) -> None:
        """More contrast, or as usual: the system tells when somebody asked it for more."""
        self._strong = contrast == Qt.ContrastPreference.HighContrast
        self._follow_system()

    def _follow_system(self) -> None:
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        dark = self._scheme == "dark"
        if self._scheme == "system":
            dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        ordinary, strong = (tokens.DARK, tokens.DARK_STRONG) if dark else (tokens.LIGHT, tokens.LIGHT_STRONG)
        self._colours = strong if self._strong else ordinary
        app.setPalette(_palette(self._colours))
        app.setStyleSheet(style_sheet(self._colours))
        self.changed.emit()


@cache
def theme() -> Theme:
    """The theme of this process; it lives as long as the program."""
    return Theme()


def apply(app: QApplication, scheme: Scheme = "system", *, styled: bool = False) -> None:
    """Dress the application once, before the first window is made.

    `styled` tells that the application was made with `ARGUMENTS`.
    """
    theme().start(app, scheme, styled)


def load_other_scripts() -> None:
    """Italic, and the fonts for Arabic, Hebrew, Armenian, Georgian, Ethiopic and Devanagari names.

    Called after the first window stands, so that logging in does not wait for it.
    """
    _load(_OTHER_FONTS)


def colour(name: str) -> QColor:
    """A colour of the theme in force, by its name in `Colours`."""
    return _colour(getattr(theme().colours, name))


def font(size: int = tokens.BODY, weight: int = tokens.REGULAR, *, italic: bool = False) -> QFont:
    """The one family in a size (12, 13, 14 or 20) and a weight (400 or 600)."""
    return QFont(_font(size, weight, italic))


@cache
def _font(size: int, weight: int, italic: bool) -> QFont:
    made = QFont()
    made.setFamilies(_FAMILIES)
    made.setPixelSize(size)
    made.setWeight(QFont.Weight(weight))
    made.setItalic(italic)
    return made


@cache
def _colour(value: str) -> QColor:
    return QColor(value)


@cache
def _load(names: tuple[str, ...]) -> None:
    for name in names:
        QFontDatabase.addApplicationFont(str(resource("fonts", f"{name}.ttf")))


def _palette(colours: Colours) -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, value in (
        (roles.Window, colours.bg),
        (roles.WindowText, colours.text),
        (roles.Base, colours.field),
        (roles.AlternateBase, colours.sunken),
        (roles.Text, colours.text),
        (roles.Button, colours.surface),
        (roles.ButtonText, colours.text),
        (roles.BrightText, colours.red),
        (roles.ToolTipBase, colours.surface),
        (roles.ToolTipText, colours.text),
        (roles.PlaceholderText, colours.text3),
        (roles.Highlight, colours.accent),
        (roles.HighlightedText, colours.on_accent),
        (roles.Accent, colours.accent),
        (roles.Link, colours.accent_text),
        (roles.LinkVisited, colours.accent_text),
        (roles.Light, colours.line),
        (roles.Midlight, colours.line),
        (roles.Mid, colours.line2),
        (roles.Dark, colours.control),
        (roles.Shadow, colours.control),
    ):
        palette.setColor(role, QColor(value))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.text3))
    return palette

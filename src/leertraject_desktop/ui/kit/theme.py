"""The one theme of the application: fonts, palette and style sheet, light or dark as the system has it."""

from functools import cache
from typing import Literal

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from leertraject_desktop.storage.packaged import resource
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.style_sheet import style_sheet
from leertraject_desktop.ui.kit.tokens import Colours

# For an application that begins with the login; choosing the style afterwards costs 10 ms more.
ARGUMENTS = ("-style", "Fusion")

Scheme = Literal["system", "light", "dark"]
HALF_LIGHT = 128

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
        self._listens = False
        self._sheet = True
        self._fonts_loaded = 0

    @property
    def colours(self) -> Colours:
        """The colours in force."""
        return self._colours

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are in force."""
        return self._colours in (tokens.DARK, tokens.DARK_STRONG)

    def start(self, app: QApplication, scheme: Scheme, *, first: bool) -> None:
        """Dress the application, and follow the system from now on unless a scheme is asked for."""
        _load(_FIRST_FONTS)
        self._sheet = not first
        if not first:
            app.setStyle("Fusion")
        base = QFont()
        base.setFamilies(_FAMILIES)
        base.setPixelSize(tokens.BODY)
        app.setFont(base)
        if first:
            # Before ours is set, the palette is as light or dark as the system. To tell scheme or contrast,
            # PySide would make all of `Qt`, 13 ms: `listen` asks for them after the first picture.
            self._scheme = scheme
            dark_system = app.palette().window().color().lightness() < HALF_LIGHT
            dark = scheme == "dark" or (scheme == "system" and dark_system)
            self._dress(app, tokens.DARK if dark else tokens.LIGHT)
        else:
            self._scheme = scheme
            self._dress(app, self._wanted())
            self.listen()

    def put_sheet(self) -> None:
        """Put the style sheet that `start` left away."""
        app = QApplication.instance()
        if not self._sheet and isinstance(app, QApplication):
            self._sheet = True
            app.setStyleSheet(style_sheet(self._colours))

    def listen(self) -> None:
        """Follow what the system says of its colours, from what it says now."""
        hints = QGuiApplication.styleHints()
        wishes = hints.accessibility()
        if not self._listens:
            self._listens = True
            hints.colorSchemeChanged.connect(self._follow_system)
            wishes.contrastPreferenceChanged.connect(self.strengthen)
        self.strengthen(wishes.contrastPreference())

    def choose(self, scheme: Scheme) -> None:
        """Light, dark, or as the system has it. Nothing is dressed again when the colours stay the same."""
        self._scheme = scheme
        self._follow_system()

    def strengthen(self, contrast: "QtCore.Qt.ContrastPreference") -> None:
        """More contrast, or as usual: the system tells when somebody asked it for more."""
        self._strong = contrast == QtCore.Qt.ContrastPreference.HighContrast
        self._follow_system()

    def _follow_system(self) -> None:
        app = QApplication.instance()
        wanted = self._wanted()
        if isinstance(app, QApplication) and wanted is not self._colours:
            self._dress(app, wanted)

    def _wanted(self) -> Colours:
        dark = self._scheme == "dark"
        if self._scheme == "system":
            dark = QGuiApplication.styleHints().colorScheme() == QtCore.Qt.ColorScheme.Dark
        ordinary, strong = (tokens.DARK, tokens.DARK_STRONG) if dark else (tokens.LIGHT, tokens.LIGHT_STRONG)
        return strong if self._strong else ordinary

    def _dress(self, app: QApplication, colours: Colours) -> None:
        self._colours = colours
        app.setPalette(_palette(self._colours))
        if self._sheet:
            app.setStyleSheet(style_sheet(self._colours))
        self.changed.emit()


@cache
def theme() -> Theme:
    """The theme of this process; it lives as long as the program."""
    return Theme()


def apply(app: QApplication, scheme: Scheme = "system", *, first: bool = False) -> None:
    """Dress the application once, before the first window is made.

    `first` is for an application that was made with `ARGUMENTS` and whose first page must stand soon: then
    `finish` comes when that page is made, and `listen` and `load_other_scripts` when it is painted.
    """
    theme().start(app, scheme, first=first)


def finish() -> None:
    """Put the style sheet over the first page.

    With a sheet Qt polishes a widget, and all in it, again each time it gets a parent: 3 ms for the login.
    """
    theme().put_sheet()


def listen() -> None:
    """Follow the colours and the contrast of the system; until then they are read off its palette."""
    theme().listen()


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

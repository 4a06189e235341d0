"""The settings of this computer: when the window locks, light or dark, how large."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.ui.kit import live_size, text_size, tokens
from leertraject_desktop.ui.kit import preferences as names
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.date_editors import NumberEditor
from leertraject_desktop.ui.kit.form import Field, FieldBox
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.mark_editors import RadioEditor
from leertraject_desktop.ui.kit.page import PageHeader
from leertraject_desktop.ui.kit.preferences import preferences
from leertraject_desktop.ui.kit.screen import Context, Screen, Target
from leertraject_desktop.ui.kit.surfaces import ScrollPage, Surface
from leertraject_desktop.ui.kit.theme import Scheme

SCHEMES: tuple[tuple[Scheme, str], ...] = (
    ("system", "Zoals deze computer"),
    ("light", "Licht"),
    ("dark", "Donker"),
)


class InstellingenPage(Screen):
    """What is chosen counts at once; there is nothing to confirm."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.minutes = NumberEditor(
            low=names.MIN_MINUTES, high=names.MAX_MINUTES, unit="minuten", one="minuut"
        )
        self.scheme = RadioEditor(SCHEMES)
        self.minutes_box = FieldBox(
            Field(
                "minuten",
                "Vergrendelen na",
                self.minutes,
                "Zo lang blijft het venster open als niemand typt of klikt. Het vergrendelt ook als je "
                "scherm vergrendelt of de computer slaapt.",
                width=144,
            )
        )
        self.scheme_box = FieldBox(Field("kleuren", "Kleuren", self.scheme))
        self.text_size = RadioEditor([(str(size), _words(size)) for size in live_size.sizes(self)])
        self.text_size_box = FieldBox(
            Field(
                "tekstgrootte",
                "Tekstgrootte",
                self.text_size,
                "Alles groeit mee: letters, knoppen en tekens. Overal kan het ook met Ctrl++ en Ctrl+-.",
            )
        )
        self.backups = Button("Reservekopieën en tweede plaats", icon="hard-drive")
        self.passphrase = Button("Wijzig mijn wachtzin", icon="key-round")
        content = Surface("surface")
        column = QVBoxLayout(content)
        column.setContentsMargins(tokens.PAGE_MARGIN, 8, tokens.PAGE_MARGIN, 24)
        column.setSpacing(24)
        narrow = QWidget()
        narrow.setMaximumWidth(tokens.DIALOG_WIDTH)
        inside = QVBoxLayout(narrow)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(24)
        for widget in (self.minutes_box, self.scheme_box, self.text_size_box):
            inside.addWidget(widget)
        inside.addWidget(Label("Deze keuzes gelden voor iedereen op deze computer.", "text2", wrap=True))
        for button in (self.backups, self.passphrase):
            inside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(narrow)
        column.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addWidget(PageHeader("Instellingen"))
        outside.addWidget(ScrollPage(content, "surface"), 1)
        self.minutes.changed.connect(self._keep_minutes)
        self.scheme.changed.connect(self._keep_scheme)
        self.text_size.changed.connect(self._keep_text_size)
        preferences().resized.connect(self._show_text_size)
        self.backups.clicked.connect(self._to_backups)
        self.passphrase.clicked.connect(self._to_passphrase)

    def refresh(self) -> None:
        self.minutes.show_value(preferences().lock_minutes)
        self.scheme.show_value(preferences().scheme)
        self._show_text_size()

    def focus_first(self) -> None:
        self.minutes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_minutes(self) -> None:
        try:
            preferences().keep_lock_minutes(self.minutes.value())
        except Problem as problem:
            self.minutes_box.show_problem(problem)
        else:
            self.told.emit("Bewaard")

    def _keep_scheme(self) -> None:
        chosen = next(code for code, _ in SCHEMES if code == self.scheme.value())
        try:
            preferences().keep_scheme(chosen)
        except Problem as problem:
            self.scheme_box.show_problem(problem)
        else:
            self.told.emit("Bewaard")

    def _keep_text_size(self) -> None:
        try:
            self.told.emit(preferences().choose_text_size(int(self.text_size.value() or 0)))
        except Problem as problem:
            self.text_size_box.show_problem(problem)

    def _show_text_size(self) -> None:
        self.text_size.show_value(str(text_size.in_force()))

    def _to_backups(self) -> None:
        self.go.emit(Target("reservekopieen"))

    def _to_passphrase(self) -> None:
        self.go.emit(Target("wachtzin"))


def _words(size: int) -> str:
    return "100 %, gewoon" if size == text_size.SIZES[0] else f"{size} %"

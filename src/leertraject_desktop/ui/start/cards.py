"""The lower half of the start screen: the month to deliver, where you were, and this month in figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.domain.datums import toon_dag
from leertraject_desktop.domain.maand import NAMEN
from leertraject_desktop.features.levering.maanden import MaandKort, MaandPunt, MaandStand
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.cards import Card, Figure, ResumeRow
from leertraject_desktop.ui.kit.charts import MiniBars
from leertraject_desktop.ui.kit.labels import Icon, Label, Pill
from leertraject_desktop.ui.kit.screen import Target
from leertraject_desktop.ui.kit.surfaces import Surface
from leertraject_desktop.ui.start.words import others_to_make

MONTHS = 6


@dataclass(frozen=True, slots=True)
class Delivery:
    """What the levering card shows: a month (None while there is none), its numbers, what waits before it."""

    stand: MaandStand | None
    kort: MaandKort | None
    others: tuple[MaandStand, ...]

    @property
    def title(self) -> str:
        """The month that it is about."""
        return f"Levering {NAMEN[self.stand.maand.maand - 1]}" if self.stand else "Levering"

    @property
    def pill(self) -> tuple[str, str]:
        """The state in a few words, and its tone."""
        if self.stand is None:
            return "", ""
        if self.stand.gemaakt_op is None:
            return "Nog te maken", "amber"
        made = self.stand.gemaakt_op
        return f"Gemaakt op {toon_dag(made)}", "accent"

    def sentence(self, vandaag: date) -> str:
        """What to do about it."""
        if self.stand is None:
            return "De eerste maand is nog bezig. Daarna maak je hier de levering voor Vocvo."
        if not self.stand.te_maken:
            return others_to_make(self.others)
        until = self.stand.maand.plus(1).laatste_dag
        when = f"vóór {until.day} {NAMEN[until.month - 1]}" if vandaag <= until else "zo snel je kan"
        return f"Maak de levering {when}. {others_to_make(self.others)}".strip()


def delivery(months: Sequence[MaandStand]) -> tuple[MaandStand | None, tuple[MaandStand, ...]]:
    """The month to show (the last one that is over) and the earlier ones that are still to be made."""
    over = [month for month in months if not month.loopt]
    if not over:
        return None, ()
    return over[0], tuple(month for month in over[1:] if month.te_maken)


class DeliveryCard(Card):
    """The month to deliver with its counts; `clicked` asks to see what leaves."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__("Levering", icon="send", tone="amber", pill=" ", pill_tone="amber")
        figures = QHBoxLayout()
        figures.setSpacing(32)
        self._numbers = (Figure("", ""), Figure("", ""), Figure("", ""))
        for figure in self._numbers:
            figures.addWidget(figure)
        figures.addStretch(1)
        self._sentence = Label("", "text2", wrap=True)
        self.button = Button("Bekijk wat vertrekt")
        self.button.clicked.connect(self.clicked)
        self.body.addLayout(figures)
        self.body.addSpacing(12)
        self.body.addWidget(self._sentence)
        self.body.addStretch(1)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_delivery(self, shown: Delivery, vandaag: date) -> None:
        """Another month, other counts."""
        self.title.setText(shown.title)
        self.show_pill(*shown.pill)
        if self.icon is not None:
            self.icon.show_icon("send", "amber" if shown.pill[1] == "amber" else "accent_text")
        kort = shown.kort
        for figure in self._numbers:
            figure.setVisible(kort is not None)
        if kort is not None:
            for figure, (number, one, more) in zip(self._numbers, _counts(kort), strict=True):
                figure.show_figure(str(number), one if number == 1 else more)
        self._sentence.setText(shown.sentence(vandaag))


class ResumeCard(Card):
    """Drafts, and the dossiers that were opened last; `asked(Target)` goes there."""

    asked = Signal(Target)

    def __init__(self) -> None:
        super().__init__("Verder waar je was", icon="history")
        self._rows: list[tuple[ResumeRow, Target]] = []
        self._empty = Label(
            "Hier vind je formulieren die je niet afwerkte en de dossiers die je het laatst opende.",
            "text2",
            wrap=True,
        )
        self.body.addWidget(self._empty)
        self.body.addStretch(1)

    def show_rows(self, rows: Sequence[tuple[str, str, str, Target]]) -> None:
        """Rows of an icon, a title, a second line and where it goes."""
        for old, _ in self._rows:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = []
        for number, (icon, title, second, target) in enumerate(rows):
            row = ResumeRow(icon, title, second)
            row.clicked.connect(self._clicked)
            self.body.insertWidget(number, row)
            self._rows.append((row, target))
        self._empty.setVisible(not rows)

    def _clicked(self) -> None:
        for row, target in self._rows:
            if row is self.sender():
                self.asked.emit(target)


class MonthCard(Card):
    """This month so far, and the questions of the last six months."""

    def __init__(self) -> None:
        super().__init__("Deze maand", icon="chart-column")
        self.add_to_head(Label("Vragen per maand", "text2", size=tokens.SMALL))
        self._numbers = (Figure("", ""), Figure("", ""), Figure("", ""))
        self.bars = MiniBars("Vragen per maand")
        numbers = QVBoxLayout()
        numbers.setSpacing(4)
        for figure in self._numbers:
            numbers.addWidget(figure)
        numbers.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addLayout(numbers, 2)
        across.addWidget(self.bars, 3)
        self.body.addLayout(across, 1)

    def show_month(self, kort: MaandKort, points: Sequence[MaandPunt]) -> None:
        """Other figures."""
        for figure, (number, one, more) in zip(self._numbers, _counts(kort), strict=True):
            words = one if number == 1 else more
            if more == "begeleidingen" and kort.gestart:
                words += f", {kort.gestart} nieuw"
            figure.show_figure(str(number), words)
        values = [point.vragen for point in points]
        self.bars.show_values(values, [NAMEN[point.maand.maand - 1][:3] for point in points])


class DeliveryStrip(Surface):
    """The levering in one line, for a small screen."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__("surface", radius=tokens.RADIUS_CARD)
        row = QHBoxLayout(self)
        row.setContentsMargins(17, 0, 17, 0)
        row.setSpacing(tokens.ICON_TO_TEXT)
        self._icon = Icon("send", "amber", 20)
        self._title = Label("", weight=tokens.STRONG)
        self._pill = Pill(" ", "amber")
        button = Button("Bekijk wat vertrekt", small=True)
        button.clicked.connect(self.clicked)
        for widget in (self._icon, self._title, self._pill):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(button)

    def show_delivery(self, shown: Delivery) -> None:
        """Another month."""
        words, tone = shown.pill
        self._title.setText(shown.title)
        self._icon.show_icon("send", "amber" if tone == "amber" else "accent_text")
        self._pill.show_text(words, tone)
        self._pill.setVisible(bool(words))


class ResumeStrip(Surface):
    """The form that was left half typed last, in one line for a small screen; `asked(Target)` goes there."""

    asked = Signal(Target)

    def __init__(self) -> None:
        super().__init__("surface", radius=tokens.RADIUS_CARD)
        row = QHBoxLayout(self)
        row.setContentsMargins(17, 0, 17, 0)
        row.setSpacing(tokens.ICON_TO_TEXT)
        self._title = Label("", weight=tokens.STRONG, elide=True)
        self._second = Label("", "text2", elide=True)
        self._target = Target("start")
        self.button = Button("Verder", small=True)
        self.button.clicked.connect(self._clicked)
        row.addWidget(Icon("square-pen", "accent_text", 20))
        row.addWidget(self._title)
        row.addWidget(self._second, 1)
        row.addWidget(self.button)

    def show_row(self, title: str, second: str, target: Target) -> None:
        """Another form that waits."""
        self._title.setText(title)
        self._second.setText(second)
        self._target = target
        self.button.setAccessibleName(f"Verder: {title}")

    def _clicked(self) -> None:
        self.asked.emit(self._target)


class MonthStrip(Surface):
    """This month in one line, for a small screen."""

    def __init__(self) -> None:
        super().__init__("surface", radius=tokens.RADIUS_CARD)
        row = QHBoxLayout(self)
        row.setContentsMargins(17, 0, 17, 0)
        row.setSpacing(6)
        row.addWidget(Label("Deze maand", weight=tokens.STRONG))
        self._parts: list[tuple[Label, Label]] = []
        for _ in range(3):
            number, words = Label("", weight=tokens.STRONG), Label("", "text2")
            row.addSpacing(8)
            row.addWidget(number)
            row.addWidget(words)
            self._parts.append((number, words))
        row.addStretch(1)

    def show_month(self, kort: MaandKort) -> None:
        """Other figures."""
        for (number, words), (count, one, more) in zip(self._parts, _counts(kort), strict=True):
            number.setText(str(count))
            text = one if count == 1 else more
            new = more == "begeleidingen" and kort.gestart
            words.setText(f"{text} ({kort.gestart} nieuw)" if new else text)


def _counts(kort: MaandKort) -> tuple[tuple[int, str, str], ...]:
    return (
        (kort.vragen, "vraag", "vragen"),
        (kort.begeleidingen, "begeleiding", "begeleidingen"),
        (kort.nazorg, "nazorgmoment", "nazorgmomenten"),
    )


def strips(*widgets: QWidget) -> QWidget:
    """Strips below each other."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for widget in widgets:
        column.addWidget(widget)
    return holder

"""One leerdoel with its acties: ticked with Space, changed and removed where they stand."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.features.begeleidingen.lijst import ActieRij, LeerdoelRij
from leertraject_desktop.ui.dossier.inline_form import MenuButton
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.labels import Icon, Label
from leertraject_desktop.ui.kit.mark_editors import CheckBox
from leertraject_desktop.ui.kit.rights import forbid
from leertraject_desktop.ui.kit.shortcuts import install_shortcut
from leertraject_desktop.ui.kit.surfaces import Hairline, Surface

UP_STEP, DOWN_STEP, UP_GOAL, DOWN_GOAL = "actie_hoger", "actie_lager", "leerdoel_hoger", "leerdoel_lager"
NEW_STEP, EDIT_STEP, REMOVE_STEP = "nieuwe_actie", "wijzig_actie", "verwijder_actie"
EDIT_GOAL, REMOVE_GOAL, REACHED = "wijzig_leerdoel", "verwijder_leerdoel", "bereikt"
"""What a card may ask; with the id of the actie, or of the leerdoel."""


class _StepRow(QWidget):
    """An actie: Space ticks it, Enter changes it, Alt with an arrow moves it, Delete asks why it goes."""

    asked = Signal(str, int)
    ticked = Signal(int, bool)

    def __init__(
        self, actie: ActieRij, vandaag: date, moves: list[tuple[str, str]], *, fixed: bool, why_not: str
    ) -> None:
        super().__init__()
        self._actie, self._fixed = actie, fixed or bool(why_not)
        self.setFixedHeight(tokens.TABLE_ROW)
        self.check = CheckBox(actie.omschrijving)
        self.check.setObjectName(f"actie_{actie.id}")
        self.check.setChecked(actie.gedaan_op is not None)
        self.check.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.check.setEnabled(not fixed)
        self.check.clicked.connect(self._tick)
        forbid(why_not, self.check)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GRID)
        row.addWidget(self.check)
        row.addStretch(1)
        who = Label(actie.wie, "text2", size=tokens.SMALL, elide=True)
        who.setFixedWidth(136)
        row.addWidget(who)
        words, tone = _when(actie, vandaag)
        if tone == "red":
            row.addWidget(Icon("clock-alert", "red", 12))
        when = Label(words, tone, size=tokens.SMALL, weight=tokens.STRONG if tone == "red" else 400)
        when.setFixedWidth(76)
        when.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(when)
        if not fixed:
            name = f"Meer over actie {actie.omschrijving}"
            menu = MenuButton(name, [(EDIT_STEP, "Wijzig actie"), *moves, (REMOVE_STEP, "Verwijder actie")])
            menu.setObjectName(f"meer_actie_{actie.id}")
            menu.chosen.connect(self._ask)
            forbid(why_not, menu)
            row.addWidget(menu)
        self._possible = {key for key, _ in moves}
        if not self._fixed:
            install_shortcut(self, "Alt+Up", self._up, only_inside=True)
            install_shortcut(self, "Alt+Down", self._down, only_inside=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._fixed:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask(EDIT_STEP)
        elif event.key() == Qt.Key.Key_Delete:
            self._ask(REMOVE_STEP)
        else:
            super().keyPressEvent(event)

    def _up(self) -> None:
        self._move(UP_STEP)

    def _down(self) -> None:
        self._move(DOWN_STEP)

    def _move(self, action: str) -> None:
        if action in self._possible:
            self._ask(action)

    def _ask(self, action: str) -> None:
        self.asked.emit(action, self._actie.id)

    def _tick(self) -> None:
        self.ticked.emit(self._actie.id, self.check.isChecked())


def _moves(up: str, down: str, place: int, many: int) -> list[tuple[str, str]]:
    """What a menu offers to move the row on a place among so many."""
    found = [(up, "Zet hoger")] if place > 0 else []
    return [*found, (down, "Zet lager")] if place < many - 1 else found


def _when(actie: ActieRij, vandaag: date) -> tuple[str, tokens.Tone]:
    if actie.gedaan_op is not None:
        return toon_datum(actie.gedaan_op), "text2"
    if actie.vervallen:
        return "vervallen", "text3"
    if actie.streefdatum is None:
        return "", "text3"
    return toon_datum(actie.streefdatum), "red" if actie.streefdatum < vandaag else "text2"


class GoalCard(Surface):
    """`asked(what, id)` for everything that needs a form or a reason, `ticked(actie_id, done)` for a tick.

    `editor` stands where `place` says: (what, id) of one of the constants of this module. `why_not` greys all
    of it for who may only read. `row` is its place among how many cards.
    """

    asked = Signal(str, int)
    ticked = Signal(int, bool)

    def __init__(
        self,
        doel: LeerdoelRij,
        vandaag: date,
        *,
        fixed: bool = False,
        why_not: str = "",
        place: tuple[str, int] = ("", 0),
        editor: QWidget | None = None,
        row: tuple[int, int] = (0, 1),
    ) -> None:
        super().__init__("surface", radius=tokens.RADIUS_CARD)
        self._moves = _moves(UP_GOAL, DOWN_GOAL, *row)
        self._doel, self._fixed, self._why_not = doel, fixed, why_not
        self.setAccessibleName(f"Leerdoel {doel.omschrijving}")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(0)
        if editor is not None and place in ((EDIT_GOAL, doel.id), (REMOVE_GOAL, doel.id)):
            column.addWidget(editor)
        else:
            column.addLayout(self._head())
        column.addWidget(Hairline())
        column.addSpacing(4)
        for number, actie in enumerate(doel.acties):
            if editor is not None and place in ((EDIT_STEP, actie.id), (REMOVE_STEP, actie.id)):
                column.addWidget(editor)
                continue
            moves = _moves(UP_STEP, DOWN_STEP, number, len(doel.acties))
            line = _StepRow(actie, vandaag, moves, fixed=fixed, why_not=why_not)
            line.asked.connect(self.asked)
            line.ticked.connect(self.ticked)
            column.addWidget(line)
        if not doel.acties and fixed:
            column.addWidget(Label("Geen acties", "text3"))
        if editor is not None and place == (NEW_STEP, doel.id):
            column.addWidget(editor)
        elif not fixed:
            add = Button("Actie toevoegen", kind="link", icon="plus")
            add.setObjectName(f"nieuwe_actie_{doel.id}")
            add.clicked.connect(self._add)
            forbid(why_not, add)
            column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def _head(self) -> QHBoxLayout:
        doel = self._doel
        head = QHBoxLayout()
        head.setContentsMargins(0, 4, 0, 8)
        head.setSpacing(tokens.GRID)
        reached = doel.bereikt_op is not None
        top = Qt.AlignmentFlag.AlignTop
        mark = QVBoxLayout()
        mark.setContentsMargins(0, 2, 0, 0)
        mark.addWidget(Icon("circle-check" if reached else "target", "accent_text", 20))
        mark.addStretch(1)
        head.addLayout(mark)
        title = Label(doel.omschrijving, weight=tokens.STRONG, wrap=True)
        title.setMinimumHeight(tokens.CONTROL_SMALL)
        head.addWidget(title, 1)
        words = [f"{doel.gedaan} van {len(doel.acties)} acties"] if doel.acties else []
        if doel.bereikt_op is not None:
            words.append(f"bereikt op {toon_datum(doel.bereikt_op)}")
        elif doel.streefdatum is not None:
            words.append(f"streefdatum {toon_datum(doel.streefdatum)}")
        facts = Label("  ·  ".join(words), "text2", size=tokens.SMALL)
        facts.setFixedHeight(tokens.CONTROL_SMALL)
        head.addWidget(facts, 0, top)
        if not self._fixed:
            menu = MenuButton(
                f"Meer over leerdoel {doel.omschrijving}",
                [
                    (REACHED, "Toch niet bereikt" if reached else "Bereikt"),
                    (EDIT_GOAL, "Wijzig leerdoel"),
                    *self._moves,
                    (REMOVE_GOAL, "Verwijder leerdoel"),
                ],
            )
            menu.setObjectName(f"meer_leerdoel_{doel.id}")
            menu.chosen.connect(self._ask)
            forbid(self._why_not, menu)
            head.addWidget(menu, 0, top)
        return head

    def _ask(self, action: str) -> None:
        self.asked.emit(action, self._doel.id)

    def _add(self) -> None:
        self.asked.emit(NEW_STEP, self._doel.id)

"""A form that is bound to a frozen dataclass: one editor per field, messages at the field."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from PySide6 import QtCore
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.compact import is_compact
from leertraject_desktop.ui.kit.editor import Editor
from leertraject_desktop.ui.kit.labels import Icon, Label
from leertraject_desktop.ui.kit.tab_order import ReadingOrder, bring_in_sight

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from leertraject_desktop.ui.kit.notice import FieldMessage

T = TypeVar("T")
Rows = Sequence[Sequence[str]]


class Field(NamedTuple):
    """One field: the name it has in the dataclass, the label, and the editor.

    `width` in logical pixels for a field that is narrower than its place; 0 fills the place.
    """

    name: str
    label: str
    editor: Editor
    hint: str = ""
    optional: bool = False
    width: int = 0


class _FieldLabel(Label):
    """A click on the label goes to the field."""

    def __init__(self, text: str, editor: Editor) -> None:
        super().__init__(text, weight=tokens.STRONG)
        self.setBuddy(editor)
        self._editor = editor

    def mousePressEvent(self, event: "QMouseEvent") -> None:
        self._editor.setFocus(QtCore.Qt.FocusReason.MouseFocusReason)


class FieldNote(QWidget):
    """A small line under a field: why it was filled in, or what belongs to the choice."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(6)
        self._icon = Icon("history", "text2", 12)
        self._text = Label("", "text2", size=tokens.SMALL, wrap=True)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        self.hide()

    def show_note(self, text: str, icon: str) -> None:
        """Say something; "" takes the line away."""
        self._text.setText(text)
        self._icon.show_icon(icon)
        self.setVisible(bool(text))


class FieldBox(QWidget):
    """A label above, a hint, the editor, and below it why it was filled in or what is wrong."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        field.editor.set_name(field.name, field.label)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if field.label:
            head = QHBoxLayout()
            head.setSpacing(tokens.ICON_TO_TEXT)
            head.addWidget(_FieldLabel(field.label, field.editor))
            if field.optional:
                head.addWidget(Label("mag leeg blijven", "text3", size=tokens.SMALL))
            head.addStretch(1)
            column.addLayout(head)
        if field.hint:
            hint = Label(field.hint, "text3", size=tokens.SMALL, wrap=True)
            column.addWidget(hint)
            field.editor.control.setAccessibleDescription(field.hint)
        if field.label or field.hint:
            column.addSpacing(tokens.LABEL_TO_FIELD)
        if field.width:
            field.editor.set_width(field.width)
            column.addWidget(field.editor, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        else:
            column.addWidget(field.editor)
        self._column = column
        self._note: FieldNote | None = None
        self._message: FieldMessage | None = None
        self._place_of_message: QBoxLayout = column
        field.editor.changed.connect(self.clear_problem)

    @property
    def note(self) -> FieldNote:
        """The line that says why the field was filled in; made when it is first needed, as few fields are."""
        if self._note is None:
            self._note = FieldNote()
            under = self._message is not None and self._column.indexOf(self._message) >= 0
            self._column.insertWidget(self._column.count() - under, self._note)
        return self._note

    def put_message_in(self, place: QBoxLayout | None) -> None:
        """Where a message goes: below the row of the field, or, with None, below the field itself."""
        self._place_of_message = self._column if place is None else place
        if self._message is not None:
            self._place_of_message.addWidget(self._message)

    @property
    def message(self) -> "FieldMessage":
        """What is wrong with the field; made when it is first needed."""
        if self._message is None:
            from leertraject_desktop.ui.kit.notice import (
                FieldMessage,  # here, as a login begins without faults
            )

            self._message = FieldMessage()
            self._place_of_message.addWidget(self._message)
        return self._message

    def show_problem(self, problem: Problem) -> None:
        """Put the message here, and the cursor in the field."""
        self.message.show_problem(problem)
        self.field.editor.set_wrong(True, f"{problem.what} {problem.remedy}")
        self.field.editor.setFocus()
        QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        walk = self.parentWidget()
        while walk is not None and not isinstance(walk, QScrollArea):
            walk = walk.parentWidget()
        if walk is not None:
            walk.ensureWidgetVisible(self, 0, 8)
            walk.ensureWidgetVisible(self.message, 0, 8)

    def clear_problem(self) -> None:
        """Take the message away."""
        if self._message is not None and not self._message.isHidden():
            self._message.hide()
            self.field.editor.set_wrong(False, self.field.hint)


class Form(ReadingOrder, Generic[T]):
    """The editors of one dataclass. `changed` comes whenever the user changes something.

    `rows` puts fields beside each other by name; without it each has a row of its own. `compact_rows` is used
    while the window is narrower than 1000 logical pixels.
    """

    changed = Signal()

    def __init__(
        self,
        kind: type[T],
        fields: Sequence[Field],
        *,
        rows: Rows = (),
        compact_rows: Rows = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        _check(kind, fields)
        self._kind = kind
        self.boxes = {field.name: FieldBox(field, self) for field in fields}
        self._rows = _whole(rows or [[field.name] for field in fields], self.boxes)
        self._compact_rows = _whole(compact_rows or self._rows, self.boxes)
        self._is_compact: bool | None = None
        from leertraject_desktop.ui.kit.notice import Notice

        self.foot = Notice()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(tokens.FIELD_TO_FIELD)
        self._lines: list[QBoxLayout] = []
        self._row_notes: dict[str, FieldNote] = {}
        self._place(self._rows)
        for box in self.boxes.values():
            box.field.editor.changed.connect(self._changed)
        self._shown = self._raw()

    def value(self) -> T:
        """What the user filled in. Raises a Problem that names the field."""
        values = {}
        for name, box in self.boxes.items():
            try:
                values[name] = box.field.editor.value()
            except Problem as problem:
                raise Problem(problem.what, problem.remedy, veld=name) from None
        return self._kind(**values)

    def read(self) -> T | None:
        """Like `value`, but a Problem is shown at its field; then the answer is None."""
        self.clear_problems()
        try:
            return self.value()
        except Problem as problem:
            self.show_problem(problem)
            return None

    def show_value(self, value: T) -> None:
        """Show what was kept; the form is clean after it."""
        for name, box in self.boxes.items():
            box.field.editor.show_value(getattr(value, name))
        self.clear_problems()
        self.set_clean()

    def editor(self, name: str) -> Editor:
        """The editor of a field."""
        return self.boxes[name].field.editor

    def is_dirty(self) -> bool:
        """Whether something differs from what was last shown or kept."""
        return self._raw() != self._shown

    def set_clean(self) -> None:
        """What stands there now is kept."""
        self._shown = self._raw()

    def show_problem(self, problem: Problem) -> None:
        """Put the message at the field that it names, or at the foot of the form."""
        self.clear_problems()
        if problem.veld in self.boxes:
            self.boxes[problem.veld].show_problem(problem)
        else:
            self.foot.show_problem(problem)

    def show_note(self, name: str, text: str, icon: str = "history", *, whole_row: bool = False) -> None:
        """Say under a field, or under the whole row that it stands in, why it was filled in."""
        (self._row_note(name) if whole_row else self.boxes[name].note).show_note(text, icon)

    def forbid(self, why: str) -> None:
        """Show what was kept to somebody who may not change it, and say why; text can still be copied."""
        for box in self.boxes.values():
            box.field.editor.forbid(why)

    def set_field_visible(self, name: str, visible: bool) -> None:
        """Hide a field that does not apply; its value stays part of the form's."""
        self.boxes[name].setVisible(visible)

    def clear_problems(self) -> None:
        """Take all messages away."""
        for box in self.boxes.values():
            box.clear_problem()
        self.foot.clear()

    def focus_first(self) -> None:
        """Put the cursor in the first field that is shown."""
        names = [name for row in self._rows for name in row]
        first = next((name for name in names if not self.boxes[name].isHidden()), names[0])
        editor = self.editor(first)
        editor.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
        bring_in_sight(editor)
        if isinstance(editor.control, QLineEdit):  # also when it had the keyboard before it was filled
            editor.control.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = is_compact(self)
        if compact != self._is_compact:
            self._is_compact = compact
            if self._compact_rows != self._rows:
                self._place(self._compact_rows if compact else self._rows)

    def _place(self, rows: Rows) -> None:
        for line in self._lines:
            _empty(line)
            self._column.removeItem(line)
        for note in (*self._row_notes.values(), self.foot):
            self._column.removeWidget(note)
        self._lines = []
        for row in rows:
            line = QHBoxLayout()
            line.setSpacing(16)
            for name in row:
                box = self.boxes[name]
                # A message under a field that stands alone may be as wide as the form.
                wide = len(row) == 1 or not box.field.width
                line.addWidget(box, 1 if wide else 0, QtCore.Qt.AlignmentFlag.AlignTop)
            narrow = len(row) > 1 and all(self.boxes[name].field.width for name in row)
            if narrow:
                line.addStretch(1)
            with_notes = QVBoxLayout()
            with_notes.setSpacing(0)
            with_notes.addLayout(line)
            for name in row:  # below two days beside each other a message would be five short lines
                self.boxes[name].put_message_in(with_notes if narrow else None)
            for name in row:
                if name in self._row_notes:
                    with_notes.addWidget(self._row_notes[name])
            self._column.addLayout(with_notes)
            self._lines.append(with_notes)
        self._column.addWidget(self.foot)

    def _row_note(self, name: str) -> FieldNote:
        if name not in self._row_notes:
            self._row_notes[name] = FieldNote()
            self._place(self._compact_rows if self._is_compact else self._rows)
        return self._row_notes[name]

    def _changed(self) -> None:
        self.changed.emit()

    def _raw(self) -> list[Any]:
        values: list[Any] = []
        for box in self.boxes.values():
            try:
                values.append(box.field.editor.value())
            except Problem as problem:
                values.append((problem.what, problem.remedy))
        return values


def _check(kind: type[Any], form_fields: Sequence[Field]) -> None:
    from dataclasses import fields, is_dataclass  # the fields of the login belong to none

    if not is_dataclass(kind):
        raise TypeError(f"{kind.__name__} is not a dataclass")
    wanted = {field.name for field in fields(kind) if field.init}
    given = [field.name for field in form_fields]
    if set(given) != wanted or len(given) != len(wanted):
        missing, surplus = sorted(wanted - set(given)), sorted(set(given) - wanted)
        raise TypeError(f"the form does not match {kind.__name__}: missing {missing}, unknown {surplus}")


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (inner := item.layout()) is not None:
            _empty(inner)


def _whole(rows: Rows, boxes: dict[str, FieldBox]) -> list[list[str]]:
    placed = [list(row) for row in rows]
    names = [name for row in placed for name in row]
    if sorted(names) != sorted(boxes):
        raise TypeError(f"the rows do not hold every field once: {names}")
    return placed

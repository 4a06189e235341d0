"""Keeps what is typed in a form as a draft, so that a crash, a lock or a telephone call loses nothing."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimerEvent, Signal
from PySide6.QtWidgets import QWidget

from leertraject_desktop.domain.datums import toon_dag
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.concepten.concepten import bewaar_concept, concept, gooi_concept_weg
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.ui.kit.editor import Editor
from leertraject_desktop.ui.kit.form import Form
from leertraject_desktop.ui.kit.screen import Context, Target

WAIT_MS = 1500


def place_of(target: Target) -> str:
    """The place under which the draft of a form is kept: "nieuwe_vraag", "vraag:12"."""
    return target.place if target.id is None else f"{target.place}:{target.id}"


def target_of(place: str) -> Target:
    """The form that a draft belongs to, for "Verder waar je was"."""
    name, _, row = place.partition(":")
    return Target(name, int(row) if row.isdigit() else None)


class Drafts(QObject):
    """The draft of one form. It is written 1.5 seconds after the last change and never stops the typing.

    `saved(words)` gives "Concept bewaard om 10:43"; `failed(Problem)` says that the draft could not be
    written, once. A field whose content cannot be read (half a date) stays out of the draft. The window finds
    every open one with `findChildren(Drafts)` to `flush()` them before it locks.
    """

    saved = Signal(str)
    failed = Signal(Problem)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._editors: dict[str, Editor] = {}
        self._place = ""
        self._timer = 0
        self._kept = False
        self._broken = False

    def bind(self, fields: Form[Any] | Mapping[str, Editor], place: str) -> str:
        """Keep the draft of these editors under `place`, and show the one that is there.

        Returns when that one was kept ("10:43", or "23-11 om 10:43"), or "" when there was none.
        """
        if isinstance(fields, Form):
            self._editors = {name: box.field.editor for name, box in fields.boxes.items()}
            fields.changed.connect(self._changed)
            self._watch(fields)
        else:
            self._editors = dict(fields)
            for editor in self._editors.values():
                editor.changed.connect(self._changed)
                self._watch(editor)
        return self.move_to(place)

    def move_to(self, place: str) -> str:
        """Keep the draft under another place from now on, and show the one that is there, as `bind` does."""
        self._stop()
        self._place = place
        found = self._context.store.read(concept, place)
        self._kept = found is not None
        if found is None:
            return ""
        for name, value in found.inhoud.items():
            if name in self._editors:
                self._editors[name].show_value(_read(value))
        return when(found.bewaard_op, self._context.store.read(vandaag))

    def forget(self) -> None:
        """The form was kept, or the user threw the draft away."""
        self._stop()
        if self._kept:
            self._kept = False
            try:
                self._context.store.write(gooi_concept_weg, self._place)
            except Problem as problem:
                self.failed.emit(problem)

    def flush(self) -> None:
        """Write at once what still waits, for instance before the window locks."""
        if self._timer:
            self._stop()
            self._save()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.flush()
        return False

    def timerEvent(self, event: QTimerEvent) -> None:
        if event.timerId() == self._timer:
            self.flush()

    def _watch(self, widget: QWidget) -> None:
        widget.installEventFilter(self)

    def _changed(self) -> None:
        self._stop()
        self._timer = self.startTimer(WAIT_MS)

    def _stop(self) -> None:
        if self._timer:
            self.killTimer(self._timer)
            self._timer = 0

    def _save(self) -> None:
        inhoud: dict[str, object] = {}
        for name, editor in self._editors.items():
            try:
                inhoud[name] = _written(editor.value())
            except Problem:
                continue
        try:
            moment = self._context.store.write(bewaar_concept, self._place, inhoud)
        except Problem as problem:
            if not self._broken:
                self._broken = True
                self.failed.emit(problem)
            return
        self._kept, self._broken = True, False
        self.saved.emit(f"Concept bewaard om {when(moment, local_time(moment).date())}")


def when(moment: datetime, today: date) -> str:
    """A moment in UTC on the user's clock: "10:43" today, else "23-11 om 10:43"."""
    local = local_time(moment)
    clock = f"{local.hour}:{local.minute:02d}"
    return clock if local.date() == today else f"{toon_dag(local)} om {clock}"


def local_time(moment: datetime) -> datetime:
    """A moment in UTC, as the database keeps it, on the clock of this computer."""
    return moment.replace(tzinfo=UTC).astimezone()


def _written(value: object) -> object:
    """A value as JSON can hold it; a day and a time are marked, so that they come back as what they were."""
    if isinstance(value, date):
        return {"dag": value.isoformat()}
    if isinstance(value, time):
        return {"tijd": value.isoformat()}
    if isinstance(value, tuple):
        return list(value)
    return value


def _read(value: object) -> object:
    if isinstance(value, dict):
        if "dag" in value:
            return date.fromisoformat(value["dag"])
        return time.fromisoformat(value["tijd"])
    return value

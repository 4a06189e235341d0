"""The dialog at a bug: what was kept, and the report to pass on; apart, as the login seldom needs it."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.labels import Label


class CrashDialog(QDialog):
    """Says that the program made a mistake, what was kept, and shows the report to copy."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Leertraject")
        self.resize(560, 360)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(Label("Er ging iets mis in het programma.", size=tokens.TITLE, weight=tokens.STRONG))
        column.addWidget(
            Label(
                "Wat je bewaarde, is bewaard. Werk verder, of sluit het programma en open het opnieuw. "
                "Bezorg dit verslag aan Vocvo. Er staan geen namen of gegevens in.",
                wrap=True,
            )
        )
        self.report = QPlainTextEdit(text)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName("Verslag")
        column.addWidget(self.report, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        copy = Button("Kopieer het verslag", icon="copy")
        go_on = Button("Werk verder", kind="primary")
        copy.clicked.connect(self._copy)
        go_on.clicked.connect(self.accept)
        row.addWidget(copy)
        row.addWidget(go_on)
        column.addLayout(row)
        go_on.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())

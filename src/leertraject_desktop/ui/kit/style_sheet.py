"""The one style sheet, made from the colours; what the kit paints itself does not stand here."""

import re

from leertraject_desktop.ui.kit.tokens import DARK, DARK_STRONG, Colours

_SHEET = """
QToolTip { background: $surface; color: $text; border: 1px solid $line2; padding: 4px 8px; }

QLabel { background: transparent; color: $text; }
QLabel[tone="text2"] { color: $text2; }
QLabel[tone="text3"] { color: $text3; }
QLabel[tone="accent_text"] { color: $accent_text; }
QLabel[tone="on_accent"] { color: $on_accent; }
QLabel[tone="amber"] { color: $amber; }
QLabel[tone="red"] { color: $red; }

QLineEdit, QPlainTextEdit, QSpinBox {
    background: $field; color: $text; border: 1px solid $control; border-radius: 4px;
    selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $text3;
}
QLineEdit { min-height: 30px; max-height: 30px; padding: 0 6px; }
QSpinBox { min-height: 30px; max-height: 30px; padding: 0; }
QSpinBox QLineEdit { border: none; background: transparent; min-height: 0; padding: 0; }
QSpinBox::up-button, QSpinBox::down-button { width: 24px; border: none; background: transparent; }
QSpinBox::up-arrow, QSpinBox::down-arrow { image: none; width: 0; height: 0; }
QPlainTextEdit { padding: 3px 4px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled {
    background: $sunken; color: $text2; border-color: $line2;
}
QLineEdit:read-only, QPlainTextEdit:read-only { background: $sunken; }
QLineEdit[wrong="true"] { border: 2px solid $red; padding: 0 5px; min-height: 28px; max-height: 28px; }
QPlainTextEdit[wrong="true"] { border: 2px solid $red; padding: 2px 3px; }
QSpinBox[wrong="true"] { border: 2px solid $red; min-height: 28px; max-height: 28px; }
QLineEdit[top_bar="true"] { background: $bar_field; border-color: $bar_border; }

QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView, QListView[popup="true"] {
    background: $surface; color: $text; border: 1px solid $line2; border-radius: 4px; padding: 3px;
    outline: none;
}

QAbstractItemView { background: $surface; border: none; outline: none; }
QListView[clear="true"] { background: transparent; }
QTreeView { show-decoration-selected: 1; }
QTableCornerButton::section { background: $sunken; border: none; }
QHeaderView { background: $sunken; border: none; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[clear="true"] { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $line2; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: $surface; color: $text; border: 1px solid $line2; padding: 4px; }
QMenu::item {
    min-height: 24px; padding: 2px 22px 2px 10px; border: 2px solid transparent; border-radius: 4px;
}
QMenu::item:selected { background: $accent_soft; color: $text; border-color: $focus; }
QMenu::item:disabled { color: $text3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }

QCalendarWidget QWidget { background: $surface; color: $text; alternate-background-color: $surface; }
QCalendarWidget QAbstractItemView {
    background: $surface; color: $text; selection-background-color: $accent; selection-color: $on_accent;
}
QCalendarWidget QAbstractItemView:disabled { color: $text3; }
QCalendarWidget QToolButton {
    background: transparent; color: $text; border: none; border-radius: 4px; padding: 4px 8px;
    font-weight: 600;
}
QCalendarWidget QToolButton:hover, QCalendarWidget QToolButton:focus { background: $accent_soft; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QSpinBox { min-height: 24px; max-height: 24px; }

QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QTextBrowser { background: $surface; border: none; }
"""


def style_sheet(colours: Colours) -> str:
    """The style sheet of the whole application, in the given colours."""
    dark = colours in (DARK, DARK_STRONG)
    values = {
        **vars(colours),
        "bar_field": colours.field if dark else colours.bg,
        "bar_border": colours.control if dark else colours.line2,
    }
    return re.sub(r"\$(\w+)", lambda name: values[name[1]], _SHEET)

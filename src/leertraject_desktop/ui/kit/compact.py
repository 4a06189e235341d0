"""Whether the small form applies: a window narrower than 1000 logical pixels, or than 800."""

from PySide6.QtWidgets import QWidget

from leertraject_desktop.ui.kit import tokens


def is_compact(widget: QWidget) -> bool:
    """Whether the window of this widget is a small one."""
    return widget.window().width() < tokens.COMPACT_BELOW


def is_narrow(widget: QWidget) -> bool:
    """Whether its window is narrower still: a small screen at twice the size."""
    return widget.window().width() < tokens.NARROW_BELOW


def is_low(widget: QWidget) -> bool:
    """Whether its window is so low that what can be missed must make room, as at twice the size."""
    return widget.window().height() < tokens.LOW_BELOW


def page_margin(widget: QWidget) -> int:
    """The margin at the left and right of a page: 24, or 16 in a small window."""
    return tokens.PAGE_MARGIN_COMPACT if is_compact(widget) else tokens.PAGE_MARGIN

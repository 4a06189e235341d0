"""What is cut off with … is shown whole in a tool tip; a screen reader gets the whole anyway."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_SHOWN = "whole_text"
_LONG, _MOST = 80, 2000


def tell_whole(widget: "QWidget", text: str, *, cut: bool) -> None:
    """Give a widget its text as tool tip while it is cut off; another tool tip stays while it is not."""
    if cut:
        widget.setProperty(_SHOWN, True)
        widget.setToolTip(as_tip(text))
    elif widget.property(_SHOWN):
        widget.setProperty(_SHOWN, False)
        widget.setToolTip("")


def as_tip(text: str) -> str:
    """A text for a tool tip: never read as markup, and over more lines when it is long."""
    if len(text) <= _LONG and "<" not in text:
        return text
    from html import escape  # here, as it loads every name of a character and the login cuts nothing off

    shown = escape(text if len(text) <= _MOST else f"{text[:_MOST]}…", quote=False)
    return "<p>" + shown.replace("\n", "<br>") + "</p>"

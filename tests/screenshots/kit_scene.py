"""What all scenes of the gallery have: the frame of the program, with a made-up user."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from leertraject_desktop.ui.kit.frame import Frame
from leertraject_desktop.ui.kit.navigation import NavItem

PLACES_OF_THE_PROGRAM = [
    NavItem("start", "Start", "house", "Ctrl+1", "1", 0),
    NavItem("deelnemers", "Deelnemers", "users", "Ctrl+2", "2", 1),
    NavItem("vragen", "Vragen", "message-circle-question-mark", "Ctrl+3", "3", 1),
    NavItem("begeleiding", "Begeleiding", "route", "Ctrl+4", "4", 1),
    NavItem("aanbod", "Aanbod", "calendar-days", "Ctrl+5", "5", 2),
    NavItem("nt2", "NT2", "languages", "Ctrl+6", "6", 2),
    NavItem("toolbox", "Toolbox", "clipboard-list", "Ctrl+7", "7", 3),
    NavItem("handboek", "Handboek", "book-open", "Ctrl+8", "8", 3),
    NavItem("cijfers", "Cijfers", "chart-column", "Ctrl+9", "9", 4),
    NavItem("levering", "Levering", "send", "Ctrl+0", "0", 4),
]


HULP = [NavItem("hulp", "Hulp", "life-buoy", "F1", "F1")]


class Scene(Frame):
    """A frame with a page, and what must happen once it is on the screen."""

    def __init__(self, page: QWidget, key: str, then: Callable[[], object] | None = None) -> None:
        super().__init__(PLACES_OF_THE_PROGRAM, HULP, place="Brugge", user="An Baert")
        self._then = then
        self.show_page(page, key)
        self.status.show_saved("Alles bewaard om 10:42")
        self.status.show_backup("Reservekopie: gisteren 16:58")
        self.status.show_lock("Vergrendelt na 5 minuten zonder gebruik")

    def ready(self) -> None:
        """Do what must happen."""
        if self._then is not None:
            self._then()

"""What was half typed in a form of a dossier is there again after the program was locked or killed."""

import pytest
from PySide6.QtCore import Qt
from tests.journeys.hands import CTRL, SHIFT, Hands
from tests.journeys.test_first_month import User

from leertraject_desktop.features.concepten.concepten import concepten
from leertraject_desktop.features.doorverwijzingen.lijst import doorverwijzingen
from leertraject_desktop.features.toestemmingen.commands import nieuwe_toestemming
from leertraject_desktop.features.toestemmingen.invoer import ToestemmingInvoer
from leertraject_desktop.ui.kit.screen import Target


@pytest.fixture
def user(start, keyboard, clock, qtbot) -> User:
    return User(start, keyboard, clock, qtbot)


def test_a_referral_that_was_being_typed_goes_on_after_a_lock_and_is_dropped_once_kept(
    user: User, hands: Hands
) -> None:
    user.program.window.resize(1366, 697)
    user.first_start()
    user.log_in()
    hands.press(Qt.Key.Key_N, CTRL | SHIFT)
    hands.fill("Voornaam", "Youssef")
    hands.fill("Familienaam", "El Amrani")
    hands.keep()
    user.store.write(nieuwe_toestemming, 1, ToestemmingInvoer("vdab", "gegevens"))
    user.work.go(Target("dossier", 1, "partners"))
    hands.push("Nieuwe doorverwijzing")
    hands.fill("Vraag aan de partner", "Kan hij na zijn vrijlating lass")
    hands.press(Qt.Key.Key_L, CTRL)

    user.log_in()
    assert [draft.plaats for draft in user.store.read(concepten)] == ["doorverwijzing:1"]
    hands.to("Verder: Doorverwijzing, Youssef El Amrani")
    hands.press(Qt.Key.Key_Return)
    hands.choose("Partner", "vd")
    hands.to("Vraag aan de partner")
    hands.press(Qt.Key.Key_End, CTRL)
    hands.type("en?")
    hands.keep()
    (referral,) = user.store.read(doorverwijzingen, 1)
    assert referral.vraag == "Kan hij na zijn vrijlating lassen?"
    assert user.store.read(concepten) == []

"""From a plan, a list and the form for somebody new to what comes of them: paper, one dossier of two."""

from datetime import date

from PySide6.QtCore import Qt
from tests.journeys.hands import CTRL, SHIFT, words

from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer
from leertraject_desktop.features.deelnemers.dossier import deelnemer_invoer
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.features.deelnemers.lijst import aantal_hier
from leertraject_desktop.features.informatievragen.lijst import VraagFilter, vraag_ids, vraag_rijen
from leertraject_desktop.features.papier.pictures import page_count, page_text
from leertraject_desktop.ui.kit.print_preview import PrintPreview
from leertraject_desktop.ui.kit.screen import Target


def somebody(store, voornaam, familienaam):
    return store.write(
        nieuwe_deelnemer,
        NieuweDeelnemer(voornaam=voornaam, familienaam=familienaam, geboortedatum=date(1990, 5, 17),
                        verblijf_van=date(2026, 2, 4)),
    )  # fmt: skip


def paper(window, qtbot, file):
    """What the preview on the screen keeps as a file."""
    qtbot.waitUntil(lambda: len(window.findChildren(PrintPreview)) == 1)
    (preview,) = window.findChildren(PrintPreview)
    preview.save(file)
    return file.read_bytes()


def test_my_plan_is_printed_for_the_person_without_staff_and_for_the_file_with_them(
    window, hands, store, qtbot, tmp_path
):
    youssef = somebody(store, "Youssef", "El Amrani")
    window.go(Target("dossier", youssef, "begeleiding"))
    hands.push("Start een begeleiding")
    hands.fill("Leervraag", "Wil leren lassen.")
    hands.keep()
    hands.push("Nieuw leerdoel")
    hands.type("Certificaat lassen")
    hands.press(Qt.Key.Key_Return)
    window.go(Target("dossier", youssef, "papieren"))
    texts = []
    for button in ("Voor de deelnemer", "Voor het dossier"):
        hands.push(button)
        pdf = paper(window, qtbot, tmp_path / f"{button}.pdf")
        texts.append(page_text(pdf))
        hands.press(Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not window.findChildren(PrintPreview))
    staff = store.wie.naam
    assert all("Certificaat lassen" in text and "Youssef El Amrani" in text for text in texts)
    assert [staff in text for text in texts] == [False, True]


def test_the_intake_forms_of_fifty_people_come_in_one_file(window, hands, qtbot, store, tmp_path):
    for number in range(50):
        somebody(store, f"Deelnemer {number:02}", "Peeters")
    window.go(Target("deelnemers"))
    hands.press(Qt.Key.Key_I, CTRL)
    assert "Intakes in één bestand" in words(window)
    hands.keep()
    assert window.context.jobs.wait(60)
    pdf = paper(window, qtbot, tmp_path / "intakes.pdf")
    assert page_count(pdf) == 100
    assert [f"Deelnemer {n:02} Peeters" in page_text(pdf, 2 * n) for n in (0, 24, 49)] == [True] * 3


def test_who_is_typed_again_is_warned_of_then_merged_and_parted_again(window, hands, store, qtbot):
    yusuf = somebody(store, "Yusuf", "Elamrani")
    hands.press(Qt.Key.Key_N, CTRL | SHIFT)
    hands.fill("Voornaam", "Youssef")
    hands.fill("Familienaam", "El Amrani")
    qtbot.waitUntil(lambda: "Misschien heeft deze persoon al een dossier: Elamrani" in words(window))
    hands.keep()  # the user does not believe it
    youssef = yusuf + 1
    assert store.read(deelnemer_invoer, youssef).geboortedatum is None
    hands.press(Qt.Key.Key_N, CTRL)
    hands.choose("Onderwerp", "o")
    hands.fill("Vraag", "Kan ik leren lassen?")
    hands.keep()

    window.go(Target("dossier", youssef, "gegevens"))
    hands.push("Samenvoegen met een ander dossier")
    hands.push("Elamrani, Yusuf")
    hands.keep()
    assert store.read(aantal_hier) == 1
    assert store.read(deelnemer_invoer, youssef).geboortedatum == date(1990, 5, 17)
    hands.undo()
    assert store.read(aantal_hier) == 2
    assert store.read(deelnemer_invoer, youssef).geboortedatum is None
    assert store.read(deelnemer_invoer, yusuf).familienaam == "Elamrani"
    (vraag,) = store.read(vraag_rijen, store.read(vraag_ids, VraagFilter("")))
    assert vraag.naam == "El Amrani, Youssef"

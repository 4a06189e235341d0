"""On a full disk a tick in a dossier is not kept, and the user reads why."""

from datetime import date

from tests.storage.test_disk import no_file_larger_than

from leertraject_desktop.features.nazorg.lijst import checklist
from leertraject_desktop.features.taken.commands import TaakInvoer, nieuwe_taak
from leertraject_desktop.ui.kit.mark_editors import CheckBox
from leertraject_desktop.ui.kit.screen import Target

NOT_KEPT = "Dit is niet bewaard: er is geen plaats meer op de schijf of de schijf antwoordt niet."


def test_a_task_that_cannot_be_ticked_on_a_full_disk_says_so_at_the_foot(page, store, youssef):
    task = store.write(nieuwe_taak, TaakInvoer("Bel de dienst", date(2026, 11, 24), deelnemer_id=youssef))
    page.show_target(Target("dossier", youssef, "overzicht"))
    failed = []
    page.failed.connect(failed.append)
    with no_file_larger_than(4096):
        page.what_now.acted.emit("taak", task)
    assert [problem.what for problem in failed] == [NOT_KEPT]


def test_a_point_that_cannot_be_ticked_on_a_full_disk_stays_open_and_says_so(page, store, youssef):
    page.show_target(Target("dossier", youssef, "partners"))
    box = next(one for one in page.partners.findChildren(CheckBox, "punt_leerplan_mee") if one.isVisible())
    with no_file_larger_than(4096):
        box.click()
    assert not box.isChecked() and page.partners.notice.text().startswith(NOT_KEPT)
    assert store.read(checklist, youssef).gedaan == 0

"""The recovery sheet that is printed before there is any data."""

from pathlib import Path

from tests.conftest import FAST

from leertraject_desktop.features.gebruikers.toegang import herstel_toegang, nieuw_herstelblad
from leertraject_desktop.storage.database import Eigenaar, create, open_store
from leertraject_desktop.storage.herstelsleutel import groep_klopt, splits


def test_the_sheet_of_the_first_start_opens_the_data_that_was_made_after_it(tmp_path: Path):
    path = tmp_path / "gent.leertraject"
    blad = nieuw_herstelblad("Gent")
    create(
        path,
        "GEN",
        Eigenaar("an", "An Baert"),
        "vier fietsen langs de vaart",
        kdf=FAST,
        recovery=blad.sleutel,
    )
    herstel_toegang(path, " ".join(blad.groepen).lower(), "an", "zes stoelen onder het dak", kdf=FAST)
    with open_store(path, "an", "zes stoelen onder het dak") as store:
        assert store.wie.gevangenis == "GEN"


def test_each_group_of_the_sheet_tells_by_itself_whether_it_was_typed_well():
    blad = nieuw_herstelblad("Gent")
    for nummer, groep in enumerate(blad.groepen, start=1):
        assert groep_klopt(nummer, groep.lower()) and not groep_klopt(nummer, groep[:-1])
    assert splits(blad.qr) == list(blad.groepen)
    assert not groep_klopt(1, "!?!?!")

"""Two dossiers of one person become one: nothing registered is lost, and one undo brings both back."""

from datetime import date

import pytest
from sqlalchemy import select, text

from leertraject_desktop.domain.doorverwijzing import Verwijsstand
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.begeleidingen.invoer import BegeleidingInvoer, ContactInvoer
from leertraject_desktop.features.begeleidingen.opvolging import opvolgmomenten
from leertraject_desktop.features.begeleidingen.plan import nieuw_contactmoment
from leertraject_desktop.features.begeleidingen.verloop import rond_af, start_begeleiding
from leertraject_desktop.features.deelnemers.commands import (
    nieuw_verblijf,
    nieuwe_deelnemer,
    noteer_vertrek,
    zet_statuut,
)
from leertraject_desktop.features.deelnemers.dossier import deelnemer_invoer, dossierkop, verblijven
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer, VerblijfInvoer
from leertraject_desktop.features.deelnemers.samenvoegen import WAT_VERHUIST, samenvoeging, voeg_samen
from leertraject_desktop.features.doorverwijzingen.commands import nieuwe_doorverwijzing
from leertraject_desktop.features.doorverwijzingen.invoer import DoorverwijzingInvoer
from leertraject_desktop.features.doorverwijzingen.lijst import doorverwijzingen
from leertraject_desktop.features.ondersteuning.ondersteuning import (
    OndersteuningInvoer,
    nieuwe_ondersteuning,
    ondersteuning,
)
from leertraject_desktop.features.taken.commands import TaakInvoer, nieuwe_taak
from leertraject_desktop.features.toestemmingen.commands import nieuwe_toestemming, trek_toestemming_in
from leertraject_desktop.features.toestemmingen.invoer import ToestemmingInvoer
from leertraject_desktop.storage.base import Base, Geregistreerd
from leertraject_desktop.storage.tables import Deelnemer, Taak, Verwijdering


@pytest.fixture
def jousef(store):
    """The same person as Youssef, entered again under another spelling, with the same stay and a taak."""
    invoer = NieuweDeelnemer(
        voornaam="Jousef",
        familienaam="El Amrani",
        geboortedatum=date(1990, 5, 17),
        contacttaal="fr",
        statuut="B",
        verblijf_van=date(2026, 2, 4),
        afdeling="Mannen 1",
    )
    made = store.write(nieuwe_deelnemer, invoer)
    store.write(nieuwe_taak, TaakInvoer("Attest vragen", date(2026, 11, 30), "", made))
    store.write(zet_statuut, made, "V", date(2026, 6, 1))
    return made


def everything(store):
    """All rows of all tables, without what counts changes."""

    def read(session):
        found = {}
        for table in Base.metadata.sorted_tables:
            if not table.name.startswith("logboek"):
                rows = session.execute(select(table)).mappings().all()
                found[table.name] = sorted(
                    str({name: value for name, value in row.items() if name != "revisie"}) for row in rows
                )
        return found

    return store.read(read)


def test_the_preview_says_what_differs_what_moves_and_what_is_there_already(store, youssef, jousef):
    found = store.read(samenvoeging, youssef, jousef)
    assert (found.blijft, found.verdwijnt) == (
        "Youssef El Amrani, nummer 0001",
        "Jousef El Amrani, nummer 0002",
    )
    assert [(row.label, row.blijft, row.verdwijnt) for row in found.verschillen] == [
        ("Voornaam", "Youssef", "Jousef")
    ]
    assert found.verhuist == ("1 taal", "1 statuut", "1 taak")
    assert found.weggelaten == (
        "het verblijf in Brugge vanaf 4-2-2026: staat er al",
        "het statuut beklaagde vanaf 4-2-2026: veroordeelde blijft",
    )
    assert found.bezwaren == ()


def test_all_that_hangs_on_one_dossier_moves_to_the_other(store, youssef, jousef):
    assert store.write(voeg_samen, youssef, jousef, {"voornaam": "verdwijnt"}) == 3
    kop = store.read(dossierkop, youssef)
    assert (kop.naam, kop.statuut, kop.talen) == ("Jousef El Amrani", "veroordeelde", "Arabisch, Frans")
    assert (len(store.read(verblijven, youssef)), kop.afdeling) == (1, "Mannen 3")
    assert store.read(lambda s: s.scalars(select(Taak.deelnemer_id)).all()) == [youssef]
    assert store.read(lambda s: s.scalars(select(Deelnemer.id)).all()) == [youssef]
    assert store.read(lambda s: s.execute(text("PRAGMA foreign_key_check")).all()) == []


def test_that_a_double_was_removed_is_kept_without_what_stood_in_it(store, youssef, jousef):
    store.write(voeg_samen, youssef, jousef)
    rows = store.read(lambda s: [(r.tabel, r.aantal, r.reden) for r in s.scalars(select(Verwijdering))])
    assert rows == [("verblijf", 1, "dubbel"), ("statuut", 1, "dubbel"), ("deelnemer", 1, "dubbel")]


def test_one_undo_brings_both_dossiers_back_as_they_were(store, youssef, jousef):
    before = everything(store)
    store.write(voeg_samen, youssef, jousef, {"voornaam": "verdwijnt"})
    assert store.undo() == "dossiers samenvoegen"
    assert everything(store) == before


def test_what_is_not_known_of_the_one_comes_from_the_other(store, youssef, jousef):
    store.write(voeg_samen, jousef, youssef)
    kept = store.read(deelnemer_invoer, jousef)
    assert (kept.voornaam, kept.naam_eigen_schrift, kept.geslacht) == ("Jousef", "يوسف العمراني", "M")
    assert kept.opleidingsniveau == "bso2"


def test_a_begeleiding_comes_along_with_all_of_it(store, jousef, begeleiding, youssef):
    store.write(voeg_samen, jousef, youssef)
    assert store.read(dossierkop, jousef).begeleiding_id == begeleiding


def test_two_begeleidingen_that_run_in_one_prison_are_not_merged(store, youssef, begeleiding, jousef):
    store.write(start_begeleiding, BegeleidingInvoer(jousef, date(2026, 4, 1), "Lassen"))
    (bezwaar,) = store.read(samenvoeging, youssef, jousef).bezwaren
    with pytest.raises(Problem, match="In Brugge loopt in allebei de dossiers een begeleiding") as refused:
        store.write(voeg_samen, youssef, jousef)
    assert (refused.value.what, refused.value.remedy) == (bezwaar.what, bezwaar.remedy)
    assert store.read(dossierkop, jousef).naam == "Jousef El Amrani"


def test_stays_that_overlap_are_named_with_what_to_do(store, youssef, jousef):
    store.write(noteer_vertrek, jousef, date(2026, 5, 1), "overgeplaatst")
    store.write(nieuw_verblijf, jousef, VerblijfInvoer("GEN", date(2026, 5, 1), None, "", ""))
    store.write(noteer_vertrek, youssef, date(2026, 7, 1), "vrijgesteld")
    words = [bezwaar.what for bezwaar in store.read(samenvoeging, youssef, jousef).bezwaren]
    other = "valt samen met dat in Brugge vanaf 4-2-2026 tot 1-7-2026."
    assert words == [
        f"Het verblijf in Brugge vanaf 4-2-2026 tot 1-5-2026 {other}",
        f"Het verblijf in Gent vanaf 1-5-2026 {other}",
    ]


def test_a_stay_that_ended_in_one_dossier_only_ends_in_the_merged_one(store, youssef, jousef):
    store.write(noteer_vertrek, jousef, date(2026, 5, 1), "overgeplaatst")
    store.write(voeg_samen, youssef, jousef)
    (verblijf,) = store.read(verblijven, youssef)
    assert (verblijf.tot, verblijf.eindreden) == (date(2026, 5, 1), "overgeplaatst")


def test_a_double_that_was_made_later_during_the_same_stay_merges_into_it(store, youssef):
    double = store.write(
        nieuwe_deelnemer, NieuweDeelnemer("Amrani", "Yusuf", verblijf_van=date(2026, 11, 20))
    )
    before = everything(store)
    found = store.read(samenvoeging, double, youssef)
    assert found.bezwaren == ()
    assert "staat er al en krijgt als eerste dag 4-2-2026" in found.weggelaten[0]
    store.write(voeg_samen, double, youssef)
    assert [(stay.van, stay.tot) for stay in store.read(verblijven, double)] == [(date(2026, 2, 4), None)]
    store.undo()
    assert everything(store) == before


def test_nazorg_that_was_planned_in_both_stands_once(store, youssef, begeleiding, jousef):
    store.write(rond_af, begeleiding, date(2026, 10, 1))
    for deelnemer in (youssef, jousef):
        store.write(noteer_vertrek, deelnemer, date(2026, 11, 1), "vrijgesteld")
    before = everything(store)
    assert len(before["nazorgmoment"]) == 3
    store.write(voeg_samen, jousef, youssef)
    assert len(everything(store)["nazorgmoment"]) == 3
    store.undo()
    assert everything(store) == before


def test_a_dossier_is_not_merged_with_itself(store, youssef):
    with pytest.raises(Problem, match="hetzelfde dossier"):
        store.write(voeg_samen, youssef, youssef)


def test_everything_that_can_hang_on_a_dossier_has_its_words():
    tables = {
        mapper.local_table.name
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, Geregistreerd)
        for column in mapper.local_table.c
        if any(key.column.table.name == "deelnemer" for key in column.foreign_keys)
    }
    assert tables == set(WAT_VERHUIST)


def test_two_begeleidingen_of_the_same_time_stand_in_the_way(store, youssef, jousef):
    for deelnemer in (youssef, jousef):
        made = store.write(start_begeleiding, BegeleidingInvoer(deelnemer, date(2026, 3, 2)))
        store.write(rond_af, made, date(2026, 4, 1))
    with pytest.raises(Problem, match="vanaf 2-3-2026 valt samen"):
        store.write(voeg_samen, youssef, jousef)


@pytest.mark.parametrize(
    ("code", "van", "tot", "botst"),
    [
        ("lezen_schrijven", date(2026, 5, 1), None, True),
        ("lezen_schrijven", date(2026, 2, 10), date(2026, 3, 1), False),
        ("andere", date(2026, 5, 1), None, False),
    ],
)
def test_the_same_need_at_one_time_in_both_dossiers_is_settled_first(
    store, youssef, jousef, code, van, tot, botst
):
    for deelnemer, begin, einde in ((youssef, date(2026, 3, 1), None), (jousef, van, tot)):
        invoer = OndersteuningInvoer("ondersteuningsnood", code, "zelf", begin, einde, "met twee lezen")
        store.write(nieuwe_ondersteuning, deelnemer, invoer)
    bezwaren = [bezwaar.what for bezwaar in store.read(samenvoeging, youssef, jousef).bezwaren]
    if botst:
        what = "De ondersteuningsnood ‘hulp bij lezen en schrijven’ staat in allebei de dossiers."
        assert bezwaren == [what]
        with pytest.raises(Problem, match="allebei de dossiers"):
            store.write(voeg_samen, youssef, jousef)
    else:
        store.write(voeg_samen, youssef, jousef)
        assert (bezwaren, len(store.read(ondersteuning, youssef))) == ([], 2)


def consent(store, deelnemer, gegeven, tot=None, ingetrokken=None):
    """A toestemming to pass something on to the Leerwinkel; its id."""
    invoer = ToestemmingInvoer("leerwinkel_wvl", "gegevens", gegeven, tot)
    made = store.write(nieuwe_toestemming, deelnemer, invoer)
    if ingetrokken is not None:
        store.write(trek_toestemming_in, made, ingetrokken)
    return made


@pytest.mark.parametrize("here", [True, False])
def test_a_consent_that_was_withdrawn_in_one_dossier_is_settled_in_the_other_first(
    store, youssef, jousef, here
):
    one, other = (youssef, jousef) if here else (jousef, youssef)
    consent(store, one, date(2026, 3, 1), ingetrokken=date(2026, 11, 10))
    stands = consent(store, other, date(2026, 4, 1))
    with pytest.raises(Problem, match="op 10-11-2026 ingetrokken in een van de dossiers"):
        store.write(voeg_samen, youssef, jousef)
    store.write(trek_toestemming_in, stands)
    store.write(voeg_samen, youssef, jousef)


def test_who_signed_again_after_withdrawing_is_merged(store, youssef, jousef):
    consent(store, youssef, date(2026, 3, 1), ingetrokken=date(2026, 5, 10))
    consent(store, jousef, date(2026, 6, 1))
    assert store.read(samenvoeging, youssef, jousef).bezwaren == ()


def test_a_referral_stops_when_the_last_consent_was_withdrawn_in_the_other_dossier(store, youssef, jousef):
    consent(store, youssef, date(2026, 3, 1), tot=date(2026, 11, 21))
    store.write(nieuwe_doorverwijzing, youssef, DoorverwijzingInvoer("leerwinkel_wvl", date(2026, 11, 20)))
    consent(store, jousef, date(2026, 4, 1), ingetrokken=date(2026, 11, 23))
    store.write(voeg_samen, youssef, jousef)
    (referral,) = store.read(doorverwijzingen, youssef)
    assert referral.stand is Verwijsstand.INGETROKKEN


def test_a_conversation_in_one_dossier_is_the_review_that_was_due_in_the_other(
    store, youssef, begeleiding, jousef
):
    store.write(nieuw_contactmoment, jousef, ContactInvoer(date(2026, 11, 20), "opvolging"))
    store.write(voeg_samen, youssef, jousef)
    gedaan, te_doen = sorted(store.read(opvolgmomenten, begeleiding), key=lambda rij: rij.venster_van)
    assert (gedaan.gedaan_op, te_doen.venster_van) == (date(2026, 11, 20), date(2027, 9, 20))

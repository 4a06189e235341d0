"""All referrals stand in one list: what waits first, what is late, with whom, since when and how it ended."""

from datetime import date

import pytest

from leertraject_desktop.domain.doorverwijzing import Verwijsstand
from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.features.doorverwijzingen import commands, overzicht
from leertraject_desktop.features.doorverwijzingen.invoer import DoorverwijzingInvoer, StandInvoer
from leertraject_desktop.features.doorverwijzingen.overzicht import VerwijsFilter, VerwijsRij
from leertraject_desktop.features.toestemmingen.commands import nieuwe_toestemming
from leertraject_desktop.features.toestemmingen.invoer import ToestemmingInvoer
from leertraject_desktop.storage.store import Store


def verwijs(store: Store, naam: str, partner: str, dag: date, tegen: date | None = None) -> int:
    wie = store.write(nieuwe_deelnemer, NieuweDeelnemer("Jan", naam, verblijf_van=date(2026, 1, 5)))
    store.write(nieuwe_toestemming, wie, ToestemmingInvoer(partner, "gegevens", date(2026, 1, 6)))
    return store.write(commands.nieuwe_doorverwijzing, wie, DoorverwijzingInvoer(partner, dag, "", tegen))


@pytest.fixture
def allemaal(store: Store) -> dict[str, int]:
    """One of every kind on 24 November: late, waiting, accepted, refused."""
    made = {
        "laat": verwijs(store, "Peeters", "vdab", date(2026, 11, 2)),
        "wacht": verwijs(store, "Adams", "ligo", date(2026, 11, 20)),
        "aanvaard": verwijs(store, "Claes", "vdab", date(2026, 3, 2)),
        "geweigerd": verwijs(store, "Baert", "vdab", date(2026, 4, 2)),
    }
    store.write(commands.zet_stand, made["aanvaard"], StandInvoer("aanvaard", date(2026, 3, 9)))
    weigering = StandInvoer("geweigerd", date(2026, 4, 20), "geen_plaats", "Volgend jaar opnieuw")
    store.write(commands.zet_stand, made["geweigerd"], weigering)
    return made


def namen(store: Store, **keuze: object) -> list[str]:
    filter_ = VerwijsFilter(**keuze)  # type: ignore[arg-type]
    ids = store.read(overzicht.verwijs_ids, filter_)
    assert store.read(overzicht.aantal_doorverwijzingen, filter_) == len(ids)
    return [rij.naam.split(",")[0] for rij in store.read(overzicht.verwijs_rijen, ids)]


def rij(store: Store, row_id: int) -> VerwijsRij:
    (found,) = store.read(overzicht.verwijs_rijen, [row_id, 4711])
    return found


def test_what_waits_for_an_answer_comes_first_and_the_latest_of_that_on_top(store, allemaal):
    assert namen(store) == ["Peeters", "Adams", "Claes"]
    assert namen(store, stand="te_laat") == ["Peeters"]
    assert namen(store, stand="afgesloten") == ["Baert"]
    assert store.read(overzicht.aantal_open) == (3, 1)


def test_a_line_says_how_late_the_answer_is_and_since_when_and_why_a_referral_is_where_it_is(store, allemaal):
    late, refused = rij(store, allemaal["laat"]), rij(store, allemaal["geweigerd"])
    assert (late.partner, late.stand, late.sinds) == ("VDAB", Verwijsstand.IN_BEHANDELING, date(2026, 11, 2))
    assert late.dagen_te_laat == 8 and late.wacht and late.is_open
    assert (refused.sinds, refused.reden) == (date(2026, 4, 20), "geen plaats")
    assert (refused.toelichting, refused.dagen_te_laat, refused.is_open) == ("Volgend jaar opnieuw", 0, False)
    assert rij(store, allemaal["aanvaard"]).dagen_te_laat == 0


def test_the_list_keeps_one_partner_or_one_name(store, allemaal):
    assert namen(store, stand="", partner="ligo") == ["Adams"]
    assert namen(store, stand="", zoek="clae") == ["Claes"]
    assert namen(store, stand="", zoek="zzz") == []


@pytest.mark.parametrize(
    ("sorteer", "namen_"),
    [
        ("naam", ["Adams", "Baert", "Claes", "Peeters"]),
        ("partner", ["Adams", "Peeters", "Claes", "Baert"]),
        ("datum", ["Claes", "Baert", "Peeters", "Adams"]),
        ("sinds", ["Claes", "Baert", "Peeters", "Adams"]),
        ("antwoord_tegen", ["Peeters", "Adams", "Claes", "Baert"]),
    ],
)
def test_every_column_sorts(store, allemaal, sorteer: str, namen_: list[str]):
    assert namen(store, stand="", sorteer=sorteer) == namen_


def test_the_other_way_round_what_waits_still_comes_first(store, allemaal):
    assert namen(store, stand="", aflopend=True) == ["Adams", "Peeters", "Baert", "Claes"]
    with pytest.raises(ValueError, match="sorted by"):
        namen(store, sorteer="vraag")

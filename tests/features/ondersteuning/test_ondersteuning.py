"""What helps somebody to learn is kept in codes with dates, said by the person or shown on an attest."""

from datetime import date

import pytest

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.ondersteuning import ondersteuning as feature
from leertraject_desktop.features.ondersteuning.ondersteuning import OndersteuningInvoer
from leertraject_desktop.storage.store import Store

NOOD = OndersteuningInvoer("ondersteuningsnood", "lezen_schrijven", van=date(2026, 3, 1))
AANPASSING = OndersteuningInvoer("redelijke_aanpassing", "meer_tijd", "attest", date(2026, 5, 1))


def test_needs_and_adjustments_stand_in_words_with_where_it_was_heard(store: Store, youssef: int) -> None:
    store.write(feature.nieuwe_ondersteuning, youssef, NOOD)
    store.write(feature.nieuwe_ondersteuning, youssef, AANPASSING)
    rows = store.read(feature.ondersteuning, youssef)
    assert [(rij.omschrijving, rij.bron.label, rij.loopt) for rij in rows] == [
        ("meer tijd", "er is een attest", True),
        ("hulp bij lezen en schrijven", "zegt de deelnemer zelf", True),
    ]


def test_what_ended_stands_below_what_lasts(store: Store, youssef: int) -> None:
    store.write(feature.nieuwe_ondersteuning, youssef, NOOD)
    laatste = store.write(feature.nieuwe_ondersteuning, youssef, AANPASSING)
    store.write(feature.beeindig_ondersteuning, laatste, date(2026, 11, 20))
    rows = store.read(feature.ondersteuning, youssef)
    assert [(rij.omschrijving, rij.loopt) for rij in rows] == [
        ("hulp bij lezen en schrijven", True), ("meer tijd", False),
    ]  # fmt: skip
    with pytest.raises(Problem, match="al beëindigd"):
        store.write(feature.beeindig_ondersteuning, laatste)


@pytest.mark.parametrize(
    ("invoer", "veld"),
    [
        (OndersteuningInvoer(), "soort"),
        (OndersteuningInvoer("diagnose", "lezen_schrijven"), "soort"),
        (OndersteuningInvoer("ondersteuningsnood", "meer_tijd"), "code"),
        (OndersteuningInvoer("redelijke_aanpassing", "meer_tijd", None), "bron"),
        (OndersteuningInvoer("redelijke_aanpassing", "andere"), "toelichting"),
        (OndersteuningInvoer("redelijke_aanpassing", "meer_tijd", "zelf", date(2026, 11, 25)), "van"),
        (
            OndersteuningInvoer(
                "redelijke_aanpassing", "meer_tijd", "zelf", date(2026, 11, 20), date(2026, 11, 19)
            ),
            "tot",
        ),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    store: Store, youssef: int, invoer: OndersteuningInvoer, veld: str
) -> None:
    with pytest.raises(Problem) as caught:
        store.write(feature.nieuwe_ondersteuning, youssef, invoer)
    assert caught.value.veld == veld


def test_the_same_need_is_not_kept_twice_at_once(store: Store, youssef: int) -> None:
    eerste = store.write(feature.nieuwe_ondersteuning, youssef, NOOD)
    with pytest.raises(Problem, match="staat al dezelfde ondersteuningsnood"):
        store.write(feature.nieuwe_ondersteuning, youssef, NOOD)
    store.write(feature.wijzig_ondersteuning, eerste, AANPASSING, "typfout")
    store.write(feature.nieuwe_ondersteuning, youssef, NOOD)
    store.write(feature.verwijder_ondersteuning, eerste, "op_vraag")
    assert [rij.omschrijving for rij in store.read(feature.ondersteuning, youssef)] == [
        "hulp bij lezen en schrijven"
    ]

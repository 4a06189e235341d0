"""Gives the demo its consents and referrals, what helps people to learn, barriers, and the population."""

from datetime import date, timedelta
from random import Random

from leertraject_desktop.domain.doorverwijzing import ANTWOORD_DAGEN, Verwijsstand
from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.domain.ondersteuning import Bron, Ondersteuningssoort
from leertraject_desktop.domain.opvolging import maanden_later
from leertraject_desktop.features.demo import workdays
from leertraject_desktop.features.demo.rows import Row, Rows
from leertraject_desktop.features.demo.traject import Traject
from leertraject_desktop.features.demo.world import World
from leertraject_desktop.storage.follow_up_tables import (
    BegeleidingDrempel,
    Bevolking,
    Doorverwijzing,
    Doorverwijzingstand,
    Ondersteuning,
    Toestemming,
)
from leertraject_desktop.storage.tables import Deelnemer

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
# Where a referral ends when there was time enough; the first ones end once in each state.
EINDES = {
    Verwijsstand.AFGEROND: 42,
    Verwijsstand.AANVAARD: 26,
    Verwijsstand.GEWEIGERD: 18,
    Verwijsstand.IN_BEHANDELING: 4,
    Verwijsstand.INGETROKKEN: 10,
}
VRAGEN = (
    "Zoekt een opleiding voor na de vrijlating", "Wil weten welke cursussen er in de buurt zijn",
    "Wil een traject naar werk beginnen", "Vraagt hulp bij de inschrijving", "",
)  # fmt: skip
# What a question is about that ends at a partner.
ONDERWERP = "opleiding_vrijlating"
WEIGERING = ("geen_plaats", "geen_plaats", "voorwaarden", "niet_in_detentie")
DREMPELS = (
    "taal", "taal", "wachtlijst", "wachtlijst", "werk", "motivatie", "leerplatform", "lokaal",
    "afstemming", "detentieplan", "financieel", "online_diensten",
)  # fmt: skip
ONDERSTEUNING = {
    Ondersteuningssoort.ONDERSTEUNINGSNOOD: ("lezen_schrijven", "taal", "aandacht", "begrijpen", "rekenen"),
    Ondersteuningssoort.REDELIJKE_AANPASSING: ("meer_tijd", "rustige_plaats", "kleine_groep", "voorlezen"),
}


def add(world: World, rows: Rows, rng: Random, trajecten: list[Traject], partners: list[str]) -> None:
    """Add all of it to what the stories told; `partners` are the codes of those who work here."""
    eindes = list(EINDES)
    referred = 0
    for traject in trajecten:
        if traject.row is None:
            continue
        if rng.random() < 0.5:
            einde = eindes[referred] if referred < len(eindes) else None
            referred += _refer(world, rows, rng, traject, rng.choice(partners), einde)
        if rng.random() < 0.35:
            _barrier(world, rows, rng, traject)
    for person in rows.of(Deelnemer):
        if rng.random() < 0.18:
            _support(world, rows, rng, person)
    _population(world, rows, rng)


def _refer(
    world: World, rows: Rows, rng: Random, traject: Traject, partner: str, einde: Verwijsstand | None
) -> bool:
    """Consent and referral in one begeleiding; whether there was time for it."""
    assert traject.row is not None  # noqa: S101 - the caller looked
    last: date = traject.row["einddatum"] or world.vandaag
    given = workdays.plus(traject.begin, rng.randint(8, 40))
    referred = workdays.plus(given, rng.randint(0, 15))
    if referred > last:
        return False
    toestemming = _consent(world, rows, rng, traject, partner, given, "gegevens")
    if traject.released is not None or rng.random() < 0.3:
        _consent(world, rows, rng, traject, partner, given, "nazorg")
    door = world.colleagues.somebody(rng, referred)
    asked = _asked(world, rng, traject, referred) if rng.random() < 0.5 else None
    row = rows.add(
        Doorverwijzing, referred, door,
        deelnemer_id=traject.dossier.id, begeleiding_id=traject.row["id"],
        informatievraag_id=None if asked is None else asked["id"],
        gevangenis_code=world.gevangenis, partner_code=partner, datum=referred,
        vraag=rng.choice(VRAGEN) if asked is None else asked["vraag"],
        antwoord_tegen=referred + timedelta(days=ANTWOORD_DAGEN), door_id=door,
        stand=Verwijsstand.IN_BEHANDELING.value,
    )  # fmt: skip
    _state(world, rows, row, Verwijsstand.IN_BEHANDELING, referred)
    einde = einde or rng.choices(list(EINDES), list(EINDES.values()))[0]
    _walk(world, rows, rng, row, toestemming, einde)
    return True


def _asked(world: World, rng: Random, traject: Traject, day: date) -> Row | None:
    """The question of that day from which a referral comes."""
    texts = [tekst for tekst in world.content.vragen if tekst.onderwerp == ONDERWERP]
    return traject.dossier.vraag(day, rng.choice(texts))


def _walk(world: World, rows: Rows, rng: Random, row: Row, toestemming: Row, einde: Verwijsstand) -> None:
    """From the referral to its end, as far as the days have come; old ones do not wait for an answer."""
    waited = (world.vandaag - row["datum"]).days
    if einde is Verwijsstand.IN_BEHANDELING and waited > ANTWOORD_DAGEN + 10:
        einde = Verwijsstand.AANVAARD if waited > 60 else einde
    answer = workdays.plus(row["datum"], rng.randint(2, ANTWOORD_DAGEN))
    if einde is Verwijsstand.IN_BEHANDELING or answer > world.vandaag:
        return
    if einde is Verwijsstand.GEWEIGERD:
        _state(world, rows, row, einde, answer, reden=rng.choice(WEIGERING))
        return
    if einde is Verwijsstand.INGETROKKEN:
        _state(world, rows, row, einde, answer, toelichting="De toestemming is ingetrokken.")
        rows.change(toestemming, answer, world.colleagues.eerste, ingetrokken_op=answer)
        return
    _state(world, rows, row, Verwijsstand.AANVAARD, answer)
    done = workdays.plus(answer, rng.randint(25, 100))
    if einde is Verwijsstand.AFGEROND and done <= world.vandaag:
        _state(world, rows, row, einde, done)


def _state(
    world: World,
    rows: Rows,
    row: Row,
    stand: Verwijsstand,
    day: date,
    *,
    reden: str = "",
    toelichting: str = "",
) -> None:
    if stand is not Verwijsstand.IN_BEHANDELING:
        rows.change(row, day, world.colleagues.eerste, stand=stand.value)
    rows.add(
        Doorverwijzingstand, day, row["door_id"],
        doorverwijzing_id=row["id"], stand=stand.value, datum=day, reden=reden, toelichting=toelichting,
    )  # fmt: skip


def _consent(
    world: World, rows: Rows, rng: Random, traject: Traject, partner: str, day: date, doel: str
) -> Row:
    return rows.add(
        Toestemming, day, world.colleagues.somebody(rng, day),
        deelnemer_id=traject.dossier.id, partner_code=partner, doel=doel, gegeven_op=day,
        geldig_tot=maanden_later(day, 12), formuliernummer="".join(rng.choices(LETTERS, k=12)),
    )  # fmt: skip


def _barrier(world: World, rows: Rows, rng: Random, traject: Traject) -> None:
    assert traject.row is not None  # noqa: S101 - the caller looked
    last: date = traject.row["einddatum"] or world.vandaag
    for drempel in sorted(set(rng.choices(DREMPELS, k=rng.choice([1, 1, 2])))):
        met = workdays.plus(traject.begin, rng.randint(1, 60))
        if met > last:
            continue
        solved = workdays.plus(met, rng.randint(10, 90))
        rows.add(
            BegeleidingDrempel, met, world.colleagues.somebody(rng, met),
            begeleiding_id=traject.row["id"], drempel=drempel, vastgesteld_op=met,
            opgelost_op=solved if solved <= last and rng.random() < 0.7 else None,
        )  # fmt: skip


def _support(world: World, rows: Rows, rng: Random, person: Row) -> None:
    day: date = person["ingevoerd_op"].date()
    for soort, codes in ONDERSTEUNING.items():
        if rng.random() < 0.65:
            rows.add(
                Ondersteuning, day, person["ingevoerd_door_id"],
                deelnemer_id=person["id"], soort=soort.value, code=rng.choice(codes), van=day,
                bron=(Bron.ZELF if rng.random() < 0.75 else Bron.ATTEST).value,
            )  # fmt: skip


def _population(world: World, rows: Rows, rng: Random) -> None:
    """Every month up to the last one that is over."""
    present = rng.randint(320, 620)
    maand = Maand.van(world.begin)
    while maand < Maand.van(world.vandaag):
        day = workdays.plus(maand.plus(1).eerste_dag, rng.randint(1, 9))
        if day <= world.vandaag:
            present = max(150, present + rng.randint(-14, 14))
            rows.add(
                Bevolking, day, world.colleagues.eerste,
                gevangenis_code=world.gevangenis, maand=str(maand), gemiddelde=present,
                binnengekomen=rng.randint(present // 12, present // 7),
            )  # fmt: skip
        maand = maand.plus(1)

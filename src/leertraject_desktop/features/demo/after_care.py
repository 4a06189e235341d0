"""Gives the demo what follows by itself: reviews with their windows, nazorg after release, the checklist."""

from collections import defaultdict
from datetime import date, timedelta
from random import Random

from leertraject_desktop.domain.label import Fase, StatuutSoort
from leertraject_desktop.domain.nazorg import VRIJ, begeleide_vrijlatingen
from leertraject_desktop.domain.opvolging import Opvolgsoort, Regel, kies_regel, maanden_later, venster
from leertraject_desktop.domain.periode import Periode
from leertraject_desktop.features.demo import workdays
from leertraject_desktop.features.demo.rows import Row, Rows
from leertraject_desktop.features.demo.world import World
from leertraject_desktop.storage.after_care import NAZORG_MAANDEN
from leertraject_desktop.storage.follow_up_tables import Nazorgmoment, Opvolgmoment, Vrijlatingspunt
from leertraject_desktop.storage.planning import GESPREK
from leertraject_desktop.storage.tables import Begeleiding, Contactmoment, Deelnemer, Statuut, Verblijf

UITKOMSTEN = {
    "niet_bereikt": 34, "aan_het_werk": 18, "werkzoekend": 15, "in_opleiding": 14, "weigert": 6,
    "inburgering": 5,
}  # fmt: skip
KANALEN = {"telefoon": 60, "partner": 22, "mail": 12, "brief": 6}
PUNTEN = (
    "leerplan_mee", "attesten_mee", "toestemming_nazorg", "contactgegevens", "partner",
    "inschrijving_buiten", "boeken_terug",
)  # fmt: skip
LATE_REVIEWS = 3
NOT_YET = 12


def add(world: World, rows: Rows, rng: Random, regels: list[Regel]) -> None:
    """Add all of it to what the stories told."""
    _reviews(world, rows, regels)
    _nazorg(world, rows, rng)
    _checklists(world, rows, rng)


def _reviews(world: World, rows: Rows, regels: list[Regel]) -> None:
    """One review after the other in each begeleiding, each closed by the talk that came."""
    talks: dict[int, list[Row]] = defaultdict(list)
    for contact in rows.of(Contactmoment):
        if contact["begeleiding_id"] and contact["soort"] in GESPREK:
            talks[contact["begeleiding_id"]].append(contact)
    statuten = _by_deelnemer(rows.of(Statuut))
    people = {row["id"]: row for row in rows.of(Deelnemer)}
    late = 0
    for begeleiding in rows.of(Begeleiding):
        person = people[begeleiding["deelnemer_id"]]
        follows = sorted(talks[begeleiding["id"]], key=lambda row: (row["datum"], row["id"]))
        follows = [talk for talk in follows if talk["datum"] > begeleiding["begindatum"]]
        vanaf = begeleiding["begindatum"]
        for talk in [*follows, None]:
            statuut = _statuut(statuten[person["id"]], vanaf)
            regel = kies_regel(
                regels, Opvolgsoort.PERIODIEK, op=vanaf, statuut=statuut, vrij_op=person["vrij_vanaf"]
            )
            if regel is not None:
                row = _review(rows, begeleiding, regel, vanaf, person["vrij_vanaf"])
                ended = begeleiding["einddatum"]
                if talk is not None:
                    row["gedaan_op"], row["contactmoment_id"] = talk["datum"], talk["id"]
                elif ended or begeleiding["fase"] == Fase.NAZORG.value:
                    row["vervallen_op"] = ended or row["ingevoerd_op"].date()
                elif row["venster_tot"] < world.vandaag and (late := late + 1) > LATE_REVIEWS:
                    coming = workdays.plus(world.vandaag, late % 40)
                    row["venster_van"], row["venster_tot"] = coming - timedelta(days=14), coming
            vanaf = talk["datum"] if talk is not None else vanaf
        if begeleiding["einddatum"] is None and begeleiding["fase"] != Fase.NAZORG.value:
            _before_release(world, rows, regels, begeleiding, person["vrij_vanaf"])


def _review(rows: Rows, begeleiding: Row, regel: Regel, vanaf: date, vrij_op: date | None) -> Row:
    periode = venster(regel, vanaf, vrij_op)
    return rows.add(
        Opvolgmoment, vanaf, begeleiding["ingevoerd_door_id"],
        begeleiding_id=begeleiding["id"], soort=regel.soort.value, regel_code=regel.code, vanaf=vanaf,
        venster_van=periode.van, venster_tot=periode.tot,
    )  # fmt: skip


def _before_release(
    world: World, rows: Rows, regels: list[Regel], begeleiding: Row, vrij_op: date | None
) -> None:
    """The talk before release of somebody who told the month of it, as long as it is still to come."""
    if vrij_op is None or vrij_op < world.vandaag + timedelta(days=NOT_YET):
        return
    vanaf = begeleiding["begindatum"]
    regel = kies_regel(regels, Opvolgsoort.VOOR_VRIJLATING, op=vanaf, statuut=None, vrij_op=vrij_op)
    if regel is not None:
        _review(rows, begeleiding, regel, vanaf, vrij_op)


def _nazorg(world: World, rows: Rows, rng: Random) -> None:
    """Three moments after each release of somebody who had a begeleiding then; lately due ones are open."""
    guided = _by_deelnemer(rows.of(Begeleiding))
    for deelnemer_id, stays in _by_deelnemer(rows.of(Verblijf)).items():
        stays.sort(key=lambda row: (row["van"], row["id"]))
        follows = begeleide_vrijlatingen(
            ((Periode(stay["van"], stay["tot"]), stay["eindreden"]) for stay in stays),
            [Periode(row["begindatum"], row["einddatum"]) for row in guided[deelnemer_id]],
        )
        for stay, following, has_nazorg in zip(stays, [*stays[1:], None], follows, strict=True):
            if not has_nazorg:
                continue
            kanaal = rng.choices(list(KANALEN), list(KANALEN.values()))[0]
            for maanden in NAZORG_MAANDEN:
                due = maanden_later(stay["tot"], maanden)
                moment = rows.add(
                    Nazorgmoment, stay["tot"], world.colleagues.somebody(rng, stay["tot"]),
                    deelnemer_id=deelnemer_id, verblijf_id=stay["id"],
                    gevangenis_code=stay["gevangenis_code"], maanden=maanden, datum=due, kanaal=kanaal,
                )  # fmt: skip
                if following is not None and following["van"] <= due:
                    rows.change(
                        moment, following["van"], world.colleagues.eerste,
                        gedaan_op=following["van"], uitkomst="opnieuw_in_detentie",
                    )  # fmt: skip
                elif due <= world.vandaag - timedelta(days=NOT_YET):
                    _outcome(world, rows, rng, moment, due)


def _outcome(world: World, rows: Rows, rng: Random, moment: Row, due: date) -> None:
    day = min(workdays.plus(due, rng.randint(0, NOT_YET - 4)), world.vandaag)
    door = world.colleagues.somebody(rng, day)
    rows.change(
        moment, day, door, gedaan_op=day, door_id=door,
        uitkomst=rng.choices(list(UITKOMSTEN), list(UITKOMSTEN.values()))[0],
    )  # fmt: skip


def _checklists(world: World, rows: Rows, rng: Random) -> None:
    """Points that were put in order before somebody left, and of those who leave soon."""
    guided = {row["deelnemer_id"]: row["begindatum"] for row in rows.of(Begeleiding)}
    people = {row["id"]: row for row in rows.of(Deelnemer)}
    soon = world.vandaag + timedelta(days=90)
    for stay in rows.of(Verblijf):
        begin = guided.get(stay["deelnemer_id"])
        vrij = people[stay["deelnemer_id"]]["vrij_vanaf"]
        left = stay["eindreden"] in VRIJ and stay["tot"]
        if begin is None or not (left or (stay["tot"] is None and vrij is not None and vrij <= soon)):
            continue
        last = stay["tot"] or world.vandaag
        points = [punt for punt in PUNTEN if rng.random() < (0.75 if left else 0.3)]
        for punt in points:
            day = max(begin, stay["van"], workdays.on_or_before(last - timedelta(days=rng.randint(0, 25))))
            if day <= last:
                door = world.colleagues.somebody(rng, day)
                rows.add(Vrijlatingspunt, day, door, verblijf_id=stay["id"], punt=punt, gedaan_op=day)


def _by_deelnemer(rows: list[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["deelnemer_id"]].append(row)
    return found


def _statuut(rows: list[Row], op: date) -> StatuutSoort:
    begun = [row for row in rows if row["van"] <= op]
    last = max(begun, key=lambda row: row["van"], default=None)
    return StatuutSoort(last["soort"]) if last else StatuutSoort.ANDER

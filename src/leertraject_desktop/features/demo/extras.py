"""What else stands in a database in use: corrections, a removal, earlier leveringen, dossiers last opened."""

from datetime import date, datetime, time, timedelta
from random import Random

from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.domain.tekst import vouw
from leertraject_desktop.features.demo import workdays
from leertraject_desktop.features.demo.rows import Row, Rows
from leertraject_desktop.features.demo.world import World
from leertraject_desktop.storage.tables import (
    Begeleiding,
    Bekeken,
    Contactmoment,
    Correctie,
    Deelnemer,
    Informatievraag,
    Levering,
    Verwijdering,
)


def add(world: World, rows: Rows, rng: Random, gevangenis: str) -> None:
    """Add all of it; `gevangenis` is the name of the prison, for the file names."""
    _corrections(world, rows, rng)
    _removal(world, rows, rng)
    _leveringen(world, rows, rng, gevangenis)
    _last_opened(world, rows)


def _corrections(world: World, rows: Rows, rng: Random) -> None:
    for row in rows.of(Contactmoment)[4::97][:3]:
        _correct(world, rows, rng, "contactmoment", row, "minuten", row["minuten"] * 10, "typfout")
    for row in rows.of(Informatievraag)[7::131][:2]:
        other = "andere" if row["onderwerp"] != "andere" else "opleiding_binnen"
        _correct(world, rows, rng, "informatievraag", row, "onderwerp", other, "veranderd")
    for row in rows.of(Deelnemer)[5:6]:
        naam = row["familienaam"]
        _correct(world, rows, rng, "deelnemer", row, "familienaam", naam[:-2] + naam[:-3:-1], "typfout")


def _correct(
    world: World, rows: Rows, rng: Random, tabel: str, row: Row, veld: str, oud: object, reden: str
) -> None:
    """Tell that `veld` said `oud` before, and was put right some days after it was entered."""
    entered: date = row["ingevoerd_op"].date()
    day = min(workdays.plus(entered, rng.randint(1, 9)), world.vandaag)
    door = world.colleagues.somebody(rng, day)
    rows.change(row, day, door)
    rows.add(
        Correctie, day, door,
        tabel=tabel, rij_uid=row["uid"], veld=veld, oud=str(oud), nieuw=str(row[veld]), reden=reden,
    )  # fmt: skip


def _removal(world: World, rows: Rows, rng: Random) -> None:
    day = workdays.on_or_before(world.vandaag - timedelta(days=rng.randint(20, 80)))
    door = world.colleagues.eerste
    rows.add(Verwijdering, day, door, tabel="informatievraag", aantal=1, datum=day, reden="dubbel")


def _leveringen(world: World, rows: Rows, rng: Random, gevangenis: str) -> None:
    """Every month but the last two is delivered: the one that runs, and the one that is to be made now."""
    maand = Maand.van(world.begin)
    while maand < Maand.van(world.vandaag).plus(-1):
        day = workdays.plus(maand.plus(1).eerste_dag, rng.randint(2, 8))
        rows.add(
            Levering, day, world.colleagues.somebody(rng, day),
            maand=str(maand), sha256=f"{rng.getrandbits(256):064x}",
            bestandsnaam=f"leertraject-{vouw(gevangenis).replace(' ', '-')}-{maand}.xlsx",
        )  # fmt: skip
        maand = maand.plus(1)


def _last_opened(world: World, rows: Rows) -> None:
    moment = datetime.combine(world.vandaag, time(5, 0))
    running = [row["deelnemer_id"] for row in rows.of(Begeleiding) if row["einddatum"] is None]
    for number, deelnemer_id in enumerate(running[-5:]):
        rows.plain(
            Bekeken,
            gebruiker_id=world.colleagues.eerste,
            deelnemer_id=deelnemer_id,
            bekeken_op=moment + timedelta(minutes=7 * number),
        )

"""Makes a demo database: plausible people and stories, the same for the same seed and the same today."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Rol
from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.features.demo import (
    after_care,
    agenda,
    content,
    extras,
    partners,
    people,
    stories,
    workdays,
)
from leertraject_desktop.features.demo import world as worlds
from leertraject_desktop.features.demo.dossier import Dossier
from leertraject_desktop.features.demo.rows import Rows
from leertraject_desktop.features.demo.traject import Traject
from leertraject_desktop.features.demo.world import Colleagues, Elders, World
from leertraject_desktop.storage import access, database, keyfile, planning
from leertraject_desktop.storage.base import Base, Geregistreerd
from leertraject_desktop.storage.clock import Clock, local_now
from leertraject_desktop.storage.database import Eigenaar
from leertraject_desktop.storage.keyfile import Kdf
from leertraject_desktop.storage.tables import Gebruiker, Gevangenis, Partner, PartnerGevangenis
from leertraject_desktop.storage.trouble import DiskFull

MAX_DEELNEMERS = 20_000
MAX_JAREN = 30
EIGENAAR = Eigenaar("an.baert", "An Baert")
CHEAP_KDF = Kdf(64 * 1024, 1, 4)
FRESH_PER_MONTH = 0.8


def maak_demo(
    path: Path,
    *,
    wachtwoord: str,
    deelnemers: int = 150,
    jaren: int = 3,
    seed: int = 1,
    gevangenis: str = "BRG",
    vandaag: date | None = None,
) -> None:
    """Make a database at `path` with made-up people; its gebruiker is `an.baert`.

    `vandaag` is the day on which the stories end; today when None. Raises Problem when the numbers cannot be,
    the prison is unknown or the file cannot be made; then nothing is left behind.
    """
    controleer_omvang(deelnemers, jaren)
    try:
        database.create(path, gevangenis, EIGENAAR, wachtwoord, kdf=CHEAP_KDF)
        _fill(path, wachtwoord, _clock(vandaag), deelnemers=deelnemers, jaren=jaren, seed=seed)
    except DiskFull as problem:
        raise Problem(
            f"‘{path.name}’ is niet gemaakt: er is geen plaats meer.",
            "Maak plaats vrij of kies een andere map.",
        ) from problem


def _fill(path: Path, wachtwoord: str, clock: Clock, **omvang: int) -> None:
    try:
        with database.open_store(path, EIGENAAR.login, wachtwoord, clock=clock) as store:
            store.write(vul, **omvang)
    except BaseException:
        for file in _files(path):
            file.unlink(missing_ok=True)
        raise


@access.command(Recht.BEHEREN, "voorbeeldgegevens maken", undo=False)
def vul(session: Session, *, deelnemers: int, jaren: int, seed: int) -> None:
    """Fill an empty database with so many people over so many years, up to the month of today.

    Raises Problem when the numbers cannot be, or when something was registered already.
    """
    controleer_omvang(deelnemers, jaren)
    _check_empty(session)
    vandaag = access.vandaag(session)
    dice = Random(f"{seed}/wereld")  # noqa: S311 - a demo needs the same dice every time
    prison = session.get_one(Gevangenis, access.wie(session).gevangenis)
    begin = _begin(prison, vandaag, jaren)
    world = World(
        vandaag=vandaag,
        begin=begin,
        gevangenis=prison.code,
        elders=_other_prisons(session, prison.code),
        lockdowns=worlds.lockdowns(dice, begin, vandaag),
        content=content.load(_leerwinkel(session, prison.code)),
        colleagues=_colleagues(session, begin + (vandaag - begin) * 0.4),
    )
    rows = Rows(Random(f"{seed}/rijen"), vandaag)  # noqa: S311
    trajecten = [
        traject for plan in _plans(world, dice, deelnemers) for traject in _tell(world, rows, seed, *plan)
    ]
    for _ in range(max(1, deelnemers // 4)):
        day = workdays.on_or_before(begin + timedelta(days=dice.randint(7, (vandaag - begin).days)))
        stories.ask_anonymously(world, rows, dice, day)
    agenda.plan(world, rows, dice, agenda.todos(world, dice, trajecten))
    more = Random(f"{seed}/opvolging")  # noqa: S311
    partners.add(world, rows, more, trajecten, [keuze.code for keuze in _partners(session, prison.code)])
    after_care.add(world, rows, more, planning.regels(session))
    extras.add(world, rows, dice, prison.naam)
    rows.write(session)


Plan = tuple[date, int, str, date]


def _plans(world: World, dice: Random, deelnemers: int) -> list[Plan]:
    """Per person: first day, number, kind of story and day of arrival, in the order of the first days.

    The first nine tell each kind once, early enough to be told whole where the period allows.
    """
    kinds = list(stories.SOORTEN)
    weights = [soort.gewicht for soort in stories.SOORTEN.values()]
    length = (world.vandaag - world.begin).days
    fresh = round(deelnemers * 30 / length * FRESH_PER_MONTH)
    present = deelnemers // 8
    plans = []
    for number in range(deelnemers):
        kind = kinds[number] if number < len(kinds) else dice.choices(kinds, weights)[0]
        if len(kinds) <= number < len(kinds) + fresh:
            kind = "verse_intake"
        before = dice.randint(3, 40)
        if kind == "verse_intake":
            start = workdays.on_or_before(world.vandaag - timedelta(days=dice.randint(1, 13)))
        elif kind == "lockdown" and world.lockdowns:
            pause = dice.choice(world.lockdowns)
            start = workdays.plus(pause.van, -dice.randint(35, 85))
        elif number < len(kinds):
            start = workdays.plus(world.begin, dice.randint(5, 40))
        elif number % 8 == 0 and number // 8 < present and length > 500:
            before, start = dice.randint(10, 400), workdays.plus(world.begin, dice.randint(1, 75))
        else:
            start = workdays.on_or_before(world.begin + timedelta(days=dice.randint(3, length)))
        plans.append((max(start, world.begin), number, kind, start - timedelta(days=before)))
    return sorted(plans)


def _tell(
    world: World, rows: Rows, seed: int, start: date, number: int, kind: str, aankomst: date
) -> list[Traject]:
    rng = Random(f"{seed}/{number}")  # noqa: S311
    soort = stories.SOORTEN[kind]
    persoon = people.make(rng, world.content, aankomst, world.vandaag, nt2=soort.nt2)
    if number == 1:
        persoon = people.with_long_name(persoon, world.content)
    return soort.verhaal(Dossier(world, rows, rng, persoon, start), aankomst)


def controleer_omvang(deelnemers: int, jaren: int) -> None:
    """Raise Problem for a number of people or years that a demo cannot have."""
    if not 1 <= deelnemers <= MAX_DEELNEMERS:
        raise Problem(
            f"{deelnemers} deelnemers kan niet.",
            f"Kies een getal van 1 tot {MAX_DEELNEMERS}.",
            veld="deelnemers",
        )
    if not 1 <= jaren <= MAX_JAREN:
        raise Problem(f"{jaren} jaar kan niet.", f"Kies een getal van 1 tot {MAX_JAREN}.", veld="jaren")


def _check_empty(session: Session) -> None:
    for mapper in Base.registry.mappers:
        if (
            issubclass(mapper.class_, Geregistreerd)
            and session.scalars(select(mapper.class_.id).limit(1)).first()
        ):
            raise Problem(
                "Er staan al gegevens in dit bestand: voorbeelden komen er nooit tussen.",
                "Maak de voorbeelden in een nieuw bestand.",
            )


def _begin(prison: Gevangenis, vandaag: date, jaren: int) -> date:
    """The first day of the period: whole months, and not before the prison was there."""
    begin = Maand.van(vandaag).plus(1 - 12 * jaren).eerste_dag
    latest = vandaag - timedelta(days=120)
    return min(max(begin, prison.geldig_van or begin), latest)


def _other_prisons(session: Session, code: str) -> tuple[Elders, ...]:
    rows = session.scalars(select(Gevangenis).where(Gevangenis.code != code).order_by(Gevangenis.code))
    return tuple(Elders(row.code, row.geldig_van, row.geldig_tot) for row in rows)


def _leerwinkel(session: Session, code: str) -> str:
    stmt = (
        select(Partner.naam)
        .join(PartnerGevangenis, PartnerGevangenis.partner_code == Partner.code)
        .where(PartnerGevangenis.gevangenis_code == code, Partner.soort == "leerwinkel")
        .order_by(Partner.naam)
    )
    return session.scalars(stmt).first() or "VDAB"


def _partners(session: Session, code: str) -> list[Partner]:
    """The partners that work for this prison, by code."""
    here = select(PartnerGevangenis.partner_code).where(PartnerGevangenis.gevangenis_code == code)
    anywhere = ~select(PartnerGevangenis).where(PartnerGevangenis.partner_code == Partner.code).exists()
    stmt = select(Partner).where(or_(Partner.code.in_(here), anywhere), Partner.soort != "gevangenis")
    return list(session.scalars(stmt.order_by(Partner.code)))


def _colleagues(session: Session, tot: date) -> Colleagues:
    tweede = Gebruiker(login="lies.maes", naam="Lies Maes", rol=Rol.COORDINATOR.value)
    vertrokken = Gebruiker(login="bea.lootens", naam="Bea Lootens", rol=Rol.COORDINATOR.value, actief=False)
    session.add_all([tweede, vertrokken])
    session.flush()
    return Colleagues(access.wie(session).gebruiker_id, tweede.id, vertrokken.id, tot)


def _clock(vandaag: date | None) -> Clock:
    """A clock that stands still at noon of a day; the user's own clock for None."""
    if vandaag is None:
        return local_now
    noon = datetime.combine(vandaag, time(12), UTC)
    return lambda: noon


def _files(path: Path) -> list[Path]:
    names = ("", "-wal", "-shm")
    keys = (keyfile.key_path(path), keyfile.previous_path(path))
    return [*(path.with_name(path.name + name) for name in names), *keys]

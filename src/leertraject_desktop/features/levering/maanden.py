"""The months of this database: which are over, which were delivered, and their first figures at a glance."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from leertraject_desktop.domain.datums import toon_dag
from leertraject_desktop.domain.label import Logsoort
from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.domain.tekst import vouw
from leertraject_desktop.storage.access import command, driver, noteer, vandaag, wie
from leertraject_desktop.storage.follow_up_tables import Nazorgmoment
from leertraject_desktop.storage.tables import Begeleiding, Informatievraag, Levering

# Words for the driver itself: it runs before all figures. The day after nothing makes that each part reads
# one row of the index by day, in which SQLite does not believe by itself.
EERSTE_DAG = (
    "SELECT min(dag) FROM ("
    "SELECT (SELECT datum FROM informatievraag WHERE datum > '' AND gevangenis_code = :gevangenis "
    "ORDER BY datum LIMIT 1) AS dag "
    "UNION ALL SELECT (SELECT begindatum FROM begeleiding WHERE begindatum > '' "
    "AND gevangenis_code = :gevangenis ORDER BY begindatum LIMIT 1) "
    "UNION ALL SELECT (SELECT datum FROM contactmoment WHERE datum > '' AND gevangenis_code = :gevangenis "
    "ORDER BY datum LIMIT 1))"
)


@dataclass(frozen=True, slots=True)
class MaandStand:
    """A month in the list of leveringen. `loopt` while it is not over; `gemaakt_op` None until it is made."""

    maand: Maand
    loopt: bool
    gemaakt_op: date | None
    bestandsnaam: str

    @property
    def te_maken(self) -> bool:
        """Whether the file of this month is still to be made."""
        return not self.loopt and self.gemaakt_op is None


@dataclass(frozen=True, slots=True)
class MaandKort:
    """A month in a few numbers; of a month that runs, what there is so far.

    `begeleidingen` ran on the last day (or today), `gestart` began in the month, `nazorg` are nazorgmomenten
    of which somebody noted an outcome of a day in the month.
    """

    maand: Maand
    loopt: bool
    vragen: int
    begeleidingen: int
    gestart: int
    nazorg: int


@dataclass(frozen=True, slots=True)
class MaandPunt:
    """One bar of the chart on the start screen."""

    maand: Maand
    loopt: bool
    vragen: int


def bestandsnaam(gevangenis: str, maand: Maand) -> str:
    """The name of the file of a month: `leertraject-brugge-2026-10.xlsx` for the prison named Brugge."""
    return f"leertraject-{vouw(gevangenis).replace(' ', '-')}-{maand}.xlsx"


def controleer_maand(session: Session, maand: Maand) -> None:
    """Raise Problem for a month that has no figures: not over yet, or before the first registration."""
    deze = Maand.van(vandaag(session))
    naam = maand.naam.capitalize()
    if maand > deze:
        raise Problem(f"{naam} moet nog beginnen.", "Kies een maand die voorbij is.", veld="maand")
    if maand == deze:
        laatste = toon_dag(maand.laatste_dag)
        raise Problem(f"{naam} loopt nog tot {laatste}.", "Kies een maand die voorbij is.", veld="maand")
    eerste = eerste_maand(session)
    if eerste is None:
        raise Problem("Er is nog niets geregistreerd.", "Registreer eerst een vraag of een begeleiding.")
    if maand < eerste:
        raise Problem(
            f"In {maand.naam} was hier nog niets geregistreerd.",
            f"De eerste maand met gegevens is {eerste.naam}.",
            veld="maand",
        )


def eerste_maand(session: Session) -> Maand | None:
    """The month of the first registration in this prison; None while there is nothing."""
    values = {"gevangenis": wie(session).gevangenis}
    (first,) = driver(session).execute(EERSTE_DAG, values).fetchone()
    return Maand.van(date.fromisoformat(first)) if first else None


def maanden_overzicht(session: Session) -> list[MaandStand]:
    """Every month from the first registration up to this one, last first, with the levering made of it."""
    deze = Maand.van(vandaag(session))
    rows = session.execute(
        select(Levering.maand, Levering.ingevoerd_op, Levering.bestandsnaam).order_by(Levering.id)
    )
    made = {maand: (moment.date(), naam) for maand, moment, naam in rows}
    maand, found = eerste_maand(session) or deze, []
    while maand <= deze:
        gemaakt_op, naam = made.get(str(maand), (None, ""))
        found.append(MaandStand(maand, maand == deze, gemaakt_op, naam))
        maand = maand.plus(1)
    return found[::-1]


def in_het_kort(session: Session, maand: Maand) -> MaandKort:
    """The few numbers of a month that the start screen shows."""
    gevangenis = wie(session).gevangenis
    end = maand.laatste_dag

    def number(day: InstrumentedAttribute[date]) -> int:
        stmt = select(func.count()).where(day.class_.gevangenis_code == gevangenis)
        return session.scalar(stmt.where(day.between(maand.eerste_dag, end))) or 0

    running = select(func.count()).where(
        Begeleiding.gevangenis_code == gevangenis,
        Begeleiding.begindatum <= end,
        or_(Begeleiding.einddatum.is_(None), Begeleiding.einddatum > end),
    )
    nazorg = select(func.count()).where(
        Nazorgmoment.gevangenis_code == gevangenis,
        Nazorgmoment.gedaan_op.between(maand.eerste_dag, end),
        Nazorgmoment.door_id.is_not(None),
    )
    return MaandKort(
        maand=maand,
        loopt=maand == Maand.van(vandaag(session)),
        vragen=number(Informatievraag.datum),
        begeleidingen=session.scalar(running) or 0,
        gestart=number(Begeleiding.begindatum),
        nazorg=session.scalar(nazorg) or 0,
    )


def cijfers_per_maand(session: Session, *, aantal: int = 6) -> list[MaandPunt]:
    """The questions of the last months, this one last; months without questions are 0."""
    deze = Maand.van(vandaag(session))
    maanden = [deze.plus(number) for number in range(1 - aantal, 1)]
    month = func.strftime("%Y-%m", Informatievraag.datum)
    stmt = (
        select(month, func.count())
        .where(Informatievraag.gevangenis_code == wie(session).gevangenis)
        .where(Informatievraag.datum >= maanden[0].eerste_dag)
        .group_by(month)
    )
    counts = {str(maand): int(number) for maand, number in session.execute(stmt)}
    return [MaandPunt(maand, maand == deze, counts.get(str(maand), 0)) for maand in maanden]


@command(Recht.LEVEREN, "levering vastleggen", stil=True)
def leg_levering_vast(session: Session, maand: Maand, bestandsnaam: str, sha256: str) -> None:
    """Keep that the file of a month was made. The same file again changes nothing.

    A file that left cannot be undone, so this is kept as bookkeeping. Raises Problem for a month that has no
    figures.
    """
    controleer_maand(session, maand)
    same = select(Levering.id).where(Levering.maand == str(maand), Levering.sha256 == sha256)
    if session.scalars(same.limit(1)).first() is None:
        session.add(Levering(maand=str(maand), bestandsnaam=bestandsnaam, sha256=sha256))
    noteer(session, Logsoort.UITVOER, f"levering {maand}")

"""Datalek: a fact sheet of what was on this computer or stick, and whether it could be read."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Logsoort
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht, controleer_recht
from leertraject_desktop.features.gegevens.kolommen import KOLOMMEN
from leertraject_desktop.storage import backup, container, keyfile
from leertraject_desktop.storage.access import nu
from leertraject_desktop.storage.base import Base
from leertraject_desktop.storage.engine import PLAIN_HEADER
from leertraject_desktop.storage.instance import lock_path
from leertraject_desktop.storage.logboek_tables import Logboekregel
from leertraject_desktop.storage.pogingen import attempts_path
from leertraject_desktop.storage.reserve import reserve_path
from leertraject_desktop.storage.store import Store

DAGEN = 90


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file that was there: its name, size in bytes, whether it is encrypted, and what it is."""

    naam: str
    grootte: int
    versleuteld: bool
    uitleg: str


@dataclass(frozen=True, slots=True)
class Feitenblad:
    """What whoever handles a datalek must know: files, how many people, which facts, what went out."""

    gevangenis: str
    moment: datetime
    bestanden: tuple[Bestand, ...]
    personen: int
    gegevens: tuple[tuple[str, int], ...]
    gebruikers: int
    weggegaan: tuple[tuple[datetime, str], ...]

    @property
    def alles_versleuteld(self) -> bool:
        """Whether every file with facts about people is encrypted."""
        return all(bestand.versleuteld for bestand in self.bestanden if bestand.uitleg in OVER_MENSEN)


GEGEVENS = "de gegevens zelf"
KOPIE = "een reservekopie"
ONBEKEND = "niet van dit programma: kijk zelf wat erin staat"
OVER_MENSEN = (GEGEVENS, KOPIE, ONBEKEND)


def feitenblad(store: Store, *, mappen: tuple[Path, ...] = ()) -> Feitenblad:
    """The fact sheet of this computer; `mappen` adds folders or a stick. For a beheerder. Raises Problem."""
    controleer_recht(store.wie.rol, Recht.BEHEREN)
    folders = (store.path.parent, backup.default_folder(store.path), *mappen)
    files = [file for folder in folders if folder.is_dir() for file in sorted(folder.iterdir())]
    return store.read(
        _feiten,
        keyfile.read(store.path).gevangenis,
        tuple(_bestand(store, file) for file in files if file.is_file()),
    )


def _feiten(session: Session, gevangenis: str, bestanden: tuple[Bestand, ...]) -> Feitenblad:
    counts = {
        name: session.scalar(select(func.count()).select_from(Base.metadata.tables[name])) or 0
        for name in KOLOMMEN
    }
    moment = nu(session)
    stmt = select(Logboekregel.moment, Logboekregel.soort, Logboekregel.wat).where(
        Logboekregel.soort.in_([Logsoort.UITVOER.value, Logsoort.AFDRUK.value, Logsoort.RESERVEKOPIE.value]),
        Logboekregel.moment >= moment - timedelta(days=DAGEN),
    )
    left = tuple((when, f"{Logsoort(soort).label}: {wat}") for when, soort, wat in session.execute(stmt))
    kinds = tuple(
        (table.naam, counts[name]) for name, table in KOLOMMEN.items() if table.naam and counts[name]
    )
    return Feitenblad(gevangenis, moment, bestanden, counts["deelnemer"], kinds, counts["gebruiker"], left)


def _bestand(store: Store, file: Path) -> Bestand:
    own = {
        store.path: GEGEVENS,
        store.path.with_name(store.path.name + "-wal"): GEGEVENS,
        store.path.with_name(store.path.name + "-shm"): "een lijst van bladzijden, zonder inhoud",
        keyfile.key_path(store.path): "de sleutels, verpakt in wachtzinnen",
        keyfile.previous_path(store.path): "de sleutels, verpakt in wachtzinnen",
        attempts_path(store.path): "mislukte aanmeldingen: aanmeldnamen en tijdstippen",
        lock_path(store.path): "wie het programma open heeft: naam van computer en account",
        reserve_path(store.path): "lege ruimte",
    }
    uitleg = own.get(file) or (KOPIE if file.suffix == container.SUFFIX else ONBEKEND)
    return Bestand(file.name, file.stat().st_size, _encrypted(file, uitleg), uitleg)


def _encrypted(file: Path, uitleg: str) -> bool:
    if uitleg == KOPIE:
        try:
            container.read_manifest(file)
            with container.opened(file) as archive:
                return archive.open(container.DATABASE).read(len(PLAIN_HEADER)) != PLAIN_HEADER
        except Problem:
            return False
    if uitleg != GEGEVENS:
        return False
    with file.open("rb") as opened:
        return opened.read(len(PLAIN_HEADER)) != PLAIN_HEADER

"""Wissing: a person removed for good, with a preview, and the backups in which he or she still stands."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Logsoort
from leertraject_desktop.domain.personen import weergavenaam
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.features.gegevens.kolommen import KOLOMMEN
from leertraject_desktop.features.gegevens.persoon import concepten_over, deelnemer_of_problem, rijen_van
from leertraject_desktop.storage import backup, grafstenen, keyfile
from leertraject_desktop.storage.access import command, noteer, nu, vandaag
from leertraject_desktop.storage.corrections import verwijder
from leertraject_desktop.storage.store import Store
from leertraject_desktop.storage.tables import Instelling

HERWIST = "opnieuw_gewist"
REDEN_HERWISSING = "op_vraag"
KEPT = 50
"""How many times of wiping again are remembered."""


@dataclass(frozen=True, slots=True)
class WisVoorstel:
    """What goes when a person is wiped: rows per kind in words, and drafts; `sinds` is the first entry."""

    naam: str
    dossiernummer: int
    aantallen: tuple[tuple[str, int], ...]
    concepten: int
    sinds: datetime


@dataclass(frozen=True, slots=True)
class Herwissing:
    """That a restore brought back who was wiped: when they went again (UTC), and the days of before."""

    moment: datetime
    gewist_op: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class KopieMetPersoon:
    """A backup in which a person still stands, and the day on which rotation lets it go (None: never)."""

    path: Path
    moment: datetime
    einddatum: date | None


def wis_voorstel(session: Session, deelnemer_id: int) -> WisVoorstel:
    """What would go when this person is wiped; nothing is changed. Raises Problem."""
    deelnemer = deelnemer_of_problem(session, deelnemer_id)
    rows = rijen_van(session, deelnemer)
    counts = tuple((table.naam, len(rows[name])) for name, table in KOLOMMEN.items() if name in rows)
    return WisVoorstel(
        weergavenaam(deelnemer.voornaam, deelnemer.familienaam),
        deelnemer.dossiernummer,
        counts,
        len(concepten_over(session, deelnemer)),
        deelnemer.ingevoerd_op,
    )


@command(Recht.BEHEREN, "deelnemer wissen", undo=False)
def wis(session: Session, deelnemer_id: int, reden: str) -> int:
    """Remove a person with all that hangs on him and the drafts that name him; returns how many rows went.

    A code stays, from which nothing can be read back, so that a file does not bring the person back.
    `reden` is a code of the list reden_verwijdering. Use `wis_deelnemer`, which empties the log file too.
    """
    deelnemer = deelnemer_of_problem(session, deelnemer_id)
    noteer(session, Logsoort.WIJZIGING, "gewist", deelnemer)
    grafstenen.bury(session, deelnemer)
    for concept in concepten_over(session, deelnemer):
        session.delete(concept)
    session.flush()
    return verwijder(session, deelnemer, reden)


def wis_deelnemer(store: Store, deelnemer_id: int, reden: str) -> int:
    """Wipe a person, also from the log file beside the database. Cannot be undone."""
    count = store.write(wis, deelnemer_id, reden)
    store.schoon()
    return count


def kopieen_met(store: Store, sinds: datetime, *, mappen: tuple[Path, ...] = ()) -> list[KopieMetPersoon]:
    """The backups made since a person was entered (UTC), in the own folder and in `mappen`, newest first.

    Reads every backup: run it as a job.
    """
    own = keyfile.read(store.path).database_id
    dag = store.read(vandaag)
    found = []
    for folder in (backup.default_folder(store.path), *mappen):
        listed = backup.listed(folder, own)
        ends = backup.end_dates(listed, dag)
        found += [
            KopieMetPersoon(each.path, each.manifest.moment, ends.get(each.path))
            for each in listed
            if each.manifest.moment >= sinds
        ]
    return sorted(found, key=lambda each: each.moment, reverse=True)


def opnieuw_gewist(session: Session) -> list[int]:
    """The people who were wiped before and stand here again, for instance after a restore: their ids."""
    return [row.id for row in grafstenen.buried_again(session)]


@command(Recht.LEZEN, "door het programma opnieuw gewist na het terugzetten", undo=False)
def wis_opnieuw(session: Session) -> tuple[date, ...]:
    """Wipe the dossiers that a restore brought back; returns on which days they were wiped before.

    That they were wiped was decided then, so it is an act of the program, whoever logs in first. Use
    `herwis`, which empties the log file too.
    """
    waiting = session.get(Instelling, grafstenen.NA_TERUGZETTEN)
    if waiting is None:
        return ()
    dagen = []
    for deelnemer, dag in grafstenen.buried_by_number(session):
        noteer(session, Logsoort.WIJZIGING, "opnieuw gewist na het terugzetten", deelnemer)
        for concept in concepten_over(session, deelnemer):
            session.delete(concept)
        session.flush()
        verwijder(session, deelnemer, REDEN_HERWISSING)
        dagen.append(dag)
    session.delete(waiting)
    if dagen:
        row = session.get(Instelling, HERWIST) or Instelling(sleutel=HERWIST, waarde="[]")
        kept = [*json.loads(row.waarde), [nu(session).isoformat(), [dag.isoformat() for dag in dagen]]]
        row.waarde = json.dumps(kept[-KEPT:])
        session.add(row)
    return tuple(dagen)


def herwis(store: Store) -> tuple[date, ...]:
    """After a restore: wipe again who was wiped before; returns the days of before, one per dossier.

    Costs nothing when no backup was put back since the last time.
    """
    if not store.read(is_teruggezet):
        return ()
    dagen = store.write(wis_opnieuw)
    store.schoon()
    return dagen


def herwissingen(session: Session) -> list[Herwissing]:
    """When people were wiped again after a restore, newest first; nothing of who they were is kept."""
    row = session.get(Instelling, HERWIST)
    return [
        Herwissing(datetime.fromisoformat(moment), tuple(map(date.fromisoformat, dagen)))
        for moment, dagen in reversed(json.loads(row.waarde) if row else [])
    ]


def is_teruggezet(session: Session) -> bool:
    """Whether a backup was put back since somebody logged in: then `herwis` has work."""
    return session.get(Instelling, grafstenen.NA_TERUGZETTEN) is not None

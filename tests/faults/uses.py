"""What a user does with the data, as small functions that a process of its own runs until it is hit.

Each gets a folder with a database in it and returns when it is done. What was acknowledged stands in `acks`.
What the test itself needs is looked up by `prepare`, before the first blow can fall.
"""

import hashlib
import os
import resource
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.features.gebruikers import toegang
from leertraject_desktop.features.importeren.bestand import lees_bestand
from leertraject_desktop.features.importeren.importeren import importeer, koppeling_voor
from leertraject_desktop.features.importeren.koppen import beste_lijst
from leertraject_desktop.features.informatievragen.commands import VraagInvoer, nieuwe_vraag
from leertraject_desktop.features.levering.maandcijfers import maandcijfers
from leertraject_desktop.features.levering.maanden import leg_levering_vast
from leertraject_desktop.features.levering.werkboek import levering_bestand
from leertraject_desktop.features.papier.lijst import lijst_pdf
from leertraject_desktop.features.reservekopie import reservekopie
from leertraject_desktop.features.reservekopie.reservekopie import kies_tweede_map
from leertraject_desktop.features.uitvoer.lijst_xlsx import lijst_xlsx
from leertraject_desktop.storage import backup
from leertraject_desktop.storage.access import command, vandaag
from leertraject_desktop.storage.atomic import write_atomically
from leertraject_desktop.storage.database import bring_up_to_date, open_with_key
from leertraject_desktop.storage.keyfile import Kdf
from leertraject_desktop.storage.memory import no_core_dumps
from leertraject_desktop.storage.store import Store
from leertraject_desktop.storage.tables import Taak

NU = datetime(2026, 11, 24, 9, 0)  # noqa: DTZ001 - in UTC, as the database keeps it
MAAND = Maand(2026, 10)
NAME = "brugge.leertraject"
OLD, NEW = "vier fietsen langs de vaart", "kraan stoel wolk oever"
FAST = Kdf(memory=64 * 1024, passes=1, lanes=4)
LEVERING = "levering.xlsx"
IMPORTED = "lijst"
KANARIE = "Kanarievogel-Zonderling"


@command(Recht.REGISTREREN, "twee taken toevoegen")
def two_tasks(session, mark, more=""):
    """Two rows that belong together: half a write would be one of them."""
    for half in ("a", "b"):
        session.add(Taak(omschrijving=f"{mark} {half} {more}", datum=vandaag(session)))
        session.flush()


def ask_in_october(folder: Path) -> None:
    """A question in October, so that there is a month to export."""
    asked = VraagInvoer(datum=MAAND.eerste_dag, kanaal="gesprek", onderwerp="nt2", minuten=5)
    with an(folder) as store:
        store.write(nieuwe_vraag, asked)


def choose_second_place(folder: Path, place: Path | None) -> None:
    """The folder or stick to which every backup is copied."""
    with an(folder) as store:
        store.write(kies_tweede_map, place)


def key_of(folder: Path) -> bytes:
    return bytes.fromhex((folder / "key").read_text())


class Given:
    """What a child knows before its use begins."""

    key = b""
    acks = -1
    kopie = Path()


def prepare(folder: Path) -> None:
    """Look up the key, the backup to use, and open the list of what is acknowledged."""
    Given.key = key_of(folder)
    Given.acks = os.open(folder / "acks", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    Given.kopie = next(iter(sorted(backup.default_folder(folder / NAME).glob("*.ltbak"))), Path())


def acknowledge(mark: str) -> None:
    """Show that a save was kept, up to the full stop; when showing it fails, nobody was told."""
    with suppress(OSError):
        os.write(Given.acks, f"\n{mark}.\n".encode())


def write_on(folder: Path, who: str, most: int, more: int = 0) -> None:
    """Save again and again; acknowledge each save as a window would, by showing it."""
    with open_with_key(folder / NAME, "an", Given.key or key_of(folder)) as store:
        for number in range(most):
            mark = f"{who}-{number}"
            store.write(two_tasks, mark, "x" * more)
            acknowledge(mark)


def save(folder: Path) -> None:
    write_on(folder, "save", 2)


def an(folder: Path) -> Store:
    """The open data, for its beheerder."""
    return open_with_key(folder / NAME, "an", Given.key or key_of(folder), clock=clock)


def clock() -> datetime:
    return NU.replace(tzinfo=UTC)


def import_list(folder: Path) -> None:
    """Read a list of people and keep all of them."""
    with an(folder) as store:
        found = beste_lijst(lees_bestand(folder / "lijst.csv"))
        store.write(importeer, found, store.read(koppeling_voor, found))
        acknowledge(IMPORTED)


def make_backup(folder: Path) -> None:
    """Make a backup and, where a stick was chosen, its copy there."""
    with an(folder) as store:
        made = reservekopie.maak(store, clock=clock)
        if made.tweede_mislukt:
            raise made.tweede_mislukt
        reservekopie.noteer_gemaakt(store, made)


def copy_backup(folder: Path) -> None:
    backup.copy_to(Given.kopie, folder / "stick")


def export(folder: Path) -> None:
    """Make the file of a month on the stick, and tell the logboek."""
    with an(folder) as store:
        content = levering_bestand(store.read(maandcijfers, MAAND))
        write_atomically(folder / "stick" / LEVERING, content)
        store.write(leg_levering_vast, MAAND, LEVERING, hashlib.sha256(content).hexdigest())


def renew(folder: Path) -> None:
    toegang.vernieuw_sleutel(an(folder), progress=lambda *_: None)


def new_passphrase(folder: Path) -> None:
    with an(folder) as store:
        toegang.wijzig_wachtzin(store, OLD, NEW, kdf=FAST)


def migrate(folder: Path) -> None:
    bring_up_to_date(folder / NAME, Given.key, clock=clock)


def restore(folder: Path) -> None:
    reservekopie.zet_terug(an(folder), Given.kopie, clock=clock)


def session_of_a_day(folder: Path) -> None:
    """A working session with a name in it that must be found nowhere afterwards."""
    with open_with_key(folder / NAME, "an", Given.key) as store:
        for number in range(20):
            store.write(two_tasks, f"{KANARIE} {number}")
        store.undo()
        # Made and looked at, but kept nowhere: the list, and the paper, of somebody with this name.
        lijst_xlsx(KANARIE, ["Naam"], [[f"{KANARIE} {number}"] for number in range(500)])
        lijst_pdf(KANARIE, ["Naam"], [[f"{KANARIE} {number}"] for number in range(50)])
    make_backup(folder)
    for kopie in backup.listed(backup.default_folder(folder / NAME)):
        backup.inspect(kopie.path, Given.key, folder)


def keep_all_memory() -> None:
    """Be on a computer that writes what was in memory to disk after a crash, as far as it may."""
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))


def crash_after_a_day(folder: Path) -> None:
    """The same, ended by a crash while the name is in memory."""
    keep_all_memory()
    no_core_dumps()
    session_of_a_day(folder)
    os.chdir(folder)
    os.abort()


def unguarded_crash(folder: Path) -> None:
    """A crash of a program that did not ask the system to keep no memory."""
    keep_all_memory()
    session_of_a_day(folder)
    os.chdir(folder)
    os.abort()

"""Makes a database of a given size in bulk: everybody with the dossier that a deelnemer usually has."""

import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.lives import rows_of

from leertraject_desktop.storage import keyfile
from leertraject_desktop.storage.base import Base
from leertraject_desktop.storage.clock import local_now
from leertraject_desktop.storage.database import Eigenaar, create, open_with_key
from leertraject_desktop.storage.engine import make_engine
from leertraject_desktop.storage.keyfile import Kdf
from leertraject_desktop.storage.store import Store

PASSPHRASE = "vier fietsen langs de vaart"


@dataclass(frozen=True, slots=True)
class World:
    """A database on the disk, its key, its number of deelnemers and how long it took to fill, in seconds."""

    path: Path
    key: bytes
    size: int
    seconds: float

    def open(self) -> Store:
        """Open it as its beheerder."""
        return open_with_key(self.path, "an", self.key)


def make(folder: Path, size: int) -> World:
    """Make a database with `size` deelnemers, of whom at most 400 stay here now."""
    path = folder / f"groot-{size}.leertraject"
    create(
        path, "BRG", Eigenaar("an", "An Bogaert"), PASSPHRASE, kdf=Kdf(memory=64 * 1024, passes=1, lanes=4)
    )
    key = keyfile.unlock(keyfile.read(path), "an", PASSPHRASE)
    begun = time.perf_counter()
    engine = make_engine(path, key)
    today = local_now().date()
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA cache_size = -200000")
        for first in range(1, size + 1, 10_000):
            found = rows_of(range(first, min(first + 10_000, size + 1)), size, today)
            rows = {klass.__table__: made for klass, made in found.items()}
            for table in Base.metadata.sorted_tables:
                if table in rows:
                    connection.execute(table.insert(), rows[table])
    engine.dispose()
    return World(path, key, size, time.perf_counter() - begun)

"""What the worker does for the page of the months: count, make the file, look into it, write it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.levering.inkijk import Blad, lees_bladen
from leertraject_desktop.features.levering.maandcijfers import maandcijfers
from leertraject_desktop.features.levering.maanden import bestandsnaam
from leertraject_desktop.features.levering.werkboek import levering_bestand
from leertraject_desktop.storage.atomic import write_atomically
from leertraject_desktop.storage.store import Store

Progress = Callable[[int, int], object]


class FiguresChanged(Problem):
    """The figures are no longer those that were looked at."""


@dataclass(frozen=True, slots=True)
class Preview:
    """The file of a month as it would leave: its name, its bytes and what is in them."""

    maand: Maand
    naam: str
    content: bytes
    bladen: tuple[Blad, ...]

    @property
    def sha256(self) -> str:
        """The fingerprint of the bytes, 64 hexadecimal digits."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was written: where, and whether it took the place of another one."""

    preview: Preview
    path: Path
    replaced: bool


def look_into(store: Store, maand: Maand) -> Preview:
    """Make the file of a month in memory, and read it back. Raises Problem for a month without figures."""
    cijfers = store.read(maandcijfers, maand)
    content = levering_bestand(cijfers)
    return Preview(maand, bestandsnaam(cijfers.gevangenis, maand), content, lees_bladen(content))


def write_month(store: Store, shown: Preview, folder: Path, *, progress: Progress) -> Made:
    """Write the file that was looked at into a folder: whole, or not at all.

    Raises FiguresChanged, or Problem when it cannot be written.
    """
    progress(0, 3)
    content = levering_bestand(store.read(maandcijfers, shown.maand))
    progress(1, 3)
    if content != shown.content:
        raise FiguresChanged(
            "De cijfers van deze maand zijn intussen veranderd.",
            "Kijk de bladen nog eens na en maak daarna de levering.",
        )
    path = folder / shown.naam
    replaced = path.exists()
    progress(2, 3)
    write_atomically(path, content)
    return Made(shown, path, replaced)

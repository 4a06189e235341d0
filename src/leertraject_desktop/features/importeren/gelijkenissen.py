"""Tells for many people at once who looks like them: everybody is read once and laid out by date and by word.

The judgement is that of one person at a time (`domain.dubbels`); only the candidates are found otherwise.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, islice

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.dubbels import (
    Persoonsgegevens,
    gelijkende_datums,
    schrijfwijzen,
    vergelijk,
)
from leertraject_desktop.domain.klank import klank
from leertraject_desktop.domain.tekst import vouw
from leertraject_desktop.storage.tables import Deelnemer

MEESTE = 200
"""How many candidates are compared at most for one person and one way of finding them."""
KORT = 4
DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Ander:
    """Somebody in the database, or higher in the list (`dossiernummer` None)."""

    gegevens: Persoonsgegevens
    dossiernummer: int | None
    naam: str
    klanken: str


class Gelijkenissen:
    """Everybody who has a dossier, and those of the list who were added; `beste` finds who is most alike."""

    def __init__(self, session: Session) -> None:
        self._iedereen: list[Ander] = []
        self._op_datum: dict[date | None, list[int]] = {}
        self._op_naam: dict[str, list[int]] = {}
        self._woorden: dict[bool, _Woorden] = {}
        stmt = select(
            Deelnemer.voornaam,
            Deelnemer.familienaam,
            Deelnemer.geboortedatum,
            Deelnemer.dossiernummer,
            Deelnemer.sorteersleutel,
            Deelnemer.klank,
        ).order_by(Deelnemer.dossiernummer)
        for row in session.connection().execute(stmt):
            self._zet_erbij(Ander(Persoonsgegevens(row[0], row[1], row[2]), row[3], row[4], row[5]))

    def voeg_toe(self, gegevens: Persoonsgegevens) -> None:
        """Remember somebody new from the list, for the rows below."""
        naam = vouw(f"{gegevens.familienaam} {gegevens.voornaam}")
        self._zet_erbij(Ander(gegevens, None, naam, " ".join(map(klank, naam.split()))))

    def beste(self, gegevens: Persoonsgegevens) -> tuple[Ander, str] | None:
        """Who is most alike and why, in words without a full stop; None when nobody is."""
        found = None
        points = 0
        for place in sorted(self._kandidaten(gegevens)):
            gelijkenis = vergelijk(gegevens, self._iedereen[place].gegevens)
            if gelijkenis is not None and gelijkenis.punten > points:
                found, points = (self._iedereen[place], gelijkenis.reden), gelijkenis.punten
        return found

    def _zet_erbij(self, ander: Ander) -> None:
        place = len(self._iedereen)
        self._iedereen.append(ander)
        dag = ander.gegevens.geboortedatum
        self._op_datum.setdefault(dag, []).append(place)
        self._op_naam.setdefault(ander.naam, []).append(place)
        for alleen_zonder_datum, woorden in self._woorden.items():
            if dag is None or not alleen_zonder_datum:
                woorden.add(place, ander.naam)

    def _kandidaten(self, gegevens: Persoonsgegevens) -> set[int]:
        """Where those stand who may be alike: by date and one word, by the whole name, by two words."""
        naam = vouw(f"{gegevens.familienaam} {gegevens.voornaam}")
        if len(naam.split()) < 2:
            return set()
        versies = schrijfwijzen(naam)
        found = set(islice(self._op_naam.get(naam, ()), MEESTE))
        if gegevens.geboortedatum is not None:
            found.update(self._met_datum(gegevens.geboortedatum, versies))
        index = self._woordindex(alleen_zonder_datum=gegevens.geboortedatum is not None)
        for versie in versies:
            found.update(index.two_of(versie.split()))
        return found

    def _met_datum(self, dag: date, versies: list[str]) -> Iterator[int]:
        """Those born on the day itself, and on a day that looks like it if a word of the name does too."""
        yield from islice(self._op_datum.get(dag, ()), MEESTE)
        mine = {part for versie in versies for word in versie.split() for part in (word, klank(word))} - {""}
        near = {*gelijkende_datums(dag), dag - DAG, dag + DAG} - {dag}
        for other in sorted(near):
            for place in self._op_datum.get(other, ()):
                ander = self._iedereen[place]
                if not mine.isdisjoint(ander.naam.split()) or not mine.isdisjoint(ander.klanken.split()):
                    yield place

    def _woordindex(self, *, alleen_zonder_datum: bool) -> "_Woorden":
        """The words of everybody, or of those whose date of birth is not known; made when first asked for."""
        if alleen_zonder_datum not in self._woorden:
            index = _Woorden()
            places = self._op_datum.get(None, []) if alleen_zonder_datum else range(len(self._iedereen))
            for place in places:
                index.add(place, self._iedereen[place].naam)
            self._woorden[alleen_zonder_datum] = index
        return self._woorden[alleen_zonder_datum]


class _Woorden:
    """In whose name a word stands, or one that sounds like it or has one letter more, less or other."""

    def __init__(self) -> None:
        self._places: dict[str, set[int]] = {}
        self._words: dict[str, list[str]] = {}
        self._near: dict[str, set[int]] = {}

    def add(self, place: int, naam: str) -> None:
        """Somebody with his or her folded name."""
        for word in naam.split():
            if word not in self._places:
                self._places[word] = set()
                for key in _keys(word):
                    self._words.setdefault(key, []).append(word)
                self._near.clear()
            self._places[word].add(place)

    def two_of(self, words: list[str]) -> Iterable[int]:
        """At most so many people of whose name two words are near two of these."""
        found: set[int] = set()
        for one, other in combinations(words, 2):
            found |= self._all_near(one) & self._all_near(other)
        return sorted(found)[:MEESTE]

    def _all_near(self, word: str) -> set[int]:
        if word not in self._near:
            words = {near for key in _keys(word) for near in self._words.get(key, ())}
            self._near[word] = set().union(*(self._places[near] for near in words))
        return self._near[word]


def _keys(word: str) -> set[str]:
    """What two words share when they are equal, sound alike or differ by a letter."""
    keys = {f"={word}", f"~{klank(word)}"}
    if len(word) >= KORT:
        keys |= {f"={word[:i]}{word[i + 1 :]}" for i in range(len(word))}
    return keys

"""Whether two people on paper may be one: how alike their names and dates of birth are, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from leertraject_desktop.domain.klank import klank
from leertraject_desktop.domain.tekst import vouw

DREMPEL = 60
KORT, LANG = 4, 8
# Small words that are written apart from the name or together with it: El Amrani and Elamrani.
LOSSE_WOORDEN = ("el", "al", "ben", "bou", "abu", "abd", "van", "de", "den", "der", "mac")
KORTSTE_REST = 3


@dataclass(frozen=True, slots=True)
class Persoonsgegevens:
    """What two people are compared by."""

    voornaam: str
    familienaam: str
    geboortedatum: date | None = None


@dataclass(frozen=True, slots=True)
class Gelijkenis:
    """How alike two people are (the higher, the more) and the reason in words, without a full stop."""

    punten: int
    reden: str


def vergelijk(een: Persoonsgegevens, ander: Persoonsgegevens) -> Gelijkenis | None:
    """How alike two people are; None when nobody would take them for one.

    A name that only looks alike does not count when the dates of birth are plainly different.
    """
    naam = _naam(een, ander)
    if naam is None:
        return None
    datum = _datum(een.geboortedatum, ander.geboortedatum)
    punten = naam.punten + datum.punten
    if punten < DREMPEL:
        return None
    return Gelijkenis(punten, f"{naam.reden}, {datum.reden}")


def gelijkende_datums(dag: date) -> Iterator[date]:
    """The day itself, with day and month the other way around, and every day that has one other digit."""
    yield dag
    text = f"{dag.year:04}{dag.month:02}{dag.day:02}"
    changed = {text[:4] + text[6:] + text[4:6]}
    changed |= {text[:i] + digit + text[i + 1 :] for i in range(8) for digit in "0123456789"}
    for other in sorted(changed - {text}):
        try:
            yield date(int(other[:4]), int(other[4:6]), int(other[6:]))
        except ValueError:
            continue


def schrijfwijzen(tekst: str) -> list[str]:
    """The name as it is, and with its small words apart and joined: to what follows, or to one another.

    So Van den Broeck, Vandenbroeck and Vanden Broeck each have the other two among their spellings.
    """
    words = vouw(tekst).split()
    apart = [part for word in words for part in _uiteen(word)]
    versions = (words, _aaneen(words), apart, _aaneen(apart), _aaneen(apart, alleen_kleine=True))
    return list(dict.fromkeys(" ".join(version) for version in versions))


def _uiteen(word: str) -> list[str]:
    """A word without the small words that it begins with, and these: vandenbroeck gives van, den, broeck."""
    begins = [small for small in LOSSE_WOORDEN if word.startswith(small)]
    rests = {small: word.removeprefix(small) for small in begins}
    fits = [small for small, rest in rests.items() if len(rest) >= KORTSTE_REST or rest in LOSSE_WOORDEN]
    small = max(fits, key=len, default="")
    return [small, *_uiteen(rests[small])] if small else [word]


def _aaneen(words: list[str], *, alleen_kleine: bool = False) -> list[str]:
    """The words with the small ones joined to what follows, or only to another small one."""
    joined: list[str] = []
    after_small = False
    for word in words:
        is_small = word in LOSSE_WOORDEN
        if after_small and (is_small or not alleen_kleine):
            joined[-1] += word
        else:
            joined.append(word)
        after_small = is_small
    return joined


def _datum(een: date | None, ander: date | None) -> Gelijkenis:
    if een is None or ander is None:
        return Gelijkenis(0, "geboortedatum niet bekend")
    if een == ander:
        return Gelijkenis(30, "zelfde geboortedatum")
    if een.year == ander.year and (een.month, een.day) == (ander.day, ander.month):
        return Gelijkenis(20, "dag en maand van de geboortedatum omgewisseld")
    if _cijfers_anders(een, ander) == 1 or abs(een - ander) == timedelta(days=1):
        return Gelijkenis(15, "geboortedatum bijna gelijk")
    return Gelijkenis(-40, "andere geboortedatum")


def _cijfers_anders(een: date, ander: date) -> int:
    return sum(one != other for one, other in zip(een.isoformat(), ander.isoformat(), strict=True))


def _naam(een: Persoonsgegevens, ander: Persoonsgegevens) -> Gelijkenis | None:
    mine = (vouw(een.voornaam), vouw(een.familienaam))
    theirs = (vouw(ander.voornaam), vouw(ander.familienaam))
    my_words, their_words = " ".join(mine).split(), " ".join(theirs).split()
    if not my_words or not their_words:
        return None
    if mine == theirs:
        return Gelijkenis(100, "zelfde naam")
    if mine == (theirs[1], theirs[0]):
        return Gelijkenis(98, "voornaam en familienaam omgewisseld")
    if sorted(my_words) == sorted(their_words):
        return Gelijkenis(95, "zelfde namen in een andere volgorde")
    if "".join(my_words) == "".join(their_words):
        return Gelijkenis(94, "zelfde naam met andere spaties")
    short, long = sorted((my_words, their_words), key=len)
    return _woorden(short, long)


def _woorden(short: list[str], long: list[str]) -> Gelijkenis | None:
    """Pair every word of the shorter name with the nearest that is left of the longer one."""
    left = list(long)
    paired = {"gelijk": 0, "gespeld": 0, "klinkt": 0}
    for how, test in (("gelijk", str.__eq__), ("gespeld", _bijna_gelijk), ("klinkt", _klinkt_gelijk)):
        for word in list(short):
            found = next((other for other in left if test(word, other)), None)
            if found is not None:
                left.remove(found)
                short = [rest for rest in short if rest is not word]
                paired[how] += 1
    total = sum(paired.values())
    if total == 0:
        return None
    if short:
        return Gelijkenis(35, "een deel van de naam lijkt erop")
    if left:
        return (
            Gelijkenis(70, "de naam is een deel van de andere")
            if total > 1
            else Gelijkenis(40, "een van de namen is gelijk")
        )
    if paired["klinkt"]:
        return Gelijkenis(75, "de naam klinkt hetzelfde")
    return Gelijkenis(80, "de naam is een beetje anders gespeld")


def _klinkt_gelijk(een: str, ander: str) -> bool:
    sound = klank(een)
    is_long = min(len(een), len(ander)) >= KORT
    return len(sound) > (0 if is_long else 1) and sound == klank(ander)


def _bijna_gelijk(een: str, ander: str) -> bool:
    shortest = min(len(een), len(ander))
    if shortest < KORT:
        return False
    return afstand(een, ander) <= (2 if max(len(een), len(ander)) >= LANG else 1)


def afstand(een: str, ander: str) -> int:
    """How many letters must be changed, added, dropped or swapped with their neighbour."""
    if abs(len(een) - len(ander)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(ander) + 1))
    for i, letter in enumerate(een, start=1):
        following = [i]
        for j, other in enumerate(ander, start=1):
            cost = min(row[j] + 1, following[j - 1] + 1, row[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == ander[j - 2] and een[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            following.append(cost)
        before, row = row, following
    return row[-1]

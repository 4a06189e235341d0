"""What makes a passphrase good enough, how strong it looks while it is typed, and one to propose."""

import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.tekst import vouw
from leertraject_desktop.storage.packaged import resource

WOORDEN = 4
MIN_TEKENS = 12
MAX_TEKENS = 200
# Bits of guessing that a word of the list, an unknown letter, another sign and a random sign are worth here.
PER_WOORD = 11.0
PER_LETTER = 2.0
PER_TEKEN = 3.3
PER_WILLEKEURIG = 4.5
GENOEG = 40.0
RUIM = 55.0

LABELS = ("Nog niets getypt", "Te zwak", "Kan beter", "Sterk genoeg", "Sterk")
LEET = str.maketrans("013457@$!", "oieastasi")
RIJEN = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "azertyuiopqsdfghjklmwxcvbn",
    "qwertyuiopasdfghjklzxcvbnm",
)


@dataclass(frozen=True, slots=True)
class Controle:
    """One thing that a passphrase must be, in words, and whether it is."""

    tekst: str
    gehaald: bool


@dataclass(frozen=True, slots=True)
class Sterkte:
    """How strong a passphrase is: `niveau` 0 (nothing typed) to 4 (strong), its word, and what was checked.

    From niveau 2 on it may be used; `telling` counts words and signs, for beside the bar.
    """

    niveau: int
    label: str
    telling: str
    controles: tuple[Controle, ...]


def stel_wachtzin_voor() -> str:
    """A random passphrase of four different plain Dutch words, each one of more than 2,500."""
    return " ".join(secrets.SystemRandom().sample(_woorden(), WOORDEN))


def sterkte(passphrase: str, *, eigen: Iterable[str] = ()) -> Sterkte:
    """How strong a passphrase is. `eigen` are words that everybody can guess: login, name, prison."""
    woorden = re.findall(r"\w+", passphrase)
    lang_genoeg = len(passphrase.strip()) >= MIN_TEKENS or _known(woorden) >= WOORDEN
    controles: tuple[Controle, ...] = (
        Controle("Ten minste 12 tekens, of vier losse woorden", lang_genoeg),
        Controle("Geen bekend wachtwoord, gezegde of rijtje", not _blocked(passphrase)),
        Controle("Niet je eigen naam, aanmeldnaam of gevangenis", not _only_own(passphrase, eigen)),
    )
    telling = (
        f"{len(woorden)} {'woord' if len(woorden) == 1 else 'woorden'}, "
        f"{len(passphrase)} {'teken' if len(passphrase) == 1 else 'tekens'}"
    )
    if not passphrase.strip():
        niveau = 0
        controles = tuple(Controle(controle.tekst, False) for controle in controles)
    elif not all(controle.gehaald for controle in controles):
        niveau = 1
    else:
        bits = _bits(passphrase)
        niveau = 4 if bits >= RUIM else 3 if bits >= GENOEG else 2
    return Sterkte(niveau, LABELS[niveau], telling, controles)


def controleer_wachtzin(passphrase: str, *, eigen: Iterable[str] = (), veld: str = "wachtzin") -> None:
    """Raise Problem when the rules do not allow this passphrase. They ask for no digits or special signs."""
    if len(passphrase) > MAX_TEKENS:
        raise Problem(
            f"Deze wachtzin is te lang: {len(passphrase)} tekens.",
            f"Kies er een van ten hoogste {MAX_TEKENS} tekens.",
            veld=veld,
        )
    lang, bekend, eigen_naam = (controle.gehaald for controle in sterkte(passphrase, eigen=eigen).controles)
    if not lang:
        raise Problem(
            "Deze wachtzin is te kort.",
            "Kies vier losse woorden, of ten minste 12 tekens.",
            veld=veld,
        )
    if not bekend:
        raise Problem(
            "Deze wachtzin staat op de lijst die iedereen het eerst probeert.",
            "Kies vier woorden die niets met elkaar te maken hebben, of laat er een voorstellen.",
            veld=veld,
        )
    if not eigen_naam:
        raise Problem(
            "In deze wachtzin staat bijna alleen je eigen naam of je gevangenis.",
            "Kies woorden die niemand met jou verbindt.",
            veld=veld,
        )


@cache
def _woorden() -> tuple[str, ...]:
    return tuple(resource("wachtzin", "woorden.txt").read_text(encoding="utf-8").split())


@cache
def _word_set() -> frozenset[str]:
    return frozenset(_woorden())


@cache
def _blocklist() -> frozenset[str]:
    return frozenset(resource("wachtzin", "geweigerd.txt").read_text(encoding="utf-8").split())


@cache
def _sayings() -> frozenset[str]:
    lines = resource("wachtzin", "gezegden.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(_letters(line) for line in lines)


def _letters(text: str) -> str:
    return vouw(text).replace(" ", "")


def _known(woorden: Iterable[str]) -> int:
    return len({vouw(woord) for woord in woorden} & _word_set())


def _blocked(passphrase: str) -> bool:
    """Whether nothing remains without known passwords, sayings, rows of keys, years and repeats."""
    plain = _letters(passphrase)
    if plain in _sayings() or len(set(plain)) < 5:
        return True
    for text in (plain, _letters(passphrase.lower().translate(LEET))):
        rest = text
        for word in sorted(_blocklist(), key=len, reverse=True):
            rest = rest.replace(word, "")
        rest = re.sub(r"\d{1,8}", "", rest)
        if len(_without_rows(rest)) < 4:
            return True
    half = len(plain) // 2
    return any(
        plain == plain[:size] * (len(plain) // size) for size in range(1, half + 1) if len(plain) % size == 0
    )


def _without_rows(text: str) -> str:
    """Text without runs of four or more signs that lie in a row on the keyboard or in the alphabet."""
    kept = text
    for row in (line for rij in RIJEN for line in (rij, rij[::-1])):
        start = 0
        while start <= len(kept) - 4:
            size = 0
            while start + size < len(kept) and kept[start : start + size + 1] in row:
                size += 1
            if size >= 4:
                kept = kept[:start] + kept[start + size :]
            else:
                start += 1
    return kept


def _only_own(passphrase: str, eigen: Iterable[str]) -> bool:
    rest = _letters(passphrase)
    own = [_letters(part) for text in eigen for part in (text, *re.split(r"[\s.\-_@]+", text))]
    for part in sorted({part for part in own if len(part) >= 3}, key=len, reverse=True):
        rest = rest.replace(part, "")
    return rest != _letters(passphrase) and len(re.sub(r"\d", "", rest)) < 6


def _bits(passphrase: str) -> float:
    """A careful guess of how many bits somebody must try who knows the word list and the usual tricks."""
    total = 0.0
    kinds = [re.search(kind, passphrase) for kind in (r"[a-z]", r"[A-Z]", r"\d", r"[^\w\s]")]
    if len(kinds) - kinds.count(None) >= 3 and not re.search(r"[a-zA-Z]{4}", passphrase):
        return PER_WILLEKEURIG * len(passphrase)
    for woord in {vouw(woord) for woord in re.findall(r"\w+", passphrase)}:
        if woord in _blocklist():
            total += 6.0
        elif woord in _word_set():
            total += PER_WOORD
        elif woord.isdigit():
            total += min(PER_TEKEN * len(woord), 12.0)
        elif woord.isalpha():
            total += min(max(PER_LETTER * len(woord), 4.0), 16.0)
        else:
            total += PER_TEKEN * len(woord)
    return total

"""How a name sounds, roughly: names that are written down by ear in another language come out alike."""

import re

from leertraject_desktop.domain.tekst import vouw

# From longer to shorter; each turns spellings of one sound into one letter.
KLANKEN = (
    (r"tsj|tch|sch|sh|sj|ch|cz|sz|zh|dzj|dj|dz", "s"),
    (r"(?<=[aou])w", ""),
    (r"ph|v|w", "f"),
    (r"kh|gh|q|ck|g", "k"),
    (r"th|dh|d", "t"),
    (r"x", "ks"),
    (r"c(?=[eiy])", "s"),
    (r"c", "k"),
    (r"z", "s"),
    (r"b", "p"),
    (r"^[yj]", "i"),
    (r"(?<!^)[aeiouyjh]+", ""),
)


def klank(woord: str) -> str:
    """The consonants of one word as they sound; empty for a word without Latin letters.

    Youssef, Yusuf and Jozef give the same; so do Mohamed and Mehmet, Chaoui and Shawi.
    """
    rest = "".join(char for char in vouw(woord) if "a" <= char <= "z")
    for spelling, letter in KLANKEN:
        rest = re.sub(spelling, letter, rest)
    return re.sub(r"(.)\1+", r"\1", rest)


def klanken(naam: str) -> str:
    """The sounds of the words of a name, apart by spaces; words of one sound are left out."""
    return " ".join(sound for word in vouw(naam).split() if len(sound := klank(word)) > 1)

"""Which pieces of a hit are what was searched for, so that they can stand out."""

import re

from leertraject_desktop.domain.dubbels import afstand
from leertraject_desktop.domain.klank import klank
from leertraject_desktop.domain.tekst import vouw

KORTST, LANG = 4, 7


def stukken(tekst: str, gezocht: str) -> list[tuple[str, bool]]:
    """A text in pieces, each with whether it is what was searched for: the beginning of a word, folded.

    What begins no word marks the words that differ by a typing error from it, or sound alike, as the search
    finds them. The pieces together are the text, sign for sign.
    """
    woorden = vouw(gezocht).split()
    parts = [(match[0], vouw(match[0])) for match in re.finditer(r"\w+|\W+", tekst)]
    misspelt = [woord for woord in woorden if not any(folded.startswith(woord) for _, folded in parts)]
    pieces: list[tuple[str, bool]] = []
    for part, folded in parts:
        best = max((len(woord) for woord in woorden if folded.startswith(woord)), default=0)
        if not best and any(lijkt_op(woord, folded) for woord in misspelt):
            best = len(folded)
        length = next((n for n in range(len(part) + 1) if len(vouw(part[:n])) >= best), len(part))
        pieces += [(part[:length], True), (part[length:], False)] if best else [(part, False)]
    joined: list[tuple[str, bool]] = []
    for piece, hit in pieces:
        if joined and joined[-1][1] == hit:
            joined[-1] = (joined[-1][0] + piece, hit)
        elif piece:
            joined.append((piece, hit))
    return joined


def lijkt_op(getypt: str, woord: str) -> bool:
    """Whether a folded word is one that the search takes for what was typed."""
    if not woord.strip():
        return False
    sound = klank(getypt)
    if len(sound) > 1 and sound == klank(woord):
        return True
    return len(getypt) >= KORTST and afstand(getypt, woord) <= (2 if len(getypt) >= LANG else 1)

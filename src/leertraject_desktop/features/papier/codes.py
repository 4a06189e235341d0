"""The number of a form that comes back, and the QR code that tells which sheet it is."""

import secrets
from functools import lru_cache
from typing import Any

from reportlab.graphics.barcode import qrencoder

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # no 0 1 I L O U: nobody doubts when typing it in
NUMBER_LENGTH = 12
LEFT_TO_RIGHT = "\u200e"
Matrix = tuple[tuple[bool, ...], ...]


def nieuw_formuliernummer() -> str:
    """A new random number for a form: 12 unambiguous capitals and digits, that say nothing about anybody."""
    return "".join(secrets.choice(ALPHABET) for _ in range(NUMBER_LENGTH))


def leesbaar(nummer: str) -> str:
    """The number in groups of four, as it is printed and typed in: 7K3Q-X9MD-4TRV.

    The mark of direction before it prints nothing; it keeps the groups in order inside Arabic.
    """
    return LEFT_TO_RIGHT + "-".join(nummer[place : place + 4] for place in range(0, len(nummer), 4))


def is_formuliernummer(nummer: str) -> bool:
    """Whether this is a number as `nieuw_formuliernummer` makes them."""
    return len(nummer) == NUMBER_LENGTH and set(nummer) <= set(ALPHABET)


def sheet_payload(formulier: str, versie: int, taal: str, bladzijde: int, nummer: str) -> str:
    """What the QR of a returning sheet holds: form, version, language, page, number; nothing on a person.

    `formulier` is a code of three capitals. Capitals, digits and hyphens only, at most 29 characters:
    more does not fit in a QR of version 2, level Q.
    """
    if not is_formuliernummer(nummer):
        raise ValueError(f"not a form number: {nummer!r}")
    return f"LT1-{formulier}-{versie}-{taal.upper()}-{bladzijde}-{nummer}"


@lru_cache(maxsize=256)
def sheet_matrix(payload: str) -> Matrix:
    """The 25 × 25 modules of a QR of version 2, level Q (a quarter may be damaged); True is dark."""
    return _matrix(payload, 2)


@lru_cache(maxsize=4)
def free_matrix(payload: str) -> Matrix:
    """The modules of a QR of level Q, in the smallest version that holds the payload; True is dark."""
    return _matrix(payload, None)


def _matrix(payload: str, version: int | None) -> Matrix:
    code: Any = qrencoder.QRCode(version, qrencoder.QRErrorCorrectLevel.Q)
    code.addData(payload)
    code.make()
    side = range(code.getModuleCount())
    return tuple(tuple(bool(code.isDark(row, column)) for column in side) for row in side)


def dark_runs(matrix: Matrix) -> list[tuple[int, int, int]]:
    """The dark modules as horizontal runs: row, first column, length."""
    runs = []
    for row, modules in enumerate(matrix):
        start = 0
        while start < len(modules):
            end = start
            while end < len(modules) and modules[end]:
                end += 1
            if end > start:
                runs.append((row, start, end - start))
            start = end + 1
    return runs

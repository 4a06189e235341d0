"""The recovery key as it stands on paper: groups of signs that cannot be mistaken, each with its own check.

160 random bits in 8 groups of 4 signs, and a fifth sign per group that finds one wrong sign, two swapped
signs and a group in the place of another. The signs are the digits and letters without I, L, O and U; who
types one of these gets the digit that it looks like.
"""

import re
import secrets

from leertraject_desktop.domain.problem import Problem

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})
KEY_BYTES = 20
GROUPS = 8
GROUP_SIGNS = 4
QR_PREFIX = "LEERTRAJECT:HERSTEL:"


def new_recovery() -> bytes:
    """A random recovery key."""
    return secrets.token_bytes(KEY_BYTES)


def groepen(recovery: bytes) -> list[str]:
    """The eight groups of five signs that are printed, in order."""
    number = int.from_bytes(recovery, "big")
    values = [(number >> 5 * place) & 31 for place in reversed(range(GROUPS * GROUP_SIGNS))]
    rows = [values[start : start + GROUP_SIGNS] for start in range(0, len(values), GROUP_SIGNS)]
    return ["".join(SIGNS[value] for value in (*row, _check(row, index))) for index, row in enumerate(rows)]


def qr_inhoud(recovery: bytes) -> str:
    """What the QR code on the paper holds; `lees` reads it. Only capitals: that keeps the code small."""
    return QR_PREFIX + "-".join(groepen(recovery))


def lees(text: str) -> bytes:
    """The recovery key that somebody typed or scanned. Raises Problem and names the group that is wrong."""
    bare = _bare(text.strip().upper().removeprefix(QR_PREFIX))
    wide = GROUP_SIGNS + 1
    if len(bare) != GROUPS * wide:
        raise Problem(
            f"De herstelsleutel heeft {GROUPS} groepen van {wide} tekens. Je typte {len(bare)} tekens.",
            "Typ alle groepen over van het herstelblad.",
            veld="herstelsleutel",
        )
    number = 0
    for index in range(GROUPS):
        for value in _values(bare[index * wide : (index + 1) * wide], index):
            number = number << 5 | value
    return number.to_bytes(KEY_BYTES, "big")


def controleer_deel(recovery: bytes, groep: int, getypt: str) -> None:
    """Raise Problem unless `getypt` is group `groep` (1 to 8) of the key: the paper is there and legible."""
    if _bare(getypt) != groepen(recovery)[groep - 1]:
        raise Problem(
            f"Dit is niet groep {groep} van het blad.",
            f"Kijk op je herstelblad en typ de vijf tekens van groep {groep}.",
            veld="deel",
        )


def groep_klopt(groep: int, getypt: str) -> bool:
    """Whether what was typed can be group `groep` (1 to 8) of a key: its check sign says so."""
    bare = _bare(getypt)
    if len(bare) != GROUP_SIGNS + 1:
        return False
    try:
        _values(bare, groep - 1)
    except Problem:
        return False
    return True


def splits(getypt: str) -> list[str]:
    """What was scanned or pasted, in groups; the last one may be shorter."""
    bare = _bare(getypt.strip().upper().removeprefix(QR_PREFIX))
    wide = GROUP_SIGNS + 1
    return [bare[start : start + wide] for start in range(0, len(bare), wide)]


def _bare(text: str) -> str:
    return re.sub(r"[\s\-–.]", "", text.upper()).translate(LOOKALIKES)


def _values(group: str, index: int) -> list[int]:
    values = [SIGNS.find(sign) for sign in group]
    if -1 in values or values[-1] != _check(values[:-1], index):
        raise Problem(
            f"In groep {index + 1} staat een fout.",
            f"Vergelijk groep {index + 1} met het herstelblad en typ hem opnieuw.",
            veld="herstelsleutel",
        )
    return values[:-1]


def _check(row: list[int], index: int) -> int:
    """A sum in the field of 32 elements, with another weight per place, so that a swap shows as well."""
    total = index
    for value in row:
        total = _double(total ^ value)
    return total


def _double(value: int) -> int:
    value <<= 1
    return value ^ 0b100101 if value & 32 else value

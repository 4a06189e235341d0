"""Text as users type it: cleaned before it is kept, folded before it is searched."""

import re
import unicodedata

from leertraject_desktop.domain.problem import Problem

MAX_NAAM = 100
MAX_REGEL = 200
MAX_NOTITIE = 10_000

# White space of any kind but the end of a line, and signs that no file may hold: control, half a letter,
# private use and noncharacters. An emoji newer than this Python is a sign like any other.
SPACE = re.compile(r"[^\S\n]")
NO_TEXT = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 15))
    + "]"
)

# Letters that Unicode does not split into a base letter and a mark.
LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ə": "e"}
)


def schoon(text: str, *, maximum: int = MAX_REGEL, veld: str = "", regels: bool = False) -> str:
    """Text ready to keep: composed, without control characters, trimmed; emoji and every script stay.

    `regels` keeps line breaks. Raises Problem when more than `maximum` characters remain, so that nothing
    is cut off in silence.
    """
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = NO_TEXT.sub("", SPACE.sub(" ", composed))
    result = kept.strip() if regels else " ".join(kept.split())
    if all(unicodedata.category(char) == "Cf" for char in result.replace(" ", "")):
        return ""  # only signs that join or turn letters: nothing that anybody can read
    if len(result) > maximum:
        raise Problem(
            f"Deze tekst is te lang: {len(result)} tekens.",
            f"Kort hem in tot {maximum} tekens.",
            veld=veld,
        )
    return result


def verplicht(text: str, what: str, remedy: str, *, veld: str) -> str:
    """The text itself, or Problem when it is empty."""
    if not text:
        raise Problem(what, remedy, veld=veld)
    return text


def toelichting_bij(code: str, text: str, what: str = "wat de reden is") -> str:
    """The words beside a code, cleaned. Raises Problem when the code is "andere" and they do not say which.

    `what` says in words what is to be written.
    """
    toelichting = schoon(text, maximum=MAX_NOTITIE, veld="toelichting", regels=True)
    if code != "andere":
        return toelichting
    remedy = f"Schrijf in een paar woorden {what}."
    return verplicht(toelichting, "Bij ‘andere’ hoort een toelichting.", remedy, veld="toelichting")


def vouw(text: str) -> str:
    """Text as it is searched: lower case, without accents, words apart by one space."""
    split = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(LETTERS)
    bare = "".join(char if char.isalnum() else " " for char in split if not unicodedata.combining(char))
    return " ".join(bare.split())

"""Text as users type it: cleaned before it is kept, folded before it is searched."""

import unicodedata

from leertraject_desktop.domain.problem import Problem

MAX_NAAM = 100
MAX_REGEL = 200
MAX_NOTITIE = 10_000

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
    kept = "".join(
        char if char == "\n" and regels else " " if char.isspace() else char
        for char in composed
        if char.isspace() or not _is_no_text(char)
    )
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


def _is_no_text(char: str) -> bool:
    """Whether no file may hold this sign; an emoji newer than this Python is a sign too."""
    number = ord(char)
    noncharacter = number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF
    return noncharacter or unicodedata.category(char) in ("Cc", "Cs", "Co")


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

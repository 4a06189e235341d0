"""Which font of the program prints which character, and how that font shapes a piece of text."""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import uharfbuzz
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr, TTFont

from leertraject_desktop.storage.packaged import resource

# The order in which fonts are asked for a character; the number enlarges what looks small beside Latin.
FAMILIES = (
    ("NotoSans", 1.0, True),
    ("NotoSansArabic", 1.12, True),
    ("NotoSansHebrew", 1.0, False),
    ("NotoSansGeorgian", 1.0, False),
    ("NotoSansArmenian", 1.0, False),
    ("NotoSansEthiopic", 1.0, False),
    ("NotoSansDevanagari", 1.0, False),
)
BASE_FONT = "NotoSans-Regular"
PRIVATE_USE = 0xE000  # a glyph without a character of its own gets this code plus its glyph number
LIGATURES_OFF = {"kern": True, "liga": False}  # "fi" stays two letters: it can be searched in the PDF


@dataclass(frozen=True)
class Family:
    """One typeface of the program: its upright weights, what it covers and how much it is enlarged."""

    name: str
    scale: float
    semibold: bool
    covered: frozenset[int]

    def font(self, *, bold: bool) -> str:
        """The name of the font in this weight; a typeface with one weight prints bold text in that one."""
        return f"{self.name}-{'SemiBold' if bold and self.semibold else 'Regular'}"


@dataclass(frozen=True)
class Shaped:
    """Glyphs of one font in printing order; `width` in thousandths of the font size."""

    glyphs: Any
    width: float


def _path(font: str) -> str:
    return str(resource("fonts", f"{font}.ttf"))


@cache
def _face(font: str) -> Any:
    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(_path(font)))


@cache
def _harfbuzz(font: str) -> Any:
    return uharfbuzz.Font(_face(font))


@cache
def registered(font: str) -> TTFont:
    """The font as reportlab knows it, registered at its first use."""
    loaded = TTFont(font, _path(font))
    pdfmetrics.registerFont(loaded)
    return loaded


@cache
def _family(index: int) -> Family:
    name, scale, semibold = FAMILIES[index]
    return Family(name, scale, semibold, frozenset(_face(f"{name}-Regular").unicodes))


@lru_cache(maxsize=4096)
def family_of(char: str) -> Family | None:
    """The first typeface that has this character; None when no font of the program has it."""
    for index in range(len(FAMILIES)):
        family = _family(index)
        if ord(char) in family.covered:
            return family
    return None


def is_invisible(char: str) -> bool:
    """Whether the character steers its neighbours and prints nothing itself (joiners, marks of direction)."""
    return unicodedata.category(char) == "Cf" or 0xFE00 <= ord(char) <= 0xFE0F


@lru_cache(maxsize=16384)
def shape(text: str, font: str, *, rtl: bool) -> Shaped:
    """Shape a piece of text of one font and one direction: joined letters, marks on their letter, kerning."""
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.language = "und"  # never the language of the computer: the same page everywhere
    buffer.guess_segment_properties()
    uharfbuzz.shape(
        _harfbuzz(font), buffer, LIGATURES_OFF if font.startswith("NotoSans-") else {"kern": True}
    )
    face = registered(font).face
    data: Any = []
    codes, width = [], 0.0
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        code = _code(face, info.codepoint, text[info.cluster])
        codes.append(chr(code))
        data.append(
            ShapeData(
                info.cluster,
                place.x_advance,
                place.y_advance,
                place.x_offset,
                place.y_offset,
                face.charWidths.get(code, face.defaultWidth),
            )
        )
        width += place.x_advance
    return Shaped(ShapedStr("".join(codes), shapeData=data), width)


def _code(face: Any, glyph: int, char: str) -> int:
    """The character code that stands for a glyph in the PDF.

    It depends on the glyph alone, never on what was printed before: the same page gives the same bytes.
    """
    if face.charToGlyph.get(ord(char)) == glyph:
        return ord(char)
    if glyph in face.glyphToChar:
        return int(face.glyphToChar[glyph][0])
    code = PRIVATE_USE + glyph
    face.charToGlyph.setdefault(code, glyph)
    face.charWidths.setdefault(code, face.hmetrics[glyph][0])
    return code

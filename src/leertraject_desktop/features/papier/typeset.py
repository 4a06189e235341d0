"""The one path along which all text on paper is measured, wrapped and drawn, in every script."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.papier import direction, fonts

UNKNOWN = "□"  # stands in a note where a character has no font; drawn, because no font has this one either
UNKNOWN_WIDTH = 0.66  # of the font size
DIRECTION_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
EMOJI_PARTS = re.compile("[\u200d\u20e3\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")
BREAKS = re.compile("(?<=[^ ]) +(?=[^ ])|(?<=[^\\W\\d_]-)(?=[^\\W\\d_])|(?<=/)(?=\\w)")


@dataclass(frozen=True)
class Style:
    """How a text looks: `size` in points, `bold` for semi-bold."""

    size: float
    bold: bool = False


@dataclass(frozen=True)
class Span:
    """A piece of text that is bold or not, whatever the style around it."""

    text: str
    bold: bool


Text = str | tuple[Span, ...]


def markup(template: str, **values: str) -> tuple[Span, ...]:
    """Text in which `**…**` is bold and `{name}` is filled in; what is filled in is never read as markup."""
    pieces = template.split("**")
    return tuple(Span(piece.format(**values), index % 2 == 1) for index, piece in enumerate(pieces) if piece)


def plain(text: Text) -> str:
    """The text without what is bold in it."""
    return text if isinstance(text, str) else "".join(span.text for span in text)


def clean(text: str) -> str:
    """The text as it is printed: composed letters, one line, without controls that hide or reverse text."""
    text = DIRECTION_CONTROLS.sub("", unicodedata.normalize("NFC", text))
    return "".join(" " if unicodedata.category(char) in {"Cc", "Zl", "Zp"} else char for char in text)


def unprintable(text: str) -> str:
    """The characters of a text that no font of the program has, each once, in their order."""
    missing = dict.fromkeys(
        char
        for char in clean(text)
        if char != UNKNOWN and not fonts.is_invisible(char) and fonts.family_of(char) is None
    )
    return "".join(missing)


def named(text: str, what: str, veld: str = "") -> str:
    """The text, checked for printing: for names, where no letter may be replaced.

    Raises Problem with the first character without a font. `what` says in Dutch what the text is ("de naam").
    """
    missing = unprintable(text)
    if missing:
        shown = missing[0] if missing[0].isprintable() else f"U+{ord(missing[0]):04X}"
        raise Problem(
            f"Het teken ‘{shown}’ in {what} kan niet op papier: geen lettertype van het programma heeft het.",
            "Schrijf dit in gewone letters en druk opnieuw af.",
            veld=veld,
        )
    return clean(text).strip()


def noted(text: str) -> str:
    """A free note for printing: a character without a font, such as an emoji, becomes □, never nothing."""
    pieces: list[str] = []
    joined = False
    for char in "\n".join(clean(line) for line in text.splitlines()):
        if EMOJI_PARTS.match(char) and pieces and pieces[-1] == UNKNOWN:
            joined = char == "\u200d"
        elif char != "\n" and unprintable(char):
            if not joined:
                pieces.append(UNKNOWN)
            joined = False
        else:
            pieces.append(char)
            joined = False
    return "".join(pieces).strip()


@dataclass(frozen=True)
class Run:
    """Part of a line in one font; `size` in points, `width` in millimetres. Without font it is the □."""

    font: str
    size: float
    shaped: fonts.Shaped | None
    width: float


@dataclass(frozen=True)
class Line:
    """One line of set text, from left to right; `width` in millimetres."""

    runs: tuple[Run, ...]
    text: str

    @property
    def width(self) -> float:
        return sum(run.width for run in self.runs)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the line with its left end at x on the baseline y, both in points from the bottom left."""
        for run in self.runs:
            if run.shaped is None:
                side = run.width * mm * 0.8
                canvas.setLineWidth(run.size * 0.06)
                canvas.rect(x + side * 0.12, y, side, side, stroke=1, fill=0)
            else:
                fonts.registered(run.font)
                words = canvas.beginText(x, y)
                words.setFont(run.font, run.size)
                words.textOut(run.shaped.glyphs)
                canvas.drawText(words)
            x += run.width * mm


@dataclass(frozen=True)
class _Char:
    char: str
    bold: bool
    level: int
    family: fonts.Family | None  # None: the □


def _paragraph(text: Text, style: Style, *, rtl: bool) -> list[_Char]:
    spans = (Span(text, style.bold),) if isinstance(text, str) else text
    pairs = [(char, span.bold or style.bold) for span in spans for char in clean(span.text)]
    whole = "".join(char for char, _ in pairs)
    families = list(_families(whole))
    levels = direction.levels(whole, rtl=rtl)
    return [
        _Char(char, bold, level, family)
        for (char, bold), level, family in zip(pairs, levels, families, strict=True)
    ]


def _families(text: str) -> Iterator[fonts.Family | None]:
    """The typeface of each character; spaces, joiners and marks keep the one of their neighbour."""
    before: fonts.Family | None = None
    for place, char in enumerate(text):
        family: fonts.Family | None
        if char == UNKNOWN:
            yield None
            continue
        follows = char.isspace() or fonts.is_invisible(char) or unicodedata.category(char) == "Mn"
        if follows and before is not None and (fonts.is_invisible(char) or ord(char) in before.covered):
            family = before
        else:
            family = fonts.family_of(char) if not fonts.is_invisible(char) else fonts.family_of(" ")
        if family is None:
            named(text, f"‘{text[max(0, place - 20) : place + 20]}’")
        before = family
        yield family


def _line(chars: list[_Char], style: Style) -> Line:
    items: list[tuple[Run, int]] = []
    start = 0
    while start < len(chars):
        first, end = chars[start], start + 1
        while end < len(chars) and _alike(first, chars[end]):
            end += 1
        items.append((_run("".join(char.char for char in chars[start:end]), first, style), first.level))
        start = end
    return Line(tuple(direction.visual_order(items)), "".join(char.char for char in chars))


def _alike(first: _Char, other: _Char) -> bool:
    return (first.level, first.bold, first.family) == (other.level, other.bold, other.family)


def _run(text: str, first: _Char, style: Style) -> Run:
    if first.family is None:
        return Run("", style.size, None, len(text) * UNKNOWN_WIDTH * style.size / mm)
    font = first.family.font(bold=first.bold)
    size = style.size * first.family.scale
    shaped = fonts.shape(text, font, rtl=first.level % 2 == 1)
    return Run(font, size, shaped, shaped.width * size / 1000 / mm)


def line(text: Text, style: Style, *, rtl: bool = False) -> Line:
    """The text on one line, however long; `rtl` is the direction of the page."""
    return _line(_paragraph(text, style, rtl=rtl), style)


def wrap(text: Text, style: Style, width: float, *, rtl: bool = False) -> list[Line]:
    """The text in lines of at most `width` millimetres, broken at spaces, hyphens and line ends.

    A word that is wider than the line is broken where the line ends. Empty text gives no lines.
    """
    if isinstance(text, str) and "\n" in text:
        return [found for part in text.split("\n") for found in wrap(part, style, width, rtl=rtl)]
    chars = _paragraph(text, style, rtl=rtl)
    whole = "".join(char.char for char in chars)
    ends = [*(match.end() for match in BREAKS.finditer(whole)), len(chars)]
    widths = [
        _line(chars[start:end], style).width for start, end in zip([0, *ends], ends, strict=False)
    ]  # of each word with the space behind it
    found: list[Line] = []
    begin = 0
    while begin < len(chars):
        end = _line_end(chars, begin, list(zip(ends, widths, strict=True)), style, width)
        inside = end not in ends
        found.append(_line(_stripped(chars[begin:end]), style))
        begin = end
        while begin < len(chars) and whole[begin] == " ":
            begin += 1
        while ends and ends[0] <= begin:
            del ends[0], widths[0]
        if inside and ends:
            widths[0] = _line(chars[begin : ends[0]], style).width
    return [made for made in found if made.runs]


def _line_end(
    chars: list[_Char], begin: int, words: list[tuple[int, float]], style: Style, width: float
) -> int:
    """Where the line that begins at `begin` ends: after the last word that fits, else inside the first."""

    def fits(end: int) -> bool:
        return _line(_stripped(chars[begin:end]), style).width <= width

    reach = 0.0
    fitting: list[int] = []
    for end, word in words:
        reach += word
        if reach > width + style.size:  # a space that ends the line takes no room: look one word too far
            fitting.append(end)
            break
        fitting.append(end)
    for end in reversed(fitting):
        if fits(end):
            return end
    end = begin + 1
    while end < len(chars) and fits(end + 1):
        end += 1
    return end


def _stripped(chars: list[_Char]) -> list[_Char]:
    end = len(chars)
    while end and chars[end - 1].char == " ":
        end -= 1
    return chars[:end]

"""The blocks of a question form: a question with its options, lines or table, and their flow down a page."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from leertraject_desktop.features.papier.direction import runs_left
from leertraject_desktop.features.papier.pen import TICK, Pen
from leertraject_desktop.features.papier.sheet import ANSWER, LEFT, RIGHT, PastTheEndError
from leertraject_desktop.features.papier.typeset import Style, Text, noted, wrap

QUESTION, OPTION, HINT, SECTION = Style(11.5, bold=True), Style(11), Style(10), Style(13.5, bold=True)
OPTION_BOLD, HEAD = Style(11, bold=True), Style(11, bold=True)
FILLED = (Style(11.5), Style(11), Style(10))  # the first that fits
LABEL = 23.0  # where the words of a question start
LABEL_ROOM = ANSWER - LABEL - 2.4
ROW = 6.5  # from one tick box to the next
BESIDE = 7.3  # from the begin of a tick box to its words
WRITING = 8.0  # from one writing line to the next
ON_ROW = TICK / 2 + 1.3  # from the top of a tick box to the baseline of its words
SLACK, TIGHT = 2.9, 1.6  # the largest and the smallest gap between two questions
AFTER_HEADING, BEFORE_HEADING = 1.9, 1.35


class Block(Protocol):
    """Something that can be drawn with its top at y, and tells how high it is."""

    def draw(self, pen: Pen, top: float) -> float: ...


def fill_in(pen: Pen, x: float, rule: float, end: float, text: str) -> None:
    """Write a known answer on one writing line, shortened with … where it does not fit."""
    fill_lines(pen, x, [rule], end, text)


def fill_lines(pen: Pen, x: float, rules: Sequence[float], end: float, text: str) -> None:
    """Write a known answer on writing lines, the last one ending with … when there is more."""
    text, room = " ".join(noted(text).split()), end - x - 2.2
    if not text:
        return
    rtl = runs_left(text, otherwise=pen.rtl)
    for style in FILLED:
        lines = wrap(text, style, room, rtl=rtl)
        if len(lines) <= len(rules):
            break
    texts = [line.text.strip() for line in lines[: len(rules)]]
    if len(lines) > len(rules):
        words = texts[-1]
        while words and pen.width(f"{words} …", style) > room:
            words = words.rpartition(" ")[0] or words[:-1]
        texts[-1] = f"{words} …"
    for rule, words in zip(rules, texts, strict=False):
        pen.text(x + 1.1, rule - 1.6, words, style, room=room, rtl=rtl)


@dataclass(frozen=True)
class Option:
    """One answer to tick: where the tick leads (`skip`), and a writing line behind it with what is known."""

    label: Text
    crossed: bool = False
    skip: str = ""
    line: bool = False
    filled: str = ""

    def draw(self, pen: Pen, x: float, top: float, end: float) -> None:
        """Draw it with its box at x; its words or its writing line go no further than end."""
        pen.tick(x, top, crossed=self.crossed)
        begin, base = x + BESIDE, top + ON_ROW
        used = pen.text(begin, base, self.label, OPTION, room=end - begin)
        if self.skip:
            arrow = begin + used + 3.2
            pen.icon("arrow-left" if pen.rtl else "arrow-right", arrow, top + 0.45, 4.1)
            pen.text(arrow + 5.6, base, self.skip, OPTION_BOLD, room=end - arrow - 5.6)
        if self.line:
            begin += used + 1.5
            pen.rule(begin, top + TICK + 0.1, end)
            fill_in(pen, begin - 0.4, top + TICK + 0.1, end, self.filled)


@dataclass(frozen=True)
class Columns:
    """Options that run down a column, then to the next; `starts` tells where the columns begin."""

    options: Sequence[Option]
    starts: Sequence[float]

    def draw(self, pen: Pen, top: float) -> float:
        rows = math.ceil(len(self.options) / len(self.starts))
        ends = [*[start - 1.0 for start in self.starts[1:]], RIGHT]
        for place, option in enumerate(self.options):
            column, row = divmod(place, rows)
            option.draw(pen, self.starts[column], top + 0.6 + row * ROW, ends[column])
        return 0.6 + (rows - 1) * ROW + TICK


@dataclass(frozen=True)
class Lines:
    """Empty lines to write on, with what is known."""

    count: int
    filled: str = ""

    def draw(self, pen: Pen, top: float) -> float:
        rules = [top + 7.7 + row * WRITING for row in range(self.count)]
        for rule in rules:
            pen.rule(ANSWER, rule, RIGHT)
        fill_lines(pen, ANSWER, rules, RIGHT, self.filled)
        return rules[-1] - top + 0.3


@dataclass(frozen=True)
class Fields:
    """Short labelled writing lines side by side: label, begin, end of each and what is known."""

    fields: Sequence[tuple[str, float, float, str]]

    def draw(self, pen: Pen, top: float) -> float:
        rule = top + 6.9
        for label, begin, end, filled in self.fields:
            used = pen.text(begin, rule - 1.3, label, OPTION, room=end - begin - 25)
            pen.rule(begin + used + 2, rule, end)
            fill_in(pen, begin + used + 2, rule, end, filled)
        return 6.9


@dataclass(frozen=True)
class InARow:
    """A short question with its options behind it on one row."""

    label: str
    options: Sequence[Option]
    gap: float = 5.0

    def draw(self, pen: Pen, top: float) -> float:
        x = ANSWER + pen.text(ANSWER, top + 2.6 + ON_ROW, self.label, OPTION) + 3.6
        x = max(x, 111.5)
        for option in self.options:
            option.draw(pen, x, top + 2.6, RIGHT)
            x += BESIDE + pen.width(option.label, OPTION) + self.gap
        return 2.6 + TICK


@dataclass(frozen=True)
class Stack:
    """Answers below one another, as one answer."""

    parts: Sequence[Block]

    def draw(self, pen: Pen, top: float) -> float:
        height = 0.0
        for part in self.parts:
            height += part.draw(pen, top + height)
        return height


@dataclass(frozen=True)
class DayGrid:
    """Days across, parts of the day down, a tick box in each."""

    days: Sequence[str]
    parts: Sequence[str]

    def draw(self, pen: Pen, top: float) -> float:
        for column, day in enumerate(self.days):
            middle = 108 + column * 18.5
            pen.text(middle, top + 3.1, day, HEAD, align=0.5, room=17.5)
            for row in range(len(self.parts)):
                pen.tick(middle - TICK / 2, top + 4.8 + row * ROW)
        for row, part in enumerate(self.parts):
            pen.text(ANSWER, top + 4.8 + row * ROW + ON_ROW, part, OPTION, room=32)
        return 4.8 + (len(self.parts) - 1) * ROW + TICK


@dataclass(frozen=True)
class Question:
    """A numbered question, its answer beside it, or below it (`wide`) when it needs the full width."""

    number: int
    title: str
    answer: Block
    hint: str = ""
    wide: bool = False

    def draw(self, pen: Pen, top: float) -> float:
        pen.number(LEFT, top, self.number)
        base = top + 4.45
        if self.wide:
            used = pen.text(LABEL, base, self.title, QUESTION, room=RIGHT - LABEL)
            if self.hint:
                pen.text(LABEL + used + 3, base, self.hint, HINT, room=RIGHT - LABEL - used - 3)
            return 6.4 + self.answer.draw(pen, top + 6.4)
        last = pen.paragraph(LABEL, base, self.title, QUESTION, LABEL_ROOM)
        if self.hint:
            last = pen.paragraph(LABEL, last + (5.4 if pen.rtl else 5.2), self.hint, HINT, LABEL_ROOM)
        return max(6.2, last + 1.5 - top, self.answer.draw(pen, top))


@dataclass(frozen=True)
class OneRow:
    """A numbered question with its two options behind it on the same row."""

    number: int
    title: str
    options: Sequence[Option]

    def draw(self, pen: Pen, top: float) -> float:
        first, last = self.options
        pen.number(LEFT, top, self.number)
        x = LABEL + pen.text(LABEL, top + 4.45, self.title, QUESTION) + 5
        last_begin = RIGHT - BESIDE - max(34.0, pen.width(last.label, OPTION))
        first.draw(pen, x, top + 0.6, last_begin - 1)
        last.draw(pen, last_begin, top + 0.6, RIGHT)
        return 6.2


@dataclass(frozen=True)
class Heading:
    """The title of a section with its icon, over a rule; `beside_mark` where it stands at the top."""

    icon: str
    title: str
    beside_mark: bool = False

    def draw(self, pen: Pen, top: float) -> float:
        x = LEFT + (3 if self.beside_mark else 0)
        pen.icon(self.icon, x, top, 6.2)
        pen.text(x + 9, top + 4.8, self.title, SECTION, room=RIGHT - x - 9)
        pen.rule(LEFT, top + 6.9, RIGHT, 1.5)
        return 6.9


@dataclass(frozen=True)
class ScaleRow:
    """One row of a scale: its number, icon and name, and what each level beyond the lowest means."""

    number: int
    icon: str
    name: str
    levels: Sequence[str]


@dataclass(frozen=True)
class Scale:
    """A table with a tick box per level: one cross in each row."""

    hint: str
    heads: Sequence[str]
    rows: Sequence[ScaleRow]

    STARTS = (50.3, 68.8, 110.8, 152.9)
    HEIGHT = 11.0
    HEADER = 5.7

    def draw(self, pen: Pen, top: float) -> float:
        room = self.STARTS[0] - LEFT - 1
        pen.text(LEFT, top + 3.7, self.hint, HINT, room=room)
        pen.text(sum(self.STARTS[:2]) / 2, top + 3.7, self.heads[0], HEAD, align=0.5, room=18)
        for start, head in zip(self.STARTS[1:], self.heads[1:], strict=True):
            pen.text(start + 1.6, top + 3.7, head, HEAD, room=40)
        y = top + self.HEADER
        bottom = y + self.HEIGHT * len(self.rows)
        for start in self.STARTS:
            pen.upright(start, y, bottom)
        pen.rule(LEFT, y, RIGHT, 1.2)
        for row in self.rows:
            self._row(pen, y, row)
            y += self.HEIGHT
            pen.rule(LEFT, y, RIGHT)
        return bottom - top

    def _row(self, pen: Pen, top: float, row: ScaleRow) -> None:
        middle = top + self.HEIGHT / 2
        pen.number(LEFT, middle - 3.1, row.number)
        pen.icon(row.icon, LABEL - 0.2, middle - 3, 6)
        pen.text(30.0, middle + 1.4, row.name, OPTION_BOLD, room=self.STARTS[0] - 30.3)
        pen.tick(sum(self.STARTS[:2]) / 2 - TICK / 2, middle - TICK / 2)
        ends = (*self.STARTS[2:], RIGHT + 0.5)
        for start, end, level in zip(self.STARTS[1:], ends, row.levels, strict=True):
            pen.tick(start + 1.2, middle - TICK / 2)
            room, step = end - start - 8.3, 4.4 if pen.rtl else 4.15
            lines = wrap(level, HINT, room, rtl=pen.rtl)
            if len(lines) > 2:
                raise PastTheEndError(f"{level!r} takes {len(lines)} lines of a row for 2")
            pen.paragraph(
                start + 7.6, middle + 1.25 - step * (len(lines) - 1) / 2, level, HINT, room, leading=step
            )


@dataclass(frozen=True)
class Notice:
    """A framed text with an icon before it."""

    icon: str
    text: Text

    def draw(self, pen: Pen, top: float) -> float:
        style, begin, step = HINT, LEFT + 13, 4.45 if pen.rtl else 4.2
        lines = wrap(self.text, style, RIGHT - begin - 3, rtl=pen.rtl)
        height = 3.0 + step * len(lines)
        pen.box(LEFT, top, RIGHT - LEFT, height, 1.2)
        pen.icon(self.icon, LEFT + 3.2, top + height / 2 - 3.4, 6.8)
        pen.paragraph(begin, top + 4.75, self.text, style, RIGHT - begin - 3, leading=step)
        return height


def flow(pen: Pen, blocks: Sequence[Block], top: float, bottom: float) -> float:
    """Draw blocks below one another at equal gaps, from top to at most bottom; gives where they end.

    Every block is drawn dry first, for its height. Raises PastTheEndError when the tightest gap is too wide.
    """
    heights = [block.draw(pen.dry(), 0.0) for block in blocks]
    shares = [0.0]
    fixed = [0.0]
    for before, block in pairwise(blocks):
        after_heading = isinstance(before, Heading)
        shares.append(0.0 if after_heading else BEFORE_HEADING if isinstance(block, Heading) else 1.0)
        fixed.append(AFTER_HEADING if after_heading else 0.0)
    gap = min(SLACK, (bottom - top - sum(heights) - sum(fixed)) / max(1.0, sum(shares)))
    if gap < TIGHT:
        raise PastTheEndError(f"a gap of {gap:.2f} mm is left where {TIGHT} is the least")
    y = top
    for block, height, share, extra in zip(blocks, heights, shares, fixed, strict=True):
        y += share * gap + extra
        block.draw(pen, y)
        y += height
    return y

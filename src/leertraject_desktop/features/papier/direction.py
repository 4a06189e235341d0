"""The order of mixed left-to-right and right-to-left text (Unicode's bidirectional algorithm)."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, TypeVar

from bidi import algorithm

Item = TypeVar("Item")
BRACKETS = {"(": ")", "[": "]", "{": "}"}
STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
RIGHT_TO_LEFT = {"R", "AL", "AN", "RLE", "RLO"}


def runs_left(text: str, *, otherwise: bool) -> bool:
    """Whether a text runs to the left by its own first letter; numbers alone never do.

    `otherwise` is for a text with neither letters nor digits.
    """
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in {"L", "R", "AL"}:
            return kind != "L"
    return otherwise and not any(char.isdigit() for char in text)


@lru_cache(maxsize=8192)
def levels(text: str, *, rtl: bool) -> tuple[int, ...]:
    """The embedding level of each character of a paragraph: even runs to the right, odd to the left.

    `rtl` is the direction of the paragraph. Joiners and other characters that the algorithm drops take the
    level of the character before them.
    """
    base = 1 if rtl else 0
    if not rtl and not any(unicodedata.bidirectional(char) in RIGHT_TO_LEFT for char in text):
        return (0,) * len(text)
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    for place, char in enumerate(storage["chars"]):
        char["place"] = place
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _resolve_brackets(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found = {char["place"]: int(char["level"]) for char in storage["chars"]}
    result = [base] * len(text)
    for place in range(len(text)):
        result[place] = found.get(place, result[place - 1] if place else base)
    return tuple(result)


def _resolve_brackets(storage: dict[str, Any]) -> None:
    """Rule N0, which the library leaves out: both brackets of a pair take one direction."""
    for run in storage["runs"]:
        chars = storage["chars"][run["start"] : run["start"] + run["length"]]
        for opened, closed in _bracket_pairs(chars):
            along = "LR"[chars[opened]["level"] % 2]
            inside = {STRONG.get(char["type"]) for char in chars[opened + 1 : closed]} - {None}
            if not inside:
                continue
            before = [STRONG[char["type"]] for char in chars[:opened] if char["type"] in STRONG]
            context = before[-1] if before else run["sor"]
            found = along if along in inside else context
            chars[opened]["type"] = chars[closed]["type"] = found


def _bracket_pairs(chars: Sequence[dict[str, Any]]) -> list[tuple[int, int]]:
    stack: list[int] = []
    pairs: list[tuple[int, int]] = []
    for place, char in enumerate(chars):
        if char["type"] != "ON":
            continue
        if char["ch"] in BRACKETS:
            stack.append(place)
        elif char["ch"] in BRACKETS.values():
            for depth in range(len(stack) - 1, -1, -1):
                if BRACKETS[chars[stack[depth]]["ch"]] == char["ch"]:
                    pairs.append((stack[depth], place))
                    del stack[depth:]
                    break
    return sorted(pairs)


def visual_order(items: Sequence[tuple[Item, int]]) -> list[Item]:
    """The items of one line, each with its level, in the order in which they stand from left to right."""
    row = list(items)
    odd = [level for _, level in row if level % 2]
    if not odd:
        return [item for item, _ in row]
    for level in range(max(level for _, level in row), min(odd) - 1, -1):
        start = 0
        while start < len(row):
            end = start
            while end < len(row) and row[end][1] >= level:
                end += 1
            row[start:end] = reversed(row[start:end])
            start = end + 1
    return [item for item, _ in row]

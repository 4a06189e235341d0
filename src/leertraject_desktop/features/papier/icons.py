"""The program's line icons as vectors on paper."""

import math
import re
from dataclasses import dataclass
from functools import cache

from defusedxml.ElementTree import parse
from reportlab.pdfgen.canvas import Canvas

from leertraject_desktop.storage.packaged import resource

SQUARE = 24  # an icon is drawn on a square of 24 units, with strokes of 2
CIRCLE = 0.5522847498  # the handle of a cubic curve for a quarter of a circle
ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
TOKEN = re.compile(r"[MmLlHhVvCcSsQqTtAaZz]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?")

Point = tuple[float, float]


@dataclass(frozen=True)
class Move:
    """One step of a path: "M" to a point, "L" a line, "C" a curve over two handles, "Z" closed."""

    kind: str
    points: tuple[Point, ...]


@cache
def icon(name: str) -> tuple[Move, ...]:
    """The path of an icon by its Lucide name, y downwards; raises FileNotFoundError for an unknown name."""
    moves: list[Move] = []
    for element in parse(resource("icons", f"{name}.svg")).iterfind("*"):
        given = {key: element.get(key, "0") for key in ("x", "y", "width", "height", "cx", "cy", "r", "rx")}
        size = {key: float(value) for key, value in given.items()}
        match element.tag.rpartition("}")[2]:
            case "path":
                moves += path(element.get("d", ""))
            case "circle":
                moves += rounded(
                    size["cx"] - size["r"], size["cy"] - size["r"], 2 * size["r"], 2 * size["r"], size["r"]
                )
            case "rect":
                moves += rounded(size["x"], size["y"], size["width"], size["height"], size["rx"])
            case "line":
                ends = [float(element.get(key, "0")) for key in ("x1", "y1", "x2", "y2")]
                moves += [Move("M", ((ends[0], ends[1]),)), Move("L", ((ends[2], ends[3]),))]
    return tuple(moves)


def rounded(x: float, y: float, width: float, height: float, r: float) -> list[Move]:
    """A rectangle with round corners; a circle when r is half its side."""
    right, bottom, handle = x + width, y + height, r * (1 - CIRCLE)
    if not r:
        corners = [(x, y), (right, y), (right, bottom), (x, bottom)]
        return [Move("M", (corners[0],)), *[Move("L", (corner,)) for corner in corners[1:]], Move("Z", ())]
    return [
        Move("M", ((x + r, y),)),
        Move("L", ((right - r, y),)),
        Move("C", ((right - handle, y), (right, y + handle), (right, y + r))),
        Move("L", ((right, bottom - r),)),
        Move("C", ((right, bottom - handle), (right - handle, bottom), (right - r, bottom))),
        Move("L", ((x + r, bottom),)),
        Move("C", ((x + handle, bottom), (x, bottom - handle), (x, bottom - r))),
        Move("L", ((x, y + r),)),
        Move("C", ((x, y + handle), (x + handle, y), (x + r, y))),
        Move("Z", ()),
    ]


def path(data: str) -> list[Move]:
    """The moves of an SVG path of M, L, H, V, C, Q, A and Z, its arcs turned into curves."""
    moves: list[Move] = []
    here = start = (0.0, 0.0)
    for letter, values in _commands(data):
        kind = letter.upper()
        dx, dy = here if letter.islower() else (0.0, 0.0)
        match kind:
            case "Z":
                moves.append(Move("Z", ()))
                here = start
                continue
            case "H":
                points: tuple[Point, ...] = ((values[0] + dx, here[1]),)
            case "V":
                points = ((here[0], values[0] + dy),)
            case "A":
                end = (values[5] + dx, values[6] + dy)
                curves = arc(here, values[0], values[1], values[2], bool(values[3]), bool(values[4]), end)
                moves += [Move("C", curve) for curve in curves]
                here = end
                continue
            case "Q":
                mid, end = (values[0] + dx, values[1] + dy), (values[2] + dx, values[3] + dy)
                points = (_toward(here, mid), _toward(end, mid), end)
            case "M" | "L" | "C":
                points = tuple((x + dx, y + dy) for x, y in zip(values[::2], values[1::2], strict=True))
            case _:
                raise ValueError(f"path command {letter!r}")
        moves.append(Move({"H": "L", "V": "L", "Q": "C"}.get(kind, kind), points))
        here = points[-1]
        if kind == "M":
            start = here
    return moves


def _toward(end: Point, middle: Point) -> Point:
    """The handle of a cubic curve that stands for the one handle of a quadratic curve."""
    return end[0] + 2 / 3 * (middle[0] - end[0]), end[1] + 2 / 3 * (middle[1] - end[1])


def _commands(data: str) -> list[tuple[str, list[float]]]:
    found: list[tuple[str, list[float]]] = []
    tokens = TOKEN.findall(_apart_flags(data))
    place = 0
    letter = ""
    while place < len(tokens):
        if tokens[place].isalpha():
            letter = tokens[place]
            place += 1
        elif letter in "Mm":
            letter = "L" if letter == "M" else "l"
        count = ARGUMENTS[letter.upper()]
        found.append((letter, [float(token) for token in tokens[place : place + count]]))
        place += count
    return found


def _apart_flags(data: str) -> str:
    """The same path with the two one-digit flags of each arc written apart ("0 012-2" is "0 0 1 2-2")."""
    number = r"(-?(?:\d+\.?\d*|\.\d+))"
    one = re.compile(
        rf"{number}[\s,]*{number}[\s,]*{number}[\s,]+([01])[\s,]*([01])[\s,]*{number}[\s,]*{number}"
    )

    def arcs(match: re.Match[str]) -> str:
        return match[1] + one.sub(lambda found: " ".join(("", *found.groups(), "")), match[2])

    return re.sub(r"([Aa])([^A-Za-z]*)", arcs, data)


def arc(
    begin: Point, rx: float, ry: float, turned: float, large: bool, sweep: bool, end: Point
) -> list[tuple[Point, Point, Point]]:
    """The cubic curves that follow an arc of an ellipse (SVG 1.1, appendix F.6)."""
    if begin == end:
        return []
    phi = math.radians(turned)
    cos, sin = math.cos(phi), math.sin(phi)
    half_x, half_y = (begin[0] - end[0]) / 2, (begin[1] - end[1]) / 2
    x1, y1 = cos * half_x + sin * half_y, -sin * half_x + cos * half_y
    grow = math.sqrt(max(1.0, (x1 / rx) ** 2 + (y1 / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    under = (rx * y1) ** 2 + (ry * x1) ** 2
    factor = math.sqrt(max(0.0, (rx * ry) ** 2 / under - 1)) * (-1 if large == sweep else 1)
    cx1, cy1 = factor * rx * y1 / ry, -factor * ry * x1 / rx
    cx = cos * cx1 - sin * cy1 + (begin[0] + end[0]) / 2
    cy = sin * cx1 + cos * cy1 + (begin[1] + end[1]) / 2
    first = math.atan2((y1 - cy1) / ry, (x1 - cx1) / rx)
    angle = math.atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx) - first
    if sweep and angle < 0:
        angle += 2 * math.pi
    if not sweep and angle > 0:
        angle -= 2 * math.pi
    steps = max(1, math.ceil(abs(angle) / (math.pi / 2) - 1e-9))
    step = angle / steps
    handle = 4 / 3 * math.tan(step / 4)

    def on(x: float, y: float) -> Point:
        return cx + cos * rx * x - sin * ry * y, cy + sin * rx * x + cos * ry * y

    curves = []
    for index in range(steps):
        a, b = first + index * step, first + (index + 1) * step
        curves.append(
            (
                on(math.cos(a) - handle * math.sin(a), math.sin(a) + handle * math.cos(a)),
                on(math.cos(b) + handle * math.sin(b), math.sin(b) - handle * math.cos(b)),
                on(math.cos(b), math.sin(b)),
            )
        )
    return curves


def draw(canvas: Canvas, name: str, x: float, y: float, size: float, *, stroke: float = 2) -> None:
    """Draw an icon with its top left corner at x, y; all in points, y from the bottom.

    `stroke` is the width of its lines, in its own units.
    """
    scale = size / SQUARE
    line = canvas.beginPath()
    for move in icon(name):
        places = [(x + px * scale, y - py * scale) for px, py in move.points]
        match move.kind:
            case "M":
                line.moveTo(*places[0])
            case "L":
                line.lineTo(*places[0])
            case "C":
                line.curveTo(*places[0], *places[1], *places[2])
            case _:
                line.close()
    canvas.saveState()
    canvas.setLineWidth(stroke * scale)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.drawPath(line, stroke=1, fill=0)
    canvas.restoreState()

"""What the benchmarks share: a figure beside its floor, printed and kept in docs/snelheid.md."""

import gc
import json
import os
import platform
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

HOUSE = Path(__file__).parent.parent
REPORT = HOUSE / "docs" / "snelheid.md"
KEPT = HOUSE / "build" / "benchmarks"
FULL = bool(os.environ.get("BENCHMARK_FULL"))


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing that was measured: `unit` of ours beside the floor, and the goal for ours / floor."""

    what: str
    ours: float
    floor: float | None
    unit: str
    goal: str
    within: bool | None
    note: str = ""

    def line(self) -> str:
        """As it is printed."""
        floor = "no floor" if self.floor is None else f"{self.floor:.2f} {self.unit}"
        ratio = f"{self.ours / self.floor:.2f}x" if self.floor else ""
        mark = {True: "ok", False: "MISSED", None: ""}[self.within]
        words = f"{self.what:<66} {self.ours:>9.2f} {self.unit:<5} floor {floor:>13} {ratio:>7}"
        return f"{words}  goal {self.goal} {mark} {self.note}".rstrip()


def against(what: str, ours: float, floor: float, goal: float, *, unit: str = "ms", note: str = "") -> Figure:
    """A figure that may be at most `goal` times its floor."""
    return Figure(what, ours, floor, unit, f"≤ {goal:g}×", ours <= goal * floor, note)


def at_most(what: str, ours: float, most: float, *, unit: str, floor: float | None = None) -> Figure:
    """A figure with a fixed upper limit."""
    return Figure(what, ours, floor, unit, f"≤ {most:g} {unit}", ours <= most)


def pair(
    ours: Callable[[], object],
    floor: Callable[[], object],
    *,
    runs: int = 30,
    clock: Callable[[], float] = time.process_time,
    in_a_row: int = 1,
) -> tuple[float, float]:
    """The least time of both in milliseconds: CPU time, unless another clock is given.

    They run by turns, so that a busy machine slows both alike; `in_a_row` so often each, for what leaves the
    memory of the other cold, as two connections that write do.
    """
    best = [float("inf"), float("inf")]
    gc.collect()
    gc.disable()
    try:
        for _ in range(runs):
            for which, work in enumerate((ours, floor)):
                for _ in range(in_a_row):
                    begun = clock()
                    work()
                    best[which] = min(best[which], clock() - begun)
    finally:
        gc.enable()
    return best[0] * 1000, best[1] * 1000


def keep(subject: str, figures: list[Figure]) -> None:
    """Print the figures of one subject, keep them, and write docs/snelheid.md again from all that is kept."""
    for figure in figures:
        print(figure.line())
    KEPT.mkdir(parents=True, exist_ok=True)
    today = datetime.now(UTC).date().isoformat()
    content = {"day": today, "full": FULL, "figures": [asdict(one) for one in figures]}
    (KEPT / f"{subject}.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


SUBJECTS = {
    "start": "Van starten tot het aanmeldvenster",
    "unlock": "Van ontgrendelen tot het startscherm",
    "scale": "Met 1.000, 10.000 en 100.000 deelnemers",
}


READING = """## What the floors are

- Login: a QWidget in a process of its own. Ours also looks for the user's folder, as users have it.
- Unlock: LibreOffice without a screen that turns an empty sheet into .ods, ending included. A LibreOffice
  that ends as soon as it stands, before Calc is loaded, took 0.09 s of CPU and 0.2 s; beside that floor
  ours misses. Ours has its modules loaded already, as happens while the passphrase is typed.
- List: a new QTableView with seven columns, in the same window. It paints no row, ours does; what Qt itself
  takes with the same rows stands in the line below. The page is read from the database and dressed; its
  floor is as many labels, buttons, fields and boxes of Qt around that QTableView, with nothing behind them.
- Search: hand-written SQL beside the SQL that a search runs. The whole search, with what makes that SQL
  and the hits, stands in the line below it.
- Month: SQL written by hand for the same numbers, checked to be the same in every run.
- Save: SQL by hand that looks up what the row needs, and writes the same row and the same line of the logboek
  with both its codes. It checks nothing, and nothing can be undone.
- Everybody of the benchmark has stays, a statuut, languages, contacts, a question and a taak; two of five a
  begeleiding with goals, steps, reviews and nazorg; one of ten a toestemming and a referral.
- The limits for the memory of the list and for the queries of a dossier are our own choice. The page of a
  dossier also writes that it was looked at, which takes three queries more.
"""


def report() -> None:
    """Write docs/snelheid.md from what the last runs kept."""
    lines = [
        "# Snelheid",
        "",
        "Figures of the last run of `make benchmark`, which writes this page; do not edit it by hand.",
        "Each stands beside its floor, measured in the same run: the same with nothing in between.",
        f"CPU time, the least of several runs. {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, {os.cpu_count()} cores.",
    ]
    for subject, title in SUBJECTS.items():
        path = KEPT / f"{subject}.json"
        if not path.exists():
            continue
        kept = json.loads(path.read_text(encoding="utf-8"))
        size = "full size" if kept["full"] else "short settings"
        lines += ["", f"## {title}", "", f"{kept['day']}, {size}.", ""]
        lines += ["| what | ours | floor | ratio | goal | |", "|---|---:|---:|---:|---|---|"]
        for row in kept["figures"]:
            lines.append(_row(Figure(**row)))
    lines += ["", *READING.splitlines()]
    REPORT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _row(figure: Figure) -> str:
    floor = "–" if figure.floor is None else f"{figure.floor:.2f} {figure.unit}"
    ratio = f"{figure.ours / figure.floor:.2f}×" if figure.floor else "–"
    mark = {True: "yes", False: "**missed**", None: ""}[figure.within]
    end = f"{mark} {figure.note}".strip()
    return f"| {figure.what} | {figure.ours:.2f} {figure.unit} | {floor} | {ratio} | {figure.goal} | {end} |"


if __name__ == "__main__":
    report()

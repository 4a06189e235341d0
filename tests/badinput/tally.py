"""How much of what is tried with each command is carried out, printed after a run."""

from collections import Counter

DONE: Counter[str] = Counter()
REFUSED: Counter[str] = Counter()


def lines() -> list[str]:
    """The share that was carried out of every command, the least first, and of all together."""
    names = sorted(DONE | REFUSED, key=lambda name: (_share(DONE[name], REFUSED[name]), name))
    found = [_line(name, DONE[name], REFUSED[name]) for name in names]
    return [*found, _line("all", DONE.total(), REFUSED.total())] if found else []


def _share(done: int, refused: int) -> float:
    return done / (done + refused or 1)


def _line(name: str, done: int, refused: int) -> str:
    return f"{name:<28} {done:>6} of {done + refused:>6}  {_share(done, refused):>5.0%}"

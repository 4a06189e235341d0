"""A process that reads lists for a test and tells what became of them, and what that cost.

`python -m tests.faults.reading crafted FOLDER` reads every file of a folder as the program does;
`… changed FOLDER SEED COUNT` makes so many changed copies of `goed.xlsx` and opens each that passes the check
from the outside, with the limits of the reading process. Answers with a line of JSON.
"""

import io
import json
import random
import resource
import sys
import time
import zipfile
from pathlib import Path

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.importeren import werkboek_lezen
from leertraject_desktop.features.importeren.bestand import lees_bestand
from leertraject_desktop.features.importeren.werkboek_controle import controleer_werkboek

NONSENSE = [b"<", b">", b"&x;", b"\0", b"9" * 400, b"", b"-1", b'"', b"]]>", b"\xff\xfe", b"<!DOCTYPE"]


def hurt_zip(draw: random.Random, content: bytes) -> bytes:
    """A flipped bit, a cut, a stretch of noise, or a stretch that is there twice, anywhere in the file."""
    hurt = bytearray(content)
    start = draw.randrange(len(hurt))
    match draw.randrange(4):
        case 0:
            hurt[start] ^= 1 << draw.randrange(8)
        case 1:
            del hurt[max(1, start) :]
        case 2:
            hurt[start : start + 40] = draw.randbytes(40)
        case 3:
            hurt[start:start] = hurt[start : start + 200]
    return bytes(hurt)


def hurt_part(draw: random.Random, content: bytes) -> bytes:
    """A whole zip in which the words of one part were changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as book, zipfile.ZipFile(out, "w") as made:
        chosen = draw.choice(book.namelist())
        for name in book.namelist():
            part = book.read(name)
            if name == chosen:
                cut = draw.randrange(len(part))
                part = part[:cut] + draw.choice(NONSENSE) + part[cut + draw.choice((0, 1, 3)) :]
            made.writestr(name, part)
    return out.getvalue()


def crafted(folder: Path) -> dict[str, object]:
    """Read each as the program does."""
    found = {}
    for path in sorted(folder.iterdir()):
        start = time.perf_counter()
        try:
            rows = sum(len(blad.rijen) for blad in lees_bestand(path))
            said = f"read {rows}"
        except Problem as problem:
            said = f"{problem.what} {problem.remedy}"
        found[path.name] = (said, time.perf_counter() - start)
    return {"files": found, "mb": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024}


def changed(folder: Path, seed: int, count: int) -> dict[str, object]:
    """Check every one from the outside and open those that pass, in this process with its limits."""
    content, draw, path = (folder / "goed.xlsx").read_bytes(), random.Random(seed), folder / f"{seed}.xlsx"
    _, real = werkboek_lezen._sheets(str(folder / "goed.xlsx"))
    werkboek_lezen._limit()
    ended = {"refused": 0, "broken": 0, "read": 0, "same": 0}
    slowest, wrong = 0.0, 0
    for number in range(count):
        in_zip = number % 2 == 0
        path.write_bytes((hurt_zip if in_zip else hurt_part)(draw, content))
        start = time.perf_counter()
        try:
            controleer_werkboek(path)
            _, found = werkboek_lezen._sheets(str(path))
        except Problem:
            ended["refused"] += 1
        except Exception:  # noqa: BLE001 - there it ends the process, and the user reads that it is damaged
            ended["broken"] += 1
        else:
            ended["same" if found == real else "read"] += 1
            # Each part carries a checksum: what is damaged from the outside is never read as something else.
            wrong += in_zip and found != real
        slowest = max(slowest, time.perf_counter() - start)
    mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {"ended": ended, "wrong": wrong, "slowest": slowest, "mb": mb}


def main() -> None:
    what, folder, *numbers = sys.argv[1:]
    done = crafted(Path(folder)) if what == "crafted" else changed(Path(folder), *map(int, numbers))
    sys.stdout.write(json.dumps(done) + "\n")


if __name__ == "__main__":
    main()

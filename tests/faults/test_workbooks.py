"""Fault 9, workbooks: lists that somebody broke are read, or refused in words; never worse."""

import io
import random
import time
import zipfile

from tests.faults.conftest import LONG

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.importeren.werkboek_controle import controleer_werkboek
from leertraject_desktop.features.importeren.werkboek_lezen import lees_werkboek
from leertraject_desktop.features.uitvoer.lijst_xlsx import lijst_xlsx

CHECKED = 20_000 if LONG else 1_500
READ = 300 if LONG else 6
SECONDS = 60
NONSENSE = [b"<", b">", b"&x;", b"\0", b"9" * 400, b""]


def workbook() -> bytes:
    rows = [[f"Peeters {number}", "Jan", "17-5-1990", number] for number in range(40)]
    return lijst_xlsx("Deelnemers", ["Familienaam", "Voornaam", "Geboortedatum", "Nummer"], rows)


def hurt_zip(draw: random.Random, content: bytes) -> bytes:
    """A flipped bit, a cut, or a stretch of noise, anywhere in the file."""
    hurt = bytearray(content)
    kind = draw.randrange(3)
    if kind == 0:
        hurt[draw.randrange(len(hurt))] ^= 1 << draw.randrange(8)
    elif kind == 1:
        del hurt[draw.randrange(1, len(hurt)) :]
    else:
        start = draw.randrange(len(hurt))
        hurt[start : start + 40] = draw.randbytes(40)
    return bytes(hurt)


def hurt_part(draw: random.Random, content: bytes) -> bytes:
    """A whole zip in which the words of one part were changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as book, zipfile.ZipFile(out, "w") as made:
        names = book.namelist()
        chosen = draw.choice(names)
        for name in names:
            part = book.read(name)
            if name == chosen:
                cut = draw.randrange(len(part))
                part = (
                    part[:cut] + draw.choice([b"<", b">", b"&x;", b"\0", b"9" * 400, b""]) + part[cut + 3 :]
                )
            made.writestr(name, part)
    return out.getvalue()


def test_a_broken_list_is_refused_in_words_before_it_is_opened(tmp_path, figure):
    content, draw, path, refused, slowest = workbook(), random.Random(9), tmp_path / "lijst.xlsx", 0, 0.0
    for number in range(CHECKED):
        path.write_bytes((hurt_zip, hurt_part)[number % 2](draw, content))
        start = time.perf_counter()
        try:
            controleer_werkboek(path)
        except Problem:
            refused += 1
        slowest = max(slowest, time.perf_counter() - start)
    assert refused
    figure(
        "9d changed workbooks",
        f"{CHECKED} looked at: {refused} refused before they were opened, 0 crashes, slowest {slowest:.2f} s",
    )


def test_a_changed_list_is_read_or_refused_but_never_stops_the_program(tmp_path, figure):
    content, draw, path, read = workbook(), random.Random(10), tmp_path / "lijst.xlsx", 0
    start = time.perf_counter()
    for _ in range(READ):
        path.write_bytes(hurt_part(draw, content))
        try:
            read += bool(lees_werkboek(path))
        except Problem:
            continue
    assert time.perf_counter() - start < READ * SECONDS
    figure("9e changed workbooks, opened", f"{READ} opened: {read} read, {READ - read} refused, 0 crashes")

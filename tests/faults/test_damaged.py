"""Fault 5 and 9: bits that flip, files that are cut off, and files that somebody made to do harm."""

import json
import random
import struct
import time
import zipfile

import pytest
from tests.faults import uses
from tests.faults.conftest import LONG
from tests.faults.invariants import is_refused

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage import backup, container, herstelsleutel, keyfile, salvage

BLOWS = 1000 if LONG else 120
KEYS = 70_000 if LONG else 3_000
BACKUPS = 5_000 if LONG else 150
PAGE = 4096


def blow(draw, content):
    """One flipped bit, one cut or one zeroed page, anywhere in the file."""
    hurt = bytearray(content)
    kind = draw.choice(("bit", "cut", "page"))
    if kind == "bit":
        hurt[draw.randrange(len(hurt))] ^= 1 << draw.randrange(8)
    elif kind == "cut":
        del hurt[draw.randrange(1, len(hurt)) :]
    else:
        start = draw.randrange(len(hurt) // PAGE) * PAGE
        hurt[start : start + PAGE] = bytes(PAGE)
    return kind, bytes(hurt)


def test_every_flipped_bit_cut_and_zeroed_page_is_found(folder, figure):
    uses.write_on(folder, "goed", 10)
    uses.make_backup(folder)
    path, key = folder / uses.NAME, uses.key_of(folder)
    content, draw, saved = path.read_bytes(), random.Random(5), 0
    for number in range(BLOWS):
        kind, hurt = blow(draw, content)
        path.write_bytes(hurt)
        assert is_refused(path, key), (number, kind)
        if kind == "page" and number % 10 == 0:
            (folder / "gered").unlink(missing_ok=True)
            try:
                saved += salvage.save_rows(path, key, folder / "gered", "Brugge")[0]["taak"] > 0
            except Problem:
                continue
    (best, *_) = backup.listed(folder / "reservekopieen")
    path.write_bytes(content)
    assert backup.inspect(best.path, key, folder).aantallen["taak"] == 20
    assert saved
    figure(
        "5 damaged files",
        f"{BLOWS} flips, cuts and zeroed pages: all found; rows saved in {saved} of the tried",
    )


def mutated(draw, content):
    hurt = bytearray(content)
    for _ in range(draw.choice((1, 1, 1, 2, 5))):
        place = draw.randrange(len(hurt))
        match draw.randrange(4):
            case 0:
                hurt[place] = draw.randrange(256)
            case 1:
                hurt[place] ^= 1 << draw.randrange(8)
            case 2:
                del hurt[place : place + draw.choice((1, 2, 40))]
            case 3:
                hurt[place:place] = draw.choice((b"9", b'"', b"{", b"[", b"\\u0000", b"null", hurt[:30]))
    return bytes(hurt)


def test_no_changed_key_file_is_accepted(folder, figure):
    path, key = folder / uses.NAME, uses.key_of(folder)
    content, draw, slowest = keyfile.key_path(path).read_bytes(), random.Random(9), 0.0
    real = keyfile.decode(content)
    for _ in range(KEYS):
        hurt = mutated(draw, content)
        start = time.perf_counter()
        try:
            file = keyfile.decode(hurt)
        except ValueError:
            continue
        finally:
            slowest = max(slowest, time.perf_counter() - start)
        same = (
            keyfile.encode(file).split(b'"generation"')[0] == keyfile.encode(real).split(b'"generation"')[0]
        )
        if not same:
            with pytest.raises(Problem):
                keyfile.renewed(file, key, key, frozenset())
    figure("9a changed key files", f"{KEYS}: 0 accepted wrongly, 0 crashes, slowest {slowest * 1000:.0f} ms")


def test_no_changed_backup_is_accepted(folder, figure):
    uses.make_backup(folder)
    (file,) = (folder / "reservekopieen").glob("*.ltbak")
    content, draw, slowest = file.read_bytes(), random.Random(10), 0.0
    real, key, bad = container.read_manifest(file), uses.key_of(folder), folder / "slecht.ltbak"
    digest = parts(file)
    for number in range(BACKUPS):
        # Half of the blows in the first and last pages, where the list of parts and the manifest stand.
        edge = draw.choice((content[:8000], content[-400:])) if number % 2 else content
        hurt = content.replace(edge, mutated(draw, edge), 1)
        bad.write_bytes(hurt)
        start = time.perf_counter()
        try:
            manifest = container.read_manifest(bad)
            container.check_signature(bad, manifest, key)
            assert (manifest, parts(bad)) == (real, digest)
        except Problem:
            continue
        finally:
            slowest = max(slowest, time.perf_counter() - start)
    figure("9b changed backups", f"{BACKUPS}: 0 accepted wrongly, 0 crashes, slowest {slowest * 1000:.0f} ms")


def parts(file):
    with container.opened(file) as archive:
        return [archive.read(name) for name in (container.DATABASE, container.KEYS)]


def crafted_keys(content):
    """Key files that somebody made by hand to do harm."""
    data = json.loads(content)
    slot = data["slots"][0]
    for change in (
        {"formaat": 2},
        {"formaat": "1"},
        {"formaat": None},
        {"slots": {}},
        {"slots": None},
        {"slots": [slot, slot]},
        {"slots": [slot] * 300},
        {"slots": [[]]},
        {"slots": ["x"]},
        {"herstel": []},
        {"herstel": slot | {"kdf": 1}},
        {"database_id": 5},
        {"gevangenis": None},
        {"generation": "1"},
        {"generation": 1.5},
        {"generation": True},
        {"code": ""},
        {"code": "AAAA"},
        {"code": None},
        {"extra": 1},
    ):
        yield json.dumps(data | change).encode()
    for change in (
        {"kdf": None},
        {"kdf": {}},
        {"kdf": {"memory": 10**12, "passes": 1, "lanes": 1}},
        {"salt": ""},
        {"kdf": {"memory": 65536, "passes": 10**9, "lanes": 4}},
        {"salt": "A" * 10_000},
        {"nonce": "!!"},
        {"wrapped": "AA=="},
        {"public": None},
        {"sealed": 7},
        {"login": ""},
        {"login": 3},
        {"naam": []},
        {"x": 1},
    ):
        yield json.dumps(data | {"slots": [slot | change]}).encode()
    yield from (b"", b"null", b"[]", b"1", b"\xff\xfe", b"[" * 100_000, b"{" * 100_000, b" " * 2_000_000)
    yield b'{"formaat": ' + b"9" * 5000 + b"}"


def crafted_backups(folder, real):
    """Backups that somebody made by hand to do harm."""
    with zipfile.ZipFile(real) as archive:
        names = {info.filename: archive.read(info) for info in archive.infolist()}
    manifest = json.loads(names[container.MANIFEST])

    def made(files, compression=zipfile.ZIP_STORED):
        path = folder / "gemaakt.ltbak"
        with zipfile.ZipFile(path, "w", compression) as archive:
            for name, body in files:
                archive.writestr(name, body)
        return path.read_bytes()

    yield made(names.items(), zipfile.ZIP_DEFLATED)
    yield made([*names.items(), ("../../uit.txt", b"x")])
    yield made([*list(names.items())[:2]])
    yield made([(name.upper(), body) for name, body in names.items()])
    yield made((names | {container.MANIFEST: b" " * 20_000}).items())
    yield made((names | {container.KEYS: b"0" * 2_000_000}).items())
    yield made([("../" + container.DATABASE, b"x"), *names.items()])
    for change in (
        {"revisie": "9999x"},
        {"moment": "morgen"},
        {"moment": None},
        {"sha_gegevens": ""},
        {"code": "x"},
        {"formaat": 7},
        {"x": "y"},
        {"database_id": 5},
        {"moment": "2026-01-01T00:00:00+01:00"},
    ):
        yield made((names | {container.MANIFEST: json.dumps(manifest | change).encode()}).items())
    yield made((names | {container.DATABASE: b"SQLite format 3\x00" + bytes(4096)}).items())
    yield made((names | {container.DATABASE: b""}).items())
    body = real.read_bytes()
    yield body[:-22] + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 65535, 65535, 2**32 - 1, 2**32 - 1, 0)


def test_no_crafted_file_is_accepted_and_none_costs_time_or_memory(folder, figure):
    uses.make_backup(folder)
    (real,) = (folder / "reservekopieen").glob("*.ltbak")
    key, count, slowest = uses.key_of(folder), 0, 0.0
    for content in crafted_keys(keyfile.key_path(folder / uses.NAME).read_bytes()):
        start = time.perf_counter()
        with pytest.raises((ValueError, Problem)):
            keyfile.renewed(keyfile.decode(content), key, key, frozenset())
        slowest, count = max(slowest, time.perf_counter() - start), count + 1
    bad = folder / "slecht.ltbak"
    for content in crafted_backups(folder, real):
        bad.write_bytes(content)
        start = time.perf_counter()
        with pytest.raises(Problem):
            container.check_signature(bad, container.read_manifest(bad), key)
        slowest, count = max(slowest, time.perf_counter() - start), count + 1
    for text in ("", "x" * 10**6, "\x00" * 40, "0" * 40, "🙂" * 40):
        with pytest.raises(Problem):
            herstelsleutel.lees(text[:39] + "?" if text == "0" * 40 else text)
        count += 1
    assert count >= 60
    figure("9c crafted files", f"{count}: 0 accepted, 0 crashes, slowest {slowest * 1000:.0f} ms")

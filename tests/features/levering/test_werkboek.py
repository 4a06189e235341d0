"""The Excel file of a month: always the same bytes, good to read, and nothing about anybody in it."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from openpyxl import load_workbook
from sqlalchemy import String, update
from sqlalchemy.orm import Session

from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.features.demo.demo import EIGENAAR, maak_demo
from leertraject_desktop.features.levering.maandcijfers import maandcijfers
from leertraject_desktop.features.levering.werkboek import levering_bestand
from leertraject_desktop.storage.access import command
from leertraject_desktop.storage.base import Base
from leertraject_desktop.storage.database import open_store
from leertraject_desktop.storage.store import Store

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
WACHTWOORD = "zes boten onder de brug"
OKTOBER = Maand(2026, 10)
CANARY = "KANARIE"
LISTS = {"gevangenis", "referentiewaarde", "partner", "partner_gevangenis", "instelling"}
SEALED = {"logboekregel", "logboekstand"}  # the database itself refuses to change them


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A demo database whose every free text, code, number and birth date is a canary."""
    path = tmp_path_factory.mktemp("werkboek") / "demo.leertraject"
    maak_demo(path, wachtwoord=WACHTWOORD, deelnemers=60, jaren=1, vandaag=NOON.date())
    with open_store(path, EIGENAAR.login, WACHTWOORD, clock=lambda: NOON) as store:
        yield store


@command(Recht.BEHEREN, "kanaries planten", undo=False)
def plant_canaries(session: Session) -> int:
    """Put a canary in every text that no constraint of the database forbids; returns in how many columns."""
    planted = 0
    for table in Base.metadata.sorted_tables:
        checked = " ".join(str(c.sqltext) for c in table.constraints if hasattr(c, "sqltext"))
        for column in table.columns if table.name not in LISTS | SEALED else ():
            free = isinstance(column.type, String) and not column.foreign_keys and not column.primary_key
            if free and not re.search(rf"\b{column.name} IN ", checked):
                value = f"={CANARY}_{table.name}_{column.name}_"
                session.execute(
                    update(table).values({column.name: column.expression.concat("").concat(value)})
                )
                planted += 1
    session.execute(update(Base.metadata.tables["deelnemer"]).values(geboortedatum=date(1961, 2, 3)))
    deelnemer = Base.metadata.tables["deelnemer"]
    session.execute(update(deelnemer).values(dossiernummer=deelnemer.c.id + 987_650_000))
    return planted


def test_the_same_month_gives_the_same_bytes(demo: Store):
    first, second = (levering_bestand(demo.read(maandcijfers, OKTOBER)) for _ in range(2))
    assert first == second
    assert first != levering_bestand(demo.read(maandcijfers, Maand(2026, 9)))


def test_the_file_tells_the_program_and_the_month_and_nothing_of_this_computer(demo: Store):
    file = levering_bestand(demo.read(maandcijfers, OKTOBER))
    with ZipFile(BytesIO(file)) as parts:
        assert {(i.date_time, i.compress_type, i.comment, i.extra) for i in parts.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), ZIP_STORED, b"", b"")
        }
        everything = b"".join(parts.read(name) for name in parts.namelist())
        core = parts.read("docProps/core.xml").decode()
        sheets = b"".join(parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/"))
    assert b"<f>" not in sheets and b'<c r="A1"' in sheets
    properties = load_workbook(BytesIO(file)).properties
    assert (properties.creator, properties.lastModifiedBy) == ("Leertraject", None)
    assert str(properties.created) == str(properties.modified) == "2026-11-01 00:00:00"
    assert core.count("2026-11-01T00:00:00Z") == 2
    for word in (b"openpyxl", b"Microsoft Excel", b"file:", b"<definedName ", b"comment"):
        assert word not in everything, word


def test_the_sheets_hold_the_figures_and_charts_over_them(demo: Store):
    cijfers = demo.read(maandcijfers, OKTOBER)
    book = load_workbook(BytesIO(levering_bestand(cijfers)))
    assert book.sheetnames == ["Voorblad", "Tellingen", "Tabellen", "Grafieken"]
    counts = {row[0]: row[1:3] for row in book["Tellingen"].iter_rows(min_row=3, max_col=3, values_only=True)}
    for telling in cijfers.tellingen:
        assert counts[telling.label] == (telling.maand, "–" if telling.jaar is None else telling.jaar)
    cells = [
        [cell for cell in row if cell is not None] for row in book["Tabellen"].iter_rows(values_only=True)
    ]
    for tabel in cijfers.tabellen:
        start = cells.index([f"{tabel.code}  {tabel.titel}"])
        assert cells[start + 1] == list(tabel.kolommen)
        block = cells[start + 2 : start + 3 + len(tabel.rijen)]
        assert block == [[r.label, *r.aantallen] for r in tabel.rijen] + [["Totaal", *tabel.totaal]]
        assert cells[start + 3 + len(tabel.rijen)] == [tabel.definitie]
    assert 4 <= len(book["Grafieken"]._charts) <= 6


def test_it_prints_on_a4_with_heads_that_stay_in_view(demo: Store):
    book = load_workbook(BytesIO(levering_bestand(demo.read(maandcijfers, OKTOBER))))
    for sheet in book.worksheets:
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth) == (9, 1)
        assert "Brugge" in sheet.oddFooter.left.text
    assert (book["Tellingen"].freeze_panes, book["Tabellen"].freeze_panes) == ("A3", "A2")
    assert len(book["Tabellen"].row_breaks.brk) >= 2


def test_no_text_number_or_birth_date_of_the_database_gets_into_the_file(demo: Store, tmp_path: Path):
    before = levering_bestand(demo.read(maandcijfers, OKTOBER))
    assert demo.write(plant_canaries) > 45
    after = levering_bestand(demo.read(maandcijfers, OKTOBER))
    assert before != after, "the canaries stand in the codes that are counted"
    hidden = (CANARY, "987650", "9876500", "1961-02-03", "3-2-1961", "03-02-1961", "22315")
    with ZipFile(BytesIO(after)) as parts:
        contents = [after, *(parts.read(name) for name in parts.namelist())]
    for word in hidden:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            found = [content for content in contents if word.encode(encoding).lower() in content.lower()]
            assert found == [], (word, encoding)

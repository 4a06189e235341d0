"""A database comes to the schema of this program whole, or stays exactly as it was."""

import contextlib
import shutil

import pytest
from sqlalchemy import text
from tests.storage import commands as c

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage import upgrade as upgrading
from leertraject_desktop.storage.engine import connect
from leertraject_desktop.storage.packaged import part
from leertraject_desktop.storage.upgrade import newest_revision, stored_revision, upgrade

BROKEN = '''"""A step that goes wrong after it did its work."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{before}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("deelnemer", sa.Column("hobby", sa.String()))
    op.execute("UPDATE deelnemer SET familienaam = 'weg'")
    {last}
'''


@pytest.fixture
def broken_step(tmp_path, monkeypatch):
    """Puts a migration of the test behind those of the program."""
    folder = tmp_path / "migrations"
    shutil.copytree(part("migrations"), folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(upgrading, "part", lambda name: folder)

    def add(last):
        step = folder / "versions" / "9999_broken.py"
        step.write_text(BROKEN.format(before=newest_revision(), last=last), encoding="utf-8")

    return add


@pytest.fixture
def filled(database):
    with database.open() as store:
        store.write(c.nieuwe_begeleiding, store.write(c.nieuwe_deelnemer))
    return database


def dump(database):
    raw = connect(database.path, database.key)
    with contextlib.closing(raw):
        tables = [
            row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")
        ]
        schema = raw.execute("SELECT name, sql FROM sqlite_master ORDER BY 1").fetchall()
        return schema, {table: raw.execute(f"SELECT * FROM {table}").fetchall() for table in tables}


def test_a_step_that_fails_at_its_end_leaves_the_database_as_it_was(filled, broken_step):
    before = dump(filled)
    broken_step("raise ArithmeticError")
    with pytest.raises(ArithmeticError):
        upgrade(filled.path, filled.key)
    assert dump(filled) == before


def test_a_step_that_would_cut_rows_loose_is_not_kept(filled, broken_step):
    before = dump(filled)
    broken_step('op.execute("DELETE FROM deelnemer")')
    with pytest.raises(RuntimeError, match="rows would lose"):
        upgrade(filled.path, filled.key)
    assert dump(filled) == before


def test_rebuilding_a_table_keeps_the_rows_that_hang_on_it(filled, broken_step):
    with filled.open() as store:
        before = store.read(c.aantallen)
    broken_step(
        'with op.batch_alter_table("deelnemer", recreate="always") as batch: batch.drop_column("hobby")'
    )
    upgrade(filled.path, filled.key)
    assert stored_revision(filled.path, filled.key) == "9999"
    with filled.open() as store:
        assert store.read(c.aantallen) == before


def test_a_database_of_a_newer_program_is_refused_and_left_alone(filled):
    raw = connect(filled.path, filled.key)
    raw.execute("UPDATE alembic_version SET version_num = '9000'")
    raw.close()
    before = dump(filled)
    with pytest.raises(Problem, match="nieuwere versie"):
        filled.open()
    assert dump(filled) == before


def test_a_database_that_is_up_to_date_is_not_touched_by_opening(filled):
    before = filled.path.read_bytes()
    filled.open().close()
    assert filled.path.read_bytes() == before


def test_a_new_database_has_the_lists_that_the_program_ships(store):
    def counts(session):
        tables = ("gevangenis", "referentiewaarde", "partner", "partner_gevangenis")
        return {table: session.execute(text(f"SELECT count(*) FROM {table}")).scalar() for table in tables}

    assert min(store.read(counts).values()) >= 10

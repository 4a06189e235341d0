"""The schema: migrations and tables agree, and nothing in it can hold what may not be kept."""

import re
import tomllib

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect

from leertraject_desktop.storage.base import GAAT_MEE, LAAT_LOS, Base
from leertraject_desktop.storage.engine import make_engine
from leertraject_desktop.storage.packaged import part, resource
from leertraject_desktop.storage.upgrade import newest_revision

# Nothing on the crime, the judgment or the case; "strafcel" is a place in the building.
OFFENCE = re.compile(
    r"misdrijf|misdaad|delict|feiten|veroordeling|vonnis|straf(?!cel)|dader|slachtoffer|proces"
)


@pytest.fixture
def migrated(database):
    engine = make_engine(database.path, database.key)
    yield engine
    engine.dispose()


@pytest.fixture
def declared():
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    yield engine
    engine.dispose()


def shape(engine, table):
    """Everything that the database itself knows of a table, in an order that does not matter."""
    look = inspect(engine)
    columns = {c["name"]: (str(c["type"]), c["nullable"]) for c in look.get_columns(table)}
    checks = {(c["name"], c["sqltext"]) for c in look.get_check_constraints(table)}
    uniques = {(c["name"], *c["column_names"]) for c in look.get_unique_constraints(table)}
    keys = {(k["name"], k["referred_table"], *k["constrained_columns"]) for k in look.get_foreign_keys(table)}
    indexes = {
        (i["name"], i["unique"], *i["column_names"], str(i["dialect_options"].get("sqlite_where")))
        for i in look.get_indexes(table)
    }
    return columns, look.get_pk_constraint(table), checks, uniques, keys, indexes


def is_declared(name: str | None, kind: str, _: object) -> bool:
    """The search indexes are virtual tables with helpers of their own, which no metadata can declare."""
    return kind != "table" or not (name or "").startswith("zoek")


def test_alembic_finds_no_difference_between_the_migrations_and_the_tables(migrated):
    with migrated.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": is_declared})
        assert compare_metadata(context, Base.metadata) == []


@pytest.mark.parametrize("table", sorted(Base.metadata.tables))
def test_a_migrated_table_has_every_check_and_index_that_is_declared(migrated, declared, table):
    assert shape(migrated, table) == shape(declared, table)


def test_the_program_knows_its_newest_migration_without_loading_alembic():
    config = Config()
    config.set_main_option("script_location", str(part("migrations")))
    assert ScriptDirectory.from_config(config).get_heads() == [newest_revision()]


def test_no_table_column_or_rule_speaks_of_the_crime_the_judgment_or_the_case(migrated):
    with migrated.connect() as connection:
        names = connection.exec_driver_sql("SELECT coalesce(sql, name) FROM sqlite_master").scalars().all()
    assert [text for text in names if OFFENCE.search(text.lower())] == []


def test_no_reference_list_offers_a_choice_on_the_crime_or_the_judgment():
    lists = tomllib.loads(resource("referentie", "lijsten.toml").read_text(encoding="utf-8"))
    words = [f"{row['code']} {row['label']}" for rows in lists.values() for row in rows]
    assert [text for text in words if OFFENCE.search(text.lower())] == []


def links_to_what_can_be_removed():
    """Every column that points to a row that a user entered."""
    columns = [column for table in Base.metadata.tables.values() for column in table.c]
    return [c for c in columns if any("uid" in key.column.table.c for key in c.foreign_keys)]


@pytest.mark.parametrize("column", links_to_what_can_be_removed(), ids=str)
def test_every_link_says_what_happens_when_the_other_row_is_removed(column):
    assert column.info in (GAAT_MEE, LAAT_LOS)
    assert column.nullable or column.info == GAAT_MEE


def test_the_database_removes_nothing_by_itself():
    actions = {key.ondelete for table in Base.metadata.tables.values() for key in table.foreign_keys}
    assert actions == {None}

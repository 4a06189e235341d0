"""Bringing a database to the schema of this program: all steps in one transaction, or none."""

import re
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import create_engine, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage import reference
from leertraject_desktop.storage.engine import connect
from leertraject_desktop.storage.packaged import part


def newest_revision() -> str:
    """The number of the last migration that the program ships, read from its file name without alembic."""
    names = [file.name for file in (part("migrations") / "versions").iterdir()]
    return max(match[1] for name in names if (match := re.fullmatch(r"(\d{4})_\w+\.py", name)))


def stored_revision(path: Path, key: bytes) -> str:
    """The revision of a database; empty when it has no schema yet."""
    raw = connect(path, key)
    try:
        if not raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
            return ""
        row = raw.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(row[0]) if row else ""
    finally:
        raw.close()


def check_revision(stored: str) -> bool:
    """Whether a database needs the steps. Raises Problem when it is newer than the program."""
    if stored > newest_revision():
        raise Problem(
            "Deze gegevens zijn gemaakt met een nieuwere versie van Leertraject.",
            "Installeer de nieuwste versie van het programma en open ze opnieuw.",
        )
    return stored != newest_revision()


def upgrade(path: Path, key: bytes, *, to: str = "head", new: bool = False) -> None:
    """Run the migrations in one transaction, foreign keys off, and check them before the commit.

    `new` makes the file. `to` names an earlier revision in tests. After a failure the database is as it was.
    """
    # Loaded only when a database is behind: alembic doubles the time in which a window paints.
    from alembic import command
    from alembic.config import Config

    raw = connect(path, key, must_exist=not new)
    engine = create_engine("sqlite://", module=sqlcipher, creator=lambda: raw, poolclass=StaticPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        raw.execute("PRAGMA foreign_keys = OFF")
        config = Config()
        config.set_main_option("script_location", str(part("migrations")).replace("%", "%%"))
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, to)
            if to == "head":
                with Session(connection) as session:
                    reference.fill(session)
                    session.flush()
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise RuntimeError(f"{len(broken)} rows would lose what they point to")
    finally:
        engine.dispose()
        raw.close()

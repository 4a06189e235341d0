"""The search indexes: names with how they sound, and the words of questions and notes.

Kept by triggers, without the text itself, and with secure-delete, so that what is removed is gone from them.
"""

import re
import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

NAAM = "{0}.zoeknaam || ' ' || {0}.dossiernummer || ' ' || printf('%04d', {0}.dossiernummer)"

# How a name sounds, as it was on the day of this migration.
KLANKEN = (
    (r"tsj|tch|sch|sh|sj|ch|cz|sz|zh|dzj|dj|dz", "s"),
    (r"(?<=[aou])w", ""),
    (r"ph|v|w", "f"),
    (r"kh|gh|q|ck|g", "k"),
    (r"th|dh|d", "t"),
    (r"x", "ks"),
    (r"c(?=[eiy])", "s"),
    (r"c", "k"),
    (r"z", "s"),
    (r"b", "p"),
    (r"^[yj]", "i"),
    (r"(?<!^)[aeiouyjh]+", ""),
)


def klank(woord: str) -> str:
    rest = "".join(char for char in unicodedata.normalize("NFKD", woord) if "a" <= char <= "z")
    for spelling, letter in KLANKEN:
        rest = re.sub(spelling, letter, rest)
    return re.sub(r"(.)\1+", r"\1", rest)


def index(name: str, columns: str) -> None:
    op.execute(
        f"CREATE VIRTUAL TABLE {name} USING fts5({columns}, content='', prefix='2 3', "
        "tokenize='unicode61 remove_diacritics 2')"
    )
    op.execute(f"INSERT INTO {name}({name}, rank) VALUES('secure-delete', 1)")


def keep(name: str, table: str, columns: str, values: str, watched: str) -> None:
    """Triggers that keep an index equal to a table; `values` has {0} for new or old."""
    into = f"INSERT INTO {name}"
    add = into + f"(rowid, {columns}) VALUES ({values.format('new')});"
    drop = into + f"({name}, rowid, {columns}) VALUES ('delete', {values.format('old')});"
    for moment, what in (
        ("INSERT", add),
        ("DELETE", drop),
        (f"UPDATE OF {watched}", drop + add),
    ):
        trigger = f"{name}_{table}_{moment.split()[0].lower()}"
        op.execute(f"CREATE TRIGGER {trigger} AFTER {moment} ON {table} BEGIN {what} END")


def upgrade() -> None:
    with op.batch_alter_table("deelnemer") as batch:
        batch.add_column(sa.Column("klank", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("deelnemer") as batch:
        batch.alter_column("klank", server_default=None)
    connection = op.get_bind()
    for row in connection.execute(sa.text("SELECT id, zoeknaam FROM deelnemer")).all():
        sounds = " ".join(sound for word in row.zoeknaam.split() if len(sound := klank(word)) > 1)
        connection.execute(
            sa.text("UPDATE deelnemer SET klank = :klank WHERE id = :id"), {"klank": sounds, "id": row.id}
        )
    index("zoeknaam_index", "naam, klank")
    index("zoektekst_index", "tekst")
    op.execute("CREATE VIRTUAL TABLE zoeknaam_woord USING fts5vocab(zoeknaam_index, 'col')")
    names = f"d.id, {NAAM.format('d')}, d.klank"
    people = f"SELECT {names} FROM deelnemer d"  # noqa: S608 - every part stands in this file
    op.execute(f"INSERT INTO zoeknaam_index(rowid, naam, klank) {people}")
    questions = "SELECT id * 2, vraag || ' ' || antwoord FROM informatievraag"
    op.execute(f"INSERT INTO zoektekst_index(rowid, tekst) {questions}")
    op.execute("INSERT INTO zoektekst_index(rowid, tekst) SELECT id * 2 + 1, notitie FROM contactmoment")
    keep(
        "zoeknaam_index",
        "deelnemer",
        "naam, klank",
        "{0}.id, " + NAAM + ", {0}.klank",
        "zoeknaam, klank, dossiernummer",
    )
    keep(
        "zoektekst_index",
        "informatievraag",
        "tekst",
        "{0}.id * 2, {0}.vraag || ' ' || {0}.antwoord",
        "vraag, antwoord",
    )
    keep("zoektekst_index", "contactmoment", "tekst", "{0}.id * 2 + 1, {0}.notitie", "notitie")

"""The tables of what must be provable: the lines of the logboek, and that somebody was removed."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from leertraject_desktop.storage.base import Base


class Logboekregel(Base):
    """One line: who did what to which rows, and when; never what stands in them.

    `id` counts without gaps and is the order, whatever the clock says. `rijen` are `table:uid`, split by
    spaces. Triggers refuse every change; `zegel` is a code over this line and the one before it.
    """

    __tablename__ = "logboekregel"

    id: Mapped[int] = mapped_column(primary_key=True)
    moment: Mapped[datetime]
    gebruiker_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))
    soort: Mapped[str]
    wat: Mapped[str]
    rijen: Mapped[str]
    zegel: Mapped[bytes] = mapped_column(LargeBinary)


class Logboekstand(Base):
    """The one row that says how many lines there are and which code the last one has."""

    __tablename__ = "logboekstand"

    id: Mapped[int] = mapped_column(primary_key=True)
    aantal: Mapped[int]
    regelzegel: Mapped[bytes] = mapped_column(LargeBinary)
    zegel: Mapped[bytes] = mapped_column(LargeBinary)


class Logboeksleutel(Base):
    """The key of the lines up to `tot`, wrapped under the next one: the database key was renewed then."""

    __tablename__ = "logboeksleutel"

    id: Mapped[int] = mapped_column(primary_key=True)
    tot: Mapped[int]
    verpakt: Mapped[bytes] = mapped_column(LargeBinary)


class Grafsteen(Base):
    """That somebody was removed for good, on which day; from `kenmerk` nobody can tell who."""

    __tablename__ = "grafsteen"

    id: Mapped[int] = mapped_column(primary_key=True)
    kenmerk: Mapped[str] = mapped_column(String(64), unique=True)
    gewist_op: Mapped[date]

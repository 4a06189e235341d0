"""The tables of the logboek: lines that can only be added to, and what proves that none is missing."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary
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

"""What all tables have in common: the one metadata, and what every entry keeps of its own history."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import Date, DateTime, ForeignKey, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

# What happens to a row when the row it points to is removed: it goes too, or it lets go.
GAAT_MEE = {"bij_verwijderen": "gaat mee"}
LAAT_LOS = {"bij_verwijderen": "laat los"}


class Base(DeclarativeBase):
    """The one metadata, with a fixed name for every constraint so that a migration can find it."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {date: Date, datetime: DateTime, str: String}


class Geregistreerd:
    """What every entry keeps of its own history; the store fills it in."""

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-10)
    uid: Mapped[str] = mapped_column(String(32), unique=True, sort_order=-9)
    revisie: Mapped[int] = mapped_column(sort_order=90)
    ingevoerd_op: Mapped[datetime] = mapped_column(sort_order=91)
    gewijzigd_op: Mapped[datetime] = mapped_column(sort_order=93)

    @declared_attr
    def ingevoerd_door_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("gebruiker.id"), sort_order=92)

    @declared_attr
    def gewijzigd_door_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("gebruiker.id"), sort_order=94)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, object]:
        return {"version_id_col": cls.__table__.c.revisie}  # type: ignore[attr-defined]

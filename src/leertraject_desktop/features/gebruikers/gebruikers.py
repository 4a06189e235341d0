"""The list of gebruikers: who may log in with which rol, and who once did something here."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Rol
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.domain.tekst import MAX_NAAM, schoon, verplicht
from leertraject_desktop.storage.access import command, wie
from leertraject_desktop.storage.tables import Gebruiker


@dataclass(frozen=True, slots=True)
class GebruikerRij:
    """A gebruiker as the list shows it; who is not `actief` can no longer log in."""

    id: int
    login: str
    naam: str
    rol: Rol
    actief: bool


def lijst_gebruikers(session: Session) -> list[GebruikerRij]:
    """All gebruikers by name, those who left last."""
    rows = session.scalars(select(Gebruiker).order_by(Gebruiker.actief.desc(), Gebruiker.naam, Gebruiker.id))
    return [GebruikerRij(row.id, row.login, row.naam, Rol(row.rol), row.actief) for row in rows]


def een_gebruiker(session: Session, gebruiker_id: int) -> GebruikerRij:
    """One gebruiker. Raises Problem when there is none with this number."""
    row = _row(session, gebruiker_id)
    return GebruikerRij(row.id, row.login, row.naam, Rol(row.rol), row.actief)


@command(Recht.BEHEREN, "gebruiker toevoegen", undo=False)
def voeg_gebruiker_toe(session: Session, *, login: str, naam: str, rol: Rol) -> int:
    """Add a gebruiker, or take somebody back who left; returns the number.

    Raises Problem for a login or name that cannot be, or a login that somebody has.
    """
    login = controleer_login(login)
    naam = _naam(naam)
    row = session.scalars(select(Gebruiker).where(Gebruiker.login == login)).first()
    if row is not None and row.actief:
        raise Problem(
            f"‘{login}’ bestaat al.",
            "Kies een andere aanmeldnaam, bijvoorbeeld met de achternaam erbij.",
            veld="login",
        )
    if row is None:
        row = Gebruiker(login=login)
        session.add(row)
    row.naam, row.rol, row.actief = naam, rol.value, True
    session.flush()
    return row.id


@command(Recht.BEHEREN, "gebruiker wijzigen", undo=False)
def wijzig_gebruiker(session: Session, gebruiker_id: int, *, naam: str, rol: Rol) -> None:
    """Change the name and the rol. Raises Problem when nobody would be left who may manage gebruikers."""
    row = _row(session, gebruiker_id)
    row.naam, row.rol = _naam(naam), rol.value
    _check_beheerder(session)


@command(Recht.BEHEREN, "gebruiker verwijderen", undo=False)
def zet_buiten_gebruik(session: Session, gebruiker_id: int) -> str:
    """Take the access of a gebruiker away; the name stays with what he or she did. Returns the login.

    Raises Problem for oneself and for the last beheerder.
    """
    row = _row(session, gebruiker_id)
    if gebruiker_id == wie(session).gebruiker_id:
        raise Problem("Je kan jezelf niet verwijderen.", "Vraag het aan een andere beheerder.")
    row.actief = False
    _check_beheerder(session)
    return row.login


@command(Recht.LEZEN, "door het programma zonder toegang gelaten na het terugzetten", undo=False)
def zet_zonder_sleutel_buiten(session: Session, gebruiker_ids: Sequence[int]) -> list[str]:
    """Let the list say who has no key any more; returns the logins. Use `laat_buiten`, which knows who.

    Who is logged in has one, whatever is said.
    """
    wij = wie(session).gebruiker_id
    rows = [_row(session, gebruiker_id) for gebruiker_id in gebruiker_ids if gebruiker_id != wij]
    for row in rows:
        row.actief = False
    return [row.login for row in rows]


def controleer_login(login: str) -> str:
    """The login in small letters. Raises Problem unless it has 2 to 40 letters, digits, dots or hyphens."""
    kept = schoon(login, veld="login").lower()
    if not re.fullmatch(r"[a-z0-9][a-z0-9.\-]{1,39}", kept):
        raise Problem(
            "Een aanmeldnaam heeft 2 tot 40 letters, cijfers, punten of streepjes.",
            "Typ bijvoorbeeld an.baert.",
            veld="login",
        )
    return kept


def _naam(naam: str) -> str:
    kept = schoon(naam, maximum=MAX_NAAM, veld="naam")
    return verplicht(kept, "De naam is leeg.", "Typ de naam die collega's zien.", veld="naam")


def _row(session: Session, gebruiker_id: int) -> Gebruiker:
    row = session.get(Gebruiker, gebruiker_id)
    if row is None:
        raise Problem("Deze gebruiker bestaat niet meer.", "Open de lijst van gebruikers opnieuw.")
    return row


def _check_beheerder(session: Session) -> None:
    session.flush()
    stmt = select(func.count()).where(Gebruiker.rol == Rol.BEHEERDER.value, Gebruiker.actief)
    if not session.scalar(stmt):
        raise Problem("Er moet altijd een beheerder zijn.", "Maak eerst iemand anders beheerder.", veld="rol")

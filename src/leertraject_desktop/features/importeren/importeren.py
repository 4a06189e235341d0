"""The dry run and the import of a list, all of it in one transaction; and the mapping that is remembered."""

import json

from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Logsoort
from leertraject_desktop.domain.personen import naamkolommen
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.features.importeren.bevolking_plan import bevolking_plan, bewaar_maanden
from leertraject_desktop.features.importeren.deelnemers_plan import DeelnemersPlan
from leertraject_desktop.features.importeren.koppen import (
    BEVOLKING,
    Koppeling,
    Tabel,
    soort_van,
    stel_voor,
    velden,
)
from leertraject_desktop.features.importeren.plan import Plan, Progress
from leertraject_desktop.features.importeren.register import Persoon
from leertraject_desktop.storage.access import command
from leertraject_desktop.storage.planning import herplan, plan_na_overplaatsing, volg_verblijven
from leertraject_desktop.storage.selections import neem_dossiernummers
from leertraject_desktop.storage.tables import Deelnemer, DeelnemerTaal, Instelling, Statuut, Verblijf


def koppeling_voor(session: Session, tabel: Tabel) -> Koppeling:
    """Which column is which field: as corrected before for the same headers, else as they are named."""
    kept = session.get(Instelling, _sleutel(tabel))
    proposed = stel_voor(tabel)
    if kept is None:
        return proposed
    known = {veld.code for veld in velden()} | {""}
    codes = json.loads(kept.waarde)
    return tuple(codes) if len(codes) == len(proposed) and set(codes) <= known else proposed


def proef(session: Session, tabel: Tabel, koppeling: Koppeling, *, progress: Progress | None = None) -> Plan:
    """What the import would do with every row; keeps nothing. Raises Problem for a mapping that cannot be."""
    if soort_van(koppeling) == BEVOLKING:
        return bevolking_plan(session, tabel, koppeling)[0]
    return DeelnemersPlan(session, tabel, koppeling).werk_uit(progress).plan()


@command(Recht.REGISTREREN, "lijst inlezen", soort=Logsoort.INVOER)
def importeer(session: Session, tabel: Tabel, koppeling: Koppeling, *, zonder_foute: bool = False) -> Plan:
    """Keep a list: all of it, or nothing. Returns what was done with every row.

    Raises Problem when rows are wrong, unless `zonder_foute` says that those may be left out. A mapping that
    differs from the proposal is remembered for the next list with the same headers.
    """
    if soort_van(koppeling) == BEVOLKING:
        plan, maanden = bevolking_plan(session, tabel, koppeling)
        _weiger_foute(plan, zonder_foute)
        bewaar_maanden(session, maanden)
    else:
        worked_out = DeelnemersPlan(session, tabel, koppeling).werk_uit()
        plan = worked_out.plan()
        _weiger_foute(plan, zonder_foute)
        _bewaar(session, worked_out.personen)
    _onthoud(session, tabel, koppeling)
    return plan


def _weiger_foute(plan: Plan, zonder_foute: bool) -> None:
    fouten = plan.aantal("fout")
    if fouten and not zonder_foute:
        rows = "Eén rij is" if fouten == 1 else f"{fouten} rijen zijn"
        raise Problem(
            f"{rows} fout, dus er is niets ingelezen.",
            "Verbeter de lijst, of kies om de foute rijen weg te laten.",
        )


def _bewaar(session: Session, personen: list[Persoon]) -> None:
    new = [persoon for persoon in personen if persoon.id is None]
    number = neem_dossiernummers(session, len(new)) if new else 0
    rows = []
    for place, persoon in enumerate(new):
        row = Deelnemer(
            dossiernummer=number + place,
            voornaam=persoon.voornaam,
            familienaam=persoon.familienaam,
            geboortedatum=persoon.geboortedatum,
            **naamkolommen(persoon.voornaam, persoon.familienaam, persoon.velden["naam_eigen_schrift"] or ""),
            **persoon.velden,
        )
        session.add(row)
        rows.append(row)
    session.flush()
    for persoon, row in zip(new, rows, strict=True):
        _bewaar_kinderen(session, row.id, persoon)
    for persoon in personen:
        if persoon.id is not None:
            _vul_aan(session, persoon.id, persoon)
    session.flush()


def _bewaar_kinderen(session: Session, deelnemer_id: int, persoon: Persoon) -> None:
    if persoon.nieuwe_taal is not None:
        session.add(
            DeelnemerTaal(deelnemer_id=deelnemer_id, taal=persoon.nieuwe_taal, niveau=None, volgorde=0)
        )
    for van, soort in persoon.nieuwe_statuten:
        session.add(Statuut(deelnemer_id=deelnemer_id, soort=soort, van=van))
    for stay in persoon.verblijven:
        if stay.id is None:
            session.add(
                Verblijf(
                    deelnemer_id=deelnemer_id,
                    gevangenis_code=stay.gevangenis,
                    van=stay.van,
                    tot=stay.tot,
                    eindreden=stay.eindreden,
                    afdeling=stay.afdeling,
                    cel=stay.cel,
                )
            )


def _vul_aan(session: Session, deelnemer_id: int, persoon: Persoon) -> None:
    deelnemer = session.get_one(Deelnemer, deelnemer_id)
    for kolom, waarde in persoon.aangevuld.items():
        setattr(deelnemer, kolom, waarde)
    if "naam_eigen_schrift" in persoon.aangevuld:
        columns = naamkolommen(deelnemer.voornaam, deelnemer.familienaam, deelnemer.naam_eigen_schrift)
        for kolom, tekst in columns.items():
            setattr(deelnemer, kolom, tekst)
    changed = [stay for stay in persoon.verblijven if stay.gewijzigd]
    for stay in changed:
        row = session.get_one(Verblijf, stay.id)
        row.tot, row.eindreden, row.afdeling, row.cel = stay.tot, stay.eindreden, stay.afdeling, stay.cel
    # A stay that ends goes before one that begins: only one may be open.
    session.flush()
    _bewaar_kinderen(session, deelnemer_id, persoon)
    new = [stay for stay in persoon.verblijven if stay.id is None]
    if not (new or changed or persoon.nieuwe_statuten):
        return
    session.flush()
    for stay in new:
        if stay.tot is None:
            plan_na_overplaatsing(session, deelnemer_id, stay.van)
    if persoon.nieuwe_statuten:
        herplan(session, deelnemer_id)
    if new or changed:
        volg_verblijven(session, deelnemer_id)


def _onthoud(session: Session, tabel: Tabel, koppeling: Koppeling) -> None:
    sleutel = _sleutel(tabel)
    kept = session.get(Instelling, sleutel)
    text = json.dumps(koppeling)
    if kept is not None:
        if kept.waarde != text:
            kept.waarde = text
    elif koppeling != stel_voor(tabel):
        session.add(Instelling(sleutel=sleutel, waarde=text))


def _sleutel(tabel: Tabel) -> str:
    return f"importkoppeling.{tabel.handtekening}"

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

PER_KEER = 100
"""How many people are written before the user may stop again."""


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
def importeer(
    session: Session,
    tabel: Tabel,
    koppeling: Koppeling,
    *,
    zonder_foute: bool = False,
    progress: Progress | None = None,
) -> Plan:
    """Keep a list: all of it, or nothing. Returns what was done with every row.

    `progress(done, total)` is called now and then, for the last time just before all of it is kept; what it
    raises keeps nothing.

    Raises Problem when rows are wrong, unless `zonder_foute` says that those may be left out. A mapping that
    differs from the proposal is remembered for the next list with the same headers.
    """
    if soort_van(koppeling) == BEVOLKING:
        plan, maanden = bevolking_plan(session, tabel, koppeling)
        _weiger_foute(plan, zonder_foute)
        bewaar_maanden(session, maanden)
    else:
        stappen = _Stappen(progress, rijen=len(tabel.rijen))
        worked_out = DeelnemersPlan(session, tabel, koppeling, waarschuw=False).werk_uit(stappen.werk_uit)
        plan = worked_out.plan()
        _weiger_foute(plan, zonder_foute)
        _bewaar(session, worked_out.personen, stappen)
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


class _Stappen:
    """How far an import is: two steps per row to work it out, six per person to keep him or her."""

    def __init__(self, progress: Progress | None, *, rijen: int) -> None:
        self._progress = progress
        self._gedaan, self._totaal = 0, 8 * rijen
        self._uitgewerkt = 2 * rijen

    def werk_uit(self, done: int, total: int) -> None:
        """While the rows are worked out."""
        if self._progress is not None:
            self._progress(done, self._totaal)

    def bewaar(self, personen: int, van: int) -> None:
        """After so many of the people were written."""
        if self._progress is not None:
            self._progress(
                self._uitgewerkt + (self._totaal - self._uitgewerkt) * personen // (van + 1), self._totaal
            )

    def klaar(self) -> None:
        """What is left cannot be stopped."""
        if self._progress is not None:
            self._progress(self._totaal, self._totaal)


def _bewaar(session: Session, personen: list[Persoon], stappen: _Stappen) -> None:
    new = [persoon for persoon in personen if persoon.id is None]
    known = [persoon for persoon in personen if persoon.id is not None]
    number = neem_dossiernummers(session, len(new)) if new else 0
    for start in range(0, len(new), PER_KEER):
        part = new[start : start + PER_KEER]
        rows = [_rij(persoon, number + start + place) for place, persoon in enumerate(part)]
        session.add_all(rows)
        session.flush()
        for persoon, row in zip(part, rows, strict=True):
            _bewaar_kinderen(session, row.id, persoon)
        session.flush()
        session.expunge_all()
        stappen.bewaar(start + len(part), len(personen))
    for place, persoon in enumerate(known, start=len(new) + 1):
        if persoon.id is not None:
            _vul_aan(session, persoon.id, persoon)
        if place % PER_KEER == 0:
            stappen.bewaar(place, len(personen))
    session.flush()
    stappen.klaar()


def _rij(persoon: Persoon, dossiernummer: int) -> Deelnemer:
    return Deelnemer(
        dossiernummer=dossiernummer,
        voornaam=persoon.voornaam,
        familienaam=persoon.familienaam,
        geboortedatum=persoon.geboortedatum,
        **naamkolommen(persoon.voornaam, persoon.familienaam, persoon.velden["naam_eigen_schrift"] or ""),
        **persoon.velden,
    )


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
            plan_na_overplaatsing(session, deelnemer_id, stay.gevangenis, stay.van)
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

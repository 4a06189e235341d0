"""When a review is due: the window that a rule gives, and when an open one may move.

The rules are data with days on which they are valid (domein.md section 5). A rule that changed never moves a
date that stands; a date that stands moves later only while it is not overdue.
"""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from leertraject_desktop.domain.label import Label, StatuutSoort
from leertraject_desktop.domain.periode import Periode


class Opvolgsoort(Label):
    """Why a review is due."""

    PERIODIEK = "periodiek", "opvolggesprek"
    NA_OVERPLAATSING = "na_overplaatsing", "gesprek na overplaatsing"
    VOOR_VRIJLATING = "voor_vrijlating", "gesprek voor vrijlating"


class Opvolgstand(Label):
    """Where a review is."""

    TE_DOEN = "te_doen", "te doen"
    TE_LAAT = "te_laat", "te laat"
    OPGESCHORT = "opgeschort", "opgeschort"
    GEDAAN = "gedaan", "gedaan"


@dataclass(frozen=True, slots=True)
class Regel:
    """One rule; `vrij_van` (from) and `vrij_tot` (up to, not including) are months until the release.

    `eenheid` is "dagen" or "maanden". For `VOOR_VRIJLATING` the window lies so long before the release.
    """

    code: str
    soort: Opvolgsoort
    statuut: StatuutSoort | None
    vrij_van: int | None
    vrij_tot: int | None
    eenheid: str
    venster_van: int
    venster_tot: int
    geldig_van: date | None = None
    geldig_tot: date | None = None

    def geldt(self, op: date) -> bool:
        """Whether the rule is valid on a day."""
        return (self.geldig_van is None or self.geldig_van <= op) and (
            self.geldig_tot is None or op <= self.geldig_tot
        )

    def past(self, op: date, statuut: StatuutSoort | None, vrij_op: date | None) -> bool:
        """Whether the rule is about somebody with this statuut and this day of release, seen from a day.

        A rule with months until the release needs that day, unless it has no upper limit: somebody who did
        not tell it falls under the rule for the longest time.
        """
        if self.statuut not in (None, statuut):
            return False
        if vrij_op is None:
            return self.vrij_tot is None
        maanden = maanden_tot(op, vrij_op)
        return (self.vrij_van or 0) <= maanden and (self.vrij_tot is None or maanden < self.vrij_tot)


def maanden_later(dag: date, maanden: int) -> date:
    """The same day so many months later, or the last day of a month that is shorter."""
    index = dag.year * 12 + dag.month - 1 + maanden
    jaar, maand = index // 12, index % 12 + 1
    return date(jaar, maand, min(dag.day, calendar.monthrange(jaar, maand)[1]))


def maanden_tot(van: date, tot: date) -> int:
    """Whole months from a day to another; 0 when it is over."""
    maanden = (tot.year - van.year) * 12 + tot.month - van.month - (tot.day < van.day)
    return max(0, maanden)


def kies_regel(
    regels: Iterable[Regel],
    soort: Opvolgsoort,
    *,
    op: date,
    statuut: StatuutSoort | None,
    vrij_op: date | None,
    eigen: str = "",
) -> Regel | None:
    """The first rule of a kind that fits a person on a day; None when there is none.

    `eigen` is the code of the rule by which a review stands already: it stays as long as it fits, whatever
    rules came since.
    """
    fits = [regel for regel in regels if regel.soort is soort and regel.past(op, statuut, vrij_op)]
    own = (regel for regel in fits if regel.code == eigen)
    return next(own, None) or next((regel for regel in fits if regel.geldt(op)), None)


def venster(regel: Regel, vanaf: date, vrij_op: date | None = None) -> Periode:
    """The window of a review, counted from an event, or back from the release for `VOOR_VRIJLATING`."""
    if regel.soort is Opvolgsoort.VOOR_VRIJLATING and vrij_op is not None:
        return Periode(
            _verder(vrij_op, regel, -regel.venster_tot), _verder(vrij_op, regel, -regel.venster_van)
        )
    return Periode(_verder(vanaf, regel, regel.venster_van), _verder(vanaf, regel, regel.venster_tot))


def verschoven(oud: Periode, nieuw: Periode, vandaag: date) -> Periode:
    """The window of an open review after its person changed: earlier always, later only while not overdue."""
    assert oud.tot is not None and nieuw.tot is not None  # noqa: S101 - windows have two ends
    te_laat = oud.tot < vandaag
    return oud if te_laat and nieuw.tot > oud.tot else nieuw


def stand(tot: date, gedaan_op: date | None, *, opgeschort: bool, vandaag: date) -> Opvolgstand:
    """Where a review is on a day."""
    if gedaan_op is not None:
        return Opvolgstand.GEDAAN
    if opgeschort:
        return Opvolgstand.OPGESCHORT
    return Opvolgstand.TE_LAAT if tot < vandaag else Opvolgstand.TE_DOEN


def _verder(dag: date, regel: Regel, aantal: int) -> date:
    return dag + timedelta(days=aantal) if regel.eenheid == "dagen" else maanden_later(dag, aantal)

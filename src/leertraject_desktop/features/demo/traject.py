"""One demo begeleiding from intake to its end, cut off at today: fasen, contacten, leerdoelen, pauses."""

from collections.abc import Iterator
from datetime import date, timedelta

from leertraject_desktop.domain.label import Einde, Fase
from leertraject_desktop.domain.periode import Periode
from leertraject_desktop.features.demo import workdays
from leertraject_desktop.features.demo.content import Thema
from leertraject_desktop.features.demo.dossier import Dossier
from leertraject_desktop.features.demo.rows import Row
from leertraject_desktop.storage.tables import (
    Actie,
    Begeleiding,
    Contactmoment,
    Faseovergang,
    Leerdoel,
    Opschorting,
    Stopzetting,
    Taak,
)

MINUTEN = {
    "intake": (45, 75), "gesprek": (20, 45), "opvolging": (15, 40), "telefoon": (5, 20), "brief": (5, 10),
    "overleg": (10, 30),
}  # fmt: skip


class Traject:
    """A begeleiding of a dossier; does nothing when its first day is still to come."""

    def __init__(self, dossier: Dossier, begin: date, thema: Thema, vraag: Row | None = None) -> None:
        self.dossier = dossier
        self.thema = thema
        self.begin = begin
        self._pauses: list[Periode] = []
        self._acties: list[Row] = []
        self._doelen: list[Row] = []
        self._noted = 0
        self._end_planned = begin
        self.row: Row | None = None
        self.released: date | None = None
        if not dossier.past(begin):
            return
        door = dossier.somebody(begin)
        self.row = dossier.rows.add(
            Begeleiding, begin, door,
            deelnemer_id=dossier.id, gevangenis_code=dossier.world.gevangenis, begindatum=begin,
            fase=Fase.INTAKE.value, leervraag=thema.leervraag, door_id=door,
        )  # fmt: skip
        self._entered(Fase.INTAKE, begin)
        self.contact(begin, "intake", Fase.INTAKE)
        if vraag is not None:
            dossier.rows.change(vraag, begin, door, begeleiding_id=self.row["id"])

    @property
    def open(self) -> bool:
        """Whether it runs today."""
        return self.row is not None and self.row["einddatum"] is None

    def paused(self, day: date) -> bool:
        """Whether it is on hold on a day."""
        return any(pause.bevat(day) for pause in self._pauses)

    def pause(self, van: date, tot: date, reden: str) -> None:
        """Put it on hold; to be told before `walk`, so that nothing happens in between."""
        dossier = self.dossier
        if self.row is None or not dossier.past(van):
            return
        self._pauses.append(Periode(van, tot))
        dossier.rows.add(
            Opschorting, van, dossier.somebody(van),
            begeleiding_id=self.row["id"], reden=reden, van=van, tot=tot if dossier.past(tot) else None,
            toelichting=dossier.rng.choice(dossier.world.content.opschorting[reden]),
        )  # fmt: skip

    def walk(self, end: date, *, until: Fase = Fase.AFRONDING, reached: bool = True) -> None:
        """Go through the fasen up to `end`; `until` is the last one, `reached` whether the goals are met."""
        rng, length = self.dossier.rng, (end - self.begin).days
        self._end_planned = end
        days = {
            Fase.ORIENTERING: min(rng.randint(9, 24), length // 4),
            Fase.PLAN: min(rng.randint(26, 50), length // 2),
            Fase.OPVOLGING: min(rng.randint(52, 64), length // 2 + 4),
            Fase.AFRONDING: length - min(14, length // 8),
        }
        for fase, offset in days.items():
            day = self._free(workdays.plus(self.begin, offset))
            if list(Fase).index(fase) > list(Fase).index(until) or day > end:
                break
            self.enter(fase, day)
            if fase is Fase.PLAN:
                self._plan(day, end, reached=reached)
            if fase is Fase.OPVOLGING:
                closing = self.begin + timedelta(days=days[Fase.AFRONDING])
                self._follow(day, closing if until is Fase.AFRONDING else end)
            else:
                self.contact(day, "gesprek", fase)

    def enter(self, fase: Fase, day: date) -> None:
        """Come to a next fase."""
        if self.row is None or not self.dossier.past(day):
            return
        self.dossier.rows.change(self.row, day, self.dossier.somebody(day), fase=fase.value)
        self._entered(fase, day)

    def contact(self, day: date, soort: str, fase: Fase) -> None:
        """Meet, call or write; nothing happens on a day that has not come or while it is on hold."""
        dossier = self.dossier
        if self.row is None or not dossier.past(day) or self.paused(day):
            return
        low, high = MINUTEN[soort]
        door = dossier.somebody(day)
        typist = door if dossier.rng.random() < 0.85 else dossier.somebody(day)
        dossier.rows.add(
            Contactmoment, day, typist,
            deelnemer_id=dossier.id, begeleiding_id=self.row["id"], gevangenis_code=dossier.world.gevangenis,
            datum=day, soort=soort, minuten=dossier.rng.randrange(low, high + 1, 5),
            notitie=self._note(soort, fase, day), door_id=door,
        )  # fmt: skip

    def stop(self, day: date, reden: str) -> None:
        """Stopzetting, with its reason."""
        dossier = self.dossier
        if self.row is None or not dossier.past(day):
            return
        door = dossier.somebody(day)
        self._end(day, door, Einde.STOPGEZET)
        dossier.rows.add(
            Stopzetting, day, door,
            begeleiding_id=self.row["id"], datum=day, reden=reden, door_id=door,
            toelichting=dossier.rng.choice(dossier.world.content.stopzetting[reden]),
        )  # fmt: skip

    def finish(self, day: date) -> None:
        """Afronding: the begeleiding has done its work."""
        dossier = self.dossier
        if self.row is None or not dossier.past(day):
            return
        door = dossier.somebody(day)
        self._end(day, door, Einde.AFGEROND)
        for leerdoel in self._doelen:
            if leerdoel["bereikt_op"] is None:
                dossier.rows.change(leerdoel, day, door, bereikt_op=day)

    def _end(self, day: date, door: int, einde: Einde) -> None:
        assert self.row is not None  # noqa: S101 - both callers looked
        self.dossier.rows.change(self.row, day, door, einddatum=day, einde=einde.value)
        for actie in self._acties:
            if actie["gedaan_op"] is None:
                self.dossier.rows.change(actie, day, door, vervallen=True)

    def _entered(self, fase: Fase, day: date) -> None:
        assert self.row is not None  # noqa: S101 - all callers looked
        self.dossier.rows.add(
            Faseovergang, day, self.dossier.somebody(day),
            begeleiding_id=self.row["id"], fase=fase.value, datum=day,
        )  # fmt: skip

    def _free(self, day: date) -> date:
        for pause in self._pauses:
            if pause.bevat(day) and pause.tot is not None:
                return workdays.plus(pause.tot, 2)
        return day

    def _note(self, soort: str, fase: Fase, day: date) -> str:
        rng, notities = self.dossier.rng, self.dossier.world.content.notities
        if soort == "overleg":
            return rng.choice(notities["overleg"])
        if fase is Fase.INTAKE and self.dossier.persoon.nederlands in ("geen", "A1") and rng.random() < 0.6:
            return rng.choice(notities["intake_tolk"])
        if fase is Fase.OPVOLGING and self._has_come_to_a_next_note(day):
            self._noted += 1
            return self.thema.notities[self._noted - 1]
        return "" if rng.random() < 0.08 else rng.choice(notities[fase.value])

    def _has_come_to_a_next_note(self, day: date) -> bool:
        """The notes of a thema tell of progress, so each waits for its part of the way."""
        part = (day - self.begin) / max(self._end_planned - self.begin, timedelta(days=1))
        return self._noted < len(self.thema.notities) and part > (self._noted + 0.8) / (
            len(self.thema.notities) + 1
        )

    def _follow(self, day: date, end: date) -> None:
        rng = self.dossier.rng
        while day < end and self.dossier.past(day):
            soort = rng.choices(["opvolging", "gesprek", "brief", "telefoon", "overleg"], [55, 20, 8, 5, 12])[
                0
            ]
            self.contact(day, soort, Fase.OPVOLGING)
            if rng.random() < 0.3:
                self._done_task(day)
            day = self.dossier.later(day, 18, 48)

    def _done_task(self, day: date) -> None:
        dossier = self.dossier
        made = workdays.on_or_before(max(self.begin, day - timedelta(days=dossier.rng.randint(3, 15))))
        dossier.rows.add(
            Taak, made, dossier.somebody(made),
            deelnemer_id=dossier.id, datum=day, gedaan_op=day,
            omschrijving=dossier.rng.choice(dossier.world.content.taken["opvolging"]),
        )  # fmt: skip

    def _plan(self, day: date, end: date, *, reached: bool) -> None:
        """Leerdoelen and acties, spread from the plan to the end, or beyond it when they will not be met."""
        dossier = self.dossier
        if self.row is None or not dossier.past(day):
            return
        horizon = end if reached else end + (end - day)
        due = self._spread(day, horizon, sum(len(doel.acties) for doel in self.thema.leerdoelen))
        for volgorde, doel in enumerate(self.thema.leerdoelen, start=1):
            door = dossier.somebody(day)
            days = [next(due) for _ in doel.acties]
            met = workdays.plus(days[-1], 3) if reached else None
            leerdoel = dossier.rows.add(
                Leerdoel, day, door,
                begeleiding_id=self.row["id"], omschrijving=doel.omschrijving, volgorde=volgorde,
                streefdatum=days[-1] + timedelta(days=14),
                bereikt_op=met if met and met <= end and dossier.past(met) else None,
            )  # fmt: skip
            self._doelen.append(leerdoel)
            for plek, ((wat, wie), streef) in enumerate(zip(doel.acties, days, strict=True), start=1):
                gedaan = workdays.on_or_after(streef + timedelta(days=dossier.rng.randint(-6, 2)))
                if reached:
                    gedaan = min(gedaan, end)
                forgotten = dossier.rng.random() < 0.04 and not self._old(gedaan)
                known = (reached or gedaan < end) and dossier.past(gedaan) and not forgotten
                actie = dossier.rows.add(
                    Actie, day, door,
                    leerdoel_id=leerdoel["id"], omschrijving=wat, wie=wie, volgorde=plek,
                    streefdatum=streef, gedaan_op=max(day, gedaan) if known else None,
                )  # fmt: skip
                self._acties.append(actie)

    def _old(self, day: date) -> bool:
        """Whether a day is so long ago that somebody would have asked about it."""
        return day < self.dossier.world.vandaag - timedelta(days=21)

    def _spread(self, day: date, horizon: date, count: int) -> Iterator[date]:
        step = max(8, (horizon - day).days // (count + 1))
        for number in range(1, count + 1):
            yield self._free(workdays.plus(day, number * step))

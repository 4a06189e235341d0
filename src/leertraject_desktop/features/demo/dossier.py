"""One demo dossier that grows day by day: verblijf, statuut, talen, vragen; no day after today."""

from datetime import date, timedelta
from random import Random

from leertraject_desktop.domain.klank import klanken
from leertraject_desktop.domain.label import StatuutSoort
from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.domain.ondersteuning import Bron, Ondersteuningssoort
from leertraject_desktop.domain.tekst import vouw
from leertraject_desktop.features.demo import people, workdays
from leertraject_desktop.features.demo.content import Thema, VraagTekst
from leertraject_desktop.features.demo.people import Persoon
from leertraject_desktop.features.demo.rows import Row, Rows
from leertraject_desktop.features.demo.world import World
from leertraject_desktop.storage.follow_up_tables import Ondersteuning
from leertraject_desktop.storage.tables import Deelnemer, DeelnemerTaal, Informatievraag, Statuut, Verblijf

KANALEN = {
    "rapportbriefje": 54, "gesprek": 26, "infomoment": 6, "collega": 7, "brief": 5, "andere": 2,
}  # fmt: skip
VERTREK = {"vrijgesteld": 56, "overgeplaatst": 24, "elektronisch_toezicht": 17, "andere": 3}
QUESTIONS_PER_DAY = 0.32 / 30


class Dossier:
    """The rows of one deelnemer; `start` is the first day that anybody here heard of the person."""

    def __init__(self, world: World, rows: Rows, rng: Random, persoon: Persoon, start: date) -> None:
        self.world = world
        self.rows = rows
        self.rng = rng
        self.persoon = persoon
        self.start = start
        self._stay: Row | None = None
        self._stay_from = start
        self._waits = False
        self.row = rows.add(
            Deelnemer,
            start,
            self.somebody(start),
            dossiernummer=len(rows.of(Deelnemer)) + 1,
            voornaam=persoon.voornaam,
            familienaam=persoon.familienaam,
            naam_eigen_schrift=persoon.naam_eigen_schrift,
            zoeknaam=vouw(f"{persoon.voornaam} {persoon.familienaam} {persoon.naam_eigen_schrift}"),
            klank=klanken(f"{persoon.voornaam} {persoon.familienaam}"),
            sorteersleutel=vouw(f"{persoon.familienaam} {persoon.voornaam}"),
            geboortedatum=persoon.geboortedatum,
            geslacht=persoon.geslacht,
            opleidingsniveau=persoon.opleidingsniveau,
            migratieachtergrond=persoon.migratieachtergrond,
            arbeidshandicap=persoon.arbeidshandicap,
        )
        self.id: int = self.row["id"]
        self._talen = [
            rows.add(
                DeelnemerTaal, start, self.row["ingevoerd_door_id"],
                deelnemer_id=self.id, taal=taal, niveau=niveau, volgorde=volgorde,
            )
            for volgorde, (taal, niveau) in enumerate(persoon.talen)
        ]  # fmt: skip
        if persoon.helpt:
            rows.add(
                Ondersteuning, start, self.row["ingevoerd_door_id"],
                deelnemer_id=self.id, soort=Ondersteuningssoort.ONDERSTEUNINGSNOOD.value, code="andere",
                bron=Bron.ZELF.value, van=start, toelichting=persoon.helpt,
            )  # fmt: skip

    def somebody(self, day: date) -> int:
        """A colleague who was at work on a day."""
        return self.world.colleagues.somebody(self.rng, day)

    def past(self, day: date) -> bool:
        """Whether a day has come."""
        return day <= self.world.vandaag

    def later(self, day: date, at_least: int, at_most: int) -> date:
        """A workday so many days later."""
        return workdays.plus(day, self.rng.randint(at_least, at_most))

    def arrive(self, day: date, *, seen: date | None = None) -> None:
        """A verblijf here begins; it is entered on the day that the person is first seen."""
        if not self.past(day):
            return
        seen = max(day, seen or day)
        if self._stay is None and self.rng.random() < 0.15:
            self._stay_elsewhere(day - timedelta(days=self.rng.randint(20, 300)), day, seen)
        self._stay = self._add_stay(self.world.gevangenis, day, seen)
        self._stay_from = seen
        self.row["vrij_vanaf"] = None
        self._statuut(day, seen)

    def leave(self, day: date, reden: str = "") -> None:
        """The verblijf ends on a day, or is planned to; the questions that came in between are asked."""
        if self._stay is None:
            return
        reden = reden or self.rng.choices(list(VERTREK), list(VERTREK.values()))[0]
        self._hear_release(day, reden)
        until = min(day, self.world.vandaag)
        self._statuut_changes(until)
        self._ask_in_between(until)
        if not self.past(day):
            return
        self.rows.change(self._stay, day, self.somebody(day), tot=day, eindreden=reden)
        if reden == "overgeplaatst" and self.rng.random() < 0.6:
            self._add_stay(self.world.another_prison(self.rng, day), day, day)

    def thema(self, voor: str = "") -> Thema:
        """Something that this person wants to learn."""
        voor = voor or people.suited(self.rng, self.persoon)
        return self.rng.choice([one for one in self.world.content.themas if one.voor == voor])

    def vraag(self, day: date, tekst: VraagTekst | None = None) -> Row | None:
        """Ask a question on a day; the answer follows within a week or so."""
        if not self.past(day):
            return None
        kanaal = self.rng.choices(list(KANALEN), list(KANALEN.values()))[0]
        if tekst is not None:
            kanaal = "rapportbriefje" if self.rng.random() < 0.8 or "briefje" in tekst.vraag else "gesprek"
        tekst = tekst or self.rng.choice(people.questions(self.persoon, self.world.content))
        answered = day if kanaal == "gesprek" else self.later(day, 0, 7)
        done = self.past(answered)
        return self.rows.add(
            Informatievraag, day, self.somebody(day),
            deelnemer_id=self.id, gevangenis_code=self.world.gevangenis, datum=day, kanaal=kanaal,
            onderwerp=tekst.onderwerp, vraag=tekst.vraag, antwoord=tekst.antwoord if done else "",
            beantwoord_op=answered if done else None, minuten=self.rng.choice([5, 5, 10, 10, 10, 15, 20]),
            door_id=self.somebody(day),
        )  # fmt: skip

    def speaks_dutch(self, niveau: str, day: date) -> None:
        """Dutch has come to an ERK level."""
        for row in self._talen:
            if row["taal"] == "nl" and row["niveau"] != niveau and self.past(day):
                self.rows.change(row, day, self.somebody(day), niveau=niveau)

    def _add_stay(self, gevangenis: str, van: date, seen: date, tot: date | None = None) -> Row:
        women = self.persoon.geslacht == "V"
        wing = "Vrouwen" if women else f"Mannen {self.rng.randint(1, 6)}"
        here = gevangenis == self.world.gevangenis
        cel = f"{self.rng.randint(1, 4)}{self.rng.randint(1, 48):02}"
        return self.rows.add(
            Verblijf, seen, self.somebody(seen),
            deelnemer_id=self.id, gevangenis_code=gevangenis, van=van, tot=tot,
            afdeling=wing if here else "", cel=cel if here else "",
            eindreden="overgeplaatst" if tot else None,
        )  # fmt: skip

    def _stay_elsewhere(self, van: date, tot: date, seen: date) -> None:
        self._add_stay(self.world.another_prison(self.rng, van), van, seen, tot)

    def _statuut(self, day: date, seen: date) -> None:
        soort = self.rng.choices(list(StatuutSoort), [58, 32, 7, 3])[0]
        self._waits = soort is StatuutSoort.BEKLAAGDE
        self.rows.add(
            Statuut, seen, self.somebody(seen), deelnemer_id=self.id, soort=soort.value, van=day
        )  # fmt: skip

    def _statuut_changes(self, until: date) -> None:
        day = self.later(self._stay_from, 40, 240)
        if self._waits and self.rng.random() < 0.55 and day < until:
            self.rows.add(
                Statuut, day, self.somebody(day),
                deelnemer_id=self.id, soort=StatuutSoort.VEROORDEELDE.value, van=day,
            )  # fmt: skip

    def _hear_release(self, day: date, reden: str) -> None:
        """The month of release, as far as the person tells it; now and then it turns out otherwise."""
        if reden == "overgeplaatst" or self.rng.random() < 0.45:
            return
        slip = self.rng.choices([0, 1, -1, 3], [70, 12, 10, 8])[0]
        self.row["vrij_vanaf"] = Maand.van(day).plus(slip).eerste_dag

    def _ask_in_between(self, until: date) -> None:
        day = self._stay_from
        while True:
            day = workdays.plus(day, 1 + int(self.rng.expovariate(QUESTIONS_PER_DAY)))
            if day >= until:
                return
            self.vraag(day)

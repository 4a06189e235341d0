"""Makes the people of the demo: name, birth, languages and schooling, in the shares of S2."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from leertraject_desktop.domain.label import Geslacht, JaNeeOnbekend
from leertraject_desktop.features.demo.content import Content, Herkomst, Naam, VraagTekst

# Shares of a hundred (S2 q1: 3 hoog, 20 midden, 76 kort), a little of each kept unknown.
OPLEIDINGSNIVEAU = {
    "geen": 5.0, "lager": 11.0, "buso": 5.5, "sec1": 14.0, "aso2": 3.0, "tso2": 6.5, "kso2": 0.5,
    "bso2": 18.0, "dbso": 7.5, "leertijd": 3.0, "aso3": 3.5, "tso3": 4.5, "kso3": 0.5, "bso3": 8.5,
    "sec4": 1.0, "hbo5": 1.0, "bachelor": 1.5, "master": 0.5, "onbekend": 3.5, "": 1.0,
}  # fmt: skip
HOGER = frozenset({"aso3", "tso3", "sec4", "hbo5", "bachelor", "master"})
OLDEST_AT_ARRIVAL = 64
OLDEST_NOW = 74


@dataclass(frozen=True, slots=True)
class Persoon:
    """One made-up person as the dossier will know him or her."""

    voornaam: str
    familienaam: str
    naam_eigen_schrift: str
    geboortedatum: date | None
    geslacht: str | None
    opleidingsniveau: str | None
    migratieachtergrond: str
    arbeidshandicap: str
    helpt: str
    talen: tuple[tuple[str, str | None], ...]

    @property
    def nederlands(self) -> str:
        """The ERK level of Dutch."""
        return dict(self.talen).get("nl") or "geen"


def make(rng: Random, content: Content, aankomst: date, vandaag: date, *, nt2: bool = False) -> Persoon:
    """A person who arrived on a day; `nt2` asks for somebody who speaks no Dutch yet."""
    herkomst = _herkomst(rng, content, nt2=nt2)
    geslacht = rng.choices(["M", "V", "X", None], [95.2, 4.2, 0.3, 0.3])[0]
    voornaam, familienaam = _naam(rng, herkomst, geslacht)
    niveau = _opleidingsniveau(rng, herkomst)
    handicap = rng.choices(list(JaNeeOnbekend), [13, 80, 7])[0]
    hulp = rng.random() < (0.5 if handicap is JaNeeOnbekend.JA else 0.07)
    own_script = voornaam.eigen_schrift and familienaam.eigen_schrift and rng.random() < 0.55
    return Persoon(
        voornaam=voornaam.gewoon,
        familienaam=familienaam.gewoon,
        naam_eigen_schrift=f"{voornaam.eigen_schrift} {familienaam.eigen_schrift}" if own_script else "",
        geboortedatum=None if rng.random() < 0.012 else _geboortedatum(rng, aankomst, vandaag),
        geslacht=geslacht,
        opleidingsniveau=niveau or None,
        migratieachtergrond=_migratie(rng, herkomst),
        arbeidshandicap=handicap.value,
        helpt=rng.choice(content.ondersteuning) if hulp else "",
        talen=_talen(rng, herkomst, nt2=nt2),
    )


def with_long_name(persoon: Persoon, content: Content) -> Persoon:
    """The same person with a name of 60 characters, which every screen and paper must bear."""
    voornaam, familienaam = content.lange_naam
    return replace(persoon, voornaam=voornaam, familienaam=familienaam, naam_eigen_schrift="")


def suited(rng: Random, persoon: Persoon) -> str:
    """The kind of thema that fits a person, as resources/demo/themas.toml names them in `voor`."""
    weights = {"beroep": 6.0, "digitaal": 1.5}
    if persoon.nederlands in ("geen", "A1"):
        weights["nt2"] = 12.0
    if persoon.opleidingsniveau == "geen":
        weights["alfa"] = 8.0
    if persoon.opleidingsniveau == "niet_erkend":
        weights["erkenning"] = 14.0
    elif persoon.opleidingsniveau in HOGER and persoon.nederlands in ("B1", "B2", "moedertaal"):
        weights["hoger"] = 5.0
    elif persoon.opleidingsniveau not in (None, "geen", "onbekend", "bso3", "kso3"):
        weights["diploma"] = 2.5
    return rng.choices(list(weights), list(weights.values()))[0]


def questions(persoon: Persoon, content: Content) -> list[VraagTekst]:
    """The questions that this person could ask."""
    unlikely = set()
    if persoon.nederlands in ("B2", "moedertaal"):
        unlikely |= {"nt2"}
    if persoon.migratieachtergrond != JaNeeOnbekend.JA:
        unlikely |= {"diplomagelijkschakeling", "inburgering"}
    if persoon.opleidingsniveau not in HOGER:
        unlikely |= {"afstandsonderwijs"}
    return [tekst for tekst in content.vragen if tekst.onderwerp not in unlikely]


def _herkomst(rng: Random, content: Content, *, nt2: bool) -> Herkomst:
    choices = [one for one in content.herkomsten if not nt2 or one.code not in ("vlaams", "franstalig")]
    return rng.choices(choices, [one.aandeel for one in choices])[0]


def _naam(rng: Random, herkomst: Herkomst, geslacht: str | None) -> tuple[Naam, Naam]:
    if geslacht == Geslacht.V or (geslacht != Geslacht.M and rng.random() < 0.5):
        return rng.choice(herkomst.voornamen_vrouw), rng.choice(herkomst.familienamen_vrouw)
    return rng.choice(herkomst.voornamen), rng.choice(herkomst.familienamen)


def _opleidingsniveau(rng: Random, herkomst: Herkomst) -> str:
    weights = dict(OPLEIDINGSNIVEAU)
    if herkomst.migratie > 0.5:
        weights |= {"geen": 8.0, "lager": 15.0, "niet_erkend": 6.0, "buso": 1.5, "dbso": 4.0, "leertijd": 0.5}
    return rng.choices(list(weights), list(weights.values()))[0]


def _geboortedatum(rng: Random, aankomst: date, vandaag: date) -> date:
    since = (vandaag - aankomst).days // 365
    youngest, oldest = rng.choices([(18, 24), (25, 49), (50, OLDEST_AT_ARRIVAL)], [13, 74, 13])[0]
    oldest = min(oldest, OLDEST_NOW - since)
    years = rng.randint(min(youngest, oldest), oldest)
    return aankomst - timedelta(days=int(years * 365.25) + rng.randint(2, 360))


def _migratie(rng: Random, herkomst: Herkomst) -> str:
    if rng.random() < 0.06:
        return JaNeeOnbekend.ONBEKEND.value
    return (JaNeeOnbekend.JA if rng.random() < herkomst.migratie else JaNeeOnbekend.NEE).value


def _talen(rng: Random, herkomst: Herkomst, *, nt2: bool) -> tuple[tuple[str, str | None], ...]:
    """The languages in order, the one to speak with first; only Dutch has a level."""
    codes = rng.choice(herkomst.talen)
    if nt2:
        codes = tuple(code for code in codes if code != "nl") or ("andere",)
    niveau = rng.choices(["A1", "A2", "B1", "B2"], [20, 30, 30, 20])[0]
    if codes[0] == "nl":
        niveau = "moedertaal"
    elif "nl" not in codes:
        niveau = "geen" if nt2 else rng.choices(["geen", "A1", "A2"], [50, 35, 15])[0]
    return tuple((code, niveau if code == "nl" else None) for code in dict.fromkeys((*codes, "nl")))

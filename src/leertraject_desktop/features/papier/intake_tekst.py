"""The words of the intake form in one language."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from leertraject_desktop.features.papier.teksten import teksten


@dataclass(frozen=True)
class VraagTekst:
    """The words of one question; the keys of `opties` are the codes, the same in every language."""

    vraag: str
    hint: str
    opties: dict[str, str]
    velden: dict[str, str]
    zinnen: tuple[str, ...]
    dagen: tuple[str, ...]


@dataclass(frozen=True)
class IntakeTekst:
    """All words of the form in one language; `delen` holds those around the questions, by part and name."""

    taal: str
    titel: str
    formulier: str
    dienst: str
    sprong: str
    niveaus: tuple[str, ...]
    delen: dict[str, dict[str, str]]
    vragen: dict[int, VraagTekst]


@cache
def intake_tekst(taal: str) -> IntakeTekst:
    """The words of the form; `taal` is one of the languages that the forms exist in."""
    data = teksten("intake", taal)
    return IntakeTekst(
        taal=data["taal"],
        titel=data["titel"],
        formulier=data["formulier"],
        dienst=data["dienst"],
        sprong=data["sprong"],
        niveaus=tuple(data["nt2"]["niveaus"]),
        delen={name: data[name] for name in ("uitleg", "kop", "secties", "voet", "slot")}
        | {"nt2": {"hint": data["nt2"]["hint"]}},
        vragen={int(key): _vraag(value) for key, value in data.items() if key.isdigit()},
    )


def _vraag(data: dict[str, Any]) -> VraagTekst:
    return VraagTekst(
        data["vraag"],
        data.get("hint", ""),
        data.get("opties", {}),
        data.get("velden", {}),
        tuple(data.get("zinnen", ())),
        tuple(data.get("dagen", ())),
    )

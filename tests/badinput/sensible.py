"""What is given to a command by somebody who knows what is kept: mostly carried out, so that orders get deep.

A command or field that stands nowhere here is fed as `arguments` says, without what cannot be kept.
"""

import dataclasses
import inspect
import typing
from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import strategies as st
from tests.badinput import arguments as a

from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.features.begeleidingen import lijst as begeleidingen
from leertraject_desktop.features.begeleidingen.drempels import drempel_invoer
from leertraject_desktop.features.begeleidingen.opschorting import opschorting_invoer
from leertraject_desktop.features.deelnemers import dossier
from leertraject_desktop.features.deelnemers.samenvoegen import VELDEN
from leertraject_desktop.features.doorverwijzingen.lijst import doorverwijzing_invoer
from leertraject_desktop.features.importeren.koppen import Tabel
from leertraject_desktop.features.informatievragen.lijst import vraag_invoer
from leertraject_desktop.features.lijsten.stand import Lijststand
from leertraject_desktop.features.nazorg.lijst import uitkomst_invoer
from leertraject_desktop.features.ondersteuning.ondersteuning import LIJSTEN, ondersteuning_invoer
from leertraject_desktop.features.taken.lijst import taak_invoer
from leertraject_desktop.features.toestemmingen.lijst import toestemming_invoer

# The form that a command puts right, as it stands.
STANDS: dict[str, Callable[..., Any]] = {
    "wijzig_actie": begeleidingen.actie_invoer,
    "wijzig_begeleiding": begeleidingen.begeleiding_wijziging,
    "wijzig_contactmoment": begeleidingen.contact_invoer,
    "wijzig_deelnemer": dossier.deelnemer_invoer,
    "wijzig_doorverwijzing": doorverwijzing_invoer,
    "wijzig_drempel": drempel_invoer,
    "wijzig_leerdoel": begeleidingen.leerdoel_invoer,
    "wijzig_ondersteuning": ondersteuning_invoer,
    "wijzig_opschorting": opschorting_invoer,
    "wijzig_taak": taak_invoer,
    "wijzig_toestemming": toestemming_invoer,
    "wijzig_uitkomst": uitkomst_invoer,
    "wijzig_verblijf": dossier.verblijf_invoer,
    "wijzig_vraag": vraag_invoer,
}

LOOPT = "einddatum IS NULL"
IS_HIER = "id IN (SELECT deelnemer_id FROM verblijf WHERE tot IS NULL)"
IS_WEG = "id NOT IN (SELECT deelnemer_id FROM verblijf WHERE tot IS NULL)"
MAG_GEDEELD = (
    "id IN (SELECT deelnemer_id FROM toestemming "
    "WHERE doel = 'gegevens' AND partner_code = 'vdab' AND ingetrokken_op IS NULL)"
)
# Of which rows a command can be carried out.
FITS: dict[tuple[str, str], str] = {
    ("beantwoord_vraag", "vraag_id"): "beantwoord_op IS NULL",
    ("beeindig_ondersteuning", "ondersteuning_id"): "tot IS NULL",
    ("BegeleidingInvoer", "deelnemer_id"): f"{IS_HIER} AND id NOT IN "
    "(SELECT deelnemer_id FROM begeleiding WHERE einddatum IS NULL)",
    ("herstel_toestemming", "toestemming_id"): "ingetrokken_op IS NOT NULL",
    ("hervat", "begeleiding_id"): "id IN (SELECT begeleiding_id FROM opschorting WHERE tot IS NULL)",
    ("los_drempel_op", "drempel_id"): "opgelost_op IS NULL",
    ("neem_stand_terug", "doorverwijzing_id"): "stand <> 'in_behandeling'",
    ("nieuw_verblijf", "deelnemer_id"): IS_WEG,
    ("nieuwe_doorverwijzing", "deelnemer_id"): MAG_GEDEELD,
    ("nieuwe_drempel", "begeleiding_id"): LOOPT,
    ("noteer_uitkomst", "moment_id"): "gedaan_op IS NULL",
    ("noteer_vertrek", "deelnemer_id"): IS_HIER,
    ("rond_af", "begeleiding_id"): LOOPT,
    ("schort_op", "begeleiding_id"): f"{LOOPT} AND id NOT IN "
    "(SELECT begeleiding_id FROM opschorting WHERE tot IS NULL)",
    ("stop_begeleiding", "begeleiding_id"): LOOPT,
    ("trek_toestemming_in", "toestemming_id"): "ingetrokken_op IS NULL",
    ("verwijder_toestemming", "toestemming_id"): "ingetrokken_op IS NULL OR doel <> 'gegevens'",
    ("verwijder_uitkomst", "moment_id"): "door_id IS NOT NULL",
    ("verwijs_vraag_door", "vraag_id"): f"deelnemer_id IN (SELECT id FROM deelnemer WHERE {MAG_GEDEELD})",
    ("wijzig_uitkomst", "moment_id"): "door_id IS NOT NULL",
    ("word_begeleiding", "vraag_id"): "begeleiding_id IS NULL AND deelnemer_id IS NOT NULL",
    ("zet_fase", "begeleiding_id"): LOOPT,
    ("zet_stand", "doorverwijzing_id"): "stand = 'in_behandeling'",
    ("wijzig_gebruiker", "gebruiker_id"): "id <> 1",
    ("zet_buiten_gebruik", "gebruiker_id"): "id <> 1",
}
NONE = st.none()
NOW = st.sampled_from([0, 0, 0, 0, 1, 2, 5]).map(a.Ago)
SOON = st.sampled_from([-7, -14, -60, -400]).map(a.Ago)
WORDS = a.NAMES | st.sampled_from(["wil leren lassen", "twee\nregels", "123"])
SHARED = st.sampled_from(["vdab", "vdab", "ligo"])
CHANNELS = st.sampled_from(a._codes(Lijst.NAZORGKANAAL))
FIELDS: dict[tuple[str, str], st.SearchStrategy[Any]] = {
    ("VraagInvoer", "vraag"): WORDS,
    ("VraagInvoer", "kanaal"): st.sampled_from(["gesprek", "rapportbriefje", "brief"]),
    ("VraagInvoer", "beantwoord_op"): NONE,
    ("VraagInvoer", "wordt_begeleiding"): st.just(False),
    ("VraagInvoer", "partner"): NONE,
    ("VraagInvoer", "verwezen_op"): NONE,
    ("VraagInvoer", "antwoord_tegen"): NONE,
    ("VraagInvoer", "getekend_op"): NONE,
    ("VraagInvoer", "formuliernummer"): st.just(""),
    ("beantwoord_vraag", "antwoord"): WORDS,
    ("beantwoord_vraag", "verwijzing"): NONE,
    ("VerblijfInvoer", "gevangenis"): st.sampled_from(["BRG", "GEN", "ANT"]),
    ("VerblijfInvoer", "tot"): NONE,
    ("VerblijfInvoer", "eindreden"): NONE,
    ("NieuweDeelnemer", "verblijf_van"): st.sampled_from([0, 3, 200, 400]).map(a.Ago),
    ("DrempelInvoer", "opgelost_op"): NONE,
    ("OndersteuningInvoer", "tot"): NONE,
    ("OpschortingInvoer", "tot"): NONE,
    ("ToestemmingInvoer", "partner"): SHARED,
    ("ToestemmingInvoer", "geldig_tot"): NONE | SOON,
    ("ToestemmingInvoer", "formuliernummer"): st.just(""),
    ("DoorverwijzingInvoer", "partner"): st.just("vdab"),
    ("DoorverwijzingInvoer", "datum"): st.just(a.Ago(0)),
    ("DoorverwijzingInvoer", "antwoord_tegen"): NONE | SOON,
    ("UitkomstInvoer", "kanaal"): CHANNELS,
    ("spreek_kanaal_af", "kanaal"): CHANNELS,
    ("voeg_samen", "blijft_id"): st.sampled_from([0, 1]).map(lambda n: a.Row("deelnemer", n, "1")),
    ("voeg_samen", "verdwijnt_id"): st.sampled_from([2, 3]).map(lambda n: a.Row("deelnemer", n, "1")),
    ("voeg_samen", "keuzes"): st.fixed_dictionaries(
        {veld: st.sampled_from(["blijft", "verdwijnt"]) for veld in VELDEN}
    ),
    ("voeg_gebruiker_toe", "login"): st.integers(0, 99).map(lambda number: f"els{number}"),
}
# A reason goes with a refusal alone, and a code with its kind.
STANDEN = [
    {"stand": st.sampled_from(["aanvaard", "afgerond", "ingetrokken"]), "reden": st.just("")},
    {"stand": st.just("geweigerd"), "reden": st.sampled_from(a._codes(Lijst.REDEN_WEIGERING))},
]
KINDS = [
    {"soort": st.just(soort.value), "code": st.sampled_from(a._codes(lijst))}
    for soort, lijst in LIJSTEN.items()
]
TOGETHER = {"StandInvoer": STANDEN, "OndersteuningInvoer": KINDS}
# What makes no sense by itself.
NOT_ALONE = {"tot", "eindreden", "soort", "code", "einddatum"}
WHOLE = (Tabel, Maand, Lijststand)


def sensible(name: str, command: Callable[..., Any]) -> dict[str, st.SearchStrategy[Any]]:
    """For every parameter of a command but its session, what it is fed with to be carried out."""
    hints = typing.get_type_hints(command)
    given = {
        parameter: _for(name, parameter, hints[parameter])
        for parameter in list(inspect.signature(command).parameters)[1:]
    }
    if name in STANDS:
        fields = [field.name for field in dataclasses.fields(hints["invoer"]) if field.name not in NOT_ALONE]
        given["invoer"] = st.builds(a.Changed, given["invoer"], st.sampled_from(fields))
    return given


def _for(owner: str, name: str, kind: Any) -> st.SearchStrategy[Any]:
    if (owner, name) in FIELDS:
        return FIELDS[owner, name]
    options = [option for option in typing.get_args(kind) if option is not a.NIL]
    if a.NIL in typing.get_args(kind):
        return NONE if name == "door_id" else _for(owner, name, options[0])
    if kind is date and name != "geboortedatum":
        return SOON if name in a.AHEAD else NOW
    if kind is int and name.endswith("_id"):
        table, fits = a.ROWS.get(name, name.removesuffix("_id")), FITS.get((owner, name), "1")
        return st.sampled_from([0, 0, 0, 1, 1, 2, 3]).map(lambda which: a.Row(table, which, fits))
    if isinstance(kind, type) and dataclasses.is_dataclass(kind) and not issubclass(kind, WHOLE):
        hints = typing.get_type_hints(kind)
        fields = {
            field.name: _for(kind.__name__, field.name, hints[field.name])
            for field in dataclasses.fields(kind)
            if field.init
        }
        return st.one_of(
            [st.builds(kind, **{**fields, **some}) for some in TOGETHER.get(kind.__name__, [{}])]
        )
    if kind is str and name in a.FREE:
        return WORDS
    return a.good_of(a._for(owner, name, kind))

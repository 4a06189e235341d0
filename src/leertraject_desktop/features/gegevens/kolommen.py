"""The rule of every column: what it is called to the person it is about, or why it is not about a person.

One table for inzage, wissing and the fact sheet of a datalek. A test walks the schema: a new table or column
without a rule here fails it.
"""

from dataclasses import dataclass, field
from typing import Literal

from leertraject_desktop.domain.label import (
    Einde,
    Fase,
    Geslacht,
    JaNeeOnbekend,
    Label,
    Lijst,
    StatuutSoort,
)
from leertraject_desktop.domain.opvolging import Opvolgsoort

# Where the words of a code come from: reference lists, an enum, or the code itself with spaces.
Codes = tuple[Lijst, ...] | type[Label] | Literal["zelf", "maand"] | None


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column that a person may see: its name in plain words, and where its codes get their words.

    "zelf": a code is a word already. "maand": of the day only its month counts.
    """

    label: str
    codes: Codes = None


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table: what it is called, and the rule of every column (None: technique, not shown).

    `titel` is what the person reads and `naam` what a colleague does; both are empty for a table that holds
    nothing about a deelnemer.
    """

    titel: str = ""
    naam: str = ""
    kolommen: dict[str, Kolom | None] = field(default_factory=dict)
    uitleg: str = ""


def _k(label: str, *codes: Lijst) -> Kolom:
    return Kolom(label, codes or None)


STANDAARD: dict[str, Kolom | None] = {
    "id": None,
    "uid": None,
    "revisie": None,
    "ingevoerd_op": _k("ingevoerd op"),
    "ingevoerd_door_id": _k("ingevoerd door"),
    "gewijzigd_op": _k("laatst gewijzigd op"),
    "gewijzigd_door_id": _k("laatst gewijzigd door"),
}
DOOR: dict[str, Kolom | None] = {"door_id": _k("wie"), "gevangenis_code": _k("gevangenis")}


def _over_persoon(titel: str, naam: str, /, **kolommen: Kolom | None) -> Tabel:
    return Tabel(titel, naam, {**STANDAARD, **kolommen})


def _geen_persoon(uitleg: str, *kolommen: str) -> Tabel:
    return Tabel("", "", dict.fromkeys(kolommen), uitleg)


DEELNEMER = _over_persoon(
    "Wie je bent",
    "Persoon",
    dossiernummer=_k("nummer van het dossier"),
    voornaam=_k("voornaam"),
    familienaam=_k("familienaam"),
    naam_eigen_schrift=_k("naam in eigen schrift"),
    zoeknaam=None,
    klank=None,
    sorteersleutel=None,
    geboortedatum=_k("geboortedatum"),
    geslacht=Kolom("geslacht", Geslacht),
    opleidingsniveau=_k("hoogste opleiding", Lijst.OPLEIDINGSNIVEAU),
    migratieachtergrond=Kolom("migratieachtergrond", JaNeeOnbekend),
    arbeidshandicap=Kolom("arbeidshandicap", JaNeeOnbekend),
    vrij_vanaf=Kolom("maand van vrijlating, zoals je die zelf gaf", "maand"),
)

VERBLIJF = {
    "deelnemer_taal": _over_persoon(
        "Je talen",
        "Talen",
        deelnemer_id=None,
        taal=_k("taal", Lijst.TAAL),
        niveau=_k("niveau", Lijst.ERK),
        volgorde=None,
    ),
    "verblijf": _over_persoon(
        "Waar je verbleef",
        "Verblijven",
        deelnemer_id=None,
        gevangenis_code=_k("gevangenis"),
        van=_k("van"),
        tot=_k("tot en met"),
        afdeling=_k("afdeling"),
        cel=_k("cel"),
        eindreden=_k("reden van vertrek", Lijst.EINDE_VERBLIJF),
    ),
    "statuut": _over_persoon(
        "Je statuut", "Statuten", deelnemer_id=None, soort=Kolom("statuut", StatuutSoort), van=_k("vanaf")
    ),
    "ondersteuning": _over_persoon(
        "Ondersteuning bij leren",
        "Ondersteuning",
        deelnemer_id=None,
        soort=Kolom("soort", Lijst),
        code=_k("wat", Lijst.ONDERSTEUNINGSNOOD, Lijst.REDELIJKE_AANPASSING),
        bron=_k("van wie we het weten"),
        van=_k("van"),
        tot=_k("tot en met"),
        toelichting=_k("toelichting"),
    ),
    "vrijlatingspunt": _over_persoon(
        "Wat in orde is voor je vrijkomt",
        "Punten voor de vrijlating",
        verblijf_id=None,
        punt=_k("punt", Lijst.VRIJLATINGSPUNT),
        gedaan_op=_k("in orde op"),
    ),
    "nazorgmoment": _over_persoon(
        "Contact na je vrijlating",
        "Nazorgmomenten",
        deelnemer_id=None,
        verblijf_id=None,
        **DOOR,
        maanden=_k("maanden na vrijlating"),
        datum=_k("gepland op"),
        kanaal=_k("manier van contact", Lijst.NAZORGKANAAL),
        gedaan_op=_k("gebeurd op"),
        uitkomst=_k("uitkomst", Lijst.UITKOMST_NAZORG),
        vervallen_op=_k("vervallen op"),
        toelichting=_k("toelichting"),
    ),
}

BEGELEIDING = {
    "begeleiding": _over_persoon(
        "Je begeleiding",
        "Begeleidingen",
        deelnemer_id=None,
        **DOOR,
        begindatum=_k("begonnen op"),
        fase=Kolom("fase", Fase),
        leervraag=_k("wat je wil leren"),
        einddatum=_k("gestopt op"),
        einde=Kolom("hoe ze eindigde", Einde),
    ),
    "faseovergang": _over_persoon(
        "De stappen in je begeleiding",
        "Fasen",
        begeleiding_id=None,
        fase=Kolom("fase", Fase),
        datum=_k("vanaf"),
    ),
    "leerdoel": _over_persoon(
        "Je leerdoelen",
        "Leerdoelen",
        begeleiding_id=None,
        omschrijving=_k("leerdoel"),
        streefdatum=_k("tegen"),
        bereikt_op=_k("bereikt op"),
        volgorde=None,
    ),
    "actie": _over_persoon(
        "Wat er gebeurt voor je leerdoelen",
        "Acties",
        leerdoel_id=None,
        omschrijving=_k("actie"),
        wie=_k("wie"),
        streefdatum=_k("tegen"),
        gedaan_op=_k("gedaan op"),
        vervallen=_k("vervallen"),
        volgorde=None,
    ),
    "opschorting": _over_persoon(
        "Wanneer je begeleiding stillag",
        "Opschortingen",
        begeleiding_id=None,
        reden=_k("reden", Lijst.REDEN_OPSCHORTING),
        van=_k("van"),
        tot=_k("tot en met"),
        toelichting=_k("toelichting"),
    ),
    "stopzetting": _over_persoon(
        "Waarom je begeleiding stopte",
        "Stopzettingen",
        begeleiding_id=None,
        datum=_k("op"),
        reden=_k("reden", Lijst.REDEN_STOPZETTING),
        toelichting=_k("toelichting"),
        door_id=_k("wie"),
    ),
    "begeleiding_drempel": _over_persoon(
        "Wat het leren moeilijk maakte",
        "Drempels",
        begeleiding_id=None,
        drempel=_k("drempel", Lijst.DREMPEL),
        vastgesteld_op=_k("vastgesteld op"),
        opgelost_op=_k("opgelost op"),
    ),
    "opvolgmoment": _over_persoon(
        "Wanneer we je opvolgen",
        "Opvolgmomenten",
        begeleiding_id=None,
        soort=Kolom("reden", Opvolgsoort),
        regel_code=None,
        vanaf=_k("gerekend vanaf"),
        venster_van=_k("ten vroegste op"),
        venster_tot=_k("ten laatste op"),
        gedaan_op=_k("gedaan op"),
        vervallen_op=_k("vervallen op"),
        contactmoment_id=None,
    ),
}

CONTACT = {
    "informatievraag": _over_persoon(
        "Je vragen",
        "Informatievragen",
        deelnemer_id=None,
        **DOOR,
        datum=_k("datum"),
        kanaal=_k("hoe je het vroeg", Lijst.KANAAL),
        onderwerp=_k("onderwerp", Lijst.ONDERWERP),
        vraag=_k("vraag"),
        antwoord=_k("antwoord"),
        beantwoord_op=_k("beantwoord op"),
        minuten=_k("minuten"),
        begeleiding_id=None,
    ),
    "contactmoment": _over_persoon(
        "Gesprekken en contacten",
        "Contactmomenten",
        deelnemer_id=None,
        begeleiding_id=None,
        **DOOR,
        datum=_k("datum"),
        soort=_k("soort", Lijst.CONTACTSOORT),
        minuten=_k("minuten"),
        notitie=_k("notitie"),
    ),
    "taak": _over_persoon(
        "Wat we voor je moeten doen",
        "Taken",
        deelnemer_id=None,
        omschrijving=_k("taak"),
        datum=_k("op"),
        uur=_k("uur"),
        gedaan_op=_k("gedaan op"),
    ),
    "doorverwijzing": _over_persoon(
        "Naar wie we je doorverwezen",
        "Doorverwijzingen",
        deelnemer_id=None,
        begeleiding_id=None,
        informatievraag_id=None,
        **DOOR,
        partner_code=_k("partner"),
        datum=_k("datum"),
        vraag=_k("vraag"),
        antwoord_tegen=_k("antwoord verwacht tegen"),
        stand=Kolom("stand", "zelf"),
    ),
    "doorverwijzingstand": _over_persoon(
        "Hoe een doorverwijzing verliep",
        "Standen van doorverwijzingen",
        doorverwijzing_id=None,
        stand=Kolom("stand", "zelf"),
        datum=_k("op"),
        reden=_k("reden", Lijst.REDEN_WEIGERING),
        toelichting=_k("toelichting"),
    ),
    "toestemming": _over_persoon(
        "Je toestemmingen",
        "Toestemmingen",
        deelnemer_id=None,
        partner_code=_k("partner"),
        doel=_k("waarvoor", Lijst.DOEL_TOESTEMMING),
        gegeven_op=_k("gegeven op"),
        geldig_tot=_k("geldig tot en met"),
        ingetrokken_op=_k("ingetrokken op"),
        formuliernummer=_k("nummer van het formulier"),
    ),
    "correctie": _over_persoon(
        "Wat we verbeterden",
        "Verbeteringen",
        tabel=None,
        rij_uid=None,
        veld=_k("gegeven"),
        oud=_k("vroeger"),
        nieuw=_k("nieuw"),
        reden=_k("reden", Lijst.REDEN_CORRECTIE),
    ),
    "bekeken": Tabel(
        "Wie je dossier het laatst opende",
        "Laatst geopend door",
        {"gebruiker_id": _k("wie"), "deelnemer_id": None, "bekeken_op": _k("wanneer")},
    ),
}

ZONDER_PERSOON = {
    "gevangenis": _geen_persoon("keuzelijst", "code", "naam", "geldig_van", "geldig_tot"),
    "referentiewaarde": _geen_persoon(
        "keuzelijst", "lijst", "code", "label", "volgorde", "groep", "geldig_van", "geldig_tot"
    ),
    "partner": _geen_persoon("keuzelijst", "code", "naam", "soort", "geldig_van", "geldig_tot"),
    "partner_gevangenis": _geen_persoon("keuzelijst", "partner_code", "gevangenis_code"),
    "opvolgregel": _geen_persoon(
        "regels", "code", "soort", "statuut", "vrij_van", "vrij_tot", "eenheid", "venster_van",
        "venster_tot", "volgorde", "geldig_van", "geldig_tot",
    ),
    "instelling": _geen_persoon("instellingen van het programma", "sleutel", "waarde"),
    "gebruiker": _geen_persoon("medewerkers", "id", "login", "naam", "rol", "actief"),
    "bevolking": _geen_persoon(
        "cijfers van de gevangenis", *STANDAARD, "gevangenis_code", "maand", "gemiddelde", "binnengekomen"
    ),
    "levering": _geen_persoon(
        "alleen naam en code van een bestand met cijfers", *STANDAARD, "maand", "bestandsnaam", "sha256"
    ),
    "verwijdering": _geen_persoon(
        "alleen hoeveel, wanneer en waarom", *STANDAARD, "tabel", "aantal", "datum", "reden"
    ),
    "grafsteen": _geen_persoon("alleen een code die niet terug te rekenen is", "id", "kenmerk", "gewist_op"),
    "concept": _geen_persoon(
        "wat een medewerker nog aan het typen is; gaat mee bij wissen", "gebruiker_id", "plaats", "inhoud",
        "bewaard_op",
    ),
    "logboekregel": _geen_persoon(
        "wie wat deed, zonder inhoud; staat apart in de inzage", "id", "moment", "gebruiker_id", "soort",
        "wat", "rijen", "zegel",
    ),
    "logboekstand": _geen_persoon("techniek", "id", "aantal", "regelzegel", "zegel"),
    "logboeksleutel": _geen_persoon("techniek", "id", "tot", "verpakt"),
}  # fmt: skip

KOLOMMEN: dict[str, Tabel] = {
    "deelnemer": DEELNEMER,
    **VERBLIJF,
    **BEGELEIDING,
    **CONTACT,
    **ZONDER_PERSOON,
}
# Tables that the search makes of the others; SQLite empties them when their row goes.
AFGELEID = ("zoek",)

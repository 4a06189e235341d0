"""Codes that never change, each with the Dutch words that a user reads."""

from enum import StrEnum
from typing import Self


class Label(StrEnum):
    """A frozen code with its label: `AFGEROND = "afgerond", "Afgerond"`. Stored by value, shown by label."""

    label: str

    def __new__(cls, code: str, label: str = "") -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member


class Geslacht(Label):
    """As the person gives it (domein.md section 4)."""

    M = "M", "man"
    V = "V", "vrouw"
    X = "X", "X"


class JaNeeOnbekend(Label):
    """An answer that may be missing: migratieachtergrond, arbeidshandicap."""

    JA = "ja", "ja"
    NEE = "nee", "nee"
    ONBEKEND = "onbekend", "onbekend"


class StatuutSoort(Label):
    """Statuut of a person in prison (S1, table 1)."""

    BEKLAAGDE = "B", "beklaagde"
    VEROORDEELDE = "V", "veroordeelde"
    GEINTERNEERDE = "G", "geïnterneerde"
    ANDER = "A", "ander statuut"


class Fase(Label):
    """Where a begeleiding is (domein.md section 3), in the order in which it runs."""

    INTAKE = "intake", "intake"
    ORIENTERING = "orientering", "oriëntering"
    PLAN = "plan", "plan"
    OPVOLGING = "opvolging", "opvolging"
    AFRONDING = "afronding", "afronding"
    NAZORG = "nazorg", "nazorg"


class Einde(Label):
    """How a begeleiding ended."""

    AFGEROND = "afgerond", "afgerond"
    STOPGEZET = "stopgezet", "stopgezet"


class Leeftijdsgroep(Label):
    """Age at the date of the event (S2 q1). A person of exactly 25 is in 25-50, of exactly 50 in 50+."""

    TOT_25 = "-25", "-25"
    VAN_25_TOT_50 = "25-50", "25-50"
    VANAF_50 = "50+", "50+"
    ONBEKEND = "onbekend", "onbekend"


class Opleidingsgroep(Label):
    """The three groups in which opleidingsniveau is reported (S2 q1), with what does not fit in them."""

    HOOG = "hoog", "hooggeschoold"
    MIDDEN = "midden", "middengeschoold"
    KORT = "kort", "kortgeschoold"
    ONBEKEND = "onbekend", "onbekend"


class Rol(Label):
    """What a gebruiker may do (domein.md section 3)."""

    COORDINATOR = "coordinator", "onderwijscoördinator"
    LEZER = "lezer", "lezer"
    BEHEERDER = "beheerder", "beheerder"
    VOCVO = "vocvo", "Vocvo"


class Logsoort(Label):
    """What a line of the logboek tells."""

    AANMELDING = "aanmelding", "aangemeld"
    MISLUKT = "mislukt", "aanmelden mislukt"
    AFMELDING = "afmelding", "afgemeld of vergrendeld"
    INZAGE = "inzage", "dossier bekeken"
    WIJZIGING = "wijziging", "gewijzigd"
    ONGEDAAN = "ongedaan", "ongedaan gemaakt"
    AFDRUK = "afdruk", "afgedrukt"
    UITVOER = "uitvoer", "uitgevoerd naar een bestand"
    INVOER = "invoer", "ingelezen uit een bestand"
    TOEGANG = "toegang", "toegang gewijzigd"
    RESERVEKOPIE = "reservekopie", "reservekopie"
    KLOK = "klok", "klok nagekeken"


class Lijst(Label):
    """The reference lists whose codes are data (domein.md section 4); label is the name that a user reads."""

    OPLEIDINGSNIVEAU = "opleidingsniveau", "opleidingsniveau"
    KANAAL = "kanaal", "kanaal"
    ONDERWERP = "onderwerp", "onderwerp"
    CONTACTSOORT = "contactsoort", "soort contact"
    REDEN_STOPZETTING = "reden_stopzetting", "reden van stopzetting"
    REDEN_OPSCHORTING = "reden_opschorting", "reden van opschorting"
    REDEN_CORRECTIE = "reden_correctie", "reden van verbetering"
    REDEN_VERWIJDERING = "reden_verwijdering", "reden van verwijdering"
    EINDE_VERBLIJF = "einde_verblijf", "reden van vertrek"
    TAAL = "taal", "taal"
    ERK = "erk", "ERK-niveau"
    DREMPEL = "drempel", "drempel"
    DOEL_TOESTEMMING = "doel_toestemming", "doel van de toestemming"
    REDEN_WEIGERING = "reden_weigering", "reden van weigering"
    ONDERSTEUNINGSNOOD = "ondersteuningsnood", "ondersteuningsnood"
    REDELIJKE_AANPASSING = "redelijke_aanpassing", "redelijke aanpassing"
    NAZORGKANAAL = "nazorgkanaal", "manier van contact"
    UITKOMST_NAZORG = "uitkomst_nazorg", "uitkomst"
    VRIJLATINGSPUNT = "vrijlatingspunt", "punt van de checklist"

"""How every figure of the month is called, defined and asked for: the words of the file, in plain Dutch."""

from leertraject_desktop.features.levering.cijfers import Vorm

S0 = "Vlaams Parlement, schriftelijke vraag 456 (2020) over leertrajectbegeleiding, vraag 1 tot 3"
S2 = "Vlaams Parlement, schriftelijke vraag over arbeidsbegeleiding van gedetineerden (2), 2021, vraag"
PERIODS = ("Deze maand", "Dit jaar")
GESTART = "Begeleidingen die in deze periode begonnen."
VRAGEN = "Vragen die in deze periode gesteld zijn, met en zonder dossier."
EIGEN_WOORD = f"{GESTART} Zoals de persoon het zelf zegt."
JAAR = "‘Dit jaar’ telt van januari tot en met deze maand."

# Per count: its code, the heading under which it stands, its name and what exactly is counted.
TELLINGEN = (
    ("vragen", "Informatievragen", "Informatievragen", VRAGEN),
    (
        "vragen_anoniem",
        "Informatievragen",
        "waarvan anoniem",
        "Vragen zonder dossier. Ze zitten ook in het aantal hierboven.",
    ),
    (
        "vragen_minuten",
        "Informatievragen",
        "Minuten voor informatievragen",
        "De tijd die bij de vragen genoteerd is.",
    ),
    ("gestart", "Begeleidingen", "Gestart", f"{GESTART} Iemand kan er meer dan één hebben."),
    ("afgerond", "Begeleidingen", "Afgerond", "Begeleidingen die in deze periode afgerond zijn."),
    (
        "stopgezet",
        "Begeleidingen",
        "Stopgezet",
        "Begeleidingen die in deze periode vroeger stopten, altijd met een reden.",
    ),
    (
        "lopend",
        "Begeleidingen",
        "Lopend op de laatste dag",
        "Begonnen op of voor de laatste dag van de maand, en die dag nog niet afgesloten.",
    ),
    (
        "nazorg",
        "Begeleidingen",
        "waarvan in nazorg",
        "Lopende begeleidingen die op de laatste dag in de fase nazorg zijn.",
    ),
    (
        "contacten",
        "Contacten en personen",
        "Contactmomenten",
        "Gesprekken, telefoons, brieven en overleg met of over een deelnemer.",
    ),
    (
        "minuten",
        "Contacten en personen",
        "Minuten voor contactmomenten",
        "De tijd die bij de contactmomenten genoteerd is.",
    ),
    (
        "personen",
        "Contacten en personen",
        "Personen bereikt",
        "Verschillende personen met een vraag, een contactmoment of een nieuwe begeleiding. "
        "Anonieme vragen tellen hier niet mee.",
    ),
)

F1A = Vorm(
    "F1a",
    "Gestarte begeleidingen naar opleidingsniveau",
    f"{GESTART} Kortgeschoold: hoogstens de tweede graad secundair, leertijd of deeltijds BSO. "
    "Middengeschoold: de derde of vierde graad secundair. Hooggeschoold: hoger onderwijs. "
    "Een buitenlands diploma dat hier niet erkend is, staat bij onbekend.",
    f"{S2} 1a",
    ("Opleidingsniveau", *PERIODS),
)
F1B = Vorm("F1b", "Gestarte begeleidingen naar geslacht", EIGEN_WOORD, f"{S2} 1b", ("Geslacht", *PERIODS))
F1C = Vorm(
    "F1c",
    "Gestarte begeleidingen naar migratieachtergrond",
    EIGEN_WOORD,
    f"{S2} 1c",
    ("Migratieachtergrond", *PERIODS),
)
F1D = Vorm(
    "F1d",
    "Gestarte begeleidingen naar leeftijd",
    f"{GESTART} De leeftijd is die op de dag van de start. "
    "Wie 25 is, staat bij 25-50. Wie 50 is, staat bij 50+.",
    f"{S2} 1d",
    ("Leeftijd", *PERIODS),
)
F1E = Vorm(
    "F1e",
    "Gestarte begeleidingen naar arbeidshandicap",
    EIGEN_WOORD,
    f"{S2} 1e",
    ("Arbeidshandicap", *PERIODS),
)
F2 = Vorm(
    "F2",
    "Afgesloten begeleidingen per maand",
    "Geteld in de maand waarin de begeleiding afgerond of stopgezet is.",
    f"{S2} 2",
    ("Maand", "Afgerond", "Stopgezet", "Samen"),
)
F3 = Vorm(
    "F3",
    "Stopgezette begeleidingen naar reden",
    "Geteld in de maand waarin de begeleiding stopgezet is. Elke stopzetting heeft één reden.",
    f"{S2} 3",
    ("Reden", *PERIODS),
)
F11A = Vorm("F11a", "Informatievragen naar onderwerp", VRAGEN, S0, ("Onderwerp", *PERIODS))
F11B = Vorm("F11b", "Informatievragen naar kanaal", VRAGEN, S0, ("Kanaal", *PERIODS))
F11C = Vorm(
    "F11c",
    "Lopende begeleidingen naar fase",
    "De fase waarin de begeleiding op de laatste dag van de maand is.",
    S0,
    ("Fase", "Op de laatste dag"),
)
F11D = Vorm(
    "F11d",
    "Het jaar maand per maand",
    "Alles geteld in de maand waarin het gebeurde.",
    S0,
    ("Maand", "Informatievragen", "Gestart", "Afgesloten", "Contactmomenten"),
)

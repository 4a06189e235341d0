"""The headless commands: argparse in Dutch, exit code 0 or 2, one clear sentence on stderr. No Qt.

The commands load what they need when they run: the window starts through this module too, and needs neither
the workbook nor the paper.
"""

import argparse
import getpass
import hashlib
import logging
import os
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leertraject_desktop.command_line import PROGRAM, Parser, command_parser, database, option
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.version import VERSION

if TYPE_CHECKING:
    from leertraject_desktop.storage.store import Store

PASSPHRASE = "LEERTRAJECT_WACHTWOORD"  # noqa: S105 - the name of the variable, not what is in it
COMMANDS = ("demo", "maandexport", "formulier", "herstel", "logboek", "importeer")
HELP = ("-h", "--help", "--versie")


def is_headless(arguments: list[str]) -> bool:
    """Whether these arguments ask for a headless command or for help; any other opens the window."""
    return bool(arguments) and (arguments[0] in HELP or not arguments[0].startswith("-"))


def run(arguments: list[str]) -> int:
    """Run a headless command. A Problem becomes one line on stderr and exit code 2."""
    logging.getLogger("leertraject_desktop").addHandler(logging.NullHandler())  # stderr is for the user
    try:
        choices = _parser().parse_args(arguments)
        print(choices.run(choices))
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Gestopt. Er is niets half gedaan.", file=sys.stderr)
        return 2
    except SystemExit as end:  # argparse has shown its help
        return int(end.code or 0)
    return 0


def _parser() -> Parser:
    parser = Parser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [OPDRACHT PAD …]",
        description="Leertrajectbegeleiding in de gevangenis. Zonder opdracht opent het venster; met --demo "
        "opent het op voorbeeldgegevens die weer verdwijnen.",
        epilog=f"De wachtzin komt uit {PASSPHRASE} of je typt ze als het programma erom vraagt. "
        "Ze staat nooit in de opdracht zelf. Lukt iets niet, dan eindigt de opdracht met code 2.",
    )
    parser.options.add_argument(
        "--versie", action="version", version=f"Leertraject {VERSION}", help="toon de versie"
    )
    commands = parser.add_subparsers(title="opdrachten", metavar="OPDRACHT PAD …", required=True)
    _add_demo(commands)
    _add_maandexport(commands)
    _add_formulier(commands)
    _add_herstel(commands)
    _add_logboek(commands)
    _add_importeer(commands)
    return parser


def _add_demo(commands: Any) -> None:
    parser = command_parser(
        commands,
        "demo",
        "PAD [--deelnemers N] [--jaren J] [--seed S] [--gevangenis CODE]",
        "maak een bestand met verzonnen deelnemers",
        "De verhalen lopen tot en met deze maand. Je meldt je aan als an.baert. "
        "Hetzelfde startgetal geeft dezelfde inhoud.",
    )
    parser.needed.add_argument("pad", metavar="PAD", help="het bestand dat gemaakt wordt")
    option(parser, "--deelnemers", "N", "150", "hoeveel deelnemers")
    option(parser, "--jaren", "J", "3", "over hoeveel jaar")
    option(parser, "--seed", "S", "1", "het startgetal voor het toeval")
    option(parser, "--gevangenis", "CODE", "BRG", "de code van de gevangenis")
    parser.set_defaults(run=_demo)


def _add_maandexport(commands: Any) -> None:
    parser = command_parser(
        commands,
        "maandexport",
        "PAD --maand JJJJ-MM --naar MAP [--gebruiker LOGIN]",
        "maak de levering van een maand: het Excelbestand voor Vocvo",
        "Er staan tellingen, tabellen en grafieken in, geen namen of teksten. "
        "Dezelfde cijfers geven hetzelfde bestand.",
    )
    database(parser)
    parser.needed.add_argument(
        "--maand", metavar="JJJJ-MM", required=True, help="de maand, bijvoorbeeld 2026-10"
    )
    parser.needed.add_argument("--naar", metavar="MAP", required=True, help="de map waarin het bestand komt")
    parser.set_defaults(run=_maandexport)


def _add_formulier(commands: Any) -> None:
    parser = command_parser(
        commands,
        "formulier",
        "PAD --soort intake --naar BESTAND.pdf [--deelnemer NR] [--taal TAAL] [--gebruiker LOGIN]",
        "maak een formulier als pdf",
        "Met het nummer van een dossier wordt ingevuld wat er al bekend is. Zonder nummer blijft het leeg.",
    )
    database(parser)
    parser.needed.add_argument("--soort", metavar="SOORT", required=True, help="welk formulier: intake")
    parser.needed.add_argument(
        "--naar", metavar="BESTAND", required=True, help="de pdf die gemaakt wordt; een oude wordt vervangen"
    )
    parser.options.add_argument("--deelnemer", metavar="NR", help="het nummer van het dossier")
    option(parser, "--taal", "TAAL", "nl", "nl, fr, en of ar")
    parser.set_defaults(run=_formulier)


def _add_herstel(commands: Any) -> None:
    parser = command_parser(
        commands,
        "herstel",
        "PAD [--kopie BESTAND | --red] [--herstelsleutel] [--gebruiker LOGIN]",
        "kijk gegevens na of zet een reservekopie terug",
        "Zonder keuze worden de gegevens nagekeken en de reservekopieën getoond. "
        "Wat er stond, wordt eerst bewaard.",
    )
    database(parser)
    parser.options.add_argument("--kopie", metavar="BESTAND", help="de reservekopie die je terugzet")
    parser.options.add_argument(
        "--red", action="store_true", help="red wat nog leesbaar is uit beschadigde gegevens"
    )
    parser.options.add_argument(
        "--herstelsleutel", action="store_true", help="gebruik de sleutel van het herstelblad"
    )
    parser.set_defaults(run=_herstel)


def _add_logboek(commands: Any) -> None:
    parser = command_parser(
        commands,
        "logboek",
        "controleer PAD [--gebruiker LOGIN]",
        "controleer het logboek",
        "Er wordt nagekeken of een regel veranderd of verdwenen is. Dan eindigt de opdracht met code 2.",
    )
    parser.needed.add_argument("wat", metavar="controleer", choices=("controleer",), help="wat er gebeurt")
    database(parser)
    parser.set_defaults(run=_logboek)


def _add_importeer(commands: Any) -> None:
    parser = command_parser(
        commands,
        "importeer",
        "PAD BESTAND [--proef] [--gebruiker LOGIN]",
        "lees een lijst van deelnemers of van de bevolking per maand in",
        "Een lijst is een .xlsx- of .csv-bestand. Alles komt erin of niets: staat er een foute rij in, dan "
        "wordt die getoond en eindigt de opdracht met code 2.",
    )
    database(parser)
    parser.needed.add_argument("bestand", metavar="BESTAND", help="de lijst")
    parser.options.add_argument("--proef", action="store_true", help="toon wat er zou gebeuren; bewaar niets")
    parser.set_defaults(run=_importeer)


def _demo(choices: argparse.Namespace) -> str:
    from leertraject_desktop.features.demo.demo import EIGENAAR, controleer_omvang, maak_demo
    from leertraject_desktop.storage.reference import gevangenissen_in_bestand

    prisons = {waarde.code: waarde.label for waarde in gevangenissen_in_bestand()}
    code = choices.gevangenis.upper()
    if code not in prisons:
        raise Problem(
            f"Gevangenis ‘{choices.gevangenis}’ staat niet in de lijst.",
            f"Kies een van deze codes: {', '.join(prisons)}.",
        )
    path = _file(choices.pad)
    deelnemers, jaren, seed = (_number(choices, name) for name in ("deelnemers", "jaren", "seed"))
    controleer_omvang(deelnemers, jaren)
    if _is_there(path):
        raise Problem(f"‘{path.name}’ bestaat al in deze map.", "Kies een andere naam.")
    maak_demo(
        path,
        wachtwoord=_passphrase(twice=True),
        deelnemers=deelnemers,
        jaren=jaren,
        seed=seed,
        gevangenis=code,
    )
    return (
        f"‘{path}’ is klaar, met verzonnen deelnemers in {prisons[code]}. Meld je aan als {EIGENAAR.login}."
    )


def _maandexport(choices: argparse.Namespace) -> str:
    from leertraject_desktop.domain.maand import Maand
    from leertraject_desktop.features.levering.maandcijfers import maandcijfers
    from leertraject_desktop.features.levering.maanden import bestandsnaam, leg_levering_vast
    from leertraject_desktop.features.levering.werkboek import levering_bestand
    from leertraject_desktop.storage.atomic import write_atomically

    maand = Maand.lees(choices.maand)
    with _open(choices) as store:
        cijfers = store.read(maandcijfers, maand)
        content = levering_bestand(cijfers)
        target = Path(choices.naar) / bestandsnaam(cijfers.gevangenis, maand)
        write_atomically(target, content)
        store.write(leg_levering_vast, maand, target.name, hashlib.sha256(content).hexdigest())
    return f"‘{target}’ is klaar."


def _formulier(choices: argparse.Namespace) -> str:
    from leertraject_desktop.features.papier.codes import nieuw_formuliernummer
    from leertraject_desktop.features.papier.intake import intake_pdf
    from leertraject_desktop.features.papier.teksten import TALEN
    from leertraject_desktop.storage.atomic import write_atomically

    if choices.soort != "intake":
        raise Problem(f"‘{choices.soort}’ is geen formulier.", "Kies --soort intake.")
    if choices.taal not in TALEN:
        raise Problem(f"In de taal ‘{choices.taal}’ is er geen formulier.", "Kies nl, fr, en of ar.")
    target = _file(choices.naar)
    number = None if choices.deelnemer is None else _number(choices, "deelnemer")
    with _open(choices) as store:
        known = None if number is None else _known(store, number)
    write_atomically(target, intake_pdf(known, taal=choices.taal, formuliernummer=nieuw_formuliernummer()))
    return f"‘{target}’ is klaar."


def _herstel(choices: argparse.Namespace) -> str:
    from leertraject_desktop.features.reservekopie import herstel

    path = _file(choices.pad)
    if choices.herstelsleutel:
        bewijs = herstel.Bewijs(herstelsleutel=_passphrase())
    else:
        bewijs = herstel.Bewijs(login=_login(choices, path), wachtzin=_passphrase())
    if choices.red:
        return "\n".join(herstel.red(path, bewijs))
    if choices.kopie:
        return "\n".join(herstel.zet_terug(path, _file(choices.kopie), bewijs))
    return "\n".join([*herstel.controleer(path, bewijs), "", "Reservekopieën:", *herstel.lijst(path)])


def _logboek(choices: argparse.Namespace) -> str:
    from leertraject_desktop.features.gegevens.logboek import logboek_in_woorden

    with _open(choices) as store:
        heel, regels = logboek_in_woorden(store)
    if not heel:
        raise Problem(" ".join(regels), "Meld dit aan je verantwoordelijke en bewaar de reservekopieën.")
    return "\n".join(regels)


def _importeer(choices: argparse.Namespace) -> str:
    from leertraject_desktop.features.importeren.bestand import lees_bestand
    from leertraject_desktop.features.importeren.importeren import importeer, koppeling_voor, proef
    from leertraject_desktop.features.importeren.koppen import beste_lijst
    from leertraject_desktop.features.importeren.plan import verslag

    tabel = beste_lijst(lees_bestand(_file(choices.bestand)))
    with _open(choices) as store:
        koppeling = store.read(koppeling_voor, tabel)
        plan = store.read(proef, tabel, koppeling)
        report = "\n".join(verslag(plan, proef=choices.proef))
        if plan.aantal("fout"):
            print(report)
            raise Problem("Er is niets ingelezen.", "Verbeter de foute rijen en probeer opnieuw.")
        if not choices.proef:
            store.write(importeer, tabel, koppeling)
    return report


def _known(store: "Store", number: int) -> Any:
    """What the dossier knows, in the terms of the paper: features do not know one another, we know both."""
    from leertraject_desktop.features.deelnemers.intake import deelnemer_met_nummer, intake_bekend
    from leertraject_desktop.features.papier.intake import IntakeGegevens
    from leertraject_desktop.features.papier.intake_tekst import intake_tekst

    known = store.read(intake_bekend, store.read(deelnemer_met_nummer, number))
    on_form = known.contacttaal in intake_tekst("nl").vragen[1].opties
    return IntakeGegevens(
        naam=known.naam,
        naam_eigen_schrift=known.naam_eigen_schrift,
        afdeling_cel=known.afdeling_cel,
        contacttaal=known.contacttaal if on_form else known.contacttaal_naam,
        talen=known.talen,
        opleidingsniveau=known.opleidingsniveau,
    )


def _open(choices: argparse.Namespace) -> "Store":
    """The store over the file, for the gebruiker who is named or the only one there is."""
    from leertraject_desktop.features.gebruikers.toegang import laat_buiten
    from leertraject_desktop.features.gegevens.wissing import herwis, is_teruggezet
    from leertraject_desktop.storage import keyfile
    from leertraject_desktop.storage.database import open_store
    from leertraject_desktop.storage.engine import unreadable

    path = _file(choices.pad)
    if not _is_there(path):
        raise unreadable(path)
    if not _is_there(keyfile.key_path(path)) and not _is_there(keyfile.previous_path(path)):
        raise Problem(
            f"Naast ‘{path.name}’ ligt geen sleutel: dit is geen bestand van Leertraject "
            "of de sleutel is weg.",
            f"Kies een ander bestand of zet ‘{keyfile.key_path(path).name}’ terug uit een reservekopie.",
        )
    store = open_store(path, _login(choices, path), _passphrase())
    try:
        if store.read(is_teruggezet):
            laat_buiten(store)
            herwis(store)
    except BaseException:
        store.close()
        raise
    return store


def _login(choices: argparse.Namespace, path: Path) -> str:
    """Who is named, or the only gebruiker there is."""
    from leertraject_desktop.storage import keyfile

    if choices.gebruiker:
        return str(choices.gebruiker)
    logins = [slot.login for slot in keyfile.read(path).slots]
    if len(logins) != 1:
        raise Problem(
            f"Er zijn hier meer gebruikers: {', '.join(logins)}.", "Zeg met --gebruiker wie je bent."
        )
    return logins[0]


def _passphrase(*, twice: bool = False) -> str:
    """The passphrase from the environment, or typed without being shown; a new one is typed twice."""
    given = os.environ.get(PASSPHRASE)
    if given:
        return given
    if not sys.stdin or not sys.stdin.isatty():
        raise Problem("Er is geen wachtzin gegeven.", f"Zet de wachtzin in {PASSPHRASE}.")
    typed = getpass.getpass("Wachtzin: ")
    if not typed:
        raise Problem("Er is geen wachtzin getypt.", "Probeer opnieuw en typ je wachtzin.")
    if twice and getpass.getpass("Nog eens dezelfde wachtzin: ") != typed:
        raise Problem("De twee wachtzinnen zijn niet dezelfde.", "Probeer opnieuw.")
    return typed


def _file(text: str) -> Path:
    """The path of a file. Raises Problem for a folder."""
    path = Path(text)
    with suppress(OSError):
        if path.is_dir():
            raise Problem(f"‘{text}’ is een map, geen bestand.", "Geef er de naam van een bestand bij.")
    return path


def _is_there(path: Path) -> bool:
    """Whether there is a file; what may not be looked at is left to who opens it."""
    with suppress(OSError):
        return path.exists()
    return False


def _number(choices: argparse.Namespace, name: str) -> int:
    text = str(getattr(choices, name))
    if not re.fullmatch(r"-?\d{1,12}", text, re.ASCII):
        raise Problem(f"‘{text[:40]}’ is geen getal.", f"Schrijf na --{name} een getal met cijfers.")
    return int(text)

"""The headless commands, as somebody types them: in Dutch, without Qt, clear when something cannot be."""

import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from leertraject_desktop import cli
from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.features.levering.maanden import maanden_overzicht
from leertraject_desktop.storage import keyfile
from leertraject_desktop.storage.database import open_store
from leertraject_desktop.storage.tables import Deelnemer, Taak, Verblijf

WACHTWOORD = "zeven kaarsen op een koek"
WITHOUT_QT = """
import sys
for name in ("PySide6", "shiboken6"):
    sys.modules[name] = None
from leertraject_desktop import __main__
sys.argv = ["leertraject-desktop", *sys.argv[1:]]
sys.exit(__main__.main())
"""
ENGLISH = re.compile(r"\b(usage|options|positional|arguments?|required|error|expected|invalid|choose|show)\b")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo database made by the command itself."""
    path = tmp_path_factory.mktemp("cli") / "demo.leertraject"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(cli.PASSPHRASE, WACHTWOORD)
        assert cli.run(["demo", str(path), "--deelnemers", "30", "--jaren", "1"]) == 0
    return path


@pytest.fixture
def type_in(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Run a command with the right passphrase; returns code, what it said and what it complained."""
    monkeypatch.setenv(cli.PASSPHRASE, WACHTWOORD)

    def run(*words: object) -> tuple[int, str, str]:
        code = cli.run([str(word) for word in words])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def refused(type_in):
    """Run a command that cannot be; returns the one sentence on stderr."""

    def run(*words: object) -> str:
        code, said, complaint = type_in(*words)
        assert (code, said, complaint.count("\n")) == (2, "", 1)
        assert not ENGLISH.search(complaint)
        return complaint.strip()

    return run


def vorige_maand(path: Path) -> Maand:
    with open_store(path, "an.baert", WACHTWOORD) as store:
        return store.read(maanden_overzicht)[1].maand


def test_a_demo_a_month_and_a_form_are_made_where_qt_is_missing(tmp_path: Path):
    path, pdf = tmp_path / "a.leertraject", tmp_path / "intake.pdf"
    environment = {**os.environ, cli.PASSPHRASE: WACHTWOORD}

    def run(*words: object) -> str:
        command = [sys.executable, "-W", "error", "-c", WITHOUT_QT, *map(str, words)]
        done = subprocess.run(
            command, capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    assert "verzonnen deelnemers in Gent" in run(
        "demo", path, "--deelnemers", 12, "--jaren", 1, "--gevangenis", "gen"
    )
    month = vorige_maand(path)
    run("maandexport", path, "--maand", month, "--naar", tmp_path)
    assert (tmp_path / f"leertraject-gent-{month}.xlsx").exists()
    run("formulier", path, "--soort", "intake", "--deelnemer", 1, "--naar", pdf)
    assert pdf.read_bytes().startswith(b"%PDF")
    assert WACHTWOORD not in run("--help")


def test_the_same_seed_tells_the_same_stories(tmp_path: Path, type_in):
    names = []
    for number, seed in enumerate((5, 5, 6)):
        path = tmp_path / f"{number}.leertraject"
        assert type_in("demo", path, "--deelnemers", 10, "--jaren", 1, "--seed", seed)[0] == 0
        with open_store(path, "an.baert", WACHTWOORD) as store:
            names.append(store.read(lambda session: list(session.scalars(select(Deelnemer.zoeknaam)))))
    assert names[0] == names[1] != names[2]


def test_a_month_is_written_put_down_as_delivered_and_the_same_when_asked_again(
    demo: Path, tmp_path: Path, type_in
):
    month = vorige_maand(demo)
    code, said, _ = type_in("maandexport", demo, "--maand", month, "--naar", tmp_path)
    target = tmp_path / f"leertraject-brugge-{month}.xlsx"
    assert (code, said) == (0, f"‘{target}’ is klaar.\n")
    first = target.read_bytes()
    assert load_workbook(BytesIO(first)).sheetnames == ["Voorblad", "Tellingen", "Tabellen", "Grafieken"]
    type_in("maandexport", demo, "--maand", month, "--naar", tmp_path)
    assert target.read_bytes() == first
    with open_store(demo, "an.baert", WACHTWOORD) as store:
        stand = store.read(maanden_overzicht)[1]
    assert (stand.gemaakt_op is not None, stand.bestandsnaam) == (True, target.name)


def pdf_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "".join(document[0].get_textpage().get_text_range())


def test_a_form_comes_blank_or_with_what_the_dossier_knows(demo: Path, tmp_path: Path, type_in):
    def somebody(session):
        stmt = select(Deelnemer, Verblijf).join(Verblijf, Verblijf.deelnemer_id == Deelnemer.id)
        row = session.execute(stmt.where(Verblijf.tot.is_(None), Deelnemer.naam_eigen_schrift == "")).first()
        return row[0].dossiernummer, row[0].familienaam, row[1].cel

    with open_store(demo, "an.baert", WACHTWOORD) as store:
        number, name, cel = store.read(somebody)
    blank, filled = tmp_path / "leeg.pdf", tmp_path / "ingevuld.pdf"
    assert type_in("formulier", demo, "--soort", "intake", "--naar", blank)[0] == 0
    assert type_in("formulier", demo, "--soort", "intake", "--deelnemer", number, "--naar", filled)[0] == 0
    assert name not in pdf_text(blank)
    assert name in pdf_text(filled) and f"cel {cel}" in pdf_text(filled)
    code, _, _ = type_in("formulier", demo, "--soort", "intake", "--taal", "ar", "--naar", blank)
    assert code == 0


@pytest.mark.parametrize(
    "words", [["--help"], ["-h"], ["--versie"], *([name, "--help"] for name in cli.COMMANDS)]
)
def test_help_is_in_dutch(type_in, words: list[str]):
    code, said, complaint = type_in(*words)
    assert (code, complaint) == (0, "")
    assert not ENGLISH.search(said)
    assert re.match(r"gebruik: leertraject-desktop|Leertraject \d", said)
    assert all(name in said for name in cli.COMMANDS) or words[0] not in ("--help", "-h")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "Er staat geen opdracht."),
        (["dmeo"], "‘dmeo’ is geen opdracht."),
        (["demo"], "Er ontbreekt nog iets: PAD."),
        (["demo", "a", "b"], "‘b’ hoort hier niet."),
        (["demo", "a", "--deelnemer", "3"], "‘--deelnemer 3’ hoort hier niet."),
        (["demo", "a", "--jaren"], "Na --jaren ontbreekt er nog iets."),
        (["maandexport", "a", "--maand", "2026-10"], "Er ontbreekt nog iets: --naar."),
        (["demo", "-h=3"], "Zo kan deze opdracht niet."),
        (["demo", "a", "--deelnemers", "veel"], "‘veel’ is geen getal."),
        (["demo", "a", "--deelnemers", "9" * 5000], f"‘{'9' * 40}’ is geen getal."),
        (["demo", "a", "--deelnemers", "0"], "0 deelnemers kan niet."),
        (["demo", "a", "--deelnemers", "-5"], "-5 deelnemers kan niet."),
        (["demo", "a", "--jaren", "2026"], "2026 jaar kan niet."),
        (["demo", "a", "--gevangenis", "XYZ"], "Gevangenis ‘XYZ’ staat niet in de lijst."),
        (["demo", "."], "‘.’ is een map, geen bestand."),
        (["formulier", "a", "--soort", "attest", "--naar", "b"], "‘attest’ is geen formulier."),
        (["formulier", "a", "--soort", "intake", "--naar", "b", "--taal", "xx"], "In de taal ‘xx’"),
        (["formulier", "a", "--soort", "intake", "--naar", "."], "‘.’ is een map"),
        (
            ["maandexport", "a.leertraject", "--maand", "2026-10", "--naar", "."],
            "‘a.leertraject’ is er niet.",
        ),
    ],
)
def test_a_command_that_cannot_be_is_told_in_one_dutch_sentence(
    refused, tmp_path, monkeypatch, words, says: str
):
    monkeypatch.chdir(tmp_path)
    assert refused(*words).startswith(says)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("maand", "says"),
    [
        ("2026-13", "‘2026-13’ is geen maand."),
        ("oktober", "‘oktober’ is geen maand."),
        ("1950-01", "In januari 1950 was hier nog niets geregistreerd."),
        ("9000-01", "Januari 9000 moet nog beginnen."),
    ],
)
def test_a_month_that_cannot_be_delivered_leaves_no_file(
    demo: Path, tmp_path: Path, refused, maand: str, says: str
):
    assert refused("maandexport", demo, "--maand", maand, "--naar", tmp_path).startswith(says)
    assert list(tmp_path.iterdir()) == []


def test_what_stands_there_already_is_never_overwritten_by_a_demo(tmp_path: Path, refused):
    (tmp_path / "werk.leertraject").write_text("echt werk")
    assert "bestaat al" in refused("demo", tmp_path / "werk.leertraject")
    assert [file.read_text() for file in tmp_path.iterdir()] == ["echt werk"]


def test_a_file_that_is_no_database_is_told(tmp_path: Path, refused):
    path = tmp_path / "brief.docx"
    path.write_text("Beste")
    ask = ("maandexport", path, "--maand", "2026-10", "--naar", tmp_path)
    assert refused(*ask).startswith("Naast ‘brief.docx’ ligt geen sleutel")
    keyfile.key_path(path).write_text("onzin")
    assert "is beschadigd" in refused(*ask)


def test_a_wrong_passphrase_is_told_and_a_missing_one_too(demo: Path, tmp_path: Path, refused, monkeypatch):
    ask = ("maandexport", demo, "--maand", vorige_maand(demo), "--naar", tmp_path)
    monkeypatch.setenv(cli.PASSPHRASE, "fout")
    assert refused(*ask).startswith("Deze wachtzin klopt niet.")
    monkeypatch.delenv(cli.PASSPHRASE)
    assert refused(*ask).startswith("Er is geen wachtzin gegeven.")
    assert list(tmp_path.iterdir()) == []


def test_with_more_gebruikers_one_says_who_one_is(demo: Path, tmp_path: Path, refused, type_in):
    path = tmp_path / "twee.leertraject"
    path.write_bytes(demo.read_bytes())
    file = keyfile.read(demo)
    key = keyfile.unlock(file, "an.baert", WACHTWOORD)
    keyfile.write(path, keyfile.add_slot(file, key, "lies.maes", "Lies Maes", WACHTWOORD, file.slots[0].kdf))
    ask = ("formulier", path, "--soort", "intake", "--naar", tmp_path / "a.pdf")
    assert refused(*ask).startswith("Er zijn hier meer gebruikers: an.baert, lies.maes.")
    assert "staat niet in de lijst van gebruikers" in refused(*ask, "--gebruiker", "piet")
    assert type_in(*ask, "--gebruiker", "lies.maes")[0] == 0


def test_an_unknown_dossier_and_a_missing_folder_are_told(demo: Path, tmp_path: Path, refused):
    ask = ("formulier", demo, "--soort", "intake", "--naar")
    assert refused(*ask, tmp_path / "a.pdf", "--deelnemer", 4321).startswith(
        "Er is geen dossier met nummer 4321."
    )
    assert "is er niet" in refused(*ask, tmp_path / "nergens" / "a.pdf")
    month = ("maandexport", demo, "--maand", vorige_maand(demo), "--naar")
    assert "is er niet" in refused(*month, tmp_path / "nergens")
    assert list(tmp_path.iterdir()) == []


def test_a_passphrase_that_is_typed_is_typed_twice_for_a_new_file(tmp_path: Path, monkeypatch, capsys):
    class Terminal:
        def isatty(self) -> bool:
            return True

    monkeypatch.delenv(cli.PASSPHRASE, raising=False)
    monkeypatch.setattr(sys, "stdin", Terminal())
    path = str(tmp_path / "a.leertraject")
    for typed, code in ((["een", "twee"], 2), ([""], 2), (["vier fietsen", "vier fietsen"], 0)):
        answers = iter(typed)
        monkeypatch.setattr("getpass.getpass", lambda _, answers=answers: next(answers))
        assert cli.run(["demo", path, "--deelnemers", "1", "--jaren", "1"]) == code
    said, complaint = capsys.readouterr()
    assert "niet dezelfde" in complaint and "geen wachtzin getypt" in complaint
    assert "an.baert" in said and "fietsen" not in said + complaint


def test_words_open_a_command_and_options_open_the_window():
    asked = {
        words: cli.is_headless(list(words)) for words in ((), ("--demo",), ("demo",), ("-h",), ("dmeo",))
    }
    assert asked == {(): False, ("--demo",): False, ("demo",): True, ("-h",): True, ("dmeo",): True}


def test_the_tasks_of_the_demo_are_those_of_today(demo: Path):
    with open_store(demo, "an.baert", WACHTWOORD) as store:
        due = store.read(
            lambda session: list(session.scalars(select(Taak.datum).where(Taak.gedaan_op.is_(None))))
        )
        assert store._clock().date() in due

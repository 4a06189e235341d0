"""The demo database: the same for the same seed, plausible, full of life and without anybody real."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from tests.conftest import Clock

from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.periode import Periode
from leertraject_desktop.domain.personen import leeftijd
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.tekst import vouw
from leertraject_desktop.features.demo.demo import EIGENAAR, maak_demo, vul
from leertraject_desktop.features.taken.lijst import takenbord
from leertraject_desktop.storage.base import Base
from leertraject_desktop.storage.database import open_store
from leertraject_desktop.storage.packaged import resource
from leertraject_desktop.storage.reference import waarden

VANDAAG = date(2026, 11, 24)
WACHTWOORD = "vijf bruggen over de reie"
Content = dict[str, list[dict[str, Any]]]


def everything(session: Session) -> Content:
    """All that was made up; the logboek is real, and sealed with a key that no other database has."""
    tables = [table for table in Base.metadata.sorted_tables if not table.name.startswith("logboek")]
    return {t.name: [dict(row) for row in session.execute(select(t)).mappings()] for t in tables}


def made(folder: Path, **choices: Any) -> Content:
    path = folder / "demo.leertraject"
    maak_demo(path, wachtwoord=WACHTWOORD, vandaag=VANDAAG, **choices)
    with open_store(path, EIGENAAR.login, WACHTWOORD) as store:
        return store.read(everything)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """Two hundred deelnemers over four years."""
    return made(tmp_path_factory.mktemp("demo"), deelnemers=200, jaren=4, seed=3)


def by(rows: list[dict[str, Any]], key: str) -> dict[Any, list[dict[str, Any]]]:
    found = defaultdict(list)
    for row in rows:
        found[row[key]].append(row)
    return found


def test_the_same_seed_gives_the_same_content_and_another_seed_gives_another(tmp_path: Path):
    contents = []
    for number, seed in enumerate((1, 1, 2)):
        (folder := tmp_path / str(number)).mkdir()
        contents.append(made(folder, deelnemers=25, jaren=1, seed=seed))
    assert contents[0] == contents[1]
    assert contents[0]["deelnemer"] != contents[2]["deelnemer"]


def test_there_are_as_many_deelnemers_as_asked_numbered_in_the_order_in_which_they_came(demo: Content):
    rows = demo["deelnemer"]
    assert [row["dossiernummer"] for row in rows] == list(range(1, 201))
    entered = [row["ingevoerd_op"] for row in rows]
    paper_waits = timedelta(days=13)
    assert all(later > earlier - paper_waits for earlier, later in pairwise(entered))


def test_it_fills_the_years_up_to_this_month_and_nothing_comes_after_today(demo: Content):
    months = Counter(row["datum"].strftime("%Y-%m") for row in demo["informatievraag"])
    assert (min(months), max(months), len(months)) == ("2022-12", "2026-11", 48)
    planned = {"streefdatum", "vrij_vanaf", "geldig_van", "geldig_tot"}
    planned |= {"antwoord_tegen", "venster_van", "venster_tot"}
    for name, rows in demo.items():
        if name in ("taak", "nazorgmoment"):
            rows = [{**row, "datum": row["ingevoerd_op"].date()} for row in rows]
        for row in rows:
            days = {
                key: value for key, value in row.items() if isinstance(value, date) and key not in planned
            }
            late = {key for key, day in days.items() if f"{day:%Y-%m-%d}" > str(VANDAAG)}
            assert not late, (name, row)


def test_what_happened_is_entered_on_that_day_or_later(demo: Content):
    for name, day in (("informatievraag", "datum"), ("contactmoment", "datum"), ("stopzetting", "datum")):
        late = [row["ingevoerd_op"].date() - row[day] for row in demo[name]]
        assert min(late) == timedelta(0) and timedelta(0) < max(late) < timedelta(days=20)
    typed_by_another = [row for row in demo["contactmoment"] if row["door_id"] != row["ingevoerd_door_id"]]
    assert 0 < len(typed_by_another) < len(demo["contactmoment"]) / 4


def test_nobody_is_in_two_prisons_at_once_and_ages_are_from_18_to_75(demo: Content):
    for rows in by(demo["verblijf"], "deelnemer_id").values():
        stays = [Periode(row["van"], row["tot"]) for row in rows]
        assert not any(one.overlapt(other) for one, other in combinations(stays, 2))
    first = {
        number: min(row["van"] for row in rows)
        for number, rows in by(demo["verblijf"], "deelnemer_id").items()
    }
    births = {row["id"]: row["geboortedatum"] for row in demo["deelnemer"] if row["geboortedatum"]}
    assert len(births) > 190
    here = {row["deelnemer_id"]: row["van"] for row in demo["verblijf"] if row["gevangenis_code"] == "BRG"}
    assert all(leeftijd(birth, here[number]) >= 18 for number, birth in births.items())
    assert all(leeftijd(birth, VANDAAG) <= 75 for birth in births.values())
    assert set(first) == set(range(1, 201))


def test_begeleidingen_and_questions_lie_in_a_verblijf_and_only_nazorg_goes_on_after_it(demo: Content):
    stays = by([row for row in demo["verblijf"] if row["gevangenis_code"] == "BRG"], "deelnemer_id")

    def inside(number: int, day: date) -> bool:
        return any(Periode(row["van"], row["tot"]).bevat(day) for row in stays[number])

    for row in demo["begeleiding"]:
        assert inside(row["deelnemer_id"], row["begindatum"])
        if row["fase"] != "nazorg":
            assert inside(row["deelnemer_id"], row["einddatum"] or VANDAAG), row
    known = [row for row in demo["informatievraag"] if row["deelnemer_id"]]
    assert all(inside(row["deelnemer_id"], row["datum"]) for row in known)


def test_begeleidingen_of_one_person_follow_one_another_and_hold_all_that_belongs_to_them(demo: Content):
    for rows in by(demo["begeleiding"], "deelnemer_id").values():
        periods = [Periode(row["begindatum"], row["einddatum"]) for row in rows]
        assert not any(one.overlapt(other) for one, other in combinations(periods, 2))
    begeleidingen = {row["id"]: row for row in demo["begeleiding"]}
    for name in ("contactmoment", "faseovergang", "opschorting", "stopzetting"):
        for row in demo[name]:
            parent = begeleidingen[row["begeleiding_id"]]
            day = row["van"] if name == "opschorting" else row["datum"]
            assert parent["begindatum"] <= day <= (parent["einddatum"] or VANDAAG), (name, row)
    stopped = {row["id"] for row in demo["begeleiding"] if row["einde"] == "stopgezet"}
    assert stopped == {row["begeleiding_id"] for row in demo["stopzetting"]}
    passed = by(demo["faseovergang"], "begeleiding_id")
    for number, row in begeleidingen.items():
        steps = sorted(passed[number], key=lambda step: (step["datum"], step["id"]))
        assert (steps[0]["fase"], steps[-1]["fase"]) == ("intake", row["fase"])


def test_nobody_is_seen_while_a_begeleiding_is_on_hold(demo: Content):
    pauses = {row["begeleiding_id"]: Periode(row["van"], row["tot"]) for row in demo["opschorting"]}
    seen = [row for row in demo["contactmoment"] if row["begeleiding_id"] in pauses]
    assert not [row for row in seen if pauses[row["begeleiding_id"]].bevat(row["datum"])]


STORIES: dict[str, Callable[[Content], object]] = {
    "one question only": lambda d: (
        {row["deelnemer_id"] for row in d["informatievraag"]}
        - {row["deelnemer_id"] for row in d["begeleiding"]}
    ),
    "anonymous": lambda d: [row for row in d["informatievraag"] if row["deelnemer_id"] is None],
    "from question to afgerond": lambda d: (
        {row["begeleiding_id"] for row in d["informatievraag"]}
        & {row["id"] for row in d["begeleiding"] if row["einde"] == "afgerond"}
    ),
    "stopped": lambda d: [row for row in d["stopzetting"] if row["reden"] == "wil_niet_meer"],
    "moved": lambda d: [row for row in d["stopzetting"] if row["reden"] == "overgeplaatst"],
    "returned": lambda d: [
        rows
        for rows in by(d["verblijf"], "deelnemer_id").values()
        if any(
            one["eindreden"] == "vrijgesteld" and one["tot"] < two["van"]
            for one, two in combinations(rows, 2)
        )
    ],
    "lockdown": lambda d: [row for row in d["opschorting"] if row["reden"] == "lockdown"],
    "long NT2": lambda d: [
        row for row in d["begeleiding"] if "van nul tot B1" in row["leervraag"] and row["einde"] == "afgerond"
    ],
    "nazorg": lambda d: [row for row in d["begeleiding"] if row["fase"] == "nazorg" and row["einde"] is None],
    "fresh intake": lambda d: [
        row
        for row in d["begeleiding"]
        if row["fase"] == "intake" and row["begindatum"] > VANDAAG - timedelta(days=21)
    ],
}


@pytest.mark.parametrize("story", STORIES)
def test_every_kind_of_story_is_told(demo: Content, story: str):
    assert STORIES[story](demo)


def test_the_start_screen_is_lively(demo: Content):
    days = [row["datum"] for row in demo["taak"] if row["gedaan_op"] is None]
    sunday = VANDAAG + timedelta(days=5)
    late, today, week = (
        sum(lowest <= day <= highest for day in days)
        for lowest, highest in (
            (date.min, VANDAAG - timedelta(days=1)),
            (VANDAAG, VANDAAG),
            (VANDAAG + timedelta(days=1), sunday),
        )
    )
    assert 3 <= late <= 8 and 4 <= today <= 8 and 5 <= week <= 20
    assert {row["beantwoord_op"] is None for row in demo["informatievraag"]} == {True, False}
    assert len(demo["correctie"]) >= 4 and len(demo["verwijdering"]) == 1
    assert demo["levering"][-1]["maand"] == "2026-09"


def test_the_shares_are_those_of_the_field(demo: Content):
    men = sum(row["geslacht"] == "M" for row in demo["deelnemer"])
    short = {"geen", "lager", "buso", "sec1", "aso2", "tso2", "kso2", "bso2", "dbso", "leertijd"}
    low = sum(row["opleidingsniveau"] in short for row in demo["deelnemer"])
    migrants = sum(row["migratieachtergrond"] == "ja" for row in demo["deelnemer"])
    assert (men > 180, 120 < low < 170, 40 < migrants < 95) == (True, True, True)


def test_names_are_searched_and_sorted_as_the_program_does_and_some_are_hard(demo: Content):
    for row in demo["deelnemer"]:
        name = f"{row['voornaam']} {row['familienaam']}"
        assert row["zoeknaam"] == vouw(f"{name} {row['naam_eigen_schrift']}")
        assert row["sorteersleutel"] == vouw(f"{row['familienaam']} {row['voornaam']}")
    lengths = [len(f"{row['voornaam']} {row['familienaam']}") for row in demo["deelnemer"]]
    scripts = " ".join(row["naam_eigen_schrift"] for row in demo["deelnemer"])
    assert max(lengths) == 60
    assert re.search(r"[\u0600-\u06ff]", scripts) and re.search(r"[\u0400-\u04ff]", scripts)


def test_every_code_stands_in_its_list(tmp_path: Path):
    path = tmp_path / "demo.leertraject"
    maak_demo(path, wachtwoord=WACHTWOORD, vandaag=VANDAAG, deelnemers=80, jaren=2)
    with open_store(path, EIGENAAR.login, WACHTWOORD) as store:
        content = store.read(everything)
        lists = {lijst: {w.code for w in store.read(waarden, lijst)} for lijst in Lijst}
    columns = {
        Lijst.OPLEIDINGSNIVEAU: ("deelnemer", "opleidingsniveau"),
        Lijst.KANAAL: ("informatievraag", "kanaal"),
        Lijst.ONDERWERP: ("informatievraag", "onderwerp"),
        Lijst.CONTACTSOORT: ("contactmoment", "soort"),
        Lijst.REDEN_STOPZETTING: ("stopzetting", "reden"),
        Lijst.REDEN_OPSCHORTING: ("opschorting", "reden"),
        Lijst.REDEN_CORRECTIE: ("correctie", "reden"),
        Lijst.REDEN_VERWIJDERING: ("verwijdering", "reden"),
        Lijst.EINDE_VERBLIJF: ("verblijf", "eindreden"),
        Lijst.TAAL: ("deelnemer_taal", "taal"),
        Lijst.ERK: ("deelnemer_taal", "niveau"),
        Lijst.DREMPEL: ("begeleiding_drempel", "drempel"),
        Lijst.DOEL_TOESTEMMING: ("toestemming", "doel"),
        Lijst.REDEN_WEIGERING: ("doorverwijzingstand", "reden"),
        Lijst.NAZORGKANAAL: ("nazorgmoment", "kanaal"),
        Lijst.UITKOMST_NAZORG: ("nazorgmoment", "uitkomst"),
        Lijst.VRIJLATINGSPUNT: ("vrijlatingspunt", "punt"),
    }
    for lijst, (table, column) in columns.items():
        assert {row[column] for row in content[table]} - {None, ""} - lists[lijst] == set(), lijst


def test_no_text_says_anything_on_an_offence_or_a_case():
    words = (
        "feiten",
        "misdrijf",
        "vonnis",
        "straf",
        "rechter",
        "advocaat",
        "slachtoffer",
        "drugs",
        "diefstal",
    )
    for name in ("teksten", "themas"):
        text = resource("demo", f"{name}.toml").read_text(encoding="utf-8").lower()
        assert [word for word in words if word in text] == [], name


@pytest.mark.parametrize("choices", [{"deelnemers": 1, "jaren": 1}, {"deelnemers": 9, "jaren": 30}])
@pytest.mark.parametrize("vandaag", [date(2026, 1, 1), date(2028, 2, 29)])
def test_it_works_for_few_people_many_years_and_odd_days(
    tmp_path: Path, choices: dict[str, int], vandaag: date
):
    path = tmp_path / "demo.leertraject"
    maak_demo(path, wachtwoord=WACHTWOORD, vandaag=vandaag, gevangenis="DOL", **choices)
    with open_store(path, EIGENAAR.login, WACHTWOORD) as store:
        assert len(store.read(everything)["deelnemer"]) == choices["deelnemers"]


def leftovers(folder: Path) -> Iterator[str]:
    return (file.name for file in folder.iterdir())


@pytest.mark.parametrize(
    ("choices", "says"),
    [
        ({"deelnemers": 0}, "0 deelnemers kan niet."),
        ({"deelnemers": -3}, "-3 deelnemers kan niet."),
        ({"jaren": 0}, "0 jaar kan niet."),
        ({"jaren": 400}, "400 jaar kan niet."),
        ({"gevangenis": "QQQ"}, "Gevangenis ‘QQQ’ staat niet in de lijst."),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_nothing_behind(
    tmp_path: Path, choices: dict[str, Any], says: str
):
    with pytest.raises(Problem) as problem:
        made(tmp_path, **choices)
    assert problem.value.what == says
    assert list(leftovers(tmp_path)) == []


def test_a_file_that_is_there_already_is_never_touched(tmp_path: Path):
    (tmp_path / "demo.leertraject").write_text("mijn cijfers")
    with pytest.raises(Problem, match="bestaat al"):
        made(tmp_path)
    assert (tmp_path / "demo.leertraject").read_text() == "mijn cijfers"


def test_demo_people_never_come_between_real_ones(tmp_path: Path):
    made(tmp_path, deelnemers=1, jaren=1)
    with (
        open_store(tmp_path / "demo.leertraject", EIGENAAR.login, WACHTWOORD) as store,
        pytest.raises(Problem, match="Er staan al gegevens"),
    ):
        store.write(vul, deelnemers=5, jaren=1, seed=1)


@pytest.mark.parametrize("weekdag", range(7))
def test_the_start_screen_is_alive_on_whatever_day_the_demo_is_made(tmp_path: Path, weekdag: int):
    vandaag = date(2026, 11, 23) + timedelta(days=weekdag)
    path, klok = tmp_path / "demo.leertraject", Clock()
    klok.zet(vandaag.year, vandaag.month, vandaag.day)
    maak_demo(path, wachtwoord=WACHTWOORD, vandaag=vandaag, deelnemers=60, jaren=1)
    with open_store(path, EIGENAAR.login, WACHTWOORD, clock=klok) as store:
        bord = store.read(takenbord)
    assert min(bord.te_laat, bord.vandaag, bord.deze_week) > 0

"""A database of every earlier version of the program opens in this one, with all that stood in it."""

import pytest
from tests.conftest import FAST

from leertraject_desktop.features.concepten.concepten import concept
from leertraject_desktop.storage import backup, keyfile, upgrade
from leertraject_desktop.storage.database import open_with_key
from leertraject_desktop.storage.engine import connect
from leertraject_desktop.storage.keyfile import add_slot, new_key, new_keyfile
from leertraject_desktop.storage.packaged import part
from leertraject_desktop.storage.upgrade import newest_revision, stored_revision

EARLIER = sorted(file.name[:4] for file in (part("migrations") / "versions").glob("0*.py"))[:-1]
STAMP = {
    "revisie": 1, "ingevoerd_door_id": 1, "gewijzigd_door_id": 1,
    "ingevoerd_op": "2026-01-02 03:04:05.000000", "gewijzigd_op": "2026-01-02 03:04:05.000000",
}  # fmt: skip
ROWS = [
    ("gevangenis", {"code": "BRG", "naam": "Brugge"}),
    ("gebruiker", {"id": 1, "login": "an", "naam": "An Bogaert", "rol": "beheerder", "actief": 1}),
    ("instelling", {"sleutel": "gevangenis", "waarde": "BRG"}),
    (
        "deelnemer",
        {
            "id": 1, "uid": "d1", "dossiernummer": 7, "voornaam": "Zoë", "familienaam": "Zonderling",
            "naam_eigen_schrift": "", "zoeknaam": "zoe zonderling", "sorteersleutel": "zonderling zoe",
            "migratieachtergrond": "ja", "arbeidshandicap": "nee", **STAMP,
        },
    ),
    (
        "verblijf",
        {
            "id": 1, "uid": "v1", "deelnemer_id": 1, "gevangenis_code": "BRG", "van": "2026-01-02",
            "afdeling": "", "cel": "", **STAMP,
        },
    ),
    ("taak", {"id": 1, "uid": "t1", "omschrijving": "bel", "datum": "2026-01-02", "uur": "", **STAMP}),
]  # fmt: skip


REFERRAL = [
    ("partner", {"code": "vdab", "naam": "VDAB", "soort": "vdab"}),
    (
        "doorverwijzing",
        {
            "id": 1, "uid": "w1", "deelnemer_id": 1, "gevangenis_code": "BRG", "partner_code": "vdab",
            "datum": "2026-01-05", "vraag": "lassen", "antwoord_tegen": "2026-01-19", "stand": "aanvaard",
            "door_id": 1, **STAMP,
        },
    ),
    (
        "doorverwijzingstand",
        {
            "id": 1, "uid": "s1", "doorverwijzing_id": 1, "stand": "aanvaard", "datum": "2026-01-09",
            "reden": "", "toelichting": "", **STAMP,
        },
    ),
]  # fmt: skip


def earlier_database(path, revision, rows=ROWS):
    key = new_key()
    upgrade.upgrade(path, key, to=revision, new=True)
    raw = connect(path, key)
    for table, known in rows:
        columns = raw.execute(f"PRAGMA table_info({table})").fetchall()
        needed = {name: "" for _, name, _, required, default, _ in columns if required and default is None}
        values = {**needed, **known}
        marks = ", ".join("?" * len(values))
        raw.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", tuple(values.values()))
    raw.close()
    keyfile.write(path, add_slot(new_keyfile("Brugge"), key, "an", "An", "zaklamp hoek nieuw", FAST))
    return key


def content(path, key, rows=ROWS):
    raw = connect(path, key)
    try:
        wanted = {table: ", ".join(values) for table, values in rows}
        return {name: raw.execute(f"SELECT {some} FROM {name}").fetchall() for name, some in wanted.items()}
    finally:
        raw.close()


@pytest.mark.parametrize("revision", EARLIER)
def test_a_database_of_every_earlier_revision_opens_with_its_data(tmp_path, revision):
    path = tmp_path / "oud.leertraject"
    key = earlier_database(path, revision)
    before = content(path, key)
    open_with_key(path, "an", key).close()
    after = content(path, key)
    assert stored_revision(path, key) == newest_revision()
    assert {table: rows for table, rows in after.items() if table != "gevangenis"} == {
        table: rows for table, rows in before.items() if table != "gevangenis"
    }
    (made,) = backup.listed(backup.default_folder(path))
    assert made.manifest.revisie == revision


def test_a_referral_keeps_its_history_when_it_can_name_its_question(tmp_path):
    path = tmp_path / "oud.leertraject"
    key = earlier_database(path, "0005", [*ROWS, *REFERRAL])
    before = content(path, key, REFERRAL[1:])
    open_with_key(path, "an", key).close()
    assert content(path, key, REFERRAL[1:]) == before
    raw = connect(path, key)
    assert raw.execute("SELECT informatievraag_id FROM doorverwijzing").fetchall() == [(None,)]
    raw.close()


def with_note(**more):
    """The rows of an earlier database in which somebody has a note of what helps to learn."""
    return [(table, {**known, **more} if table == "deelnemer" else known) for table, known in ROWS]


def supports(path, key):
    raw = connect(path, key)
    wanted = "deelnemer_id, soort, code, bron, van, tot, toelichting, ingevoerd_door_id"
    found = raw.execute(f"SELECT {wanted} FROM ondersteuning").fetchall()
    raw.close()
    return found


def test_a_note_of_what_helps_to_learn_becomes_a_support_need_of_the_same_day(tmp_path):
    path = tmp_path / "oud.leertraject"
    key = earlier_database(path, "0007", with_note(ondersteuningsnood="Leest traag.\nVraagt pauzes."))
    open_with_key(path, "an", key).close()
    words = "Overgenomen uit de oude nota: Leest traag.\nVraagt pauzes."
    assert supports(path, key) == [(1, "ondersteuningsnood", "andere", "zelf", "2026-01-02", None, words, 1)]


def test_a_note_as_long_as_a_note_may_be_is_kept_whole_and_can_be_put_right(tmp_path):
    path = tmp_path / "oud.leertraject"
    key = earlier_database(path, "0001", with_note(ondersteuningsnood="é" * 10_000))
    open_with_key(path, "an", key).close()
    assert [row[6] for row in supports(path, key)] == ["é" * 10_000]


def test_who_had_no_note_has_no_support_need_and_is_still_found_by_name_after_a_change(tmp_path):
    path = tmp_path / "oud.leertraject"
    key = earlier_database(path, "0007", with_note(ondersteuningsnood=" "))
    open_with_key(path, "an", key).close()
    assert supports(path, key) == []
    raw = connect(path, key)
    raw.execute("UPDATE deelnemer SET zoeknaam = 'fatima zonderling'")
    found = raw.execute("SELECT rowid FROM zoeknaam_index WHERE zoeknaam_index MATCH 'fatima'").fetchall()
    raw.close()
    assert found == [(1,)]


def test_a_note_in_an_unfinished_form_becomes_an_unfinished_support_need(tmp_path):
    path = tmp_path / "oud.leertraject"
    form = '{"voornaam": "Zoë", "ondersteuningsnood": "Hoort links minder."}'
    draft = {"gebruiker_id": 1, "plaats": "gegevens:1", "inhoud": form, "bewaard_op": STAMP["ingevoerd_op"]}
    key = earlier_database(path, "0007", [*ROWS, ("concept", draft)])
    with open_with_key(path, "an", key) as store:
        kept = store.read(concept, "ondersteuningsnood:1")
    assert kept is not None
    assert kept.inhoud["toelichting"] == "Overgenomen uit de oude nota: Hoort links minder."


def reviews(path, key):
    raw = connect(path, key)
    found = raw.execute("SELECT gedaan_op, vervallen_op FROM opvolgmoment ORDER BY id").fetchall()
    raw.close()
    return found


@pytest.mark.parametrize(
    ("reden", "later", "lapsed"),
    [
        ("vrijgesteld", None, "2026-06-30"),
        ("overleden", None, "2026-06-30"),
        ("overgeplaatst", None, None),
        ("vrijgesteld", "2026-08-01", None),
    ],
)
def test_a_review_that_was_open_for_somebody_released_lapses_and_one_too_many_goes(
    tmp_path, reden, later, lapsed
):
    path = tmp_path / "oud.leertraject"
    left = {"tot": "2026-06-30", "eindreden": reden}
    rows = [(table, {**known, **left} if table == "verblijf" else known) for table, known in ROWS]
    if later:
        rows.append(("verblijf", {**dict(ROWS)["verblijf"], "id": 2, "uid": "v2", "van": later}))
    review = {"soort": "periodiek", "regel_code": "r", "begeleiding_id": 1, "vanaf": "2026-02-01",
              "venster_van": "2026-08-01", "venster_tot": "2026-09-01", **STAMP}  # fmt: skip
    course = {"id": 1, "uid": "b1", "deelnemer_id": 1, "gevangenis_code": "BRG", "begindatum": "2026-02-01",
              "fase": "plan", "door_id": 1, **STAMP}  # fmt: skip
    rule = {"code": "r", "soort": "periodiek", "eenheid": "maand", "venster_van": 2, "venster_tot": 3,
            "volgorde": 1}  # fmt: skip
    done = {"id": 1, "uid": "o1", "gedaan_op": "2026-05-01", **review}
    key = earlier_database(
        path, "0007",
        [*rows, ("begeleiding", course), ("opvolgregel", rule), ("opvolgmoment", done),
         ("opvolgmoment", {"id": 2, "uid": "o2", **review}),
         ("opvolgmoment", {"id": 3, "uid": "o3", "vervallen_op": "2026-04-01", **review})],
    )  # fmt: skip
    open_with_key(path, "an", key).close()
    assert reviews(path, key) == [("2026-05-01", None), (None, lapsed)]

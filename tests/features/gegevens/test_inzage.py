"""Who asks what is kept gets all of it, in plain words, with who saw it."""

import json

from sqlalchemy import inspect, text
from tests.features.gegevens.conftest import KANARIE

from leertraject_desktop.domain.label import Logsoort
from leertraject_desktop.features.concepten.concepten import noteer_bekeken
from leertraject_desktop.features.gegevens.inzage import als_json, maak_inzage
from leertraject_desktop.features.gegevens.kolommen import AFGELEID, KOLOMMEN
from leertraject_desktop.features.gegevens.waarom import WAAROM
from leertraject_desktop.storage.base import GAAT_MEE, Base
from leertraject_desktop.storage.engine import make_engine


def test_every_table_and_column_of_the_schema_has_a_rule(database):
    engine = make_engine(database.path, database.key)
    look = inspect(engine)
    schema = {
        (table, column["name"])
        for table in look.get_table_names()
        if table != "alembic_version" and not table.startswith(AFGELEID)
        for column in look.get_columns(table)
    }
    engine.dispose()
    rules = {(table, column) for table, rule in KOLOMMEN.items() for column in rule.kolommen}
    assert schema - rules == set(), "a new column needs a rule in features/gegevens/kolommen.py"
    assert rules - schema == set()


def test_every_table_that_hangs_on_a_deelnemer_has_a_title_in_plain_words():
    for table in Base.metadata.tables.values():
        if any(column.info == GAAT_MEE for column in table.c):
            assert KOLOMMEN[table.name].titel and KOLOMMEN[table.name].naam, table.name
    assert all(rule.titel or rule.uitleg for rule in KOLOMMEN.values())


def test_inzage_shows_something_of_every_table_that_holds_something(store, zoe):
    inzage = store.write(maak_inzage, zoe.id)
    assert inzage.naam == zoe.naam
    assert {rubriek.tabel for rubriek in inzage.rubrieken} == {
        name for name, rule in KOLOMMEN.items() if rule.titel
    }
    assert all(rij for rubriek in inzage.rubrieken for rij in rubriek.rijen)


def test_every_text_that_was_typed_about_a_person_comes_out(store, zoe):
    typed = als_json(store.write(maak_inzage, zoe.id))
    for table, rule in KOLOMMEN.items():
        if not rule.titel or table == "deelnemer":
            continue
        for column, shown in rule.kolommen.items():
            kind = Base.metadata.tables[table].c[column].type.python_type
            value = store.read(lambda s, t=table, c=column: s.execute(text(f"SELECT {c} FROM {t}")).scalar())
            if shown and kind is str and str(value).startswith(KANARIE):
                assert value in typed, (table, column)


def test_codes_are_words_and_technique_stays_out(store, zoe):
    inzage = store.write(maak_inzage, zoe.id)
    facts = {veld.label: veld.waarde for rubriek in inzage.rubrieken for rij in rubriek.rijen for veld in rij}
    assert (facts["geslacht"], facts["gevangenis"], facts["statuut"]) == ("vrouw", "Brugge", "veroordeelde")
    assert facts["geboortedatum"] == "6-5-1990"
    assert facts["maand van vrijlating, zoals je die zelf gaf"] == "juli 2027"
    assert not {"uid", "zoeknaam", "revisie"} & set(facts)


def test_who_saw_or_received_it_stands_in_the_inzage(store, zoe):
    store.write(noteer_bekeken, zoe.id)
    uid = store.read(lambda s: s.execute(text("SELECT uid FROM deelnemer")).scalar())
    store.noteer(Logsoort.AFDRUK, "leerplan", f"deelnemer:{uid}")
    store.noteer(Logsoort.AFDRUK, "leerplan van iemand anders", "deelnemer:ander")
    inzage = store.write(maak_inzage, zoe.id)
    assert {(blik.naam, blik.wat) for blik in inzage.ontvangen} == {("An Bogaert", "afgedrukt: leerplan")}
    assert "dossier bekeken: dossier bekijken" in [blik.wat for blik in inzage.gezien]
    again = store.write(maak_inzage, zoe.id)
    assert again.ontvangen[-1].wat == "uitgevoerd naar een bestand: inzage"


def test_the_json_is_one_document_that_any_program_reads(store, zoe):
    data = json.loads(als_json(store.write(maak_inzage, zoe.id)))
    assert data["naam"] == zoe.naam
    assert len(data["rubrieken"]) >= 20


def test_of_every_kind_that_is_kept_the_letter_says_why():
    assert set(WAAROM) == {name for name, table in KOLOMMEN.items() if table.titel}
    assert all(why.endswith(".") and len(why) > 20 for why in WAAROM.values())

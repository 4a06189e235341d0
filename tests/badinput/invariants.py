"""What must hold in every database at any moment, asked in plain SQL over the file itself."""

from datetime import date, timedelta
from typing import Any

from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.domain.personen import naamkolommen
from leertraject_desktop.features.gegevens.logboek import controleer_logboek
from leertraject_desktop.features.levering.maandcijfers import maandcijfers
from leertraject_desktop.features.levering.maanden import cijfers_per_maand, maanden_overzicht
from leertraject_desktop.features.taken.lijst import aantallen, takenbord
from leertraject_desktop.storage.base import Base
from leertraject_desktop.storage.engine import connect
from leertraject_desktop.storage.store import Store

# Each finds what may not be. `:today` is the day of the clock.
NEVER = {
    "two verblijven of one deelnemer overlap by more than the day of the move": """
        SELECT a.deelnemer_id, a.van, a.tot, b.van, b.tot FROM verblijf a
        JOIN verblijf b ON a.deelnemer_id = b.deelnemer_id AND a.id < b.id
        WHERE (a.van = b.van AND a.tot IS b.tot)
           OR NOT (coalesce(a.tot <= b.van, 0) OR coalesce(b.tot <= a.van, 0))""",
    "a deelnemer has two open verblijven": """
        SELECT deelnemer_id FROM verblijf WHERE tot IS NULL GROUP BY 1 HAVING count(*) > 1""",
    "a verblijf ended without a reason, or has one and goes on": """
        SELECT id, tot, eindreden FROM verblijf WHERE (tot IS NULL) <> (coalesce(eindreden, '') = '')""",
    "a day of a verblijf is still to come or cannot be": """
        SELECT id, van, tot FROM verblijf
        WHERE van > :today OR tot > :today OR van < '1900-01-01' OR tot < van""",
    "a deelnemer has no name": "SELECT id FROM deelnemer WHERE trim(voornaam || familienaam) = ''",
    "a deelnemer is younger than 12 or older than 110": """
        SELECT id, geboortedatum FROM deelnemer WHERE geboortedatum IS NOT NULL
        AND strftime('%Y', :today) - strftime('%Y', geboortedatum) NOT BETWEEN 10 AND 112""",
    "a deelnemer stayed in prison before being born": """
        SELECT d.id, d.geboortedatum, v.van FROM deelnemer d JOIN verblijf v ON v.deelnemer_id = d.id
        WHERE d.geboortedatum > v.van""",
    "two languages of a deelnemer are the same, or two come first": """
        SELECT deelnemer_id FROM deelnemer_taal GROUP BY deelnemer_id
        HAVING count(*) <> count(DISTINCT taal) OR sum(volgorde = 0) > 1""",
    "two begeleidingen of one deelnemer in one prison overlap": """
        SELECT a.id, a.begindatum, a.einddatum, b.id, b.begindatum, b.einddatum FROM begeleiding a
        JOIN begeleiding b ON a.deelnemer_id = b.deelnemer_id AND a.gevangenis_code = b.gevangenis_code
        AND a.id < b.id
        WHERE (a.begindatum = b.begindatum AND a.einddatum IS b.einddatum) OR NOT
            (coalesce(a.einddatum <= b.begindatum, 0) OR coalesce(b.einddatum <= a.begindatum, 0))""",
    "a day of a begeleiding is still to come": """
        SELECT id, begindatum, einddatum FROM begeleiding
        WHERE max(begindatum, coalesce(einddatum, '')) > :today""",
    "the fase of a begeleiding is not the last one it came in": """
        SELECT b.id, b.fase, (SELECT fase FROM faseovergang f WHERE f.begeleiding_id = b.id
            ORDER BY datum DESC, id DESC LIMIT 1) AS laatste
        FROM begeleiding b WHERE laatste IS NOT b.fase""",
    "a begeleiding did not come in its first fase on its first day": """
        SELECT b.id, b.begindatum, (SELECT min(datum)
        FROM faseovergang f WHERE f.begeleiding_id = b.id) AS eerste
        FROM begeleiding b WHERE eerste IS NOT b.begindatum""",
    "a begeleiding came in a fase after its last day": """
        SELECT b.id, b.einddatum, f.datum FROM begeleiding b JOIN faseovergang f ON f.begeleiding_id = b.id
        WHERE f.datum > b.einddatum OR f.datum > :today""",
    "a begeleiding was stopped without a Stopzetting of the same day, or has one and was not": """
        SELECT b.id, b.einde, b.einddatum, s.datum FROM begeleiding b
        LEFT JOIN stopzetting s ON s.begeleiding_id = b.id
        WHERE (b.einde IS 'stopgezet') <> (s.id IS NOT NULL) OR s.datum <> b.einddatum""",
    "a stop, hold, refusal or outcome says 'andere' and not which": """
        SELECT 'stopzetting', id FROM stopzetting WHERE reden = 'andere' AND toelichting = ''
        UNION ALL SELECT 'opschorting', id FROM opschorting WHERE reden = 'andere' AND toelichting = ''
        UNION ALL SELECT 'weigering', id FROM doorverwijzingstand WHERE reden = 'andere' AND toelichting = ''
        UNION ALL SELECT 'ondersteuning', id FROM ondersteuning WHERE code = 'andere' AND toelichting = ''
        UNION ALL SELECT 'uitkomst', id FROM nazorgmoment WHERE uitkomst = 'andere' AND toelichting = ''""",
    "a begeleiding that ended is still on hold, or was on hold outside its days": """
        SELECT b.id, b.begindatum, b.einddatum, o.van, o.tot FROM begeleiding b
        JOIN opschorting o ON o.begeleiding_id = b.id
        WHERE o.van < b.begindatum OR o.van > :today OR o.tot > :today
           OR (b.einddatum IS NOT NULL AND (o.tot IS NULL OR o.tot > b.einddatum))""",
    "two suspensions of one begeleiding overlap": """
        SELECT a.begeleiding_id, a.van, a.tot, b.van, b.tot FROM opschorting a
        JOIN opschorting b ON a.begeleiding_id = b.begeleiding_id AND a.id < b.id
        WHERE (a.van = b.van AND a.tot IS b.tot)
           OR NOT (coalesce(a.tot <= b.van, 0) OR coalesce(b.tot <= a.van, 0))""",
    "a barrier of a begeleiding was met before it began, twice at once, or solved before it was met": """
        SELECT b.id, b.begindatum, d.vastgesteld_op, d.opgelost_op FROM begeleiding b
        JOIN begeleiding_drempel d ON d.begeleiding_id = b.id
        WHERE d.vastgesteld_op < b.begindatum OR d.opgelost_op < d.vastgesteld_op
           OR d.vastgesteld_op > :today OR d.opgelost_op > :today
        UNION ALL
        SELECT a.id, a.begeleiding_id, a.vastgesteld_op, b.vastgesteld_op FROM begeleiding_drempel a
        JOIN begeleiding_drempel b ON a.begeleiding_id = b.begeleiding_id AND a.drempel = b.drempel
        AND a.id < b.id
        WHERE NOT (coalesce(a.opgelost_op <= b.vastgesteld_op, 0)
        OR coalesce(b.opgelost_op <= a.vastgesteld_op, 0))""",
    "a leerdoel was to be reached or was reached before its begeleiding began, or tomorrow": """
        SELECT l.id, b.begindatum, l.streefdatum, l.bereikt_op FROM leerdoel l
        JOIN begeleiding b ON l.begeleiding_id = b.id
        WHERE l.streefdatum < b.begindatum OR l.bereikt_op < b.begindatum OR l.bereikt_op > :today""",
    "an actie is done tomorrow, or done and lapsed": """
        SELECT id FROM actie WHERE gedaan_op > :today OR (gedaan_op IS NOT NULL AND vervallen)""",
    "a contactmoment, question or referral belongs to the begeleiding of somebody else": """
        SELECT 'contactmoment', c.id FROM contactmoment c JOIN begeleiding b ON c.begeleiding_id = b.id
        WHERE c.deelnemer_id <> b.deelnemer_id
        UNION ALL SELECT 'informatievraag', v.id FROM informatievraag v JOIN begeleiding b
        ON v.begeleiding_id = b.id WHERE v.deelnemer_id IS NOT b.deelnemer_id
        UNION ALL SELECT 'doorverwijzing', d.id FROM doorverwijzing d JOIN begeleiding b
        ON d.begeleiding_id = b.id WHERE d.deelnemer_id <> b.deelnemer_id
        UNION ALL SELECT 'nazorgmoment', n.id FROM nazorgmoment n JOIN verblijf v ON n.verblijf_id = v.id
        WHERE n.deelnemer_id <> v.deelnemer_id""",
    "a contactmoment or referral lies outside the days of its begeleiding": """
        SELECT 'contactmoment', c.id, c.datum, b.begindatum, b.einddatum FROM contactmoment c
        JOIN begeleiding b ON c.begeleiding_id = b.id
        WHERE c.datum < b.begindatum OR c.datum > b.einddatum
        UNION ALL SELECT 'doorverwijzing', d.id, d.datum, b.begindatum, b.einddatum FROM doorverwijzing d
        JOIN begeleiding b ON d.begeleiding_id = b.id
        WHERE d.datum < b.begindatum OR d.datum > b.einddatum""",
    "a day on which something happened is still to come or before 1900": """
        SELECT 'contactmoment', id, datum FROM contactmoment WHERE datum NOT BETWEEN '1900-01-01' AND :today
        UNION ALL SELECT 'vraag', id, datum
        FROM informatievraag WHERE datum NOT BETWEEN '1900-01-01' AND :today
        UNION ALL SELECT 'antwoord', id, beantwoord_op FROM informatievraag
        WHERE beantwoord_op NOT BETWEEN datum AND :today
        UNION ALL SELECT 'statuut', id, van FROM statuut WHERE van NOT BETWEEN '1900-01-01' AND :today
        UNION ALL SELECT 'taak', id, gedaan_op FROM taak WHERE gedaan_op > :today
        UNION ALL SELECT 'verwijdering', id, datum FROM verwijdering WHERE datum > :today
        UNION ALL SELECT 'ondersteuning', id, van FROM ondersteuning WHERE van > :today""",
    "a referral comes before the question that it came from": """
        SELECT d.id, d.datum, v.datum FROM doorverwijzing d
        JOIN informatievraag v ON v.id = d.informatievraag_id WHERE d.datum < v.datum""",
    "a question has an answer without its day, or a day without its answer": """
        SELECT id, antwoord, beantwoord_op
        FROM informatievraag WHERE (antwoord = '') <> (beantwoord_op IS NULL)""",
    "a taak or actie or leerdoel has no words": """
        SELECT 'taak', id FROM taak WHERE trim(omschrijving) = ''
        UNION ALL SELECT 'actie', id FROM actie WHERE trim(omschrijving) = ''
        UNION ALL SELECT 'leerdoel', id FROM leerdoel WHERE trim(omschrijving) = ''""",
    "the hour of a taak is none": """
        SELECT id, uur FROM taak WHERE uur <> ''
        AND (uur NOT GLOB '[0-2][0-9]:[0-5][0-9]' OR uur > '23:59')""",
    "something was removed or put right without a reason of the list": """
        SELECT 'verwijdering', id, reden FROM verwijdering
        WHERE reden NOT IN (SELECT code FROM referentiewaarde
        WHERE lijst = 'reden_verwijdering') OR aantal < 1
        UNION ALL SELECT 'correctie', id, reden FROM correctie
        WHERE reden NOT IN (SELECT code FROM referentiewaarde WHERE lijst = 'reden_correctie')""",
    "a correction changed nothing": "SELECT id, tabel, veld, oud FROM correctie WHERE oud = nieuw",
    "a referral stands without consent of that day": """
        SELECT d.id, d.datum FROM doorverwijzing d WHERE NOT EXISTS (
            SELECT 1 FROM toestemming t WHERE t.deelnemer_id = d.deelnemer_id
            AND t.partner_code = d.partner_code AND t.doel = 'gegevens' AND t.gegeven_op <= d.datum
            AND coalesce(t.geldig_tot, '9999-12-31') >= d.datum
            AND coalesce(t.ingetrokken_op, '9999-12-31') >= d.datum)""",
    "a referral still runs though every consent for it was withdrawn": """
        SELECT d.id, d.stand FROM doorverwijzing d WHERE d.stand IN ('in_behandeling', 'aanvaard')
        AND NOT EXISTS (SELECT 1 FROM toestemming t WHERE t.deelnemer_id = d.deelnemer_id
            AND t.partner_code = d.partner_code AND t.doel = 'gegevens' AND t.ingetrokken_op IS NULL)""",
    "a referral is not where its history says": """
        SELECT d.id, d.stand, d.datum FROM doorverwijzing d
        WHERE d.stand IS NOT (SELECT stand FROM doorverwijzingstand s WHERE s.doorverwijzing_id = d.id
            ORDER BY datum DESC, id DESC LIMIT 1)
        OR d.datum IS NOT (SELECT datum FROM doorverwijzingstand s WHERE s.doorverwijzing_id = d.id
            ORDER BY datum, id LIMIT 1)
        OR (SELECT count(*) FROM doorverwijzingstand s WHERE s.doorverwijzing_id = d.id
            AND s.stand = 'in_behandeling') <> 1
        OR d.datum > :today OR d.antwoord_tegen < d.datum""",
    "a refusal has no reason": """
        SELECT id FROM doorverwijzingstand WHERE (stand = 'geweigerd') <> (reden <> '') OR datum > :today""",
    "the days of a consent are not in order": """
        SELECT id FROM toestemming WHERE gegeven_op > :today OR ingetrokken_op > :today
        OR geldig_tot < gegeven_op OR ingetrokken_op < gegeven_op""",
    "one number of a sheet stands on two consents": """
        SELECT formuliernummer FROM toestemming WHERE formuliernummer <> '' GROUP BY 1 HAVING count(*) > 1""",
    "a begeleiding that ended waits for a review": """
        SELECT b.id, b.einddatum, o.id, o.soort
        FROM begeleiding b JOIN opvolgmoment o ON o.begeleiding_id = b.id
        WHERE b.einddatum IS NOT NULL AND o.gedaan_op IS NULL AND o.vervallen_op IS NULL""",
    "a begeleiding waits for two reviews of one kind": """
        SELECT begeleiding_id, soort FROM opvolgmoment WHERE gedaan_op IS NULL AND vervallen_op IS NULL
        GROUP BY 1, 2 HAVING count(*) > 1""",
    "the begeleiding of somebody in prison, who told no month of release, waits for no review": """
        SELECT b.id FROM begeleiding b JOIN deelnemer d ON b.deelnemer_id = d.id
        WHERE b.einddatum IS NULL AND d.vrij_vanaf IS NULL
        AND coalesce((SELECT eindreden FROM verblijf v WHERE v.deelnemer_id = d.id
            ORDER BY van DESC, tot DESC NULLS FIRST LIMIT 1), '')
            NOT IN ('vrijgesteld', 'elektronisch_toezicht', 'overleden')
        AND NOT EXISTS (SELECT 1 FROM opvolgmoment o WHERE o.begeleiding_id = b.id AND o.soort = 'periodiek'
            AND o.gedaan_op IS NULL AND o.vervallen_op IS NULL)""",
    "a review is done without the contact that did it, on another day, or done and lapsed": """
        SELECT o.id, o.gedaan_op, c.datum FROM opvolgmoment o LEFT JOIN contactmoment c
        ON o.contactmoment_id = c.id
        WHERE (o.gedaan_op IS NOT NULL AND (c.id IS NULL OR c.datum <> o.gedaan_op OR o.gedaan_op < o.vanaf
            OR c.begeleiding_id <> o.begeleiding_id))
        OR (o.gedaan_op IS NOT NULL AND o.vervallen_op IS NOT NULL)
        OR (o.gedaan_op IS NULL AND o.contactmoment_id IS NOT NULL)""",
    "a review counts from before its begeleiding": """
        SELECT o.id, o.vanaf, b.begindatum FROM opvolgmoment o JOIN begeleiding b ON o.begeleiding_id = b.id
        WHERE o.vanaf < b.begindatum""",
    "the window of a review is not what its rule gives": """
        SELECT o.id FROM opvolgmoment o JOIN opvolgregel r ON o.regel_code = r.code
        WHERE o.soort <> r.soort""",
    "nazorg waits for somebody who is not free": """
        SELECT n.id, v.tot, v.eindreden FROM nazorgmoment n JOIN verblijf v ON n.verblijf_id = v.id
        WHERE n.gedaan_op IS NULL AND (v.tot IS NULL
        OR v.eindreden NOT IN ('vrijgesteld', 'elektronisch_toezicht'))""",
    "an outcome of nazorg comes before the release, or has no release": """
        SELECT n.id, n.maanden, n.gedaan_op, n.uitkomst, v.tot FROM nazorgmoment n
        JOIN verblijf v ON n.verblijf_id = v.id
        WHERE n.gedaan_op IS NOT NULL AND (v.tot IS NULL OR n.gedaan_op < v.tot OR n.gedaan_op > :today)""",
    "a return that the program noted itself is not among the stays": """
        SELECT n.id, n.maanden, n.gedaan_op FROM nazorgmoment n
        WHERE n.uitkomst = 'opnieuw_in_detentie' AND n.door_id IS NULL AND NOT EXISTS (
            SELECT 1 FROM verblijf v WHERE v.deelnemer_id = n.deelnemer_id AND v.id <> n.verblijf_id
            AND v.van = n.gedaan_op)""",
    "after a release there are not three nazorgmomenten": """
        SELECT v.id, v.tot, (SELECT count(*) FROM nazorgmoment n WHERE n.verblijf_id = v.id) AS aantal
        FROM verblijf v WHERE v.tot IS NOT NULL AND v.eindreden IN ('vrijgesteld', 'elektronisch_toezicht')
        AND aantal NOT IN (0, 3)""",
    "two equal support needs of one deelnemer overlap": """
        SELECT a.id, b.id FROM ondersteuning a JOIN ondersteuning b ON a.deelnemer_id = b.deelnemer_id
        AND a.soort = b.soort AND a.code = b.code AND a.id < b.id AND a.code <> 'andere'
        WHERE (a.van = b.van AND a.tot IS b.tot)
           OR NOT (coalesce(a.tot <= b.van, 0) OR coalesce(b.tot <= a.van, 0))""",
    "a point of the checklist was in order before the stay": """
        SELECT p.id FROM vrijlatingspunt p JOIN verblijf v ON p.verblijf_id = v.id
        WHERE p.gedaan_op < v.van OR p.gedaan_op > :today""",
    "nobody may manage the gebruikers": """
        SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM gebruiker WHERE rol = 'beheerder' AND actief)""",
    "the population of a month cannot be": """
        SELECT id, maand FROM bevolking WHERE maand > substr(:today, 1, 7)
        OR gemiddelde NOT BETWEEN 0 AND 5000 OR binnengekomen NOT BETWEEN 0 AND 5000""",
}

OPEN = """
    SELECT datum FROM taak WHERE gedaan_op IS NULL
    UNION ALL SELECT a.streefdatum FROM actie a JOIN leerdoel l ON a.leerdoel_id = l.id
        JOIN begeleiding b ON l.begeleiding_id = b.id
        WHERE a.gedaan_op IS NULL AND NOT a.vervallen AND a.streefdatum IS NOT NULL AND b.einddatum IS NULL
    UNION ALL SELECT date(datum, '+7 days') FROM informatievraag WHERE beantwoord_op IS NULL
    UNION ALL SELECT o.venster_tot FROM opvolgmoment o WHERE o.gedaan_op IS NULL AND o.vervallen_op IS NULL
        AND NOT EXISTS (SELECT 1 FROM opschorting s
        WHERE s.begeleiding_id = o.begeleiding_id AND s.tot IS NULL)
    UNION ALL SELECT datum FROM nazorgmoment WHERE gedaan_op IS NULL AND vervallen_op IS NULL
    UNION ALL SELECT antwoord_tegen FROM doorverwijzing WHERE stand = 'in_behandeling'"""

# What a second index says that is filled from the rows as they stand now.
INDEXES = {
    "zoeknaam_index": (
        "naam, klank",
        "SELECT id, zoeknaam || ' ' || dossiernummer || ' ' || printf('%04d', dossiernummer), klank "
        "FROM deelnemer",
    ),
    "zoektekst_index": (
        "tekst",
        "SELECT id * 2, vraag || ' ' || antwoord FROM informatievraag "
        "UNION ALL SELECT id * 2 + 1, notitie FROM contactmoment",
    ),
}


def opened(store: Store) -> Any:
    """A raw connection to the file of a store, beside the store itself."""
    return connect(store.path, store.key)


def cheap(raw: Any, today: date) -> None:
    """Fail when something stands in the database that may not be."""
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    for sentence, sql in NEVER.items():
        values = {"today": today.isoformat()} if ":today" in sql else {}
        found = raw.execute(sql, values).fetchall()
        assert not found, f"{sentence}: {found[:3]}"


def invariants(store: Store) -> None:
    """Fail unless everything that must always hold does, for the rows and for what is derived from them."""
    raw = opened(store)
    try:
        dag = store.read(lambda session: session.info["vandaag"])
        cheap(raw, dag)
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        _indexes(raw)
        _names(raw)
        _children_of_corrections(raw)
        _counters(store, raw, dag)
        _months(store, raw)
    finally:
        raw.close()
    oordeel = store.read(controleer_logboek)
    assert oordeel.heel, oordeel.breuken


# What comes with the program and no action changes.
SHIPPED = {"referentiewaarde", "gevangenis", "partner", "partner_gevangenis", "opvolgregel"}


def snapshot(raw: Any) -> dict[str, dict[Any, dict[str, Any]]]:
    """Every row of every table by its key, without the count of its versions and without the logboek."""
    found: dict[str, dict[Any, dict[str, Any]]] = {}
    for table in Base.metadata.sorted_tables:
        if table.name in SHIPPED or table.name.startswith("logboek"):
            continue
        keys = [column.name for column in table.primary_key]
        names = [column.name for column in table.c]
        rows = raw.execute(f'SELECT {", ".join(names)} FROM "{table.name}"').fetchall()
        found[table.name] = {}
        for row in (dict(zip(names, values, strict=True)) for values in rows):
            key = row[keys[0]] if len(keys) == 1 else tuple(row[name] for name in keys)
            found[table.name][key] = {name: row[name] for name in names if name != "revisie"}
    return found


def _indexes(raw: Any) -> None:
    for name, (columns, rows) in INDEXES.items():
        raw.execute(
            f"CREATE VIRTUAL TABLE temp.again USING fts5({columns}, content='', "
            "tokenize='unicode61 remove_diacritics 2')"
        )
        raw.execute(f"INSERT INTO temp.again(rowid, {columns}) {rows}")
        raw.execute("CREATE VIRTUAL TABLE temp.words_again USING fts5vocab('temp', 'again', 'instance')")
        raw.execute(f"CREATE VIRTUAL TABLE temp.words_now USING fts5vocab('main', '{name}', 'instance')")
        now, again = (
            f"SELECT term, doc, col, offset FROM temp.{one}" for one in ("words_now", "words_again")
        )
        surplus = raw.execute(f"{now} EXCEPT {again}").fetchall()
        missing = raw.execute(f"{again} EXCEPT {now}").fetchall()
        for table in ("words_now", "words_again", "again"):
            raw.execute(f"DROP TABLE temp.{table}")
        assert not surplus and not missing, f"{name} differs from the rows: {surplus[:3]} {missing[:3]}"


def _names(raw: Any) -> None:
    stmt = "SELECT voornaam, familienaam, naam_eigen_schrift, zoeknaam, klank, sorteersleutel FROM deelnemer"
    for voornaam, familienaam, eigen, zoeknaam, klank, sorteersleutel in raw.execute(stmt).fetchall():
        assert naamkolommen(voornaam, familienaam, eigen) == {
            "zoeknaam": zoeknaam, "klank": klank, "sorteersleutel": sorteersleutel,
        }  # fmt: skip


def _children_of_corrections(raw: Any) -> None:
    for tabel, uid in raw.execute("SELECT DISTINCT tabel, rij_uid FROM correctie").fetchall():
        found = raw.execute(f'SELECT 1 FROM "{tabel}" WHERE uid = ?', (uid,)).fetchone()
        assert found, f"a correction of {tabel} outlives its row"


def _counters(store: Store, raw: Any, today: date) -> None:
    counted = store.read(aantallen)
    sunday = (today + timedelta(days=6 - today.weekday())).isoformat()
    days = [datum for (datum,) in raw.execute(OPEN).fetchall() if datum <= sunday]
    dag = today.isoformat()
    expected = (sum(day < dag for day in days), days.count(dag), sum(day > dag for day in days))
    assert (counted.te_laat, counted.vandaag, counted.deze_week) == expected
    board = store.read(takenbord, maximum=1000)
    lists = (board.rijen_te_laat, board.rijen_vandaag, board.rijen_deze_week)
    assert tuple(map(len, lists)) == expected


def _months(store: Store, raw: Any) -> None:
    for punt in store.read(cijfers_per_maand):
        assert punt.vragen == _count(
            raw, "SELECT count(*) FROM informatievraag WHERE gevangenis_code = ? AND datum LIKE ?",
            store.wie.gevangenis, f"{punt.maand}-%",
        )  # fmt: skip
    for stand in [stand for stand in store.read(maanden_overzicht) if not stand.loopt][:3]:
        _figures(store, raw, stand.maand)


def _figures(store: Store, raw: Any, maand: Maand) -> None:
    """The figures of a month are what the rows say, and every table adds up to the same total."""
    cijfers = store.read(maandcijfers, maand)
    numbers = {telling.code: (telling.maand, telling.jaar) for telling in cijfers.tellingen}
    here = store.wie.gevangenis
    spans = (
        (f"{maand}-01", maand.laatste_dag.isoformat()),
        (f"{maand.jaar}-01-01", maand.laatste_dag.isoformat()),
    )
    asked = {
        "vragen": "SELECT count(*) FROM informatievraag WHERE gevangenis_code = ? AND datum BETWEEN ? AND ?",
        "gestart": "SELECT count(*) FROM begeleiding "
        "WHERE gevangenis_code = ? AND begindatum BETWEEN ? AND ?",
        "stopgezet": "SELECT count(*) FROM stopzetting s JOIN begeleiding b ON s.begeleiding_id = b.id "
        "WHERE b.gevangenis_code = ? AND s.datum BETWEEN ? AND ?",
        "contacten": "SELECT count(*) FROM contactmoment WHERE gevangenis_code = ? AND datum BETWEEN ? AND ?",
    }
    for code, sql in asked.items():
        assert numbers[code] == tuple(_count(raw, sql, here, *span) for span in spans), (code, str(maand))
    totals = dict.fromkeys(("F1a", "F1b", "F1c", "F1d", "F1e"), numbers["gestart"])
    totals |= {"F3": numbers["stopgezet"], "F11a": numbers["vragen"], "F11b": numbers["vragen"]}
    for code, total in totals.items():
        tabel = cijfers.tabel(code)
        summed = tuple(sum(rij.aantallen[place] for rij in tabel.rijen) for place in range(2))
        assert summed == tabel.totaal == total, (code, str(maand))


def _count(raw: Any, sql: str, *values: str) -> int:
    found: int = raw.execute(sql, values).fetchone()[0]
    return found

"""The figures of a month beside the same numbers from SQL written by hand, checked to be the same."""

from collections import Counter
from typing import Any

from benchmarks.figures import Figure, against, pair

YEAR = "{0} BETWEEN :jaar AND :einde AND gevangenis_code = 'BRG'"
AGE = (
    "(substr(b.begindatum, 1, 4) - substr(d.geboortedatum, 1, 4) "
    "- (substr(b.begindatum, 6) < substr(d.geboortedatum, 6)))"
)
QUESTIONS = (
    "SELECT substr(datum, 6, 2) AS m, onderwerp, kanaal, count(*), sum(deelnemer_id IS NULL), "
    f"sum(minuten) FROM informatievraag WHERE {YEAR.format('datum')} GROUP BY m, onderwerp, kanaal"
)
CONTACTS = (
    "SELECT substr(datum, 6, 2) AS m, count(*), sum(minuten) FROM contactmoment "
    f"WHERE {YEAR.format('datum')} GROUP BY m"
)
STARTED = (
    "SELECT substr(b.begindatum, 6, 2), r.groep, d.geslacht, d.migratieachtergrond, "
    f"CASE WHEN d.geboortedatum IS NULL THEN 'onbekend' WHEN {AGE} < 25 THEN '-25' WHEN {AGE} < 50 "
    "THEN '25-50' ELSE '50+' END, d.arbeidshandicap, count(*) FROM begeleiding b "
    "JOIN deelnemer d ON d.id = b.deelnemer_id LEFT JOIN referentiewaarde r "
    "ON r.lijst = 'opleidingsniveau' AND r.code = d.opleidingsniveau "
    f"WHERE {YEAR.format('b.begindatum').replace('AND gev', 'AND b.gev')} GROUP BY 1, 2, 3, 4, 5, 6"
)
CLOSED = (
    "SELECT substr(einddatum, 6, 2), einde, reden, count(*) FROM begeleiding "
    "LEFT JOIN stopzetting ON begeleiding_id = begeleiding.id "
    f"WHERE {YEAR.format('einddatum')} GROUP BY 1, 2, 3"
)
RUNNING = (
    "SELECT fase, count(*) FROM (SELECT f.fase, max(f.datum || printf('%012d', f.id)) "
    "FROM begeleiding b JOIN faseovergang f ON f.begeleiding_id = b.id AND f.datum <= :einde "
    "WHERE b.gevangenis_code = 'BRG' AND +b.begindatum <= :einde "
    "AND (b.einddatum IS NULL OR b.einddatum > :einde) GROUP BY b.id) GROUP BY fase"
)
PEOPLE = (
    "SELECT count(DISTINCT CASE WHEN dag >= :begin THEN wie END), count(DISTINCT wie) FROM ("
    f"SELECT deelnemer_id AS wie, datum AS dag FROM informatievraag WHERE {YEAR.format('datum')} "
    f"UNION ALL SELECT deelnemer_id, datum FROM contactmoment WHERE {YEAR.format('datum')} "
    f"UNION ALL SELECT deelnemer_id, begindatum FROM begeleiding WHERE {YEAR.format('begindatum')})"
)
WORDS = (
    "SELECT lijst, code, label FROM referentiewaarde "
    "WHERE lijst IN ('onderwerp', 'kanaal', 'reden_stopzetting') ORDER BY volgorde"
)
FASEN = ("intake", "orientering", "plan", "opvolging", "afronding", "nazorg")
GROUPS = {
    "F1a": ("hoog", "midden", "kort", "onbekend"),
    "F1b": ("M", "V", "X", "onbekend"),
    "F1c": ("ja", "nee", "onbekend"),
    "F1d": ("-25", "25-50", "50+", "onbekend"),
    "F1e": ("ja", "nee", "onbekend"),
}

Numbers = dict[str, list[tuple[int, ...]]]


def month(store: Any, size: str, runs: int) -> Figure:
    """All figures of a month of half a year ago."""
    from leertraject_desktop.domain.maand import Maand
    from leertraject_desktop.features.levering.maandcijfers import maandcijfers
    from leertraject_desktop.storage.access import vandaag

    maand = Maand.van(store.read(vandaag)).plus(-6)
    days = {
        "begin": str(maand.eerste_dag),
        "einde": str(maand.laatste_dag),
        "jaar": f"{maand.jaar}-01-01",
    }
    borrowed = store._engine.raw_connection()
    raw = borrowed.driver_connection
    if by_hand(raw, days, maand.maand) != numbers_of(store.read(maandcijfers, maand)):
        raise RuntimeError("the figures of a month and the floor beside them differ")
    ours, floor = pair(
        lambda: store.read(maandcijfers, maand),
        lambda: by_hand(raw, days, maand.maand),
        runs=max(runs // 3, 3),
        in_a_row=3,
    )
    borrowed.close()
    return against(f"{size}: the figures of a month", ours, floor, 1.3)


def numbers_of(cijfers: Any) -> Numbers:
    """The bare numbers of our figures: per table its rows, and the counts under "tellingen"."""
    counts = [(telling.maand, telling.jaar or 0) for telling in cijfers.tellingen]
    return {"tellingen": counts} | {
        tabel.code: [rij.aantallen for rij in tabel.rijen] for tabel in cijfers.tabellen
    }


def by_hand(raw: Any, days: dict[str, str], now: int) -> Numbers:
    """The same numbers, as somebody writes them who has only the database and these tables in mind."""
    found: Numbers = {}
    words: dict[str, list[str]] = {}
    for lijst, code, _ in raw.execute(WORDS):
        words.setdefault(lijst, []).append(code)
    asked, anonymous, minutes = Counter[int](), Counter[int](), Counter[int]()
    topics, channels = Counter[tuple[str, bool]](), Counter[tuple[str, bool]]()
    for m, topic, channel, count, nobody, spent in raw.execute(QUESTIONS, days):
        number = int(m)
        asked[number] += count
        anonymous[number] += nobody
        minutes[number] += spent
        topics[topic, number == now] += count
        channels[channel, number == now] += count
    contacts = {int(m): (count, spent) for m, count, spent in raw.execute(CONTACTS, days)}
    started = Counter[int]()
    who: dict[str, Counter[tuple[str, bool]]] = {name: Counter() for name in GROUPS}
    for m, *codes, count in raw.execute(STARTED, days):
        started[int(m)] += count
        for (name, known), code in zip(GROUPS.items(), codes, strict=True):
            who[name][code if code in known else "onbekend", int(m) == now] += count
    ended, reasons = Counter[tuple[int, str]](), Counter[tuple[str, bool]]()
    for m, einde, reden, count in raw.execute(CLOSED, days):
        ended[int(m), einde] += count
        if einde == "stopgezet":
            reasons[reden, int(m) == now] += count
    running = dict(raw.execute(RUNNING, days).fetchall())
    people = raw.execute(PEOPLE, days).fetchone()
    for name, known in GROUPS.items():
        found[name] = _both(who[name], known)
    found["F3"] = _both(reasons, words["reden_stopzetting"])
    found["F11a"], found["F11b"] = _both(topics, words["onderwerp"]), _both(channels, words["kanaal"])
    found["F11c"] = [(running.get(fase, 0),) for fase in FASEN]
    found["F2"], found["F11d"] = [], []
    for number in range(1, now + 1):
        done, stopped = ended[number, "afgerond"], ended[number, "stopgezet"]
        found["F2"].append((done, stopped, done + stopped))
        spoken = contacts.get(number, (0, 0))[0]
        found["F11d"].append((asked[number], started[number], done + stopped, spoken))
    found["tellingen"] = [
        *((one[now], one.total()) for one in (asked, anonymous, minutes, started)),
        *(
            (ended[now, how], sum(ended[m, how] for m in range(1, now + 1)))
            for how in ("afgerond", "stopgezet")
        ),
        (sum(running.values()), 0),
        (running.get("nazorg", 0), 0),
        *((contacts.get(now, (0, 0))[at], sum(one[at] for one in contacts.values())) for at in (0, 1)),
        people,
    ]
    return found


def _both(counts: Counter[tuple[str, bool]], codes: Any) -> list[tuple[int, ...]]:
    return [(counts[code, True], counts[code, True] + counts[code, False]) for code in codes]

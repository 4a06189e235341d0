"""Who asks to be removed is removed everywhere, and does not come back."""

import datetime as dt

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlalchemy import text
from tests.conftest import last_write
from tests.features.gegevens.conftest import KANARIE, fill_everything, name_them

from leertraject_desktop.domain.label import Rol
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.features.gegevens import bewaartermijnen as termijn
from leertraject_desktop.features.gegevens import logboek, wissing
from leertraject_desktop.features.gegevens.bewaartermijnen import Bewaarcategorie
from leertraject_desktop.features.gegevens.datalek import feitenblad
from leertraject_desktop.features.reservekopie import reservekopie
from leertraject_desktop.storage.access import Wie, command
from leertraject_desktop.storage.grafstenen import is_buried

BORN = dt.date(1990, 5, 6)


def decrypted(path, key):
    """Every page of the file as it is under the encryption, free space included."""
    content, pages = path.read_bytes(), []
    for start in range(0, len(content), 4096):
        page = content[start : start + 4096]
        body, vector = page[16 if start == 0 else 0 : 4016], page[4016:4032]
        pages.append(Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor().update(body))
    return b"".join(pages)


def test_the_preview_says_what_goes_and_changes_nothing(store, zoe):
    voorstel = store.read(wissing.wis_voorstel, zoe.id)
    assert voorstel.naam == zoe.naam
    assert dict(voorstel.aantallen)["Informatievragen"] == 1
    assert voorstel.concepten == 1
    assert store.read(wissing.wis_voorstel, zoe.id) == voorstel


def test_nothing_of_a_wiped_person_stays_in_the_file_its_free_space_or_its_log(store, zoe):
    store.schoon()
    assert KANARIE.encode() in decrypted(store.path, store.key)
    wissing.wis_deelnemer(store, zoe.id, "op_vraag")
    assert KANARIE.encode() not in decrypted(store.path, store.key)
    assert KANARIE.lower().encode() not in decrypted(store.path, store.key)
    log = store.path.with_name(store.path.name + "-wal")
    assert not log.exists() or log.stat().st_size == 0
    assert not last_write(store)


def test_the_logboek_stays_whole_and_says_who_wiped(store, zoe):
    wissing.wis_deelnemer(store, zoe.id, "op_vraag")
    assert store.read(logboek.controleer_logboek).heel
    assert "gewist" in [regel.wat for regel in store.read(logboek.lijst_logboek)]
    assert KANARIE not in repr(store.read(logboek.lijst_logboek))


def test_a_file_does_not_bring_a_wiped_person_back(store, zoe):
    uid = store.read(lambda s: s.execute(text("SELECT uid FROM deelnemer")).scalar())
    wissing.wis_deelnemer(store, zoe.id, "op_vraag")
    assert store.read(is_buried, uid=uid)
    assert store.read(is_buried, voornaam="ZOE", familienaam="zonderling", geboortedatum=BORN)
    assert not store.read(is_buried, voornaam="Zoë", familienaam=KANARIE, geboortedatum=dt.date(1991, 1, 1))
    assert not store.read(is_buried, uid="ander", voornaam="Zoë", familienaam=KANARIE)
    stones = store.read(lambda s: s.execute(text("SELECT kenmerk FROM grafsteen")).scalars().all())
    assert all(len(stone) == 64 and KANARIE not in stone for stone in stones)


def test_after_an_old_backup_is_put_back_the_wiped_person_is_shown_to_wipe_again(store, database, zoe, clock):
    made = reservekopie.maak(store, clock=clock)
    wissing.wis_deelnemer(store, zoe.id, "op_vraag")
    reservekopie.zet_terug(store, made.path, clock=clock)
    with database.open(clock) as opened:
        assert opened.read(wissing.opnieuw_gewist) == [zoe.id]
        wissing.wis_deelnemer(opened, zoe.id, "op_vraag")
        assert opened.read(wissing.opnieuw_gewist) == []


def test_who_was_wiped_is_wiped_again_after_a_restore_and_that_can_be_found_later(
    store, database, zoe, clock
):
    made = reservekopie.maak(store, clock=clock)
    wissing.wis_deelnemer(store, zoe.id, "op_vraag")
    gewist = clock().date()
    clock.later(days=3)
    reservekopie.zet_terug(store, made.path, clock=clock)
    with database.open(clock) as opened:
        assert wissing.herwis(opened) == (gewist,)
        assert opened.read(wissing.opnieuw_gewist) == []
        (kept,) = opened.read(wissing.herwissingen)
        assert kept.gewist_op == (gewist,) and kept.moment.date() == clock().date()
        assert "opnieuw gewist" in opened.read(logboek.lijst_logboek)[0].wat
        assert wissing.herwis(opened) == ()
        kept_text = opened.read(
            lambda s: s.execute(
                text("SELECT waarde FROM instelling WHERE sleutel = 'opnieuw_gewist'")
            ).scalar()
        )
        assert KANARIE not in kept_text


def test_a_new_dossier_of_somebody_who_was_wiped_once_is_left_alone_after_a_restore(
    store, database, zoe, clock
):
    wissing.wis_deelnemer(store, zoe.id, "op_vraag")
    again = store.write(fill_everything)
    store.write(name_them, again, BORN)
    made = reservekopie.maak(store, clock=clock)
    reservekopie.zet_terug(store, made.path, clock=clock)
    with database.open(clock) as opened:
        assert wissing.herwis(opened) == ()
        assert opened.read(wissing.opnieuw_gewist) == [again]


def test_the_backups_in_which_somebody_still_stands_are_listed_with_their_end(store, zoe, clock):
    sinds = store.read(wissing.wis_voorstel, zoe.id).sinds
    clock.later(hours=1)
    made = reservekopie.maak(store, clock=clock)
    (found,) = wissing.kopieen_met(store, sinds)
    assert found.path == made.path
    assert found.einddatum == clock().date() + dt.timedelta(days=7)
    assert wissing.kopieen_met(store, sinds + dt.timedelta(days=1)) == []


def test_only_a_beheerder_wipes(store, database, zoe):
    store.wie = Wie(1, "An", Rol.COORDINATOR, "BRG")
    with pytest.raises(Problem, match="Je mag"):
        wissing.wis_deelnemer(store, zoe.id, "op_vraag")


def test_without_a_term_nothing_is_ever_proposed(store, zoe, clock):
    clock.later(days=30)
    assert store.read(termijn.bewaartermijnen) == dict.fromkeys(Bewaarcategorie)
    assert store.read(termijn.maandlijst) == []


@command(Recht.REGISTREREN, "afsluiten", undo=False)
def afsluiten(session):
    session.execute(text("UPDATE verblijf SET tot = '2026-04-01'"))
    session.execute(text("UPDATE begeleiding SET einddatum = '2026-04-01', einde = 'afgerond'"))


def test_a_dossier_of_somebody_who_left_is_proposed_after_the_term_and_goes_when_confirmed(store, zoe, clock):
    store.write(afsluiten)
    store.write(termijn.zet_bewaartermijn, Bewaarcategorie.DOSSIER, 2)
    for _ in range(2):
        clock.later(days=28)
        store.noteer(logboek.Logsoort.AANMELDING, "aangemeld")
    assert store.read(termijn.maandlijst) == []
    clock.later(days=28)
    (vervallen,) = store.read(termijn.maandlijst)
    assert vervallen.omschrijving.startswith(zoe.naam)
    assert termijn.bevestig(store, [vervallen]) > 20
    assert store.read(termijn.maandlijst) == []


def test_somebody_who_is_still_here_is_never_proposed(store, zoe, clock):
    store.write(termijn.zet_bewaartermijn, Bewaarcategorie.DOSSIER, 1)
    for _ in range(4):
        clock.later(days=30)
        store.noteer(logboek.Logsoort.AANMELDING, "aangemeld")
    assert store.read(termijn.maandlijst) == []


def test_when_the_clock_jumped_nothing_is_proposed_until_somebody_confirms(store, zoe, clock):
    store.write(termijn.zet_bewaartermijn, Bewaarcategorie.DOSSIER, 1)
    clock.later(days=400)
    store.noteer(logboek.Logsoort.AANMELDING, "aangemeld")
    with pytest.raises(Problem, match="klok"):
        store.read(termijn.maandlijst)
    store.write(logboek.bevestig_klok)
    assert store.read(termijn.maandlijst) == []


@pytest.mark.parametrize("maanden", [0, -1, 601])
def test_a_term_that_cannot_be_is_refused(store, maanden):
    with pytest.raises(Problem, match="1 tot 600"):
        store.write(termijn.zet_bewaartermijn, Bewaarcategorie.DOSSIER, maanden)


def test_the_fact_sheet_tells_what_was_on_this_computer_and_that_it_was_encrypted(
    store, zoe, clock, tmp_path
):
    reservekopie.maak(store, clock=clock)
    blad = feitenblad(store)
    assert (blad.gevangenis, blad.personen, blad.gebruikers) == ("Brugge", 1, 1)
    assert dict(blad.gegevens)["Informatievragen"] >= 1
    assert blad.alles_versleuteld
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "lijst.xlsx").write_bytes(b"namen")
    assert not feitenblad(store, mappen=(stick,)).alles_versleuteld


def test_two_people_with_the_same_name_are_wiped_one_by_one(store, zoe):
    store.write(name_them, zoe.id, None)
    wissing.wis_deelnemer(store, zoe.id, "op_vraag")
    second = store.write(fill_everything)
    store.write(name_them, second, None)
    assert store.read(wissing.opnieuw_gewist) == []

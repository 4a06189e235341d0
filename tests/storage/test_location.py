"""Where the data lies: proposed, remembered, and checked before anybody counts on it."""

import os
from pathlib import Path

import pytest

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage import location


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "gegevens van deze computer"
    monkeypatch.setenv(location.FOLDER_VARIABLE, str(folder))
    return folder


def test_the_program_opens_what_was_open_last(database):
    assert location.last_used() is None
    location.remember(database.path)
    assert location.last_used() == database.path


def test_data_on_a_stick_that_is_gone_is_not_opened(database):
    location.remember(database.path)
    database.path.unlink()
    assert location.last_used() is None


def test_damaged_settings_are_as_good_as_none(folder):
    location.keep_setting("naar", "E:/")
    for content in (b"", b"[]", b"{", b"\xff\xfe", b'{"naar": 3}'):
        (folder / "instellingen.json").write_bytes(content)
        assert location.setting("naar") == ""
    location.keep_setting("naar", "F:/")
    assert location.setting("naar") == "F:/"


def test_one_choice_does_not_forget_another():
    location.keep_setting("naar", "E:/")
    location.keep_setting("thema", "donker")
    assert (location.setting("naar"), location.setting("thema")) == ("E:/", "donker")


def test_a_second_database_of_the_same_prison_gets_a_name_of_its_own(folder):
    assert location.proposed("Sint-Gillis").name == "sint-gillis.leertraject"
    folder.mkdir()
    (folder / "sint-gillis.leertraject").touch()
    assert location.proposed("Sint-Gillis").name == "sint-gillis-2.leertraject"


def test_without_the_variable_the_data_lies_where_the_system_keeps_it(monkeypatch):
    monkeypatch.delenv(location.FOLDER_VARIABLE)
    assert location.data_folder().name == "Leertraject"


def test_settings_are_found_back_where_the_system_library_puts_them(monkeypatch, tmp_path):
    monkeypatch.delenv(location.FOLDER_VARIABLE)
    monkeypatch.setenv("LOCALAPPDATA" if os.name == "nt" else "XDG_DATA_HOME", str(tmp_path))
    before = location.data_folder()
    location.keep_setting("gegevens", "ergens")
    assert (before / location.SETTINGS).is_file()
    assert location.data_folder() == before and location.setting("gegevens") == "ergens"


def test_a_good_folder_is_made_and_left_empty(tmp_path):
    location.check_folder(tmp_path / "een" / "twee")
    assert list((tmp_path / "een" / "twee").iterdir()) == []


def test_a_folder_that_cannot_be_is_refused_at_once(tmp_path):
    (tmp_path / "bestand").touch()
    with pytest.raises(Problem, match="map") as caught:
        location.check_folder(tmp_path / "bestand" / "map")
    assert caught.value.veld == "map"
    with pytest.raises(Problem, match="volledige"):
        location.check_folder(Path("hier"))


@pytest.mark.parametrize("place", ["/proc/leertraject"] if os.name == "posix" else ["Q:/leertraject"])
def test_a_folder_without_rights_is_refused_at_once(place):
    with pytest.raises(Problem, match="map"):
        location.check_folder(Path(place))

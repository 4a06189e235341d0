"""A file that leaves is written whole or not at all."""

import errno

import pytest

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage.atomic import cannot_write, write_atomically


def names(folder):
    return sorted(file.name for file in folder.iterdir())


def test_a_file_is_written_and_written_over(tmp_path):
    target = tmp_path / "maand.xlsx"
    write_atomically(target, b"eerst")
    write_atomically(target, b"daarna")
    assert target.read_bytes() == b"daarna"
    assert names(tmp_path) == ["maand.xlsx"]


def test_a_folder_that_is_not_there_is_told_and_not_made(tmp_path):
    with pytest.raises(Problem, match="De map"):
        write_atomically(tmp_path / "weg" / "maand.xlsx", b"x")
    assert names(tmp_path) == []


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path):
    (tmp_path / "map").write_bytes(b"ander werk")
    with pytest.raises(Problem, match="De map"):
        write_atomically(tmp_path / "map" / "maand.xlsx", b"x")
    assert (tmp_path / "map").read_bytes() == b"ander werk"


def test_a_folder_in_the_place_of_the_file_is_told_and_left(tmp_path):
    (tmp_path / "maand.xlsx").mkdir()
    with pytest.raises(Problem):
        write_atomically(tmp_path / "maand.xlsx", b"x")
    assert names(tmp_path) == ["maand.xlsx"]


def test_a_name_that_is_too_long_is_told(tmp_path):
    with pytest.raises(Problem, match="te lang"):
        write_atomically(tmp_path / ("m" * 250), b"x")
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "geen plaats"),
        (errno.EROFS, "niet schrijven"),
        (errno.EACCES, "niet schrijven"),
        (errno.EIO, "antwoordt niet"),
    ],
)
def test_each_failure_of_the_disk_has_its_own_words_and_a_remedy(tmp_path, number, words):
    problem = cannot_write(tmp_path / "maand.xlsx", OSError(number, "x"))
    assert words in problem.what
    assert problem.remedy.endswith(".")


def test_a_file_that_is_open_in_excel_is_told_as_such(tmp_path):
    (tmp_path / "maand.xlsx").write_bytes(b"")
    assert "Excel" in cannot_write(tmp_path / "maand.xlsx", PermissionError(errno.EACCES, "x")).remedy

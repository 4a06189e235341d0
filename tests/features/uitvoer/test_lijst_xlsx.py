"""A list in Excel: the same words as on the screen, and nothing that calculates."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.uitvoer import lijst_xlsx as uitvoer
from leertraject_desktop.features.uitvoer.lijst_xlsx import lijst_xlsx

KOLOMMEN = ["Naam", "Ontvangen", "Minuten"]


def read(content):
    return load_workbook(BytesIO(content)).active


def test_days_are_days_and_numbers_are_numbers():
    sheet = read(lijst_xlsx("Vragen", KOLOMMEN, [["El Amrani, Youssef", date(2026, 11, 24), 10]]))
    assert sheet.title == "Vragen"
    assert [cell.value for cell in sheet[1]] == KOLOMMEN
    assert sheet["B2"].value.date() == date(2026, 11, 24)
    assert (sheet["B2"].number_format, sheet["C2"].value) == ("d-m-yyyy", 10)


def test_the_headers_stay_in_sight_and_filter():
    sheet = read(lijst_xlsx("Vragen", KOLOMMEN, [["a", None, 1], ["b", None, 2]]))
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:C3")


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("http://x";"y")', "+32 50 12", "-", "@SUM(A1)", "'x"])
def test_what_a_user_typed_is_never_calculated(text):
    content = lijst_xlsx("Vragen", ["Vraag"], [[text]])
    cell = read(content)["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)
    assert b"<f>" not in ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml")


@given(
    titel=st.text(max_size=40),
    rijen=st.lists(st.tuples(st.text(), st.none() | st.dates(), st.integers(0, 1440)), max_size=4),
)
@settings(max_examples=40)
def test_any_text_gives_a_file_that_opens(titel, rijen):
    sheet = read(lijst_xlsx(titel, KOLOMMEN, rijen))
    assert [row[2].value for row in sheet.iter_rows(min_row=2)] == [rij[2] for rij in rijen]


def test_a_list_that_does_not_fit_on_a_sheet_says_so(monkeypatch):
    monkeypatch.setattr(uitvoer, "MAX_RIJEN", 1)
    with pytest.raises(Problem, match="te lang voor Excel"):
        lijst_xlsx("Vragen", ["Naam"], [["a"], ["b"]])


def test_a_very_long_note_is_cut_at_what_a_cell_holds():
    sheet = read(lijst_xlsx("Vragen", ["Vraag"], [["x" * 40_000]]))
    assert len(sheet["A2"].value) == 32_767


def test_no_name_is_written_to_the_temporary_folder_on_the_way(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "is er niet"))
    assert read(lijst_xlsx("Deelnemers", ["Naam"], [["El Amrani, Youssef"]]))["A2"].value

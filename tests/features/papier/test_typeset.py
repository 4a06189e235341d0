"""Text on paper: every script in its own shape and order, nothing lost and nothing past the edge."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.papier import codes, direction, fonts
from leertraject_desktop.features.papier.pen import Pen
from leertraject_desktop.features.papier.questions import fill_lines
from leertraject_desktop.features.papier.typeset import (
    Style,
    line,
    markup,
    named,
    noted,
    unprintable,
    wrap,
)

TEXT = Style(11)
NAMES = st.text("abcdefghij éçşğıŞ-' АбвШевченко عبدالرحمن אבג ქართ Հայ ሰላም हिन्दी 0123(),", max_size=90)


def test_arabic_letters_join_instead_of_standing_loose():
    joined = fonts.shape("محمد", "NotoSansArabic-Regular", rtl=True)
    loose = {str(fonts.shape(letter, "NotoSansArabic-Regular", rtl=True).glyphs) for letter in "محمد"}

    assert len(joined.glyphs) == 4
    assert not set(joined.glyphs) & loose


def test_an_arabic_name_reads_from_right_to_left_and_its_latin_form_beside_it_from_left_to_right():
    made = line("عبد الرحمن (Abdel)", TEXT)

    assert made.runs[0].font == "NotoSansArabic-Regular"
    latin = "".join(
        str(run.shaped.glyphs) for run in made.runs if run.font == "NotoSans-Regular" and run.shaped
    )
    assert latin.strip() == "(Abdel)"


def test_brackets_and_numbers_keep_their_sense_in_a_line_that_runs_to_the_left():
    made = line("دبلوم قصير (HBO5)، 12", TEXT, rtl=True)
    latin = [
        str(run.shaped.glyphs).strip() for run in made.runs if run.shaped and run.font.startswith("NotoSans-")
    ]

    assert [piece for piece in latin if piece] == ["12", "(", "HBO5", ")"]


def test_a_form_number_stays_in_one_order_inside_arabic():
    for number in ("7K3QX9MD4TRV", "234567892345"):
        levels = direction.levels(f"رقم: {codes.leesbaar(number)}", rtl=True)
        assert set(levels[5:]) == {2}
    assert not direction.runs_left("050 00 00 00", otherwise=True)


@pytest.mark.parametrize(
    ("word", "font"),
    [
        ("Özgür Yıldız", "NotoSans"),
        ("Шевченко", "NotoSans"),
        ("Ελένη", "NotoSans"),
        ("شيماء", "NotoSansArabic"),
        ("שרה", "NotoSansHebrew"),
        ("ნინო", "NotoSansGeorgian"),
        ("Արամ", "NotoSansArmenian"),
        ("ሰላም", "NotoSansEthiopic"),
        ("सीता", "NotoSansDevanagari"),
    ],
)
def test_each_script_is_printed_in_a_font_that_has_it(word, font):
    made = line(word, Style(11, bold=True))

    assert {run.font.split("-")[0] for run in made.runs} == {font}
    assert all(ord(glyph) for run in made.runs if run.shaped for glyph in run.shaped.glyphs)


def test_a_name_with_a_letter_that_no_font_has_is_refused_by_that_letter():
    with pytest.raises(Problem) as caught:
        named("Wang 王", "de naam", "naam")

    assert "‘王’" in caught.value.what
    assert caught.value.remedy
    assert caught.value.veld == "naam"


def test_an_emoji_in_a_note_becomes_a_box_and_is_never_dropped_in_silence():
    assert noted("Goed gewerkt 👍🏽, tot 👨‍👩‍👧!") == "Goed gewerkt □, tot □!"
    assert noted("王小") == "□□"
    assert unprintable("a👍b👍") == "👍"
    assert line("□ a", TEXT).width > line("a", TEXT).width


def test_what_is_filled_in_is_never_read_as_markup():
    spans = markup("Tot **{datum}**. {wie}", datum="24 november", wie="**Jan** {x}")

    assert [(span.text, span.bold) for span in spans] == [
        ("Tot ", False),
        ("24 november", True),
        (". **Jan** {x}", False),
    ]


def test_hidden_controls_cannot_turn_a_text_around():
    assert line("abc\u202edef", TEXT).text == "abcdef"


@settings(max_examples=120, deadline=None)
@given(NAMES, st.floats(8, 150), st.booleans())
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(name, width, rtl):
    lines = wrap(name, TEXT, width, rtl=rtl)

    assert all(made.width <= width or len(made.text) == 1 for made in lines)
    assert "".join(made.text for made in lines).replace(" ", "") == line(name, TEXT).text.replace(" ", "")


def test_a_word_wider_than_the_line_is_broken_and_the_words_after_it_go_on_beside_its_end():
    lines = wrap("W" * 30 + " en dan", TEXT, 60)

    assert [made.text[-3:] for made in lines] == ["WWW", " en", "dan"]


@settings(max_examples=80, deadline=None)
@given(NAMES, st.integers(1, 3), st.floats(20, 120))
def test_what_is_known_stays_on_its_writing_lines_and_shows_when_there_is_more(text, count, width):
    pen = Pen(None)
    fill_lines(pen, 70, [10.0 + 8 * row for row in range(count)], 70 + width, text)

    assert len(pen.inks) <= count
    assert all(begin >= 70 and end <= 70 + width for begin, end, _ in pen.inks)
    shown = "".join(words for _, _, words in pen.inks)
    assert shown.endswith("…") or len(shown.replace(" ", "")) == len(line(text, TEXT).text.replace(" ", ""))

"""What stands in a cell of CSV: never a formula, and always to be undone."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.evidence.cells import csv_line, json_cell, plain_text, safe

texts = st.text(st.characters(codec="utf-8"))


@pytest.mark.parametrize(
    "text", ["=1+1", "+86", "-2", "@SUM(A1)", "＝1+1", "'quoted", "\t=1", "\r=1"]
)
def test_what_a_spreadsheet_would_calculate_is_text(text):
    assert safe(text)[0] in "'\\"
    assert plain_text(safe(text)) == text


@given(texts)
def test_a_text_comes_back_as_it_was(text):
    assert plain_text(safe(text)) == text


@given(texts)
def test_no_control_character_and_no_mark_of_direction_stands_in_a_cell(text):
    for char in safe(text):
        assert char.isprintable() or char == " " or ord(char) > 0x9F
        assert char not in "\u202e\u2066\u200f\u2028"


@given(st.lists(texts, min_size=1))
def test_other_programs_read_the_cells_of_a_line(line):
    cells = [safe(text) for text in line]
    written = csv_line(cells)
    if cells != [""]:
        assert next(csv.reader(io.StringIO(written))) == cells
    assert written.count("\n") == 1


def test_a_list_is_json_without_control_characters():
    assert (
        json_cell(["a\u202eb", 'say "no"\n', "\x7f"]) == '["a\\u202eb","say \\"no\\"\\n","\\u007f"]'
    )

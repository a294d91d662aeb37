"""What spreadsheets and programs get."""

from __future__ import annotations

import csv
import io
import json
from contextlib import nullcontext

from hypothesis import given
from hypothesis import strategies as st

from kashf.show.forms.spreadsheets import harmless
from kashf.web.renderers import Spreadsheet, _csv_pieces, as_json

FORMULAS = ("=1+1", "+cmd|'/C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "\n=1", "'=1", '=HYPERLINK("x")')
cells = st.text() | st.sampled_from(FORMULAS)


@given(cells)
def test_no_cell_of_text_begins_a_formula(text: str) -> None:
    cell = harmless(text)

    assert isinstance(cell, str)
    assert not cell.strip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert not cell.startswith(("\t", "\r", "\n"))
    assert cell in {text, "'" + text}


@given(st.lists(st.lists(cells.filter(lambda text: text.isprintable()), min_size=2, max_size=2), max_size=5))
def test_a_file_for_spreadsheets_reads_back_with_every_cell_quoted(rows: list[list[str]]) -> None:
    content = b"".join(_csv_pieces(Spreadsheet("a", ("a", "b"), rows), nullcontext())).decode("utf-8-sig")

    assert [["a", "b"], *[[str(harmless(cell)) for cell in row] for row in rows]] == list(csv.reader(io.StringIO(content)))
    assert all(line.startswith('"') for line in content.splitlines())


def test_numbers_stay_numbers() -> None:
    assert (-3, 2.5, None) == (harmless(-3), harmless(2.5), harmless(None))


def test_json_keeps_arabic_and_survives_half_a_surrogate() -> None:
    body = bytes(as_json({"name": "كشف", "broken": "\ud800"}).body)

    assert "كشف".encode() in body
    assert {"name": "كشف", "broken": "?"} == json.loads(body)

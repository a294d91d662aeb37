from __future__ import annotations

import csv
import io
import re
import zipfile

import pytest
import python_calamine

from kashf.show.forms.spreadsheets import Worksheet, csv_bytes, xlsx_bytes

HOSTILE = (
    '=HYPERLINK("http://evil.example")',
    "+1",
    " @SUM(A1)",
    "＝1+1",
    "http://evil.example/",
    "{=1+1}",
    "\x00\x1b\ud800",
    "x" * 40_000,
)


def told(file: bytes, name: str) -> list[list[object]]:
    return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(file)).get_sheet_by_name(name).to_python()


def test_words_and_numbers_come_back_from_each_sheet() -> None:
    file = xlsx_bytes([Worksheet("table", [["الاسم", "n"], ["عمر", 7]]), Worksheet("notes", [["one"]])])

    assert [["الاسم", "n"], ["عمر", 7]] == told(file, "table")
    assert [["one"]] == told(file, "notes")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_either_file_is_a_formula_or_a_link(text: str) -> None:
    file = xlsx_bytes([Worksheet("table", [[text]])])
    inside = zipfile.ZipFile(io.BytesIO(file))

    parts = {name: inside.read(name).decode() for name in inside.namelist()}
    (cell,) = next(csv.reader(io.StringIO(csv_bytes([[text]]).decode("utf-8-sig").replace("\x00", ""))))
    assert not re.search(r"<f[ >]", parts["xl/worksheets/sheet1.xml"])
    assert not any("hyperlink" in part for name, part in parts.items() if name.endswith(".rels"))
    assert told(file, "table")
    assert not cell.strip().startswith(("=", "+", "@", "＝"))


def test_a_text_longer_than_a_cell_holds_is_cut_and_says_so() -> None:
    (((cell,),),) = (told(xlsx_bytes([Worksheet("table", [["x" * 40_000]])]), "table"),)

    assert str(cell).endswith("x […]")


def test_equal_tables_are_equal_files_which_tell_no_time_and_nobody() -> None:
    first, second = (xlsx_bytes([Worksheet("table", [["a", 1]])]) for _ in range(2))

    assert first == second
    assert b"2000-01-01" in zipfile.ZipFile(io.BytesIO(first)).read("docProps/core.xml")

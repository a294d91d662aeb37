from __future__ import annotations

import csv
import io
import random
import re
import unicodedata
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


def hostile_cells(seed: int, count: int = 3_000) -> list[str]:
    """Return texts that try to begin a formula: signs of it in many forms, behind what is not shown."""
    drawn = random.Random(seed)
    hidden = ("", " ", "\t", "\r", "\n", "\u00a0", "\u200b", "\u200f", "\u2066", "\ufeff", "\u3000", "\x0b", "\x00", "\u00ad")
    signs = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "⁼", "⁺", "'=", '"=')
    rests = ("1+1", "cmd|' /C calc'!A0", 'HYPERLINK("http://evil.example")', "SUM(A1:A9)", "عمر", ";=2+2", ",=2+2", '"\n=3', "")
    return ["".join(drawn.choices(hidden, k=drawn.randrange(4))) + drawn.choice(signs) + drawn.choice(rests) for _ in range(count)]


def test_three_thousand_hostile_cells_and_none_starts_a_formula() -> None:
    cells = hostile_cells(7)
    text = csv_bytes([[each, "beside"] for each in cells]).decode("utf-8-sig")

    rows = list(csv.reader(io.StringIO(text.replace("\x00", ""), newline="")))

    shown = [re.sub(r"^[\s\u200b\u200f\u2066\ufeff\u00ad]+", "", row[0]) for row in rows]
    assert {len(cells)} == {len(rows), sum(len(row) == 2 for row in rows)}
    assert [] == [each for each in shown if unicodedata.normalize("NFKC", each)[:1] in set("=+-@") - {""}]

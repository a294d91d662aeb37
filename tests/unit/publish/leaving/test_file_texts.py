"""What a file says is what whoever opens it reads."""

from __future__ import annotations

from kashf.publish.leaving.file_texts import file_parts, part_texts
from kashf.show.forms.spreadsheets import Worksheet, xlsx_bytes


def test_a_workbook_is_looked_at_member_by_member() -> None:
    parts = dict(file_parts("out.xlsx", xlsx_bytes([Worksheet("sheet", [["Qamar & Sons"]])])))

    assert "Qamar & Sons" in part_texts(parts["out.xlsx/xl/sharedStrings.xml"])[-1]


def test_another_file_is_one_part() -> None:
    assert [("a.csv", b"x")] == list(file_parts("a.csv", b"x"))

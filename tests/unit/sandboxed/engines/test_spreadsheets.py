from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Limits
from kashf.sandboxed.engines.charset import decode
from kashf.sandboxed.engines.spreadsheets import CsvReader, SpreadsheetReader
from tests.documents import broken_zip, source_of, xlsx

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _csv(folder: Path, content: str, encoding: str = "utf-8") -> list[str]:
    source = source_of(folder, content.encode(encoding), "text/csv")
    return CsvReader(decode).read(source, limits=Limits()).pages[0].text.split("\n")


def _pages(folder: Path, content: bytes) -> list[str]:
    return [page.text for page in SpreadsheetReader().read(source_of(folder, content, XLSX), limits=Limits()).pages]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_row_is_a_line_and_cells_are_divided_by_tabs(tmp_path: Path, delimiter: str) -> None:
    rows = [["name", "sum", "note"], ["Karim Dalloul", "120", "paid, twice" if delimiter != "," else "paid"], ["R. Sahin", "80", ""]]

    lines = _csv(tmp_path, "\n".join(delimiter.join(row) for row in rows))

    assert ["\t".join(row).rstrip() for row in rows] == lines


def test_a_cell_with_a_line_break_stays_in_its_row(tmp_path: Path) -> None:
    assert ["a\tone two\tc", "d\te\tf"] == _csv(tmp_path, 'a,"one\ntwo",c\r\nd,e,f\r\n')


def test_an_arabic_register_in_an_old_encoding_is_read(tmp_path: Path) -> None:
    assert ["الاسم\tالمبلغ", "كريم دلول\t120", "رشيد شاهين\t80"] == _csv(tmp_path, "الاسم;المبلغ\nكريم دلول;120\nرشيد شاهين;80\n", "cp1256")


def test_each_sheet_is_a_page_with_its_name_in_the_first_line_hidden_ones_too(tmp_path: Path) -> None:
    content = xlsx({"Fuel": [["driver", "litres"], ["Karim", 120]], "Old": [["x"]]}, hidden=["Old"])

    extract = SpreadsheetReader().read(source_of(tmp_path, content, XLSX), limits=Limits())

    assert ["Fuel\ndriver\tlitres\nKarim\t120", "Old\nx"] == [page.text for page in extract.pages]
    assert ("2", "Old") == (extract.metadata["sheets"], extract.metadata["hidden-sheets"])


def test_values_are_written_as_a_person_would(tmp_path: Path) -> None:
    row = [5, 2.5, True, dt.date(2014, 9, 25), dt.datetime(2014, 9, 25, 8, 30, tzinfo=dt.UTC).replace(tzinfo=None), None, 963112345678, "x"]

    assert ["S\n5\t2.5\tTRUE\t2014-09-25\t2014-09-25 08:30:00\t\t963112345678\tx"] == _pages(tmp_path, xlsx({"S": [row]}))


def test_comments_stand_on_a_page_after_the_sheets(tmp_path: Path) -> None:
    pages = _pages(tmp_path, xlsx({"S": [["Karim"]]}, comment="was seen at the bridge"))

    assert "S\nKarim" == pages[0]
    assert "was seen at the bridge" in pages[1]


def test_headers_and_footers_are_read_without_their_codes(tmp_path: Path) -> None:
    import io

    from openpyxl import Workbook

    book, buffer = Workbook(), io.BytesIO()
    book.active.oddHeader.center.text = "Northern sector"
    book.save(buffer)

    assert ["Northern sector"] == _pages(tmp_path, buffer.getvalue())[-1].splitlines()


@pytest.mark.parametrize("content", [broken_zip(), b"not a workbook", b""])
def test_what_is_no_workbook_is_damaged(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(EngineError) as fault:
        _pages(tmp_path, content)

    assert Reason.DAMAGED is fault.value.reason

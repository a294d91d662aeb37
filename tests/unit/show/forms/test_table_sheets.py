from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.bootstrap import create_case, open_for_writing
from kashf.services.case.open import WritableCase
from kashf.services.forms.tables.closed_tables import cited_forms, closed_table
from kashf.settings import Settings
from kashf.show.forms.table_sheets import CITED, table_sheets
from kashf.show.wording import table_wording
from tests.unit.services.forms.tables.laid_out import lay_out, tabled

SHEETS = [*[("Arcadia", "Salim")] * 9, *[("Arcadia", "Ziyad")] * 3, *[("Laputa", "Salim")] * 8, *[("Laputa", "Ziyad")] * 7, ("", "Salim")]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[WritableCase]:
    settings = Settings(actor="amal", home=tmp_path / "home")
    create_case(tmp_path / "a.case", name="a", settings=settings)
    with open_for_writing(tmp_path / "a.case", settings=settings) as opened:
        lay_out(opened, SHEETS)
        yield opened


def test_a_file_shows_totals_and_closes_what_is_small_and_what_would_give_it_away(case: WritableCase) -> None:
    closed = closed_table(tabled(case))

    shown, cited, notes = table_sheets(table_wording("en"), closed, cited_forms(case.reading, closed))

    assert [
        ["nationality / name", "Salim", "Ziyad", "all"],
        ["Laputa", "closed", "closed", 15],
        ["Arcadia", "closed", "<5", 12],
        ["all", 17, 10, 27],
    ] == [*shown.rows]
    assert [CITED] == [*cited.rows]
    assert ["27 forms answer both fields of 28 in all"] in notes.rows
    assert ["nationality: 27 filled in, 1 blank"] in notes.rows


def test_the_same_file_speaks_arabic(case: WritableCase) -> None:
    closed = closed_table(tabled(case))

    shown, _, _ = table_sheets(table_wording("ar"), closed, ())

    assert ["الجنسية / الاسم", "Salim", "Ziyad", "الكل"] == shown.rows[0]

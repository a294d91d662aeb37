"""Rows of lists that are no records are told with why."""

from __future__ import annotations

from kashf.entities.forms.registers.headed_rows import LeftOutRow
from kashf.services.case.open import WritableCase
from kashf.services.forms.keep_families import keep_families
from kashf.services.forms.lists.rows_left_out import rows_left_out
from kashf.services.forms.told_families import families
from tests.unit.services.forms.filled import fill, sheet

_ROWS = ("No\tName\tBorn\tNationality", "1\tOmar Salim\t1984\tSyria", "2\tNadir Q.\t1990\tIraq", "3\tTariq Z.\t1979\tTunis")


def test_sums_and_remarks_of_a_list_are_told_and_of_forms_nothing(case: WritableCase) -> None:
    documents = fill(case, "\n".join((*_ROWS, "northern sector", "Total\t\t3")), *(sheet(at) for at in range(8)))
    keep_families(case)
    form, register = families(case.reading).families

    told = rows_left_out(case.reading, register)

    assert {LeftOutRow.NOTE: 1, LeftOutRow.SUM: 1} == told.counts
    assert [(documents[0], LeftOutRow.NOTE), (documents[0], LeftOutRow.SUM)] == [(at.document, why) for at, why in told.rows]
    assert {} == rows_left_out(case.reading, form).counts

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest

from kashf.adapters.records.families.family_tables import FormsWriter
from kashf.adapters.records.view import SqlView
from kashf.ports.forms import KeptValue
from kashf.services.case.open import WritableCase
from kashf.services.forms.keep_families import keep_families
from tests.unit.services.forms.filled import fill

#: Of three the day cannot be the month, so that of the last the first number is the day.
BIRTHS = ("25/3/1980", "26/4/1981", "27/5/1982", "3/4/1983")


def filled_in(name: str, birth: str) -> str:
    return f"DATA SHEET\n1) Name: {name} Q.\n2) Nationality: Arcadia\n3) Date of birth: {birth}\n4) Remarks: came late"


def test_each_column_is_read_once_and_what_says_the_same_is_not_stored_again(case: WritableCase, monkeypatch: pytest.MonkeyPatch) -> None:
    reads: Counter[str] = Counter()
    stored: list[KeptValue] = []
    values_in, put_values = SqlView.values_in, FormsWriter.put_values

    def read(self: SqlView, family: Any, field: Any) -> tuple[KeptValue, ...]:
        reads[field] += 1
        return values_in(self, family, field)

    def put(self: FormsWriter, family: Any, field: Any, kind: Any, values: Sequence[KeptValue]) -> None:
        stored.extend(values)
        put_values(self, family, field, kind, values)

    monkeypatch.setattr(SqlView, "values_in", read)
    monkeypatch.setattr(FormsWriter, "put_values", put)
    fill(case, *(filled_in(name, birth) for name, birth in zip(("Salim", "Ziyad", "Hana", "Murad"), BIRTHS, strict=True)))
    assert 4 == keep_families(case)

    assert {"date of birth": 1} == reads
    assert ["1983-04-03"] == [each.read.key for each in stored]
    (kept,) = case.reading.view.kept_families()
    assert ["1980-03-25", "1981-04-26", "1982-05-27", "1983-04-03"] == [
        cell.key for cell in case.reading.view.value_cells(kept.family.id, kept.family.fields[2].key)
    ]

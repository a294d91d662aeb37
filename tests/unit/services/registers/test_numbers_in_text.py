"""Numbers that no letter has are looked up in texts before any is called missing."""

from dataclasses import replace

import pytest

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.ports.stages import LETTERS
from kashf.services.case.open import OpenCase
from kashf.services.letters import keep_letters
from kashf.services.registers.rebuild_registers import case_registers
from kashf.show.registers.register_lines import left_out_of_registers, register_lines
from tests.fakes import FakeCaseView
from tests.searchable import BARE
from tests.unit.services.registers.conftest import order


def _with(case: OpenCase, documents: dict[str, str]) -> OpenCase:
    view = case.view
    assert isinstance(view, FakeCaseView)
    for name, text in documents.items():
        record = replace(BARE, id=DocumentId(name * 64), name=f"{name}.txt")
        view.known[record.id] = record
        view.texts[record.id] = (Page(1, text),)
    view.rows[LETTERS.name].update(keep_letters.keep_letters(view, [DocumentId(name * 64) for name in documents]))
    return case


def _series(numbers: range, without: int) -> dict[str, str]:
    names = "0123456789efghijklmn"
    return {
        names[at]: order(f"{number}/ق", f"{number}/٥/٢٠١٤م", office="ديوان المرافئ")
        for at, number in enumerate(numbers)
        if number != without
    }


@pytest.mark.parametrize(("note", "is_gap"), [("قائمة بما في الخزانة: 6/ق و15/ك", False), ("قائمة بما في الخزانة: 66/ق و15/ك", True)])
def test_a_number_that_stands_in_a_text_is_not_called_a_gap(case: OpenCase, note: str, *, is_gap: bool) -> None:
    found = case_registers(_with(case, {**_series(range(1, 13), 6), "z": note}), office="المرافئ")
    (series,) = found.registers.series

    assert (((6, 6),), is_gap) == (series.missing, series.has_gaps)
    assert (() if is_gap else (6,)) == series.in_text
    assert ("gaps: 6" in "\n".join(register_lines(found))) is is_gap


def test_nothing_is_called_a_gap_where_a_document_was_read_in_part(case: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keep_letters, "MOST_LETTERS", 2)
    bundle = "\n\n".join(f"{text}\nمدير الديوان\nباسم الطحان" for text in _series(range(13, 18), 0).values())
    found = case_registers(_with(case, {**_series(range(1, 13), 6), "z": bundle}), office="المرافئ")
    (series,) = found.registers.series

    assert (((6, 6),), False, True) == (series.missing, series.has_gaps, series.is_partly_read)
    assert "documents were read in part, so none is called a gap" in "\n".join(register_lines(found))
    assert "1 document was read in part: 3 letters beyond their limit were not read" in left_out_of_registers(found)

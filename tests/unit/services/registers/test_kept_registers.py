"""Registers with what they were made of."""

from dataclasses import replace

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.ports.stages import LETTERS
from kashf.services.case.open import OpenCase
from kashf.services.letters.keep_letters import keep_letters
from kashf.services.registers.kept_registers import kept_registers
from tests.fakes import FakeCaseView
from tests.searchable import BARE


def test_registers_have_the_letter_that_came(case: OpenCase) -> None:
    first = kept_registers(case)

    view = case.view
    assert isinstance(view, FakeCaseView)
    record = replace(BARE, id=DocumentId("e" * 64), name="e.txt")
    view.known[record.id] = record
    view.texts[record.id] = (Page(1, "ديوان المطاحن\nالعدد: ١٣     التاريخ: ٢٠/٣/٢٠١٤م\nإلى / كافة المكاتب\nيمنع السفر."),)
    view.rows[LETTERS.name].update(keep_letters(view, [record.id]))

    assert first.registers.letters + 1 == kept_registers(case).registers.letters


def test_every_copy_leads_to_its_letter(case: OpenCase) -> None:
    assert {"b" * 64: "b" * 64, "c" * 64: "b" * 64} == {id: kept_registers(case).letter_of[id] for id in ("b" * 64, "c" * 64)}

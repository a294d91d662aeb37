"""Registers of a case: copies are one letter, near copies with numbers of their own are two."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter import Letter
from kashf.ports.copy_groups import CopyKind, CopyLink
from kashf.ports.stages import LETTERS
from kashf.services.case.open import OpenCase
from kashf.services.letters.keep_letters import keep_letters
from kashf.services.letters.list_letters import ListedLetter
from kashf.services.registers.rebuild_registers import case_registers, folded
from tests.fakes import FakeBlobs, FakeCaseView, FakeIndex, FakeSealed
from tests.register_papers import number
from tests.searchable import BARE


def order(written: str, day: str, office: str = "ديوان الجسور", body: str = "يمنع على أصحاب المحال السفر إلى وادي الغيم.") -> str:
    return f"{office}\nالعدد: {written}     التاريخ: {day}\nإلى / كافة المكاتب\nتقرر ما يلي:\nأولا: {body}"


@pytest.fixture
def case(tmp_path: Path) -> OpenCase:
    view = FakeCaseView()
    texts = {
        "a": order("٧/١", "٢/٣/٢٠١٤م"),
        "b": order("٧/٢", "٤/٣/٢٠١٤م", body="يمنع على أصحاب المحال السفر إلى وادي الخوخ."),
        "c": order("٧/٢", "٤/٣/٢٠١٤م", body="يمنع على أصحاب المحال السفر إلى وادي التين."),
        "d": order("١٢", "٤/٣/٢٠١٤م", office="ديوان المطاحن"),
    }
    for name, text in texts.items():
        record = replace(BARE, id=DocumentId(name * 64), name=f"{name}.txt")
        view.known[record.id] = record
        view.texts[record.id] = (Page(1, text),)
    view.rows.setdefault(LETTERS.name, {}).update(keep_letters(view, sorted(view.known)))
    first = DocumentId("a" * 64)
    links = [(kind, DocumentId(each * 64)) for each in "bc" for kind in (CopyKind.NEAR, CopyKind.ANY)]
    view.grouped = tuple(CopyLink(kind, document, first, 0.95) for kind, document in links)
    return OpenCase(tmp_path, "case", view, FakeIndex(), FakeBlobs(), FakeSealed())


def test_near_copies_are_one_letter_for_each_number_and_what_differs_is_told(case: OpenCase) -> None:
    found = case_registers(case)
    series = next(each for each in found.registers.series if each.key.pattern == "7/#")

    assert [(1, "a"), (2, "b")] == [(each.serial, each.letter[0]) for each in series.here]
    assert 3 == found.registers.letters
    assert {("٧/١", "٧/٢")} == {each.numbers for each in found.twins}
    assert all(each.pair.comparison.total for each in found.twins)


@pytest.mark.parametrize(("words", "patterns"), [("الجسور", ["7/#"]), ("ديوان", ["7/#", "#"]), ("القلعة", []), ("", ["7/#", "#"])])
def test_words_of_an_office_choose_its_registers(case: OpenCase, words: str, patterns: list[str]) -> None:
    found = case_registers(case, office=words)

    assert patterns == [each.key.pattern for each in found.registers.series]
    assert 2 == found.offices


def test_a_copy_whose_number_is_cut_off_is_a_copy_of_the_one_that_has_it() -> None:
    whole, cut = DocumentId("a" * 64), DocumentId("b" * 64)
    letters = [ListedLetter(cut, "", Letter()), ListedLetter(whole, "", Letter(number=number("7/1")))]

    (one,) = folded(letters, {whole: cut})
    assert (whole, (cut,)) == (one.id, one.copies)

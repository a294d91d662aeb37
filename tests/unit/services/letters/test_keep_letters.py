from __future__ import annotations

import pytest

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.services.letters import keep_letters
from kashf.services.letters.keep_letters import letter_on, letters_on

DOCUMENT = DocumentId("a" * 64)
ORDER = """ديوان الجسور
العدد: ٣/٦/١٠٤     التاريخ: ٢٥/٥/٢٠١٤م
إلى / كافة المكاتب
تقرر ما يلي:
أولا: يمنع على أصحاب المحال السفر إلى وادي الغيم."""


@pytest.mark.parametrize(("pages", "is_cut"), [(20, False), (21, True)])
def test_a_letter_of_more_pages_than_are_read_says_so(pages: int, is_cut: bool) -> None:
    letter = letter_on(DOCUMENT, [Page(at, ORDER if at == 1 else "بيان") for at in range(1, pages + 1)], type="text/plain")

    assert letter is not None
    assert is_cut is letter.is_cut


def test_tables_are_no_letters() -> None:
    assert letter_on(DOCUMENT, [Page(1, ORDER)], type="application/json") is None


def _many(letters: int) -> str:
    return "\n\n".join(
        f"وزارة الري\nمديرية القنوات\nالرقم: {nth}/ق\nالتاريخ: 2/1/2012\nإلى مديرية الصيانة\nالموضوع: صيانة {nth}\n"
        f"يطلب إليكم إصلاح القناة رقم {nth}.\nمدير القنوات\nباسم الطحان"
        for nth in range(1, letters + 1)
    )


def test_a_page_that_is_longer_than_one_letter_is_read_for_letters_to_its_end() -> None:
    letters = letters_on(DOCUMENT, [Page(1, _many(250))], type="text/plain")

    assert [f"{nth}/ق" for nth in range(1, 251)] == [each.number.normal if each.number else "" for each in letters]


def test_letters_beyond_those_that_are_read_of_a_document_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keep_letters, "MOST_LETTERS", 3)
    letters = letters_on(DOCUMENT, [Page(1, _many(7))], type="text/plain")

    assert [(1, 3, 4), (2, 3, 4), (3, 3, 4)] == [(each.part.nth, each.part.of, each.part.unread) for each in letters if each.part]

from __future__ import annotations

import pytest

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.services.letters.keep_letters import letter_on

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

"""The authenticity sheet in the browser."""

from __future__ import annotations

import pytest

from tests.fakes import FakeCaseView
from tests.unit.web.conftest import Visitor
from tests.unit.web.lettered import letter, put_letters

POST = "مدير المكتب"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("nothing here reads stamps", "came by no channel that is known", "no sheet says that a paper is genuine or forged")),
        ("ar", ("لا شيء هنا يقرأ الأختام", "وصلت عبر لا قناة معروفة", "لا تقول أي ورقة فحص")),
    ],
)
def test_a_document_leads_to_its_sheet_which_says_why_a_mark_is_unknown(
    view: FakeCaseView, visitor: Visitor, language: str, words: tuple[str, ...]
) -> None:
    put_letters(view, {"a": letter("٧/١", "الخميس ١٣/٣/٢٠١٤م", POST)})

    assert f'/authenticity/{"a" * 64}"' in visitor.get(f"/document/{'a' * 64}").text
    shown = visitor.get(f"/authenticity/{'a' * 64}?lang={language}").text
    assert all(each in shown for each in words)
    assert "verdict" not in visitor.get(f"/authenticity/{'a' * 64}?format=json").json()

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.events.letters.sheet_text import SheetText
from kashf.language.words.folding import fold_code_point

DOCUMENT = DocumentId("a" * 64)
SIGNS = "اهـلَّ\u200fﷺﬁx1 \u00a0\t\n،"


@given(st.lists(st.text(st.sampled_from(SIGNS), max_size=30), max_size=3))
def test_each_sign_of_the_folded_text_leads_back_to_the_sign_it_came_from(texts: list[str]) -> None:
    sheet = SheetText(DOCUMENT, [Page(number, text) for number, text in enumerate(texts, 1)])
    whole = "".join(re.sub(r"(?<=\d)ـ", "-", f"{text}\n") for text in texts if text)  # a long dash
    told = [(place, letter) for place, sign in enumerate(whole) for letter in _folded(sign)]

    assert "".join(letter for _, letter in told) == sheet.folded
    assert [place for place, _ in told] == sheet._places


def _folded(sign: str) -> str:
    return sign if sign in "\n\t" else " " if sign.isspace() else fold_code_point(sign)


def test_what_is_said_is_cut_out_of_the_page_with_its_marks() -> None:
    sheet = SheetText(DOCUMENT, [Page(1, "كتـاب مُحمَّد")])
    said = sheet.said(0, len("كتاب"), "rule", 1.0)

    assert said
    assert ("كتـاب", 0, 5) == (said.text, said.span.start, said.span.end)

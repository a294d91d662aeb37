"""Who signed, in either order, and what at the foot is nobody."""

from __future__ import annotations

import pytest

from kashf.events.letters.head.line_kinds import letter_lines
from kashf.events.letters.head.signatures import is_foot_post, signatory
from kashf.language.words.folding import fold
from tests.unit.events.letters.head.heads import sheet_of


def _signed(text: str) -> tuple[str | None, str | None]:
    sheet = sheet_of(text)
    found = signatory(sheet, list(letter_lines(list(sheet.lines()))))
    return (found.name and found.name.text, found.post and found.post.text) if found else (None, None)


@pytest.mark.parametrize(
    ("foot", "name", "post"),
    [
        ("سالم حرب\nمدير الآبار", "سالم حرب", "مدير الآبار"),
        ("مدير الآبار\nسالم حرب", "سالم حرب", "مدير الآبار"),
        ("العميد\nسالم حرب\nقائد الموقع", "سالم حرب", "قائد الموقع"),
        ("عميد / سالم حرب\nرئيس الفرع", "سالم حرب", "رئيس الفرع"),
        ("واقبلوا الاحترام\nمدير الأشغال\nم. سالم حرب", "سالم حرب", "مدير الأشغال"),
        ("أخوكم المقدم\nسالم حرب", "سالم حرب", None),
        ("للتفضل بالاطلاع", None, None),
        ("J. Harb\nInspector of Police", "J. Harb", "Inspector of Police"),
        ("(Sgd.) T. R. Harb\nAssistant Secretary", "T. R. Harb", "Assistant Secretary"),
        ("سالم حرب\nالمخمن", "سالم حرب", "المخمن"),
    ],
)
def test_name_and_post_are_told_apart_in_either_order(foot: str, name: str | None, post: str | None) -> None:
    assert (name, post) == _signed(foot)


def test_a_post_is_known_by_its_first_word_or_in_english_by_any() -> None:
    assert [True, True, False] == [is_foot_post(fold(text)) for text in ("الكاتب العام", "Port Superintendent", "سالم حرب")]

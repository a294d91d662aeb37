"""Deeds by their place in a clause: behind the word that orders, and those that "and" adds."""

from __future__ import annotations

import pytest

from kashf.events.letters.forces.clause_deeds import deed_behind, head_deeds, joined_deeds, word_of
from kashf.language.forms.arabic_deeds import DeedShape
from kashf.language.words.folding import fold


def joined(text: str, *shapes: DeedShape) -> list[str]:
    folded = fold(text)
    head = next(head_deeds(folded, 0, len(folded)))
    found = joined_deeds(folded, head, len(folded), shapes=frozenset(shapes or (head.deed.shape,)))
    return [folded[each.start : each.end] for each in found]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("جميع المكاتب تحصين مقارها", "تحصين"),
        ("أصحاب المولدات أن يخفضوا ساعات التشغيل", "يخفضوا"),
        ("القيام بجرد المخزن", "بجرد"),
        ("سرعة إصلاح الأعمدة", "اصلاح"),
        ("مدير الري السهر على ما ورد", "السهر"),
        ("مدير الري", ""),
    ],
)
def test_who_is_meant_may_stand_before_the_deed(text: str, deed: str) -> None:
    folded = fold(text)
    found = deed_behind(folded, 0, len(folded))
    assert deed == (folded[found.start : found.end] if found else "")


def test_right_behind_a_word_that_surely_orders_any_noun_is_a_deed() -> None:
    folded = fold("التلاعب بالعدادات")
    found = deed_behind(folded, 0, len(folded), is_sure=True)
    assert found is not None
    assert ("other", 0) == (word_of(found).code, word_of(found).start)
    assert deed_behind(fold("على السادة الأفاضل"), 0, 18, is_sure=True) is None


def test_and_adds_deeds_of_the_same_form() -> None:
    assert ["اعلامنا"] == joined("تدقيق أسماء المدرجين وإعلامنا بالنتيجة")
    assert ["تستبدل"] == joined("تُسحب العناصر من الحاجز وتستبدل بغيرها", DeedShape.PRESENT)


def test_things_and_purposes_that_and_adds_are_no_deeds() -> None:
    assert [] == joined("ترميم الملاجئ والخنادق")
    assert [] == joined("تسيير دوريات لضبط الأمن ومنع السرقة")

"""Papers named in sentences, whatever their noun, whose they are, and which of number and day is missing."""

from __future__ import annotations

import pytest

from kashf.events.letters.citations.mentioned_papers import mentioned_papers, numbered_yours
from tests.unit.events.letters.head.heads import sheet_of


def _named(text: str) -> list[tuple[str | None, str | None, str | None]]:
    sheet = sheet_of(text)
    found = mentioned_papers(sheet, 0, len(sheet.folded))
    return [(each.author and each.author.text, each.number and each.number.normal, each.date and each.date.date.edtf()) for each in found]


@pytest.mark.parametrize(
    ("text", "author", "number", "day"),
    [
        ("نبين أن حاشيتكم رقم ٥٥٠ / ص تاريخ ٢٨ / ٢ / ٢٠١٠ وصلت.", None, "550/ص", "2010-02-28"),
        ("وصلت مطالعة عمادة الكلية المرقمة ١٢١٠ في ٢٠٠٧/١١/٢٢ وهي صحيحة.", "عمادة الكلية", "1210", "2007-11-22"),
        ("نشكر لكم رسالتكم المؤرخة في ١٣ أيار ٢٠١٤.", None, None, "2014-05-13"),
        ("ووثيقة الصحة ذات العدد ٨٨ لم تصل.", "الصحة", "88", None),
        ("ومفكرة السدود ذي الرقم ٨/ك لم تصل.", "السدود", "8/ك", None),
        ("وفي كتاب السكك ٨٨ (١٣ شباط ٢٠١٢) مثله.", "السكك", "88", "2012-02-13"),
        ("Your OPS 77 of 3 Nov 1963.", None, "OPS/77", "1963-11-03"),
        ("ولم تصل رسالة المصرف المؤرخة في الثالث من أيلول ٢٠٠٢ رقمها ٩٩/م بعد.", "المصرف", "99/م", "2002-09-03"),
        ("وإلحاقا ببرقيتكم بـ٢٠ حزيران ٢٠١١\nنبين ما يأتي.", None, None, "2011-06-20"),
        ("Ours of 28 May 2003 has been lost.", None, None, "2003-05-28"),
        ("See instruction 402/P of the Port Captain, 31 Jan 2012, on moorings.", "the Port Captain", "402/P", "2012-01-31"),
        ("We have the committee's letter 33/k of 10 May 2015.", "committee", "33/k", "2015-05-10"),
        ("Your memo 12/MAG dated 25/2/1957 refers.", None, "12/MAG", "1957-02-25"),
    ],
)
def test_a_paper_is_named_by_its_noun_and_number_or_day(text: str, author: str | None, number: str | None, day: str | None) -> None:
    assert [(author, number, day)] == _named(text)


@pytest.mark.parametrize(
    "text",
    [
        "سحب كراتين عدد (٢٥٠) بأمر القائد.",
        "يعمل بهذا الكتاب من تاريخ ٣/٤/٢٠١٤.",
        "السيارة ذات الرقم ٤٤١٢ محجوزة.",
        "بموجب طلب عدد من السكان في ٣/٤/٢٠١٤.",
    ],
)
def test_what_is_no_paper_is_not_named(text: str) -> None:
    assert [] == _named(text)


def test_a_number_that_nothing_announces_is_one_behind_another_paper() -> None:
    text = "بعد أن وقفنا على رسالة رقم ٤٤ : م وعلى مذكرة الصحة ٨ - ن، وكذلك برقية السكك (١٢) تنقل المضخات."

    assert [(None, "44/م"), ("الصحة", "8/ن"), ("السكك", "12")] == [(author, number) for author, number, _ in _named(text)]


def test_your_ref_has_a_number_and_no_more() -> None:
    sheet = sheet_of("MT/8")
    found = numbered_yours(sheet, 0, len(sheet.folded))

    assert found is not None
    assert found.number is not None
    assert "MT/8" == found.number.normal

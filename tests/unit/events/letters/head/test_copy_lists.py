"""Who gets copies: headings by what they are made of, and what for behind a stroke."""

from __future__ import annotations

import pytest

from tests.unit.events.letters.head.heads import of


@pytest.mark.parametrize(
    "heading",
    ["صورة إلى :", "الصورة لكل من:", "موزع على :", "يبلغ:", "نسخة للإعلام:", "تعطى منه نسختان إلى:", "نسخ طبق هذا تصل:", "Copies to:"],
)
def test_a_heading_is_known_by_its_words(heading: str) -> None:
    found = of("الرقم: ٥", f"{heading}\n- مخزن الأدوية - للتقييد\n- المحفوظات\n").copies

    assert [("مخزن الأدوية", "للتقييد"), ("المحفوظات", None)] == [(each.said.text, each.purpose and each.purpose.text) for each in found]


def test_lines_without_a_bullet_follow_a_heading_alone() -> None:
    assert ["قسم السدود", "الأرشيف"] == [each.said.text for each in of("الرقم: ٥", "صورة إلى :\nقسم السدود للمتابعة\nالأرشيف\n").copies]


def test_several_stand_on_the_line_of_the_heading() -> None:
    assert ["Deputy Head", "Police Commissioner"] == [
        each.said.text for each in of("No. 5", "Copies: Deputy Head; Police Commissioner\n").copies
    ]


def test_a_word_for_a_seal_brings_what_it_says() -> None:
    stamp = of("الرقم: ٥", "طابع نظارة العيون\n").stamp

    assert stamp is not None
    assert "نظارة العيون" == stamp.text


def test_a_true_copy_is_no_list() -> None:
    assert [] == list(of("الرقم: ٥", "صورة طبق الأصل\n").copies)

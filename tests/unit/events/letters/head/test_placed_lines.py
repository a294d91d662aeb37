"""Values below their labels, and whoever is addressed by place."""

from __future__ import annotations

import pytest

from tests.unit.events.letters.head.heads import of, placed


def test_values_stand_below_their_labels_one_by_one_and_in_a_column() -> None:
    one, column = of("الرقم\n١١٤ / س\nالتاريخ\n٢٠١٠/٣/١٤\nالموضوع\nترميم"), of("الرقم\nالتاريخ\n١١٤ / س\n٢٠١٠/٣/١٤")

    for found in (one, column):
        assert found.number is not None
        assert found.written is not None
        assert ("114/س", "2010-03-14") == (found.number.normal, found.written.date.edtf())
    assert one.subject is not None
    assert "ترميم" == one.subject.text


def test_a_blank_below_a_label_says_nothing() -> None:
    assert of("الرقم :\nالتاريخ :\nالسيد مدير السدود المحترم").number is None


@pytest.mark.parametrize(
    ("lines", "to", "rule"),
    [
        ("الرقم: ٥\nإلى مديرية السدود", "مديرية السدود", "addressee-line"),
        ("الرقم: ٥\nفخامة رئيس المجلس", "رئيس المجلس", "addressee-by-title"),
        ("الرقم: ٥\nلجانب قيادة الدرك", "قيادة الدرك", "addressee-by-title"),
        ("الرقم: ٥\nالتاريخ: ٣/٤/٢٠١٤\nمديرية السدود\nتحية طيبة", "مديرية السدود", "addressee-by-place"),
        ("المقصود به: سائقو القطارات كافة", "سائقو القطارات كافة", "addressee-by-shape"),
        ("يصل إلى يد ناظر العيون", "ناظر العيون", "addressee-by-shape"),
        ("لدن ديوان المياه", "ديوان المياه", "addressee-by-shape"),
        ("الرقم: ٥\nإلى :\nمديرية السدود", "مديرية السدود", "label-above:addressee"),
    ],
)
def test_whoever_is_addressed_is_known_by_a_word_a_title_or_the_place(lines: str, to: str, rule: str) -> None:
    assert [(to, rule)] == [(each.said.text, each.said.rule) for each in of(lines).addressees]


def test_from_stands_above_to() -> None:
    found = of("من معتمد السبخة\nإلى السيد والي الزيت")

    assert found.sender is not None
    assert "معتمد السبخة" == found.sender.text


def test_an_office_above_the_number_is_not_addressed() -> None:
    assert [] == list(of("قسم السدود\nالرقم: ٥\nالتاريخ: ٣/٤/٢٠١٤").addressees)


def test_columns_of_a_line_are_lines() -> None:
    assert ["", "number: ب ج / 12 / 345", "", "date: 22 / 7 / 1999"] == [
        said for _, said in placed("الرقم      ب ج / ١٢ / ٣٤٥\nالتاريخ\t٢٢ / ٧ / ١٩٩٩")
    ]


def test_a_greeting_by_name_addresses() -> None:
    assert "addressee: haddon" in [
        said for _, said in placed("Water Office\nNo. 5\nMy dear Haddon,\nThe road is closed until further notice.")
    ]


def test_a_second_line_with_and_to_addresses_another_one() -> None:
    found = of("الرقم: ١١٤/س\nإلى مشفى الصنوبر\nوإلى مستوصف العين")

    assert ["مشفى الصنوبر", "مستوصف العين"] == [each.said.text for each in found.addressees]


def test_where_no_line_of_the_head_has_a_day_the_closing_sentence_may() -> None:
    found = of("الرقم: ١١٤/س", "حُرّر في برج الزيتون بتاريخ ١٩ نيسان ٢٠١٠.\n")

    assert found.written is not None
    assert ("2010-04-19", "day-in-closing") == (found.written.date.edtf(), found.written.said.rule)

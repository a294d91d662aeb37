from __future__ import annotations

import pytest

from kashf.sandboxed.engines.pdfium.visual_order import in_reading_order


@pytest.mark.parametrize(
    ("visual", "read"),
    [
        ("ةدرولا", "الوردة"),
        ("٢٠١٤/١١/٢٦ خيراتب", "بتاريخ ٢٠١٤/١١/٢٦"),
        ("14:30 ةعاسلا", "الساعة 14:30"),
        ("ةريل 25,000", "25,000 ليرة"),
        ("%25 ةبسن", "نسبة 25%"),
        ("١٢٣-٥٥٥-٠٩٤٤ فتاه", "هاتف ٠٩٤٤-٥٥٥-١٢٣"),
        ("123-555-0944 فتاه", "هاتف 0944-555-123"),
        ("46-701-1740677+ فتاه", "هاتف +46-701-1740677"),
        ("1740677-701-46+ فتاه", "هاتف +46-701-1740677"),
        ("5-6-1990", "5-6-1990"),
        ("ديرب +963 944 555 123 فتاه", "هاتف +963 944 555 123 بريد"),
        ("ىلإ IBAN DE89 3704 باسح", "حساب IBAN DE89 3704 إلى"),
        ("Marta Oliveira عم", "مع Marta Oliveira"),
        ("يف Marta (desk) عم", "مع Marta (desk) في"),
        (".ةدرولا", "الوردة."),
        ("ظوفحم MB 3.5 مجحب", "بحجم 3.5 MB محفوظ"),
        ("ليدوم Hilux 2.7 زارطلا", "الطراز Hilux 2.7 موديل"),
    ],
)
def test_a_line_is_read_from_the_right_with_numbers_and_latin_from_the_left(visual: str, read: str) -> None:
    assert read == in_reading_order(list(visual), leftward=True)


@pytest.mark.parametrize("visual", [")12 رظنا(", "(12 رظنا)"])
def test_brackets_open_before_they_close_however_the_program_names_them(visual: str) -> None:
    assert "(انظر 12)" == in_reading_order(list(visual), leftward=True)


@pytest.mark.parametrize("visual", ["»باتك«", "«باتك»"])
def test_quotation_marks_open_before_they_close(visual: str) -> None:
    assert "«كتاب»" == in_reading_order(list(visual), leftward=True)


def test_arabic_in_a_latin_line_is_read_where_it_stands() -> None:
    assert "He said سالم here (12)." == in_reading_order(list("He said ملاس here (12)."), leftward=False)


def test_a_bracket_that_the_program_mirrored_in_a_latin_line_opens_its_word() -> None:
    assert "by سالم (Salem) here" == in_reading_order(list("by ملاس )Salem) here"), leftward=False)


def test_a_numbered_point_is_no_bracket_that_opens() -> None:
    assert "1) سالم 2) خالد" == in_reading_order(list("دلاخ (2 ملاس (1"), leftward=True)


def test_a_date_with_hyphens_at_the_beginning_of_a_cell_stands_from_left_to_right() -> None:
    assert "10-12-1399 هـ" == in_reading_order(list("ـه 10-12-1399"), leftward=True, begins=True)
    assert "1399-12-10 هـ" == in_reading_order(list("ـه 10-12-1399"), leftward=True)

"""Names of offices as they are compared."""

import pytest

from kashf.events.offices.office_words import fits, office_lines


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("إمارة السهول", "اماره السهول"),
        ("الديوان العام", "ديوان عام"),
        ("هيئة خدمات الأهالى", "هيئه خدمات الاهالي"),
        ("مُديرية الأمـن", "مديرية الأمن"),
        ("The General Office", "GENERAL  OFFICE"),
        ("Gov. of al-Sawsan", "Gov. of Al Sawsan"),
        ("Bureau de l'Approvisionnement", "bureau approvisionnement"),
        ("Dept. of Supply", "Department of Supply"),
        ("الفرقة ٣", "الفرقة 3"),
    ],
)
def test_two_writings_of_one_name_are_compared_as_one(one: str, other: str) -> None:
    assert office_lines([one]) == office_lines([other])


@pytest.mark.parametrize(
    ("one", "other"), [("ديوان الجند", "ديوان الخدمات"), ("Court of Supply", "Supply Court"), ("الفرقة ٣", "الفرقة ٤")]
)
def test_two_names_are_compared_as_two(one: str, other: str) -> None:
    assert office_lines([one]) != office_lines([other])


def test_two_bodies_on_one_line_are_two() -> None:
    assert office_lines(["ولاية الضفاف - المكتب العام"]) == office_lines(["ولاية الضفاف", "المكتب العام"])


def test_a_word_that_begins_as_the_article_does_is_kept_whole() -> None:
    assert office_lines(["ال"]) == ("ال",)


def test_a_head_of_a_thousand_lines_is_cut() -> None:
    assert len(office_lines(["x" * 5000] * 1000)) == 12


def test_a_short_form_fits_a_name_word_for_word() -> None:
    (short,), (full,), (other,) = (
        office_lines(["م. الأمن العام"]),
        office_lines(["مديرية الأمن العام"]),
        office_lines(["قيادة الأمن العام"]),
    )

    assert (fits(short, full), fits(short, other)) == (True, False)

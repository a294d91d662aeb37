from __future__ import annotations

import pytest

from kashf.entities.comparing.prepare import LONGEST_NAME, MOST_WORDS, prepare


def _parts(name: str) -> list[tuple[str, str]]:
    return [(atom.part, atom.shown) for atom in prepare(name).atoms]


def test_the_parts_of_a_person_are_told_apart() -> None:
    assert [
        ("title", "الشيخ"),
        ("kunya", "أبو محمد"),
        ("ism", "خالد"),
        ("nasab", "بن وليد"),
        ("nisba", "شمالي"),
    ] == _parts("الشيخ أبو محمد خالد بن وليد الشمالي")


def test_a_family_name_before_a_comma_goes_to_the_end() -> None:
    assert [("ism", "khaled"), ("nisba", "shamali")] == _parts("al-Shamali, Khaled")


def test_a_single_letter_is_an_initial() -> None:
    assert [("initial", "m"), ("nisba", "shamali")] == _parts("M. al-Shamali")


@pytest.mark.parametrize("name", ["Nour Trading LLC", "شركة النور للتجارة", "12th Brigade", "ديوان الركاز", "Gulf Nour GmbH", "مدينة حران"])
def test_a_word_of_organisations_or_places_or_a_legal_form_makes_a_group(name: str) -> None:
    assert prepare(name).is_group


@pytest.mark.parametrize("name", ["أبو محمد الشمالي", "General Khaled Haddad", "أحمد السوري", "Khaled West"])
def test_people_are_no_group(name: str) -> None:
    assert not prepare(name).is_group


def test_letters_with_dots_between_them_are_one_word_of_a_company() -> None:
    assert [("word", "نور"), ("word", "تجاره"), ("legal form", "ذمم")] == _parts("النور للتجارة ذ.م.م")[-3:]


def test_parts_of_many_names_are_one_object() -> None:
    assert prepare("Khaled Haddad").atoms[1] is prepare("Omar Haddad").atoms[1]


def test_what_is_too_long_is_cut() -> None:
    long, many = prepare("x" * 5000), prepare("khaled " * 30)

    assert (LONGEST_NAME, True) == (len(long.text), long.is_cut)
    assert (MOST_WORDS, True) == (len(many.atoms), many.is_cut)

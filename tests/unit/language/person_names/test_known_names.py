from __future__ import annotations

import pytest

from kashf.language.person_names.known_names import Known, is_first_of_two, known_apart, one_letter_apart
from kashf.language.words.folding import fold


@pytest.mark.parametrize(
    ("left", "right", "known"),
    [
        ("Karim", "كرم", Known.ANOTHER),
        ("Majid", "مجيد", Known.DOUBT),
        ("Hussein", "حسين", Known.NOTHING),
        ("Hassan", "حسن", Known.NOTHING),
        ("Hassan", "حسان", Known.DOUBT),
        ("Hussein", "Hassan", Known.ANOTHER),
        ("Hussein", "Hossain", Known.NOTHING),
        ("Salah", "Saleh", Known.DOUBT),
        ("حمد", "محمد", Known.ANOTHER),
        ("اسحق", "إسحاق", Known.NOTHING),
        ("شاكر", "شاكرة", Known.ANOTHER),
        ("طالب", "طلب", Known.DOUBT),
        ("سامر", "قطرب", Known.NOTHING),
        ("Dae", "Doe", Known.DOUBT),
        ("Jon", "John", Known.NOTHING),
        ("Martin", "Martina", Known.DOUBT),
    ],
)
def test_words_are_two_known_names_or_may_be_whichever_comes_first(left: str, right: str, known: Known) -> None:
    assert (known, known) == (known_apart(fold(left), fold(right)), known_apart(fold(right), fold(left)))


def test_a_letter_more_or_another_one_is_one_letter() -> None:
    assert (True, True, False) == tuple(one_letter_apart(fold("حمد"), fold(word)) for word in ("حامد", "حمل", "خالد"))


def test_an_honour_before_a_name_is_known_in_both_scripts() -> None:
    assert (True, True, False) == tuple(is_first_of_two(fold(word)) for word in ("محمد", "Mohamed", "خالد"))

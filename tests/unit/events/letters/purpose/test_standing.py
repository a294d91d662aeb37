"""Which of two offices stands higher, and so which way a paper goes."""

from __future__ import annotations

import pytest

from kashf.domain.letters.letter import Direction
from kashf.events.letters.purpose.standing import direction_of, height_of, steps_up
from kashf.language.words.folding import fold


@pytest.mark.parametrize(
    ("lower", "higher"),
    [
        ("رئيس شعبة الآبار", "السيد المدير العام"),
        ("مفرزة الجسر", "قيادة اللواء الثاني"),
        ("مدير المدرسة", "وزارة التربية"),
        ("Head of the Pump Section", "The Governor"),
    ],
)
def test_type_words_tell_who_stands_higher(lower: str, higher: str) -> None:
    assert (steps_up([fold(lower)], [fold(higher)]) or 0) > 0
    assert (steps_up([fold(higher)], [fold(lower)]) or 0) < 0


def test_a_post_without_a_type_word_tells_nothing() -> None:
    assert height_of(fold("أبو سليم")) is None
    assert steps_up([fold("أبو سليم")], [fold("وزارة التربية")]) is None


def test_the_office_of_a_high_post_stands_as_high_as_the_post() -> None:
    assert height_of(fold("مكتب المحافظ")) == height_of(fold("المحافظ"))


def test_words_to_a_superior_tell_the_way_of_a_paper() -> None:
    assert direction_of((), (), fold("نلتمس من مقامكم"), "") is Direction.UP
    assert direction_of((), (), fold("نعلمكم"), "") is Direction.UNKNOWN

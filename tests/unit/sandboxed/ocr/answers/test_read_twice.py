"""Answers that cannot be what their labels ask, read a second time."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pytest

from kashf.domain.document import Box, Origin, Page
from kashf.ports.engines import Picture
from kashf.sandboxed.ocr.answers.read_twice import read_twice

GREY = np.full((500, 800), 240, np.uint8)


def page(text: str, *, sure: float = 0.9) -> Page:
    """Return a page with a box for each word, of a letter's height."""
    boxes, at = [], 0
    for line, words in enumerate(text.split("\n")):
        for nth, word in enumerate(words.replace("\t", " ").split(" ")):
            boxes.append(Box(at, at + len(word), 1000 * nth, 600 * line, 1000 * nth + 900, 600 * line + 400, sure))
            at += len(word) + 1
    return Page(1, text, Origin.OCR, sure, boxes=tuple(boxes))


@dataclass
class Reader:
    """Reads every picture as one thing."""

    text: str
    sure: float = 0.9
    seen: list[Picture] = field(default_factory=list)
    name = version = "fake"

    def warm_up(self) -> None:
        pass

    def read_page(self, picture: Picture, *, number: int) -> Page:
        self.seen.append(picture)
        return Page(number, self.text, Origin.OCR, self.sure)


@pytest.mark.parametrize("form", ["زمرة الدم:\t{}\nالجنسية:\tمصر", "18. Blood group\t{}", "الاسم: سالم زمرة الدم: {}"])
@pytest.mark.parametrize("was", ["8 +", "0+", "At"])
def test_a_blood_group_that_was_read_as_none_is_read_again_and_marked(form: str, was: str) -> None:
    first = page(form.format(was))

    twice = read_twice(GREY, first, by_shape=None, blood=Reader("B+"))

    assert twice is not None
    assert form.format("B+") == twice.text
    assert [0.69] == [box.confidence for box in twice.boxes if twice.text[box.start : box.end] == "B+"]
    assert [twice.text[box.start : box.end] for box in twice.boxes] == twice.text.split()


def test_letters_of_a_blood_group_are_taken_with_the_sign_that_was_read_first() -> None:
    twice = read_twice(GREY, page("زمرة الدم: 8-"), by_shape=None, blood=Reader("B"))

    assert twice is not None
    assert "زمرة الدم: B-" == twice.text


@pytest.mark.parametrize("text", ["زمرة الدم: A+", "زمرة الدم: لا أعلم", "الاسم: 8+", "زمرة الدم:\nالجنسية: 8+"])
def test_what_is_a_blood_group_or_unknown_or_asked_by_nobody_is_not_read_again(text: str) -> None:
    reader = Reader("B+")

    assert read_twice(GREY, page(text), by_shape=None, blood=reader) is None
    assert not reader.seen


def test_a_second_reading_with_another_sign_than_was_read_first_changes_nothing() -> None:
    assert read_twice(GREY, page("زمرة الدم: 8+"), by_shape=None, blood=Reader("B-")) is None


@pytest.mark.parametrize("reader", [Reader("B"), Reader(""), Reader("B+", sure=0.3)])
def test_a_second_reading_that_is_none_or_unsure_changes_nothing(reader: Reader) -> None:
    assert read_twice(GREY, page("زمرة الدم: ١"), by_shape=None, blood=reader) is None


def test_a_date_that_is_none_is_taken_by_the_shapes_of_its_digits_where_that_is_one() -> None:
    first = page("تاريخ الدخول: نوفمبر 191/6\nالرقم: rea)\nملاحظات: 191/6")
    by_shape = page("تاريخ الدخول: نوفمبر ١٩٧٥\nالرقم: ٣٤٩١\nملاحظات: ١٩٧٥")

    twice = read_twice(GREY, first, by_shape=by_shape, blood=None)

    assert twice is not None
    assert "تاريخ الدخول: نوفمبر ١٩٧٥\nالرقم: ٣٤٩١\nملاحظات: 191/6" == twice.text


def test_a_date_that_is_one_stays_as_it_was_read_first() -> None:
    first, by_shape = page("تاريخ الدخول: 3/4/2014"), page("تاريخ الدخول: ٨/٤/٢٠١٤")

    assert read_twice(GREY, first, by_shape=by_shape, blood=None) is None

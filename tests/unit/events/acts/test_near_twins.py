"""Letters of nearly one text that say different things are two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kashf.domain.date import FuzzyDate
from kashf.domain.document import Span
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import Force, Instruction, Quantity
from kashf.domain.letters.letter import Letter
from kashf.domain.letters.said import PaperDate, PaperNumber, Said
from kashf.events.acts.near_twins import are_two_letters

SAID = Said("words", Span(DocumentId("a" * 64), 1, 0, 5), "rule", 0.9)


def _dated(day: str) -> PaperDate:
    return PaperDate(SAID, FuzzyDate.parse(day))


def _of(amount: str) -> tuple[Instruction, ...]:
    return (Instruction(SAID, "deliver", Force.ORDER, things=(Quantity(SAID, "radios", amount),)),)


LETTER = Letter(written=_dated("2014-10-25"), number=PaperNumber(SAID, "3/6", ("6/3",)), acts=_of("6"))


@pytest.mark.parametrize(
    ("other", "are_two"),
    [
        (LETTER, False),
        (replace(LETTER, written=_dated("2014-10-27")), True),
        (replace(LETTER, written=_dated("2014-10")), False),
        (replace(LETTER, written=None, number=None), False),
        (replace(LETTER, number=PaperNumber(SAID, "3/7", ("7/3",))), True),
        (replace(LETTER, number=PaperNumber(SAID, "6/3", ("3/6",))), False),
        (replace(LETTER, acts=_of("8")), True),
    ],
)
def test_another_day_number_or_amount_makes_two(other: Letter, are_two: bool) -> None:
    assert are_two is are_two_letters(LETTER, other) is are_two_letters(other, LETTER)

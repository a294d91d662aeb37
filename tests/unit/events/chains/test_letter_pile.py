"""Letters of a pile are found by what they show, and no pile makes every letter be compared with every other."""

from __future__ import annotations

import pytest

from kashf.events.chains import letter_pile
from kashf.events.chains.letter_pile import LetterPile
from kashf.events.chains.linked_letter import linked_letters
from tests.unit.events.chains.made_letters import ACKNOWLEDGEMENT, COMPLETION, ORDER, letters_of


def pile_of(*texts: str) -> LetterPile:
    return LetterPile(linked_letters(letters_of(*texts), leaders={}, which=lambda lines: frozenset(lines[-1:])))


def test_an_order_is_found_by_the_number_under_which_it_is_cited() -> None:
    assert {0} == pile_of(ORDER, ACKNOWLEDGEMENT).earlier_ones(1)


def test_a_letter_that_follows_none_is_compared_with_none() -> None:
    assert set() == pile_of(ORDER, ACKNOWLEDGEMENT).earlier_ones(0)


def test_letters_that_are_all_alike_are_not_all_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, most in {"_MANY": 6, "_RARE": 4, "_NEAREST": 4, "_MOST_COMPARED": 8}.items():
        monkeypatch.setattr(letter_pile, name, most)
    alike = [text for _ in range(60) for text in (ORDER, COMPLETION)]

    pile = pile_of(*alike)

    most = [max(len(pile.earlier_ones(place)) for place in range(some)) for some in (60, 120)]
    assert most[0] == most[1] <= 8


def test_the_first_day_of_all_is_no_error() -> None:
    first = ORDER.replace("25 May 2014", "1/1/0001")

    assert pile_of(first, ACKNOWLEDGEMENT.replace("27 May 2014", "1/1/0001").replace("25 May 2014", "1/1/0001")).earlier_ones(1) <= {0}

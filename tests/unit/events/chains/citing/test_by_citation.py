"""By what a letter names another, and which it surely does not mean."""

from __future__ import annotations

import pytest

from kashf.events.chains.citing.by_citation import cited_level, is_another, names
from kashf.events.chains.letter_pile import LetterPile
from kashf.events.chains.link_weights import CitedBy
from kashf.events.chains.linked_letter import linked_letters
from tests.unit.events.chains.made_letters import ACKNOWLEDGEMENT, ORDER, letters_of


def pile_of(*texts: str) -> LetterPile:
    return LetterPile(linked_letters(letters_of(*texts), leaders={}, which=lambda lines: frozenset(lines[-1:])))


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ("No. R/12 of 25 May 2014", CitedBy.NUMBER_AND_DAY),
        ("No. R/12", CitedBy.NUMBER),
        ("No. R/12 of 3 January 2014", CitedBy.OTHER_NUMBER),
        ("of 25 May 2014", CitedBy.AUTHOR_AND_DAY),
        ("No. R/99 of 25 May 2014", CitedBy.OTHER_PAPER),
    ],
)
def test_a_citation_names_a_paper_by_number_day_and_author(cited: str, expected: CitedBy) -> None:
    order, answer = pile_of(ORDER, ACKNOWLEDGEMENT.replace("No. R/12 of 25 May 2014", cited)).letters

    assert expected is cited_level(answer.cited[0], order)
    assert (expected is CitedBy.OTHER_PAPER) == (is_another(answer.cited[0], order) and "R/99" in cited)
    assert (expected not in {CitedBy.OTHER_PAPER, CitedBy.OTHER_NUMBER}) == names(answer, order)

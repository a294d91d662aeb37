from __future__ import annotations

from dataclasses import fields, replace

import pytest

from kashf.errors import BadEvidenceError
from kashf.evidence.hypotheses.board import ChanceRange
from kashf.evidence.hypotheses.court_ratios import CourtRatio, court_ratios, support_words
from kashf.language.tables.likelihood.verbal_scales import LIKELIHOOD_WORDS, SUPPORT_WORDS
from tests.unit.evidence.hypotheses.boards import heuer


def test_a_court_gets_ratios_and_no_chances() -> None:
    first, third = court_ratios(heuer(), "H2")

    assert pytest.approx((64, 16)) == (first.ratio, third.ratio)
    assert [("H2", "moderate support")] * 2 == [(each.supports, each.words) for each in (first, third)]
    assert not {"prior", "posterior"} & {field.name for field in fields(CourtRatio)}


def test_what_speaks_for_the_other_is_told_as_such() -> None:
    ratios = {each.against: each for each in court_ratios(heuer(), "H1")}

    assert pytest.approx((1 / 64, 1 / 4)) == (ratios["H2"].ratio, ratios["H3"].ratio)
    assert ("H2", "H3", "weak support") == (ratios["H2"].supports, ratios["H3"].supports, ratios["H3"].words)


@pytest.mark.parametrize(
    ("ratio", "words"), [(1, "no support for either"), (2, "weak support"), (9.9, "weak support"), (1e6, "extremely strong support")]
)
def test_the_words_are_those_of_the_scale(ratio: float, words: str) -> None:
    assert words == support_words(ratio)[0]


def test_the_two_scales_share_no_phrase() -> None:
    for place in (2, 3):
        chances, ratios = {str(row[place]) for row in LIKELIHOOD_WORDS}, {str(row[place - 1]) for row in SUPPORT_WORDS}
        assert not [(one, other) for one in chances for other in ratios if one in other or other in one]


def test_a_hypothesis_that_is_none_is_named() -> None:
    with pytest.raises(BadEvidenceError, match="'H9'"):
        court_ratios(heuer(), "H9")


@pytest.mark.parametrize("low", [0.0, 0.2])
def test_what_is_impossible_under_a_hypothesis_has_no_ratio(low: float) -> None:
    board = heuer()
    column = replace(board.columns[0], cells={**board.columns[0].cells, "H3": ChanceRange(0, low)})

    with pytest.raises(BadEvidenceError, match="impossible under H3"):
        court_ratios(replace(board, columns=(column, *board.columns[1:])), "H2")

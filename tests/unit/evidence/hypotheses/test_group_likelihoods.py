from __future__ import annotations

import pytest

from kashf.evidence.corroborate.provenance import SpeakingFigures
from kashf.evidence.corroborate.road_ratio import channel_ratio
from kashf.evidence.hypotheses.board import ChanceRange, EvidenceChannel, EvidenceColumn, Hypothesis, HypothesisBoard
from kashf.evidence.hypotheses.group_likelihoods import discounted, group_likelihoods

ROWS = (Hypothesis("yes", "yes"), Hypothesis("no", "no"))
FIGURES = SpeakingFigures(0.8, 0.3, 1.0)


def _point(chance: float) -> ChanceRange:
    return ChanceRange(chance, chance)


def _report(number: int, **changed: object) -> EvidenceColumn:
    cells = {"yes": _point(FIGURES.if_true), "no": _point(FIGURES.if_false)}
    return EvidenceColumn(f"E{number}", f"report {number}", cells, "courier", **changed)  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize("count", [1, 2, 3, 20])
def test_reports_through_one_channel_enter_a_board_as_the_formula_says(count: int) -> None:
    channel = EvidenceChannel("courier", _point(0.9), {"yes": _point(1.0), "no": _point(1.0)})

    (group,) = group_likelihoods(HypothesisBoard("?", ROWS, tuple(map(_report, range(count))), (channel,)))

    assert pytest.approx(channel_ratio(count, faithful=0.9, figures=FIGURES).ratio) == group.point["yes"] / group.point["no"]


def test_a_group_without_a_channel_counts_from_its_weakest_to_its_strongest() -> None:
    weak = EvidenceColumn("weak", "weak", {"yes": _point(0.6), "no": _point(0.5)}, "courier")

    (group,) = group_likelihoods(HypothesisBoard("?", ROWS, (_report(1), weak)))

    assert pytest.approx((0.6, 0.86)) == (group.low["yes"], group.high["yes"])
    assert pytest.approx((0.6 * 0.86) ** 0.5) == group.point["yes"]


def test_what_may_be_made_up_is_discounted_by_what_it_would_be_then() -> None:
    column = _report(1, authentic=ChanceRange(0.5, 1.0), fabricated={"yes": _point(0.3), "no": _point(0.3)})

    assert pytest.approx((0.58, 0.86, 0.72)) == discounted(column, "yes")


def test_a_copy_is_named_and_left_out() -> None:
    copy = EvidenceColumn("copy", "report 1", _report(1).cells, "courier")

    (group,) = group_likelihoods(HypothesisBoard("?", ROWS, (copy, _report(1))))

    assert ((("E1",), ("copy",))) == (group.columns, group.copies)

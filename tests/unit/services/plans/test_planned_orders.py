"""A rule asks of acts what it says, and nothing that it does not know."""

from __future__ import annotations

import datetime as dt

import pytest

from kashf.domain.acts.act import Act, ActBasis, ActOrigin, ActWords
from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import Force
from kashf.errors import UsageError
from kashf.services.plans.planned_orders import OrderRule


def act(force: Force, written: FuzzyDate) -> Act:
    paper = DocumentId("ab" * 32)
    return Act(paper, 0, ActOrigin.CORPUS, ActBasis.CLAUSE, "withdraw", ActWords("leave"), force=force, written=written)


def test_a_rule_asks_for_forces_and_for_days_on_which_a_paper_may_have_been_written() -> None:
    rule = OrderRule.of({"kind": ["withdraw"], "force": ["order", "remind"], "after": ["2031-03-01"], "before": ["2031-03-31"]})
    march, may = FuzzyDate.on(dt.date(2031, 3, 4)), FuzzyDate.on(dt.date(2031, 5, 4))

    assert ("withdraw",) == rule.kinds
    assert [True, True, False, False, False] == [
        rule.fits(act(force, written))
        for force, written in (
            (Force.ORDER, march),
            (Force.REMIND, FuzzyDate.parse("2031-03-20..2031-04-10")),
            (Force.FORBID, march),
            (Force.ORDER, may),
            (Force.ORDER, UNDATED),
        )
    ]
    assert OrderRule().fits(act(Force.DONE, UNDATED))


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"colour": ["red"]}, "'colour' is nothing"),
        ({"force": ["maybe"]}, "'maybe' is nothing"),
        ({"after": ["2031-02-31"]}, "no day"),
        ({"place": ["Nahr", "Tall"]}, "place stands in a rule once"),
    ],
)
def test_what_no_rule_can_ask_is_refused(told: dict[str, list[str]], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        OrderRule.of(told)

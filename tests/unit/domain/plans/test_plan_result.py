"""A conclusion carries what a run came to, or is none that can be read."""

from __future__ import annotations

import pytest

from kashf.domain.ids import EntryId, Json
from kashf.domain.plans.plan_result import PlanResult

RESULT = PlanResult(EntryId("0" * 64), EntryId("1" * 64), "before", "0.010000", "7.98")


def test_what_was_kept_is_read_back_and_nothing_is_none() -> None:
    assert RESULT == PlanResult.from_json(RESULT.as_json())
    assert PlanResult.from_json(None) is None


@pytest.mark.parametrize("wrong", [{"p": "0"}, {"p": "nan"}, {"ratio": "0.9"}, {"ratio": "nan"}, {"plan": "guns"}, {"run": ""}])
def test_what_is_no_result_is_refused(wrong: dict[str, Json]) -> None:
    with pytest.raises(ValueError, match="no run"):
        PlanResult.from_json(RESULT.as_json() | wrong)

from __future__ import annotations

import datetime as dt
from typing import cast
from unittest.mock import Mock

import pytest

from kashf.domain.ids import EntryId, Json
from kashf.domain.ledger import GENESIS, Entry, EntryKind, Recorded
from kashf.ports.counted.received_costs import MOST_TIMES
from kashf.ports.views import CaseView
from kashf.services.case.brought.raised_budgets import times_decided

NOW = dt.datetime(2026, 4, 12, tzinfo=dt.UTC)


def raised(chain: str, *, day: int, times: Json) -> Recorded:
    body = {"document": "d", "times": times}
    return Entry(chain, 0, GENESIS, NOW + dt.timedelta(days=day), "amal", EntryKind.BUDGET_RAISED, body), EntryId(f"{chain}{day}")


def decided(*entries: Recorded) -> dict[str, int]:
    view = Mock()
    view.entries.return_value = entries
    return {str(document): times for document, times in times_decided(cast("CaseView", view)).items()}


def test_of_decisions_on_two_devices_the_later_holds_whatever_the_devices_are_called() -> None:
    assert {"d": 3} == decided(raised("a", day=2, times=3), raised("b", day=1, times=8))
    assert {"d": 8} == decided(raised("a", day=1, times=3), raised("b", day=2, times=8))


@pytest.mark.parametrize(("written", "held"), [(0, {"d": 1}), (MOST_TIMES + 1, {"d": MOST_TIMES}), ("4", {})])
def test_what_no_command_writes_is_held_within_bounds_or_passed_over(written: Json, held: dict[str, int]) -> None:
    assert held == decided(raised("a", day=1, times=written))

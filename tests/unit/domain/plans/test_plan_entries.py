"""Plans and runs are read back as they were written, are taken back by nothing, and count on their catalogue."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from kashf.domain.ids import DocumentId, EntryId, Json
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.domain.plans.plan_entries import (
    OrdersSince,
    PlannedTest,
    PlanRun,
    PlanText,
    hash_of_orders,
    order_hashes,
    plan_body,
    plans_of,
    run_body,
)
from kashf.domain.transcription.signed_words import Signed
from kashf.errors import DamagedCaseError

NOW = dt.datetime(2031, 5, 1, tzinfo=dt.UTC)
BLOB, EVENTS, LIST = (DocumentId(two * 32) for two in ("ab", "cd", "ef"))
NOBODY = Signed(EntryId(""), "rana", NOW)
PLAN = PlannedTest(NOBODY, "guns", BLOB, EntryId(LIST), EVENTS, {"alpha": "0.05"}, 3, 1, {"sealed": 2}, 0)
RUN = PlanRun(NOBODY, EntryId("0" * 64), "1" * 64, "2" * 64, "before", "0.012000", 3, "head", OrdersSince(1, 0, 2))
TEXT = PlanText("every order to withdraw", {"kind": ("withdraw",)}, "", {}, (), ("attack",), "s", {"a.0": "x", "b.0": "y"}, {"c.0": "z"})


def written(seq: int, kind: str, body: dict[str, Json]) -> tuple[Entry, EntryId]:
    entry = Entry("d/work", seq, GENESIS, NOW + dt.timedelta(hours=seq), "rana", kind, body)
    return entry, entry.id


def test_what_was_written_is_read_back_and_every_plan_and_run_counts_on_its_catalogue() -> None:
    plan = written(0, EntryKind.PLAN_FROZEN, dict(plan_body(PLAN)))
    other = written(1, EntryKind.PLAN_FROZEN, dict(plan_body(replace(PLAN, name="bans"))))
    elsewhere = written(2, EntryKind.PLAN_FROZEN, dict(plan_body(replace(PLAN, name="x", events=LIST))))
    run = written(3, EntryKind.PLAN_RUN, dict(run_body(replace(RUN, plan=plan[1]))))
    back = written(4, EntryKind.UNDONE, {"entry": plan[1]})

    told = plans_of([plan, other, elsewhere, run, back])

    guns = told.called("guns")
    assert guns is not None
    assert replace(PLAN, signed=guns.signed) == guns
    assert [replace(RUN, signed=each.signed, plan=plan[1]) for each in told.runs] == list(told.runs_of(plan[1]))
    record = told.record(EVENTS)
    assert ((plan[1], other[1]), {"before": 1}) == (record.plans, record.others(other[1]))
    assert () == told.record(EVENTS, before=told.runs[0]).runs


def test_the_rule_is_read_back_and_tells_which_orders_changed() -> None:
    assert TEXT == PlanText.from_bytes(TEXT.as_bytes())
    assert OrdersSince(1, 1, 1) == TEXT.since({"a.0": "other", "n.0": "n"}, {"c.0": "z"})
    assert 0 == TEXT.since(TEXT.orders, TEXT.controls).total


def test_hashes_of_orders_depend_on_the_salt_and_on_every_cell() -> None:
    row = {"id": "a.0", "lat": "34.0"}

    hashes = [order_hashes([each], salt=salt) for each, salt in ((row, "s"), (row, "t"), ({**row, "lat": "35.0"}, "s"))]
    assert 3 == len({each["a.0"] for each in hashes})
    assert hash_of_orders(hashes[0], {}) != hash_of_orders({}, hashes[0])


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (EntryKind.PLAN_FROZEN, {**plan_body(PLAN), "name": "Abu Salim"}),
        (EntryKind.PLAN_FROZEN, {**plan_body(PLAN), "orders": -1}),
        (EntryKind.PLAN_RUN, {**run_body(RUN), "p": "1.2"}),
        (EntryKind.PLAN_RUN, {**run_body(RUN), "since": {"more": 1}}),
    ],
)
def test_an_entry_that_no_kashf_writes_is_told(kind: str, body: dict[str, Json]) -> None:
    with pytest.raises(DamagedCaseError):
        plans_of([written(0, kind, body)])

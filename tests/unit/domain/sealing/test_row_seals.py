from __future__ import annotations

import datetime as dt
import json

import pytest

from kashf.domain.ids import EntryId, Json, canonical_json
from kashf.domain.ledger import GENESIS, Entry, EntryKind, Recorded
from kashf.domain.sealing.row_seals import HeldRows, RowSeals, SealedRows, row_sum, sealing_entries

ONE, TWO, THREE = ("1" * 64, "2" * 64, "3" * 64)
NOW = dt.datetime(2016, 5, 2, tzinfo=dt.UTC)


def taken(*seals: RowSeals) -> SealedRows:
    sealed = SealedRows(is_whole=True)
    for nth, each in enumerate(seals):
        sealed.take(each, where=f"entry {nth}")
    return sealed


def rows_of(device: str, seq: int, *, nth: int, hours: int) -> Recorded:
    body: dict[str, Json] = {"nth": nth, "rows": {}}
    return Entry(device, seq, GENESIS, NOW + dt.timedelta(hours=hours), "amal", EntryKind.ROWS, body), EntryId(f"{device}{seq}")


def test_seals_are_the_same_after_the_ledger_kept_them() -> None:
    seals = RowSeals(
        ("words",), {"pages": {"a": ONE + ":1=0f0f"}}, {"documents": {"a": ("", TWO)}}, {"words": 7}, (("read", "done", "4", (1, 2)),), (9,)
    )

    assert seals == RowSeals.from_json(json.loads(canonical_json(seals.as_json())))


@pytest.mark.parametrize(
    "told",
    [
        None,
        [],
        "rows",
        {"replaced": 3},
        {"replaced": {"pages": {"a": "no digest"}}},
        {"changed": {"pages": {"a": [ONE]}}},
        {"sums": {"words": "AAAA"}},
        {"ended": [["read", "done", "4", ["1"]]]},
        {"cleared": [3]},
        {"later": True},
    ],
)
def test_what_is_no_seal_is_refused(told: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        RowSeals.from_json(told)


def test_rows_that_were_changed_in_part_are_doubted_when_they_were_not_what_was_sealed() -> None:
    honest = taken(RowSeals(replaced={"pages": {"a": ONE}}), RowSeals(changed={"pages": {"a": (ONE, TWO)}}))
    altered = taken(RowSeals(replaced={"pages": {"a": ONE}}), RowSeals(changed={"pages": {"a": (THREE, TWO)}}))

    assert ({}, {("pages", "a"): "entry 1"}) == (honest.doubted, altered.doubted)
    assert honest.digests == altered.digests


def test_a_doubt_stays_through_further_changes_and_goes_when_all_is_written_anew() -> None:
    altered = (RowSeals(replaced={"pages": {"a": ONE}}), RowSeals(changed={"pages": {"a": (THREE, TWO)}}))
    further = taken(*altered, RowSeals(changed={"pages": {"a": (TWO, ONE)}}))
    anew = taken(*altered, RowSeals(replaced={"pages": {"a": THREE}}))

    assert ({("pages", "a"): "entry 1"}, {}) == (further.doubted, anew.doubted)


def test_a_row_that_was_added_behind_the_ledger_stays_in_the_difference_of_sums_whatever_is_written_later() -> None:
    kept = taken(RowSeals(sums={"words": row_sum("words", [("a",), ("b",)])}), RowSeals(sums={"words": -row_sum("words", [("a",)])}))

    assert row_sum("words", [("b",)]) == kept.sums["words"]
    assert row_sum("words", [("b",), ("planted",)]) != kept.sums["words"]


def test_the_same_row_of_two_tables_does_not_have_the_same_sum() -> None:
    assert row_sum("words", [("a",)]) != row_sum("copies", [("a",)])


def test_an_emptied_table_begins_anew() -> None:
    filled = RowSeals(replaced={"mentions": {"1": ONE}}, sums={"words": 3}, ended=(("read", "done", "4", (1,)),))

    emptied = taken(filled, RowSeals(cleared=("mentions", "words", "jobs")))

    assert ({}, {}, {}) == (emptied.digests, emptied.sums, emptied.ended)


def test_jobs_that_wait_again_or_are_of_a_destroyed_document_did_not_end() -> None:
    ended = RowSeals(ended=(("read", "done", "4", (1, 2, 3)),))

    sealed = taken(ended, RowSeals(ended=(("read", "", "", (1,)),)), RowSeals(forgotten=(2,)))

    assert {("read", 3): ("done", "4")} == sealed.ended


def test_rows_of_an_earlier_kashf_are_told_until_they_are_written_anew() -> None:
    sealed = SealedRows()
    left = HeldRows({"pages": {"a": ONE, "b": ONE}}, {"words": 0}, {("read", 1): ("done", "4")}).as_seals(["pages", "jobs"])
    sealed.take(left, where="entry 0", is_taken_over=True)
    sealed.take(RowSeals(replaced={"pages": {"a": TWO}}, changed={"pages": {"b": (ONE, TWO)}}), where="entry 1")

    assert (True, {("pages", "b")}, {}) == (sealed.is_whole, sealed.taken_over, sealed.doubted)


def test_before_rows_are_taken_over_nothing_is_doubted_that_nobody_sealed() -> None:
    sealed = SealedRows()
    sealed.take(RowSeals(changed={"pages": {"a": (ONE, TWO)}}), where="entry 0")

    assert ({}, {"pages": {"a": TWO}}) == (sealed.doubted, sealed.digests)


def test_seals_of_two_installations_follow_one_another_by_number_whatever_their_clocks_say() -> None:
    entries = [rows_of("b", 0, nth=2, hours=-5), rows_of("a", 0, nth=1, hours=0), rows_of("a", 1, nth=3, hours=1)]

    assert ["a0", "b0", "a1"] == [id for _, id in sealing_entries(entries)]

from __future__ import annotations

import pytest

from kashf.evidence.reliability.batch_checks import BatchCheck, BatchFinding, given_batches
from kashf.evidence.reliability.beta_posterior import BetaPrior
from kashf.evidence.reliability.track_record import RecordAssumptions, read_record, track_records

GENUINE, FALSE, OPEN = BatchFinding


def test_ten_batches_without_a_failure() -> None:
    record = read_record(given_batches(10, 0), RecordAssumptions())

    assert pytest.approx((0.9167, 0.7616, 11 / 16), abs=6e-5) == (record.mean, record.lower95, record.next_five)
    assert "C" == record.grade.letter


def test_a_channel_is_good_for_what_it_was_checked_on() -> None:
    checks = [*(BatchCheck(f"l{n}", GENUINE, "letters") for n in range(20)), BatchCheck("f", GENUINE, "films")]

    whole, films, letters = track_records(checks, RecordAssumptions())

    assert [("", "B", 21), ("films", "F", 1), ("letters", "B", 20)] == [
        (each.material, each.grade.letter, each.counted.checked) for each in (whole, films, letters)
    ]


def test_what_the_channel_itself_chose_is_told_and_left_out_once() -> None:
    checks = [BatchCheck("a", GENUINE, chosen_by="source"), BatchCheck("b", GENUINE, chosen_by="desk"), BatchCheck("c", OPEN)]

    (record,) = track_records(checks, RecordAssumptions())

    assert pytest.approx((2 / 3, 0.2236), abs=5e-5) == record.without_chosen
    assert pytest.approx(0.75) == record.mean


def test_deception_is_answered_where_it_is_asked() -> None:
    record = read_record(given_batches(10, 0), RecordAssumptions(BetaPrior(9, 1), deception=0.05))

    assert record.deceiving is not None
    assert pytest.approx(0.8550, abs=5e-5) == record.deceiving.next_genuine
    assert read_record(given_batches(10, 0), RecordAssumptions()).deceiving is None

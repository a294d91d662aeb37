"""A case at one glance: receipts of one delivery added up, runs and the head."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.entries.heads import chain_states, head_of
from kashf.domain.ids import Json
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.services.case.open import OpenCase
from kashf.services.case.overview import overview
from tests.fakes import FakeBlobs, FakeCaseView, FakeIndex, FakeSealed

START = dt.datetime(2016, 5, 2, 9, 0, tzinfo=dt.UTC)


def entry(seq: int, kind: EntryKind, *, minutes: int = 0, actor: str = "layla", **body: Json) -> Entry:
    return Entry("d" * 32, seq, GENESIS, START + dt.timedelta(minutes=minutes), actor, kind, body)


def receipt(seq: int, channel: str, *, minutes: int, note: str = "", files: int = 256, actor: str = "layla") -> Entry:
    facts: dict[str, Json] = {"channel": channel, "note": note, "received": None, "files": files, "bytes": 1000, "unreadable": 1}
    return entry(seq, EntryKind.RECEIPT, minutes=minutes, actor=actor, **facts)


def case(*ledger: Entry) -> OpenCase:
    return OpenCase(Path("/nonexistent"), "Courier", FakeCaseView(ledger=ledger), FakeIndex(), FakeBlobs(), FakeSealed())


def test_receipts_of_one_delivery_are_shown_as_one_with_their_sums() -> None:
    ledger = (receipt(0, "courier", minutes=0), receipt(1, "courier", minutes=1, files=44))

    (delivery,) = overview(case(*ledger)).deliveries

    assert (300, 2000, 2) == (delivery.files, delivery.size_bytes, delivery.unreadable)
    assert tuple(one.id for one in ledger) == delivery.receipts
    assert (START, START + dt.timedelta(minutes=1)) == (delivery.first, delivery.last)


@pytest.mark.parametrize(
    "second",
    [
        receipt(1, "defector", minutes=1),
        receipt(1, "courier", minutes=1, note="second card"),
        receipt(1, "courier", minutes=1, actor="omar"),
        receipt(1, "courier", minutes=60 * 24),
    ],
)
def test_another_channel_note_person_or_day_is_another_delivery(second: Entry) -> None:
    deliveries = overview(case(receipt(0, "courier", minutes=0), second)).deliveries

    assert [second.id] == list(deliveries[0].receipts)
    assert 2 == len(deliveries)


def test_runs_and_rebuilds_are_told_latest_first() -> None:
    run = entry(1, EntryKind.RUN, minutes=1, read=12, indexed=11, waiting=2, sandbox="bubblewrap")
    seen = overview(case(entry(0, EntryKind.CREATED, name="Courier"), run, entry(2, EntryKind.REBUILT, minutes=2)))

    assert [True, False] == [one.is_rebuild for one in seen.runs]
    assert (12, 11, 2, "bubblewrap") == (seen.runs[1].read, seen.runs[1].indexed, seen.runs[1].waiting, seen.runs[1].sandbox)
    assert START == seen.created


def test_the_head_is_that_of_all_entries() -> None:
    ledger = (entry(0, EntryKind.CREATED, name="Courier"), receipt(1, "courier", minutes=0))

    seen = overview(case(*ledger))

    assert (head_of(chain_states([(one, one.id) for one in ledger])), 2) == (seen.head.head, seen.head.entries)


def test_an_empty_ledger_has_nothing_to_tell() -> None:
    seen = overview(case())

    assert (None, (), (), 0) == (seen.created, seen.deliveries, seen.runs, seen.head.entries)


@pytest.mark.parametrize(
    ("written", "received"),
    [
        ("2016-04-12", FuzzyDate.on(dt.date(2016, 4, 12))),
        ("2016-04", FuzzyDate.parse("2016-04")),
        ("[2016-04-12..2016-04-14]", FuzzyDate.parse("2016-04-12..2016-04-14")),
        (None, UNDATED),
    ],
)
def test_a_delivery_came_when_its_receipt_says_as_far_as_it_does(written: str | None, received: FuzzyDate) -> None:
    (delivery,) = overview(case(entry(0, EntryKind.RECEIPT, channel="courier", received=written))).deliveries

    assert received == delivery.received

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import BinaryIO

import pytest

from kashf.adapters.signing.ed25519 import Ed25519Signer, is_signed
from kashf.bootstrap import create_case, open_for_writing
from kashf.domain.ledger import EntryKind
from kashf.errors import DamagedDeliveryError, UsageError
from kashf.services.case.open import WritableCase
from kashf.services.field.field_delivery import FieldTally, add_field, stream_of, this_device
from kashf.services.ingest.process import Delivery
from kashf.services.ledger.code_names import show_source
from kashf.settings import Settings
from tests.fakes import FakeClock

THEN = dt.datetime(2026, 4, 12, 23, 30, tzinfo=dt.UTC)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[WritableCase]:
    settings = Settings(actor="amal", home=tmp_path / "home")
    create_case(tmp_path / "a.case", name="a", settings=settings)
    with open_for_writing(tmp_path / "a.case", settings=settings) as opened:
        yield opened


@pytest.fixture
def stream(tmp_path: Path) -> bytes:
    (leak := tmp_path / "leak").mkdir()
    (leak / "a.txt").write_bytes(b"order")
    device = this_device("d" * 32, signer=Ed25519Signer(b"k" * 32), clock=FakeClock(THEN))
    return b"".join(stream_of([leak], tmp_path / "x.age", device=device, note="by the mill", tally=FieldTally()))


def add(case: WritableCase, stream: bytes, channel: str = "heron-1") -> int:
    opened = partial[nullcontext[BinaryIO]](lambda: nullcontext(io.BytesIO(stream)))
    return add_field(case, opened, Delivery(channel), holds=is_signed, report=lambda _: None)[0].new


def test_the_day_of_the_field_is_in_the_receipt_and_the_moment_and_the_device_in_the_vault(case: WritableCase, stream: bytes) -> None:
    assert (1, 0) == (add(case, stream), add(case, stream))

    ((entry, _),) = case.reading.view.entries(kinds=(EntryKind.RECEIPT,))
    assert "2026-04-12" == entry.body["received"]
    assert [] == [word for word in ("23:30", "d" * 32, "mill") if word in str(entry.body)]
    (note,) = show_source(case.reading, "heron-1").notes
    assert ("by the mill", "d" * 32) == (note["field_note"], note["field"]["statement"]["device"])  # type: ignore[index,call-overload]  # a note holds any JSON


def test_what_is_damaged_or_of_a_real_name_leaves_nothing_behind(case: WritableCase, stream: bytes) -> None:
    with pytest.raises(DamagedDeliveryError):
        add(case, stream[:-1])
    with pytest.raises(UsageError):
        add(case, stream, "Khalid")

    assert [] == [*case.reading.blobs.ids()]
    assert () == case.reading.view.entries(kinds=(EntryKind.RECEIPT, EntryKind.SOURCE, EntryKind.VAULT))


def test_the_file_does_not_go_into_what_is_received(tmp_path: Path) -> None:
    device = this_device("d" * 32, signer=Ed25519Signer(b"k" * 32), clock=FakeClock(THEN))
    for paths in ([tmp_path], [tmp_path / "..", tmp_path]):
        with pytest.raises(UsageError):
            stream_of(paths, tmp_path / "deep" / "x.age", device=device, note="", tally=FieldTally())

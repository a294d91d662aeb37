from __future__ import annotations

import io
import struct

import pytest

from kashf.errors import DamagedDeliveryError
from kashf.intake.field.framed import BEGINNING, DATA, HEAD, MOST_BYTES, facts, frame, frames


def test_frames_come_out_as_they_went_in_also_from_a_stream_that_gives_little_at_a_time() -> None:
    class Slow(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(min(3, size or 0))

    written = BEGINNING + frame(HEAD, {"b": 1, "a": "\u0623"}) + frame(DATA, b"x" * 5_000) + frame(DATA, b"")

    assert [(HEAD, '{"a":"\u0623","b":1}'.encode()), (DATA, b"x" * 5_000), (DATA, b"")] == [*frames(Slow(written))]


@pytest.mark.parametrize(
    "data", [b"", b"kashf", b"x" * 100, BEGINNING[:-1] + b" ", BEGINNING + b"d\0", BEGINNING + frame(DATA, b"abc")[:-1]]
)
def test_another_stream_and_one_that_ends_early_are_told(data: bytes) -> None:
    with pytest.raises(DamagedDeliveryError):
        [*frames(io.BytesIO(data))]


def test_no_frame_is_read_that_is_longer_than_kashf_makes_any() -> None:
    with pytest.raises(DamagedDeliveryError, match="longer"):
        [*frames(io.BytesIO(BEGINNING + struct.pack(">cI", DATA, MOST_BYTES + 1)))]


@pytest.mark.parametrize("content", [b"", b"[]", b"1", b"{", b"\xff", b"[" * 100_000])
def test_what_says_nothing_is_refused(content: bytes) -> None:
    with pytest.raises(DamagedDeliveryError):
        facts(content)

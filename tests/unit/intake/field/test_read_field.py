from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from kashf.adapters.signing.ed25519 import Ed25519Signer, is_signed
from kashf.domain.ids import DocumentId, Json, canonical_json
from kashf.errors import DamagedDeliveryError
from kashf.intake.field.framed import BEGINNING, DATA, END, FILE, HEAD, SIGNATURE, STATEMENT, frame, frames
from kashf.intake.field.read_field import check_field, take_field
from kashf.intake.field.write_field import FieldDevice, FieldTally, field_stream, signed
from kashf.intake.receive import find_files
from tests.fakes import FakeBlobs, FakeClock

NOW = dt.datetime(2026, 4, 12, tzinfo=dt.UTC)


@pytest.fixture
def stream(tmp_path: Path) -> bytes:
    (leak := tmp_path / "leak").mkdir()
    (leak / "a.txt").write_bytes(b"order")
    (leak / "b.txt").write_bytes(b"list")
    (leak / "link").symlink_to("/etc/passwd")
    device = FieldDevice("d" * 32, Ed25519Signer(b"k" * 32), FakeClock(NOW), "kashf")
    return b"".join(field_stream(find_files([leak]), device=device, note="by the mill", tally=FieldTally()))


def parts(stream: bytes) -> list[tuple[bytes, bytes]]:
    return [*frames(io.BytesIO(stream))]


def joined(parts: list[tuple[bytes, bytes]]) -> io.BytesIO:
    return io.BytesIO(BEGINNING + b"".join(frame(kind, content) for kind, content in parts))


def changed(parts: list[tuple[bytes, bytes]], kind: bytes, change: Mapping[str, Json]) -> io.BytesIO:
    """Return the stream with the first frame of a kind saying something else."""
    at = next(at for at, each in enumerate(parts) if each[0] == kind)
    told = {**json.loads(parts[at][1]), **change}
    return joined([*parts[:at], (kind, json.dumps(told).encode()), *parts[at + 1 :]])


def test_what_was_received_is_told_and_taken_in(stream: bytes) -> None:
    told, blobs = check_field(io.BytesIO(stream), holds=is_signed), FakeBlobs()
    (batch,) = take_field(io.BytesIO(stream), channel="heron-1", blobs=blobs)

    assert ("d" * 32, NOW, "by the mill", 2, 1, 9) == (told.device, told.started, told.note, told.files, told.unreadable, told.size_bytes)
    assert ["leak/a.txt", "leak/b.txt", "leak/link"] == [seen.path for seen in batch.sightings]
    assert ["", "", "symbolic link, not followed"] == [seen.reason for seen in batch.sightings]
    first = batch.sightings[0].document
    assert first
    assert b"order" == blobs.open(first).read()


def test_what_was_destroyed_is_not_taken_in_again(stream: bytes) -> None:
    (batch,) = take_field(io.BytesIO(stream), channel="heron-1", blobs=FakeBlobs())
    gone = batch.sightings[0].document
    assert gone
    blobs = FakeBlobs()
    (again,) = take_field(io.BytesIO(stream), channel="heron-1", blobs=blobs, refused={DocumentId(gone): "destroyed"})

    assert ["destroyed", ""] == [seen.reason for seen in again.sightings[:2]]
    assert gone not in [*blobs.ids()]


def test_every_cut_is_told(stream: bytes) -> None:
    for length in range(len(stream)):
        with pytest.raises(DamagedDeliveryError):
            check_field(io.BytesIO(stream[:length]), holds=is_signed)


def test_every_flipped_byte_is_told(stream: bytes) -> None:
    for place in range(len(stream)):
        with pytest.raises(DamagedDeliveryError):
            check_field(io.BytesIO(stream[:place] + bytes([stream[place] ^ 1]) + stream[place + 1 :]), holds=is_signed)


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        (HEAD, {"device": "e" * 32}),
        (HEAD, {"key": "ab" * 32}),
        (FILE, {"path": "leak/c.txt"}),
        (FILE, {"path": "../../etc/passwd"}),
        (FILE, {"path": "/etc/passwd"}),
        (FILE, {"path": "x" * 5_000}),
        (FILE, {"path": 7}),
        (FILE, {"raw": "no base 64"}),
        (FILE, {"listed": "one"}),
        (FILE, {"more": 1}),
        (END, {"sha256": "0" * 64}),
        (END, {"size": 4}),
        (END, {"reason": "gone", "sha256": None, "size": 0}),
        (END, {"modified": "2020-01-01T00:00:00.000000Z"}),
        (STATEMENT, {"files": 3}),
        (STATEMENT, {"started": "2020-01-01T00:00:00.000000Z"}),
        (SIGNATURE, {"signature": "00" * 64}),
        (SIGNATURE, {"key": "cd" * 32}),
        (SIGNATURE, {"signature": 5}),
    ],
)
def test_what_says_otherwise_than_was_signed_is_told(stream: bytes, kind: bytes, change: Mapping[str, Json]) -> None:
    with pytest.raises(DamagedDeliveryError):
        check_field(changed(parts(stream), kind, change), holds=is_signed)


def test_a_reason_that_is_no_words_is_told_although_it_was_signed(stream: bytes) -> None:
    whole = parts(stream)
    head, named, statement = (json.loads(content) for content in (whole[0][1], whole[1][1], whole[-2][1]))
    ended = {**json.loads(whole[3][1]), "reason": None}
    root = hashlib.sha256(canonical_json(head) + canonical_json({**named, **ended})).hexdigest()
    statement |= {"files": 1, "unreadable": 0, "bytes": 5, "root": root}
    signer = Ed25519Signer(b"k" * 32)
    said = json.dumps({"key": signer.key, "signature": signer.sign(signed(statement))}).encode()
    forged = [*whole[:3], (END, json.dumps(ended).encode()), (STATEMENT, json.dumps(statement).encode()), (SIGNATURE, said)]

    with pytest.raises(DamagedDeliveryError, match="cannot be understood"):
        check_field(joined(forged), holds=is_signed)


def test_parts_in_another_order_missing_or_twice_are_told(stream: bytes) -> None:
    whole = parts(stream)
    swapped = [whole[0], *whole[4:7], *whole[1:4], *whole[7:]]
    for other in (swapped, whole[1:], [*whole, *whole], [whole[0], *whole], [*whole, (DATA, b"x")], whole[:-1], [*whole[:3], *whole[4:]]):
        with pytest.raises(DamagedDeliveryError):
            check_field(joined(other), holds=is_signed)


def test_a_draft_that_was_begun_is_thrown_away_where_the_stream_ends_early(stream: bytes) -> None:
    blobs = FakeBlobs()
    with pytest.raises(DamagedDeliveryError):
        [*take_field(joined(parts(stream)[:3]), channel="heron-1", blobs=blobs)]

    assert [] == [*blobs.ids()]

"""What recordings say of themselves is told, and that nobody listened to them; every sample is made by code."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from kashf.domain.document import Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits, Source
from kashf.sandboxed.engines.libmagic import LibmagicIdentifier
from kashf.sandboxed.engines.media.iso_boxes import iso_told
from kashf.sandboxed.engines.media.recordings import RecordingReader
from kashf.sandboxed.metadata import known_metadata
from tests.recordings import amr, box, mp4, opus, wav, webm

Read = Callable[[bytes], Extract]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def go(content: bytes) -> Extract:
        path = tmp_path / "recording"
        path.write_bytes(content)
        source = Source(path, len(content))
        return RecordingReader().read(Source(path, len(content), type=LibmagicIdentifier().identify(source)), limits=Limits())

    return go


@pytest.mark.parametrize(
    ("content", "duration"),
    [
        (wav(2.0), "00:00:02"),
        (mp4(91.5), "00:01:31.5"),
        (mp4(91.5, brand=b"qt  "), "00:01:31.5"),
        (mp4(91.5, brand=b"3gp4"), "00:01:31.5"),
        (mp4(91.5, brand=b"M4A "), "00:01:31.5"),
        (webm(5.0), "00:00:05"),
        (webm(5.0, kind=b"matroska"), "00:00:05"),
        (amr(1.0), "00:00:01"),
        (opus(3.0), "00:00:03"),
    ],
    ids=["wav", "mp4", "mov", "3gp", "m4a", "webm", "mkv", "amr", "opus"],
)
def test_a_recording_says_how_long_it_is_and_is_not_said_to_be_read(read: Read, content: bytes, duration: str) -> None:
    extract = read(content)

    assert duration == extract.metadata["duration"]
    assert (Status.PARTIAL, Reason.UNSUPPORTED, ()) == (extract.status, extract.reason, extract.pages)


@pytest.mark.parametrize("content", [mp4(), webm()], ids=["mp4", "webm"])
def test_a_film_says_when_it_was_made_and_how_it_is_written(read: Read, content: bytes) -> None:
    told = known_metadata(read(content).metadata)

    assert ("2014-10-25", "2014-10-25 06:30:00+00:00", "640x480") == (told["date"], told["taken"], told["picture-size"])


def test_a_film_of_a_telephone_says_where_it_was_made_and_by_what(read: Read) -> None:
    told = read(mp4(place="+33.5130-036.2920/")).metadata

    assert ("33.513000", "-36.292000", "Lamp7") == (told["latitude"], told["longitude"], told["device"])


def test_music_says_in_which_year_of_which_album_it_is(read: Read) -> None:
    said = {b"\xa9alb": b"Lamps", b"\xa9gen": b"Anthem", b"\xa9day": b"2008"}
    items = b"".join(box(name, box(b"data", bytes(8) + value)) for name, value in said.items())
    meta = box(b"meta", bytes(4) + box(b"hdlr", bytes(25)) + box(b"ilst", items))
    told = read(box(b"ftyp", b"M4A " + bytes(8)) + box(b"moov", box(b"udta", meta))).metadata

    assert ("Lamps", "Anthem", "2008") == (told["album"], told["genre"], told["content-date"])


def test_zeros_are_no_place_and_no_time(read: Read) -> None:
    told = read(mp4(place="+00.0000+000.0000/", made=0)).metadata

    assert not {"latitude", "longitude", "taken", "created"} & set(told)


@pytest.mark.parametrize("claimed", [4_000_000_000, 0, 0xFFFFFFFF, 32_001])
def test_a_wav_whose_header_lies_is_as_long_as_its_sound(read: Read, claimed: int) -> None:
    extract = read(wav(2.0, data_length=claimed))

    assert "00:00:02" == extract.metadata["duration"]
    assert (Status.PARTIAL, Reason.DAMAGED) == (extract.status, extract.reason)
    assert "32,000 are there" in extract.detail


@pytest.mark.parametrize("content", [mp4()[:-100], mp4()[:100], webm()[:-20]], ids=["mp4 in its content", "mp4 in its head", "webm"])
def test_a_recording_that_breaks_off_is_told_and_keeps_what_it_says(read: Read, content: bytes) -> None:
    extract = read(content)

    assert (Status.PARTIAL, Reason.DAMAGED) == (extract.status, extract.reason)
    assert "duration" in extract.metadata
    assert "breaks off" in extract.detail


def test_a_film_without_its_table_of_contents_is_damaged(read: Read) -> None:
    with pytest.raises(EngineError) as fault:
        read(box(b"ftyp", b"isom" + bytes(4) + b"isom") + box(b"mdat", bytes(1000))[:500])

    assert Reason.DAMAGED is fault.value.reason


def test_boxes_in_boxes_without_end_are_given_up(read: Read) -> None:
    nest = b""
    for _ in range(500):
        nest = box(b"udta", nest)

    assert read(box(b"ftyp", b"isom" + bytes(8)) + box(b"moov", nest)).status is Status.PARTIAL


class CountedFile(io.FileIO):
    """A file that knows how many bytes of it were read."""

    taken = 0

    def read(self, size: int | None = -1, /) -> bytes:
        content = super().read(-1 if size is None else size)
        self.taken += len(content)
        return content


def test_of_a_film_of_ten_gigabytes_only_its_table_of_contents_is_read(tmp_path: Path) -> None:
    path = tmp_path / "film"
    whole = mp4(media=0)
    length = 10 << 30
    with path.open("wb") as film:
        film.write(whole[:-8] + struct.pack(">I4sQ", 1, b"mdat", length + 16))
        film.truncate(len(whole) + 8 + length)

    with CountedFile(path) as film:
        told = iso_told(_as_binary(film), path.stat().st_size)

    assert ("00:01:31.5", "") == (told.metadata["duration"], told.fault)
    assert film.taken < 1 << 16


def _as_binary(file: io.FileIO) -> BinaryIO:
    return file  # type: ignore[return-value]  # a raw file reads as the reader asks

from __future__ import annotations

import io
from pathlib import Path

import pytest

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Limits
from kashf.sandboxed.engines.archives import ArchiveUnpacker
from kashf.sandboxed.engines.divided import DividedPartReader, is_part
from tests.contracts.containers import libarchive_file, zip_file
from tests.documents import source_of

SEVEN_ZIP = libarchive_file("7zip")
ZIP = zip_file()
LAST_RECORD = ZIP.index(b"PK\x05\x06")
RAR4, RAR5 = b"Rar!\x1a\x07\x00\xcf\x90\x73", b"Rar!\x1a\x07\x01\x00crc!"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (SEVEN_ZIP, False),
        (SEVEN_ZIP[: len(SEVEN_ZIP) // 2], True),
        (SEVEN_ZIP[:20], False),
        (ZIP, False),
        (b"PK\x07\x08" + ZIP[: len(ZIP) // 2], True),
        (ZIP[: LAST_RECORD + 4] + b"\x02\0" + ZIP[LAST_RECORD + 6 :], True),
        (RAR4 + b"\x00\x00", False),
        (RAR4 + b"\x01\x01", True),
        (RAR5 + b"\x05\x01\x00\x00", False),
        (RAR5 + b"\x05\x01\x00\x01", True),
        (RAR5 + b"\x06\x01\x01\x00\x01", True),
        (RAR5 + b"\x81\x00\x01\x00\x01", True),
        (b"", False),
    ],
)
def test_an_archive_that_goes_on_elsewhere_is_a_part(content: bytes, expected: bool) -> None:
    assert expected == is_part(io.BytesIO(content))


@pytest.mark.parametrize("name", ["letters.7z.001", "letters.bin"])
def test_what_is_unpacked_of_a_part_ends_with_what_to_do(tmp_path: Path, name: str) -> None:
    source = source_of(tmp_path, SEVEN_ZIP[: len(SEVEN_ZIP) // 2], "application/x-7z-compressed", name=name)

    with pytest.raises(EngineError, match=r"of a divided archive: .* add them under the names") as caught:
        list(ArchiveUnpacker().members(source, limits=Limits()))

    assert Reason.DIVIDED is caught.value.reason


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("letters.7z.002", Reason.DIVIDED),
        ("letters.r05", Reason.DIVIDED),
        ("LETTERS.Z01", Reason.DIVIDED),
        ("letters.002", Reason.UNSUPPORTED),
        ("r05", Reason.UNSUPPORTED),
    ],
)
def test_bytes_that_are_nothing_by_themselves_are_a_part_when_their_name_says_so(tmp_path: Path, name: str, reason: Reason) -> None:
    with pytest.raises(EngineError) as caught:
        DividedPartReader().read(source_of(tmp_path, b"\x81\x4e", name=name), limits=Limits())

    assert reason is caught.value.reason

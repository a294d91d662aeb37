from __future__ import annotations

from pathlib import Path

import pytest

from kashf.domain.document import Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits
from kashf.sandboxed.engines.iwork.iwork_reader import IworkReader
from kashf.sandboxed.engines.iwork.snappy import MOST_BYTES, BrokenBlockError, unpacked
from tests.apple_files import archive, block, field, iwork, story, varint
from tests.contracts.containers import zip_file
from tests.documents import source_of

NUMBERS = "application/vnd.apple.numbers"


def read(folder: Path, content: bytes) -> Extract:
    return IworkReader().read(source_of(folder, content, NUMBERS), limits=Limits())


def test_words_of_stories_comments_and_cells_come_out_and_the_rest_is_said(tmp_path: Path) -> None:
    cells = field(1, 1) + field(3, field(1, 7) + field(3, "أمر ١٢".encode())) + field(3, field(1, 8) + field(3, b"Bridge"))
    content = iwork(
        {"Document": archive([story("The convoy\u2029left"), (3056, field(1, b"not so")), (9, field(3, b"no text")), (6005, cells)])}
    )

    extract = read(tmp_path, content)

    assert ["The convoy\nleft\nnot so\nأمر ١٢\nBridge"] == [page.text for page in extract.pages]
    assert (Status.PARTIAL, Reason.UNREAD_PART) == (extract.status, extract.reason)


def test_archives_in_a_zip_of_their_own_are_read_and_what_every_slide_shows_comes_last(tmp_path: Path) -> None:
    inner = iwork(
        {"MasterSlide": archive([story("Title Text")]), "Slide-2": archive([story("second")]), "Slide-10": archive([story("tenth")])}
    )

    extract = read(tmp_path, zip_file({"Convoy.key/Index.zip": inner}))

    assert ["second", "tenth", "Title Text"] == [page.text for page in extract.pages]


def test_a_damaged_archive_is_said_and_the_others_are_read(tmp_path: Path) -> None:
    extract = read(tmp_path, iwork({"A": archive([story("whole")]), "B": archive([story("half")])[:-3]}))

    assert (["whole"], Reason.DAMAGED) == ([page.text for page in extract.pages], extract.reason)


def test_a_document_without_words_is_never_done(tmp_path: Path) -> None:
    extract = read(tmp_path, iwork({"Document": archive([(9, field(3, b"no text"))])}))

    assert (Status.FAILED, Reason.UNREAD_PART, ()) == (extract.status, extract.reason, extract.pages)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (iwork({"Document": b"noise"}, **{".iwpv2": b"check"}), Reason.ENCRYPTED),
        (zip_file({"index.xml": b"<document/>"}), Reason.UNSUPPORTED),
    ],
)
def test_a_locked_or_older_document_is_refused_with_a_reason(tmp_path: Path, content: bytes, reason: Reason) -> None:
    with pytest.raises(EngineError) as raised:
        read(tmp_path, content)
    assert reason is raised.value.reason


@pytest.mark.parametrize(
    ("packed", "expected"),
    [
        (varint(70) + b"\xf0\x45" + b"m" * 70, b"m" * 70),
        (varint(12) + b"\x08abc\x15\x03", b"abcabcabcabc"),
        (varint(9) + b"\x08abc\x16\x03\x00", b"abcabcabc"),
        (varint(9) + b"\x08abc\x17\x03\x00\x00\x00", b"abcabcabc"),
    ],
)
def test_literals_and_copies_are_unpacked(packed: bytes, expected: bytes) -> None:
    assert expected == unpacked(packed)


@pytest.mark.parametrize(
    "packed",
    [
        b"",
        b"\xff" * 11,
        varint(MOST_BYTES + 1),
        varint(5) + b"\x08abc",
        varint(3) + b"\x08abc\x16\x09\x00",
        varint(9) + b"\x16\x00\x00",
        varint(4) + b"\xfc",
    ],
)
def test_what_is_no_block_is_refused(packed: bytes) -> None:
    with pytest.raises(BrokenBlockError):
        unpacked(packed)


def test_blocks_that_unpack_to_more_than_may_be_are_not_unpacked_on(tmp_path: Path) -> None:
    bomb = block(varint(MOST_BYTES) + b"\x00a" + b"\xfe\x01\x00" * (MOST_BYTES // 64 - 1) + b"\xfa\x01\x00")

    extract = IworkReader().read(source_of(tmp_path, iwork({"Document": bomb * 20}), NUMBERS), limits=Limits(text_characters=1000))

    assert (Status.FAILED, Reason.DAMAGED) == (extract.status, extract.reason)

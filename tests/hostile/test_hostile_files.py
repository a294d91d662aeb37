"""Every hostile file ends with a state and a reason within its limits, and the file after it is read as if nothing had been."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.domain.document import Reason, Status
from kashf.ports.runtime import Worker
from tests.hostile.make_hostile import HOSTILE, write_hostile
from tests.hostile.reading import Ending, read_in
from tests.hostile.traps import NAMES

pytestmark = pytest.mark.sandbox

SLOW = {"members-100000.zip", "members-100001.zip", "drawing-itself.pdf"}
EVERY = [pytest.param(name, marks=[pytest.mark.slow] if name in SLOW else []) for name in HOSTILE]
#: Where more is known than that it ends: state and reason.
KNOWN = {
    "zip-bomb.zip": (Status.FAILED, Reason.BOMB),
    "zip-bomb-after-good.zip": (Status.PARTIAL, Reason.BOMB),
    "overlapping.zip": (Status.PARTIAL, Reason.DAMAGED),
    "nested-bomb.zip": (Status.DONE, None),
    "gzip-bomb.gz": (Status.FAILED, Reason.BOMB),
    "bzip2-bomb.bz2": (Status.FAILED, Reason.BOMB),
    "xz-bomb.xz": (Status.FAILED, Reason.BOMB),
    "7z-bomb.7z": (Status.FAILED, Reason.BOMB),
    "pixels-1e9-claimed.png": (Status.FAILED, Reason.BOMB),
    "pixels-9e8-whole.png": (Status.FAILED, Reason.BOMB),
    "pixels-1e9-claimed.tif": (Status.FAILED, Reason.BOMB),
    "members-100000.zip": (Status.DONE, None),
    "members-100001.zip": (Status.PARTIAL, Reason.TOO_LARGE),
    "names.zip": (Status.DONE, None),
    "links.tar": (Status.PARTIAL, Reason.DAMAGED),
    "parts-5000-deep.eml": (Status.FAILED, Reason.TOO_DEEP),
    "encrypted.zip": (Status.FAILED, Reason.ENCRYPTED),
    "half.zip": (Status.PARTIAL, Reason.DAMAGED),
    "half.png": (Status.FAILED, Reason.DAMAGED),
    "empty.bin": (Status.DONE, None),
    "gzip-bomb.warc": (Status.PARTIAL, Reason.BOMB),
    "brotli-bomb.warc": (Status.PARTIAL, Reason.BOMB),
    "length-beyond-the-end.warc": (Status.PARTIAL, Reason.DAMAGED),
    "length-below-nothing.warc": (Status.PARTIAL, Reason.DAMAGED),
    "a-million-empty-lines.warc": (Status.DONE, None),
    "hash-of-another-world.wacz": (Status.PARTIAL, Reason.DAMAGED),
    "list-of-lists.wacz": (Status.PARTIAL, Reason.DAMAGED),
    "line-of-5-megabytes.txt": (Status.DONE, None),
    "columns-100000.csv": (Status.DONE, None),
    "ten-thousand-messages.json": (Status.DONE, None),
    "halves-of-letters.json": (Status.DONE, None),
    "times-of-no-calendar.json": (Status.DONE, None),
}


@pytest.fixture
def ending(box: Worker, folder: Path, request: pytest.FixtureRequest) -> Ending:
    """How the reading of the hostile file ended that the test is about."""
    return ended(box, folder, request.param)


def ended(box: Worker, folder: Path, name: str) -> Ending:
    path = write_hostile(folder, name)
    try:
        return read_in(box, path)
    finally:
        path.unlink()


@pytest.mark.parametrize("name", EVERY)
def test_a_hostile_file_ends_with_a_state_and_the_next_file_is_read(box: Worker, folder: Path, name: str) -> None:
    ending = ended(box, folder, name)
    good = folder / "good.txt"
    good.write_text("أمر رقم ١٢", encoding="utf-8")

    assert (ending.status is Status.DONE) == (ending.reason in {None, Reason.NO_WRITING})
    assert KNOWN.get(name, (ending.status, ending.reason)) == (ending.status, ending.reason)
    assert "أمر رقم ١٢" == read_in(box, good).text


@pytest.mark.parametrize("ending", ["names.zip"], indirect=True)
def test_hostile_names_come_out_as_they_are(ending: Ending) -> None:
    """Except that libarchive takes Windows' separators for separators."""
    assert [name.replace("\\", "/").encode() for name in NAMES] == [
        name.replace(b"\\", b"/") for name in ending.members.names[: len(NAMES)]
    ]
    assert [b"nul\0x.txt"[:3], b"\xff\xfe\x80\x81\xc3(", b"same-1", b"same-1"] == ending.members.names[len(NAMES) :]


@pytest.mark.parametrize("ending", ["links.tar"], indirect=True)
def test_links_and_devices_have_no_content(ending: Ending) -> None:
    reasons = {name: head["reason"] for name, head in zip(ending.members.names, ending.members.heads, strict=True)}

    assert {b"way-out": "link", b"shadow": "link", b"hard": "link", b"disk": "device", b"pipe": "device"}.items() <= reasons.items()


@pytest.mark.parametrize("ending", ["zip-bomb-after-good.zip"], indirect=True)
def test_what_comes_before_a_bomb_is_had_and_the_bomb_is_forgotten(ending: Ending) -> None:
    assert ([8], 1) == (ending.members.sizes_bytes, ending.members.aborted)


@pytest.mark.parametrize("ending", ["outside-entity.xml"], indirect=True)
def test_a_file_outside_is_not_read_in(ending: Ending) -> None:
    assert "root:" not in ending.untrusted_answer


@pytest.mark.parametrize(
    ("ending", "type"),
    [
        ("pdf-called.jpg", "application/pdf"),
        ("zip-called.pdf", "application/zip"),
        ("docx-called.txt", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("text-called.docx", "text/plain"),
        ("png-called.xlsx", "image/png"),
    ],
    indirect=["ending"],
)
def test_a_wrong_extension_is_harmless(ending: Ending, type: str) -> None:
    assert (type, Status.DONE) == (ending.type, ending.status)


@pytest.mark.parametrize("ending", ["half.docx", "pdf-and-zip.pdf", "ring-of-tables.pdf", "parts-500-deep.eml", "deep.html"], indirect=True)
def test_text_that_is_there_is_had_from_a_broken_file(ending: Ending) -> None:
    assert "Order 12 to the second company" in ending.text

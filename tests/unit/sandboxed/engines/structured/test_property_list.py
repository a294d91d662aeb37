from __future__ import annotations

import datetime as dt
import plistlib
from pathlib import Path

import pytest

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Extract, Limits
from kashf.sandboxed.engines.structured.property_list import PropertyListReader
from tests.documents import source_of

SEEN = dt.datetime(2014, 11, 9, 10, 0, tzinfo=dt.UTC).replace(tzinfo=None)  # property lists keep UTC and do not say so
VALUE = {"Name": "أمل", "seen": SEEN, "parts": [{"count": 3}, b"note", b"\x00\xff"]}
LINES = ["Name: أمل", "seen: 2014-11-09 10:00:00 UTC", "parts:", "  count: 3", "  note", "  (2 bytes)"]


def _read(folder: Path, content: bytes) -> Extract:
    return PropertyListReader().read(source_of(folder, content, "application/x-bplist"), limits=Limits())


@pytest.mark.parametrize("kind", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_every_value_stands_after_its_key_in_both_forms(tmp_path: Path, kind: plistlib.PlistFormat) -> None:
    assert LINES == _read(tmp_path, plistlib.dumps(VALUE, fmt=kind, sort_keys=False)).pages[0].text.split("\n")


def test_a_list_that_holds_itself_ends(tmp_path: Path) -> None:
    # One object, an array whose only member is object 0; the table of offsets; the trailer.
    content = b"bplist00" + b"\xa1\x00" + b"\x08" + bytes(6) + b"\x01\x01" + (1).to_bytes(8) + (0).to_bytes(8) + (10).to_bytes(8)

    assert ["..."] == _read(tmp_path, content).pages[0].text.split()


def test_a_small_file_that_says_one_value_very_often_is_cut(tmp_path: Path) -> None:
    value: list[object] = ["again"]
    for _ in range(30):
        value = [value, value]

    assert Reason.TOO_LARGE is _read(tmp_path, plistlib.dumps(value, fmt=plistlib.FMT_BINARY)).reason


@pytest.mark.parametrize(
    "content",
    [b"bplist00", b"bplist00" + b"\xff" * 60, b"<?xml version='1.0'?><plist><dict>", b"<plist><date>x</date></plist>"],
)
def test_what_is_damaged_is_said_to_be(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(EngineError) as caught:
        _read(tmp_path, content)

    assert Reason.DAMAGED is caught.value.reason

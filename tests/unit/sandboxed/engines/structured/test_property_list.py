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


def _archive(*objects: object, top: object = None) -> bytes:
    """Return an archive of objects, the first of which is what it is of."""
    held = {"$archiver": "NSKeyedArchiver", "$version": 100000, "$top": top or {"root": plistlib.UID(1)}, "$objects": ["$null", *objects]}
    return plistlib.dumps(held, fmt=plistlib.FMT_BINARY, sort_keys=False)


def test_an_archive_of_objects_is_told_with_its_references_followed(tmp_path: Path) -> None:
    uid = plistlib.UID
    objects = (
        {"$class": uid(6), "NS.keys": [uid(2), uid(4)], "NS.objects": [uid(3), uid(5)]},
        "sender",
        "قسورة",
        "seen",
        {"$class": uid(6), "NS.time": 437220000.0},
        {"$classname": "NSDictionary", "$classes": ["NSDictionary"]},
        "nobody leads here",
    )

    assert ["root:", "  sender: قسورة", "  seen: 2014-11-09 10:00:00 UTC", "other objects:", "  nobody leads here"] == (
        _read(tmp_path, _archive(*objects)).pages[0].text.split("\n")
    )


def test_an_object_of_an_archive_that_holds_itself_ends(tmp_path: Path) -> None:
    loop = {"NS.objects": [plistlib.UID(1), plistlib.UID(99), "Amal"]}

    assert ["root:", "  ...", "  ...", "  Amal"] == _read(tmp_path, _archive(loop)).pages[0].text.split("\n")


def test_an_archive_that_says_one_object_very_often_is_cut_and_said_to_be(tmp_path: Path) -> None:
    doubled = [{"NS.objects": [plistlib.UID(number + 2)] * 2} for number in range(1, 40)]

    assert "Amal" in _read(tmp_path, _archive(*doubled, {"a": "Amal"}, "Amal")).pages[0].text

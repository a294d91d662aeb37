from __future__ import annotations

import struct
from pathlib import Path

import pytest

from kashf.sandboxed.locks.office_secrets import may_be_encrypted
from tests.contracts.compound import Tree, compound_file
from tests.documents import source_of
from tests.encrypted import of_seven_kinds

RECORDS = struct.pack("<HH", 0x0809, 4) + bytes(4)
PLAIN_RECORDS = b"".join(struct.pack("<HH", kind, 2) + bytes(2) for kind in (0xE1, 0xC1, 0xE2, 0x5C))


def said(folder: Path, content: bytes) -> bool:
    return may_be_encrypted(source_of(folder, content))


@pytest.mark.parametrize("name", [name for name in of_seven_kinds() if name.endswith((".doc", ".xls", ".ppt"))])
def test_an_encrypted_file_is_known(tmp_path: Path, name: str) -> None:
    assert said(tmp_path, of_seven_kinds()[name][1])


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        ({"WordDocument": bytes(600)}, False),
        ({"WordDocument": bytes(10) + b"\x00\x01" + bytes(600)}, True),
        ({"Workbook": RECORDS + PLAIN_RECORDS}, False),
        ({"Workbook": RECORDS + struct.pack("<HH", 0x2F, 2) + bytes(2) + PLAIN_RECORDS}, True),
        ({"Current User": bytes(12) + struct.pack("<L", 0xE391C05F) + bytes(9)}, False),
        ({"Current User": bytes(12) + struct.pack("<L", 0xF3D1C4DF) + bytes(9)}, True),
        ({"Other": b"x"}, True),
    ],
)
def test_each_kind_tells_by_its_first_bytes(tmp_path: Path, tree: Tree, expected: bool) -> None:
    assert expected == said(tmp_path, compound_file(tree))


def test_a_damaged_file_is_left_to_who_can_tell(tmp_path: Path) -> None:
    assert said(tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99))

"""Whether an Office file of before 2007 is encrypted, told by a few of its bytes, so that what decrypts is loaded for those alone."""

from __future__ import annotations

import struct
from typing import Final

import olefile  # type: ignore[import-untyped]  # it ships no types

from kashf.ports.engines import Source
from kashf.sandboxed.engines.office.older.ole_faults import OLE_FAULTS

#: Flag of an encrypted document in the second pair of its head. Source: MS-DOC 2.5.2.
_FLAGS_AT, _ENCRYPTED = 0x0A, 0x0100
#: Record of encryption, which has one before it, or two. Source: MS-XLS 2.4.117, 2.1.7.20.3.
_FILE_PASS, _WITHIN_RECORDS = 0x002F, 4
#: What an encrypted presentation says of itself. Source: MS-PPT 2.3.2.
_TOKEN_AT, _TOKEN = 12, 0xF3D1C4DF
_HEAD_BYTES: Final = 1 << 16


def may_be_encrypted(source: Source) -> bool:
    """Return whether a doc, xls or ppt is encrypted; True where it cannot be told."""
    try:
        with source.open() as file, olefile.OleFileIO(file) as ole:
            heads = {
                name: ole.openstream(name).read(_HEAD_BYTES)
                for name in ("WordDocument", "Workbook", "Book", "Current User")
                if ole.exists(name)
            }
            return not heads or any(_is_encrypted(name, head) for name, head in heads.items())
    except OLE_FAULTS:
        return True


def _is_encrypted(stream: str, head: bytes) -> bool:
    match stream:
        case "WordDocument":
            return bool(struct.unpack_from("<H", head, _FLAGS_AT)[0] & _ENCRYPTED)
        case "Current User":
            return bool(struct.unpack_from("<L", head, _TOKEN_AT)[0] == _TOKEN)
    at, kinds = 0, list[int]()
    for _ in range(_WITHIN_RECORDS):
        kind, length = struct.unpack_from("<HH", head, at)
        kinds.append(kind)
        at += 4 + length
    return _FILE_PASS in kinds

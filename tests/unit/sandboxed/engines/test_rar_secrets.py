from __future__ import annotations

import io
import zlib
from pathlib import Path

import pytest

from kashf.domain.document import Reason
from kashf.ports.engines import Limits, Source
from kashf.sandboxed import worker
from kashf.sandboxed.engines import archives
from kashf.sandboxed.engines.rar_secrets import RarUnpacker, encrypted_names
from kashf.sandboxed.read import read_file
from tests.documents import source_of

MARK = b"Rar!\x1a\x07\x01\x00"
ENCRYPTED = bytes([34, 1, 0, 0, 15]) + bytes(30)
PLAIN = b"the convoy left at dawn"


def number(value: int) -> bytes:
    """Return a number as rar writes it."""
    low = b""
    while value > 0x7F:
        low, value = low + bytes([value & 0x7F | 0x80]), value >> 7
    return low + bytes([value])


def block(content: bytes, data: bytes = b"") -> bytes:
    """Return a header with what follows it."""
    checked = number(len(content)) + content
    return zlib.crc32(checked).to_bytes(4, "little") + checked + data


def member(name: bytes, content: bytes, *, extra: bytes = b"") -> bytes:
    """Return a member that is stored as it is."""
    flags = 3 if extra else 2
    head = b"".join(map(number, (2, flags, *([len(extra)] if extra else []), len(content), 4, len(content), 0x20)))
    told = zlib.crc32(content).to_bytes(4, "little") + number(0) + number(1) + number(len(name)) + name
    return block(head + told + extra, content)


def rar(*members: bytes) -> bytes:
    """Return an archive of members."""
    return MARK + block(bytes([1, 0, 0])) + b"".join(members) + block(bytes([5, 0, 0]))


def test_encrypted_members_come_without_content_beside_others(tmp_path: Path) -> None:
    content = rar(member(b"open.txt", PLAIN), member("سر.txt".encode(), bytes(range(32)), extra=ENCRYPTED))
    source = source_of(tmp_path, content, "application/vnd.rar")
    [unpacker] = map(RarUnpacker, archives.unpackers())

    found = [
        (each.untrusted_name, each.chunks and b"".join(each.chunks), each.reason) for each in unpacker.members(source, limits=Limits())
    ]

    assert [(b"open.txt", PLAIN, ""), ("سر.txt".encode(), None, Reason.ENCRYPTED)] == found


def test_an_archive_of_secrets_is_encrypted_and_says_what_to_do(tmp_path: Path) -> None:
    source: Source = source_of(tmp_path, rar(member(b"a.txt", bytes(range(32)), extra=ENCRYPTED)), name="a.rar")

    extract = read_file(source, engines=worker._engines(), limits=Limits(), sink=lambda _: None).extract

    assert Reason.ENCRYPTED is extract.reason
    assert "7-Zip" in extract.detail


@pytest.mark.parametrize("cut", range(8, 80, 7))
def test_headers_that_break_off_name_what_came_before(cut: int) -> None:
    content = rar(member(b"a.txt", bytes(32), extra=ENCRYPTED))

    assert [*encrypted_names(io.BytesIO(content[:cut]))] in ([], [b"a.txt"])


@pytest.mark.parametrize("content", [b"", MARK, MARK + b"\xff" * 4000, MARK + bytes(4000), b"Rar!\x1a\x07\x00" + bytes(99)])
def test_other_bytes_name_nothing(content: bytes) -> None:
    assert [] == [*encrypted_names(io.BytesIO(content))]

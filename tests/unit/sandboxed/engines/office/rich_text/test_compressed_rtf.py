from __future__ import annotations

import struct
from pathlib import Path

import pytest

from kashf.domain.document import MarkKind
from kashf.ports.engines import Limits
from kashf.sandboxed.engines.attachments.msg import MsgUnpacker
from kashf.sandboxed.engines.charset import decode
from kashf.sandboxed.engines.mail.outlook import OutlookReader
from kashf.sandboxed.engines.office.rich_text.compressed_rtf import rtf_text, unpacked_rtf
from kashf.sandboxed.engines.webpage import WebPageReader
from tests.contracts.compound import Tree, compound_file
from tests.documents import source_of

#: The two examples of MS-OXRTFCP, 3.
PACKED = bytes.fromhex("2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0")
OVERLAPPING = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")


def test_what_stood_before_is_taken_again() -> None:
    assert rb"{\rtf1\ansi\ansicpg1252\pard hello world}" == unpacked_rtf(PACKED).strip()
    assert b"{\\rtf1 " + 5 * b"WXYZ" + b"}" == unpacked_rtf(OVERLAPPING).strip()


def test_what_breaks_off_is_kept_to_there() -> None:
    assert unpacked_rtf(PACKED).startswith(unpacked_rtf(PACKED[:30]))


@pytest.mark.parametrize("header", [b"", struct.pack("<LLLL", 99, 1 << 31, 0x75465A4C, 0), struct.pack("<LLLL", 99, 9, 7, 0)])
def test_what_is_no_packing_or_too_much_is_refused(header: bytes) -> None:
    with pytest.raises(ValueError, match=r"header|too long|packing"):
        unpacked_rtf(header)


def test_hidden_text_and_text_in_html_are_told() -> None:
    assert ("Left hidden now", ((5, 11),)) == rtf_text(rb"{\rtf1\ansi Left {\v hidden} now}")
    assert ("Left now", ()) == rtf_text(
        rb"{\rtf1\ansi\fromhtml1 {\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Left now{\*\htmltag72 </p>}\htmlrtf }\htmlrtf0}"
    )


def rich_message(rtf: bytes, *, header_bytes: int) -> Tree:
    """Return a message that says what it says in rich text alone."""
    body = struct.pack("<LLLL", len(rtf) + 12, len(rtf), 0x414C454D, 0) + rtf
    fixed = [struct.pack("<HHIII", 0x1F, 0x1A, 6, 18, 0), struct.pack("<HHIII", 0x102, 0x1009, 6, len(body), 0)]
    return {
        "__substg1.0_001A001F": "IPM.Note".encode("utf-16-le"),
        "__substg1.0_10090102": body,
        "__properties_version1.0": bytes(header_bytes) + b"".join(fixed),
    }


def test_a_message_in_rich_text_alone_is_read_with_what_it_hides(tmp_path: Path) -> None:
    content = compound_file(rich_message(rb"{\rtf1\ansi The convoy {\v secretly} left}", header_bytes=32))
    source = source_of(tmp_path, content, "application/vnd.ms-outlook")

    [page] = OutlookReader(WebPageReader(decode).text).read(source, limits=Limits()).pages

    assert page.text.endswith("The convoy secretly left")
    assert [("secretly", MarkKind.HIDDEN)] == [(page.text[mark.start : mark.end], mark.kind) for mark in page.marks]


def test_a_message_within_a_message_keeps_its_rich_text(tmp_path: Path) -> None:
    inner = rich_message(rb"{\rtf1\ansi The convoy left}", header_bytes=24)
    attached = {"__substg1.0_3701000D": inner, "__properties_version1.0": bytes(8)}
    content = compound_file({"__attach_version1.0_#00000000": attached, "__properties_version1.0": bytes(32)})

    [member] = MsgUnpacker().members(source_of(tmp_path, content, "application/vnd.ms-outlook"), limits=Limits())

    assert b"application/rtf" in b"".join(member.chunks or ())

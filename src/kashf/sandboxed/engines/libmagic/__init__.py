"""Says what a file is: clean text by its own first lines, zip and OLE files by what they hold, the rest by libmagic.

libmagic alone takes a mail without a Received line for plain text, a damaged or unusual office document for a zip or for
unknown bytes, and spends more than a millisecond on every plain text; so it is asked last.
"""

from __future__ import annotations

from functools import cache

import magic

from kashf.ports.engines import Source
from kashf.sandboxed.engines.libmagic.containers import ends_like_zip, ole_type, zip_type
from kashf.sandboxed.engines.libmagic.text_kinds import as_text, text_type
from kashf.sandboxed.engines.mail.seals import CMS, is_cms

#: Enough for the header lines of a mail and for 8-bit texts to show what they are; libmagic's time grows with it.
_HEAD_BYTES = 1 << 16
#: Readers of PDF look for its mark in the first kilobyte, so files with something before it are PDFs too.
_PDF_WITHIN_BYTES = 1024
_UNKNOWN = "application/octet-stream"
_EMPTY = "inode/x-empty"

#: Signatures at the very beginning that libmagic 5.44 does not know, or names otherwise than this program does.
_SIGNATURES = (
    (b"!BDN", "application/vnd.ms-outlook-pst"),
    (b"WARC/1.", "application/warc"),
    (b"filedesc://", "application/x-internet-archive"),
    (b"PAR1", "application/vnd.apache.parquet"),
    (b"bplist0", "application/x-bplist"),
    (b"caff", "audio/x-caf"),
    (b"ID3", "audio/mpeg"),
    (b"#!AMR-WB\n", "audio/amr-wb"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
    *((b"\x37\x7f\x06" + order, "application/x-sqlite3-wal") for order in (b"\x82", b"\x83")),
    (b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d\xae\xb1\x53\x78\xd0\x29\x96\xd3", "application/onenote"),
)
#: Where an enhanced metafile says what it is. Source: MS-EMF 2.2.9.
_METAFILE_MARK, _METAFILE_MARK_AT = b" EMF", 40
#: A movie of QuickTime that has no mark of its kind before its content. Source: Apple's QuickTime File Format, "wide".
_MOVIE_MARKS, _MOVIE_MARK_AT = (b"wide", b"pnot"), 4
#: EBML, whose head says which kind it is; libmagic looks for that at one place only.
_EBML, _EBML_HEAD = b"\x1a\x45\xdf\xa3", 80
_ZIP_BEGINNINGS = (b"PK\x03\x04", b"PK\x05\x06", b"PK00PK\x03\x04", b"PK\x07\x08PK\x03\x04")
_OLE_BEGINNING = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: libmagic's name -> the registered one, or the one that most programs use.
_RENAMED = {
    "application/x-rar": "application/vnd.rar",
    "application/x-gzip": "application/gzip",
    "application/x-zstd": "application/zstd",
    "text/rtf": "application/rtf",
    "application/x-sqlite3": "application/vnd.sqlite3",
    "audio/x-wav": "audio/wav",
    "audio/x-m4a": "audio/mp4",
    "video/x-m4v": "video/mp4",
    "audio/x-hx-aac-adts": "audio/aac",
}


class LibmagicIdentifier:
    """Names the type of a file by its bytes; its name decides only between kinds of text."""

    def identify(self, source: Source) -> str:
        """Return a lower-case media type; "application/octet-stream" when nothing better can be said, "inode/x-empty" for no bytes."""
        with source.open() as file:
            head = file.read(_HEAD_BYTES)
            if head.startswith(_ZIP_BEGINNINGS):
                return zip_type(file, head, source.untrusted_name)
            if head.startswith(_OLE_BEGINNING):
                return ole_type(file)
            type = _type_by_head(head, source.untrusted_name)
            return zip_type(file, head, source.untrusted_name) if type == _UNKNOWN and ends_like_zip(file) else type


def _type_by_head(head: bytes, untrusted_name: str) -> str:
    """Return the type of a file that neither a zip nor an OLE file wraps."""
    if not head:
        return _EMPTY
    if type := _type_by_mark(head):
        return type
    text = as_text(head)
    if text is not None:
        return text_type(text, untrusted_name)
    return _asked(head, untrusted_name)


def _type_by_mark(head: bytes) -> str:
    """Return the type that a file's own mark says; empty for none."""
    for signature, type in _SIGNATURES:
        if head.startswith(signature):
            return type
    if head[_METAFILE_MARK_AT : _METAFILE_MARK_AT + 4] == _METAFILE_MARK and head.startswith(b"\1\0\0\0"):
        return "image/emf"
    if head[_MOVIE_MARK_AT : _MOVIE_MARK_AT + 4] in _MOVIE_MARKS:
        return "video/quicktime"
    if head.startswith(_EBML):
        return "video/webm" if b"webm" in head[:_EBML_HEAD] else "video/x-matroska"
    if is_cms(head):
        return CMS
    return "application/pdf" if b"%PDF-" in head[:_PDF_WITHIN_BYTES] else ""


@cache
def _library() -> magic.Magic:
    """Return libmagic with its tables loaded, once in a process."""
    return magic.Magic(mime=True)


def _asked(head: bytes, untrusted_name: str) -> str:
    """Return what libmagic says of bytes that are not clean text; text in an 8-bit encoding is looked at as text."""
    said = _library().from_buffer(head).lower()
    type = _RENAMED.get(said, said)
    if type.startswith("text/"):
        return text_type(head.decode("latin-1"), untrusted_name)
    return type if "/" in type else _UNKNOWN

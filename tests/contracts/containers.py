"""Containers of every kind that can be written here, each with the same members; made by code, so that nobody's files are needed."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import struct
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from ctypes import c_void_p, create_string_buffer
from email.message import EmailMessage
from email.policy import SMTP

import pypdfium2

from tests.contracts.compound import outlook_message

#: Names as people give them; contents of nothing, little, text and bytes, each longer than the smallest stream of an OLE file or empty.
MEMBERS: Mapping[str, bytes] = {
    "order 12.txt": ("أمر رقم ١٢\n" * 400).encode(),
    "سجل/driver.csv": b"id,name\n1,Qasim\n" * 300,
    "photo.bin": bytes(range(256)) * 200,
}


def zip_file(members: Mapping[str, bytes] = MEMBERS, *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in members.items():
            # With a record of its own a member has a fixed date, so that the bytes are the same on every run.
            record = zipfile.ZipInfo(name)
            record.compress_type = method
            archive.writestr(record, content)
    return buffer.getvalue()


def tar_file(members: Mapping[str, bytes] = MEMBERS) -> bytes:
    """Return a tar."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, content in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return buffer.getvalue()


def libarchive_file(format: str, members: Mapping[str, bytes] = MEMBERS, *, compression: str = "none") -> bytes:
    """Return an archive in one of the formats that libarchive writes: 7zip, cpio, iso9660, xar, ar_svr4, ..."""
    os.environ.setdefault("LIBARCHIVE", "libarchive.so.13")
    from libarchive import ffi

    buffer = create_string_buffer(1 << 22)
    used = ffi.c_size_t(0)
    archive = c_void_p(ffi.write_new())
    ffi.get_write_format_function(format)(archive)
    if compression != "none":
        ffi.get_write_filter_function(compression)(archive)
    ffi.write_open_memory(archive, buffer, len(buffer), used)
    for name, content in members.items():
        entry = ffi.entry_new()
        ffi.entry_update_pathname_utf8(entry, name.encode())
        ffi.entry_set_size(entry, len(content))
        ffi.entry_set_filetype(entry, 0o100000)
        ffi.entry_set_perm(entry, 0o600)
        ffi.write_header(archive, entry)
        ffi.write_data(archive, content, len(content))
        ffi.entry_free(entry)
    ffi.write_close(archive)
    ffi.write_free(archive)
    return buffer.raw[: used.value]


def mail(members: Mapping[str, bytes] = MEMBERS, *, subject: str = "Papers") -> bytes:
    """Return a message with attachments."""
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = "courier@example.org", "desk@example.org", subject
    message["Message-ID"] = "<1@example.org>"
    message.set_content("See attached.")
    for name, content in members.items():
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    # Chance makes the marks between parts; tests want the same bytes each time.
    message.set_boundary("=_tests")
    return message.as_bytes()


def mbox(messages: int = 3) -> bytes:
    """Return an mbox of messages numbered from 1."""
    separator = b"From courier@example.org Mon Oct  6 10:00:00 2014\n"
    return b"\n".join(separator + a_plain_mail(number) for number in range(1, messages + 1)) + b"\n"


def a_plain_mail(number: int) -> bytes:
    """Return a message without attachments; a line of it begins as a separator might."""
    return b"From: courier@example.org\nSubject: %d\nMessage-ID: <%d@example.org>\n\nFrom the north\n\n>From him: %d\n" % ((number,) * 3)


def pdf(members: Mapping[str, bytes] = MEMBERS) -> bytes:
    """Return a PDF of one empty page that carries files."""
    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200)
    for name, content in members.items():
        document.new_attachment(name).set_data(content)
    buffer = io.BytesIO()
    document.save(buffer)
    document.close()
    return buffer.getvalue()


def winmail(members: Mapping[str, bytes] = MEMBERS) -> bytes:
    """Return a message as Outlook packs it for the internet."""
    content = b"\x78\x9f\x3e\x22\1\0" + _attribute(1, 0x9006, b"\0\0\1\0")
    for name, held in members.items():
        raw = name.encode("utf-16-le") + b"\0\0"
        long_name = struct.pack("<IHHII", 1, 0x1F, 0x3707, 1, len(raw)) + raw
        parts = (0x9002, b"\0" * 14), (0x8010, b"SHORT.TXT\0"), (0x800F, held), (0x9005, long_name)
        content += b"".join(_attribute(2, id, value) for id, value in parts)
    return content


def _attribute(level: int, id: int, value: bytes) -> bytes:
    return struct.pack("<BHHI", level, id, 6, len(value)) + value + struct.pack("<H", sum(value) & 0xFFFF)


#: Kind -> (media type, bytes with MEMBERS in them).
CONTAINERS: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "zip": ("application/zip", zip_file),
    "zip, stored": ("application/zip", lambda: zip_file(method=zipfile.ZIP_STORED)),
    "zip, bzip2": ("application/zip", lambda: zip_file(method=zipfile.ZIP_BZIP2)),
    "zip, lzma": ("application/zip", lambda: zip_file(method=zipfile.ZIP_LZMA)),
    "tar": ("application/x-tar", tar_file),
    "tar.gz": ("application/gzip", lambda: gzip.compress(tar_file(), mtime=0)),
    "tar.bz2": ("application/x-bzip2", lambda: bz2.compress(tar_file())),
    "tar.xz": ("application/x-xz", lambda: lzma.compress(tar_file())),
    "tar.zst": ("application/zstd", lambda: libarchive_file("pax", compression="zstd")),
    "7z": ("application/x-7z-compressed", lambda: libarchive_file("7zip")),
    "cpio": ("application/x-cpio", lambda: libarchive_file("cpio")),
    "iso": ("application/x-iso9660-image", lambda: libarchive_file("iso9660")),
    "xar": ("application/x-xar", lambda: libarchive_file("xar")),
    "mail": ("message/rfc822", mail),
    "msg": ("application/vnd.ms-outlook", lambda: outlook_message("Papers", MEMBERS)),
    "winmail": ("application/vnd.ms-tnef", winmail),
    "pdf": ("application/pdf", pdf),
}

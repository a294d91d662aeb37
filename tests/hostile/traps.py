"""Files with names, links, loops, depths and breaks that lead a parser astray."""

from __future__ import annotations

import gzip
import io
import tarfile
from collections.abc import Callable, Mapping

from tests.contracts.compound import compound_file
from tests.contracts.containers import mail, mbox, zip_file
from tests.hostile.bombs import tiff
from tests.hostile.seeds import TEXT, assembled_pdf, rewritten, seed, text_pdf

#: Names that would write, hide or run something, were they ever used as paths or printed raw.
NAMES = (
    *(
        "../../../../etc/cron.d/x",
        "/etc/passwd",
        "..\\..\\autoexec.bat",
        "C:\\Windows\\x.dll",
        "\\\\server\\share\\x",
        "file:///etc/passwd",
    ),
    *("a/../../b", "./x", "..", ".", " ", "CON", "nul.txt", "a:stream", "-rf", "~root", "$(id)", "`id`", "a;id", "%2e%2e%2fx", "a" * 4000),
    *(
        "line\nbreak.txt",
        "\x1b[31mred",
        "\r\x08\x08x",
        "photo\u202egpj.exe",
        "\u200b",
        "\ufeffx",
        "\u0627" * 300,
        "<img src=x onerror=a>.txt",
    ),
    *("'; DROP TABLE blobs;--", "=HYPERLINK(1)", "a/" * 500 + "b", "\U0001f4a3"),
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TEMPLATE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"


def hostile_names() -> bytes:
    """Return a zip of members with hostile names, one with a NUL in it, one in no encoding at all, and two of the same."""
    plain = {"nul0x.txt": b"n", "raw000": b"r", "same-1": b"1", "same-2": b"2"}
    content = zip_file({name: b"content %d" % number for number, name in enumerate(NAMES)} | plain)
    for old, new in ((b"nul0x", b"nul\0x"), (b"raw000", b"\xff\xfe\x80\x81\xc3("), (b"same-2", b"same-1")):
        content = content.replace(old, new)
    return content


def hostile_tar() -> bytes:
    """Return a tar with links out of it, devices, members that write through them, and one that claims a tebibyte."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, kind, link in (
            ("../outside.txt", tarfile.REGTYPE, ""),
            ("/absolute.txt", tarfile.REGTYPE, ""),
            ("way-out", tarfile.SYMTYPE, "/"),
            ("way-out/etc/x", tarfile.REGTYPE, ""),
            ("shadow", tarfile.SYMTYPE, "/etc/shadow"),
            ("hard", tarfile.LNKTYPE, "/etc/passwd"),
            ("disk", tarfile.BLKTYPE, ""),
            ("pipe", tarfile.FIFOTYPE, ""),
            ("odd", b"Z", ""),
        ):
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname, entry.mode = kind, link, 0o6777
            archive.addfile(entry)
        claim = tarfile.TarInfo("claim")
        claim.size = 1 << 40
        archive.addfile(claim, None)
    return buffer.getvalue()


def nested_zip(levels: int) -> bytes:
    """Return zips within zips, with a text at the bottom."""
    content, name = TEXT.encode(), "order.txt"
    for level in range(levels):
        content, name = zip_file({name: content}), f"{level}.zip"
    return content


def nested_mail(levels: int) -> bytes:
    """Return a mail of parts within parts."""
    part = b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n"
    head = b"".join(part % (level, level) for level in range(levels))
    tail = b"".join(b"\n--b%d--\n" % level for level in reversed(range(levels)))
    return (
        b"From: a@example.org\nMessage-ID: <1@example.org>\n" + head + b"Content-Type: text/plain; charset=utf-8\n\n" + TEXT.encode() + tail
    )


def forwarded_mail(levels: int) -> bytes:
    """Return a mail that forwards a mail that forwards a mail."""
    head = b"".join(
        b"From: a@example.org\nMessage-ID: <%d@example.org>\nContent-Type: message/rfc822\n\n" % level for level in range(levels)
    )
    return head + b"From: a@example.org\nMessage-ID: <x@example.org>\n\nbottom\n"


def mail_of_many_parts(parts: int) -> bytes:
    """Return a mail of this many tiny attachments."""
    head = b"From: a@example.org\nMessage-ID: <1@example.org>\nContent-Type: multipart/mixed; boundary=b\n\n"
    return head + b"--b\nContent-Type: application/octet-stream\n\nx\n" * parts + b"--b--\n"


def ring_of_pages() -> bytes:
    """Return a PDF whose tree of pages leads back to its root."""
    root = b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2/Parent 3 0 R>>"
    return assembled_pdf({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: root, 3: b"<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>"})


def ring_of_tables() -> bytes:
    """Return a PDF whose table of places names itself as the one before."""
    content = text_pdf()
    return content.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % content.rindex(b"xref\n0"))


def pdf_drawing_itself() -> bytes:
    """Return a PDF whose page draws a form that draws itself twice."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>"
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>/Length 11>>\nstream\n/F Do /F Do\nendstream"
    return text_pdf(objects={3: page, 4: b"<</Length 5>>\nstream\n/F Do\nendstream", 5: form})


def deep_pdf(levels: int) -> bytes:
    """Return a PDF with arrays within arrays."""
    return text_pdf(objects={6: b"[" * levels + b"]" * levels, 1: b"<</Type/Catalog/Pages 2 0 R/Deep 6 0 R>>"})


def encrypted_zip() -> bytes:
    """Return a zip whose members say that they are encrypted."""
    content = bytearray(seed("papers.zip"))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(mark, at + 4)
    return bytes(content)


def encrypted_pdf() -> bytes:
    """Return a PDF that asks for a password which nobody has."""
    how = b"<</Filter/Standard/V 2/R 3/Length 128/P -4/O(%b)/U(%b)>>" % (b"o" * 32, b"u" * 32)
    pages = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[]/Count 0>>"}
    return assembled_pdf(pages | {3: how}, trailer=b"/Encrypt 3 0 R/ID[(a)(b)]")


def protected_workbook() -> bytes:
    """Return what Office makes of a workbook with a password."""
    return compound_file({"EncryptedPackage": b"\0" * 5000, "EncryptionInfo": b"\4\0\4\0@\0\0\0<encryption/>"})


def remote_template() -> bytes:
    """Return a docx that asks for a template from elsewhere."""
    relation = f'<Relationship Id="rId1" Type="{_TEMPLATE}" Target="http://192.0.2.1/x" TargetMode="External"/>'
    settings = f'<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>'
    return rewritten(seed("order.docx"), {"word/_rels/settings.xml.rels": settings.encode()})


def broken_mbox() -> bytes:
    """Return an mbox whose separators lack their empty line, their date or their end."""
    content = mbox(3).replace(b"\n\nFrom c", b"\nFrom c").replace(b"Mon Oct", b"Mxn")
    return content + b"\n\nFrom \n\nFrom x 12:00 2014" + b"From " * 9000


def _half(name: str) -> bytes:
    return seed(name)[: len(seed(name)) // 2]


#: File name -> its bytes.
TRAPS: Mapping[str, Callable[[], bytes]] = {
    "names.zip": hostile_names,
    "links.tar": hostile_tar,
    "links.tar.gz": lambda: gzip.compress(hostile_tar(), mtime=0),
    "nested-50.zip": lambda: nested_zip(50),
    "parts-500-deep.eml": lambda: nested_mail(500),
    "parts-5000-deep.eml": lambda: nested_mail(5000),
    "forwarded-900-times.eml": lambda: forwarded_mail(900),
    "parts-20000.eml": lambda: mail_of_many_parts(20_000),
    "header-lines.eml": lambda: b"From: a@example.org\nMessage-ID: <1@example.org>\n" + b"X-A: b\n" * 200_000 + b"\ntext",
    "boundary-never-closed.eml": lambda: mail({"a.bin": b"a" * 9000})[:-3000],
    "boundaries-broken.mbox": broken_mbox,
    **{f"half.{name.rpartition('.')[2]}": lambda name=name: _half(name) for name in ("order.pdf", "papers.zip", "order.docx", "list.xlsx")},
    **{f"half.{name.rpartition('.')[2]}": lambda name=name: _half(name) for name in ("scan.png", "message.msg", "papers.7z", "scan.jpg")},
    "pdf-called.jpg": lambda: seed("order.pdf"),
    "zip-called.pdf": lambda: seed("papers.zip"),
    "docx-called.txt": lambda: seed("order.docx"),
    "text-called.docx": TEXT.encode,
    "png-called.xlsx": lambda: seed("scan.png"),
    "pdf-and-zip.pdf": lambda: seed("order.pdf") + seed("papers.zip"),
    "encrypted.zip": encrypted_zip,
    "encrypted.xlsx": protected_workbook,
    "encrypted.pdf": encrypted_pdf,
    "ring-of-pages.pdf": ring_of_pages,
    "ring-of-tables.pdf": ring_of_tables,
    "drawing-itself.pdf": pdf_drawing_itself,
    "deep.pdf": lambda: deep_pdf(100_000),
    "ring-of-pages.tif": lambda: tiff(8, 8, is_ring=True),
    "empty.bin": bytes,
    "empty.docx": bytes,
    "zeros.bin": lambda: b"\0" * (1 << 20),
    "noise.bin": lambda: bytes(number * number * 7919 % 251 for number in range(200_000)),
    "line-of-5-megabytes.txt": lambda: b"word " * 1_000_000,
    "word-of-5-megabytes.txt": lambda: "ا".encode() * 2_500_000,
    "columns-100000.csv": lambda: b"\n".join(b",".join(b"%d" % column for column in range(100_000)) for _ in range(3)),
    "quote-never-closed.csv": lambda: b'id,name\n1,"' + b"x\n" * 500_000,
    "deep.json": lambda: b"[" * 200_000 + b"]" * 200_000,
    "deep.html": lambda: b"<html><body>" + b"<div>" * 100_000 + TEXT.encode(),
    "deep.xml": lambda: b"<?xml version='1.0'?>" + b"<a>" * 100_000 + b"</a>" * 100_000,
    "deep.rtf": lambda: b"{\\rtf1 " + b"{" * 200_000 + b"text" + b"}" * 200_000 + b"}",
    "tags-never-closed.html": lambda: b"<html>" + b"<a href='" * 200_000,
    "comments-never-closed.html": lambda: b"<html>" + b"<!--" * 300_000,
    "surrogates.json": lambda: b'{"a": "\\ud800\\udfff\\ud800", "b": "\\udc00"}',
    "surrogates-utf-16.txt": lambda: b"\xff\xfe" + b"\x00\xd8" * 1000 + "x".encode("utf-16-le"),
    "marks.txt": ("\u202e\u2066\u0301\u0610" * 50_000 + TEXT).encode,
    "controls.txt": lambda: bytes(range(1, 32)) * 3000 + TEXT.encode(),
    "script.html": lambda: b"<html><body onload=alert(1)><script>a()</script><img src=http://192.0.2.1/x>Order 12</body></html>",
    "remote-template.docx": remote_template,
}

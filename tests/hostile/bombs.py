"""Files that are small and want to be large: in bytes, in pixels, in cells, in words."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping

from tests.contracts.containers import libarchive_file, zip_file
from tests.hostile.seeds import assembled_pdf, rewritten, text_pdf, word_document, workbook

MEBIBYTE = 1 << 20
_LAUGHS = "".join(f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 12))
_LAUGHTER = f'<!DOCTYPE x [<!ENTITY a0 "ha">{_LAUGHS}]>'
_LONG_ENTITY = f'<!DOCTYPE x [<!ENTITY a "{"ha" * 50_000}">]>'
_OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def zip_bomb(*, size_bytes: int = 256 * MEBIBYTE, beside: Mapping[str, bytes] | None = None) -> bytes:
    """Return a zip of one member of zeros, after good ones."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for good, content in (beside or {}).items():
            archive.writestr(good, content)
        with archive.open("zeros.bin", "w") as member:
            for chunk in _zeros(size_bytes):
                member.write(chunk)
    return buffer.getvalue()


def overlapping_zip(*, members: int = 2000) -> bytes:
    """Return a zip whose list names one member again and again. Source of the idea: D. Fifield, "A better zip bomb", WOOT 2019."""
    one = zip_file({"00000": b"\0" * (4 * MEBIBYTE)})
    start, end = one.index(b"PK\x01\x02"), one.index(b"PK\x05\x06")
    listed = b"".join(one[start:end].replace(b"00000", b"%05d" % number) for number in range(members))
    return one[:start] + listed + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, members, members, len(listed), start, 0)


def nested_bomb(*, levels: int = 5, width: int = 16) -> bytes:
    """Return zips within zips: each level holds the one below `width` times."""
    content = zip_bomb(size_bytes=64 * MEBIBYTE)
    for _ in range(levels):
        content = zip_file({f"{number}.zip": content for number in range(width)})
    return content


def many_members(count: int) -> bytes:
    """Return a zip of this many small members, written by hand, since zipfile takes its time."""
    members, listed, place = [], [], 0
    sizes = struct.pack("<III", zlib.crc32(b"x"), 1, 1)
    for number in range(count):
        name = b"%06d.txt" % number
        head = struct.pack("<IHHHHH", 0x04034B50, 10, 0, 0, 0, 33) + sizes + struct.pack("<HH", len(name), 0) + name + b"x"
        record = struct.pack("<IHHHHHH", 0x02014B50, 10, 10, 0, 0, 0, 33) + sizes
        listed.append(record + struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, place) + name)
        members.append(head)
        place += len(head)
    directory = b"".join(listed)
    end64 = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, count, count, len(directory), place)
    locator = struct.pack("<IIQI", 0x07064B50, 0, place + len(directory), 1)
    total = min(count, 0xFFFF)
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, total, total, len(directory), place, 0)
    return b"".join(members) + directory + (end64 + locator if count > total else b"") + end


def png(width: int, height: int, *, whole: bool) -> bytes:
    """Return a white PNG of one bit a pixel, or only its header and some of its rows."""
    row = b"\0" + b"\xff" * ((width + 7) // 8)
    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(row) for _ in range(height if whole else 8)) + packer.flush()
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )


def tiff(width: int, height: int, *, is_ring: bool = False) -> bytes:
    """Return a TIFF that claims a size; as a ring, its first page names itself as the next one."""
    tags = [(256, 4, width), (257, 4, height), (258, 3, 1), (259, 3, 1), (262, 3, 0), (273, 4, 8), (278, 4, height), (279, 4, 16)]
    directory = struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in tags)
    return b"II*\0" + struct.pack("<I", 24) + b"\0" * 16 + directory + struct.pack("<I", 24 if is_ring else 0)


def laughing_document() -> bytes:
    """Return a docx whose text is entities of entities."""
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = f"<w:document {namespace}><w:body><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body></w:document>"
    return rewritten(word_document(), {"word/document.xml": f'<?xml version="1.0"?>{_LAUGHTER}{body}'.encode()})


def huge_sheet() -> bytes:
    """Return an xlsx of two cells, the first and the last that a sheet may have: seventeen thousand million between them."""
    rows = "".join(f'<row r="{row}"><c r="{cell}"><v>1</v></c></row>' for row, cell in ((1, "A1"), (1_048_576, "XFD1048576")))
    sheet = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>'
    return rewritten(workbook(), {"xl/worksheets/sheet1.xml": sheet.encode()})


def swollen_document() -> bytes:
    """Return a docx whose text is two hundred million spaces."""
    with zipfile.ZipFile(io.BytesIO(word_document())) as archive:
        head, tail = archive.read("word/document.xml").split(b"</w:t>", 1)
    return rewritten(word_document(), {"word/document.xml": head + b" " * (200 * MEBIBYTE) + b"</w:t>" + tail})


def swollen_pdf() -> bytes:
    """Return a PDF whose page is drawn by 256 MiB of blanks."""
    stream = zlib.compress(b" " * (256 * MEBIBYTE), 9)
    return text_pdf(objects={4: b"<</Length %d/Filter/FlateDecode>>\nstream\n%b\nendstream" % (len(stream), stream)})


def pdf_of_claims() -> bytes:
    """Return a PDF that says it has a thousand million pages, each larger than a country."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e9 1e9]>>"
    return assembled_pdf({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[3 0 R]/Count 1000000000>>", 3: page})


def _zeros(size_bytes: int) -> Iterator[bytes]:
    for _ in range(size_bytes // MEBIBYTE):
        yield b"\0" * MEBIBYTE


#: File name -> its bytes. A zip that holds itself is not made: it is stopped by the same depth as any nested one.
BOMBS: Mapping[str, Callable[[], bytes]] = {
    "zip-bomb.zip": zip_bomb,
    "zip-bomb-after-good.zip": lambda: zip_bomb(beside={"order.txt": b"order 12"}),
    "overlapping.zip": overlapping_zip,
    "nested-bomb.zip": nested_bomb,
    "members-100000.zip": lambda: many_members(100_000),
    "members-100001.zip": lambda: many_members(100_001),
    "gzip-bomb.gz": lambda: gzip.compress(b"\0" * (256 * MEBIBYTE), mtime=0),
    "bzip2-bomb.bz2": lambda: bz2.compress(b"\0" * (256 * MEBIBYTE)),
    "xz-bomb.xz": lambda: lzma.compress(b"\0" * (256 * MEBIBYTE), preset=1),
    "7z-bomb.7z": lambda: libarchive_file("7zip", {"zeros": b"\0" * (64 * MEBIBYTE)}),
    "pixels-1e9-claimed.png": lambda: png(40_000, 25_000, whole=False),
    "pixels-9e8-whole.png": lambda: png(30_000, 30_000, whole=True),
    "pixels-1e9-claimed.tif": lambda: tiff(40_000, 25_000),
    "laughs.xml": f'<?xml version="1.0"?>{_LAUGHTER}<x>&a11;</x>'.encode,
    "long-entity.xml": f'<?xml version="1.0"?>{_LONG_ENTITY}<x>{"&a;" * 50_000}</x>'.encode,
    "outside-entity.xml": f'<?xml version="1.0"?>{_OUTSIDE}<x>&a;</x>'.encode,
    "laughs.svg": f'<?xml version="1.0"?>{_LAUGHTER}<svg xmlns="http://www.w3.org/2000/svg"><text>&a11;</text></svg>'.encode,
    "laughs.docx": laughing_document,
    "swollen.docx": swollen_document,
    "huge-sheet.xlsx": huge_sheet,
    "swollen.pdf": swollen_pdf,
    "claims.pdf": pdf_of_claims,
}

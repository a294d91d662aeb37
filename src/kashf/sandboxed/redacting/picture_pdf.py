"""A PDF made of page images and of words nobody sees: nothing in it but these. Same images, same words: same bytes.

Words lie at places of a coarse grid and have one size, so that they say nothing of how wide each was.

Source: ISO 32000-1:2008 (8.9 images, 9.7.6 composite fonts, 9.10.3 ToUnicode).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kashf.domain.document import BOX_GRID

#: Points of the longer side of a page: A4, whatever it was.
_LONG_SIDE = 842.0
#: Points between two places at which a word may lie, and of its letters.
_STEP, _SIZE = 6, 8
#: Every code is the letter of that number.
_TO_UNICODE = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /K def /CMapType 2 def 1 begincodespacerange <0000> <FFFF>"
    b" endcodespacerange 100 beginbfrange\n%s\nendbfrange endcmap CMapName currentdict /CMap defineresource pop end end"
)


@dataclass(frozen=True, slots=True)
class UnseenWord:
    """A word that can be found and copied, and is not drawn.

    Attributes:
        text: Of one line.
        left: In units of the grid.
        bottom: Likewise, from the top.
    """

    text: str
    left: int
    bottom: int


def picture_pdf(pages: Sequence[tuple[NDArray[np.uint8], Sequence[UnseenWord]]], *, is_black_and_white: bool = False) -> bytes:
    """Return a PDF with one page for each grey image, and its words."""
    objects = list(_objects(pages, is_black_and_white=is_black_and_white))
    written = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % place for place in places)
    written += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(written)


def _objects(pages: Sequence[tuple[NDArray[np.uint8], Sequence[UnseenWord]]], *, is_black_and_white: bool) -> Iterator[bytes]:
    """Yield catalogue, tree of pages, font with its parts, then page, content and image of each."""
    first = 7
    yield b"<< /Type /Catalog /Pages 2 0 R >>"
    yield b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), b" ".join(b"%d 0 R" % (first + 3 * nth) for nth in range(len(pages))))
    yield b"<< /Type /Font /Subtype /Type0 /BaseFont /K /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>"
    yield (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /K /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        b" /DW 500 /FontDescriptor 5 0 R >>"
    )
    yield (
        b"<< /Type /FontDescriptor /FontName /K /Flags 4 /FontBBox [0 0 500 1000] /ItalicAngle 0 /Ascent 1000 /Descent 0 /CapHeight 1000"
        b" /StemV 80 >>"
    )
    yield _stream(b"<<", _TO_UNICODE.replace(b"100 begin", b"256 begin") % b"\n".join(_ranges()))
    for nth, (grey, words) in enumerate(pages):
        number = first + 3 * nth
        height, width = grey.shape
        scale = _LONG_SIDE / max(height, width)
        size = (round(width * scale, 2), round(height * scale, 2))
        yield (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.2f %.2f] /Contents %d 0 R /Resources << /Font << /F 3 0 R >>"
            b" /XObject << /I %d 0 R >> >> >>" % (*size, number + 1, number + 2)
        )
        yield _stream(b"<<", b"q %.2f 0 0 %.2f 0 0 cm /I Do Q\n%s" % (*size, b"\n".join(_shown(words, size))))
        packed = np.packbits(grey > 0, axis=1) if is_black_and_white else grey
        head = b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent %d"
        yield _stream(head % (width, height, 1 if is_black_and_white else 8), np.ascontiguousarray(packed).tobytes())


def _ranges() -> Iterator[bytes]:
    """Yield the codes of one first byte each; a range may not go over two."""
    return (b"<%02X00> <%02XFF> <%02X00>" % (high, high, high) for high in range(256))


def _shown(words: Sequence[UnseenWord], size: tuple[float, float]) -> Iterator[bytes]:
    width, height = size
    if words:
        yield b"BT 3 Tr /F %d Tf" % _SIZE
        for word in words:
            x = round(word.left / BOX_GRID * width / _STEP) * _STEP
            y = round((1 - word.bottom / BOX_GRID) * height / _STEP) * _STEP
            text = "".join(letter for letter in word.text if ord(letter) < 0x10000) + " "
            yield b"1 0 0 1 %d %d Tm <%s> Tj" % (x, y, text.encode("utf-16-be").hex().upper().encode())
        yield b"ET"


def _stream(head: bytes, content: bytes) -> bytes:
    packed = zlib.compress(content, 6)
    return b"%s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (head, len(packed), packed)

"""Redactions as they fail in the field, each from the words of published failures: made without a look at what checks them.

Every kind begins with a page image on which the name is covered, and keeps the name somewhere: under the box, beside the page, in a part of
the file that nobody looks at. Objects are written by hand, since no program writes some of them.
"""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable

import pypdfium2
from PIL import Image, ImageDraw

#: Left, top, right, bottom of a name on its page, as shares of the page.
Place = tuple[float, float, float, float]


def _hex(text: str) -> bytes:
    return b"<" + ("\ufeff" + text).encode("utf-16-be").hex().encode() + b">"


class _File:
    """A PDF with one page, to whose parts a kind of failure adds."""

    def __init__(self, picture: Image.Image, name: str, original: bytes) -> None:
        self.name, self.original = name, original
        self.objects: list[bytes] = [b"", b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>", b"", b"", b"", b""]
        self.catalog, self.page, self.trailer, self.resources = b"", b"", b"", b""
        self.content = b"q 595 0 0 842 0 0 cm /I Do Q\n"
        self.objects[4] = self.image(picture)
        self.objects[5] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"

    def image(self, picture: Image.Image) -> bytes:
        head = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8" % picture.size
        return self.stream(head, picture.convert("L").tobytes())

    def stream(self, head: bytes, content: bytes) -> bytes:
        packed = zlib.compress(content)
        return b"<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (head, len(packed), packed)

    def add(self, content: bytes) -> int:
        self.objects.append(content)
        return len(self.objects)

    def written(self) -> bytes:
        self.objects[0] = b"<< /Type /Catalog /Pages 2 0 R %s >>" % self.catalog
        self.objects[2] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >>"
            b" /Font << /F 6 0 R >> %s >> %s >>" % (self.resources, self.page)
        )
        self.objects[3] = self.stream(b"", self.content)
        out, places = bytearray(b"%PDF-1.6\n"), []
        for number, each in enumerate(self.objects, start=1):
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
        out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, self.trailer, start)
        return bytes(out)


def _text(name: str, *, at: tuple[int, int] = (100, 400), before: bytes = b"") -> bytes:
    return b"BT %s /F 12 Tf 1 0 0 1 %d %d Tm (%s) Tj ET\n" % (before, *at, name.encode("latin-1", "replace"))


def _live(file: _File) -> None:
    file.content += _text(file.name) + b"0 0 0 rg 90 390 300 25 re f\n"


def _metadata(file: _File) -> None:
    file.trailer = b"/Info << /Title %s >>" % _hex(f"Statement of {file.name}")


def _packet(file: _File) -> None:
    packet = f'<?xpacket?><x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>{file.name}</dc:creator></x:xmpmeta>'.encode()
    number = file.add(b"<< /Type /Metadata /Subtype /XML /Length %d >>\nstream\n%s\nendstream" % (len(packet), packet))
    file.catalog = b"/Metadata %d 0 R" % number


def _attachment(file: _File) -> None:
    number = file.add(file.stream(b"/Type /EmbeddedFile", file.original))
    file.catalog = b"/Names << /EmbeddedFiles << /Names [(a.pdf) << /Type /Filespec /F (a.pdf) /EF << /F %d 0 R >> >>] >> >>" % number


def _field(file: _File) -> None:
    number = file.add(b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V %s /Rect [0 0 0 0] /P 3 0 R >>" % _hex(file.name))
    file.catalog, file.page = b"/AcroForm << /Fields [%d 0 R] >>" % number, b"/Annots [%d 0 R]" % number


def _annotation(file: _File) -> None:
    file.page = b"/Annots [<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents %s >>]" % _hex(f"this is {file.name}")


def _script(file: _File) -> None:
    file.catalog = b"/OpenAction << /S /JavaScript /JS (var who = '%s';) >>" % file.name.encode("latin-1", "replace")


def _thumbnail(file: _File) -> None:
    whole = pypdfium2.PdfDocument(file.original)[0].render(scale=1.0, grayscale=True).to_pil()
    file.page = b"/Thumb %d 0 R" % file.add(file.image(whole))


def _white(file: _File) -> None:
    file.content += b"1 1 1 rg " + _text(file.name, at=(100, 60))


def _layer(file: _File) -> None:
    number = file.add(b"<< /Type /OCG /Name (draft) >>")
    file.catalog = b"/OCProperties << /OCGs [%d 0 R] /D << /OFF [%d 0 R] >> >>" % (number, number)
    file.resources = b"/Properties << /L %d 0 R >>" % number
    file.content += b"/OC /L BDC " + _text(file.name) + b"EMC\n"


def _off_page(file: _File) -> None:
    file.content += _text(file.name, at=(2000, 3000))


def _cut(file: _File) -> None:
    half = len(file.name) * 2 // 3
    file.content += _text(f"{file.name[:half]}-", before=b"3 Tr") + _text(file.name[half:], at=(100, 380), before=b"3 Tr")


def _unseen(file: _File) -> None:
    file.content += _text(f"signed by {file.name} himself", before=b"3 Tr")


def _outline(file: _File) -> None:
    number = file.add(b"<< /Title %s /Parent %d 0 R /Dest [3 0 R /Fit] >>" % (_hex(file.name), len(file.objects) + 2))
    file.add(b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count 1 >>" % (number, number))
    file.catalog = b"/Outlines %d 0 R" % (number + 1)


def _orphan(file: _File) -> None:
    file.add(file.stream(b"", _text(file.name)))


#: Kinds of failure that keep the page image as it should be.
KINDS: dict[str, Callable[[_File], None]] = {
    "live text under a box": _live,
    "title": _metadata,
    "metadata packet": _packet,
    "attachment": _attachment,
    "form field": _field,
    "annotation": _annotation,
    "script": _script,
    "thumbnail": _thumbnail,
    "white text": _white,
    "hidden layer": _layer,
    "text off the page": _off_page,
    "text cut across lines": _cut,
    "unseen text layer": _unseen,
    "outline": _outline,
    "stream nothing names": _orphan,
}
#: Kinds whose page image, or whole file, is wrong.
OTHERS = ("earlier revision", "box too small", "box one name late")


def bad_redaction(kind: str, original: bytes, place: Place, name: str, *, seed: int) -> bytes:
    """Return a redaction of a page of a PDF that fails in one way.

    Args:
        kind: One of `KINDS` or `OTHERS`.
        original: The page; portrait A4.
        place: Where the name stands.
        name: In Latin letters.
        seed: Of what is left to chance.
    """
    chance = random.Random(seed)
    picture = pypdfium2.PdfDocument(original)[0].render(scale=3.0, grayscale=True).to_pil().convert("L")
    left, top, right, bottom = place
    if kind == "box too small":
        right = left + (right - left) * chance.uniform(0.1, 0.4)
    elif kind == "box one name late":
        top, bottom = top + 0.06, bottom + 0.06
    box = (left - 0.004, top - 0.004, right + 0.004, bottom + 0.004)
    sides = [side * (picture.width, picture.height)[nth % 2] for nth, side in enumerate(box)]
    ImageDraw.Draw(picture).rectangle(tuple(sides), fill=0)
    file = _File(picture, name, original)
    if kind == "earlier revision":
        return _with_revision(original, file)
    if kind in KINDS:
        KINDS[kind](file)
    return file.written()


def _with_revision(original: bytes, file: _File) -> bytes:
    """Return the original with an update behind it that shows the covered page in place of its own."""
    start = int(original.rsplit(b"startxref", 1)[1].split()[0])
    size = int(original.rsplit(b"/Size", 1)[1].split()[0].strip(b">/"))
    out = bytearray(original if original.endswith(b"\n") else original + b"\n")
    places = {}
    image, content, page, tree, catalog = range(size, size + 5)
    parts = {
        image: file.objects[4],
        content: file.stream(b"", file.content),
        page: b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /XObject << /I %d 0 R >> >> >>"
        % (tree, content, image),
        tree: b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>" % page,
        catalog: b"<< /Type /Catalog /Pages %d 0 R >>" % tree,
    }
    for number, each in parts.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = len(out)
    out += b"xref\n%d 5\n" % size + b"".join(b"%010d 00000 n \n" % places[number] for number in sorted(places))
    out += b"trailer\n<< /Size %d /Root %d 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (size + 5, catalog, start, table)
    return bytes(out)

"""The smallest files of common kinds, written by us, on which engines are run before any file of a leak is seen.

An engine's first file costs it caches, tables and classes; a zygote that has read these hands all of that on to every child it forks.
For Word files that is 56 of 96 ms (measured over 40 letters on two cores, each in a child of its own).
"""

from __future__ import annotations

import io
import zipfile

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_DOCX_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{_OFFICE}" '
    'Target="word/document.xml"/></Relationships>',
    "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    "<w:t>كتاب letter</w:t></w:r></w:p></w:body></w:document>",
}
_PDF_OBJECTS = (
    b"<< /Type /Catalog /Pages 2 0 R >>",
    b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
    b"<< /Length 35 >>\nstream\nBT /F 9 Tf 9 9 Td (a letter) Tj ET\nendstream",
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
)


def samples() -> dict[str, bytes]:
    """Return name and content of each sample.

    >>> sorted(samples())
    ['a.csv', 'a.docx', 'a.eml', 'a.html', 'a.pdf', 'a.txt']
    """
    return {
        "a.txt": "كتاب letter\n".encode(),
        "a.html": "<html><body><article><p>كتاب a letter, and a second one.</p></article></body></html>".encode(),
        "a.eml": b"From: a@example.org\nTo: b@example.org\nSubject: letter\nDate: Mon, 3 Mar 2014 10:00:00 +0000\n\na letter\n",
        "a.csv": b"number,name\n1,letter\n2,order\n",
        "a.docx": _docx(),
        "a.pdf": _pdf(),
    }


def _docx() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as parts:
        for name, content in _DOCX_PARTS.items():
            parts.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{content}')
    return packed.getvalue()


def _pdf() -> bytes:
    content, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(_PDF_OBJECTS, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (table, len(content))
    return bytes(content + end)

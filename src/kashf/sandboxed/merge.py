"""Two engines for one file: what one of them found and the other did not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kashf.domain.document import Page, Status
from kashf.ports.engines import Extract

_PIECE = re.compile(r"[^\t\n]+")
_LETTER = re.compile(r"[^\W\d_]")
#: Pieces that are looked for in the text; a sheet of this many formatted dates takes about a second.
_MOST_PIECES = 20_000


def add_beside(extract: Extract, other: Extract) -> Extract:
    """Return `extract` with one more page that holds what only `other` found, and with metadata of both.

    Lines and cells are compared without white space, and those without any letter are left out: they are the same numbers and dates in
    another form. The page is not added when there is nothing new; it is as sure as `other` is, and what `other` could not read is said.
    """
    known = "".join("".join(page.text.split()) for page in extract.pages)
    whole = {"".join(piece.split()) for piece in _pieces(extract)}
    unknown = (piece.strip() for piece in _pieces(other) if (squeezed := "".join(piece.split())) not in whole and squeezed not in known)
    new = "\n".join(dict.fromkeys(unknown))
    extract = replace(extract, metadata={**other.metadata, **extract.metadata})
    if not new:
        return extract
    page = Page(len(extract.pages) + 1, new, confidence=min(page.confidence for page in other.pages))
    said = other if extract.status is Status.DONE else extract
    return replace(extract, pages=(*extract.pages, page), status=said.status, reason=said.reason, detail=said.detail)


def _pieces(extract: Extract) -> Iterator[str]:
    count = 0
    for page in extract.pages:
        for match in _PIECE.finditer(page.text):
            if _LETTER.search(match[0]):
                count += 1
                yield match[0]
            if count >= _MOST_PIECES:
                return

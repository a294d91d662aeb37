"""Word documents of 1997 to 2003: their text as another reader gives it, with hidden text marked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

import olefile  # type: ignore[import-untyped]  # it ships no types

from kashf.domain.document import Mark, MarkKind, Page
from kashf.ports.engines import Extract, Limits, Reader, Source
from kashf.sandboxed.engines.office.older.hidden_runs import hidden_texts
from kashf.sandboxed.engines.office.older.ole_faults import OLE_FAULTS

#: Ends of paragraphs and cells, and signs for fields and pictures, at which readers break lines.
_SIGNS: Final = re.compile(r"[\x00-\x1f]+")


class OldWordReader:
    """Reads doc and dot.

    Args:
        whole: Reads all of their text.
    """

    name = "old-word"

    def __init__(self, whole: Reader) -> None:
        self._whole = whole
        self.version = f"1/{whole.name} {whole.version}"

    def reads(self, type: str) -> bool:
        """Return whether `type` is a Word document of before 2007."""
        return type == "application/msword"

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return what the other reader gives, hidden text marked; what is hidden and not in it stands at the end.

        Raises:
            EngineError: As the other reader does.
        """
        extract = self._whole.read(source, limits=limits)
        if not extract.pages:
            return extract
        first, *others = extract.pages
        return replace(extract, pages=(marked_page(first, _hidden(source)), *others))


def _hidden(source: Source) -> list[tuple[str, str]]:
    """Return what is hidden; nothing where a damaged document does not tell, whose text is all the other reader's."""
    found: list[tuple[str, str]] = []
    try:
        with source.open() as file, olefile.OleFileIO(file) as ole:
            document, *tables = (ole.openstream(name).read() if ole.exists(name) else b"" for name in ("WordDocument", "0Table", "1Table"))
            found += hidden_texts(document, (tables[0], tables[1]))
    except OLE_FAULTS:
        return found
    return found


def marked_page(page: Page, hidden: Iterable[tuple[str, str]]) -> Page:
    """Return a page of which hidden stretches are marked, and with those that it does not have.

    Args:
        page: Without marks.
        hidden: Each with the letters before it, in the order of the text.
    """
    text, marks, at = page.text, list[Mark](), 0
    for before, stretch in hidden:
        context = _SIGNS.split(before)[-1]
        for piece in filter(str.strip, _SIGNS.split(stretch)):
            place = _place(text, context, piece.strip(), at)
            if place < 0:
                place, text = len(text) + 1, f"{text}\n{piece.strip()}"
            at = place + len(piece.strip())
            marks.append(Mark(place, at, MarkKind.HIDDEN))
            context = ""
    return replace(page, text=text, marks=tuple(sorted(set(marks), key=lambda mark: mark.start)))


def _place(text: str, context: str, piece: str, at: int) -> int:
    """Return where a piece stands behind some letters, else where it stands next; -1 for nowhere."""
    if context.strip() and (found := text.find(context + piece, max(0, at - len(context)))) >= 0:
        return found + len(context)
    found = text.find(piece, at)
    return found if found >= 0 else text.find(piece)

"""Asks the sandbox for what a redaction needs, and checks what comes back."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO, Final

from kashf.domain.document import BOX_GRID, Box
from kashf.domain.ids import DocumentId, Json
from kashf.domain.pages.regions import Region
from kashf.ports.engines import Limits
from kashf.ports.runtime import Outcome, Task, Worker
from kashf.publish.redaction.placed_hits import TextLayer
from kashf.publish.redaction.proof_findings import Extractor
from kashf.services.case.open import OpenCase
from kashf.services.case.page_images import NoPictureError, why_none

#: Pixels of the longer side of a page of a redaction: A4 at about 250 dots an inch.
LONGEST_SIDE: Final = 3_000
_SECONDS_A_PAGE: Final = 60.0
_MOST_BOXES: Final = 200_000
_MOST_LETTERS: Final = 20_000_000
_MOST_BYTES: Final = 1 << 30

#: Number of a page, what is covered on it, and where protected words stand.
PageAreas = tuple[int, Sequence[Region], Sequence[Region]]


@dataclass(frozen=True, slots=True)
class PageCheck:
    """What of a page of a redaction is not as it should be.

    Attributes:
        page: Its number in the document.
        changed: Pixels outside of the areas that are not as they were drawn.
        shown: Places of protected words of which something can be seen.
    """

    page: int
    changed: int
    shown: int


@dataclass(frozen=True, slots=True)
class RedactionBox:
    """The sandbox, for one document.

    Args:
        case: Which case.
        worker: Where it is opened.
        document: Which document.
        passwords: Those that opened it before.
        longest_side: Pixels of a page.
    """

    case: OpenCase
    worker: Worker
    document: DocumentId
    passwords: tuple[str, ...] = ()
    longest_side: int = LONGEST_SIDE

    def layers(self, page: int) -> tuple[TextLayer, ...]:
        """Return the readings of a page with places.

        Raises:
            NoPictureError: It cannot be drawn.
        """
        outcome = self._run("placed", {"page": page}, pages=1)
        answer = outcome.untrusted_answer
        untrusted = answer.get("layers") if isinstance(answer, dict) else None
        if not isinstance(untrusted, list):
            raise _not_drawn(page, outcome)
        return tuple(layer for each in untrusted if (layer := _layer(each)))

    def cover(self, pages: Sequence[PageAreas], *, black_and_white: bool) -> bytes:
        """Return a PDF of pages with their areas covered.

        Raises:
            NoPictureError: One cannot be drawn.
        """
        kept = _SentParts()
        asked: dict[str, Json] = {"pages": [[page, [*map(_json, areas)]] for page, areas, _ in pages], "black_and_white": black_and_white}
        outcome = self._run("cover", asked, pages=len(pages), kept=kept)
        if outcome.untrusted_answer is None or kept.is_cut or not (made := kept.whole("pdf")).startswith(b"%PDF"):
            raise _not_drawn(0, outcome)
        return made

    def compare(self, made: bytes, pages: Sequence[PageAreas], *, black_and_white: bool) -> tuple[PageCheck, ...]:
        """Return what of each page of a redaction is not as it should be.

        Raises:
            NoPictureError: It cannot be told.
        """
        asked: dict[str, Json] = {
            "pages": [[page, [*map(_json, areas)], [*map(_json, places)]] for page, areas, places in pages],
            "black_and_white": black_and_white,
        }
        outcome = self._run("compare", asked, pages=len(pages), payload=made)
        answer = outcome.untrusted_answer
        untrusted = answer.get("pages") if isinstance(answer, dict) else None
        if not isinstance(untrusted, list) or len(untrusted) != len(pages):
            raise _not_drawn(0, outcome)
        return tuple(_check(page, each) for (page, _, _), each in zip(pages, untrusted, strict=True))

    def extracts(self, made: bytes) -> tuple[dict[Extractor, str], tuple[str, ...], bytes]:
        """Return the texts of a PDF by extractor, the names of its parts, and what its streams unpack to.

        Raises:
            NoPictureError: It cannot be told.
        """
        kept = _SentParts()
        task = Task("extracts", (), {"names": [""], "longest_side": self.longest_side}, Limits(seconds=20 * _SECONDS_A_PAGE), (made,))
        outcome = self.worker.run(task, members=kept)
        answer = outcome.untrusted_answer
        texts, parts = (answer.get("texts"), answer.get("parts")) if isinstance(answer, dict) else (None, None)
        wanted = {Extractor.PDFIUM, Extractor.PDFMINER, Extractor.TIKA, Extractor.OCR}
        if not isinstance(texts, dict) or not isinstance(parts, list) or set(texts) != wanted:
            raise _not_drawn(0, outcome)
        said = {way: str(texts[way]) for way in sorted(wanted)}
        if kept.is_cut or max(map(len, said.values())) > _MOST_LETTERS:
            # What is not looked at whole is not proven.
            raise NoPictureError("the redaction holds more than can be looked through; cover fewer pages of it", code="redact-too-much")
        return said, tuple(str(part)[:40] for part in parts), kept.whole("streams")

    def _run(
        self, kind: str, asked: Mapping[str, Json], *, pages: int, kept: _SentParts | None = None, payload: bytes | None = None
    ) -> Outcome:
        params: dict[str, Json] = {"names": ["", ""], "longest_side": self.longest_side, **asked}
        if self.passwords:
            params["passwords"] = [*self.passwords]
        payloads = () if payload is None else (payload,)
        with self.case.blobs.local(self.document) as path:
            return self.worker.run(Task(kind, [path], params, Limits(seconds=_SECONDS_A_PAGE * (pages + 1)), payloads), members=kept)


@dataclass(slots=True)
class _SentParts:
    """Takes what a child sends, up to a gibibyte a part; whoever asks for it has to see whether one was cut."""

    parts: dict[str, _Bounded] = field(default_factory=dict)
    _what: str = ""

    def begin(self, head: Mapping[str, object]) -> BinaryIO:
        """Return where it goes."""
        self._what = str(head.get("what"))
        self.parts[self._what] = _Bounded()
        return self.parts[self._what]

    def end(self) -> None:
        """It is complete."""

    def abort(self) -> None:
        """It will never be complete."""
        self.parts.pop(self._what, None)

    @property
    def is_cut(self) -> bool:
        """Whether more came of a part than is taken."""
        return any(part.is_cut for part in self.parts.values())

    def whole(self, what: str) -> bytes:
        """Return what came whole; nothing where none did."""
        return self.parts[what].getvalue() if what in self.parts else b""


class _Bounded(io.BytesIO):
    is_cut = False

    def write(self, chunk: bytes, /) -> int:  # type: ignore[override]  # the writer of members gives bytes
        """Take it while there is room."""
        self.is_cut = self.is_cut or self.tell() + len(chunk) > _MOST_BYTES
        return len(chunk) if self.is_cut else super().write(chunk)


def _json(region: Region) -> Json:
    return region.as_json()


def _layer(untrusted: object) -> TextLayer | None:
    """Return a reading whose boxes lie on the page and in its text; None for what is none."""
    text, rows = (untrusted.get("text"), untrusted.get("boxes")) if isinstance(untrusted, dict) else (None, None)
    if not isinstance(text, str) or not isinstance(rows, list) or len(rows) > _MOST_BOXES or len(text) > _MOST_LETTERS:
        return None
    boxes = []
    for row in rows:
        if isinstance(row, list) and len(row) == 6 and all(type(side) is int for side in row):
            start, end, left, top, right, bottom = row
            if 0 <= start < end <= len(text) and 0 <= left < right <= BOX_GRID and 0 <= top < bottom <= BOX_GRID:
                boxes.append(Box(start, end, left, top, right, bottom))
    return TextLayer(text, tuple(boxes))


def _check(page: int, untrusted: object) -> PageCheck:
    changed, shown = (untrusted.get("changed"), untrusted.get("shown")) if isinstance(untrusted, dict) else (None, None)
    is_told = type(changed) is int and isinstance(shown, list)
    return PageCheck(page, changed, len(shown)) if is_told and type(changed) is int and isinstance(shown, list) else PageCheck(page, 1, 1)


def _not_drawn(page: int, outcome: Outcome) -> NoPictureError:
    return NoPictureError(f"page {page or '?'} cannot be drawn ({why_none(outcome)})", code="no-picture", page=page)

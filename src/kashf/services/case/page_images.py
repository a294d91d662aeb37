"""A picture of a page, drawn in the sandbox: raw pixels come out, never a file, and they are counted before they are believed."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO, Final

from kashf.domain.document import Reason
from kashf.domain.ids import DocumentId, Json
from kashf.errors import NotFoundError
from kashf.ports.engines import Limits, Picture
from kashf.ports.runtime import Outcome, Task, Worker
from kashf.services.case.open import OpenCase

#: Largest side that may be asked for, in pixels: an A4 page at 400 dpi.
MAX_SIDE: Final = 4_700
#: A person is waiting.
LIMITS: Final = Limits(seconds=30.0)


class NoPictureError(NotFoundError):
    """A page cannot be drawn; its text, if it has any, is there all the same."""

    hint = "Read the text of the page instead; the original is kept unchanged."


def page_picture(
    case: OpenCase, worker: Worker, document: DocumentId, *, page: int, longest_side: int, passwords: Sequence[str] = ()
) -> Picture:
    """Return page `page` (from 1) of a document, at most `longest_side` pixels wide and high (up to 4,700).

    Args:
        case: Which case.
        worker: Where it is drawn.
        document: Which document.
        page: Its number.
        longest_side: In pixels.
        passwords: Those that opened the document before.

    Raises:
        NoPictureError: The document has no such page, or no pages to draw, or broke its reader.
        BrokenCustodyError: Its bytes are missing.
        SandboxError: The box cannot be made.
    """
    side = min(max(longest_side, 1), MAX_SIDE)
    canvas = Canvas(side)
    asked: dict[str, Json] = {"names": [""], "page": page, "longest_side": side}
    with case.blobs.local(document) as path:
        outcome = worker.run(
            Task("picture", [path], {**asked, **({"passwords": [*passwords]} if passwords else {})}, LIMITS), members=canvas
        )
    picture = canvas.picture()
    if picture is None:
        raise NoPictureError(f"page {page} cannot be drawn ({why_none(outcome)})", code="no-picture", page=page)
    return picture


@dataclass(slots=True)
class Canvas:
    """Takes the one picture that a child draws.

    Args:
        longest_side: What was asked for; nothing larger is taken.
    """

    longest_side: int
    _size: tuple[int, int, int] | None = None
    _pixels: _Pixels | None = None
    _is_whole: bool = field(default=False)

    def begin(self, head: Mapping[str, object]) -> BinaryIO:
        """Return where the pixels go; a second picture, or one of an impossible size, gets room for none."""
        self._size = None if self._pixels is not None else _check_size(head, self.longest_side)
        self._is_whole = False
        width, height, channels = self._size or (0, 0, 0)
        self._pixels = _Pixels(width * height * channels)
        return self._pixels

    def end(self) -> None:
        """The picture is complete, if it has as many pixels as it said."""
        self._is_whole = self._pixels is not None and self._pixels.is_full

    def abort(self) -> None:
        """The picture will never be complete."""
        self._is_whole = False

    def picture(self) -> Picture | None:
        """Return the picture, or None when none came whole."""
        if self._size is None or self._pixels is None or not self._is_whole:
            return None
        return Picture(*self._size, self._pixels.getvalue())


class _Pixels(io.BytesIO):
    """Holds no more than it was promised, whatever comes."""

    def __init__(self, promised: int) -> None:
        super().__init__()
        self._promised = promised
        self._came = 0

    @property
    def is_full(self) -> bool:
        """Whether exactly as much came as was promised."""
        return self._came == self._promised

    def write(self, chunk: bytes, /) -> int:  # type: ignore[override]  # the writer of members gives bytes
        """Take what fits and count the rest."""
        super().write(chunk[: max(0, self._promised - self._came)])
        self._came += len(chunk)
        return len(chunk)


def _check_size(untrusted_head: Mapping[str, object], longest_side: int) -> tuple[int, int, int] | None:
    """Return width, height and channels, or None when a child claims what was not asked for."""
    numbers = [untrusted_head.get(key) for key in ("width", "height", "channels")]
    width, height, channels = (n if isinstance(n, int) and not isinstance(n, bool) else 0 for n in numbers)
    fits = 1 <= width <= longest_side and 1 <= height <= longest_side and channels in {1, 3}
    return (width, height, channels) if fits else None


def why_none(outcome: Outcome) -> str:
    """Return why no picture came, in a word; an answer's own words are never repeated."""
    if outcome.reason is not None:
        return outcome.reason.value
    answer = outcome.untrusted_answer
    untrusted_reason = answer.get("reason") if isinstance(answer, dict) else None
    is_known = isinstance(untrusted_reason, str) and untrusted_reason in set(Reason)
    return str(untrusted_reason) if is_known else "no picture came"

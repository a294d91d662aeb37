"""What is found in a long text, as it comes out of the sandbox part by part: kept as bytes, and made into rows one part at a time.

As one answer, what JSON makes of it, and what is stored, all together, the rows of a text took ten times its size.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from itertools import islice
from typing import Any, Final, overload

from kashf.ports.stages import DATES, INDEX, NAMES

#: Stages that find something all over a text. Those of letters have few rows, of which one may be long.
IN_PARTS: Final = (INDEX, NAMES, DATES)
#: Bytes after which a part ends.
_PART_BYTES: Final = 1 << 20
#: Bytes of the longest part: its last row may be a passage with three times a million code points.
_LONGEST_PART: Final = 16 << 20


def parted(found: dict[str, list[list[Any]]]) -> Iterator[tuple[str, bytes]]:
    """Yield the rows of a document as parts, each with the name of its stage, and take them out of what was found."""
    for stage in IN_PARTS:
        rows: list[bytes] = []
        size = 0
        if not found.get(stage.name):
            continue  # said in the answer itself
        for row in found.pop(stage.name):
            rows.append(json.dumps(row, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode("utf-8", "surrogatepass"))
            size += len(rows[-1])
            if size >= _PART_BYTES:
                yield stage.name, b"[%b]" % b",".join(rows)
                rows, size = [], 0
        if rows:
            yield stage.name, b"[%b]" % b",".join(rows)


class FoundParts:
    """Takes parts as they come from a worker, and keeps them as they are; a `MemberWriter`."""

    def __init__(self) -> None:
        self._untrusted: dict[str, list[bytes]] = {}
        self._stage = ""
        self._part = io.BytesIO()

    def begin(self, head: Mapping[str, object]) -> io.BytesIO:
        """Return where the bytes of the next part go."""
        self._stage, self._part = str(head.get("stage"))[:20], io.BytesIO()
        return self._part

    def end(self) -> None:
        """The part is complete."""
        self._untrusted.setdefault(self._stage, []).append(self._part.getvalue())
        self._part = io.BytesIO()

    def abort(self) -> None:
        """The part will never be complete."""
        self._part = io.BytesIO()

    def take(self) -> dict[str, list[bytes]]:
        """Return the parts by the name of their stage, and keep none."""
        taken, self._untrusted = self._untrusted, {}
        return taken


class PartedRows(Sequence[Any]):
    """Rows that were found to be well formed, made anew of their parts as they are gone through; one part of them is held at a time.

    Args:
        parts: What they are made of.
        make: Makes the rows of one part, and refuses those that are not well formed.
        most: Rows there are at most; the others are not looked at.

    Raises:
        ValueError: A part is not well formed.
    """

    def __init__(self, parts: Sequence[bytes], make: Callable[[list[Any]], Sequence[Any]], *, most: int) -> None:
        self._parts = parts
        self._make = make
        self._count = 0
        for part in parts:
            self._count += len(self._rows(part))
            if self._count > most:
                raise ValueError("found: too many rows")

    def __len__(self) -> int:
        """Return how many there are."""
        return self._count

    def __iter__(self) -> Iterator[Any]:
        """Yield them in order."""
        return islice((row for part in self._parts for row in self._rows(part)), self._count)

    @overload
    def __getitem__(self, place: int) -> Any: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Any]: ...

    def __getitem__(self, place: int | slice) -> Any:
        """Return one, or some; the first of them are made anew as all are, others are held."""
        if not isinstance(place, slice):
            return next(islice(self, range(self._count)[place], None))
        start, stop, step = place.indices(self._count)
        if (start, step) != (0, 1):
            return list(islice(self, start, stop, step))
        first = copy(self)
        first._count = stop  # noqa: SLF001 - another of this class
        return first

    def _rows(self, untrusted_part: bytes) -> Sequence[Any]:
        if len(untrusted_part) > _LONGEST_PART:
            raise ValueError("found: too long a part")
        try:
            untrusted = json.loads(untrusted_part.decode("utf-8", "surrogatepass"), parse_constant=_refuse)
        except RecursionError as error:
            raise ValueError("found: nested too deeply") from error
        if not isinstance(untrusted, list):
            raise ValueError("found: a part that is no list")
        return self._make(untrusted)


def _refuse(constant: str) -> object:
    raise ValueError(f"{constant} is no JSON")

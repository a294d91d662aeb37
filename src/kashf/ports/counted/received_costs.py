"""What one received file may cost, with all that lies in it, over all stages: the one place where these numbers stand.

`ports/engines.Limits` says what one file may cost while it is open. A hostile file costs through what it brings: archives in archives,
members, text, names. So what each document costs counts to the received file that it came in, and what goes beyond is left out and said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Final, Protocol

from kashf.domain.ids import DocumentId
from kashf.ports.engines import Limits

#: How much more a received file may cost that somebody says is worth it, unless they say how much.
MORE: Final = 10
#: No file is worth more than this.
MOST_TIMES: Final = 1000


@dataclass(frozen=True, slots=True)
class Cost:
    """What a document took, or a received file may take.

    Args:
        seconds: Of workers, by the clock on the wall.
        stored_bytes: Of the members that came out of it.
        members: How many came out of it, those without content too.
        characters: Of the text that was read.
        names: Mentions that were found.
        rows: What all other stages keep.
    """

    seconds: float = 0.0
    stored_bytes: int = 0
    members: int = 0
    characters: int = 0
    names: int = 0
    rows: int = 0

    def __add__(self, other: Cost) -> Cost:
        """Return both together."""
        return Cost(*(getattr(self, each) + getattr(other, each) for each in _NAMES))

    def __sub__(self, other: Cost) -> Cost:
        """Return what is left of it, nothing less than 0."""
        return Cost(*(max(0, getattr(self, each) - getattr(other, each)) for each in _NAMES))

    def at_least(self, other: Cost) -> Cost:
        """Return the larger of both, of each thing."""
        return Cost(*(max(getattr(self, each), getattr(other, each)) for each in _NAMES))

    def part(self, of: int) -> Cost:
        """Return one of so many equal parts of it."""
        return Cost(*(getattr(self, each) / of if each == "seconds" else getattr(self, each) // of for each in _NAMES))

    def beyond(self, budget: Cost) -> tuple[str, ...]:
        """Return of what it takes all there is, or more."""
        return tuple(each for each in _NAMES if getattr(self, each) >= getattr(budget, each))

    @property
    def is_small(self) -> bool:
        """Whether it is less than a hundredth of what the smallest file may cost, of each thing, and nothing came out of it."""
        return not self.members and all(100 * getattr(self, each) < getattr(LEAST, each) for each in _NAMES)

    def as_json(self) -> Mapping[str, float]:
        """Return it with its names."""
        return asdict(self)


_NAMES: Final = tuple(field.name for field in fields(Cost))
NO_COST: Final = Cost()

#: Parts of a cost: what the readers took, and what the stages of texts did.
READING: Final = "read"
LOOKING: Final = "look"

#: What the smallest file may cost. Honest ones stay far below: a scan of 100 kB takes minutes, a zip of 1 MB brings some hundred files.
LEAST: Final = Cost(seconds=300.0, stored_bytes=64 << 20, members=10_000, characters=500_000, names=200_000, rows=200_000)
#: What each of its bytes adds. The densest honest files: scans in JBIG2 (10 kB and 10 s a page), logs in xz (50 letters a byte), archives
#: of empty files (20 bytes a member), tables of names (one in four bytes).
A_BYTE: Final = Cost(seconds=0.002, stored_bytes=200, members=0, characters=50, names=0, rows=0)
_BYTES_A_MEMBER: Final = 20
_BYTES_A_ROW: Final = 4
#: Where 200 times its size would be more than this, a file may store four times its size, and this.
_MOST_STORED: Final = Limits().unpacked_bytes
_TIMES_STORED: Final = 4


def budget_for(size_bytes: int, *, times: int = 1) -> Cost:
    """Return what a received file may cost.

    Args:
        size_bytes: Of the file.
        times: How much more than others, as somebody decided.

    >>> budget_for(16_000).stored_bytes >> 20, budget_for(16_000).characters
    (64, 1300000)
    """
    stored = min(max(LEAST.stored_bytes, A_BYTE.stored_bytes * size_bytes), _MOST_STORED + _TIMES_STORED * size_bytes)
    whole = Cost(
        seconds=LEAST.seconds + A_BYTE.seconds * size_bytes,
        stored_bytes=stored,
        members=LEAST.members + size_bytes // _BYTES_A_MEMBER,
        characters=LEAST.characters + A_BYTE.characters * size_bytes,
        names=LEAST.names + size_bytes // _BYTES_A_ROW,
        rows=LEAST.rows + size_bytes // _BYTES_A_ROW,
    )
    return Cost(*(getattr(whole, each) * times for each in _NAMES))


#: Different names of one kind that the smallest file may bring: what is learned of all names together takes a millisecond each.
_DIFFERENT_NAMES: Final = 25_000
#: Bytes that bring one more: a large mailbox names many people.
_BYTES_A_DIFFERENT_NAME: Final = 2_000


def different_names_for(size_bytes: int, *, times: int = 1) -> int:
    """Return how many different names of one kind a received file may bring; see `budget_for`.

    >>> different_names_for(2_000_000), different_names_for(2_000_000, times=10)
    (26000, 260000)
    """
    return (_DIFFERENT_NAMES + size_bytes // _BYTES_A_DIFFERENT_NAME) * times


def within(limits: Limits, left: Cost) -> Limits:
    """Return the limits of one file, none beyond what is left of the budget."""
    return replace(
        limits,
        seconds=min(limits.seconds, left.seconds),
        unpacked_bytes=min(limits.unpacked_bytes, left.stored_bytes),
        members=min(limits.members, left.members),
        text_characters=min(limits.text_characters, left.characters),
    )


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A received file with what it cost so far.

    Args:
        document: Its bytes.
        size_bytes: Of it.
        cost: Of it and all that lies in it.
    """

    document: DocumentId
    size_bytes: int
    cost: Cost


class CostsView(Protocol):
    """Reads what was spent."""

    def came_in(self, documents: Sequence[DocumentId]) -> Mapping[DocumentId, DocumentId]:
        """Return the received file that each document came in: itself, or the outermost container in which it was first seen."""
        ...

    def came_from(self, received: DocumentId) -> tuple[DocumentId, ...]:
        """Return the documents that cost a received file anything, by id."""
        ...

    def costs_of(self, received: Sequence[DocumentId]) -> Mapping[DocumentId, ReceivedFile]:
        """Return what some received files cost so far, with all that lies in them."""
        ...

    def received_costs(self) -> Iterator[ReceivedFile]:
        """Yield every received file of which anything was read, with what it cost."""
        ...

    def over_budget(self) -> tuple[DocumentId, ...]:
        """Return the received files of which something was left out since they had cost what they may, by id."""
        ...

    def own_costs(self, documents: Sequence[DocumentId], part: str) -> Mapping[DocumentId, Cost]:
        """Return what some documents cost by themselves: `part` is READING or LOOKING."""
        ...


class CostsUnit(Protocol):
    """Writes what was spent, in a transaction."""

    def put_costs(self, part: str, costs: Sequence[tuple[DocumentId, DocumentId, Cost]]) -> None:
        """Keep what documents cost, in place of what was kept of this part: document, the received file it came in, the cost."""
        ...

    def put_over_budget(self, received: Sequence[DocumentId], *, is_over: bool = True) -> None:
        """Keep of received files that something was left out since they had cost what they may; or forget it."""
        ...

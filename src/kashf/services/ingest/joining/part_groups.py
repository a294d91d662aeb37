"""Which files are parts of one, by what they are called and where they lay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Final

from kashf.domain.files.divided_files import CLOSING, Division, part_name
from kashf.domain.ids import DocumentId, content_id

#: Parts that are read as one: each is an open file of one child, which has 256.
MOST_PARTS: Final = 128
#: Ways of putting parts together that are tried where several files may be one part.
_MOST_WAYS: Final = 8
#: Numbers that are told of parts that are missing.
_MOST_TOLD: Final = 5

#: A part by its number: the files that may be it, those of the same folder alone where there are any.
_Parts = Mapping[int, Sequence[DocumentId]]


@dataclass(frozen=True, slots=True)
class PartGroup:
    """Parts that may be one file.

    Args:
        path: Where the first lay, for display.
        division: How it was cut.
        parts: The parts that follow one another from the first on, each with the files that may be it.
        missing: Numbers that are not there, though higher ones are; CLOSING for the last part of a zip.
        beyond: Parts that are there, behind one that is missing.
    """

    path: str
    division: Division
    parts: tuple[tuple[DocumentId, ...], ...]
    missing: tuple[int, ...] = ()
    beyond: tuple[DocumentId, ...] = ()

    def ways(self) -> Iterator[tuple[DocumentId, ...]]:
        """Yield ways of putting it together, the likeliest first, a few at most."""
        return islice(product(*self.parts), _MOST_WAYS)

    @property
    def key(self) -> str:
        """The same for the same files, so that nothing is tried twice."""
        return content_id([self.division.value, [list(each) for each in self.parts], list(self.missing)])[:16]

    def told_missing(self) -> str:
        """Return which parts are missing; "" when none is known to be."""
        names = ["the last (.zip)" if number == CLOSING else str(number) for number in self.missing[:_MOST_TOLD]]
        more = f" and {len(self.missing) - _MOST_TOLD} more" if len(self.missing) > _MOST_TOLD else ""
        return f"{'part' if len(self.missing) == 1 else 'parts'} {', '.join(names)}{more}" if names else ""


def part_groups(seen: Iterable[tuple[str, DocumentId]]) -> tuple[PartGroup, ...]:
    """Return the groups of parts among files, by path; those without a first part are none.

    Parts belong together that have one name in one folder. One that is missing there is taken from another folder, as it may have come
    with another delivery.

    Args:
        seen: Paths with what lay there: files that could not be read by themselves.
    """
    found: dict[tuple[str, str, Division], dict[int, dict[DocumentId, str]]] = defaultdict(lambda: defaultdict(dict))
    for path, document in seen:
        folder, _, name = path.rpartition("/")
        part = part_name(name)
        if part:
            found[part.stem, folder, part.division][part.number].setdefault(document, path)
    elsewhere = _by_name(found)
    groups = (_group(parts, key[2], elsewhere[key[0], key[2]]) for key, parts in sorted(found.items()))
    return tuple(each for each in groups if each is not None)


def is_candidate(path: str) -> bool:
    """Return whether a file is called as parts are."""
    return part_name(path.rpartition("/")[2]) is not None


def _by_name(
    found: Mapping[tuple[str, str, Division], Mapping[int, Mapping[DocumentId, str]]],
) -> Mapping[tuple[str, Division], Mapping[int, dict[DocumentId, None]]]:
    merged: dict[tuple[str, Division], dict[int, dict[DocumentId, None]]] = defaultdict(lambda: defaultdict(dict))
    for (stem, _, division), parts in found.items():
        for number, documents in parts.items():
            merged[stem, division][number].update(dict.fromkeys(documents))
    return merged


def _group(
    here: Mapping[int, Mapping[DocumentId, str]], division: Division, elsewhere: Mapping[int, Mapping[DocumentId, None]]
) -> PartGroup | None:
    first = next((number for number in (0, 1) if number in here), None)
    if first is None:
        return None
    numbers = {number: tuple(here.get(number) or elsewhere[number]) for number in sorted({*here, *elsewhere})}
    highest = max((number for number in numbers if number < CLOSING), default=first)
    wanted = [*range(first, min(highest, first + 10 * MOST_PARTS) + 1), *([CLOSING] if division is Division.SPANNED else [])]
    missing = tuple(number for number in wanted if number not in numbers)
    run = [number for number in wanted if not missing or number < missing[0]]
    beyond = tuple(document for number, documents in numbers.items() if number not in run for document in documents)
    return PartGroup(next(iter(here[first].values())), division, tuple(numbers[number] for number in run), missing, beyond)

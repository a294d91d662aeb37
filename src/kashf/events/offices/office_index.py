"""Which office is which among the letters of a pile: one key however its name is written, and none where it cannot be told."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Self

from kashf.events.offices.office_words import CUT, fits, office_lines

#: Of the heads in which a line stands with others, so many times as often at the top as below another makes it the body above which there
#: is none: what lacks nothing is not looked for under other bodies.
_TOP: Final = 3
#: Names of the pile that begin as a word cut short does, of which it is looked for.
_MOST_LOOKED: Final = 1000


@dataclass(frozen=True, slots=True, order=True)
class OfficeKey:
    """An office of a pile: the compared names of its bodies from the top down, itself last."""

    lines: tuple[str, ...]

    @property
    def id(self) -> str:
        """One word for it, which stays the same in a pile that stays the same.

        >>> OfficeKey(("emirate plains", "general office")).id
        'emirate plains > general office'
        """
        return " > ".join(self.lines)


@dataclass(frozen=True, slots=True)
class WhichOffice:
    """Which office a head or a name means.

    Args:
        office: Which; None where it cannot be told or none is named.
        may_be: Those that it may be, by key, where there are several.
        is_completed: Whether bodies above it, or parts of words, were filled in from other letters of the pile.
    """

    office: OfficeKey | None = None
    may_be: tuple[OfficeKey, ...] = ()
    is_completed: bool = False


@dataclass(slots=True)
class _Below:
    """Heads that end alike: those with one more line above."""

    heads: int = 0
    above: dict[str, _Below] = field(default_factory=dict)


class OfficeIndex:
    """The offices of a pile by their heads. A head that lacks its upper lines is completed where only one of the pile ends as it does."""

    def __init__(self, paths: Counter[tuple[str, ...]], written: Mapping[str, Counter[str]]) -> None:
        self._meant: dict[str, tuple[str, ...]] = {}
        self._full = _full_lines(line for path in paths for line in path)
        self._root, self._tops, self._written = _Below(), _tops(paths), written
        for path, heads in sorted(paths.items()):
            if len(self._spelled(path)) == len(path):
                self._put(tuple(self._spelled(path)), heads)
        self._found: dict[tuple[str, ...], WhichOffice] = {}

    @classmethod
    def of(cls, heads: Iterable[Sequence[str]]) -> Self:
        """Return the offices of heads.

        Args:
            heads: For each letter the lines of its issuing offices, from the top down, as written.
        """
        paths: Counter[tuple[str, ...]] = Counter()
        written: dict[str, Counter[str]] = defaultdict(Counter)
        for lines in heads:
            path = office_lines(lines)
            if path:
                paths[path] += 1
            if len(path) == len(lines):
                for compared, line in zip(path, lines, strict=True):
                    written[compared][" ".join(line.split())] += 1
        return cls(paths, written)

    def which(self, lines: Sequence[str]) -> WhichOffice:
        """Return which office a head means, or the author that a letter cites; it need not be one of the heads of the pile.

        Args:
            lines: From the top down as written; one line for a name alone.

        >>> offices = OfficeIndex.of([["Plains", "North", "General Office"], ["The Plains", "South", "General Office"], ["South", "Court"]])
        >>> [offices.which(lines).office for lines in (["GENERAL OFFICE"], ["Court"], ["North", "Gen. Office"])]
        [None, OfficeKey(lines=('south', 'court')), OfficeKey(lines=('plains', 'north', 'general office'))]
        """
        path = office_lines(lines)
        if path not in self._found:
            self._found[path] = self._which(path)
        return self._found[path]

    def name(self, office: OfficeKey) -> tuple[str, ...]:
        """Return the names of an office's bodies from the top down as they are written most often."""
        return tuple(
            max(self._written[line].items(), key=lambda each: (each[1], each[0]))[0] if self._written.get(line) else line
            for line in office.lines
        )

    def all(self) -> tuple[OfficeKey, ...]:
        """Return the offices that letters of the pile come from, by key."""
        told = {self.which(path).office for path in self._ends(self._root, ())}
        return tuple(sorted(each for each in told if each))

    def _which(self, path: tuple[str, ...]) -> WhichOffice:
        if not path:
            return WhichOffice()
        spelled = [self._full_of(line) for line in path]
        unsure = next((each for each in spelled if len(each) > 1), None)
        if unsure is not None:
            may_be = {self._completed((*path[:-1], line)).office for line in spelled[-1]} if len(spelled[-1]) > 1 else set()
            return WhichOffice(may_be=tuple(sorted(each for each in may_be if each)))
        full = tuple(each[0] for each in spelled)
        found = self._completed(full)
        return WhichOffice(found.office, found.may_be, found.is_completed or full != path)

    def _completed(self, path: tuple[str, ...]) -> WhichOffice:
        at = self._root
        for line in reversed(path):
            if line not in at.above:
                return WhichOffice(OfficeKey(path))
            at = at.above[line]
        if not at.above:
            return WhichOffice(OfficeKey(path))
        ends = [each for each in self._ends(at, path) if each != path]
        last = max(ends, key=len)
        if all(last[-len(each) :] == each for each in ends):
            return WhichOffice(OfficeKey(last), is_completed=True)
        if path[0] in self._tops:
            return WhichOffice(OfficeKey(path))
        return WhichOffice(may_be=tuple(sorted({OfficeKey(each) for each in ends})))

    def _ends(self, at: _Below, path: tuple[str, ...]) -> list[tuple[str, ...]]:
        """Return the heads that end as a path does, itself among them where it is one."""
        found, open_paths = [], [(at, path)]
        while open_paths:
            here, reached = open_paths.pop()
            if here.heads:
                found.append(reached)
            open_paths += [(below, (line, *reached)) for line, below in here.above.items()]
        return found

    def _spelled(self, path: tuple[str, ...]) -> list[str]:
        spelled = [self._full_of(line) for line in path]
        return [each[0] for each in spelled if len(each) == 1]

    def _full_of(self, line: str) -> tuple[str, ...]:
        """Return the names of the pile that a line with words cut short may stand for; itself where there are none."""
        if CUT not in line:
            return (line,)
        if line not in self._meant:
            self._meant[line] = self._look_up(line)
        return self._meant[line]

    def _look_up(self, line: str) -> tuple[str, ...]:
        words = line.split()
        begins = words[0].removesuffix(CUT)
        full = self._full.get(len(words), ())
        first = bisect_left(full, begins)
        found: list[str] = []
        for place in range(first, len(full)):
            if not full[place].startswith(begins):
                break
            if place - first >= _MOST_LOOKED:
                return (*found, line)  # Among so many names nobody can tell which is meant.
            if fits(line, full[place]):
                found.append(full[place])
        return tuple(found) or (line,)

    def _put(self, path: tuple[str, ...], heads: int) -> None:
        at = self._root
        for line in reversed(path):
            at = at.above.setdefault(line, _Below())
        at.heads += heads


def _full_lines(lines: Iterable[str]) -> Mapping[int, Sequence[str]]:
    """Return the lines without words cut short by how many words they have, in order."""
    found: dict[int, list[str]] = defaultdict(list)
    for line in sorted({line for line in lines if CUT not in line}):
        found[len(line.split())].append(line)
    return found


def _tops(paths: Mapping[tuple[str, ...], int]) -> frozenset[str]:
    """Return the lines above which there is nothing: they stand at the top of longer heads, and hardly ever below another line."""
    first: Counter[str] = Counter()
    below: Counter[str] = Counter()
    for path, heads in paths.items():
        if len(path) > 1:
            first[path[0]] += heads
        for line in path[1:]:
            below[line] += heads
    return frozenset(line for line, heads in first.items() if heads >= _TOP * max(1, below[line]))

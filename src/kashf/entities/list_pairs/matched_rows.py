"""What was found so far of the rows of two lists: which are taken, which pairs are left in doubt, which were passed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kashf.entities.form_people.compare_people import prepared
from kashf.entities.list_pairs.judge_rows import JudgedPair, RowDoubt, SameBy
from kashf.entities.list_pairs.listed_row import ListedRow, Pair

_Places = tuple[tuple[int, ...], tuple[int, ...]]


class MatchedRows:
    """Keeps account of the rows of two lists.

    Args:
        lists: Their rows.
        homes: For each row of each list the first of those that are one with it; only these are matched.
    """

    def __init__(self, lists: tuple[Sequence[ListedRow], Sequence[ListedRow]], homes: tuple[Sequence[int], Sequence[int]]) -> None:
        self.lists = lists
        self.same: list[JudgedPair] = []
        self.seen: set[JudgedPair] = set()
        self._homes = homes
        self._taken: tuple[set[int], set[int]] = (set(), set())
        self._crowded: tuple[set[int], set[int]] = (set(), set())

    def home_pair(self, pair: Pair) -> Pair:
        """Return the first rows of those that two rows are one with."""
        return self._homes[0][pair[0]], self._homes[1][pair[1]]

    def open_rows(self, side: int) -> Iterator[tuple[int, ListedRow]]:
        """Yield the rows of a list of which none was found in the other yet, with their places."""
        for at, row in enumerate(self.lists[side]):
            if self._homes[side][at] == at and at not in self._taken[side]:
                yield at, row

    def settle(self, judged: Iterable[JudgedPair | None]) -> None:
        """Take the pairs that are the same and have no rival, and keep all others as open."""
        found = [each for each in judged if each is not None]
        sure = [each for each in found if isinstance(each.by, SameBy)]
        rivals = [Counter(each.place(side) for each in sure) for side in (0, 1)]
        for each in sure:
            self.take(each, rivals)
        self.seen.update(each for each in found if isinstance(each.by, RowDoubt))

    def take(self, pair: JudgedPair, rivals: Sequence[Counter[int]]) -> None:
        """Take a pair, unless one of its rows is taken, or has a rival."""
        is_free = pair.left not in self._taken[0] and pair.right not in self._taken[1]
        if any(counts[pair.place(side)] > 1 for side, counts in enumerate(rivals)) or not is_free:
            self.seen.add(pair._replace(by=RowDoubt.SEVERAL))
            return
        self.same.append(pair)
        self._taken[0].add(pair.left)
        self._taken[1].add(pair.right)

    def pass_over(self, rows: Iterable[tuple[int, int]]) -> None:
        """Note rows, each with its side, that were not held against all others."""
        for side, at in rows:
            self._crowded[side].add(at)

    def left_open(self) -> tuple[JudgedPair, ...]:
        """Return the pairs in doubt of which neither row was found elsewhere, each once."""
        free = [each for each in sorted(self.seen) if each.left not in self._taken[0] and each.right not in self._taken[1]]
        return tuple({each[:2]: each for each in free}.values())

    def rest(self, maybe: Sequence[JudgedPair], number: int | None) -> tuple[_Places, _Places, _Places]:
        """Return the rows of each list that are in it only, that could not be read, and that were passed over."""
        only, unread, crowded = zip(*(self._rest(side, {each.place(side) for each in maybe}, number) for side in (0, 1)), strict=True)
        return (only[0], only[1]), (unread[0], unread[1]), (crowded[0], crowded[1])

    def _rest(self, side: int, doubtful: set[int], number: int | None) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
        free = [(at, row) for at, row in self.open_rows(side) if at not in doubtful]
        unread = {at for at, row in free if not prepared(row.person.name).atoms and not row.answer(number)}
        crowded = self._crowded[side] - unread
        only = tuple(at for at, _ in free if at not in unread and at not in crowded)
        return only, tuple(sorted(unread)), tuple(at for at, _ in free if at in crowded)

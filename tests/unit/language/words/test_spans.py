from __future__ import annotations

import itertools
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from kashf.language.words.spans import SpanSet, without_overlap


@dataclass(frozen=True, slots=True)
class Piece:
    start: int
    end: int


def longest_first(piece: Piece) -> tuple[int, int]:
    return piece.start - piece.end, piece.start


PIECES = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda pair: Piece(pair[0], pair[0] + pair[1])))


def test_the_longer_stays_and_so_does_what_only_a_dropped_one_overlaps() -> None:
    pieces = [Piece(0, 5), Piece(3, 10), Piece(9, 20)]

    assert (Piece(0, 5), Piece(9, 20)) == without_overlap(pieces, best_first=longest_first)


@given(PIECES)
def test_what_is_kept_never_overlaps_and_what_is_dropped_overlaps_something_better(pieces: list[Piece]) -> None:
    kept = without_overlap(pieces, best_first=longest_first)

    assert all(left.end <= right.start for left, right in itertools.pairwise(kept))
    for piece in set(pieces).difference(kept):
        assert any(each.start < piece.end and piece.start < each.end and longest_first(each) <= longest_first(piece) for each in kept)


def test_a_set_of_spans_takes_only_what_is_free() -> None:
    taken = SpanSet([(5, 8), (0, 3), (2, 6)])

    assert [True, False, False, True] == [taken.is_free(*span) for span in ((3, 5), (4, 6), (1, 2), (8, 9))]
    assert [True, False] == [taken.add(3, 5), taken.add(3, 5)]

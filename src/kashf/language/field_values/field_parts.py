"""What a field has for each of the things it asks: of "place of entry and go-between" the crossing, and the man.

A value is cut at strokes, commas and the words that say "through", and the pieces are dealt out to the kinds in the way that fits best.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations_with_replacement, pairwise, permutations
from typing import Final

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.forms.form_families import ReadValue
from kashf.domain.forms.template_fields import FieldKind, FieldState, ValueType
from kashf.language.dates.day_orders import DayOrder
from kashf.language.field_values.part_fits import fit, soft_cuts
from kashf.language.field_values.read_values import read_value
from kashf.language.field_values.value_states import LONGEST_VALUE, value_state
from kashf.language.tables.field_words.part_words import THROUGH
from kashf.language.words.folding import fold

#: Between two things: a stroke that stands in no date and no number, a comma, a line's end, a hyphen with blanks, brackets.
_DIVIDES: Final = re.compile(r"\s*(?:(?<!\d)/|/(?!\d)|(?<=\d)\s+/\s+(?=\d)|\\|[،,;؛|\n]|[()\[\]])\s*|\s+[-–—]\s*|\s*[-–—]\s+")
_WORD: Final = re.compile(r"\S+")
#: Kinds and pieces above which a value is not dealt out: the ways grow too many, and it is a story.
_MOST_KINDS: Final = 4
_MOST_PIECES: Final = 6
#: What the pieces are worth in the order of the label.
_IN_ORDER: Final = 0.5


@dataclass(frozen=True, slots=True)
class FieldPart:
    """What a field has for one of the things it asks.

    Args:
        kind: What is asked.
        start: First code point of the answer in the value.
        end: One past its last; equal to `start` where there is no answer.
        state: What became of it.
        value: What it says; None unless it is filled in.
    """

    kind: FieldKind
    start: int
    end: int
    state: FieldState
    value: ReadValue | None = None


def read_field(
    kinds: Sequence[FieldKind], text: str, *, written: FuzzyDate = UNDATED, order: DayOrder = DayOrder.UNKNOWN
) -> tuple[FieldPart, ...]:
    """Return what a value has for each kind that its field asks, in their order.

    Where nothing tells for which of two kinds a value is, both have all of it and are doubtful. A date that no calendar has is unreadable.

    Args:
        kinds: As `propose_kind` gives them, or a person; one or more.
        text: The value, verbatim.
        written: When the form was filled in.
        order: Which number of a date is the day in this field.

    Example:
        >>> text = "المعبر الشمالي / أبو محمد الشمالي"
        >>> place, man = read_field((FieldKind.PLACE, FieldKind.GO_BETWEEN), text)
        >>> text[place.start : place.end], man.value.key
        ('المعبر الشمالي', 'ابو محمد الشمالي')
    """
    is_filled = any(value_state(text, kind) is FieldState.FILLED for kind in kinds)
    if len(kinds) == 1 or not is_filled or len(text) > LONGEST_VALUE:
        start, end = _stripped(text, 0, len(text))
        return tuple(_part(kind, text, start, end, written=written, order=order) for kind in kinds)
    pieces = _pieces(text)
    dealt = _dealt(kinds, [text[start:end] for start, end in pieces])
    if dealt is None:
        start, end = _stripped(text, 0, len(text))
        return tuple(_doubtful(_part(kind, text, start, end, written=written, order=order)) for kind in kinds)
    return tuple(
        _part(kind, text, pieces[first][0], pieces[last - 1][1], written=written, order=order)
        if first < last
        else FieldPart(kind, len(text), len(text), FieldState.BLANK)
        for kind, (first, last) in zip(kinds, dealt, strict=True)
    )


def _part(kind: FieldKind, text: str, start: int, end: int, *, written: FuzzyDate, order: DayOrder) -> FieldPart:
    answer = text[start:end]
    state = value_state(answer, kind)
    if state is not FieldState.FILLED:
        return FieldPart(kind, start, end, state)
    value = read_value(kind, answer, written=written, order=order)
    is_no_date = kind.traits.type is ValueType.DATE and not value.key and not value.value.get("age")
    return FieldPart(kind, start, end, FieldState.UNREADABLE if is_no_date else state, value)


def _doubtful(part: FieldPart) -> FieldPart:
    return replace(part, value=replace(part.value, is_doubtful=True)) if part.value else part


def _pieces(text: str) -> list[tuple[int, int]]:
    """Return where the pieces of a value stand, cut at signs and words that divide, or else where a new thing seems to begin."""
    cuts = [found.span() for found in _DIVIDES.finditer(text)]
    words = list(_WORD.finditer(text))
    cuts += [(words[at].start(), words[end - 1].end()) for at, end in _through([fold(word[0]) for word in words])]
    pieces = list(_between(text, sorted(cuts)))
    if len(pieces) == 1:
        start, end = pieces[0]
        pieces = list(_between(text, [(start + cut, start + cut) for cut in soft_cuts(text[start:end])]))
    return pieces


def _through(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where words stand that say "through", from the first to one past the last."""
    for at in range(1, len(words)):
        for length in (3, 2, 1):
            if " ".join(words[at : at + length]) in _THROUGH:
                yield at, min(at + length, len(words))
                break


_THROUGH: Final = frozenset(fold(phrase) for phrase in THROUGH.split("|"))


def _between(text: str, cuts: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    start = 0
    for cut_start, cut_end in (*cuts, (len(text), len(text))):
        piece = _stripped(text, start, max(cut_start, start))
        if piece[0] < piece[1]:
            yield piece
        start = max(start, cut_end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip())
    return first, max(first, start + len(piece.rstrip()))


def _dealt(kinds: Sequence[FieldKind], pieces: Sequence[str]) -> list[tuple[int, int]] | None:
    """Return for each kind from which to which piece it has; None where two ways fit as well."""
    if not pieces or len(kinds) > _MOST_KINDS or len(pieces) > _MOST_PIECES:
        return None
    scored: dict[tuple[tuple[int, int], ...], float] = {}
    for order in permutations(range(len(kinds))):
        for inner in combinations_with_replacement(range(len(pieces) + 1), len(kinds) - 1):
            runs = list(pairwise((0, *inner, len(pieces))))
            by_kind = dict(zip(order, runs, strict=True))
            way = tuple(by_kind[at] if by_kind[at][0] < by_kind[at][1] else (0, 0) for at in range(len(kinds)))
            starts = [run[0] for run in way if run[0] < run[1]]
            worth = sum(fit(kind, " / ".join(pieces[first:last])) for kind, (first, last) in zip(kinds, way, strict=True) if first < last)
            scored[way] = worth + _IN_ORDER * (starts == sorted(starts))
    best, *others = sorted(scored.items(), key=lambda item: -item[1])
    if others and others[0][1] == best[1]:
        return None
    return list(best[0])

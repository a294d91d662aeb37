"""How two renderings of the same words differ, word by word; where a word stands makes no difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from kashf.language.tables.stop_words import FUNCTION_WORDS, NEGATIONS
from kashf.language.words.tokens import Word, folded_words, words

#: Words whose presence alone is a matter of style.
_STYLE: Final = frozenset(folded_words(FUNCTION_WORDS)) - frozenset(folded_words(NEGATIONS))


@dataclass(frozen=True, slots=True)
class RenderedPiece:
    """A stretch of a rendering.

    Args:
        text: As it stands there, verbatim; the pieces of a rendering are the whole of it.
        differs: Whether the other rendering has no such words.
    """

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class WordDifference:
    """How two renderings differ.

    Args:
        left: The first one, in pieces.
        right: The second one.
        pairs: Words that stand in place of each other, "" where one has none; mere words of style are left out.
    """

    left: tuple[RenderedPiece, ...]
    right: tuple[RenderedPiece, ...]
    pairs: tuple[tuple[str, str], ...]

    @property
    def is_same(self) -> bool:
        """Whether both have the same words."""
        return not any(piece.differs for piece in (*self.left, *self.right))


def word_difference(left: str, right: str) -> WordDifference:
    """Return how two renderings differ; letters that writers mix up, case and punctuation are no difference.

    >>> word_difference("The martyr Omar fell.", "Omar, the killed man, fell").pairs
    (('martyr', 'killed man'),)
    """
    ours, theirs = words(left), words(right)
    folded = [each.folded for each in ours], [each.folded for each in theirs]
    shared = Counter(folded[0]) & Counter(folded[1])
    own = _beyond(ours, Counter(shared)), _beyond(theirs, Counter(shared))
    return WordDifference(_pieces(left, ours, own[0]), _pieces(right, theirs, own[1]), tuple(_pairs((left, right), (ours, theirs), own)))


def _beyond(found: Sequence[Word], shared: Counter[str]) -> tuple[bool, ...]:
    """Return of each word whether it stands there more often than in the other rendering."""
    beyond = []
    for word in found:
        beyond.append(shared[word.folded] <= 0)
        shared[word.folded] -= 1
    return tuple(beyond)


def _pieces(text: str, found: Sequence[Word], differs: Sequence[bool]) -> tuple[RenderedPiece, ...]:
    """Return a text cut where it begins and ceases to differ; what divides two words that differ differs with them."""
    pieces: list[RenderedPiece] = []
    at = 0
    for start, end in _runs(found, differs):
        pieces += [RenderedPiece(text[at:start], differs=False)] if at < start else []
        pieces.append(RenderedPiece(text[start:end], differs=True))
        at = end
    return tuple([*pieces, RenderedPiece(text[at:], differs=False)] if at < len(text) else pieces)


def _runs(found: Sequence[Word], differs: Sequence[bool]) -> Iterator[tuple[int, int]]:
    start = None
    for index, word in enumerate(found):
        if differs[index] and start is None:
            start = word.start
        if start is not None and (index + 1 == len(found) or not differs[index + 1]):
            yield start, word.end
            start = None


def _pairs(
    texts: tuple[str, str], found: tuple[Sequence[Word], Sequence[Word]], own: tuple[Sequence[bool], Sequence[bool]]
) -> Iterator[tuple[str, str]]:
    """Yield the words that only one rendering has, beside what the other has in their place."""
    folded = [each.folded for each in found[0]], [each.folded for each in found[1]]
    sides: list[list[str]] = [[], []]
    for what, left, left_end, right, right_end in SequenceMatcher(None, *folded, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        for side, (first, last) in enumerate(((left, left_end), (right, right_end))):
            chosen = [found[side][at] for at in range(first, last) if own[side][at] and found[side][at].folded not in _STYLE]
            sides[side].append(" ".join(texts[side][word.start : word.end] for word in chosen))
    yield from _matched(sides[0], sides[1])


def _matched(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what stands in one place on both sides; what is left alone on each side is put together, since order decides nothing."""
    alone: tuple[list[str], list[str]] = ([], [])
    for ours, theirs in zip(left, right, strict=True):
        if ours and theirs:
            yield ours, theirs
        else:
            alone[0].extend([ours] if ours else [])
            alone[1].extend([theirs] if theirs else [])
    if alone[0] or alone[1]:
        yield " ".join(alone[0]), " ".join(alone[1])

"""Which part of one name stands for which of the other, and what each agreement, contradiction and gap says, in nats."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from kashf.entities.evidence import absence, agreement, contradiction
from kashf.entities.prepare import SERVANT, Atom, joined
from kashf.entities.token_match import SAME_WORD, match_words
from kashf.language.translit import SAME_NAME

ONLY_LEFT: Final = "only in the left name"
ONLY_RIGHT: Final = "only in the right name"
_TOGETHER: Final = "written together and apart"
#: A compound is only nearly its telling word alone: Abd al-Rahman is seldom called Rahman.
_HALF_COMPOUND: Final = 0.85


class Link(NamedTuple):
    """Two parts laid side by side, or one alone.

    Attributes:
        left: Its part of the left name, if any.
        right: Its part of the right name, if any.
        score: How alike the words are, 0..1.
        agreement: Nats for one name, before saturation.
        against: Nats against it.
        why: The reason in words.
    """

    left: Atom | None
    right: Atom | None
    score: float
    agreement: float
    against: float
    why: str


def align_parts(lefts: tuple[Atom, ...], rights: tuple[Atom, ...], *, nats: Callable[[Atom], float]) -> list[Link]:
    """Return the parts of two names laid side by side, each once: agreements, then contradictions, then what stands alone.

    Args:
        lefts: Parts of one name.
        rights: Parts of the other.
        nats: How telling a part is.
    """
    options = sorted(_agreements(lefts, rights, nats), key=_best_first)
    free_left, free_right = dict(enumerate(lefts)), dict(enumerate(rights))
    found = []
    for _, i, j, link in options:
        if i in free_left and j in free_right:
            del free_left[i], free_right[j]
            found.append(link)
    if free_left and free_right:
        found += _joined(free_left, free_right, nats)
        found += _contradictions(free_left, free_right, nats)
    found += [Link(left, None, 0.0, 0.0, absence(nats(left), left.part), ONLY_LEFT) for left in free_left.values()]
    found += [Link(None, right, 0.0, 0.0, absence(nats(right), right.part), ONLY_RIGHT) for right in free_right.values()]
    return found


_Option = tuple[float, int, int, Link]


def _best_first(option: _Option) -> tuple[float, int, int]:
    return -option[0], abs(option[1] - option[2]), option[1]


def _agreements(lefts: tuple[Atom, ...], rights: tuple[Atom, ...], nats: Callable[[Atom], float]) -> Iterator[_Option]:
    for i, left in enumerate(lefts):
        for j, right in enumerate(rights):
            score, why = match_parts(left, right)
            if score >= SAME_WORD:
                link = _pair(left, right, score, why, nats=min(nats(left), nats(right)))
                yield link.agreement - link.against, i, j, link


def _pair(left: Atom, right: Atom, score: float, why: str, *, nats: float) -> Link:
    parts = left.part, right.part
    return Link(left, right, score, agreement(nats, score, parts), contradiction(nats, score, parts), why)


@lru_cache(maxsize=1 << 19)
def match_parts(left: Atom, right: Atom) -> tuple[float, str]:
    """Return how alike two parts are, 0..1, and why; both words of a compound count."""
    if left.words == right.words:
        return 1.0, "the same word"
    score, why = match_words(left.word, right.word)
    if len(left.words) != len(right.words):
        return score * _HALF_COMPOUND, why
    if len(left.words) == 1 or not score or (left.words[0] in SERVANT and right.words[0] in SERVANT):
        return score, why
    return min((score, why), *(match_words(one, other) for one, other in zip(left.words, right.words, strict=True)))


def _joined(lefts: dict[int, Atom], rights: dict[int, Atom], nats: Callable[[Atom], float]) -> list[Link]:
    """Take out words that are written together in one name and apart in the other."""
    found = [_pair(both, one, score, _TOGETHER, nats=nats(one)) for both, one, score in _take_joined(lefts, rights)]
    return found + [_pair(one, both, score, _TOGETHER, nats=nats(one)) for both, one, score in _take_joined(rights, lefts)]


def _take_joined(apart: dict[int, Atom], together: dict[int, Atom]) -> Iterator[tuple[Atom, Atom, float]]:
    for at in sorted(apart):
        if at in apart and at + 1 in apart:
            both = joined(apart[at], apart[at + 1])
            fits = [(match_words(both.word, one.word)[0], place) for place, one in together.items()]
            score, place = max(fits, default=(0.0, -1))
            if score >= SAME_NAME:
                del apart[at], apart[at + 1]
                yield both, together.pop(place), score


def _contradictions(lefts: dict[int, Atom], rights: dict[int, Atom], nats: Callable[[Atom], float]) -> list[Link]:
    """Take out parts of which each name has another: those first that would contradict the most if they were two words for certain."""
    options = []
    for i, left in lefts.items():
        for j, right in rights.items():
            least = min(nats(left), nats(right))
            gravity = contradiction(least, 0.0, (left.part, right.part))
            if gravity:
                score, why = match_parts(left, right)
                options.append((gravity + score, i, j, _pair(left, right, score, _another(left, right, why), nats=least)))
    found = []
    for _, i, j, link in sorted(options, key=_best_first):
        if i in lefts and j in rights:
            del lefts[i], rights[j]
            found.append(link)
    return found


def _another(left: Atom, right: Atom, why: str) -> str:
    kind = left.part if left.part == right.part else "word"
    return f"another {kind}" if "different words" in why or "another" in why else f"another {kind} ({why})"

"""Which part of one name stands for which of the other, and what each agreement, contradiction and gap says, in nats."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from kashf.entities.prepare import INITIAL, ISM, KUNYA, LAQAB, LEGAL, NASAB, NISBA, SERVANT, SMALL, TITLE, WORD, Atom, joined
from kashf.entities.token_match import SAME_WORD, match_words
from kashf.language.translit import SAME_NAME

#: What is left of an agreement when the two words have another part in each name: a man's own name is the other's kunya.
_CROSSED: Final = {
    frozenset((KUNYA, ISM)): 0.35,
    frozenset((KUNYA, NASAB)): 0.25,
    frozenset((KUNYA, NISBA)): 0.3,
    frozenset((KUNYA, LAQAB)): 0.3,
    frozenset((ISM, NASAB)): 0.7,
}
#: How much a word of one kind contradicts one of another kind, in nats, when neither has a counterpart.
_AGAINST: Final = {
    frozenset((KUNYA,)): 4.0,
    frozenset((ISM,)): 5.0,
    frozenset((NASAB,)): 2.5,
    frozenset((NISBA,)): 5.0,
    frozenset((LAQAB,)): 4.5,
    frozenset((NISBA, LAQAB)): 3.5,
    frozenset((ISM, LAQAB)): 2.5,
    frozenset((ISM, NISBA)): 2.0,
    frozenset((ISM, NASAB)): 1.5,
    frozenset((NASAB, LAQAB)): 2.0,
    frozenset((NASAB, NISBA)): 1.5,
    frozenset((WORD,)): 5.0,
    frozenset((INITIAL,)): 3.0,
    frozenset((INITIAL, ISM)): 3.0,
    frozenset((INITIAL, NASAB)): 1.0,
    frozenset((WORD, ISM)): 4.0,
    frozenset((WORD, LAQAB)): 4.0,
    frozenset((WORD, NISBA)): 4.0,
    frozenset((LEGAL,)): 0.1,
}
#: What it says against two names when only one has such a part, in nats.
_MISSING: Final = {KUNYA: 1.0, ISM: 1.0, NASAB: 0.6, NISBA: 1.2, LAQAB: 1.2, TITLE: 0.0, SMALL: 0.0, LEGAL: 0.1, INITIAL: 0.5, WORD: 1.5}
_TOGETHER: Final = "written together and apart"
#: Nats of a word that tells so much that its contradiction counts whole.
_WHOLE: Final = 5.0


@dataclass(frozen=True, slots=True)
class Link:
    """Two parts laid side by side, or one alone.

    Attributes:
        left: Its part of the left name, if any.
        right: Its part of the right name, if any.
        score: How alike the words are, 0..1.
        nats: What it says for one name (above 0) or against it.
        why: The reason in words.
    """

    left: Atom | None
    right: Atom | None
    score: float
    nats: float
    why: str


def align_parts(lefts: tuple[Atom, ...], rights: tuple[Atom, ...], *, nats: Callable[[Atom], float]) -> list[Link]:
    """Return the parts of two names laid side by side, each once: agreements, then contradictions, then what stands alone.

    Args:
        lefts: Parts of one name.
        rights: Parts of the other.
        nats: How telling a part is.
    """
    options = sorted(_agreements(lefts, rights, nats), key=lambda option: (-option[0], option[1] + option[2], option[1]))
    free_left, free_right = set(range(len(lefts))), set(range(len(rights)))
    found = []
    for worth, i, j, score, why in options:
        if i in free_left and j in free_right:
            free_left.discard(i)
            free_right.discard(j)
            found.append(Link(lefts[i], rights[j], score, worth, why))
    if free_left and free_right:
        alone_left, alone_right = [lefts[i] for i in sorted(free_left)], [rights[j] for j in sorted(free_right)]
        found += _joined(alone_left, alone_right, nats)
        found += _contradictions(alone_left, alone_right, nats)
        found += _alone(alone_left, alone_right, nats)
    else:
        found += _alone([lefts[i] for i in sorted(free_left)], [rights[j] for j in sorted(free_right)], nats)
    return found


def gain(score: float) -> float:
    """Return which share of what a word tells is left when its spelling is only this alike; below 0 it speaks against.

    Example:
        >>> gain(1.0), gain(0.7) < gain(0.85) < gain(0.95)
        (1.0, True)
    """
    return 1.0 if score >= 0.98 else 1 - (0.98 - score) * 3.2


def _agreements(
    lefts: tuple[Atom, ...], rights: tuple[Atom, ...], nats: Callable[[Atom], float]
) -> Iterator[tuple[float, int, int, float, str]]:
    for i, left in enumerate(lefts):
        for j, right in enumerate(rights):
            score, why = _match(left, right)
            if score >= SAME_WORD:
                yield min(nats(left), nats(right)) * gain(score) * _kinship(left.part, right.part), i, j, score, why


def _match(left: Atom, right: Atom) -> tuple[float, str]:
    """Return how alike two parts are; both words of a compound count, and a compound is only nearly its telling word alone."""
    if left.words == right.words:
        return 1.0, "the same word"
    score, why = match_words(left.word, right.word)
    if len(left.words) != len(right.words):
        score *= 0.85
    elif len(left.words) == 2 and score:
        other = min(match_words(a, b)[0] for a, b in zip(left.words, right.words, strict=True))
        score = score if left.words[0] in SERVANT and right.words[0] in SERVANT else min(score, other)
    return score, why


def _kinship(left: str, right: str) -> float:
    return 1.0 if left == right else _CROSSED.get(frozenset((left, right)), 1.0)


def _joined(lefts: list[Atom], rights: list[Atom], nats: Callable[[Atom], float]) -> list[Link]:
    """Take out words that are written together in one name and apart in the other."""
    found = [Link(both, one, score, nats(one) * gain(score), _TOGETHER) for both, one, score in _take_joined(lefts, rights)]
    return found + [Link(one, both, score, nats(one) * gain(score), _TOGETHER) for both, one, score in _take_joined(rights, lefts)]


def _take_joined(apart: list[Atom], together: list[Atom]) -> Iterator[tuple[Atom, Atom, float]]:
    at = len(apart) - 2
    while at >= 0:
        both = joined(apart[at], apart[at + 1])
        score, one = max(((match_words(both.word, one.word)[0], one) for one in together), key=lambda found: found[0], default=(0.0, both))
        if score >= SAME_NAME:
            yield both, one, score
            del apart[at : at + 2]
            together.remove(one)
            at -= 1
        at -= 1


def _contradictions(lefts: list[Atom], rights: list[Atom], nats: Callable[[Atom], float]) -> list[Link]:
    """Take out parts of which each name has another, the gravest first."""
    options = sorted(
        (
            (-_AGAINST.get(frozenset((left.part, right.part)), 0.0) * min(1.0, max(0.3, min(nats(left), nats(right)) / _WHOLE)), i, j)
            for i, left in enumerate(lefts)
            for j, right in enumerate(rights)
        ),
        key=lambda option: (option[0], option[1] + option[2], option[1]),
    )
    found, gone_left, gone_right = [], set(), set()
    for worth, i, j in options:
        if worth < 0 and i not in gone_left and j not in gone_right:
            gone_left.add(i)
            gone_right.add(j)
            left, right = lefts[i], rights[j]
            score, why = _match(left, right)
            found.append(Link(left, right, score, worth * min(1.0, max(0.2, (1.15 - score) * 1.3)), _another(left, right, why)))
    lefts[:] = [left for i, left in enumerate(lefts) if i not in gone_left]
    rights[:] = [right for j, right in enumerate(rights) if j not in gone_right]
    return found


def _another(left: Atom, right: Atom, why: str) -> str:
    kind = left.part if left.part == right.part else "word"
    return f"another {kind}" + (f" ({why})" if why and "different words" not in why and "another" not in why else "")


def _alone(lefts: list[Atom], rights: list[Atom], nats: Callable[[Atom], float]) -> list[Link]:
    return [
        *(
            Link(left, None, 0.0, -_MISSING[left.part] * min(1.0, nats(left) / _WHOLE), f"this {left.part} is only in the left name")
            for left in lefts
        ),
        *(
            Link(None, right, 0.0, -_MISSING[right.part] * min(1.0, nats(right) / _WHOLE), f"this {right.part} is only in the right name")
            for right in rights
        ),
    ]

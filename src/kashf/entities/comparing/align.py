"""Which part of one name stands for which of the other, and what each agreement, contradiction and gap says, in nats."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from kashf.domain.reasons import NO_REASONS, ReasonCode, Reasons
from kashf.entities.comparing.prepare import SERVANT, SMALL, TITLE, WORD, Atom, joined
from kashf.entities.comparing.rarity import Rarity, is_unit_term
from kashf.entities.comparing.token_match import ANOTHER_INITIAL, ANOTHER_NUMBER, DIFFERENT, SAME, SAME_WORD, codes_alike, match_words
from kashf.entities.comparing.weights import absence, agreement, contradiction, gravity
from kashf.language.sounds.similarity import SAME_NAME
from kashf.language.tables.names.unit_heads import LOOSE_HEADS, TWO_COMPANIES

ONLY_LEFT: Final = Reasons.of(ReasonCode.ONLY_LEFT)
ONLY_RIGHT: Final = Reasons.of(ReasonCode.ONLY_RIGHT)
_TOGETHER: Final = Reasons.of(ReasonCode.TOGETHER_AND_APART)
_SAYS_NOTHING: Final = frozenset({DIFFERENT, ANOTHER_INITIAL, ANOTHER_NUMBER, NO_REASONS})
#: A compound is only nearly its telling word alone: Abd al-Rahman is seldom called Rahman.
_HALF_COMPOUND: Final = 0.85
_TWO_COMPANIES: Final = frozenset(TWO_COMPANIES.split())
_LOOSE_HEADS: Final = frozenset(LOOSE_HEADS.split())
_ALIKE: Final = (_TWO_COMPANIES, _LOOSE_HEADS)
#: Pairs of parts that one weigher remembers, about 300 bytes each.
_MOST_REMEMBERED: Final = 1 << 18


class AtomPair(NamedTuple):
    """Two parts laid side by side, or one alone.

    Attributes:
        left: Its part of the left name, if any.
        right: Its part of the right name, if any.
        score: How alike the words are, 0..1.
        agreement: Nats for one name, before saturation.
        against: Nats against it.
        gravity: Nats that it would say against one name if the words were two for certain.
        why: The reasons.
    """

    left: Atom | None
    right: Atom | None
    score: float
    agreement: float
    against: float
    gravity: float
    why: Reasons

    @property
    def part(self) -> str:
        """Return the kind of part; that of the left name where they differ."""
        atom = self.left or self.right
        return atom.part if atom else ""


class Weigher:
    """Says what two parts laid side by side weigh, and remembers it."""

    def __init__(self, rarity: Rarity | None) -> None:
        """Take how telling words are; none for the built-in shares."""
        self._rarity = rarity
        self._pairs: dict[tuple[Atom, Atom], AtomPair] = {}
        self._alone: dict[tuple[Atom, bool], AtomPair] = {}

    def pair(self, left: Atom, right: Atom) -> AtomPair:
        """Return two parts side by side."""
        found = self._pairs.get((left, right))
        if found is None:
            if len(self._pairs) >= _MOST_REMEMBERED:
                self._pairs.clear()
            score, why = match_parts(left, right) if _may_be_one(left, right) else (0.0, DIFFERENT)
            found = self._pairs[left, right] = self.link(left, right, score, why)
        return found

    def link(self, left: Atom, right: Atom, score: float, why: Reasons) -> AtomPair:
        """Return two parts side by side whose likeness is known."""
        nats, parts = min(self._nats(left), self._nats(right)), (left.part, right.part)
        reason = why if score >= SAME_WORD else _another(left, right, why)
        return AtomPair(left, right, score, agreement(nats, score, parts), contradiction(nats, score, parts), gravity(nats, parts), reason)

    def alone(self, atom: Atom, *, is_left: bool) -> AtomPair:
        """Return a part that only one name has."""
        found = self._alone.get((atom, is_left))
        if found is None:
            if len(self._alone) >= _MOST_REMEMBERED:
                self._alone.clear()
            left, right, why = (atom, None, ONLY_LEFT) if is_left else (None, atom, ONLY_RIGHT)
            found = self._alone[atom, is_left] = AtomPair(left, right, 0.0, 0.0, absence(self._nats(atom), atom.part), 0.0, why)
        return found

    def _nats(self, atom: Atom) -> float:
        return atom.nats if self._rarity is None else self._rarity.nats(atom.word, atom.share)


@lru_cache(maxsize=8)
def weigher_for(rarity: Rarity | None) -> Weigher:
    """Return the weigher of a population; those of the last eight are kept."""
    return Weigher(rarity)


def align_parts(lefts: tuple[Atom, ...], rights: tuple[Atom, ...], *, weigher: Weigher) -> list[AtomPair]:
    """Return the parts of two names laid side by side, each once: agreements, then contradictions, then what stands alone.

    Args:
        lefts: Parts of one name.
        rights: Parts of the other.
        weigher: What they weigh.
    """
    free_left, free_right = dict(enumerate(lefts)), dict(enumerate(rights))
    found = _agreements(free_left, free_right, weigher)
    if free_left and free_right:
        found += _joined(free_left, free_right, weigher)
        found += _contradictions(free_left, free_right, weigher)
    found += [weigher.alone(left, is_left=True) for left in free_left.values()]
    found += [weigher.alone(right, is_left=False) for right in free_right.values()]
    return found


@lru_cache(maxsize=1 << 18)
def match_parts(left: Atom, right: Atom) -> tuple[float, Reasons]:
    """Return how alike two parts are, 0..1, and why; both words of a compound count."""
    if left.words == right.words:
        return 1.0, SAME
    if SMALL in {left.part, right.part}:
        return 0.0, DIFFERENT
    if are_two_terms(left, right) or {left.word, right.word} == _TWO_COMPANIES:
        return (_HALF_COMPOUND, SAME) if any({left.word, right.word} <= alike for alike in _ALIKE) else (0.0, DIFFERENT)
    score, why = match_words(left.word, right.word)
    if len(left.words) != len(right.words):
        return score * _HALF_COMPOUND, why
    if len(left.words) == 1 or not score or (left.words[0] in SERVANT and right.words[0] in SERVANT):
        return score, why
    return min((score, why), *(match_words(one, other) for one, other in zip(left.words, right.words, strict=True)))


def are_two_terms(left: Atom, right: Atom) -> bool:
    """Return whether two parts are two words for what a body is or is about."""
    return WORD == left.part == right.part and left.word != right.word and is_unit_term(left.word) and is_unit_term(right.word)


def _may_be_one(left: Atom, right: Atom) -> bool:
    """Return whether two parts are worth comparing letter by letter."""
    if codes_alike(left.code, right.code) or not left.codes.isdisjoint(right.codes) or {left.word, right.word} <= _LOOSE_HEADS:
        return True
    return len(left.word) == 1 or len(right.word) == 1 or not (left.word.isalpha() and right.word.isalpha())


_Option = tuple[float, int, int, int, AtomPair]


def _agreements(lefts: dict[int, Atom], rights: dict[int, Atom], weigher: Weigher) -> list[AtomPair]:
    """Take out parts that are alike, those that say the most first."""
    options: list[_Option] = []
    for i, left in lefts.items():
        for j, right in rights.items():
            link = weigher.pair(left, right)
            if link.score >= SAME_WORD:
                options.append((link.against - link.agreement, abs(i - j), i, j, link))
    return _take(options, lefts, rights)


def _contradictions(lefts: dict[int, Atom], rights: dict[int, Atom], weigher: Weigher) -> list[AtomPair]:
    """Take out parts of which each name has another: those first that would contradict the most if they were two words for certain."""
    options: list[_Option] = []
    for i, left in lefts.items():
        for j, right in rights.items():
            link = weigher.pair(left, right)
            if link.gravity:
                options.append((-link.gravity - link.score, abs(i - j), i, j, link))
    return _take(options, lefts, rights)


def _take(options: list[_Option], lefts: dict[int, Atom], rights: dict[int, Atom]) -> list[AtomPair]:
    """Return the links of the best options that do not share a part, and take their parts out."""
    found = []
    if len(options) > 1:
        options.sort()
    for _, _, i, j, link in options:
        if i in lefts and j in rights:
            del lefts[i], rights[j]
            found.append(link)
    return found


def _joined(lefts: dict[int, Atom], rights: dict[int, Atom], weigher: Weigher) -> list[AtomPair]:
    """Take out words that are written together in one name and apart in the other."""
    found = [weigher.link(both, one, score, _TOGETHER) for both, one, score in _take_joined(lefts, rights)]
    return found + [weigher.link(one, both, score, _TOGETHER) for both, one, score in _take_joined(rights, lefts)]


def _take_joined(apart: dict[int, Atom], together: dict[int, Atom]) -> Iterator[tuple[Atom, Atom, float]]:
    for at in sorted(apart) if len(apart) > 1 else ():
        first, second = apart.get(at), apart.get(at + 1)
        if first and second and TITLE not in {first.part, second.part}:
            score, place = max(((_as_one(first, second, one), place) for place, one in together.items()), default=(0.0, -1))
            if score >= SAME_NAME:
                del apart[at], apart[at + 1]
                yield joined(first, second), together.pop(place), score


@lru_cache(maxsize=1 << 16)
def _as_one(first: Atom, second: Atom, one: Atom) -> float:
    """Return how alike two words written together are to one, 0 when their skeletons say that they are not."""
    return match_words(joined(first, second).word, one.word)[0] if codes_alike(first.code + second.code, one.code) else 0.0


def _another(left: Atom, right: Atom, why: Reasons) -> Reasons:
    kind = left.part if left.part == right.part else "word"
    return Reasons.of(ReasonCode.ANOTHER, kind, details=() if why in _SAYS_NOTHING else why)

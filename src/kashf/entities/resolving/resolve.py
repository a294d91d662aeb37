"""From the names of a case to its people, groups and places: candidate pairs, their scores, and clusters under people's decisions.

Two steps, since the first takes minutes in a large case and the second a moment: `score_pairs` compares what may be one, and depends on the
names alone; `join_names` makes entities of the pairs and of what people decided, and is done again with every decision, for the names it
touches.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import heappush, heappushpop
from typing import TYPE_CHECKING, Final, NamedTuple

from kashf.domain.decisions import namesakes
from kashf.domain.entity import Judgement, MentionType, NameKey, is_unassigned
from kashf.domain.reasons import Reasons
from kashf.entities.comparing.batch_prefilter import SMALL_PARTS, likely_pairs, telling_atoms
from kashf.entities.comparing.compare import MAYBE, SAME, Comparison, PartScore, Prepared, Rarity, compare, prepare, reasons_of
from kashf.entities.comparing.prepare import KUNYA
from kashf.entities.resolving.blocking import BlockingPart, candidate_pairs
from kashf.entities.resolving.clusters import Clusters, Name, cluster
from kashf.entities.resolving.constraints import reconcile
from kashf.ports.mentions import NamePair, NameTotal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Pairs that are kept for each name: the likeliest of those that are one, and of those that may be.
_MOST_KEPT: Final = 16


def score_pairs(names: Sequence[NameTotal]) -> tuple[NamePair, ...]:
    """Return the pairs of names that are or may be one, by their keys.

    Takes time in proportion to the names; for one name at most 16 pairs are kept that are one, and 16 that may be, the likeliest.

    Args:
        names: Of one type, each key once.
    """
    sorted_names = sorted((name for name in names if not is_unassigned(name.key)), key=lambda name: name.key)
    prepared = [_prepared(name.text) for name in sorted_names]
    rarity = Rarity.of(name.words for name in prepared)
    found = _Likeliest()
    for left, right in likely_pairs(prepared, _candidates(sorted_names, prepared)).tolist():
        result = compare(prepared[left], prepared[right], rarity=rarity)
        if result.score >= MAYBE:
            found.add(left, right, result)
    return tuple(
        NamePair(sorted_names[pair.left].key, sorted_names[pair.right].key, pair.score, pair.why, pair.warning) for pair in found.kept()
    )


def proposed_pairs(names: Sequence[NameTotal]) -> Iterator[tuple[NameKey, NameKey]]:
    """Yield the pairs that blocking proposes, by their keys: what blocking is measured by.

    Args:
        names: Of one type, each key once.
    """
    sorted_names = sorted(names, key=lambda name: name.key)
    for left, right in _candidates(sorted_names, [prepare(name.text) for name in sorted_names]).tolist():
        yield sorted_names[left].key, sorted_names[right].key


def join_names(
    type: MentionType,
    names: Collection[NameTotal],
    pairs: Iterable[NamePair],
    judgements: Iterable[Judgement],
) -> Clusters:
    """Return which names are one entity, by the scores of pairs and people's decisions, which stand above them.

    Args:
        type: What is named.
        names: All of that type, or all that hang together with each other by pairs and decisions.
        pairs: Of these names, each once.
        judgements: Those that stand; of other types are passed over. Names that several were found to bear are joined by people only.
    """
    memory = _Memory({name.key: name.text for name in names})
    mine = [judgement for judgement in judgements if judgement.type is type]
    shared = namesakes(mine, type)
    pairs = [pair for pair in pairs if shared.isdisjoint((pair.left, pair.right))]
    seen = [memory.name(name, may_be_partial=type is MentionType.PERSON) for name in names]
    return cluster(seen, pairs, reconcile(mine), same=SAME, fit=memory.fit)


def fit(comparison: Comparison) -> float:
    """Return how well two names fit in one entity: from SAME on without a person's word, from MAYBE on with doubt, 0 where they do not.

    >>> one = prepare("Abu Omar al-Shamali")
    >>> fit(compare(one, prepare("أبو عمر الشمالي"))) >= SAME, fit(compare(one, prepare("Abu Omar al-Adnani")))
    (True, 0.0)
    """
    return 0.0 if comparison.score < MAYBE or any(map(_differs, comparison.parts)) else comparison.score


def fits(comparison: Comparison) -> bool:
    """Return whether two names would be joined by themselves."""
    return fit(comparison) >= SAME


def _differs(part: PartScore) -> bool:
    return bool(part.left and part.right) and part.evidence < 0 and part.name not in SMALL_PARTS


def telling_parts(name: Prepared) -> int:
    """Return how many parts of a name tell something, titles and initials not counted.

    >>> telling_parts(prepare("Sheikh Abu Omar")), telling_parts(prepare("Abu Omar al-Shamali"))
    (1, 2)
    """
    return sum(1 for atom in name.atoms if atom.part not in SMALL_PARTS)


#: Taking a name apart takes longer than comparing it with several others, and both steps need it.
_prepared = lru_cache(maxsize=1 << 17)(prepare)


def _candidates(names: Sequence[NameTotal], prepared: Sequence[Prepared]) -> NDArray[np.int64]:
    return candidate_pairs([blocking_parts(name) for name in prepared], order=_ranks(names))


def blocking_parts(name: Prepared) -> list[BlockingPart]:
    """Return what a name is found by: a kunya by a kunya only."""
    return [
        BlockingPart(f"@{atom.code}", frozenset(f"@{code}" for code in atom.codes))
        if atom.part == KUNYA
        else BlockingPart(atom.code, atom.codes)
        for atom in telling_atoms(name)
    ]


def _ranks(names: Sequence[NameTotal]) -> list[int]:
    ranks = [0] * len(names)
    for rank, place in enumerate(sorted(range(len(names)), key=lambda place: -names[place].mentions)):
        ranks[place] = rank
    return ranks


class _Scored(NamedTuple):
    """A pair, so that the likelier is the greater; of two as likely, the one that comes first."""

    score: float
    left: int
    right: int
    why: Reasons
    warning: Reasons


@dataclass(slots=True)
class _Likeliest:
    """Keeps, for each name, the likeliest pairs that are one, and those that may be."""

    _found: dict[tuple[int, bool], list[_Scored]] = field(default_factory=dict)
    _shared: dict[Reasons, Reasons] = field(default_factory=dict)

    def add(self, left: int, right: int, result: Comparison) -> None:
        """Take a pair; most of many reasons read the same, and are kept once."""
        pair = _Scored(result.score, -left, -right, self._once(reasons_of(result)), self._once(result.warning))
        for end in (left, right):
            best = self._found.setdefault((end, result.score >= SAME), [])
            if len(best) < _MOST_KEPT:
                heappush(best, pair)
            else:
                heappushpop(best, pair)

    def _once(self, reasons: Reasons) -> Reasons:
        return self._shared.setdefault(reasons, reasons)

    def kept(self) -> Iterator[_Scored]:
        """Yield the pairs that are among the likeliest of one of their names, by place."""
        best = {(-pair.left, -pair.right): pair for pairs in self._found.values() for pair in pairs}
        for left, right in sorted(best):
            yield best[left, right]._replace(left=left, right=right)


@dataclass(slots=True)
class _Memory:
    """Compares names whatever population they are of, and remembers: asked for the same pairs again and again."""

    texts: dict[NameKey, str]
    _prepared: dict[NameKey, Prepared] = field(default_factory=dict)
    _known: dict[tuple[NameKey, NameKey], float] = field(default_factory=dict)

    def name(self, total: NameTotal, *, may_be_partial: bool) -> Name:
        """Return a name as clustering sees it."""
        parts = telling_parts(self._prepare(total.key))
        return Name(total.key, total.mentions, parts, is_partial=is_unassigned(total.key) or (may_be_partial and parts <= 1))

    def fit(self, left: NameKey, right: NameKey) -> float:
        """Return how well two names fit: by the built-in shares, so that the answer is the same whatever else is in the case."""
        pair = (left, right) if left <= right else (right, left)
        if pair not in self._known:
            self._known[pair] = fit(compare(self._prepare(left), self._prepare(right)))
        return self._known[pair]

    def _prepare(self, key: NameKey) -> Prepared:
        if key not in self._prepared:
            self._prepared[key] = _prepared(self.texts.get(key, key))
        return self._prepared[key]

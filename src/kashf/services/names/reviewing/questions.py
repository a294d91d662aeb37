"""The queue of what to decide: whether two names are one, asked first where the answer is expected to change the most."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from heapq import nsmallest
from typing import Final

from kashf.domain.entity import RESOLVED, Judgement, MentionType, NameKey
from kashf.domain.reasons import Reasons
from kashf.entities.comparing.compare import MAYBE, SAME, PartScore, compare, prepare
from kashf.entities.resolving.constraints import pair_of
from kashf.errors import UnfinishedError
from kashf.language.words.tokens import folded_words
from kashf.ports.mentions import Membership, NamePair, NameTotal
from kashf.services.case.open import OpenCase

#: How likely two names are one that fit each other, but not beside the others of their entities; that nearly fit; that come with a
#: warning; that score the least. Source: the made-up leaks of benchmarks/accuracy/bench_resolve.py, casts 1 and 2.
_FITTING: Final = 0.85
_NEARLY: Final = 0.6
_WARNED: Final = 0.2
_LEAST_CHANCE: Final = 0.05


@dataclass(frozen=True, slots=True)
class Side:
    """One of two names to decide on.

    Args:
        key: The name.
        text: Its most frequent spelling.
        mentions: Places that name it.
        entity: The name its entity goes by.
        entity_mentions: Places that name its entity.
    """

    key: NameKey
    text: str
    mentions: int
    entity: NameKey
    entity_mentions: int


@dataclass(frozen=True, slots=True)
class Question:
    """Whether two names are one.

    Args:
        type: What both name.
        left: One name, as in `why`.
        right: The other.
        score: In [0..1]; how alike the two are.
        why: The reasons.
        warning: What makes them false friends; empty when nothing does.
        moves: Mentions that would change their entity.
        gain: Mentions that are expected to move: `moves`, times how likely the two are one.
        pattern: In which words the two differ; questions of one type that differ in the same words can be answered at once. "" for none.
    """

    type: MentionType
    left: Side
    right: Side
    score: float
    why: Reasons
    warning: Reasons
    moves: int
    gain: float
    pattern: str = ""


def queue(case: OpenCase, *, limit: int, types: Iterable[MentionType] = RESOLVED) -> tuple[Question, ...]:
    """Return what to decide, first what is expected to change the most: mentions that move, times how likely the two are one.

    Two entities are asked about once, by their likeliest pair of names, and not again when somebody has decided on any such pair.

    Args:
        case: Which case.
        limit: How many at most.
        types: What to ask about.
    """
    with case.view.snapshot():
        asked = [question for type in sorted(set(types) & RESOLVED) for question in _questions(case, type)]
    return tuple(nsmallest(limit, asked, key=lambda each: (-each.gain, -each.score, each.type, each.left.key, each.right.key)))


def joined(case: OpenCase, *, limit: int, types: Iterable[MentionType] = RESOLVED) -> tuple[Question, ...]:
    """Return the names that were joined by machine, those that rest on the weakest evidence first; what people decided on is left out.

    `moves` is how many mentions "different" would part from their entity.

    Args:
        case: Which case.
        limit: How many at most.
        types: What to ask about.
    """
    with case.view.snapshot():
        asked = [question for type in sorted(set(types) & RESOLVED) for question in _joined(case, type)]
    return tuple(nsmallest(limit, asked, key=lambda each: (each.score, -each.moves, each.type, each.left.key, each.right.key)))


def is_open(case: OpenCase, question: Question) -> bool:
    """Return whether a question is still one: nobody has decided on the pair, and no other decision has made it one entity."""
    ends = pair_of(question.left.key, question.right.key)
    decided = (names for each in case.view.judgements() if each.type is question.type and (names := _names_in(each)))
    if any(pair_of(*names) == ends for names in decided):
        return False
    leaders = {member.key: member.leader for member in case.view.memberships(question.type, list(ends))}
    return leaders.get(ends[0], ends[0]) != leaders.get(ends[1], ends[1])


def parts(question: Question) -> tuple[PartScore, ...]:
    """Return what each part of two names says."""
    return compare(prepare(question.left.text), prepare(question.right.text)).parts


def patterns(questions: Iterable[Question]) -> tuple[tuple[Question, ...], ...]:
    """Return questions with those that differ in the same words, first what is expected to change the most by one answer."""
    found: dict[object, list[Question]] = {}
    for each in questions:
        found.setdefault((each.type, each.pattern) if each.pattern else id(each), []).append(each)
    return tuple(tuple(some) for some in sorted(found.values(), key=lambda some: -sum(each.gain for each in some)))


def _questions(case: OpenCase, type: MentionType) -> Iterator[Question]:
    view = case.view
    totals = {total.key: total for total in view.names(type, limit=None)}
    if totals and not view.resolution_version(type):
        raise UnfinishedError("the names of this case have not been compared yet", code="names-not-compared")
    entities = _Entities(totals, view.memberships(type))
    decided = {entities.pair(*names) for each in view.judgements() if each.type is type and (names := _names_in(each))}
    best: dict[tuple[NameKey, NameKey], NamePair] = {}
    for pair in view.name_pairs(type):
        between = entities.pair(pair.left, pair.right)
        if between[0] != between[1] and between not in decided and pair.left in totals and pair.right in totals:
            best[between] = max(best.get(between, pair), pair, key=lambda one: (not one.warning, one.score))
    rivals: dict[NameKey, float] = defaultdict(float)
    for (left, right), pair in best.items():
        rivals[left] += entities.mentions(right) * _chance(pair)
        rivals[right] += entities.mentions(left) * _chance(pair)
    for (left, right), pair in best.items():
        chance = _chance(pair)
        # Half a name fits many, and most likely the one who is named most.
        halves = ((one, other) for one, other in ((left, right), (right, left)) if one in entities.undecided)
        share = min((entities.mentions(other) * chance / rivals[one] for one, other in halves if rivals[one]), default=1.0)
        yield entities.question(type, pair, chance=chance * share)


def _joined(case: OpenCase, type: MentionType) -> Iterator[Question]:
    totals = {total.key: total for total in case.view.names(type, limit=None)}
    members = case.view.memberships(type)
    entities = _Entities(totals, members)
    decided = {pair_of(*names) for each in case.view.judgements() if each.type is type and (names := _names_in(each))}
    for member in members:
        ends = pair_of(member.via, member.key)
        if member.via in totals and member.key in totals and ends not in decided:
            question = entities.question(type, NamePair(*ends, member.score, member.why), chance=1.0)
            yield replace(question, moves=totals[member.key].mentions, pattern="")


def _names_in(judgement: Judgement) -> tuple[NameKey, NameKey] | None:
    """Return the two names that a judgement is about: also those of a place that was given from one to another."""
    if isinstance(judgement.left, str):
        return judgement.left, judgement.right
    return (judgement.reassigned.origin, judgement.right) if judgement.reassigned else None


def _chance(pair: NamePair) -> float:
    """Return how likely two names are one that are still apart, roughly: only the order of the queue hangs on it."""
    if pair.warning:
        return _WARNED
    return _FITTING if pair.score >= SAME else max(_LEAST_CHANCE, _NEARLY * (pair.score - MAYBE) / (SAME - MAYBE))


def _difference(left: str, right: str) -> str:
    """Return in which words two names of one script differ, whichever is named first; "" where they share none."""
    one, other = folded_words(left), folded_words(right)
    if not {*one} & {*other}:
        return ""
    return " / ".join(sorted((" ".join(word for word in one if word not in other), " ".join(word for word in other if word not in one))))


class _Entities:
    """Whose names the names are, and how often each entity is named."""

    def __init__(self, totals: Mapping[NameKey, NameTotal], members: Iterable[Membership]) -> None:
        self._totals = totals
        self._leaders: dict[NameKey, NameKey] = {}
        self.undecided: set[NameKey] = set()
        for member in members:
            self._leaders[member.key] = member.leader
            if member.is_undecided:
                self.undecided.add(member.leader)
        self._mentions: Counter[NameKey] = Counter()
        for key, total in totals.items():
            self._mentions[self.leader(key)] += total.mentions

    def leader(self, key: NameKey) -> NameKey:
        """Return the name the entity of a name goes by."""
        return self._leaders.get(key, key)

    def mentions(self, entity: NameKey) -> int:
        """Return how often an entity is named."""
        return self._mentions[entity]

    def pair(self, left: str, right: str) -> tuple[NameKey, NameKey]:
        """Return the entities of two names, in order."""
        return pair_of(self.leader(NameKey(left)), self.leader(NameKey(right)))

    def question(self, type: MentionType, pair: NamePair, *, chance: float) -> Question:
        """Return the question about a pair, with what an answer is expected to change."""
        left, right = self._side(pair.left), self._side(pair.right)
        moves = min(left.entity_mentions, right.entity_mentions)
        pattern = _difference(left.text, right.text)
        return Question(type, left, right, pair.score, pair.why, pair.warning, moves, round(moves * chance, 3), pattern)

    def _side(self, key: NameKey) -> Side:
        total, leader = self._totals[key], self.leader(key)
        return Side(key, total.text, total.mentions, leader, self._mentions[leader])

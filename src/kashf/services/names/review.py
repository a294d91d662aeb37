"""Decide which names are one: the queue of what to decide, decisions, taking them back, and what became of a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import Final

from kashf.domain.decisions import Conflict, Decision, decisions_of, disputes, in_force
from kashf.domain.document import Span
from kashf.domain.entity import RESOLVED, Judgement, MentionType, NameKey, Verdict
from kashf.domain.ids import EntryId
from kashf.domain.ledger import EntryKind
from kashf.domain.pages.quote import Quote
from kashf.domain.reasons import Reasons
from kashf.entities.comparing.compare import MAYBE, SAME, PartScore, compare, prepare
from kashf.entities.resolving.constraints import pair_of, reconcile
from kashf.entities.tagging.keys import label_key, name_key
from kashf.errors import NotAllowedError, NotFoundError, UnfinishedError, UsageError
from kashf.ports.mentions import Membership, NamePair, NameTotal
from kashf.ports.stores import UnitOfWork
from kashf.ports.views import CaseView
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.case.quotes import quote_places
from kashf.services.ledger.record import record, record_entry
from kashf.services.ledger.stored_decisions import store_decisions
from kashf.services.names.regroup import regrouped

#: How likely two names are one that fit, but not beside the others of their entities; that come with a warning; that score the least.
_EVEN: Final = 0.5
_WARNED: Final = 0.2
_LEAST_CHANCE: Final = 0.05
_LONGEST_WHY: Final = 2000


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
        left: The one with more mentions.
        right: The other.
        score: In [0..1]; how alike the two are.
        why: The reasons.
        warning: What makes them false friends; empty when nothing does.
        moves: Mentions that would change their entity.
        gain: What a decision is expected to change: `moves`, less what the score already tells.
    """

    type: MentionType
    left: Side
    right: Side
    score: float
    why: Reasons
    warning: Reasons
    moves: int
    gain: float


@dataclass(frozen=True, slots=True)
class DecisionOutcome:
    """What a decision, or taking one back, has changed.

    Args:
        entry: Its ledger entry.
        moved: Names that belong to another entity than before.
        conflicts: Decisions that contradict each other now; each is a "same" that is not followed.
    """

    entry: EntryId
    moved: tuple[NameKey, ...]
    conflicts: tuple[Conflict, ...]


def queue(case: OpenCase, *, limit: int, types: Iterable[MentionType] = RESOLVED) -> tuple[Question, ...]:
    """Return what to decide, first what would change the most: mentions that move, times how unsure the score is.

    Two entities are asked about once, by their likeliest pair of names, and not again when somebody has decided on any such pair.

    Args:
        case: Which case.
        limit: How many at most.
        types: What to ask about.
    """
    with case.view.snapshot():
        asked = [question for type in sorted(set(types) & RESOLVED) for question in _questions(case, type)]
    return tuple(nsmallest(limit, asked, key=lambda each: (-each.gain, -each.score, each.type, each.left.key, each.right.key)))


def is_open(case: OpenCase, question: Question) -> bool:
    """Return whether a question is still one: nobody has decided on the pair, and no other decision has made it one entity."""
    ends = pair_of(question.left.key, question.right.key)
    mine = (each for each in case.view.judgements() if each.type is question.type and isinstance(each.left, str))
    if any(pair_of(NameKey(str(each.left)), each.right) == ends for each in mine):
        return False
    leaders = {member.key: member.leader for member in case.view.memberships(question.type, list(ends))}
    return leaders.get(ends[0], ends[0]) != leaders.get(ends[1], ends[1])


def parts(question: Question) -> tuple[PartScore, ...]:
    """Return what each part of two names says."""
    return compare(prepare(question.left.text), prepare(question.right.text)).parts


def examples(case: OpenCase, type: MentionType, key: NameKey, *, limit: int | None = 1) -> tuple[Quote, ...]:
    """Return places where a name stands, by document and place; all of them where `limit` is None."""
    places = [Span(each.document, each.page, each.mention.start, each.mention.end) for each in case.view.mentions_of(type, [key])[:limit]]
    return tuple(place.quote for place in quote_places(case, places))


def conflicts(case: OpenCase) -> tuple[Conflict, ...]:
    """Return the decisions that contradict each other: every "same" that is not followed, with what speaks against it.

    First those about which two people say the opposite, which are followed on neither side, also about single places.
    """
    decisions = case.view.judgement_history()
    return tuple(found for type in sorted(RESOLVED) for found in _conflicts(decisions, type))


def judge(case: WritableCase, left: NameKey, right: NameKey, verdict: Verdict, *, type: MentionType, why: str = "") -> DecisionOutcome:
    """Record what a person decided about two names; entities follow at once, and nothing is overwritten.

    Args:
        case: Which case.
        left: A name.
        right: Another.
        verdict: Same, different or unsure.
        type: What both name.
        why: In the person's own words, up to 2,000 code points.

    Raises:
        UsageError: The two are one name, or `why` is too long.
        NotFoundError: One of them stands nowhere in the case.
    """
    if left == right:
        raise UsageError("the two are one name already: they differ only in how they are written", code="same-name")
    if verdict is Verdict.NOT_A_NAME:
        raise UsageError("that is said of a term and not of two names", code="of-a-term")
    view = case.reading.view
    known = {total.key for total in view.names_with(type, [left, right])}
    for key in (left, right):
        if key not in known:
            raise NotFoundError(f"nothing of type {type.value} has that name in this case: {key}", code="no-such-name", name=key)
    judgement = Judgement(type, left, right, verdict, checked_why(why), case.actor, case.clock.now(), EntryId(""))
    with case.store.unit() as uow:
        entry = record_entry(case, uow, EntryKind.JUDGED, judgement.body())
        after = [*view.judgement_history(), *decisions_of([(entry, entry.id)])]
        moved = _regroup(uow, view, type, in_force(after), (left, right))
        uow.commit()
    return DecisionOutcome(entry.id, moved, _conflicts(after, type))


def undo(case: WritableCase, entry: str) -> DecisionOutcome:
    """Take a decision back, by the beginning of its ledger entry; what stood before it stands again.

    Raises:
        NotFoundError: No decision that stands begins like that, or more than one.
        NotAllowedError: Another person of the case signed it.
    """
    view = case.reading.view
    with case.store.unit() as uow:
        found = _undoable(view.judgement_history(), entry)
        judgement = found[0].judgement
        if not found[0].may_be_undone_by(case.person):
            raise NotAllowedError(
                f"only {judgement.who} can take that back; decide otherwise instead, and both are listed as a conflict",
                code="others-decision",
                who=judgement.who,
            )
        undone = record(case, uow, EntryKind.UNDONE, {"entry": judgement.id})
        uow.commit()
    names = {name for each in found for name in (each.judgement.left, each.judgement.right) if isinstance(name, str)}
    return outcome_of(case, undone, judgement.type, names)


def outcome_of(case: WritableCase, entry: EntryId, type: MentionType, names: Iterable[NameKey]) -> DecisionOutcome:
    """Bring entities to what people decided once an entry about some names is written, and return what that has changed."""
    moved = {key for kind, key in store_decisions(case) if kind is type}
    view = case.reading.view
    history = view.judgement_history()
    with case.store.unit() as uow:
        others = _regroup(uow, view, type, in_force(history), sorted({*moved, *names}))
        uow.commit()
    return DecisionOutcome(entry, tuple(sorted({*moved, *others})), _conflicts(history, type))


def checked_why(why: str) -> str:
    """Return a reason that is not too long to be kept.

    Raises:
        UsageError: It has more than 2,000 code points.
    """
    if len(why) > _LONGEST_WHY:
        raise UsageError(
            f"the reason has {len(why)} characters; up to {_LONGEST_WHY} are kept",
            code="reason-too-long",
            length=len(why),
            most=_LONGEST_WHY,
        )
    return why


def _undoable(history: Sequence[Decision], entry: str) -> list[Decision]:
    """Return what the one entry decided that begins like this and stands."""
    named = [each for each in history if entry and each.judgement.id.startswith(entry)]
    found = [each for each in named if each.undone is None]
    entries = {each.judgement.id for each in found}
    if len(entries) == 1:
        return found
    if named and not found and (undone := named[0].undone):
        raise NotFoundError(
            f"that was taken back already, by {undone.who} on {undone.when:%Y-%m-%d}", code="undone-already", who=undone.who
        )
    raise NotFoundError(
        f"ambiguous: {len(entries)} active decisions start with that" if entries else "no active decision starts with that",
        code="ambiguous-decision",
        count=len(entries),
        entry=entry,
    )


def history(case: OpenCase, name: NameKey | None = None) -> tuple[Decision, ...]:
    """Return every decision, or those on one name, also where they are on places, oldest first, the undone with who took them back."""
    every = case.view.judgement_history()
    return tuple(each for each in every if name is None or name in {each.judgement.left, each.judgement.right})


def find_key(case: OpenCase, name: str, types: Iterable[MentionType] = RESOLVED) -> tuple[MentionType, NameKey]:
    """Return what a name as a person types it is called in the case, and what it names: the type in which it is most frequent.

    A key of the case is itself, and what a person calls somebody stands before a name with a title.

    Raises:
        NotFoundError: It stands nowhere in the case.
    """
    kinds = tuple(types)
    as_typed, as_called = (dict.fromkeys(kinds, key) for key in (NameKey(name), label_key(name)))
    for keys in (as_typed, as_called, {type: name_key(name, type) for type in kinds}):
        found = [total for type, key in keys.items() for total in case.view.names_with(type, [key])]
        if found:
            best = min(found, key=lambda total: (-total.mentions, total.type))
            return best.type, best.key
    raise NotFoundError(f"no person, group or place of that name in this case: {name}", code="no-such-name", name=name)


def _conflicts(decisions: Iterable[Decision], type: MentionType) -> tuple[Conflict, ...]:
    mine = [each for each in decisions if each.judgement.type is type]
    return (*disputes(mine), *reconcile(in_force(mine)).conflicts)


def _regroup(
    uow: UnitOfWork,
    view: CaseView,
    type: MentionType,
    judgements: Sequence[Judgement],
    touched: Sequence[NameKey],
) -> tuple[NameKey, ...]:
    """Store the entities that a decision has changed, and return the names that belong to another than before."""
    members = regrouped(view, type, judgements, touched)
    before = {member.key: member.leader for member in view.memberships(type, [member.key for member in members])}
    uow.put_members(type, members)
    return tuple(member.key for member in members if before.get(member.key, member.key) != member.leader)


def _questions(case: OpenCase, type: MentionType) -> Iterator[Question]:
    view = case.view
    totals = {total.key: total for total in view.names(type, limit=None)}
    if totals and not view.resolution_version(type):
        raise UnfinishedError("the names of this case have not been compared yet", code="names-not-compared")
    entities = _Entities(totals, view.memberships(type))
    decided = {entities.pair(str(each.left), each.right) for each in view.judgements() if each.type is type and isinstance(each.left, str)}
    best: dict[tuple[NameKey, NameKey], NamePair] = {}
    for pair in view.name_pairs(type):
        between = entities.pair(pair.left, pair.right)
        if between[0] != between[1] and between not in decided and pair.left in totals and pair.right in totals:
            best[between] = max(best.get(between, pair), pair, key=lambda one: (not one.warning, one.score))
    rivals = Counter(entity for between in best for entity in between)
    for between, pair in best.items():
        crowd = max((rivals[entity] for entity in between if entity in entities.undecided), default=1)
        yield entities.question(type, pair, chance=min(_chance(pair), 1 / crowd))


def _chance(pair: NamePair) -> float:
    """Return how likely two names are one that are still apart, roughly: only the order of the queue hangs on it."""
    if pair.warning:
        return _WARNED
    return _EVEN if pair.score >= SAME else max(_LEAST_CHANCE, (pair.score - MAYBE) / (SAME - MAYBE))


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

    def pair(self, left: str, right: str) -> tuple[NameKey, NameKey]:
        """Return the entities of two names, in order."""
        return pair_of(self.leader(NameKey(left)), self.leader(NameKey(right)))

    def question(self, type: MentionType, pair: NamePair, *, chance: float) -> Question:
        """Return the question about a pair, with what an answer is expected to change."""
        left, right = sorted((self._side(pair.left), self._side(pair.right)), key=lambda side: (-side.mentions, side.key))
        moves = min(left.entity_mentions, right.entity_mentions)
        return Question(type, left, right, pair.score, pair.why, pair.warning, moves, round(moves * 4 * chance * (1 - chance), 3))

    def _side(self, key: NameKey) -> Side:
        total, leader = self._totals[key], self.leader(key)
        return Side(key, total.text, total.mentions, leader, self._mentions[leader])

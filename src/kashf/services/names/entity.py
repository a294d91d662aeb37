"""One person, group or place of a case: its names and why, who may be it too, who is easily taken for it, and what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest
from typing import Final

from kashf.domain.decisions import Decision
from kashf.domain.entity import MentionType, NameKey
from kashf.domain.reasons import NO_REASONS, Reasons
from kashf.entities.comparing.compare import compare, prepare, reasons_of
from kashf.entities.comparing.prepare import KUNYA
from kashf.ports.mentions import Membership, NameTotal
from kashf.services.case.open import OpenCase

#: Others shown beside an entity, of each sort.
_MOST_SHOWN: Final = 20
#: Names of ours whose namesakes are looked for, and namesakes of each that are compared: a person is waiting.
_MOST_ASKED: Final = 8
_MOST_COMPARED: Final = 60


@dataclass(frozen=True, slots=True)
class NameOf:
    """A name of an entity.

    Args:
        key: The name.
        text: Its most frequent spelling.
        mentions: Places that name it.
        via: The name it was joined to; "" for the first.
        score: In [0..1]; of that join.
        why: The reasons.
    """

    key: NameKey
    text: str
    mentions: int
    via: NameKey
    score: float
    why: Reasons


@dataclass(frozen=True, slots=True)
class Other:
    """Another entity that may be the same, or is easily taken for it.

    Args:
        entity: The name it goes by.
        text: Its most frequent spelling.
        mine: The name of ours that is like it.
        its: The name of its that is like ours.
        score: In [0..1]; how alike the two are.
        why: The reasons.
        warning: What makes them false friends; empty when nothing does.
    """

    entity: NameKey
    text: str
    mine: NameKey
    its: NameKey
    score: float
    why: Reasons
    warning: Reasons


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, group or place, as far as scores and decisions say.

    Args:
        type: What it is.
        leader: The name it goes by: its most frequent full form.
        text: The most frequent spelling of that.
        mentions: Places that name it by any of its names.
        documents: Documents with such places, copies included.
        is_undecided: Whether it is a partial name, or one that fits several entities, so that it stands apart.
        names: All its names, the most frequent first.
        candidates: Entities that may be the same, the likeliest first, at most 20.
        false_friends: Entities that are easily taken for it, at most 20.
        decisions: What people decided on any of its names, oldest first, the undone with who took them back: its merges and splits.
    """

    type: MentionType
    leader: NameKey
    text: str
    mentions: int
    documents: int
    is_undecided: bool
    names: tuple[NameOf, ...]
    candidates: tuple[Other, ...]
    false_friends: tuple[Other, ...]
    decisions: tuple[Decision, ...]


def entity_with(case: OpenCase, type: MentionType, key: NameKey) -> Entity:
    """Return the entity a name of the case belongs to; one that was not resolved is an entity of its own."""
    view = case.view
    members = {member.key: member for member in view.memberships(type, [key])} or {key: Membership(key, key, NameKey(""), 1.0, NO_REASONS)}
    leader = members[key].leader
    totals = sorted(view.names_with(type, sorted(members)), key=lambda total: (-total.mentions, total.key))
    near = list(_candidates(case, type, members))
    warned = [*_namesakes(case, totals), *(other for other in near if other.warning)] if type is MentionType.PERSON else []
    return Entity(
        type=type,
        leader=leader,
        text=next((total.text for total in totals if total.key == leader), leader),
        mentions=sum(total.mentions for total in totals),
        documents=len(view.documents_with(type, sorted(members))),
        is_undecided=members[leader].is_undecided,
        names=tuple(_name_of(total, members[total.key]) for total in totals),
        candidates=_by_entity(case, type, (other for other in near if not other.warning)),
        false_friends=_by_entity(case, type, warned),
        decisions=tuple(each for each in view.judgement_history() if each.judgement.type is type and _is_about(each, members)),
    )


def _name_of(total: NameTotal, member: Membership) -> NameOf:
    return NameOf(total.key, total.text, total.mentions, member.via, member.score, member.why)


def _candidates(case: OpenCase, type: MentionType, members: Mapping[NameKey, Membership]) -> Iterator[Other]:
    """Yield each name outside that has a stored pair with one of ours."""
    told_apart = {frozenset({each.reassigned.origin, each.right}) for each in case.view.judgements() if each.reassigned}
    for pair in case.view.name_pairs(type, sorted(members)):
        if (pair.left in members) != (pair.right in members) and {pair.left, pair.right} not in told_apart:
            mine, its = (pair.left, pair.right) if pair.left in members else (pair.right, pair.left)
            yield Other(its, its, mine, its, pair.score, pair.why, pair.warning)


def _namesakes(case: OpenCase, totals: Sequence[NameTotal]) -> Iterator[Other]:
    """Yield the people of the same kunya and another nisba: the names of the case in which the kunya of one of ours stands."""
    own = {total.key for total in totals}
    for total in totals[:_MOST_ASKED]:
        mine = prepare(total.text)
        if len(mine.atoms) > 1 and mine.atoms[0].part == KUNYA:
            kunya = " ".join(total.key.split()[:2])
            for other in case.view.names(total.type, containing=kunya, limit=_MOST_COMPARED):
                result = compare(mine, prepare(other.text))
                if other.key not in own and result.warning:
                    yield Other(other.key, other.text, total.key, other.key, result.score, reasons_of(result), result.warning)


def _by_entity(case: OpenCase, type: MentionType, others: Iterable[Other]) -> tuple[Other, ...]:
    """Return the likeliest of some names for each of their entities, the likeliest first."""
    found = list(others)
    leaders = {member.key: member.leader for member in case.view.memberships(type, sorted({other.its for other in found}))}
    best: dict[NameKey, Other] = {}
    for other in found:
        entity = leaders.get(other.its, other.its)
        if entity not in best or (best[entity].score, best[entity].its) < (other.score, other.its):
            best[entity] = replace(other, entity=entity)
    texts = {total.key: total.text for total in case.view.names_with(type, sorted(best))}
    named = (replace(other, text=texts.get(other.entity, other.entity)) for other in best.values())
    return tuple(nsmallest(_MOST_SHOWN, named, key=lambda other: (-other.score, other.entity)))


def _is_about(decision: Decision, members: Mapping[NameKey, Membership]) -> bool:
    judgement = decision.judgement
    return judgement.left in members or judgement.right in members

"""Where a sentence card is weakest: one line that always stands on it, the worst first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kashf.domain.cards.card_entries import Bearing, CardStrip, Explanation, Knows, PutEvidence, Weighed
from kashf.domain.cards.sentence_card import SentenceCard
from kashf.domain.ids import EntryId


class Weakness(StrEnum):
    """What may be weak, the worst first."""

    NOTHING = "nothing"
    ONLY_CONCLUSIONS = "only-conclusions"
    ONLY_OPINIONS = "only-opinions"
    MOVED = "moved"
    ROOTLESS = "rootless"
    ALTERED = "altered"
    STILL_POSSIBLE = "still-possible"
    AGAINST = "against"
    NOT_CHECKED = "not-checked"
    ONE_ROAD = "one-road"
    ONE_PAPER = "one-paper"
    HEARSAY = "hearsay"
    NO_COUNTER_SEARCH = "no-counter-search"


@dataclass(frozen=True, slots=True)
class WeakPoint:
    """One thing that is weak.

    Args:
        what: What.
        explanation: Which other explanation; None for none.
        count: Of how many pieces of evidence.
        road: Code name of the one by whom all came; "" for none.
    """

    what: Weakness
    explanation: Explanation | None = None
    count: int = 0
    road: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceFacts:
    """What the case knows of a piece of evidence.

    Args:
        witness: What counts once: the group of copies of a paper, or the code name of a person.
        roads: Code names of those by whom it came, each way for itself; () where nobody knows.
        stands: False where the page was read anew and the words are not found there, or the paper was destroyed or set aside.
        is_contradicted: Whether the case knows a paper that contradicts it.
    """

    witness: str
    roads: tuple[str, ...] = ()
    stands: bool = True
    is_contradicted: bool = False


def weak_points(card: SentenceCard, facts: Mapping[EntryId, EvidenceFacts]) -> tuple[WeakPoint, ...]:
    """Return what is weak about a card, the worst first; never nothing: what was not looked for stays.

    Args:
        card: The card.
        facts: Of each piece of evidence that is a paper or a person, by its entry.
    """
    support = [each for each in card.bearing(Bearing.SUPPORTS) if each.strip is not CardStrip.CONCLUDED]
    of_facts = [each for each in support if each.knows is not Knows.EXPERT]
    found = [
        *_without_ground(card, support, of_facts),
        *_gone(card, facts),
        *(WeakPoint(Weakness.STILL_POSSIBLE, each) for each in Explanation if card.weighed(each) is Weighed.POSSIBLE),
        *([WeakPoint(Weakness.AGAINST, count=len(against))] if (against := card.bearing(Bearing.AGAINST)) else []),
        *_unchecked(card),
        *_few_roads(of_facts, facts),
    ]
    if not card.bearing(Bearing.AGAINST):
        found.append(WeakPoint(Weakness.NO_COUNTER_SEARCH))
    order = list(Weakness)
    return tuple(sorted(found, key=lambda point: order.index(point.what)))


def _without_ground(card: SentenceCard, support: Sequence[PutEvidence], of_facts: Sequence[PutEvidence]) -> list[WeakPoint]:
    if of_facts:
        return []
    if support:
        return [WeakPoint(Weakness.ONLY_OPINIONS, count=len(support))]
    concluded = [each for each in card.bearing(Bearing.SUPPORTS) if each.strip is CardStrip.CONCLUDED]
    return [WeakPoint(Weakness.ONLY_CONCLUSIONS, count=len(concluded)) if concluded else WeakPoint(Weakness.NOTHING)]


def _gone(card: SentenceCard, facts: Mapping[EntryId, EvidenceFacts]) -> list[WeakPoint]:
    known = [facts[each.signed.id] for each in card.evidence if each.signed.id in facts]
    moved, altered = sum(not each.stands for each in known), sum(each.is_contradicted for each in known)
    standing = {each.signed.id for each in card.evidence}
    rootless = sum(not standing.issuperset(each.rests_on) for each in card.evidence)
    counted = ((Weakness.MOVED, moved), (Weakness.ROOTLESS, rootless), (Weakness.ALTERED, altered))
    return [WeakPoint(what, count=count) for what, count in counted if count]


def _unchecked(card: SentenceCard) -> list[WeakPoint]:
    unchecked = [each for each in Explanation if card.weighed(each) is Weighed.NOT_CHECKED]
    return [WeakPoint(Weakness.NOT_CHECKED, unchecked[0], len(unchecked))] if unchecked else []


def _few_roads(support: Sequence[PutEvidence], facts: Mapping[EntryId, EvidenceFacts]) -> list[WeakPoint]:
    known = [facts[each.signed.id] for each in support if each.signed.id in facts]
    found = []
    shared = frozenset.intersection(*(frozenset(each.roads) for each in known)) if known else frozenset[str]()
    by_all = [road for road in sorted(shared) if all(set(each.roads) == {road} for each in known)]
    if by_all:
        found.append(WeakPoint(Weakness.ONE_ROAD, count=len(known), road=by_all[0]))
    if len({each.witness for each in known}) == 1:
        found.append(WeakPoint(Weakness.ONE_PAPER, count=len(known)))
    people = [each for each in support if each.strip is CardStrip.PEOPLE]
    if people and len(people) == len(support) and all(each.knows in {Knows.HEARD, Knows.READ} for each in people):
        found.append(WeakPoint(Weakness.HEARSAY, count=len(people)))
    return found

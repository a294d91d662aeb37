"""Other names that people decided are, or are not, the one that is counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from kashf.domain.document import Span
from kashf.domain.entity import Judgement, MentionType, NameKey, PlacedMention, Verdict
from kashf.domain.ids import DocumentId
from kashf.domain.reasons import ReasonCode, Reasons
from kashf.entities.counting.appearances import Appearance
from kashf.entities.tagging.keys import name_key
from kashf.language.words.spans import SpanSet


@dataclass(frozen=True, slots=True)
class DecidedNames:
    """What people decided about other names.

    Args:
        same: Names of the same person, by any number of decisions one after the other; the name itself is not among them.
        different: Names of somebody else.
    """

    same: frozenset[NameKey] = frozenset()
    different: frozenset[NameKey] = frozenset()


def decided_names(judgements: Iterable[Judgement], asked: NameKey, *, is_asked: Callable[[NameKey], bool]) -> DecidedNames:
    """Return the names that decisions tie to the one that is asked for, or part from it.

    Another spelling of the name is the name, unless somebody decided that this spelling is not.

    Args:
        judgements: Those that stand.
        asked: The name, as it was asked for.
        is_asked: Whether a name is the one asked for, in this or another spelling.
    """
    beside: dict[NameKey, set[NameKey]] = {}
    apart: list[tuple[NameKey, NameKey]] = []
    for judgement in judgements:
        if judgement.type is MentionType.PERSON and not isinstance(judgement.left, Span):
            if judgement.verdict is Verdict.SAME:
                beside.setdefault(judgement.left, set()).add(judgement.right)
                beside.setdefault(judgement.right, set()).add(judgement.left)
            elif judgement.verdict is Verdict.DIFFERENT:
                apart.append((judgement.left, judgement.right))
    parted = _parted(_reached({asked}, beside), apart)
    own = {key for key in (*beside, *(key for pair in apart for key in pair)) if is_asked(key)} - parted
    reached = _reached(own, beside)
    return DecidedNames(frozenset(reached - own), frozenset(_parted(reached, apart)))


def _reached(own: AbstractSet[NameKey], beside: Mapping[NameKey, AbstractSet[NameKey]]) -> set[NameKey]:
    """Return names with all that are the same, by any number of decisions one after the other."""
    reached, waiting = set(own), list(own)
    while waiting:
        further = beside.get(waiting.pop(), set()) - reached
        reached |= further
        waiting += further
    return reached


def _parted(reached: AbstractSet[NameKey], apart: Sequence[tuple[NameKey, NameKey]]) -> set[NameKey]:
    """Return the names that were decided to be none of some."""
    return {other for pair in apart for one, other in (pair, pair[::-1]) if one in reached and other not in reached}


def apply_decisions(
    found: Sequence[Appearance], decided: DecidedNames, *, named: Iterable[PlacedMention], judged: Mapping[Span, Verdict]
) -> tuple[list[Appearance], dict[Span, Verdict]]:
    """Return appearances with the places of names that were decided to be the same, and what was decided about places with what follows.

    What a person said about a single place stands above what follows from a decision on names.

    Args:
        found: Where the name stands or may stand.
        decided: About other names.
        named: Places of the names that are the same.
        judged: What people decided about single places.
    """
    verdicts: dict[Span, Verdict] = {}
    for place in found:
        key = name_key(place.text, MentionType.PERSON)
        if key in decided.same or key in decided.different:
            verdicts[place.span] = Verdict.SAME if key in decided.same else Verdict.DIFFERENT
    stand = (place for place in found if place.level != "partial" or place.span in verdicts)
    taken = _by_page((place.document, place.page, place.start, place.end) for place in stand)
    added = [_appearance(each) for each in named if taken[each.document, each.page].is_free(each.mention.start, each.mention.end)]
    new = _by_page((place.document, place.page, place.start, place.end) for place in added)
    kept = [place for place in found if new[place.document, place.page].is_free(place.start, place.end)]
    return [*kept, *added], verdicts | dict(judged)


def _by_page(places: Iterable[tuple[DocumentId, int, int, int]]) -> Mapping[tuple[DocumentId, int], SpanSet]:
    found: defaultdict[tuple[DocumentId, int], SpanSet] = defaultdict(SpanSet)
    for document, page, start, end in places:
        found[document, page].add(start, end)
    return found


def _appearance(placed: PlacedMention) -> Appearance:
    mention = placed.mention
    why = Reasons.of(ReasonCode.OTHER_NAME)
    return Appearance(placed.document, placed.page, mention.start, mention.end, mention.text, "spelling", 1.0, why)

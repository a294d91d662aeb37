"""The names in a case, with how often each stands in it: one line a name, or one an entity where names were resolved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import nsmallest
from typing import Any, TypeVar

from kashf.domain.entity import RESOLVED, MentionType, NameKey, PlacedMention, Verdict
from kashf.domain.entries.delivery import Collection, Scope
from kashf.entities.tagging.keys import key_part
from kashf.language.words.tokens import folded_words
from kashf.ports.mentions import NameTotal
from kashf.ports.views import CaseView
from kashf.services.case.collections import narrow
from kashf.services.case.open import OpenCase
from kashf.services.forms.naming.asked_places import kin_answers
from kashf.services.names.counting.his_places import moved_numbers

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something that is named in a case.

    Args:
        type: What is named.
        key: The name it goes by: its own, or that of its entity's leader.
        text: The most frequent spelling of that name.
        mentions: Places that name it, by any of its names.
        documents: Documents with such places, copies included, each counted once.
        variants: Its other spellings and names, the most frequent first.
        elsewhere: Places in the other collections, by collection; those without any are left out.
        is_kin: Whether most of these places answer fields of forms that ask for kin: a mother, a relative. Such names lead no list.
    """

    type: MentionType
    key: NameKey
    text: str
    mentions: int
    documents: int
    variants: tuple[str, ...]
    elsewhere: Mapping[Collection, int] = field(default_factory=dict)
    is_kin: bool = False


def list_names(
    case: OpenCase,
    types: Iterable[MentionType] = MentionType,
    *,
    limit: int | None = 100,
    containing: str = "",
    scope: Scope = Scope.LEAK,
) -> tuple[Named, ...]:
    """Return who and what is named in a case, the most often named first and kin behind all others; as often named, by type and key.

    Args:
        case: Which case.
        types: What to list.
        limit: How many at most, all types together; None for all.
        containing: Words, or the beginning or end of one, that one of its names has, in any spelling that folds alike; "" for all.
        scope: Which collection is counted.

    Raises:
        UnfinishedError: The case is of an earlier kashf, which did not look for names.
    """
    if containing.strip() and not folded_words(containing):
        return ()
    with case.view.snapshot():
        narrowed = narrow(case, scope)
        named = (each for type in types for each in _listed(narrowed.case.view, type, limit, key_part(containing, type)))
        found = tuple(_first(limit, named, key=lambda each: (each.is_kin, -each.mentions, each.type, each.key)))
        elsewhere = {collection: _places(other.view, found) for collection, other in narrowed.others.items()}
        return tuple(replace(each, elsewhere=_of(each, elsewhere)) for each in found) if elsewhere else found


def mentions_by_type(mentions: Iterable[PlacedMention]) -> Mapping[MentionType, tuple[PlacedMention, ...]]:
    """Return mentions by what they name, in the order of `MentionType`; types without any are left out."""
    found: dict[MentionType, list[PlacedMention]] = {}
    for each in mentions:
        found.setdefault(each.mention.type, []).append(each)
    return {type: tuple(found[type]) for type in MentionType if type in found}


def accepted_names(case: OpenCase) -> tuple[tuple[str, MentionType], ...]:
    """Return the names that people have accepted, with what they name: whatever was judged to be the same as another; in order."""
    found: set[tuple[str, MentionType]] = set()
    for judgement in case.view.judgements():
        if judgement.verdict is Verdict.SAME:
            both = (judgement.left, judgement.right)
            found.update((str(name), judgement.type) for name in both if isinstance(name, str))
    return tuple(sorted(found))


def _listed(view: CaseView, type: MentionType, limit: int | None, part: str) -> tuple[Named, ...]:
    """Return names of a type, so many of them that those who are no kin fill the list."""
    kin = kin_answers(view) if type is MentionType.PERSON else {}
    asked = limit
    while True:
        found = tuple(_named(view, type, asked, part, kin=kin))
        if not kin or asked is None or limit is None or len(found) < asked or sum(not each.is_kin for each in found) >= limit:
            return found
        asked *= 4


def _named(view: CaseView, type: MentionType, limit: int | None, part: str, *, kin: Mapping[NameKey, int]) -> Iterator[Named]:
    if type not in RESOLVED:
        yield from (_one([total], total.documents) for total in view.names(type, limit=limit, containing=part))
        return
    decided = moved_numbers(view) if type is MentionType.PERSON else {}
    listed = [decided.get(entity.leader, entity) for entity in view.entities(type, limit=limit, containing=part)]
    members = view.memberships(type, None if limit is None else [entity.leader for entity in listed])
    leaders = {member.key: member.leader for member in members} | {entity.leader: entity.leader for entity in listed}
    named: dict[NameKey, list[NameTotal]] = {}
    for total in view.names_with(type, list(leaders)):
        named.setdefault(leaders[total.key], []).append(total)
    for entity in listed:
        totals = named[entity.leader]
        totals.sort(key=lambda total: (total.key != entity.leader, -total.mentions, total.key))
        is_kin = 2 * sum(kin.get(total.key, 0) for total in totals) > entity.mentions
        yield replace(_one(totals, entity.documents), mentions=entity.mentions, is_kin=is_kin)


def _places(view: CaseView, found: Sequence[Named]) -> Counter[tuple[MentionType, NameKey]]:
    """Return at how many places of a collection each of those is named, by any of its names."""
    places: Counter[tuple[MentionType, NameKey]] = Counter()
    for type in sorted({each.type for each in found}):
        keys = [each.key for each in found if each.type is type]
        members = view.memberships(type, keys) if type in RESOLVED else ()
        leaders = {key: key for key in keys} | {member.key: member.leader for member in members}
        for total in view.names_with(type, list(leaders)):
            places[type, leaders[total.key]] += total.mentions
    return places


def _of(named: Named, places: Mapping[Collection, Counter[tuple[MentionType, NameKey]]]) -> Mapping[Collection, int]:
    return {collection: count for collection, counts in places.items() if (count := counts[named.type, named.key])}


def _one(totals: Sequence[NameTotal], documents: int) -> Named:
    """Return an entity from its names, the one it goes by first."""
    first = totals[0]
    texts = dict.fromkeys(text for total in totals for text in (total.text, *total.variants))
    return Named(first.type, first.key, first.text, sum(total.mentions for total in totals), documents, tuple(texts)[1:])


def _first(limit: int | None, items: Iterable[T], key: Callable[[T], Any]) -> list[T]:
    return sorted(items, key=key) if limit is None else nsmallest(limit, items, key=key)

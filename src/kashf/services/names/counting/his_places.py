"""Where somebody is named: the stored mentions of his names, less what people said is somebody else, and with what they said is he."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kashf.domain.document import Span
from kashf.domain.entity import Judgement, NameKey, PlacedMention, Verdict
from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.reasons import NO_REASONS, ReasonCode, Reasons
from kashf.entities.comparing.compare import SAME, compare, prepare
from kashf.entities.counting.appearances import Appearance, is_mention
from kashf.entities.tagging.keys import name_key
from kashf.language.person_names.titles import without_titles
from kashf.language.words.spans import SpanSet
from kashf.ports.mentions import EntityTotal
from kashf.ports.views import CaseView
from kashf.services.case.collections import is_in
from kashf.services.ledger.place_decisions import place_decisions
from kashf.services.names.counting.named_person import PERSON, NamedPerson, person_named

PageId = tuple[DocumentId, int]
_AS_ASKED: Final = Reasons.of(ReasonCode.AS_ASKED)


@dataclass(frozen=True, slots=True)
class DecidedPlace:
    """What people decided about one place and a name.

    Args:
        place: Where it is now.
        name: The name that they decided about.
        leader: The name its bearer goes by; None for a name that is nobody's in the case.
        verdict: What they said.
        decision: The ledger entry.
    """

    place: Span
    name: NameKey
    leader: NameKey | None
    verdict: Verdict
    decision: EntryId


@dataclass(frozen=True, slots=True)
class HisPlaces:
    """Where somebody is named.

    Args:
        found: Every place that names him or was decided about, by document, page and place.
        judged: What was decided about those of them that somebody decided about.
    """

    found: tuple[Appearance, ...]
    judged: Mapping[Span, Verdict]


def decided_places(view: CaseView) -> tuple[DecidedPlace, ...]:
    """Return what people decided about places and names of persons, for the places that can be told on the pages as they read now."""
    whose = cache(lambda name: person_named(view, name))
    about = (each for each in view.judgements() if each.type is PERSON and isinstance(each.left, Span))
    return tuple(
        _decided(each.place, each.judgement, whose(each.judgement.right))
        for each in place_decisions(view, about)
        if each.place and is_in(view, each.place.document)
    )


def _decided(place: Span, judgement: Judgement, person: NamedPerson | None) -> DecidedPlace:
    return DecidedPlace(place, judgement.right, person.leader if person else None, judgement.verdict, judgement.id)


def is_about(name: str, person: NamedPerson | None) -> Callable[[DecidedPlace], bool]:
    """Return what tells whether what was decided is about the name asked for, in whichever spelling it was decided about."""
    if person:
        return lambda each: each.leader == person.leader
    key, asked = name_key(name, PERSON), prepare(without_titles(name))

    @cache
    def is_alike(other: NameKey) -> bool:
        return other == key or compare(asked, prepare(other)).score >= SAME

    return lambda each: is_alike(each.name)


def his_places(view: CaseView, person: NamedPerson, decided: Iterable[DecidedPlace]) -> HisPlaces:
    """Return where somebody is named, before and after what people decided.

    Args:
        view: The case.
        person: Who.
        decided: What was decided about places and any names.
    """
    is_his = is_about(person.leader, person)
    stored = {each.span: each for each in view.mentions_of(PERSON, sorted(person.members))}
    by_page: dict[PageId, list[Span]] = {}
    for span in stored:
        by_page.setdefault((span.document, span.page), []).append(span)
    added: dict[Span, Appearance] = {}
    judged: dict[Span, Verdict] = {}
    for each in _without_moves(tuple(decided), is_his):
        place, mine = each.place, is_his(each)
        there = [span for span in by_page.get((place.document, place.page), ()) if span.start < place.end and place.start < span.end]
        if mine and there:
            judged.update(dict.fromkeys(there, each.verdict))
        elif mine:
            added[place], judged[place] = _added(view, place), each.verdict
        elif each.verdict is Verdict.SAME:
            for span in there:
                stored.pop(span, None)
    every = [*(_stored(each, person) for each in stored.values()), *added.values()]
    return HisPlaces(tuple(sorted(every, key=lambda place: _order(place.span))), judged)


def _without_moves(decided: Sequence[DecidedPlace], is_his: Callable[[DecidedPlace], bool]) -> Iterator[DecidedPlace]:
    """Yield decisions but those that took a place from one of his names and gave it to another that is his too, since joined."""
    given = {(each.place, each.decision) for each in decided if each.verdict is Verdict.SAME and is_his(each)}
    yield from (each for each in decided if each.verdict is not Verdict.DIFFERENT or (each.place, each.decision) not in given)


def mentions_of_person(view: CaseView, person: NamedPerson, decided: Iterable[DecidedPlace]) -> tuple[Appearance, ...]:
    """Return the places that name somebody, with what people decided about places."""
    his = his_places(view, person, decided)
    return tuple(place for place in his.found if is_mention(place, his.judged.get(place.span)))


def moved_numbers(view: CaseView) -> Mapping[NameKey, EntityTotal]:
    """Return how often those are named whose number what people decided about single places may change, by leader."""
    decided = decided_places(view)
    keys = {each.leader for each in decided if each.leader}
    pages = sorted({(each.place.document, each.place.page) for each in decided})
    named = view.mentions_on(pages) if pages else ()
    keys |= {place.key for place in named if place.mention.type is PERSON and any(_overlaps(place, each.place) for each in decided)}
    persons = {person.leader: person for key in sorted(keys) if (person := person_named(view, key))}
    return {leader: _total(leader, mentions_of_person(view, person, decided)) for leader, person in persons.items()}


def _total(leader: NameKey, places: Collection[Appearance]) -> EntityTotal:
    return EntityTotal(leader, len(places), len({place.document for place in places}))


def _stored(placed: PlacedMention, person: NamedPerson) -> Appearance:
    mention, member = placed.mention, person.members[placed.key]
    at = (placed.document, placed.page, mention.start, mention.end, mention.text)
    if placed.key == person.asked:
        return Appearance(*at, "exact", 1.0, _AS_ASKED)
    asked = person.members.get(person.asked, person.members[person.leader])
    return Appearance(*at, "spelling", min(member.score, asked.score), member.why or asked.why)


def _added(view: CaseView, place: Span) -> Appearance:
    page = view.page(place.document, place.page)
    text = page.text[place.start : place.end] if page else ""
    return Appearance(place.document, place.page, place.start, place.end, text, "partial", 1.0, NO_REASONS)


def _overlaps(placed: PlacedMention, place: Span) -> bool:
    is_there = (placed.document, placed.page) == (place.document, place.page)
    return is_there and placed.mention.start < place.end and place.start < placed.mention.end


def _order(span: Span) -> tuple[str, int, int]:
    return span.document, span.page, span.start


def decided_among(view: CaseView, name: str, found: Iterable[Appearance]) -> HisPlaces:
    """Return places of a name that is nobody's in the case, with what people decided about the name and any place."""
    is_his = is_about(name, None)
    every = {place.span: place for place in found}
    judged = {each.place: each.verdict for each in decided_places(view) if is_his(each)}
    added = [_added(view, place) for place in judged if place not in every]
    return HisPlaces(tuple(sorted([*every.values(), *added], key=lambda place: _order(place.span))), judged)


def free_places(places: Iterable[Appearance], taken: Iterable[Appearance]) -> Iterator[Appearance]:
    """Yield places that overlap none of those taken, nor one before them."""
    by_page: dict[PageId, SpanSet] = {}
    for place in taken:
        by_page.setdefault((place.document, place.page), SpanSet()).add(place.start, place.end)
    for place in places:
        if by_page.setdefault((place.document, place.page), SpanSet()).add(place.start, place.end):
            yield place

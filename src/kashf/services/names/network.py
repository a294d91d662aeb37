"""With whom, with what groups and with which places a name stands in the same documents, and how likely that is by accident."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Final

from kashf.domain.entity import RESOLVED, Mention, MentionType, NameKey, PlacedMention
from kashf.domain.entries.delivery import Collection, Scope
from kashf.domain.ids import DocumentId
from kashf.domain.left_out import LeftOut
from kashf.entities.counting.appearances import Appearance
from kashf.entities.counting.draw import drawn
from kashf.entities.network.links import Forms, Link, NameRef, form_lines, links
from kashf.entities.tagging.keys import name_key
from kashf.ports.views import CaseView
from kashf.services.case.collections import narrow
from kashf.services.case.copies.witnesses import witnesses
from kashf.services.case.open import OpenCase
from kashf.services.names.count import count_name
from kashf.services.search.count_left_out import left_out

#: Documents in which forms are looked for: enough to see a form of one document in twenty with certainty.
_FORM_SAMPLE: Final = 1000


@dataclass(frozen=True, slots=True)
class Network:
    """The names around one.

    Args:
        name: As it was asked for.
        documents: Documents with the name, without copies.
        all_documents: Documents of the case that have text, without copies.
        forms: Lines that were taken for parts of a form, so that names in them did not count.
        links: The other names, least likely by accident first.
        texts: How each of them is most often written.
        collection: What all this is of.
        elsewhere: Documents with the name in the other collections, by collection; copies included, those without any left out.
        left_out: What was not looked through for names.
    """

    name: str
    documents: int
    all_documents: int
    forms: int
    links: tuple[Link, ...]
    texts: Mapping[NameRef, str]
    collection: Scope = Scope.ALL
    elsewhere: Mapping[Collection, int] = field(default_factory=dict)
    left_out: LeftOut = field(default_factory=LeftOut)


def network(case: OpenCase, name: str, *, types: AbstractSet[MentionType] = RESOLVED, scope: Scope = Scope.LEAK) -> Network:
    """Return the names that stand in the same documents as one.

    Args:
        case: Which case.
        name: Whose network, in any spelling.
        types: What is looked for beside it.
        scope: Which collection is looked at.

    Raises:
        UsageError: There is no name in it.
        UnfinishedError: The case was not searched for names yet.
    """
    with case.view.snapshot():
        narrowed = narrow(case, scope)
        elsewhere = narrowed.elsewhere(lambda other: count_name(other, name, scope=Scope.ALL).documents)
        case = narrowed.case
        counted = count_name(case, name, scope=Scope.ALL)
        alone = _witnesses(case.view)
        forms = Forms(form_lines(_sampled_pages(case.view, set(alone.values()))))
        asked = _outside(case.view, [_placed(place) for place in counted.spans], forms)
        beside, members = _beside(case.view, asked, counted.spans, types=types, forms=forms)
        everywhere = _documents_of(case.view, members, forms)
        texts = {each: total.text for each in beside for total in case.view.names_with(each.type, [each.key])}
    return Network(
        name=name,
        documents=len({alone[place.document] for place in asked}),
        all_documents=len(set(alone.values())),
        forms=len(forms.lines),
        links=links(asked, beside, everywhere=everywhere, witnesses=alone),
        texts=texts,
        collection=scope,
        elsewhere=elsewhere,
        left_out=left_out(case, of_names=True),
    )


def _placed(place: Appearance) -> PlacedMention:
    mention = Mention(place.start, place.end, place.text, MentionType.PERSON, "count", place.score)
    return PlacedMention(place.document, place.page, name_key(place.text, MentionType.PERSON), mention)


def _witnesses(view: CaseView) -> Mapping[DocumentId, DocumentId]:
    """Return for every document with text that counts the one that stands for it and its copies."""
    unsure = view.unsure_pages()
    found = frozenset(record.id for record in view.walk() if record.pages > len(unsure.get(record.id, ())))
    return witnesses(view, found)


def _sampled_pages(view: CaseView, documents: AbstractSet[DocumentId]) -> Iterator[tuple[DocumentId, str]]:
    order = drawn(NameKey(""), [(document, 0) for document in documents])
    for document, _ in order[:_FORM_SAMPLE]:
        yield from ((document, page.text) for page in view.pages(document) if page.is_sure)


def _beside(
    view: CaseView, asked: Sequence[PlacedMention], own: Sequence[Appearance], *, types: AbstractSet[MentionType], forms: Forms
) -> tuple[Mapping[NameRef, list[PlacedMention]], Mapping[NameRef, list[NameKey]]]:
    """Return the other names on the documents of the one asked for, outside forms, and all keys that each of them has.

    Whoever shares a place with the one asked for is he himself, or named after him, and so is beside him nowhere.
    """
    leaders, members = _entities(view, types)
    places = {(place.document, place.page, at) for place in own for at in range(place.start, place.end)}
    beside: dict[NameRef, list[PlacedMention]] = {}
    himself: set[NameRef] = set()
    for document in sorted({place.document for place in asked}):
        for place in _outside(view, [each for each in view.mentions_in(document) if each.mention.type in types], forms):
            named = NameRef(place.mention.type, leaders.get((place.mention.type, place.key), place.key))
            if any((document, place.page, at) in places for at in range(place.mention.start, place.mention.end)):
                himself.add(named)
            beside.setdefault(named, []).append(place)
    kept = {named: found for named, found in beside.items() if named not in himself}
    return kept, {named: members.get(named, [named.key]) for named in kept}


def _entities(
    view: CaseView, types: AbstractSet[MentionType]
) -> tuple[Mapping[tuple[MentionType, NameKey], NameKey], Mapping[NameRef, list[NameKey]]]:
    """Return the leader of each name that was resolved, and the names of each leader."""
    leaders: dict[tuple[MentionType, NameKey], NameKey] = {}
    members: dict[NameRef, list[NameKey]] = {}
    for type in sorted(types & RESOLVED):
        for member in view.memberships(type):
            leaders[type, member.key] = member.leader
            members.setdefault(NameRef(type, member.leader), []).append(member.key)
    return leaders, members


def _documents_of(view: CaseView, members: Mapping[NameRef, list[NameKey]], forms: Forms) -> Mapping[NameRef, frozenset[DocumentId]]:
    """Return the documents of each name in the whole case, those left out in which it stands in forms alone."""
    sure = {named: keys for named, keys in members.items() if not any(map(forms.may_hold, keys))}
    found = {named: set(view.documents_with(named.type, keys)) for named, keys in sure.items()}
    doubtful = {(named.type, key): named for named in members.keys() - sure.keys() for key in members[named]}
    for type in sorted({type for type, _ in doubtful}):
        for place in _outside(view, view.mentions_of(type, sorted(key for of, key in doubtful if of is type)), forms):
            found.setdefault(doubtful[type, place.key], set()).add(place.document)
    return {named: frozenset(found.get(named, ())) for named in members}


def _outside(view: CaseView, places: Sequence[PlacedMention], forms: Forms) -> list[PlacedMention]:
    """Return the places that are in no form; pages of names that no form has are not read."""
    doubtful: dict[tuple[DocumentId, int], set[int]] = {}
    for place in places:
        if forms.may_hold(place.key):
            doubtful.setdefault((place.document, place.page), set()).add(place.mention.start)
    inside: set[tuple[DocumentId, int, int]] = set()
    for (document, number), starts in doubtful.items():
        page = view.page(document, number)
        inside.update((document, number, start) for start in starts if page and forms.hold(page.text, start))
    return [each for each in places if (each.document, each.page, each.mention.start) not in inside]

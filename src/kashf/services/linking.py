"""With whom, with what groups and with which places a name stands in the same documents, and how likely that is by accident."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from kashf.domain.entity import RESOLVED, Mention, MentionType, NameKey, PlacedMention
from kashf.domain.ids import DocumentId
from kashf.entities.audit import drawn
from kashf.entities.count import Appearance, witnesses
from kashf.entities.keys import name_key
from kashf.events.network import Link as Link  # noqa: PLC0414 - doors take it from here, as it is what a network holds
from kashf.events.network import Named, form_lines, is_in_form, links
from kashf.ports.stores import CaseView, DocumentRecord
from kashf.services.counting import copies, count_name
from kashf.services.handles import OpenCase

#: Documents in which forms are looked for: enough to see a form of one document in twenty with certainty.
_FORM_SAMPLE: Final = 1000
_AT_ONCE: Final = 1000


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
    """

    name: str
    documents: int
    all_documents: int
    forms: int
    links: tuple[Link, ...]
    texts: Mapping[Named, str]


def network(case: OpenCase, name: str, *, types: AbstractSet[MentionType] = RESOLVED) -> Network:
    """Return the names that stand in the same documents as one.

    Args:
        case: Which case.
        name: Whose network, in any spelling.
        types: What is looked for beside it.

    Raises:
        UsageError: There is no name in it.
        UnfinishedError: The case was not searched for names yet.
    """
    counted = count_name(case, name)
    asked = tuple(_placed(place, name) for place in counted.spans)
    alone = _witnesses(case.view)
    forms = form_lines(_sampled_pages(case.view, set(alone.values())))
    beside = _beside(case.view, counted.spans, types=types, forms=forms)
    everywhere = {each: case.view.documents_with(each.type, keys) for each, keys in _members(case.view, beside).items()}
    found = links(asked, beside, everywhere=everywhere, witnesses=alone)
    return Network(
        name=name,
        documents=len({alone[place.document] for place in asked}),
        all_documents=len(set(alone.values())),
        forms=len(forms),
        links=found,
        texts={each: total.text for each in beside for total in case.view.names_with(each.type, [each.key])},
    )


def _placed(place: Appearance, name: str) -> PlacedMention:
    key = name_key(name, MentionType.PERSON)
    mention = Mention(place.start, place.end, place.text, MentionType.PERSON, "count", place.score)
    return PlacedMention(place.document, place.page, key, mention)


def _witnesses(view: CaseView) -> Mapping[DocumentId, DocumentId]:
    """Return for every document with text the one that stands for it and its copies."""
    found = frozenset(record.id for record in _all_records(view))
    return witnesses(found, copies(view, found))


def _all_records(view: CaseView) -> Iterator[DocumentRecord]:
    after = ""
    while records := view.documents(after=after, limit=_AT_ONCE):
        yield from (record for record in records if record.pages)
        after = records[-1].id


def _sampled_pages(view: CaseView, documents: AbstractSet[DocumentId]) -> Iterator[tuple[DocumentId, str]]:
    order = drawn(NameKey(""), [(document, 0) for document in documents])
    for document, _ in order[:_FORM_SAMPLE]:
        yield from ((document, page.text) for page in view.pages(document))


def _beside(
    view: CaseView, asked: Sequence[Appearance], *, types: AbstractSet[MentionType], forms: AbstractSet[str]
) -> Mapping[Named, list[PlacedMention]]:
    """Return the other names on the documents of the one asked for, those in forms and those that are the name itself left out."""
    leaders = {type: {member.key: member.leader for member in view.memberships(type)} for type in types & RESOLVED}
    own = {(place.document, place.page, at) for place in asked for at in range(place.start, place.end)}
    beside: dict[Named, list[PlacedMention]] = {}
    for document in sorted({place.document for place in asked}):
        texts = {page.number: page.text for page in view.pages(document)}
        for place in view.mentions_in(document):
            start, type = place.mention.start, place.mention.type
            is_own = any((document, place.page, at) in own for at in range(start, place.mention.end))
            if type in types and not is_own and not is_in_form(texts[place.page], start, forms):
                named = Named(type, leaders.get(type, {}).get(place.key, place.key))
                beside.setdefault(named, []).append(place)
    return beside


def _members(view: CaseView, beside: Mapping[Named, object]) -> Mapping[Named, list[NameKey]]:
    """Return the keys of each entity that was found beside the name."""
    members: dict[Named, list[NameKey]] = {each: [each.key] for each in beside}
    for type in {each.type for each in beside} & RESOLVED:
        for member in view.memberships(type):
            named = Named(type, member.leader)
            if named in members and member.key != member.leader:
                members[named].append(member.key)
    return members

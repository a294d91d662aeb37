"""With whom, with what groups and with which places a name stands in the same documents, and how likely that is by accident."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from kashf.domain.document import Span
from kashf.domain.entity import RESOLVED, MentionType
from kashf.domain.entries.delivery import Collection, Scope
from kashf.domain.left_out import LeftOut
from kashf.entities.network.links import Example, Link, NameRef, links
from kashf.ports.views import CaseView
from kashf.services.case.collections import narrow
from kashf.services.case.copies.witnesses import witnesses
from kashf.services.case.open import OpenCase
from kashf.services.case.printed_forms import forms
from kashf.services.names.count import count_name
from kashf.services.names.counting.by_role import RoleKind, Roles
from kashf.services.names.review import find_key
from kashf.services.search.count_left_out import left_out


@dataclass(frozen=True, slots=True)
class Network:
    """The names around one.

    Args:
        name: As it was asked for.
        documents: Documents with the name, without copies.
        all_documents: Documents of the case that have text, without copies.
        forms: Lines that were taken for parts of a form, so that names in them did not count.
        names: Names of the case for which the chances are adjusted: all of the types that were looked at.
        links: The other names, least likely by accident first.
        texts: How each of them is most often written.
        on_one_form: Of places shown with a link, those that are values of one form, with the roles of both: "own", or the kind of a field.
        collection: What all this is of.
        elsewhere: Documents with the name in the other collections, by collection; copies included, those without any left out.
        left_out: What was not looked through for names.
    """

    name: str
    documents: int
    all_documents: int
    forms: int
    names: int
    links: tuple[Link, ...]
    texts: Mapping[NameRef, str]
    on_one_form: Mapping[Example, tuple[str, str]]
    collection: Scope = Scope.ALL
    elsewhere: Mapping[Collection, int] = field(default_factory=dict)
    left_out: LeftOut = field(default_factory=LeftOut)


def network(
    case: OpenCase,
    name: str,
    *,
    type: MentionType = MentionType.PERSON,
    types: AbstractSet[MentionType] = RESOLVED,
    scope: Scope = Scope.LEAK,
) -> Network:
    """Return the names that stand in the same documents as one.

    Args:
        case: Which case.
        name: Whose network: of a person, in any spelling.
        type: What it names.
        types: What is looked for beside it.
        scope: Which collection is looked at.

    Raises:
        UsageError: There is no name in it.
        NotFoundError: It is no person, and stands nowhere in the case.
        UnfinishedError: The case was not searched for names yet.
    """
    from kashf.entities.network.gather import find_around, gather  # numpy takes 0.1 s to import.

    with case.view.snapshot():
        narrowed = narrow(case, scope)
        elsewhere = narrowed.elsewhere(lambda other: len({place.document for place in _places(other, name, type)}))
        view = narrowed.case.view
        asked = _places(narrowed.case, name, type)
        alone = witnesses(view, view.page_counts())
        mine = {alone[place.document] for place in asked if place.document in alone}
        documents = [document for document, witness in alone.items() if witness in mine]
        printed = forms(view, types, documents=documents)
        leaders = {each: view.leaders(each) for each in types & RESOLVED}
        beside = tuple(view.mentions_among(documents, types))
        named = view.name_documents(types)
        missing = left_out(narrowed.case, of_names=True)
    around = find_around(asked, beside, printed=printed.places, leaders=leaders, witnesses=alone)
    gathered = gather(around, named, printed.documents, leaders=leaders, witnesses=alone)
    found = links(gathered.asked, gathered.incidence, show=gathered.show)
    examples = [example for link in found for example in link.shown]
    return Network(
        name=name,
        documents=len(gathered.asked),
        all_documents=len(gathered.documents),
        forms=printed.lines,
        names=len(gathered.incidence.names),
        links=found,
        texts=_texts(view, [link.other for link in found]),
        on_one_form=dict(_on_one_form(view, examples)),
        collection=scope,
        elsewhere=elsewhere,
        left_out=missing,
    )


def _places(case: OpenCase, name: str, type: MentionType) -> list[Span]:
    """Return the places that count for a name: those of a person as `count_name` has them, all else as it was found."""
    if type is MentionType.PERSON:
        return [place.span for place in count_name(case, name, scope=Scope.ALL).spans]
    _, key = find_key(case, name, [type])
    members = [member.key for member in case.view.memberships(type, [key])] or [key]
    return [each.span for each in case.view.mentions_of(type, members)]


def _on_one_form(view: CaseView, examples: Sequence[Example]) -> Iterator[tuple[Example, tuple[str, str]]]:
    """Yield the pairs of places that are values of one form, with the roles of both."""
    roles = Roles(view, {place.document for example in examples for place in example})
    for example in examples:
        (mine, my_form, *_), (other, its_form, *_) = map(roles.told, example)
        if mine.kind is other.kind is RoleKind.FIELD and my_form == its_form:
            yield example, (mine.code, other.code)


def _texts(view: CaseView, names: Sequence[NameRef]) -> Mapping[NameRef, str]:
    keys = {type: [name.key for name in names if name.type is type] for type in MentionType}
    return {NameRef(type, total.key): total.text for type in keys if keys[type] for total in view.names_with(type, keys[type])}

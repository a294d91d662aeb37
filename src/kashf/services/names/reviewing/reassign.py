"""Say that places name another: a second man of the same name, or somebody who stands in the case already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kashf.domain.decisions import labels, reassigned
from kashf.domain.document import Span
from kashf.domain.entity import Mention, MentionType, NameKey
from kashf.domain.entries.judgements import reassigned_body
from kashf.domain.ledger import EntryKind
from kashf.domain.pages.quote import Quote, quote
from kashf.entities.tagging.keys import label_key, name_key
from kashf.errors import NotFoundError, UsageError
from kashf.ports.mentions import NAME_LENGTH
from kashf.ports.views import CaseView
from kashf.services.case.open import WritableCase
from kashf.services.ledger.record import checked_why, record
from kashf.services.names.review import DecisionOutcome, check_known, outcome_of


def reassign(case: WritableCase, places: Sequence[Span], to: NameKey, *, type: MentionType, why: str = "") -> DecisionOutcome:
    """Record that places name somebody who stands in the case; what is stored of names follows at once.

    Args:
        case: Which case.
        places: Where names stand.
        to: The name that they are given to.
        type: What is named.
        why: In the person's own words.

    Raises:
        NotFoundError: Nobody goes by that name, or a page is not there.
        UsageError: No place is given, one names him already, or `why` is too long.
    """
    view = case.reading.view
    check_known(view, type, [to])
    label = labels(reassigned(view.judgement_history()), type).get(to, "")
    return _record(case, places, to, type=type, label=label, why=why)


def reassign_to_new(case: WritableCase, places: Sequence[Span], label: str, *, type: MentionType, why: str = "") -> DecisionOutcome:
    """Record that places name another man of the name, who is called by a label from now on.

    Args:
        case: Which case.
        places: Where names stand.
        label: What he is called; it must tell him apart from every name of the case.
        type: What is named.
        why: In the person's own words.

    Raises:
        NotFoundError: A page is not there.
        UsageError: The label has no word or is a name of the case, no place is given, or `why` is too long.
    """
    shown = " ".join(label.split())
    key = label_key(shown)
    if not key or max(len(key), len(shown)) > NAME_LENGTH:
        raise UsageError("say what to call the other one, in a few words that tell him apart: a place, a post, a number", code="no-label")
    if case.reading.view.names_with(type, [key]):
        raise UsageError(
            f"somebody goes by that name here already: {shown}; add a word that tells the two apart, or give the places to that name",
            code="label-taken",
            name=shown,
        )
    return _record(case, places, key, type=type, label=shown, why=why)


def _record(case: WritableCase, places: Sequence[Span], to: NameKey, *, type: MentionType, label: str, why: str) -> DecisionOutcome:
    if not places:
        raise UsageError("no place was chosen", code="no-place-chosen")
    view = case.reading.view
    moved = list(_with_origin(view, places, to, type))
    with case.store.unit() as uow:
        body = reassigned_body(type, moved, to, label=label, why=checked_why(why))
        entry = record(case, uow, EntryKind.REASSIGNED, body)
        uow.commit()
    return outcome_of(case, entry, type, [to, *(origin for _, origin in moved)])


def _with_origin(view: CaseView, places: Sequence[Span], to: NameKey, type: MentionType) -> Iterator[tuple[Quote, NameKey]]:
    """Yield the words of places with the names they are counted under."""
    for place in dict.fromkeys(places):
        page = view.page(place.document, place.page)
        if page is None or not 0 <= place.start < place.end <= len(page.text):
            raise NotFoundError("there is no such place in this case; nothing was written down", code="no-such-place")
        there = [each for each in view.mentions_in(place.document, page=place.page) if _is_at(each.mention, place, type)]
        origin = there[0].key if there else name_key(page.text[place.start : place.end], type)
        if origin == to:
            raise UsageError(f"that place names him already: {to}", code="names-him-already", name=to)
        if not origin:
            raise UsageError("there is no name at that place", code="no-name-there")
        yield quote(page, there[0].span if there else place), origin


def _is_at(mention: Mention, place: Span, type: MentionType) -> bool:
    return mention.type is type and mention.start < place.end and place.start < mention.end

"""Entries that tell what was decided about names and places: what they say, each as one judgement or several with one signature."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from kashf.domain.document import Span
from kashf.domain.entity import Judgement, MentionType, NameKey, Reassignment, Verdict
from kashf.domain.entries.persons import signer
from kashf.domain.ids import DocumentId, EntryId, Json
from kashf.domain.ledger import Entry, EntryKind
from kashf.domain.pages.quote import Quote
from kashf.errors import DamagedCaseError

#: The kinds of entries that hold judgements.
JUDGING: Final = frozenset({EntryKind.JUDGED, EntryKind.JUDGED_TOGETHER, EntryKind.REASSIGNED, EntryKind.NOT_A_NAME})

#: Two names and what is said of them.
Pair = tuple[NameKey, NameKey, Verdict]


def judgements_of(entry: Entry, id: EntryId) -> tuple[Judgement, ...]:
    """Return what an entry of one of these kinds says.

    Raises:
        DamagedCaseError: kashf does not write such an entry.
    """
    try:
        return tuple(_READERS[EntryKind(entry.kind)](entry, id))
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedCaseError(f"ledger entry {entry.chain}/{entry.seq} is no judgement that can be read") from error


def together_body(type: MentionType, pairs: Iterable[Pair], why: str) -> Mapping[str, Json]:
    """Return the body of an entry of kind "judged-together"."""
    told: list[Json] = [{"left": left, "right": right, "verdict": verdict.value} for left, right, verdict in pairs]
    return {"type": type.value, "pairs": told, "why": why}


def reassigned_body(type: MentionType, places: Iterable[tuple[Quote, NameKey]], to: NameKey, *, label: str, why: str) -> Mapping[str, Json]:
    """Return the body of an entry of kind "reassigned": places, each with the name it is taken from, and the name they are given to."""
    told: list[Json] = [{"place": quote.as_json(), "from": origin} for quote, origin in places]
    return {"type": type.value, "places": told, "to": to, "label": label, "why": why}


def not_a_name_body(type: MentionType, terms: Iterable[NameKey], why: str) -> Mapping[str, Json]:
    """Return the body of an entry of kind "not-a-name"."""
    return {"type": type.value, "terms": list(terms), "why": why}


def quote_in(value: Json) -> Quote | None:
    """Return the quote of a place that has one; entries of the first format have offsets alone.

    Raises:
        KeyError, TypeError, ValueError: It is none that kashf writes.
    """
    return Quote.from_json(value) if isinstance(value, Mapping) and "text" in value else None


def _one(entry: Entry, id: EntryId) -> Iterator[Judgement]:
    body = entry.body
    judgement = _judgement(entry, id, _left(body["left"]), body["right"], Verdict(str(body["verdict"])))
    yield replace(judgement, quote=quote_in(body["left"]))


def _together(entry: Entry, id: EntryId) -> Iterator[Judgement]:
    for pair in _listed(entry.body["pairs"]):
        yield _judgement(entry, id, NameKey(str(pair["left"])), pair["right"], Verdict(str(pair["verdict"])))


def _reassigned(entry: Entry, id: EntryId) -> Iterator[Judgement]:
    """Yield that each place names the one, and that it does not name the other."""
    to, label = entry.body["to"], str(entry.body["label"])
    for told in _listed(entry.body["places"]):
        place, origin = told["place"], NameKey(str(told["from"]))
        quote = quote_in(place)
        yield replace(_judgement(entry, id, _left(place), to, Verdict.SAME), quote=quote, reassigned=Reassignment(origin, label))
        yield replace(_judgement(entry, id, _left(place), origin, Verdict.DIFFERENT), quote=quote)


def _not_a_name(entry: Entry, id: EntryId) -> Iterator[Judgement]:
    terms = entry.body["terms"]
    if isinstance(terms, str) or not isinstance(terms, Sequence):
        raise TypeError("terms are a list")
    for term in terms:
        yield _judgement(entry, id, NameKey(str(term)), term, Verdict.NOT_A_NAME)


def _judgement(entry: Entry, id: EntryId, left: NameKey | Span, right: Json, verdict: Verdict) -> Judgement:
    return Judgement(
        type=MentionType(str(entry.body["type"])),
        left=left,
        right=NameKey(str(right)),
        verdict=verdict,
        why=str(entry.body["why"]),
        who=entry.actor,
        when=entry.time,
        id=id,
        person=signer(entry),
    )


def _left(value: Json) -> NameKey | Span:
    if isinstance(value, Mapping):
        page, start, end = (int(str(value[key])) for key in ("page", "start", "end"))
        return Span(DocumentId(str(value["document"])), page, start, end)
    return NameKey(str(value))


def _listed(value: Json) -> Iterator[Mapping[str, Json]]:
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise TypeError("not a list")
    for each in value:
        if not isinstance(each, Mapping):
            raise TypeError("not an object")
        yield each


_READERS: Final = {
    EntryKind.JUDGED: _one,
    EntryKind.JUDGED_TOGETHER: _together,
    EntryKind.REASSIGNED: _reassigned,
    EntryKind.NOT_A_NAME: _not_a_name,
}

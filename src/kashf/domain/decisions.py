"""What people decided about names, as the ledger tells it: who, when, why, what was taken back, and where two people contradict.

Of one person's statements about a pair the latest stands. Where two say the opposite, neither wins by a clock: the pair is unsure, and
listed, until one of them takes theirs back or says later what the other says.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from kashf.domain.document import Span
from kashf.domain.entity import Judgement, MentionType, NameKey, Verdict
from kashf.domain.entries.persons import signer
from kashf.domain.entries.projections import Projection
from kashf.domain.ids import DocumentId, EntryId, Json
from kashf.domain.ledger import Entry, EntryKind, Recorded
from kashf.domain.pages.quote import Quote
from kashf.errors import DamagedCaseError


@dataclass(frozen=True, slots=True)
class Retraction:
    """That a decision was taken back.

    Args:
        who: The actor of its ledger entry.
        when: The time of its ledger entry.
        id: Its ledger entry.
        person: Id of that person of the case; "" when no person of the case signed it.
    """

    who: str
    when: dt.datetime
    id: EntryId
    person: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement with what became of it.

    Args:
        judgement: What was decided.
        undone: The first retraction of it, or None while it stands.
        device: The installation on which it was written down.
    """

    judgement: Judgement
    undone: Retraction | None = None
    device: str = ""

    def may_be_undone_by(self, person: str) -> bool:
        """Return whether somebody may take it back: what a person of the case signed, only that person."""
        return self.judgement.person in {"", person}

    def replaces(self, earlier: Decision) -> bool:
        """Return whether this takes the place of an earlier decision about the same pair: of the same person, or of nobody known.

        What nobody signed counts for whoever worked on that installation; it never takes the place of what a person signed.
        """
        if earlier.judgement.person:
            return earlier.judgement.person == self.judgement.person
        return earlier.device == self.device


@dataclass(frozen=True, slots=True)
class Conflict:
    """Decisions that contradict each other: a "same" that is not followed, and what speaks against it.

    Args:
        judgement: The "same".
        against: The decisions of "different" that it would cross, or that another person made about the same pair.
    """

    judgement: Judgement
    against: tuple[Judgement, ...]


@dataclass(slots=True)
class _Told:
    """What the entries told so far."""

    decisions: dict[EntryId, Decision] = field(default_factory=dict)
    retractions: dict[EntryId, list[Retraction]] = field(default_factory=dict)
    quotes: dict[EntryId, Quote] = field(default_factory=dict)

    def decision(self, id: EntryId) -> Decision:
        """Return what became of a decision."""
        told = self.decisions[id]
        retraction = next((each for each in self.retractions.get(id, ()) if told.may_be_undone_by(each.person)), None)
        quote = told.judgement.quote or self.quotes.get(id)
        return replace(told, undone=retraction, judgement=replace(told.judgement, quote=quote))


def decisions_of(entries: Iterable[Recorded]) -> tuple[Decision, ...]:
    """Return every decision that some ledger entries tell of, oldest first; entries of other kinds are passed over.

    A retraction of what is not among the entries says nothing, and neither does one by somebody else than the person who signed.

    Raises:
        DamagedCaseError: An entry is not one that kashf writes.
    """
    told = DECISIONS.fold(entries)
    return tuple(told.decision(id) for id in told.decisions)


def in_force(decisions: Sequence[Decision]) -> tuple[Judgement, ...]:
    """Return what holds about each pair, in the order in which it was last decided on.

    Two names are one pair whichever is named first. What is undone lets the person's decision before it stand again. "Unsure"
    contradicts nobody; where two people say the opposite, the last of them is returned as unsure.

    Args:
        decisions: Oldest first, as `decisions_of` returns them.
    """
    return tuple(_outcome(statements) for statements in _statements(decisions))


def disputes(decisions: Sequence[Decision]) -> tuple[Conflict, ...]:
    """Return the pairs about which two people say the opposite: each last "same" with every "different".

    Args:
        decisions: Oldest first, as `decisions_of` returns them.
    """
    found = []
    for statements in _statements(decisions):
        same, against = (tuple(each for each in statements if each.verdict is verdict) for verdict in (Verdict.SAME, Verdict.DIFFERENT))
        if same and against:
            found.append(Conflict(same[-1], against))
    return tuple(found)


def signers(decisions: Iterable[Decision]) -> frozenset[str]:
    """Return the persons of the case, by id, who signed decisions that were not taken back; names of settings alone are none."""
    return frozenset(each.judgement.person for each in decisions if each.undone is None and each.judgement.person)


def _statements(decisions: Iterable[Decision]) -> list[tuple[Judgement, ...]]:
    """Return what each person last said about each pair."""
    last: dict[object, list[Decision]] = {}
    for each in decisions:
        if each.undone is None:
            pair = _pair(each.judgement)
            others = [earlier for earlier in last.pop(pair, []) if not each.replaces(earlier)]
            last[pair] = [*others, each]
    return [tuple(each.judgement for each in statements) for statements in last.values()]


def _outcome(statements: Sequence[Judgement]) -> Judgement:
    clear = [each for each in statements if each.verdict is not Verdict.UNSURE]
    if len({each.verdict for each in clear}) > 1:
        return replace(statements[-1], verdict=Verdict.UNSURE)
    return clear[-1] if clear else statements[-1]


def _pair(judgement: Judgement) -> object:
    if isinstance(judgement.left, str):
        return judgement.type, frozenset((judgement.left, judgement.right))
    return judgement.type, judgement.left, judgement.right


def _tell(told: _Told, entry: Entry, id: EntryId) -> _Told:
    if entry.kind == EntryKind.JUDGED:
        told.decisions[id] = Decision(_judgement(entry, id), device=entry.device)
        return told
    about = EntryId(str(entry.body.get("entry")))
    if entry.kind == EntryKind.QUOTED:
        if quote := _quoted(entry):
            told.quotes.setdefault(about, quote)
    else:
        told.retractions.setdefault(about, []).append(Retraction(entry.actor, entry.time, id, signer(entry)))
    return told


#: What people decided about names and places, and took back.
DECISIONS: Final = Projection(frozenset({EntryKind.JUDGED, EntryKind.UNDONE, EntryKind.QUOTED}), _Told, _tell)


def _judgement(entry: Entry, id: EntryId) -> Judgement:
    body = entry.body
    try:
        return Judgement(
            type=MentionType(str(body["type"])),
            left=_left(body["left"]),
            right=NameKey(str(body["right"])),
            verdict=Verdict(str(body["verdict"])),
            why=str(body["why"]),
            who=entry.actor,
            when=entry.time,
            id=id,
            quote=_quote(body["left"]),
            person=signer(entry),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedCaseError(f"ledger entry {entry.chain}/{entry.seq} is no judgement that can be read") from error


def _quoted(entry: Entry) -> Quote | None:
    try:
        return _quote(entry.body["place"])
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedCaseError(f"ledger entry {entry.chain}/{entry.seq} is no quote that can be read") from error


def _quote(value: Json) -> Quote | None:
    """Return the quote of a place that has one; entries of the first format have offsets alone."""
    return Quote.from_json(value) if isinstance(value, Mapping) and "text" in value else None


def _left(value: Json) -> NameKey | Span:
    if isinstance(value, Mapping):
        page, start, end = (int(str(value[key])) for key in ("page", "start", "end"))
        return Span(DocumentId(str(value["document"])), page, start, end)
    return NameKey(str(value))

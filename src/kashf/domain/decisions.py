"""What people decided about names, as the ledger tells it: who, when, why, what was taken back, and where two people contradict.

Of one person's statements about a pair the latest stands. Where two say the opposite, neither wins by a clock: the pair is unsure, and
listed, until one of them takes theirs back or says later what the other says.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from kashf.domain.document import Span
from kashf.domain.entity import Judgement, MentionType, NameKey, Verdict
from kashf.domain.entries.judgements import JUDGING, judgements_of, quote_in
from kashf.domain.entries.persons import signer
from kashf.domain.entries.projections import Projection
from kashf.domain.ids import EntryId
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

    decisions: dict[EntryId, tuple[Decision, ...]] = field(default_factory=dict)
    retractions: dict[EntryId, list[Retraction]] = field(default_factory=dict)
    quotes: dict[EntryId, Quote] = field(default_factory=dict)

    def decided(self, id: EntryId) -> Iterator[Decision]:
        """Yield what became of what an entry decided."""
        for told in self.decisions[id]:
            retraction = next((each for each in self.retractions.get(id, ()) if told.may_be_undone_by(each.person)), None)
            quote = told.judgement.quote or self.quotes.get(id)
            yield replace(told, undone=retraction, judgement=replace(told.judgement, quote=quote))


def decisions_of(entries: Iterable[Recorded]) -> tuple[Decision, ...]:
    """Return every decision that some ledger entries tell of, oldest first; entries of other kinds are passed over.

    A retraction of what is not among the entries says nothing, and neither does one by somebody else than the person who signed.

    Raises:
        DamagedCaseError: An entry is not one that kashf writes.
    """
    told = DECISIONS.fold(entries)
    return tuple(each for id in told.decisions for each in told.decided(id))


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

    So do two who say of one place that it names two different men.

    Args:
        decisions: Oldest first, as `decisions_of` returns them.
    """
    found = []
    for statements in _statements(decisions):
        same, against = (tuple(each for each in statements if each.verdict is verdict) for verdict in (Verdict.SAME, Verdict.DIFFERENT))
        if same and against:
            found.append(Conflict(same[-1], against))
    told = {each.judgement.left for each in found}
    for claims in _claims(decisions):
        against = tuple(each for each in claims if each.right != claims[-1].right)
        if against and claims[-1].left not in told:
            found.append(Conflict(claims[-1], against))
    return tuple(found)


def reassigned(decisions: Sequence[Decision]) -> tuple[Judgement, ...]:
    """Return the "same" of places that were given to another name, as far as they are followed, oldest first.

    Of one person's statements about a place the latest stands. Where two say that it is two different men's, neither is followed.

    Args:
        decisions: Oldest first, as `decisions_of` returns them.
    """
    followed = {(each.left, each.right) for each in in_force(decisions) if each.verdict is Verdict.SAME}
    return tuple(
        claims[-1]
        for claims in _claims(decisions)
        if claims[-1].reassigned and len({each.right for each in claims}) == 1 and (claims[-1].left, claims[-1].right) in followed
    )


def labels(followed: Iterable[Judgement], type: MentionType) -> Mapping[NameKey, str]:
    """Return what those are called for whom a name of their own was made, by that name.

    Args:
        followed: What `reassigned` returns.
        type: What they are.
    """
    return {each.right: each.reassigned.label for each in followed if each.type is type and each.reassigned and each.reassigned.label}


def namesakes(judgements: Iterable[Judgement], type: MentionType) -> frozenset[NameKey]:
    """Return the names that people said several bear: those whose places were given to another man, and those made for such men."""
    told = (each for each in judgements if each.type is type and each.verdict is Verdict.SAME)
    return frozenset(key for each in told if each.reassigned and each.reassigned.label for key in (each.reassigned.origin, each.right))


def not_names(judgements: Iterable[Judgement], type: MentionType) -> frozenset[NameKey]:
    """Return the terms that people said are no names."""
    return frozenset(
        each.right for each in judgements if each.type is type and each.left == each.right and each.verdict is Verdict.NOT_A_NAME
    )


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


def _claims(decisions: Iterable[Decision]) -> list[tuple[Judgement, ...]]:
    """Return whose each place is that was given to another name, as each person last said."""
    last: dict[object, list[Decision]] = {}
    for each in decisions:
        judgement = each.judgement
        if each.undone is None and isinstance(judgement.left, Span) and judgement.verdict is not Verdict.NOT_A_NAME:
            place = (judgement.type, judgement.left)
            is_claim = judgement.verdict is Verdict.SAME
            others = [
                earlier
                for earlier in last.get(place, [])
                if not (each.replaces(earlier) and (is_claim or earlier.judgement.right == judgement.right))
            ]
            last[place] = [*others, each] if is_claim else others
    return [tuple(each.judgement for each in claims) for claims in last.values() if any(each.judgement.reassigned for each in claims)]


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
    if entry.kind in JUDGING:
        told.decisions[id] = tuple(Decision(each, device=entry.device) for each in judgements_of(entry, id))
        return told
    about = EntryId(str(entry.body.get("entry")))
    if entry.kind == EntryKind.QUOTED:
        if quote := _quoted(entry):
            told.quotes.setdefault(about, quote)
    else:
        told.retractions.setdefault(about, []).append(Retraction(entry.actor, entry.time, id, signer(entry)))
    return told


#: What people decided about names and places, and took back.
DECISIONS: Final = Projection(JUDGING | {EntryKind.UNDONE, EntryKind.QUOTED}, _Told, _tell)


def _quoted(entry: Entry) -> Quote | None:
    try:
        return quote_in(entry.body["place"])
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedCaseError(f"ledger entry {entry.chain}/{entry.seq} is no quote that can be read") from error

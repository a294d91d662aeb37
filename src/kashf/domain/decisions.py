"""What people decided about names, as the ledger tells it: who, when, why, and what was taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kashf.domain.document import Span
from kashf.domain.entity import Judgement, MentionType, NameKey, Verdict
from kashf.domain.ids import DocumentId, EntryId, Json
from kashf.domain.ledger import Entry, EntryKind
from kashf.domain.quote import Quote
from kashf.errors import DamagedCaseError

#: Kinds of entries that tell of decisions.
KINDS = (EntryKind.JUDGED, EntryKind.UNDONE, EntryKind.QUOTED)


@dataclass(frozen=True, slots=True)
class Undoing:
    """That a judgement was taken back.

    Args:
        who: The actor of its ledger entry.
        when: The time of its ledger entry.
        id: Its ledger entry.
    """

    who: str
    when: dt.datetime
    id: EntryId


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement with what became of it.

    Args:
        judgement: What was decided.
        undone: The first undoing of it, or None while it stands.
    """

    judgement: Judgement
    undone: Undoing | None = None


def history(entries: Iterable[tuple[Entry, EntryId]]) -> tuple[Judged, ...]:
    """Return every judgement that some ledger entries tell of, oldest first; entries of other kinds are passed over.

    Within a chain the order is that of the chain, even where the machine's clock was set back: an entry counts as written no earlier
    than the one before it. An undoing of what is not among the entries says nothing.

    Raises:
        DamagedCaseError: An entry is not one that kashf writes.
    """
    judged: dict[EntryId, Judged] = {}
    for entry, id in _in_order(entries):
        if entry.kind == EntryKind.JUDGED:
            judged[id] = Judged(_judgement(entry, id))
        elif entry.kind == EntryKind.UNDONE:
            about = judged.get(EntryId(str(entry.body.get("entry"))))
            if about and about.undone is None:
                judged[about.judgement.id] = replace(about, undone=Undoing(entry.actor, entry.time, id))
        elif entry.kind == EntryKind.QUOTED:
            about = judged.get(EntryId(str(entry.body.get("entry"))))
            if about and about.judgement.quote is None:
                judged[about.judgement.id] = replace(about, judgement=replace(about.judgement, quote=_quoted(entry)))
    return tuple(judged.values())


def standing(judged: Sequence[Judged]) -> tuple[Judgement, ...]:
    """Return the judgements that stand, oldest first: not undone, and the latest about their pair.

    Two names are one pair whichever is named first. What is undone lets the judgement before it stand again.

    Args:
        judged: Oldest first, as `history` returns them.
    """
    latest: dict[object, Judgement] = {}
    for each in judged:
        if each.undone is None:
            pair = _pair(each.judgement)
            latest.pop(pair, None)
            latest[pair] = each.judgement
    return tuple(latest.values())


def _pair(judgement: Judgement) -> object:
    if isinstance(judgement.left, str):
        return judgement.type, frozenset((judgement.left, judgement.right))
    return judgement.type, judgement.left, judgement.right


def _in_order(entries: Iterable[tuple[Entry, EntryId]]) -> list[tuple[Entry, EntryId]]:
    """Return entries by time, device and place, no entry before one that precedes it in its chain."""
    latest: dict[str, dt.datetime] = {}
    placed: list[tuple[dt.datetime, str, int, Entry, EntryId]] = []
    for entry, id in sorted(entries, key=lambda pair: (pair[0].chain, pair[0].seq)):
        latest[entry.chain] = max(entry.time, latest.get(entry.chain, entry.time))
        placed.append((latest[entry.chain], entry.chain, entry.seq, entry, id))
    return [(entry, id) for *_, entry, id in sorted(placed, key=lambda each: each[:3])]


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

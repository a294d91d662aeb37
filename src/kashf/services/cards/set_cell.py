"""Puts somebody's own band in a cell of a card's board, or says how far a paper on it is genuine, with the reason."""

from __future__ import annotations

from collections.abc import Iterable

from kashf.domain.cards.card_entries import BoardRow, CardStrip, CardWords, CellBand
from kashf.domain.cards.genuine_band import GenuineBand
from kashf.domain.ids import EntryId
from kashf.domain.ledger import EntryKind
from kashf.errors import NotFoundError, UsageError
from kashf.services.cards.write_card import LONGEST, find_card, typed_on_card, write_on_card
from kashf.services.case.open import WritableCase


def set_cell(case: WritableCase, card: str, evidence: str, row: BoardRow, band: CellBand, because: str) -> EntryId:
    """Write down how probable a piece of evidence is if a row of the board holds.

    Args:
        case: Which case.
        card: Beginning of the card's id.
        evidence: Beginning of the entry that put the evidence on the card, or that ruled an explanation out.
        row: Which row.
        band: How probable.
        because: The reason, which is needed.

    Raises:
        UsageError: Without a reason.
        NotFoundError: No such card, or no such entry on it, or more than one.
    """
    known = find_card(case.reading, card)
    reason = typed_on_card(because, what="the reason", most=LONGEST, needed=True)
    entries = {each.signed.id: "" for each in known.explanations.values()}
    entries |= {each.signed.id: each.document for each in known.evidence}
    id = _begun_so(entries, evidence)
    told = {"evidence": id, "row": row.value, "band": band.value, **({"document": entries[id]} if entries[id] else {})}
    return write_on_card(case, EntryKind.BOARD_CELL, known.id, CardWords({"because": reason}), told).signed.id


def set_genuine(case: WritableCase, card: str, evidence: str, band: GenuineBand, because: str) -> EntryId:
    """Write down how far a paper on a card is taken to be what it claims to be; the board discounts what it says by that.

    Args:
        case: Which case.
        card: Beginning of the card's id.
        evidence: Beginning of the entry that put the paper on the card.
        band: How far.
        because: The reason, which is needed.

    Raises:
        UsageError: Without a reason, or of what is no paper.
        NotFoundError: No such card, or no such entry on it, or more than one.
    """
    known = find_card(case.reading, card)
    reason = typed_on_card(because, what="the reason", most=LONGEST, needed=True)
    entries = {each.signed.id: each for each in known.evidence}
    put = entries[_begun_so(entries, evidence)]
    if put.strip is not CardStrip.PAPER:
        raise UsageError("only a paper is genuine or not; what a person says is weighed in its cells", code="genuine-of-no-paper")
    told = {"evidence": put.signed.id, "band": band.value, "document": put.document}
    return write_on_card(case, EntryKind.BOARD_GENUINE, known.id, CardWords({"because": reason}), told).signed.id


def _begun_so(entries: Iterable[EntryId], beginning: str) -> EntryId:
    found = [id for id in entries if beginning and id.startswith(beginning)]
    if len(found) != 1:
        raise NotFoundError(f"{len(found)} pieces of evidence on the card begin so", code="no-such-column", count=len(found))
    return found[0]

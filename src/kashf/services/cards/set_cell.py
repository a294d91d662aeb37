"""Puts somebody's own band in a cell of a card's board, with the reason; the house rule's stays beside it."""

from __future__ import annotations

from kashf.domain.cards.card_entries import BoardRow, CardWords, CellBand
from kashf.domain.ids import EntryId
from kashf.domain.ledger import EntryKind
from kashf.errors import NotFoundError
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
    found = [id for id in entries if evidence and id.startswith(evidence)]
    if len(found) != 1:
        raise NotFoundError(f"{len(found)} pieces of evidence on the card begin so", code="no-such-column", count=len(found))
    (id,) = found
    told = {"evidence": id, "row": row.value, "band": band.value, **({"document": entries[id]} if entries[id] else {})}
    return write_on_card(case, EntryKind.BOARD_CELL, known.id, CardWords({"because": reason}), told).signed.id

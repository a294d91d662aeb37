"""Clears a sentence card, refuses it, or opens it again."""

from __future__ import annotations

from kashf.domain.cards.card_entries import CardState, CardWords
from kashf.domain.ids import EntryId
from kashf.domain.ledger import EntryKind
from kashf.errors import UnclearedCardError
from kashf.services.cards.show_card import show_card
from kashf.services.cards.write_card import LONGEST, find_card, typed_on_card, write_on_card
from kashf.services.case.open import WritableCase


def settle_card(case: WritableCase, card: str, state: CardState, *, why: str = "", suggested: str = "") -> EntryId:
    """Clear a card, refuse it, or open it again.

    Args:
        case: Which case.
        card: Beginning of its id.
        state: What it is to be.
        why: The reason; needed to refuse it.
        suggested: The wording that kashf suggested, which is kept beside the reporter's own.

    Raises:
        UnclearedCardError: Something keeps it from being cleared (`ShownCard.hindrances`).
        UsageError: It is refused without a reason.
        NotFoundError: No such card.
    """
    known = find_card(case.reading, card)
    if state is CardState.CLEARED and show_card(case.reading, known, reader=case.person).hindrances:
        raise UnclearedCardError("the card cannot be cleared yet; what is missing stands on it", code="card-not-ready")
    texts = {"why": typed_on_card(why, what="the reason", most=LONGEST, needed=state is CardState.REFUSED)}
    texts |= {"suggested": typed_on_card(suggested, what="the wording", most=LONGEST)} if suggested else {}
    return write_on_card(case, EntryKind.CARD_SETTLED, known.id, CardWords(texts), {"state": state.value}).signed.id

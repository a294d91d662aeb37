"""The linter of findings on a card: on its sentence, and on what is concluded on it."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from kashf.domain.cards.card_entries import BoardRow
from kashf.domain.ids import EntryId
from kashf.evidence.hypotheses.card_board import CardBoard, papers_alone
from kashf.evidence.hypotheses.court_ratios import court_ratios
from kashf.evidence.wording.sentence_linter import LintFault, numbers_in
from kashf.services.evidence.lint_text import lint_text

#: What a word of collusion of ours is a lead over.
_OVER = frozenset({BoardRow.OWN_INTELLIGENCE, BoardRow.WARNING})


@dataclass(frozen=True, slots=True)
class CardFault:
    """What no sentence of a finding may say.

    Args:
        fault: Which rule, and the words.
        entry: The conclusion on the card in which it stands; None of the sentence itself.
    """

    fault: LintFault
    entry: EntryId | None = None


def board_lead(made: CardBoard | None) -> str:
    """Return the board's lead over own intelligence and opportunity as it has to stand in a sentence, as "16:1"; "" where there is none.

    It is the lesser of the whole board's and of that of the papers alone: what somebody says or rules out carries no word of collusion.
    """
    papers = papers_alone(made) if made else None
    if made is None or papers is None:
        return ""
    ratios = [ratio for board in (made.board, papers) for ratio in court_ratios(board, BoardRow.AS_READ)]
    least = min(ratio.low for ratio in ratios if ratio.against in _OVER)
    return f"{math.floor(least + 1e-9)}:1" if least >= 2 else ""


def card_faults(sentence: str, conclusions: Mapping[EntryId, str], sources: Collection[str], lead: str) -> tuple[CardFault, ...]:
    """Return what may not go out as it is worded.

    Args:
        sentence: What we want to say.
        conclusions: What is concluded on the card, by entry.
        sources: What papers and people on the card say: numbers that stand there are bound to them.
        lead: As `board_lead` gives it.
    """
    bound = {number for each in sources for number in numbers_in(each)}
    texts: tuple[tuple[EntryId | None, str], ...] = ((None, sentence), *conclusions.items())
    return tuple(CardFault(fault, entry) for entry, text in texts for fault in _faults(text, bound, lead))


def _faults(text: str, bound: Collection[str], lead: str) -> tuple[LintFault, ...]:
    plain = "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in text)
    has_lead = bool(lead) and lead in plain
    values = {*bound, *(lead.split(":") if has_lead else ())}
    found = lint_text(plain, values=values, concludes=True, lead=lead if has_lead else "")
    return tuple(replace(each, words=text[each.start : each.end]) for each in found)

"""Shows the board of a sentence card weighed, with what would make another row lead and what moved since it was cleared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kashf.domain.cards.card_entries import CARD_ENTRIES, Bearing, BoardRow, CardState, CardStrip
from kashf.domain.cards.sentence_card import cards_in
from kashf.domain.ids import DocumentId, EntryId
from kashf.evidence.hypotheses.board import ChanceRange
from kashf.evidence.hypotheses.board_moves import BoardMove, board_move
from kashf.evidence.hypotheses.card_board import CardBoard, card_board, if_doubted_lied
from kashf.evidence.hypotheses.court_ratios import CourtRatio, court_ratios
from kashf.evidence.hypotheses.weighed_board import ALIKE, WeighedBoard, WeighedRow, weigh_board
from kashf.evidence.wording.likelihood_wording import LikelihoodWording, likelihood_wording
from kashf.services.cards.genuine_doubts import GenuineDoubts, genuine_doubts
from kashf.services.cards.show_card import ShownCard, evidence_facts
from kashf.services.case.open import OpenCase


@dataclass(frozen=True, slots=True)
class ShownBoard:
    """The board of a card as it is shown.

    Args:
        made: As the card makes it.
        weighed: What it comes to.
        leaders: The rows that lead; several where the board does not tell them apart.
        if_doubted_lied: The row that leads if whoever passed things on by the doubted road lied; None where nothing came by it.
        strips: Who supports the sentence: papers, people, or both.
        likely: How likely the leading row is, in words for its range; None where several lead.
        moved: What moved since the card was last cleared; None where it never was, or nothing stood on its board then.
        doubts: What speaks against papers being genuine, by column; it weighs nothing.
    """

    made: CardBoard
    weighed: WeighedBoard
    leaders: tuple[BoardRow, ...]
    if_doubted_lied: BoardRow | None
    strips: tuple[CardStrip, ...]
    likely: LikelihoodWording | None
    moved: BoardMove | None = None
    doubts: Mapping[EntryId, GenuineDoubts] = field(default_factory=dict)

    def row(self, row: BoardRow) -> WeighedRow:
        """Return what a row comes to."""
        return next(each for each in self.weighed.rows if each.id == row)


def show_board(case: OpenCase, shown: ShownCard) -> ShownBoard | None:
    """Return the board of a card; None where nothing stands on it."""
    made = _made(shown)
    if made is None:
        return None
    weighed = weigh_board(made.board)
    best = max(weighed.posteriors)
    leaders = tuple(BoardRow(row.id) for row in weighed.rows if best - row.posterior < ALIKE)
    lied = if_doubted_lied(made)
    support = {entry for column in made.columns if column.bearing is Bearing.SUPPORTS for entry in column.entries}
    strips = tuple(strip for strip in CardStrip if any(each.put.signed.id in support for each in shown.of(strip)))
    if_lied = BoardRow(weigh_board(lied).leader) if lied else None
    ranges = [ChanceRange(row.low, row.high) for row in weighed.rows if row.id == leaders[0]]
    likely = likelihood_wording(ranges[0]) if len(leaders) == 1 else None
    return ShownBoard(made, weighed, leaders, if_lied, strips, likely, _moved(case, shown, made), _doubts(case, shown, made))


def court_board(shown: ShownCard) -> tuple[CourtRatio, ...]:
    """Return how many times as probable what stands on a card is if the sentence is so as if another row is; () where nothing is."""
    made = _made(shown)
    return court_ratios(made.board, BoardRow.AS_READ) if made else ()


def _made(shown: ShownCard) -> CardBoard | None:
    facts = {each.put.signed.id: each.facts for each in shown.evidence if each.facts}
    return card_board(shown.sentence, shown.card, facts)


def _doubts(case: OpenCase, shown: ShownCard, made: CardBoard) -> Mapping[EntryId, GenuineDoubts]:
    papers = {each.put.signed.id: DocumentId(each.put.document) for each in shown.of(CardStrip.PAPER)}
    told = {column.id: genuine_doubts(case, papers[column.id]) for column in made.columns if column.is_paper}
    return {id: doubts for id, doubts in told.items() if doubts}


def _moved(case: OpenCase, shown: ShownCard, made: CardBoard) -> BoardMove | None:
    """Return what moved since the last clearing: the card of the entries until then, with what the case knows of its papers today."""
    settled = shown.card.settled
    if settled is None or settled.state is not CardState.CLEARED or not shown.card.changed_since:
        return None
    entries = list(case.view.entries(kinds=sorted(CARD_ENTRIES.kinds)))
    until = next(index for index, (_, id) in enumerate(entries) if id == settled.signed.id)
    then = cards_in(entries[: until + 1]).get(shown.card.id)
    before = card_board(shown.sentence, then, evidence_facts(case, then.evidence)) if then else None
    return board_move(before.board, made.board) if before else None

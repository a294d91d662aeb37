"""The board that a sentence card makes of itself: what it says beside its other explanations, against the evidence that stands on it.

The bands are a rule of this house (docs/explanation/weighing-evidence.md): what came by the road that is doubted tells nothing about the
doubt; what came by another road does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from kashf.domain.cards.card_entries import (
    Bearing,
    BoardCell,
    BoardRow,
    CardStrip,
    CellBand,
    Explanation,
    Knows,
    PaperGenuine,
    PutEvidence,
    Weighed,
)
from kashf.domain.cards.genuine_band import GenuineBand
from kashf.domain.cards.sentence_card import SentenceCard
from kashf.domain.cards.weak_points import EvidenceFacts
from kashf.domain.ids import EntryId
from kashf.evidence.hypotheses.board import BANDS, SURE, UNKNOWN, ChanceRange, EvidenceColumn, Hypothesis, HypothesisBoard, RivalKind
from kashf.evidence.hypotheses.rivals import RIVAL_SENTENCES

_OWN: Final = "Genuine, and the other side knew it from its own intelligence"
_WARNING: Final = "Genuine, and what followed answered a public warning, or an opportunity"
#: The rows; every rival that always stands beside a finding is among them.
ROWS: Final = (
    Hypothesis(BoardRow.AS_READ, RIVAL_SENTENCES[RivalKind.AS_READ], RivalKind.AS_READ),
    Hypothesis(BoardRow.INVENTED, RIVAL_SENTENCES[RivalKind.SOURCE_FORGED], RivalKind.SOURCE_FORGED),
    Hypothesis(BoardRow.MISREAD, RIVAL_SENTENCES[RivalKind.MISREAD], RivalKind.MISREAD),
    Hypothesis(BoardRow.PLANTED, RIVAL_SENTENCES[RivalKind.PLANTED], RivalKind.PLANTED),
    Hypothesis(BoardRow.COINCIDENCE, RIVAL_SENTENCES[RivalKind.COINCIDENCE], RivalKind.COINCIDENCE),
    Hypothesis(BoardRow.OWN_INTELLIGENCE, _OWN, RivalKind.OTHER_CAUSE),
    Hypothesis(BoardRow.WARNING, _WARNING),
    Hypothesis(BoardRow.SELECTION, RIVAL_SENTENCES[RivalKind.SELECTION], RivalKind.SELECTION, is_added=True),
)
#: Rows that doubt what came by one road: another road that agrees is less expected there.
OF_ONE_ROAD: Final = frozenset({BoardRow.INVENTED, BoardRow.MISREAD, BoardRow.PLANTED, BoardRow.SELECTION})
#: Rows that hold if whoever passes things on by the doubted road lied.
_OF_LIARS: Final = frozenset({BoardRow.INVENTED, BoardRow.PLANTED})
#: Between what the chance lies that a paper is what it claims to be, by the word that somebody set.
GENUINE_RANGES: Final[Mapping[GenuineBand, ChanceRange]] = MappingProxyType(
    {
        GenuineBand.SURELY: ChanceRange(0.95, 1),
        GenuineBand.PROBABLY: ChanceRange(0.7, 0.95),
        GenuineBand.OPEN: UNKNOWN,
        GenuineBand.PROBABLY_NOT: ChanceRange(0.05, 0.3),
    }
)


class LeftOffBoard(StrEnum):
    """Why something that stands on a card is no column of its board."""

    BACKGROUND = "background"
    CONCLUDED = "concluded"
    OPINION = "opinion"
    GONE = "gone"
    NOT_RULED_OUT = "not-ruled-out"
    CELL_WITHOUT_COLUMN = "cell-without-column"


@dataclass(frozen=True, slots=True)
class CardColumn:
    """A column of a card's board.

    Args:
        id: Its first entry.
        entries: All that are this one piece of evidence: places of one letter, its copies, what one person says.
        bearing: What it says about the sentence; None of an explanation that was ruled out.
        explanation: Which was ruled out; None of evidence.
        roads: By which it came; () where nobody knows.
        is_other_road: Whether it came by roads other than the doubted one alone.
        house: By row, what the house rule puts there.
        said: By row, what somebody put there in its place, the last one.
        is_paper: Whether it is a paper whose words stand on the card, and not a person's word.
        genuine: How far somebody takes the paper to be genuine, what was said last; None where nobody did: it is taken as genuine.
    """

    id: EntryId
    entries: tuple[EntryId, ...]
    bearing: Bearing | None
    explanation: Explanation | None
    roads: tuple[str, ...]
    is_other_road: bool
    house: Mapping[BoardRow, CellBand]
    said: Mapping[BoardRow, BoardCell]
    is_paper: bool = False
    genuine: PaperGenuine | None = None

    def band(self, row: BoardRow) -> CellBand:
        """Return what counts in a cell: what somebody put there, else the house rule."""
        return self.said[row].band if row in self.said else self.house[row]

    @property
    def authentic(self) -> ChanceRange:
        """Return between what the chance is taken to lie that it is what it claims to be."""
        return GENUINE_RANGES[self.genuine.band] if self.genuine else SURE


@dataclass(frozen=True, slots=True)
class CardBoard:
    """The board of a card.

    Args:
        board: As engines take it.
        columns: What each column of it is, in its order.
        doubted: The road that "invented" and "planted" are about: by which most of what supports the sentence came; "" where nobody knows.
        left_off: What stands on the card and is no column, by reason.
    """

    board: HypothesisBoard
    columns: tuple[CardColumn, ...]
    doubted: str
    left_off: Mapping[LeftOffBoard, int]


def card_board(question: str, card: SentenceCard, facts: Mapping[EntryId, EvidenceFacts]) -> CardBoard | None:
    """Return the board of a card; None where nothing on it is a column.

    Args:
        question: The sentence.
        card: The card.
        facts: Of each piece of evidence that is a paper or a person, by its entry.
    """
    left = Counter(reason for each in card.evidence if (reason := _left_off(each, facts)))
    once: dict[tuple[str, Bearing], list[PutEvidence]] = {}
    for each in card.evidence:
        if not _left_off(each, facts):
            once.setdefault((facts[each.signed.id].witness, each.bearing), []).append(each)
    doubted = _doubted(once, facts)
    columns = [_of_evidence(each, facts, doubted, card) for each in once.values()]
    for explanation in Explanation:
        told = card.explanations.get(explanation)
        if told and told.weighed is Weighed.RULED_OUT:
            columns.append(_of_explanation(told.signed.id, explanation, card.cells))
        else:
            left[LeftOffBoard.NOT_RULED_OUT] += 1
    known = {entry for column in columns for entry in column.entries}
    set_off = {(cell.evidence, cell.row.value) for cell in card.cells} | {(each.evidence, "genuine") for each in card.genuine}
    left[LeftOffBoard.CELL_WITHOUT_COLUMN] = sum(entry not in known for entry, _ in set_off)
    if not columns:
        return None
    groups = _groups(columns)
    whole = tuple(_weighable(column, group) for column, group in zip(columns, groups, strict=True))
    off = MappingProxyType({reason: left[reason] for reason in LeftOffBoard if left[reason]})
    return CardBoard(HypothesisBoard(question, ROWS, whole), tuple(columns), doubted, off)


def papers_alone(made: CardBoard) -> HypothesisBoard | None:
    """Return the board with its columns of papers alone, without what people say or rule out; None where there is none."""
    papers = {column.id for column in made.columns if column.is_paper}
    kept = tuple(column for column in made.board.columns if column.id in papers)
    return replace(made.board, columns=kept) if kept else None


def if_doubted_lied(made: CardBoard) -> HypothesisBoard | None:
    """Return the board as it is if whoever passed things on by the doubted road lied; None where nothing came by it.

    What came by it is then what a liar sends: as good as sure if it was invented or planted, hardly to be expected else.
    """
    lied: dict[str, ChanceRange] = {row: _chance(CellBand.SURELY if row in _OF_LIARS else CellBand.HARDLY) for row in BoardRow}
    by_it = {column.id for column in made.columns if column.bearing is Bearing.SUPPORTS and made.doubted in column.roads and made.doubted}
    columns = tuple(EvidenceColumn(each.id, each.says, lied, each.group) if each.id in by_it else each for each in made.board.columns)
    return HypothesisBoard(made.board.question, made.board.hypotheses, columns) if by_it else None


def _left_off(put: PutEvidence, facts: Mapping[EntryId, EvidenceFacts]) -> LeftOffBoard | None:
    if put.bearing is Bearing.BACKGROUND:
        return LeftOffBoard.BACKGROUND
    if put.strip is CardStrip.CONCLUDED:
        return LeftOffBoard.CONCLUDED
    if put.knows is Knows.EXPERT:
        return LeftOffBoard.OPINION
    known = facts.get(put.signed.id)
    return None if known and known.stands else LeftOffBoard.GONE


def _doubted(once: Mapping[tuple[str, Bearing], Sequence[PutEvidence]], facts: Mapping[EntryId, EvidenceFacts]) -> str:
    """Return the road by which most papers that support came, or most people where no paper does; of several the first by name."""
    support = [entries for (_, bearing), entries in once.items() if bearing is Bearing.SUPPORTS]
    for strip in (CardStrip.PAPER, CardStrip.PEOPLE):
        counted = Counter(road for entries in support if entries[0].strip is strip for road in _roads(entries, facts))
        if counted:
            return min(counted, key=lambda road: (-counted[road], road))
    return ""


def _roads(entries: Iterable[PutEvidence], facts: Mapping[EntryId, EvidenceFacts]) -> tuple[str, ...]:
    return tuple(sorted({road for each in entries for road in facts[each.signed.id].roads}))


def _of_evidence(
    entries: Sequence[PutEvidence],
    facts: Mapping[EntryId, EvidenceFacts],
    doubted: str,
    card: SentenceCard,
) -> CardColumn:
    ids, roads, bearing = tuple(each.signed.id for each in entries), _roads(entries, facts), entries[0].bearing
    is_other = bool(doubted and roads) and doubted not in roads
    if bearing is Bearing.AGAINST:
        house = {row: CellBand.UNEXPECTED if row is BoardRow.AS_READ else CellBand.EITHER for row in BoardRow}
    else:
        house = {row: CellBand.UNEXPECTED if is_other and row in OF_ONE_ROAD else CellBand.EXPECTED for row in BoardRow}
    is_paper = entries[0].strip is CardStrip.PAPER
    genuine = next((each for each in reversed(card.genuine) if is_paper and each.evidence in ids), None)
    return CardColumn(ids[0], ids, bearing, None, roads, is_other, house, _said(ids, card.cells), is_paper, genuine)


def _of_explanation(id: EntryId, explanation: Explanation, cells: Sequence[BoardCell]) -> CardColumn:
    """Return the column of a ruling-out: somebody's words without a paper, which by the house rule tell no row from another."""
    house = dict.fromkeys(BoardRow, CellBand.EITHER)
    return CardColumn(id, (id,), None, explanation, (), is_other_road=False, house=house, said=_said((id,), cells))


def _said(entries: tuple[EntryId, ...], cells: Sequence[BoardCell]) -> Mapping[BoardRow, BoardCell]:
    """Return what was put in the cells of a column, the last one of each: what was put there first stays in the ledger."""
    return {cell.row: cell for cell in cells if cell.evidence in entries}


def _groups(columns: Sequence[CardColumn]) -> list[str]:
    """Return with what each column hangs together: those that share a road, also by way of others; those of which no road is known."""
    names: list[str] = []
    for column in columns:
        roads, grown = set(column.roads), True
        while grown:
            more = {road for each in columns if roads & set(each.roads) for road in each.roads}
            grown, roads = more > roads, roads | more
        alone = f"explanation {column.explanation.value}" if column.explanation else "no road known"
        names.append(" + ".join(sorted(roads)) or alone)
    return names


def _weighable(column: CardColumn, group: str) -> EvidenceColumn:
    says = column.explanation.value if column.explanation else f"{column.bearing} {column.id}"
    cells: dict[str, ChanceRange] = {row: _chance(column.band(row)) for row in BoardRow}
    if column.genuine is None:
        return EvidenceColumn(column.id, says, cells, group)
    made_up: dict[str, ChanceRange] = {row: _chance(CellBand.EITHER) for row in BoardRow}  # What is made up tells no row from another.
    return EvidenceColumn(column.id, says, cells, group, column.authentic, made_up)


def _chance(band: CellBand) -> ChanceRange:
    return ChanceRange(BANDS[band], BANDS[band])

"""The board of a sentence card as lines of text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from kashf.domain.cards.card_entries import Bearing, BoardRow
from kashf.domain.ids import short_id
from kashf.evidence.hypotheses.card_board import CardBoard, CardColumn, LeftOffBoard
from kashf.evidence.hypotheses.court_ratios import CourtRatio
from kashf.language.words.visible import isolate
from kashf.services.cards.show_board import ShownBoard
from kashf.services.cards.show_card import ShownCard
from kashf.show.authenticity.sheet_lines import mark_words
from kashf.show.cards.card_lines import BEARINGS
from kashf.show.counted import many
from kashf.show.wording import wording

#: What a board leaves open, under every answer that has chances.
NOT_IN_IT: Final = (
    "Not in the figures: explanations that nobody thought of, evidence that nobody has sought, and whether a paper is genuine of which "
    "nobody judged that. The bands are a rule of the house until somebody sets them."
)
#: Under every answer that has ratios alone.
OF_RATIOS: Final = "Ratios say how far what stands on the card tells two rows apart, and not how probable either is."
_LEFT_OFF: Final[Mapping[LeftOffBoard, str]] = {
    LeftOffBoard.BACKGROUND: "background",
    LeftOffBoard.CONCLUDED: "our own conclusions",
    LeftOffBoard.OPINION: "opinions of experts",
    LeftOffBoard.GONE: "papers whose words are not found any more",
    LeftOffBoard.NOT_RULED_OUT: "explanations still possible or not checked",
    LeftOffBoard.CELL_WITHOUT_COLUMN: "cells set for what stands there no more",
}


def board_answer(shown: ShownCard, board: ShownBoard) -> dict[str, Any]:
    """Return a board as JSON values."""
    weighed = board.weighed
    return {
        "card": shown.card.id,
        "question": weighed.question,
        "leaders": [each.value for each in board.leaders],
        "lead_is_sure": weighed.lead_is_sure,
        "hypotheses": weighed.rows,
        "heuer": [row.against for row in weighed.rows],
        "evidence": [_column_answer(shown, board, each) for each in board.made.columns],
        "weighed": weighed.columns,
        "groups": weighed.groups,
        "overturned_by": weighed.overturned_by,
        "doubted_road": board.made.doubted,
        "if_doubted_road_lied": board.if_doubted_lied.value if board.if_doubted_lied else None,
        "fragility": fragile_words(board),
        "moved": board.moved,
        "left_out": {reason.value: count for reason, count in board.made.left_off.items()},
        "not_said": NOT_IN_IT,
    }


def court_answer(shown: ShownCard, ratios: Sequence[CourtRatio]) -> dict[str, Any]:
    """Return the ratios of a board as JSON values; no chances stand beside them."""
    return {"card": shown.card.id, "question": shown.sentence, "ratios": list(ratios), "not_said": OF_RATIOS}


def board_lines(shown: ShownCard, board: ShownBoard) -> Iterator[str]:
    """Yield a board as lines."""
    yield isolate(board.weighed.question)
    yield _lead_line(board)
    yield f"Weakest: {fragile_words(board)}"
    yield "Rows, with the chance of each and between what it lies:"
    for row in board.weighed.rows:
        chances = f"{row.posterior:.4f} ({row.low:.4f} to {row.high:.4f})"
        yield f"  {row.id:16} {chances} [{row.against} against, {row.for_it} for] {row.says}"
    yield f"Columns, with a band for each row: {', '.join(BoardRow)}"
    for column, weighed in zip(board.made.columns, board.weighed.columns, strict=True):
        yield f"  {short_id(column.id)} {column_words(shown, column)}"
        cells = "  ".join(_cell(column, row) for row in BoardRow)
        yield f"    {cells}; {weighed.information:.4f} bits{_without(board, weighed.leader_without)}"
        yield from (f"    {line}" for line in (*_set_lines(shown, column), *_genuine_lines(shown, board, column)))
    yield from _moved_lines(board)
    yield from left_off_lines(board.made)
    yield NOT_IN_IT


def court_lines(shown: ShownCard, ratios: Sequence[CourtRatio]) -> Iterator[str]:
    """Yield the ratios of a board as lines."""
    yield isolate(shown.sentence)
    for each in ratios:
        told = f"{each.words} for {each.supports}" if each.supports else each.words
        yield f"  what stands on the card is {each.ratio:.4g} times as probable if {each.hypothesis} as if {each.against}: {told}"
    yield OF_RATIOS


def fragile_words(board: ShownBoard) -> str:
    """Return in one sentence what would make another row lead."""
    if len(board.leaders) > 1:
        return "nothing on the board tells the leading rows apart"
    (leader,) = board.leaders
    if board.if_doubted_lied and board.if_doubted_lied is not leader:
        return f"if {isolate(board.made.doubted)} lied, {board.if_doubted_lied} leads"
    if board.weighed.overturned_by:
        fewest = min(board.weighed.overturned_by, key=lambda each: len(each.groups))
        return f"without {', '.join(map(isolate, fewest.groups))}, {fewest.leader} leads"
    return "taking out evidence does not change who leads"


def column_words(shown: ShownCard, column: CardColumn) -> str:
    """Return what a column is, in words."""
    if column.explanation:
        return f"{column.explanation.value} was ruled out in words, which tells no row from another"
    (first,) = (each for each in shown.evidence if each.put.signed.id == column.id)
    who = isolate(first.put.witness or first.path)
    places = f", {many(len(column.entries), 'place')} of one" if len(column.entries) > 1 else ""
    roads = f"by {', '.join(map(isolate, column.roads))}" if column.roads else "by a road that nobody knows"
    other = ", another road than the doubted one" if column.is_other_road else ""
    return f"{who}{places} {BEARINGS[column.bearing or Bearing.SUPPORTS]}, {roads}{other}"


def left_off_lines(made: CardBoard) -> Iterator[str]:
    """Yield what stands on the card and is no column."""
    if made.left_off:
        yield f"Not on the board: {'; '.join(f'{_LEFT_OFF[reason]} ({count})' for reason, count in made.left_off.items())}"


def _lead_line(board: ShownBoard) -> str:
    if len(board.leaders) > 1:
        return f"No row leads: {', '.join(board.leaders)} are alike"
    sure = "whatever within the ranges holds" if board.weighed.lead_is_sure else "but not over all of the ranges"
    return f"{board.leaders[0]} leads, {sure}"


def _cell(column: CardColumn, row: BoardRow) -> str:
    return f"{column.band(row)}{'*' if row in column.said else ''}"


def _without(board: ShownBoard, leader: str) -> str:
    return f"; without it {leader} leads" if len(board.leaders) == 1 and leader != board.leaders[0] else ""


def _set_lines(shown: ShownCard, column: CardColumn) -> Iterator[str]:
    for row, cell in column.said.items():
        because = shown.texts[cell.signed.id].get("because", "")
        who = f"{isolate(cell.signed.who)} on {cell.signed.when:%Y-%m-%d}"
        yield f"* {row}: {cell.band} instead of {column.house[row]} ({who}, {short_id(cell.signed.id)}), because {isolate(because)}"


def _genuine_lines(shown: ShownCard, board: ShownBoard, column: CardColumn) -> Iterator[str]:
    """Yield how far a paper is taken to be genuine, and what speaks against that, which weighs nothing."""
    if column.is_paper and column.genuine is None:
        yield "genuineness not judged: taken as genuine"
    elif told := column.genuine:
        taken, because = column.authentic, shown.texts[told.signed.id].get("because", "")
        who = f"{isolate(told.signed.who)} on {told.signed.when:%Y-%m-%d}, {short_id(told.signed.id)}"
        yield f"genuine: {told.band.replace('-', ' ')} ({taken.low:g} to {taken.high:g}; {who}), because {isolate(because)}"
    if doubts := board.doubts.get(column.id):
        words = wording("en")
        against = [*(mark_words(each, words) for each in doubts.marks), *(["a certain contradiction"] if doubts.is_contradicted else [])]
        yield f"weak point, not in the figures: {'; '.join(against)} (kashf authenticity CASE {short_id(doubts.document)})"


def _moved_lines(board: ShownBoard) -> Iterator[str]:
    if board.moved is None:
        return
    yield "Since it was cleared:"
    for id, before, after in board.moved.moved:
        if before is not None and after is not None and abs(before - after) >= 0.00005:
            yield f"  {id}: {before:.4f} before, {after:.4f} now"


def _column_answer(shown: ShownCard, board: ShownBoard, column: CardColumn) -> dict[str, Any]:
    doubts = board.doubts.get(column.id)
    return {
        "entry": column.id,
        "entries": list(column.entries),
        "says": column_words(shown, column),
        "bearing": column.bearing.value if column.bearing else None,
        "explanation": column.explanation.value if column.explanation else None,
        "is_paper": column.is_paper,
        "roads": list(column.roads),
        "other_road": column.is_other_road,
        "cells": {row.value: column.band(row).value for row in BoardRow},
        "house": {row.value: column.house[row].value for row in BoardRow},
        "set": [
            {"row": row.value, "band": cell.band.value, "entry": cell.signed.id, "by": cell.signed.who, **shown.texts[cell.signed.id]}
            for row, cell in column.said.items()
        ],
        "genuine": _genuine_answer(shown, column),
        "against_genuine": {
            "marks": [each.mark.value for each in doubts.marks] if doubts else [],
            "certainly_contradicted": bool(doubts and doubts.is_contradicted),
        },
    }


def _genuine_answer(shown: ShownCard, column: CardColumn) -> dict[str, Any] | None:
    told = column.genuine
    if told is None:
        return None
    taken = column.authentic
    by = {"entry": told.signed.id, "by": told.signed.who, **shown.texts[told.signed.id]}
    return {"band": told.band.value, "low": taken.low, "high": taken.high, **by}

"""`kashf board`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.common import AsPerson, acting, checked_record, opened
from kashf.cli.output import emit, emit_json, say
from kashf.domain.cards.card_entries import BoardRow, CellBand
from kashf.domain.cards.genuine_band import GenuineBand
from kashf.domain.ids import short_id
from kashf.errors import UsageError
from kashf.language.words.visible import isolate

EPILOG = (
    "Example: kashf board leak.case show CARD; then kashf board leak.case set CARD --evidence 3fa9c1 --hypothesis selection --band - "
    "--because 'he was asked for all of the month' --as 'Layla Haddad'. Bands: ++ .95, + .8, 0 .5, - .2, -- .05."
)


class BoardAction(StrEnum):
    """What is done with the board of a card."""

    SHOW = "show"
    SET = "set"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    action: Annotated[BoardAction, typer.Argument(help="What to do; `set` puts a band of your own in a cell.")],
    card: Annotated[str, typer.Argument(metavar="CARD", help="Beginning of the id of a sentence card.")],
    court: Annotated[bool, typer.Option("--court", help="Likelihood ratios alone, in words of their own, without chances.")] = False,
    evidence: Annotated[str, typer.Option(metavar="ENTRY", help="With set: which column; the beginning of its entry.")] = "",
    hypothesis: Annotated[BoardRow | None, typer.Option(help="With set: which row.")] = None,
    band: Annotated[CellBand | None, typer.Option(help="With set: how probable the evidence is if that row holds.")] = None,
    genuine: Annotated[
        GenuineBand | None,
        typer.Option(help="With set, of a paper, in place of a row and a band: how far it is taken to be what it claims to be."),
    ] = None,
    because: Annotated[str, typer.Option(help="With set: the reason, which stays beside it.")] = "",
    as_person: AsPerson = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """Show working: what a sentence card says beside its other explanations, and what would make another one lead."""
    if action is BoardAction.SHOW:
        return _show(case, card, court=court, as_json=as_json)
    if not evidence or (genuine is None) == (hypothesis is None) or (hypothesis is None) != (band is None):
        raise UsageError("set takes --evidence and --because, with --hypothesis and --band, or of a paper --genuine")
    from kashf.bootstrap import open_to_decide
    from kashf.services.cards.set_cell import set_cell, set_genuine

    reason = checked_record(because, what="--because")
    with open_to_decide(case, settings=acting(case, as_person)) as writable:
        if hypothesis and band:
            id = set_cell(writable, card, evidence, hypothesis, band, reason)
        elif genuine:
            id = set_genuine(writable, card, evidence, genuine, reason)
    say(f"on the board; take it back with kashf claim CASE undo {short_id(id)}")
    return 0


def _show(case: Path, card: str, *, court: bool, as_json: bool) -> int:
    from kashf.services.cards.show_board import court_board, show_board
    from kashf.services.cards.show_card import show_card
    from kashf.services.cards.write_card import find_card
    from kashf.show.cards.board_lines import board_answer, board_lines, court_answer, court_lines
    from kashf.show.cards.suggested_words import suggested_lines

    with opened(case) as reading:
        shown = show_card(reading, find_card(reading, card), reader="")
        board, ratios = (None, court_board(shown)) if court else (show_board(reading, shown), ())
    if board is None and not ratios:
        say("nothing stands on the board: put a paper or a witness on the card, for the sentence or against it, or rule out an explanation")
        return 1
    if as_json:
        emit_json({**board_answer(shown, board), "suggested": suggested_lines(shown, board)} if board else court_answer(shown, ratios))
    else:
        for line in board_lines(shown, board) if board else court_lines(shown, ratios):
            emit(line)
        for suggested in suggested_lines(shown, board):
            emit(f"Suggested wording: {isolate(suggested)}")
    return 0

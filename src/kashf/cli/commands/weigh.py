"""`kashf weigh`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import checked_words
from kashf.cli.output import emit, emit_json
from kashf.errors import UsageError
from kashf.language.words.visible import isolate

if TYPE_CHECKING:
    from kashf.evidence.hypotheses.board_moves import BoardMove
    from kashf.evidence.hypotheses.court_ratios import CourtRatio
    from kashf.evidence.hypotheses.weighed_board import WeighedBoard

EPILOG = (
    'Example: kashf weigh examples/evidence/board.json. A file holds {"question": "...", "hypotheses": [{"id": "H1", "says": "...", '
    '"rival": "as-read"}], "evidence": [{"id": "E1", "says": "...", "group": "courier", "cells": {"H1": "+", "H2": [0.1, 0.3]}}], '
    '"channels": [{"id": "courier", "faithful": 0.9, "if_lying": {"H1": 0.2, "H2": 0.9}}]}. A cell is how probable the evidence is if '
    "the hypothesis holds: a number, an interval, a band (++ .95, + .8, 0 .5, - .2, -- .05), or ? where nobody has looked."
)
#: What a board leaves open, under every answer that has chances.
NOT_SAID = "Not in the figures: hypotheses that nobody wrote down, and evidence that nobody has sought. The cells are judgements."


def command(
    file: Annotated[Path, typer.Argument(help="The board, JSON.")],
    court: Annotated[str, typer.Option(metavar="HYPOTHESIS", help="Likelihood ratios alone, of this hypothesis against the others.")] = "",
    since: Annotated[Path | None, typer.Option(help="An earlier version of the board: what moved.")] = None,
    rivals: Annotated[bool, typer.Option(help="Put in the rivals that always stand beside a finding.")] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """Weigh a board: posteriors with their ranges, what tells hypotheses apart, and what would make another lead."""
    from kashf.services.evidence.weigh_files import board_of_file, ratios_for_court, versions_of_board, weighed

    board = board_of_file(file, rivals=rivals)
    if court and since:
        raise UsageError("--court has ratios alone, and --since moves of posteriors: one of the two")
    if court:
        ratios = ratios_for_court(board, checked_words(court, what="--court"))
        if as_json:
            emit_json({"question": board.question, "ratios": ratios})
        else:
            _tell(_court_lines(board.question, ratios))
        return 0
    done = weighed(board)
    moved = versions_of_board(board_of_file(since, rivals=rivals), board) if since else None
    if as_json:
        emit_json({**_answer(done), "moved": moved, "not_said": NOT_SAID})
    else:
        _tell([*_lines(done), *(_moved_lines(moved) if moved else []), NOT_SAID])
    return 0


def _tell(lines: list[str]) -> None:
    for line in lines:
        emit(line)


def _answer(done: WeighedBoard) -> dict[str, object]:
    return {
        "question": done.question,
        "leader": None if done.alike else done.leader,
        "alike": (done.leader, *done.alike) if done.alike else (),
        "lead_is_sure": done.lead_is_sure,
        "hypotheses": done.rows,
        "posteriors": done.posteriors,
        "heuer": [row.against for row in done.rows],
        "evidence": done.columns,
        "groups": done.groups,
        "overturned_by": done.overturned_by,
        "if_lying": done.if_lying,
        "sweep": done.sweep,
    }


def _lines(done: WeighedBoard) -> list[str]:
    sure = "whatever within the intervals holds" if done.lead_is_sure else "but not over all of the intervals"
    alike = f"Nothing leads: {_listed((done.leader, *done.alike))} are alike"
    lines = [isolate(done.question), alike if done.alike else f"{isolate(done.leader)} leads, {sure}"]
    for row in done.rows:
        added = " [added; " if row.is_added else " ["
        open_cells = f", {row.not_looked_at} not looked at" if row.not_looked_at else ""
        chances = f"{row.posterior:.4f} ({row.low:.4f} to {row.high:.4f})"
        lines.append(f"  {isolate(row.id)} {chances}{added}{row.against} against, {row.for_it} for{open_cells}] {isolate(row.says)}")
    for group in done.groups:
        copies = f"; left out as copies: {_listed(group.copies)}" if group.copies else ""
        same = "" if group.leader_without == done.leader else f"; without it {isolate(group.leader_without)} leads"
        lines.append(f"  {isolate(group.id)}: {group.information:.4f} bits, ln ratio up to {group.spread:.4f}{same}{copies}")
    lines += [f"  with {_listed(each.groups)} {each.how}, {isolate(each.leader)} leads" for each in done.overturned_by] or [
        "  removing or distrusting evidence does not change who leads"
    ]
    lines += [f"  if {isolate(each.group)} lied, {isolate(each.leader)} leads ({each.posterior:.4f})" for each in done.if_lying]
    return lines


def _court_lines(question: str, ratios: tuple[CourtRatio, ...]) -> list[str]:
    lines = [isolate(question)]
    for each in ratios:
        told = f"{each.words} for {isolate(each.supports)}" if each.supports else each.words
        times = f"{each.ratio:.4g} times ({each.low:.4g} to {each.high:.4g})"
        lines.append(
            f"  the evidence is {times} as probable if {isolate(each.hypothesis)} holds as if {isolate(each.against)} does: {told}"
        )
    return lines


def _moved_lines(moved: BoardMove) -> list[str]:
    lines = [f"  since then: {change}" for change in map(isolate, moved.changed)] or ["  since then: nothing was changed"]
    for id, before, after in moved.moved:
        lines.append(f"  {isolate(id)}: {_or_none(before)} before, {_or_none(after)} now")
    return lines


def _or_none(value: float | None) -> str:
    return "not there" if value is None else f"{value:.4f}"


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(map(isolate, names))

"""The rivals that always stand among the hypotheses about a finding: put in by themselves, with cells that nobody has looked at."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kashf.evidence.hypotheses.board import UNKNOWN, ChanceRange, Hypothesis, HypothesisBoard, RivalKind

#: What each says.
RIVAL_SENTENCES: Final = {
    RivalKind.AS_READ: "Genuine, and it means what it is read as",
    RivalKind.MISREAD: "Genuine, but misread, mistranslated or misdated",
    RivalKind.SOURCE_FORGED: "Forged by the source or the channel",
    RivalKind.PLANTED: "Forged or planted by an adversary",
    RivalKind.COINCIDENCE: "Genuine, and what followed was coincidence",
    RivalKind.OTHER_CAUSE: "Genuine, and what followed had another cause: own intelligence, public warning, opportunity",
    RivalKind.SELECTION: "Genuine, but the source chose what we see",
}


def with_rivals(board: HypothesisBoard) -> HypothesisBoard:
    """Return a board with all rivals that always stand there; those that were missing know nothing yet.

    Each that is put in is as probable before the evidence as the hypotheses of the board are on average.
    """
    there = {each.rival for each in board.hypotheses}
    taken = set(board.ids)
    missing = [kind for kind in RivalKind if kind not in there]
    if not missing:
        return board
    count = len(board.hypotheses)
    share = count / (count + len(missing))
    equal = ChanceRange(1 / (count + len(missing)), 1 / (count + len(missing)))
    has_priors = board.hypotheses[0].prior is not None
    added = tuple(
        Hypothesis(
            kind if kind not in taken else f"{kind} (added)", RIVAL_SENTENCES[kind], kind, equal if has_priors else None, is_added=True
        )
        for kind in missing
    )
    open_cells = {each.id: UNKNOWN for each in added}
    return replace(
        board,
        hypotheses=tuple(_scaled(each, share) for each in board.hypotheses) + added,
        columns=tuple(
            replace(each, cells={**each.cells, **open_cells}, fabricated={**each.fabricated, **open_cells} if each.fabricated else {})
            for each in board.columns
        ),
        channels=tuple(replace(each, if_lying={**each.if_lying, **open_cells}) for each in board.channels),
    )


def _scaled(hypothesis: Hypothesis, share: float) -> Hypothesis:
    if hypothesis.prior is None:
        return hypothesis
    return replace(hypothesis, prior=ChanceRange(hypothesis.prior.low * share, hypothesis.prior.high * share))

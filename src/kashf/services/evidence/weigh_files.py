"""The engines of evidence on plain files, without a case, so that others can test and cite them."""

from __future__ import annotations

from pathlib import Path

from kashf.errors import BadPathError
from kashf.evidence.corroborate.corroboration import Corroboration, corroborate, posterior
from kashf.evidence.corroborate.provenance import read_provenance
from kashf.evidence.given_json import MOST_BYTES
from kashf.evidence.hypotheses.board import HypothesisBoard
from kashf.evidence.hypotheses.board_moves import BoardMove, board_move
from kashf.evidence.hypotheses.court_ratios import CourtRatio, court_ratios
from kashf.evidence.hypotheses.read_board import read_board
from kashf.evidence.hypotheses.rivals import with_rivals
from kashf.evidence.hypotheses.weighed_board import WeighedBoard, weigh_board
from kashf.evidence.reliability.admiralty import SourceLetter
from kashf.evidence.reliability.batch_checks import given_batches
from kashf.evidence.reliability.beta_posterior import JEFFREYS, UNIFORM, BetaPrior
from kashf.evidence.reliability.read_checks import read_checks
from kashf.evidence.reliability.track_record import RecordAssumptions, TrackRecord, read_record, track_records

#: Priors that have a name.
PRIORS = {"uniform": UNIFORM, "jeffreys": JEFFREYS}


def record_of_numbers(genuine: int, false: int, unsettled: int, assumed: RecordAssumptions, *, years: float) -> TrackRecord:
    """Return the record of a channel of which only the numbers are known.

    Raises:
        BadEvidenceError: A number is out of range.
    """
    counted = given_batches(genuine, false, unsettled, years=years, discount=assumed.discount, rho=assumed.rho)
    return read_record(counted, assumed)


def records_of_file(path: Path, assumed: RecordAssumptions) -> tuple[TrackRecord, ...]:
    """Return the records that a file of checks gives, over all and by kind of material.

    Raises:
        BadPathError: It cannot be read.
        BadEvidenceError: It is no such file, or its checks disagree.
    """
    return track_records(read_checks(_content(path)), assumed)


def corroboration_of_file(path: Path) -> Corroboration:
    """Return how the claim of a file of provenance is corroborated.

    Raises:
        BadPathError: It cannot be read.
        BadEvidenceError: It is no such file, or cannot be computed.
    """
    return corroborate(read_provenance(_content(path)))


def board_of_file(path: Path, *, rivals: bool) -> HypothesisBoard:
    """Return the board in a file, with the rivals that always stand beside a finding unless that is not wanted.

    Raises:
        BadPathError: It cannot be read.
        BadEvidenceError: It is no board.
    """
    board = read_board(_content(path))
    return with_rivals(board) if rivals else board


def weighed(board: HypothesisBoard) -> WeighedBoard:
    """Return a board weighed."""
    return weigh_board(board)


def ratios_for_court(board: HypothesisBoard, hypothesis: str) -> tuple[CourtRatio, ...]:
    """Return the likelihood ratios of one hypothesis against each other one."""
    return court_ratios(board, hypothesis)


def versions_of_board(before: HypothesisBoard, after: HypothesisBoard) -> BoardMove:
    """Return what moved between two versions of a board."""
    return board_move(before, after)


def belief_after(prior: float, ratio: float) -> float:
    """Return the chance of a claim after evidence with a likelihood ratio; a prior that is none is refused."""
    return posterior(prior, ratio)


def given_prior(name: str) -> BetaPrior | None:
    """Return the prior of a name, or of two numbers as in 9,1; None where it is neither."""
    if name.lower() in PRIORS:
        return PRIORS[name.lower()]
    first, _, second = name.partition(",")
    try:
        return BetaPrior(float(first), float(second))
    except ValueError:
        return None


def given_letter(letter: str) -> SourceLetter | None:
    """Return a letter of the Admiralty system; None for any other."""
    return SourceLetter(letter.upper()) if letter.upper() in set(SourceLetter) else None


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadPathError(f"{path}: {error.strerror or 'cannot be read'}") from error

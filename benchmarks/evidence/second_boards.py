"""Made-up questions with one true answer, and evidence that came to a desk on its way there. Knows nothing of how kashf reckons.

Each piece of evidence could have turned out for or against; how likely it turns out for under each hypothesis is a
column of chances. It comes by a channel that is faithful or not as a whole, and on a paper that is authentic or made up.
`MadeBoard` keeps what is told at the desk apart from what is true; where they agree, `exact_posterior` is Bayes' rule
itself, and nothing could do better.
"""

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

BANDS: Final = (0.95, 0.8, 0.5, 0.2, 0.05)


@dataclass(frozen=True, slots=True)
class BoardWorld:
    """How questions, channels and desks behave; the defaults are the kind world.

    Attributes:
        hypotheses: How many stand on the board.
        channels: Most channels of a board.
        pieces: Most pieces of evidence of a channel.
        reliability: Chance that a channel is faithful.
        told_reliability: What is believed of it.
        authentic: Chance that a paper is authentic; believed likewise.
        off_bands: Standard deviation in log-odds by which true chances lie beside the band that is told.
        overstated: By what true log-odds are divided; above 1 the bands told are too sure.
        split: Whether the desk takes each piece of a channel for a channel of its own.
        one_hand: Whether corrupt channels push one and the same hypothesis, whatever is true, instead of saying anything.
        unlisted: Chance that the true answer is not on the board.
        skewed: Weight of the first hypothesis against each other one in truth; the desk believes in 1.
        picked: Whether pieces that speak against the first hypothesis are left out, more often than not.
    """

    hypotheses: int = 4
    channels: int = 4
    pieces: int = 4
    reliability: float = 0.9
    told_reliability: float = 0.9
    authentic: float = 0.9
    off_bands: float = 0.0
    overstated: float = 1.0
    split: bool = False
    one_hand: bool = False
    unlisted: float = 0.0
    skewed: float = 1.0
    picked: bool = False


@dataclass(frozen=True, slots=True)
class ToldPiece:
    """A piece as the desk tells it: how likely what it says is under each hypothesis and if made up, and its channel."""

    chances: tuple[float, ...]
    channel: int
    if_made_up: float


@dataclass(frozen=True, slots=True)
class MadeBoard:
    """What the desk tells; `true` is the row of the true hypothesis, or None if it is not on the board."""

    hypotheses: int
    pieces: tuple[ToldPiece, ...]
    reliability: float
    authentic: float
    true: int | None


def make_boards(world: BoardWorld, count: int, *, seed: int) -> Iterator[MadeBoard]:
    """Yield boards with at least one piece of evidence each; the same for the same seed."""
    chance = random.Random(seed)
    made = 0
    while made < count:
        board = _board(world, chance)
        if board.pieces:
            made += 1
            yield board


def _board(world: BoardWorld, chance: random.Random) -> MadeBoard:
    rows = range(world.hypotheses)
    unlisted = chance.random() < world.unlisted
    true = chance.choices(rows, [world.skewed] + [1.0] * (world.hypotheses - 1))[0]
    pushed = chance.choice(rows)
    pieces: list[ToldPiece] = []
    for _ in range(chance.randint(1, world.channels)):
        faithful = chance.random() < world.reliability
        channel = len(pieces)
        for _ in range(chance.randint(1, world.pieces)):
            bands = tuple(chance.choice(BANDS) for _ in rows)
            if faithful and chance.random() < world.authentic:
                turned = _turns_out(chance.choice(BANDS) if unlisted else bands[true], world, chance)
            else:
                turned = bands[pushed] >= 0.5 if world.one_hand else chance.random() < 0.5
            told = bands if turned else tuple(1 - band for band in bands)
            against = told[0] < max(told[1:])
            if world.picked and against and chance.random() < 0.6:
                continue
            pieces.append(ToldPiece(told, len(pieces) if world.split else channel, 0.5))
    return MadeBoard(world.hypotheses, tuple(pieces), world.told_reliability, world.authentic, None if unlisted else true)


def _turns_out(band: float, world: BoardWorld, chance: random.Random) -> bool:
    """Return whether honest evidence turns out for, where the band is told for what is true."""
    odds = math.log(band / (1 - band)) / world.overstated + chance.gauss(0, world.off_bands)
    return chance.random() < 1 / (1 + math.exp(-odds))


def exact_posterior(board: MadeBoard) -> tuple[float, ...]:
    """Return Bayes' rule for what is told: channels faithful or not as a whole, papers authentic or not each for itself, equal priors."""
    weights = []
    for row in range(board.hypotheses):
        weight = 1.0
        for channel in sorted({piece.channel for piece in board.pieces}):
            brought = [piece for piece in board.pieces if piece.channel == channel]
            honest = math.prod(board.authentic * piece.chances[row] + (1 - board.authentic) * piece.if_made_up for piece in brought)
            corrupt = math.prod(piece.if_made_up for piece in brought)
            weight *= board.reliability * honest + (1 - board.reliability) * corrupt
        weights.append(weight)
    return tuple(weight / sum(weights) for weight in weights)


def naive_posterior(board: MadeBoard) -> tuple[float, ...]:
    """Return what multiplying the chances gives: every piece for itself, every paper and channel believed."""
    weights = [math.prod(piece.chances[row] for piece in board.pieces) for row in range(board.hypotheses)]
    return tuple(weight / sum(weights) for weight in weights)

"""Made-up channels whose truth is known: what was checked of each and how it will do next. Knows nothing of how kashf reckons.

A channel hands over batches; each is genuine with the reliability that the channel has at that moment. Somebody checks
batches. The kind world is that of the method's formulas: one reliability for ever, drawn from the prior, batches that fall
each for itself, checks that are never wrong. Every other field of `ChannelWorld` is an unkindness that may be switched on by itself.
"""

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

Said = Literal["genuine", "false", "open"]
#: Log-odds are held within this, so that a walk does not end at a reliability that floats call 0 or 1.
_FARTHEST: Final = 9.0


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One file of a hand-over that somebody checked; `age` counts the hand-overs since, 1 for the latest."""

    handover: int
    age: int
    said: Said


@dataclass(frozen=True, slots=True)
class MadeChannel:
    """What was checked of a channel, the chance in [0..1] that its next hand-over is genuine, and whether it was."""

    checks: tuple[CheckedFile, ...]
    next_reliability: float
    next_genuine: bool

    def count(self, said: Said) -> int:
        """Return how many files were found to be that."""
        return sum(check.said == said for check in self.checks)


@dataclass(frozen=True, slots=True)
class ChannelWorld:
    """How channels and those who check them behave; the defaults are the kind world.

    Attributes:
        honest: The Beta that a channel's reliability is drawn from.
        handovers: Fewest and most hand-overs of a channel; all between are equally likely.
        files: Files of each hand-over, each checked.
        alike: Correlation in [0..1] of the files of one hand-over.
        walk: Standard deviation of the step in log-odds that reliability takes after each hand-over.
        souring: Log-odds of reliability lost after each hand-over.
        turned: Chance that somebody took the channel over at some hand-over of its record; its reliability is .2 from there.
        missed: Chance that a check takes a false file for genuine.
        wronged: Chance that a check takes a genuine file for false.
        undecided_false: Chance that a check of a false file comes to nothing; of a genuine one it never does.
        withheld: Chance that a false file is never offered for a check, as when the source chooses.
        feeding: Share of channels that deliver genuine batches only, until the next one.
    """

    honest: tuple[float, float] = (1.0, 1.0)
    handovers: tuple[int, int] = (1, 40)
    files: int = 1
    alike: float = 0.0
    walk: float = 0.0
    souring: float = 0.0
    turned: float = 0.0
    missed: float = 0.0
    wronged: float = 0.0
    undecided_false: float = 0.0
    withheld: float = 0.0
    feeding: float = 0.0


def make_channels(world: ChannelWorld, count: int, *, seed: int) -> Iterator[MadeChannel]:
    """Yield channels of a world; the same for the same seed."""
    chance = random.Random(seed)
    for _ in range(count):
        yield _channel(world, chance)


def _channel(world: ChannelWorld, chance: random.Random) -> MadeChannel:
    feeds = chance.random() < world.feeding
    handovers = chance.randint(*world.handovers)
    turned_at = chance.randrange(handovers) if chance.random() < world.turned else handovers + 1
    reliability = chance.betavariate(*world.honest)
    checks: list[CheckedFile] = []
    for handover in range(handovers):
        if handover == turned_at:
            reliability = 0.2
        share = 1.0 if feeds else _share_of_handover(reliability, world.alike, chance)
        for _ in range(world.files):
            said = _checked(chance, world, genuine=chance.random() < share)
            if said is not None:
                checks.append(CheckedFile(handover, handovers - handover, said))
        reliability = _moved(reliability, world, chance)
    following = 0.0 if feeds else reliability
    return MadeChannel(tuple(checks), following, chance.random() < following)


def _share_of_handover(reliability: float, alike: float, chance: random.Random) -> float:
    """Return the share of genuine files that one hand-over has: files drawn with it correlate by `alike` (beta-binomial)."""
    if alike <= 0:
        return reliability
    if alike >= 1:
        return float(chance.random() < reliability)
    spread = (1 - alike) / alike
    held = min(max(reliability, 1e-6), 1 - 1e-6)
    return chance.betavariate(held * spread, (1 - held) * spread)


def _checked(chance: random.Random, world: ChannelWorld, *, genuine: bool) -> Said | None:
    """Return what somebody who checked a file says, or None if no one was let near it."""
    if genuine:
        return "false" if chance.random() < world.wronged else "genuine"
    if chance.random() < world.withheld:
        return None
    if chance.random() < world.undecided_false:
        return "open"
    return "genuine" if chance.random() < world.missed else "false"


def _moved(reliability: float, world: ChannelWorld, chance: random.Random) -> float:
    if world.walk <= 0 and world.souring <= 0:
        return reliability
    held = min(max(reliability, 1e-9), 1 - 1e-9)
    odds = math.log(held / (1 - held)) - world.souring + chance.gauss(0, world.walk)
    return 1 / (1 + math.exp(-min(max(odds, -_FARTHEST), _FARTHEST)))

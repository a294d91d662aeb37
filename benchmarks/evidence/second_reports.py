"""Made-up claims that are true or not, and who says so through which channel. Knows nothing of how kashf reckons.

An origin that is right (`sees`) tells the truth; one that errs says yes with `guesses`. A channel is faithful or corrupt as
a whole; a corrupt one says yes with `emits`, whatever its origins said. A case is kept if all who were asked say yes, as the
formula for reports that agree supposes.
"""

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportWorld:
    """How claims, channels and origins behave; the defaults are the kind world.

    Attributes:
        prior: Share of claims that are true.
        reliability: Chance that a channel is faithful.
        told_reliability: What is believed of it.
        sees: Chance that an origin is right.
        guesses: Chance that one who errs says yes.
        emits: Chance that a corrupt channel says yes.
        channels: Most channels of a case.
        reports: Most reports of a channel.
        one_head: Chance that all channels of a case are one, without anybody's knowledge.
        one_origin: Chance that all reports of a channel repeat one origin, without anybody's knowledge.
        silent_left_out: Whether those who do not say yes are left out of the telling, instead of the case.
    """

    prior: float = 0.1
    reliability: float = 0.9
    told_reliability: float = 0.9
    sees: float = 0.8
    guesses: float = 0.3
    emits: float = 1.0
    channels: int = 3
    reports: int = 5
    one_head: float = 0.0
    one_origin: float = 0.0
    silent_left_out: bool = False


@dataclass(frozen=True, slots=True)
class MadeClaim:
    """Whether a claim is true, and how many reports of it each channel is known to have brought."""

    true: bool
    reports: tuple[int, ...]


def make_claims(world: ReportWorld, count: int, *, seed: int) -> Iterator[MadeClaim]:
    """Yield claims with at least one report each; the same for the same seed."""
    chance = random.Random(seed)
    made = 0
    while made < count:
        asked = [chance.randint(1, world.reports) for _ in range(chance.randint(1, world.channels))]
        true = chance.random() < world.prior
        said = _said(asked, world, chance, true=true)
        if not world.silent_left_out and said != asked:
            continue
        heard = tuple(reports for reports in said if reports)
        if heard:
            made += 1
            yield MadeClaim(true, heard)


def _said(asked: Sequence[int], world: ReportWorld, chance: random.Random, *, true: bool) -> list[int]:
    """Return how many of those asked say yes, by channel."""
    head = chance.random() < world.reliability if chance.random() < world.one_head else None
    said = []
    for reports in asked:
        faithful = chance.random() < world.reliability if head is None else head
        if not faithful:
            said.append(sum(chance.random() < world.emits for _ in range(reports)))
        elif chance.random() < world.one_origin:
            said.append(reports * _origin_says_yes(world, chance, true=true))
        else:
            said.append(sum(_origin_says_yes(world, chance, true=true) for _ in range(reports)))
    return said


def _origin_says_yes(world: ReportWorld, chance: random.Random, *, true: bool) -> bool:
    return true if chance.random() < world.sees else chance.random() < world.guesses


def exact_ratio(reports: Sequence[int], world: ReportWorld) -> float:
    """Return the likelihood ratio of reports that agree, by channel, if the world is as it is told to be."""
    honest_yes = world.sees + (1 - world.sees) * world.guesses
    honest_error = (1 - world.sees) * world.guesses
    faithful = world.told_reliability
    lied = [(1 - faithful) * world.emits**k for k in reports]
    return math.prod((faithful * honest_yes**k + lie) / (faithful * honest_error**k + lie) for k, lie in zip(reports, lied, strict=True))


def naive_ratio(reports: Sequence[int], world: ReportWorld) -> float:
    """Return what multiplying gives when every report is taken for a channel of its own."""
    return exact_ratio([1] * sum(reports), world)

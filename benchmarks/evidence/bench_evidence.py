"""How rightly evidence is weighed, on simulated channels and cases: ``python -m benchmarks.evidence.bench_evidence [--channels 2000]``.

Channels: the true share of genuine batches is drawn from the prior, batches and checks (some of which miss forgeries) from that share; the
lower bound at 95 % has to lie below the share in 95 of 100.

Cases: one of three hypotheses is true: the papers say what they are read as, what followed had another cause, or the channel forged them.
Evidence comes by itself, through one channel (which may lie, and then sends what it wants believed), and in copies. Whoever fills in the
board knows the likelihoods and how faithful the channel is only with an error, and gives intervals. The board is compared with naive
multiplication of all columns, copies as if they were further evidence and the channel as if it never lied, from the same judged cells.

This simulator was written together with the engines and has their idea of a channel: it shows that they compute what they mean to, and
what a wrong figure costs; it cannot show that cases are like that.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kashf.evidence.hypotheses.board import ChanceRange, EvidenceChannel, EvidenceColumn, Hypothesis, HypothesisBoard
from kashf.evidence.hypotheses.weighed_board import weigh_board
from kashf.evidence.reliability.beta_posterior import JEFFREYS, UNIFORM, BetaPrior, Reliability

ROWS = tuple(Hypothesis(id, id) for id in ("as read", "other cause", "forged by the channel"))
WHOSE = "Simulator: of those who wrote the engines, with the engines' own idea of a channel."


def covered(channels: int, prior: BetaPrior, missed: float, *, generator: np.random.Generator) -> float:
    """Return in which share of drawn channels the lower bound lies below the true share of genuine batches."""
    bounds: dict[tuple[int, int], float] = {}
    hits = 0
    for _ in range(channels):
        share = generator.beta(prior.a, prior.b)
        batches = int(generator.integers(1, 31))
        genuine = int(generator.binomial(batches, share + (1 - share) * missed))
        key = genuine, batches - genuine
        if key not in bounds:
            bounds[key] = Reliability(prior, *key, missed).lower()
        hits += bounds[key] <= share
    return hits / channels


@dataclass(frozen=True, slots=True)
class Forecast:
    """What was said of a case and what was true."""

    chances: tuple[float, ...]
    true: int

    @property
    def brier(self) -> float:
        """Sum of squared errors over the hypotheses; 0 is best, 2 worst."""
        return math.fsum((chance - (number == self.true)) ** 2 for number, chance in enumerate(self.chances))

    @property
    def log_score(self) -> float:
        """Bits of surprise at what was true, at most 20."""
        return -math.log2(max(self.chances[self.true], 2**-20))


def drawn_case(generator: np.random.Generator, *, error: float) -> tuple[HypothesisBoard, int, bool]:
    """Return a board, which hypothesis is true, and whether the channel lied.

    Args:
        generator: Of all that is drawn.
        error: Standard deviation of each judged figure on the logit scale.
    """
    faithful = float(generator.choice([0.6, 0.75, 0.9]))
    true = int(generator.integers(3))
    lies = bool(generator.random() > faithful)
    columns: list[EvidenceColumn] = []
    lying = np.ones(3)
    wanted = np.array([0.3, 0.3, 0.9])  # How surely a liar sends what he wants believed, by hypothesis.
    for number in range(int(generator.integers(3, 8))):
        likelihood = generator.choice([0.95, 0.8, 0.5, 0.2, 0.05], size=3)
        through = number < 1 or bool(generator.random() < 0.6)
        seen = bool(generator.random() < (wanted if through and lies else likelihood)[true])
        if through:
            lying *= wanted if seen else 1 - wanted
        cells = _judged(likelihood if seen else 1 - likelihood, generator, error)
        column = EvidenceColumn(f"E{number}", f"{number} {seen}", cells, "channel" if through else "")
        columns.append(column)
        if through:
            columns += [
                EvidenceColumn(f"{column.id} copy {copy}", column.says, cells, "channel") for copy in range(generator.integers(0, 3))
            ]
    channel = EvidenceChannel("channel", _judged([faithful], generator, error)[ROWS[0].id], _judged(lying, generator, 0.0))
    return HypothesisBoard("made up", ROWS, tuple(columns), (channel,)), true, lies


def naive_chances(board: HypothesisBoard) -> tuple[float, ...]:
    """Return what multiplying all columns says, copies and all."""
    logs = [math.fsum(math.log(column.cells[id].middle) for column in board.columns) for id in board.ids]
    parts = [math.exp(value - max(logs)) for value in logs]
    return tuple(part / math.fsum(parts) for part in parts)


def _judged(chances: Sequence[float] | np.ndarray, generator: np.random.Generator, error: float) -> dict[str, ChanceRange]:
    """Return intervals about figures that are known with an error."""
    found = {}
    for row, chance in zip(ROWS, chances, strict=False):
        inside = min(max(float(chance), 1e-6), 1 - 1e-6)
        logit = math.log(inside / (1 - inside)) + generator.normal(0, error) if error else math.log(inside / (1 - inside))
        low, high = (1 / (1 + math.exp(-(logit + side * error))) for side in (-1, 1))
        found[row.id] = ChanceRange(low, high)
    return found


def told(name: str, forecasts: Sequence[Forecast]) -> str:
    """Return scores and calibration of forecasts in one line."""
    brier, surprise = (sum(getattr(each, what) for each in forecasts) / len(forecasts) for what in ("brier", "log_score"))
    bins: dict[int, list[tuple[float, bool]]] = {}
    for each in forecasts:
        for number, chance in enumerate(each.chances):
            bins.setdefault(min(int(chance * 10), 9), []).append((chance, number == each.true))
    whole = sum(map(len, bins.values()))
    gap = sum(abs(sum(chance - hit for chance, hit in pairs)) for pairs in bins.values()) / whole
    top = bins.get(9, [])
    said, right = (sum(pair[place] for pair in top) / max(len(top), 1) for place in (0, 1))
    return (
        f"  {name:<22} Brier {brier:.3f}   log score {surprise:.3f} bits   calibration error {gap:.3f}   "
        f"where it said {said:.3f} (of .9 and above) it was right in {right:.3f} of {len(top)}"
    )


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--channels", type=int, default=2000)
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=14)
    asked = parser.parse_args()
    generator = np.random.default_rng(asked.seed)
    print(WHOSE)
    print(f"\n== channels: lower bound at 95 % below the true share, {asked.channels} channels of 1 to 30 batches")
    for prior, missed in ((UNIFORM, 0.0), (JEFFREYS, 0.0), (UNIFORM, 0.2), (UNIFORM, 0.5)):
        share = covered(asked.channels, prior, missed, generator=generator)
        print(f"  prior {prior.name:<9} checks miss {missed:.1f}: {share:.4f}")
    for error in (0.0, 0.5, 1.0):
        boards: list[Forecast] = []
        naive: list[Forecast] = []
        inside = 0
        for _ in range(asked.cases):
            board, true, _ = drawn_case(generator, error=error)
            done = weigh_board(board)
            boards.append(Forecast(done.posteriors, true))
            naive.append(Forecast(naive_chances(board), true))
            inside += done.lead_is_sure
        print(f"\n== cases: {asked.cases}, three hypotheses, judged figures off by {error:.1f} logits")
        print(told("board", boards))
        print(told("naive multiplication", naive))
        print(f"  {inside} boards lead whatever within the intervals holds")


if __name__ == "__main__":
    main()

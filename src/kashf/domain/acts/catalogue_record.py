"""Every plan and every run of the precedence test on one catalogue of events: what a reader has to know of the others to believe one.

Sixty plans that are frozen first and run afterwards are one fishing trip, however honest each of them looks by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PastRun:
    """A run on a catalogue, as it was remembered.

    Args:
        plan: Hash of its plan, or "".
        when: The time.
        verdict: What came out, as a code; "" where that was not remembered.
        p: The p that was cited; None where that was not remembered.
    """

    plan: str
    when: str
    verdict: str = ""
    p: float | None = None


@dataclass(frozen=True, slots=True)
class CatalogueRecord:
    """Everything that was planned and run on one catalogue, in the order in which it was.

    Args:
        plans: Hashes of the plans that were frozen for it, or were run on it; each once.
        runs: Every run.
    """

    plans: tuple[str, ...] = ()
    runs: tuple[PastRun, ...] = ()

    def others(self, plan: str) -> Mapping[str, int]:
        """Return how often each verdict came out of runs of other plans, or of none; "not run" for other plans without a run."""
        counts: Counter[str] = Counter(run.verdict or "not remembered" for run in self.runs if run.plan != plan or not plan)
        not_run = set(self.plans) - {run.plan for run in self.runs} - {plan}
        return dict(counts) | ({"not run": len(not_run)} if not_run else {})

    def sentence(self, plan: str) -> str:
        """Return which plan of how many this is, and what came of the others, before this run is added.

        Args:
            plan: Its hash; "" for a run without a plan.
        """
        planless = sum(not run.plan for run in self.runs)
        number = f"Plan {self.plans.index(plan) + 1} of {len(self.plans)}" if plan in self.plans else f"No plan; {len(self.plans)} others"
        told = ", ".join(f"{name} {count}" for name, count in sorted(self.others(plan).items())) or "there are none"
        again = sum(run.plan == plan for run in self.runs) if plan else 0
        return (
            f"{number} on this catalogue; {len(self.runs)} earlier runs on it{f', {planless} of them without a plan' if planless else ''}"
            f"{f', {again} of them of this plan' if again else ''}; verdicts of the others: {told}."
        )

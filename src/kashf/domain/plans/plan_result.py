"""What a run of a frozen plan of the precedence test came to, as a conclusion on a sentence card carries it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kashf.domain.ids import EntryId, Json, is_digest


@dataclass(frozen=True, slots=True)
class PlanResult:
    """What a run came to.

    Args:
        plan: Entry of the plan.
        run: Entry of the run.
        verdict: What may be said, as a code.
        p: The one p to cite, as text.
        ratio: How many times as probable it is, at most, as by chance alone, as text; of what else explains it, it says nothing.
    """

    plan: EntryId
    run: EntryId
    verdict: str
    p: str
    ratio: str

    def as_json(self) -> dict[str, Json]:
        """Return it as an entry keeps it."""
        return {"plan": self.plan, "run": self.run, "verdict": self.verdict, "p": self.p, "ratio": self.ratio}

    @classmethod
    def from_json(cls, untrusted: Json) -> PlanResult | None:
        """Return what an entry keeps; None where it keeps none.

        Raises:
            KeyError, TypeError, ValueError: It is no run of a plan.
        """
        if untrusted is None:
            return None
        if not isinstance(untrusted, Mapping):
            raise TypeError("no run of a plan")
        plan, run, verdict, p, ratio = (str(untrusted[name]) for name in ("plan", "run", "verdict", "p", "ratio"))
        if not is_digest(plan) or not is_digest(run) or not 0 < float(p) <= 1 or not float(ratio) >= 1:
            raise ValueError("no run of a plan")
        return cls(EntryId(plan), EntryId(run), verdict, p, ratio)

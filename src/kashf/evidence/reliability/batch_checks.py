"""Checks of what a channel delivered, one a batch: the files of one hand-over stand or fall together and are one trial.

A batch that nobody has settled is missing. It is neither a success nor a failure, and it is told beside every figure.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kashf.errors import BadEvidenceError
from kashf.language.recognising.as_seen import as_seen

#: Who chose a batch, where the channel itself did.
SOURCE: Final = "source"


class BatchFinding(StrEnum):
    """What a check of a batch came to."""

    GENUINE = "genuine"
    FALSE = "false"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class BatchCheck:
    """One check.

    Args:
        batch: Which; a name that looks the same is the same hand-over.
        finding: What came of it.
        material: What kind of material it was, as "letters" or "films"; a channel is good for what it was checked on.
        years: How long ago, from 0.
        files: How many files of the batch were looked at, from 1.
        by: Who checked; "" where nobody has said.
        chosen_by: Who chose what to check; "source" for the channel itself, "" where nobody has said.
    """

    batch: str
    finding: BatchFinding
    material: str = ""
    years: float = 0.0
    files: int = 1
    by: str = ""
    chosen_by: str = ""


@dataclass(frozen=True, slots=True)
class CheckedBatches:
    """Checks as counted.

    Args:
        genuine: Batches found genuine.
        false: Batches found false.
        open: Batches that nobody has settled.
        weighed_genuine: The first after age and likeness were taken off; where a batch's files count in part as trials of their own, more.
        weighed_false: The second likewise.
        chosen_by_source: Of the settled batches, those that the channel itself chose for the check.
        of_unknown_choice: Of the settled batches, those of which nobody has said who chose them.
        alike: Names that look alike and were counted as one batch.
    """

    genuine: int
    false: int
    open: int
    weighed_genuine: float
    weighed_false: float
    chosen_by_source: int = 0
    of_unknown_choice: int = 0
    alike: tuple[tuple[str, ...], ...] = ()

    @property
    def checked(self) -> int:
        """Batches that were settled."""
        return self.genuine + self.false

    @property
    def effective(self) -> float:
        """How many independent trials of today they are worth."""
        return self.weighed_genuine + self.weighed_false


def effective_trials(trials: float, likeness: float) -> float:
    """Return how many independent trials so many are worth that are correlated; n / (1 + (n - 1) rho).

    >>> round(effective_trials(5, 0.6), 4)
    1.4706
    """
    if not 0 <= likeness <= 1:
        raise BadEvidenceError(
            f"rho: a likeness is from 0 to 1, not {likeness:g}", code="evidence-chance", what="rho", value=f"{likeness:g}"
        )
    return trials / (1 + (trials - 1) * likeness) if trials > 1 else trials


def count_batches(checks: Sequence[BatchCheck], *, discount: float = 1.0, likeness: float = 1.0) -> CheckedBatches:
    """Return the batches behind checks.

    Args:
        checks: In any order; several of one batch are one, and what is settled stands above what is open.
        discount: What a check is worth after a year, in (0..1]; 1 for as much as today.
        likeness: How far the files of one batch stand or fall together, in [0..1]; 1 for one trial a batch.

    Raises:
        BadEvidenceError: Two checks of one batch disagree, or a number is out of range.
    """
    if not 0 < discount <= 1:
        raise BadEvidenceError(
            f"the discount of a year is above 0 and at most 1, not {discount:g}", code="evidence-discount", value=f"{discount:g}"
        )
    settled = [_settled(of_it) for _, of_it in _by_batch(checks)]
    genuine = [check for check in settled if check.finding is BatchFinding.GENUINE]
    false = [check for check in settled if check.finding is BatchFinding.FALSE]

    def weighed(of: Iterable[BatchCheck]) -> float:
        return math.fsum(effective_trials(check.files, likeness) * discount**check.years for check in of)

    return CheckedBatches(
        len(genuine),
        len(false),
        len(settled) - len(genuine) - len(false),
        weighed(genuine),
        weighed(false),
        sum(is_chosen_by_source(check) for check in (*genuine, *false)),
        sum(not as_seen(check.chosen_by) for check in (*genuine, *false)),
        tuple(names for _, of_it in _by_batch(checks) if len(names := tuple(sorted({check.batch for check in of_it}))) > 1),
    )


def is_chosen_by_source(check: BatchCheck) -> bool:
    """Return whether the channel itself chose what was checked."""
    return as_seen(check.chosen_by) == SOURCE


def given_batches(
    genuine: int, false: int, unsettled: int = 0, *, years: float = 0.0, discount: float = 1.0, rho: float = 0.0
) -> CheckedBatches:
    """Return batches of which only the numbers are known, all so many years old and correlated by `rho`.

    Raises:
        BadEvidenceError: A number is out of range.
    """
    if min(genuine, false, unsettled) < 0 or not 0 <= years < math.inf:
        raise BadEvidenceError("batches and years are counted from 0", code="evidence-negative")
    if not 0 < discount <= 1:
        raise BadEvidenceError(
            f"the discount of a year is above 0 and at most 1, not {discount:g}", code="evidence-discount", value=f"{discount:g}"
        )
    checked = genuine + false
    share = effective_trials(checked, rho) * discount**years / checked if checked else 0.0
    return CheckedBatches(genuine, false, unsettled, genuine * share, false * share, 0, checked)


def materials(checks: Iterable[BatchCheck]) -> tuple[str, ...]:
    """Return the kinds of material that were checked, sorted; of names that look alike the first."""
    called = {as_seen(name): name for name in sorted({check.material for check in checks}, reverse=True) if as_seen(name)}
    return tuple(sorted(called.values()))


def _by_batch(checks: Iterable[BatchCheck]) -> list[tuple[str, list[BatchCheck]]]:
    of: dict[str, list[BatchCheck]] = defaultdict(list)
    for check in checks:
        if not 0 <= check.years < math.inf or check.files < 1:
            raise BadEvidenceError(
                f"batch {check.batch[:60]!r}: years are counted from 0, files from 1", code="evidence-batch-numbers", batch=check.batch[:60]
            )
        of[as_seen(check.batch)].append(check)
    return sorted(of.items())


def _settled(checks: Sequence[BatchCheck]) -> BatchCheck:
    """Return what the checks of one batch come to: the newest of those that settle it."""
    settling = [check for check in checks if check.finding is not BatchFinding.OPEN]
    findings = sorted({check.finding.value for check in settling})
    if len(findings) > 1:
        batch = checks[0].batch
        by = sorted({check.by or "nobody named" for check in settling})
        raise BadEvidenceError(
            f"batch {batch[:60]!r} was found {' and '.join(findings)} (by {', '.join(by)[:200]}): one of the checks has to be withdrawn, "
            "or the batch is open",
            code="evidence-checks-disagree",
            batch=batch[:60],
        )
    return min(settling or checks, key=lambda check: (check.years, -check.files, check.by))

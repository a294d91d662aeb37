"""What a channel's record says, with all that it rests on beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kashf.evidence.reliability.admiralty import SourceGrade, derived_grade
from kashf.evidence.reliability.batch_checks import BatchCheck, CheckedBatches, count_batches, is_chosen_by_source, materials
from kashf.evidence.reliability.beta_posterior import UNIFORM, BetaPrior, Reliability
from kashf.evidence.reliability.deceptive_channel import DeceptionOutlook, deception_outlook
from kashf.language.recognising.as_seen import as_seen


@dataclass(frozen=True, slots=True)
class RecordAssumptions:
    """What a record is read with.

    Args:
        prior: Before any check.
        missed: The chance that a check lets a forgery pass, in [0..1].
        discount: What a check is worth after a year, in (0..1].
        rho: How far the files of one hand-over stand or fall together, in [0..1]; 1 for one trial a batch.
        deception: The chance that the channel feeds genuine material until its payload; None where it is not asked.
        payload: The chance that the next batch of such a channel is the payload.
    """

    prior: BetaPrior = UNIFORM
    missed: float = 0.0
    discount: float = 1.0
    rho: float = 1.0
    deception: float | None = None
    payload: float = 1.0


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """A record as read.

    Args:
        material: Of which kind of material; "" for all.
        counted: The batches.
        assumed: With what they were read.
        mean: The chance that the next batch is genuine.
        lower95: The share of genuine batches is above it with the chance .95.
        next_five: The chance that the next five are all genuine.
        grade: The letter.
        deceiving: What remains if the channel may deceive; None where it was not asked.
        without_chosen: Mean and lower bound without the batches that the channel itself chose; None where it chose none.
    """

    material: str
    counted: CheckedBatches
    assumed: RecordAssumptions
    mean: float
    lower95: float
    next_five: float
    grade: SourceGrade
    deceiving: DeceptionOutlook | None = None
    without_chosen: tuple[float, float] | None = None


def read_record(counted: CheckedBatches, assumed: RecordAssumptions, *, material: str = "") -> TrackRecord:
    """Return what counted batches say of their channel.

    Raises:
        BadEvidenceError: An assumption is out of range.
    """
    posterior = _posterior(counted, assumed)
    lower = posterior.lower()
    return TrackRecord(
        material,
        counted,
        assumed,
        posterior.mean,
        lower,
        posterior.all_genuine(5),
        derived_grade(lower, trials=counted.effective, batches=counted.checked),
        None if assumed.deception is None else deception_outlook(posterior, before=assumed.deception, payload=assumed.payload),
    )


def track_records(checks: Sequence[BatchCheck], assumed: RecordAssumptions) -> tuple[TrackRecord, ...]:
    """Return the record over all checks and, after it, that of each kind of material, since a channel is good for what it was checked on.

    Raises:
        BadEvidenceError: Two checks of one batch disagree, or a number is out of range.
    """
    kinds = materials(checks)
    records = [_of(checks, assumed, "")]
    records += [_of([check for check in checks if as_seen(check.material) == as_seen(kind)], assumed, kind) for kind in kinds]
    return tuple(records)


def _of(checks: Sequence[BatchCheck], assumed: RecordAssumptions, material: str) -> TrackRecord:
    record = read_record(_counted(checks, assumed), assumed, material=material)
    if not record.counted.chosen_by_source:
        return record
    others = _posterior(_counted([check for check in checks if not is_chosen_by_source(check)], assumed), assumed)
    return TrackRecord(
        record.material,
        record.counted,
        record.assumed,
        record.mean,
        record.lower95,
        record.next_five,
        record.grade,
        record.deceiving,
        (others.mean, others.lower()),
    )


def _counted(checks: Sequence[BatchCheck], assumed: RecordAssumptions) -> CheckedBatches:
    return count_batches(checks, discount=assumed.discount, likeness=assumed.rho)


def _posterior(counted: CheckedBatches, assumed: RecordAssumptions) -> Reliability:
    return Reliability(assumed.prior, counted.weighed_genuine, counted.weighed_false, assumed.missed)

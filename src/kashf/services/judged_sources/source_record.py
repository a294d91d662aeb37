"""What the record of a source is worth: deliveries, batches that were checked, a lower bound, a letter, who chose the batches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.judged_sources.passed_on import behind, circle_of, parents_in
from kashf.domain.judged_sources.source_entries import (
    CheckOutcome,
    SourceChecked,
    SourceEntry,
    SourceGraded,
    SourceKinds,
    SourceWitness,
    source_texts,
)
from kashf.evidence.reliability.admiralty import SourceGrade, SourceLetter
from kashf.evidence.reliability.batch_checks import SOURCE, BatchCheck, BatchFinding
from kashf.evidence.reliability.track_record import RecordAssumptions, TrackRecord, track_records
from kashf.language.recognising.as_seen import as_seen
from kashf.services.case.brought.additions import Addition, additions
from kashf.services.case.open import OpenCase
from kashf.services.judged_sources.write_source import known_source, source_entries
from kashf.services.ledger.code_names import list_sources
from kashf.services.ledger.word_blobs import read_words

#: The share of channels that are taken to feed genuine files until their payload, where the line about them is computed.
DECEIVING: Final = 0.05
_DAYS_A_YEAR: Final = 365.25


@dataclass(frozen=True, slots=True)
class ShownCheck:
    """A check of a batch as it is shown.

    Args:
        told: The entry.
        batch: Which hand-over.
        kind: What kind of material.
        how: How it was checked.
        chosen_by: Who chose it.
        checked_by: Who checked it.
        by_source: Whether the source itself chose it.
    """

    told: SourceChecked
    batch: str
    kind: str
    how: str
    chosen_by: str
    checked_by: str
    by_source: bool


@dataclass(frozen=True, slots=True)
class GradedByHand:
    """A letter that a person set, with the reason."""

    told: SourceGraded
    why: str


@dataclass(frozen=True, slots=True)
class WitnessStake:
    """What was written down of a witness.

    Args:
        gains: What they gain by being believed.
        access: How they could know.
        by: Who wrote it down.
    """

    gains: str
    access: str
    by: str


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A source, and what of it was checked.

    Args:
        code_name: What the case calls it.
        deliveries: What it passed on, oldest first; what was set aside is among them.
        checks: Those that stand, oldest first.
        disagreeing: Batches of which one check says genuine and another false: they are open until one is taken back.
        record: Over all that was checked.
        by_kind: By kind of material.
        grade: The letter, with the derived one.
        set_by: Who set another letter; None where nobody did.
        kinds: For which kinds of material it is a source; () where nobody said.
        unchecked: Of those, the kinds of which no batch was settled.
        parents: From whom it has what it delivers.
        behind: All of those from whom it comes, the nearest first.
        passes_to: Who has it from this one.
        circle: Who has it from one another in a circle; () for none.
        stake: What it gains and how it could know, of a witness; None where nobody said.
    """

    code_name: str
    deliveries: tuple[Addition, ...]
    checks: tuple[ShownCheck, ...]
    disagreeing: tuple[str, ...]
    record: TrackRecord
    by_kind: tuple[TrackRecord, ...]
    grade: SourceGrade
    set_by: GradedByHand | None
    kinds: tuple[str, ...]
    unchecked: tuple[str, ...]
    parents: tuple[str, ...]
    behind: tuple[str, ...]
    passes_to: tuple[str, ...]
    circle: tuple[str, ...]
    stake: WitnessStake | None = None

    @property
    def is_chosen_by_source(self) -> bool:
        """Whether the source itself chose every batch that was settled: such a record tells of what it wanted checked."""
        return 0 < self.record.counted.checked == self.record.counted.chosen_by_source


def source_records(case: OpenCase) -> tuple[SourceRecord, ...]:
    """Return the records of all sources of a case, by code name."""
    entries, brought = _standing(case), additions(case)
    return tuple(_record(case, each.code_name, entries, brought) for each in list_sources(case))


def source_record(case: OpenCase, name: str) -> SourceRecord:
    """Return the record of one source.

    Raises:
        NotFoundError: There is none of that code name.
    """
    return _record(case, known_source(case, name), _standing(case), additions(case))


def lower_bounds(case: OpenCase) -> dict[str, float]:
    """Return the lower bound of the share of genuine batches of each source of which a batch was settled, by code name."""
    entries = _standing(case)
    found = {}
    for name in dict.fromkeys(each.source for each in entries):
        checks, _ = _checks(case, name, entries)
        record = track_records(_counted(checks), RecordAssumptions())[0]
        if record.counted.checked:
            found[name] = record.lower95
    return found


def passed_on_in(case: OpenCase) -> dict[str, tuple[str, ...]]:
    """Return from whom each source has what it delivers, by code name."""
    return parents_in(_standing(case))


def witness_stakes(case: OpenCase) -> dict[str, WitnessStake]:
    """Return what was written down of each witness, by code name."""
    return _stakes(case, _standing(case))


def _stakes(case: OpenCase, entries: Iterable[SourceEntry]) -> dict[str, WitnessStake]:
    told = {each.source: each for each in entries if isinstance(each, SourceWitness)}
    texts = {name: _texts(case, each) for name, each in told.items()}
    return {name: WitnessStake(texts[name].get("gains", ""), texts[name].get("access", ""), each.signed.who) for name, each in told.items()}


def _standing(case: OpenCase) -> tuple[SourceEntry, ...]:
    return tuple(each for each in source_entries(case).values() if each.signed.undone is None)


def _record(case: OpenCase, name: str, entries: Sequence[SourceEntry], brought: Iterable[Addition]) -> SourceRecord:
    checks, disagreeing = _checks(case, name, entries)
    whole, *by_kind = track_records(_counted(checks), RecordAssumptions(deception=DECEIVING))
    own = [each for each in entries if each.source == name]
    graded = next((each for each in reversed(own) if isinstance(each, SourceGraded)), None)
    by_hand = GradedByHand(graded, _texts(case, graded).get("why", "")) if graded else None
    said = next((each for each in reversed(own) if isinstance(each, SourceKinds)), None)
    kinds = tuple(_texts(case, said).get("kinds", "").splitlines()) if said else ()
    settled = {as_seen(each.material) for each in by_kind if each.counted.checked}
    parents = parents_in(entries)
    return SourceRecord(
        name,
        tuple(each for each in brought if each.channel == name),
        checks,
        disagreeing,
        whole,
        tuple(by_kind),
        whole.grade.overridden(SourceLetter(by_hand.told.letter), by_hand.why) if by_hand else whole.grade,
        by_hand,
        kinds,
        tuple(kind for kind in kinds if as_seen(kind) not in settled),
        parents.get(name, ()),
        behind(name, parents),
        tuple(sorted(child for child, of in parents.items() if name in of)),
        circle_of(name, parents),
        _stakes(case, own).get(name),
    )


def _checks(case: OpenCase, name: str, entries: Iterable[SourceEntry]) -> tuple[tuple[ShownCheck, ...], tuple[str, ...]]:
    """Return the checks of a source that stand, and the batches on which they disagree."""
    shown: list[ShownCheck] = []
    for each in entries:
        if isinstance(each, SourceChecked) and each.source == name:
            texts = _texts(case, each)
            batch, kind, how, chosen_by, checked_by = (texts.get(key, "") for key in ("batch", "kind", "how", "chosen_by", "checked_by"))
            by_source = as_seen(chosen_by) in {SOURCE, as_seen(name)}
            shown.append(ShownCheck(each, batch, kind, how, chosen_by, checked_by, by_source))
    called = {as_seen(check.batch): check.batch for check in reversed(shown)}
    return tuple(shown), tuple(sorted(called[batch] for batch in _disagreeing(shown)))


def _counted(checks: Sequence[ShownCheck]) -> tuple[BatchCheck, ...]:
    """Return checks as they are counted: all of a batch on which they disagree are open; kinds that differ by letters alone are one."""
    disagreeing = _disagreeing(checks)
    called = {as_seen(check.kind): check.kind for check in reversed(checks)}
    latest = max((check.told.on for check in checks), default=None)
    counted = []
    for check in checks:
        batch = as_seen(check.batch)
        finding = BatchFinding.OPEN if batch in disagreeing else BatchFinding(check.told.outcome.value)
        years = (latest - check.told.on).days / _DAYS_A_YEAR if latest else 0.0
        chosen = SOURCE if check.by_source else check.chosen_by
        counted.append(BatchCheck(batch, finding, called[as_seen(check.kind)], years, 1, check.checked_by, chosen))
    return tuple(counted)


def _disagreeing(checks: Iterable[ShownCheck]) -> frozenset[str]:
    found: dict[str, set[CheckOutcome]] = {}
    for check in checks:
        found.setdefault(as_seen(check.batch), set()).add(check.told.outcome)
    return frozenset(batch for batch, outcomes in found.items() if {CheckOutcome.GENUINE, CheckOutcome.FALSE} <= outcomes)


def _texts(case: OpenCase, entry: SourceEntry) -> Mapping[str, str]:
    return source_texts(read_words(case.blobs, entry.words))

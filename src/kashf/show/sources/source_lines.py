"""The record of a source as lines of text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from kashf.domain.ids import short_id
from kashf.evidence.reliability.track_record import TrackRecord
from kashf.language.words.visible import isolate
from kashf.services.judged_sources.source_record import ShownCheck, SourceRecord, WitnessStake
from kashf.show.counted import many

#: What no figure of a record says.
NOT_SAID: Final = "Not in the figures: whether the next batch is like those before, and age. They say nothing of a document."


def source_answer(record: SourceRecord) -> dict[str, Any]:
    """Return the record of a source as JSON values."""
    set_by = record.set_by
    return {
        "code_name": record.code_name,
        "letter": record.grade.letter.value,
        "derived_letter": record.grade.derived.value,
        "beside": record.grade.beside,
        "override": {"letter": set_by.told.letter, "why": set_by.why, "by": set_by.told.signed.who, "entry": set_by.told.signed.id}
        if set_by
        else None,
        "record": record_answer(record.record),
        "by_kind": [record_answer(each) for each in record.by_kind],
        "checks": [_check_answer(each) for each in record.checks],
        "disagreeing": list(record.disagreeing),
        "chosen_by_source_alone": record.is_chosen_by_source,
        "kinds": list(record.kinds),
        "kinds_without_a_check": list(record.unchecked),
        "parents": list(record.parents),
        "behind": list(record.behind),
        "passes_to": list(record.passes_to),
        "circle": list(record.circle),
        "witness": stake_answer(record.stake),
        "deliveries": [
            {
                "number": each.number,
                "receipts": list(each.receipts),
                "time": each.time.isoformat(),
                "files": each.files,
                "collection": each.collection,
                "set_aside": each.set_aside is not None,
            }
            for each in record.deliveries
        ],
        "not_said": NOT_SAID,
    }


def stake_answer(stake: WitnessStake | None) -> dict[str, str] | None:
    """Return what was written down of a witness as JSON values; None where nobody said."""
    return {"gains": stake.gains, "access": stake.access, "by": stake.by} if stake else None


def stake_words(stake: WitnessStake | None) -> str:
    """Return what stands beside what a witness says."""
    if stake is None:
        return "what they gain by it, and how they could know, is not written down (kashf source CASE witness)"
    return f"gains by it: {isolate(stake.gains)}; could know: {isolate(stake.access)} ({isolate(stake.by)})"


def record_answer(record: TrackRecord) -> dict[str, Any]:
    """Return what a record over all, or of a kind of material, says."""
    counted, told = record.counted, record.deceiving
    return {
        "material": record.material,
        "genuine": counted.genuine,
        "false": counted.false,
        "open": counted.open,
        "mean": record.mean,
        "lower95": record.lower95,
        "chosen_by_source": counted.chosen_by_source,
        "without_those": list(record.without_chosen) if record.without_chosen else None,
        "if_deceiving": {"before": told.before, "after": told.after, "next_genuine": told.next_genuine} if told else None,
    }


def source_line(record: SourceRecord) -> str:
    """Return a source in one line: its letter, and what always stands beside it."""
    return f"{isolate(record.code_name)}  {letter_words(record)}"


def letter_words(record: SourceRecord) -> str:
    """Return the letter with what stands beside it; of one set by hand, both and the reason."""
    grade, by = record.grade, record.set_by
    if by is None:
        return f"{grade.letter} ({grade.beside})"
    return f"{grade.letter} ({grade.beside}), set by {isolate(by.told.signed.who)}: {isolate(by.why)}; the record gives {grade.derived}"


def source_lines(record: SourceRecord) -> Iterator[str]:
    """Yield the record of a source, for the desk."""
    yield f"Letter: {letter_words(record)}"
    if record.grade.derived.value == "F":
        yield "  F: too little record, not a bad one"
    yield from (f"  {line}" for line in _record_lines(record.record))
    yield from (f"  {line}" for each in record.by_kind for line in _kind_lines(each))
    if record.unchecked:
        yield f"  said to be good for, and never checked on: {', '.join(map(isolate, record.unchecked))}"
    if record.is_chosen_by_source:
        yield "  The source itself chose every batch that was checked: that tells of what it wanted checked."
    for batch in record.disagreeing:
        yield f"  Two checks of {isolate(batch)} disagree: it counts as open until one is taken back."
    for check in record.checks:
        yield from (f"  {line}" for line in _check_lines(check))
    yield from (f"  {line}" for line in _passed_lines(record))
    if record.stake:
        yield f"  as a witness: {stake_words(record.stake)}"
    for each in record.deliveries:
        aside = ", set aside" if each.set_aside else ""
        yield f"  delivery {each.number}, {each.time:%Y-%m-%d}, {many(each.files, 'file')}{aside}"
    yield NOT_SAID


def _record_lines(record: TrackRecord) -> Iterator[str]:
    counted = record.counted
    if not counted.checked:
        yield f"no batch was checked; {many(counted.open, 'batch', 'batches')} open, counted as missing"
        return
    yield f"{counted.genuine} genuine, {counted.false} false; {many(counted.open, 'batch', 'batches')} open, counted as missing"
    yield f"next batch genuine: {record.mean:.4f}; of all, with .95 certainty, more than {record.lower95:.4f} (uniform prior)"
    if record.without_chosen:
        mean, lower = record.without_chosen
        yield f"{counted.chosen_by_source} chosen by the source itself; without them: {mean:.4f}, more than {lower:.4f}"
    if told := record.deceiving:
        yield (
            f"if {told.before:.0%} of such channels feed genuine files until their payload: {told.after:.4f} that this is one, next batch "
            f"genuine {told.next_genuine:.4f}; after a point more perfect history does not raise it"
        )


def _kind_lines(record: TrackRecord) -> Iterator[str]:
    counted = record.counted
    figures = f"{record.mean:.4f}, more than {record.lower95:.4f}" if counted.checked else "no batch was settled"
    yield f"{isolate(record.material)}: {counted.genuine} genuine, {counted.false} false, {counted.open} open; {figures}"


def _check_lines(check: ShownCheck) -> Iterator[str]:
    told = check.told
    yield f"{short_id(told.signed.id)} {told.on} {isolate(check.batch)}, {isolate(check.kind)}: {told.outcome}, {isolate(check.how)}"
    by_source = " (the source itself)" if check.by_source else ""
    yield (
        f"    chosen by {isolate(check.chosen_by)}{by_source}, checked by {isolate(check.checked_by)}, "
        f"written down by {isolate(told.signed.who)}"
    )


def _passed_lines(record: SourceRecord) -> Iterator[str]:
    if record.parents:
        yield f"has it from {', '.join(map(isolate, record.parents))}"
    if further := [name for name in record.behind if name not in record.parents]:
        yield f"who have it from {', '.join(map(isolate, further))}"
    if record.passes_to:
        yield f"passes on to {', '.join(map(isolate, record.passes_to))}"
    if record.circle:
        yield f"circle: {', '.join(map(isolate, record.circle))} have it from one another; where it begins nobody knows"


def _check_answer(check: ShownCheck) -> dict[str, Any]:
    told = check.told
    return {
        "entry": told.signed.id,
        "batch": check.batch,
        "outcome": told.outcome.value,
        "kind": check.kind,
        "how": check.how,
        "chosen_by": check.chosen_by,
        "chosen_by_source": check.by_source,
        "checked_by": check.checked_by,
        "on": told.on.isoformat(),
        "by": told.signed.who,
    }

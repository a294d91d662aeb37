"""`kashf track-record`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import checked_words
from kashf.cli.output import emit, emit_json
from kashf.errors import UsageError
from kashf.language.words.visible import isolate
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.evidence.reliability.track_record import RecordAssumptions, TrackRecord

EPILOG = (
    "Example: kashf track-record --genuine 10 --false 0; kashf track-record examples/evidence/checks.json --missed 0.2. A file holds "
    '{"checks": [{"batch": "spring", "finding": "genuine", "material": "letters", "years": 2, "files": 5, "by": "desk", '
    '"chosen_by": "source"}]}; finding is genuine, false or open.'
)
#: What no figure of a record says.
NOT_SAID = "Not in the figure: who chose what was checked, and whether the next batch is like those before. It says nothing of a document."


def command(
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="Checks of batches, JSON; in place of the numbers.")] = None,
    genuine: Annotated[int | None, typer.Option(help="Batches found genuine.")] = None,
    false: Annotated[int | None, typer.Option(help="Batches found false.")] = None,
    unsettled: Annotated[int, typer.Option("--open", help="Batches that nobody has settled; they count as missing.")] = 0,
    prior: Annotated[str, typer.Option(help="uniform, jeffreys, or two numbers as in 9,1.")] = "uniform",
    missed: Annotated[float, typer.Option(help="The chance that a check lets a forgery pass, 0 to 1.")] = 0.0,
    discount: Annotated[float, typer.Option(help="What a check is worth after a year, up to 1.")] = 1.0,
    years: Annotated[float, typer.Option(help="How old the checks are that were given as numbers.")] = 0.0,
    rho: Annotated[
        float | None,
        typer.Option(help="How far checks of one hand-over stand or fall together, 0 to 1; numbers that are given are then of one."),
    ] = None,
    deception: Annotated[float | None, typer.Option(help="The chance that the channel feeds genuine files until its payload.")] = None,
    payload: Annotated[float, typer.Option(help="The chance that its next batch is the payload.")] = 1.0,
    letter: Annotated[str, typer.Option(help="Another letter than the derived one; with --why.")] = "",
    why: Annotated[str, typer.Option(help="Why another letter.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """What a channel's record is worth: the chance that the next batch is genuine, a lower bound, and a letter for the channel."""
    from kashf.evidence.reliability.track_record import RecordAssumptions
    from kashf.services.evidence.weigh_files import given_prior, record_of_numbers, records_of_file

    if (file is None) == (genuine is None and false is None) or (genuine is None) != (false is None):
        raise UsageError("give either a file of checks, or both --genuine and --false")
    if (known := given_prior(prior)) is None:
        raise UsageError("--prior is uniform, jeffreys, or two numbers as in 9,1")
    assumed = RecordAssumptions(known, missed, discount, 1.0 if rho is None else rho, deception, payload)
    if file is not None:
        records = records_of_file(file, assumed)
    else:
        alone = replace(assumed, rho=rho or 0.0)
        records = (record_of_numbers(genuine or 0, false or 0, unsettled, alone, years=years),)
    records = _with_letter(records, letter, checked_words(why, what="--why"))
    if as_json:
        emit_json({**_answer(records[0]), "materials": [_answer(each) for each in records[1:]], "not_said": NOT_SAID})
        return 0
    for record in records:
        for line in _lines(record):
            emit(line)
    emit(NOT_SAID)
    return 0


def _with_letter(records: tuple[TrackRecord, ...], letter: str, why: str) -> tuple[TrackRecord, ...]:
    """Return the records with the letter over all that a person set, if any did."""
    from kashf.services.evidence.weigh_files import given_letter

    if not letter:
        return records
    if (known := given_letter(letter)) is None:
        raise UsageError("--letter is one of A, B, C, D, E and F")
    return replace(records[0], grade=records[0].grade.overridden(known, why)), *records[1:]


def _answer(record: TrackRecord) -> dict[str, object]:
    counted, grade = record.counted, record.grade
    return {
        "material": record.material,
        "genuine": counted.genuine,
        "false": counted.false,
        "open": counted.open,
        "effective": {"genuine": counted.weighed_genuine, "false": counted.weighed_false, "trials": counted.effective},
        "mean": record.mean,
        "lower95": record.lower95,
        "next_five": record.next_five,
        "letter": grade.letter,
        "derived_letter": grade.derived,
        "why": grade.why,
        "beside": grade.beside,
        "chosen_by_source": counted.chosen_by_source,
        "counted_as_one": counted.alike,
        "unknown_who_chose": counted.of_unknown_choice,
        "without_those": record.without_chosen,
        "deceiving": record.deceiving,
        "assumed": record.assumed,
    }


def _lines(record: TrackRecord) -> list[str]:
    counted, grade = record.counted, record.grade
    about = f"{isolate(record.material)}: " if record.material else ""
    set_by = f" (the record gives {grade.derived}; {isolate(grade.why)})" if grade.why else ""
    lines = [
        f"{about}{grade.letter}{set_by}: {grade.beside}",
        f"  {counted.genuine} genuine, {counted.false} false; {many(counted.open, 'batch', 'batches')} open, counted as missing",
        f"  next batch genuine: {record.mean:.4f}; of all, with .95 certainty, more than {record.lower95:.4f}",
        f"  the next five all genuine: {record.next_five:.4f}",
        f"  read with: {_assumed(record.assumed)}; worth {counted.effective:.4g} independent checks of today",
    ]
    lines += [f"  counted as one batch, since they look alike: {', '.join(map(isolate, names))}" for names in counted.alike]
    if record.deceiving:
        told = record.deceiving
        lines.append(
            f"  if the channel may feed genuine files until its payload ({told.before:.4g} before): {told.after:.4f} after this record, "
            f"next batch genuine {told.next_genuine:.4f}"
        )
    if record.without_chosen:
        mean, lower = record.without_chosen
        lines.append(f"  {counted.chosen_by_source} chosen by the channel itself; without them: {mean:.4f}, more than {lower:.4f}")
    return lines


def _assumed(assumed: RecordAssumptions) -> str:
    prior = assumed.prior
    told = [f"prior {prior.name} ({prior.a:g}, {prior.b:g})", f"checks miss {assumed.missed:.4g} of forgeries"]
    if assumed.discount < 1:
        told.append(f"a year takes off {1 - assumed.discount:.4g}")
    if 0 < assumed.rho < 1:
        told.append(f"rho {assumed.rho:.4g}")
    return ", ".join(told)

"""Measures a model of handwriting on lines that people of the case keyed, before it may draft anything, and writes down what came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

import numpy as np

from kashf.domain.ids import content_id
from kashf.domain.ledger import EntryKind
from kashf.domain.models.installed import Model, ModelId, ModelKind
from kashf.domain.models.measured import (
    DRAFTED,
    LINES_NEEDED,
    MEASUREMENTS,
    ErrorRate,
    Measurement,
    PastMeasurement,
    measured_body,
)
from kashf.domain.pages.regions import Region
from kashf.domain.pages.typed import parse_typed
from kashf.domain.transcription.signed_words import PagePlace
from kashf.errors import UnmeasuredModelError, UsageError
from kashf.language.words.error_rates import bootstrap_interval, line_errors
from kashf.ports.engines import Picture
from kashf.ports.models import ModelRoom
from kashf.ports.runtime import Worker
from kashf.ports.views import CaseView
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.case.page_images import NoPictureError
from kashf.services.ledger.record import record_entry
from kashf.services.models.line_pictures import line_pictures
from kashf.services.models.run_model import read_lines
from kashf.services.transcription.keyed_values import compare_values

#: Most lines a model is measured on: the interval is narrow long before.
_MOST_LINES: Final = 500


@dataclass(frozen=True, slots=True)
class TrueLine:
    """A line of which people said what it says, and with which nothing is left to do.

    Args:
        place: Which page.
        region: Where on it.
        typed: What stands, with its marks.
        when: When that was typed, or settled.
    """

    place: PagePlace
    region: Region
    typed: str
    when: dt.datetime


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The lines to measure on, and how many were left out, and why."""

    lines: tuple[TrueLine, ...]
    helped: int
    doubtful: int


def measurements(view: CaseView) -> Mapping[ModelId, PastMeasurement]:
    """Return the last measurement of each model that was measured in a case."""
    return MEASUREMENTS.fold(view.entries(kinds=sorted(MEASUREMENTS.kinds)))


def measure_model(case: WritableCase, room: ModelRoom, model: Model, lines: Iterable[TrueLine], *, worker: Worker) -> PastMeasurement:
    """Run a model on lines that people keyed, and record how much of them it read wrong.

    Lines that were keyed when a draft of this model was there, and lines in which people were not sure, are left out and counted; of more
    than 500, those are taken that come first by a hash of their places.

    Args:
        case: Which case; who measures is recorded.
        room: Where models are kept and run.
        model: Which.
        lines: As `true_lines` gives them.
        worker: A box of the readers, which draws the pages.

    Raises:
        UsageError: It is no model of handwriting.
        UnmeasuredModelError: There are fewer than fifty lines; the message says how many are missing.
        ChangedModelError, RefusedModelError, SandboxError: As `read_lines`.
    """
    if model.kind is not ModelKind.HANDWRITING:
        raise UsageError("only models of handwriting are measured on keyed lines", code="model-not-measured")
    chosen = _choose(case.reading.view, model, lines)
    drawn = list(_drawn(case.reading, worker, chosen.lines))
    if len(drawn) < LINES_NEEDED:
        raise _too_few(len(drawn), chosen, undrawn=len(chosen.lines) - len(drawn))
    read = read_lines(room, model, [picture for _, picture in drawn])
    pairs = [(parse_typed(line.typed).text, each.text) for (line, _), each in zip(drawn, read, strict=True)]
    found = _compare(model, [line for line, _ in drawn], pairs)
    found = replace(found, helped=chosen.helped, doubtful=chosen.doubtful, undrawn=len(chosen.lines) - len(drawn))
    with case.store.unit() as uow:
        entry = record_entry(case, uow, EntryKind.MODEL_MEASURED, measured_body(found))
        uow.commit()
    return PastMeasurement(found, entry.id, entry.time, entry.actor)


def _choose(view: CaseView, model: Model, lines: Iterable[TrueLine]) -> _Chosen:
    drafted = [each for each in DRAFTED.fold(view.entries(kinds=sorted(DRAFTED.kinds))) if each.model == model.id]

    def is_helped(line: TrueLine) -> bool:
        before = (each for each in drafted if each.place == line.place and each.when <= line.when)
        return any(region.is_same_line(line.region) for each in before for region in each.regions)

    helped, doubtful, kept = 0, 0, list[TrueLine]()
    for line in lines:
        if is_helped(line):
            helped += 1
        elif parse_typed(line.typed).marks or not line.typed.strip():
            doubtful += 1
        else:
            kept.append(line)
    return _Chosen(tuple(sorted(sorted(kept, key=_digest)[:_MOST_LINES], key=lambda line: line.place)), helped, doubtful)


def _drawn(case: OpenCase, worker: Worker, lines: Sequence[TrueLine]) -> Iterator[tuple[TrueLine, Picture]]:
    """Yield lines with their pictures; those of a page that cannot be drawn are passed over."""
    for place, some in groupby(lines, key=lambda line: line.place):
        of_page = tuple(some)
        try:
            pictures = line_pictures(case, worker, place, [line.region for line in of_page])
        except NoPictureError:
            continue
        yield from zip(of_page, pictures, strict=True)


def _compare(model: Model, lines: Sequence[TrueLine], pairs: Sequence[tuple[str, str]]) -> Measurement:
    digest = content_id([_digest(line) for line in lines])
    seed = int(digest[:8], 16)
    errors = [line_errors(truth, read) for truth, read in pairs]
    values = [[each.is_agreed for each in compare_values(truth, read)] for truth, read in pairs]

    def rate(some: Callable[[int], tuple[int, int]]) -> ErrorRate:
        counted = [some(number) for number in range(len(pairs))]
        low, high = bootstrap_interval(counted, np.random.default_rng(seed))
        return ErrorRate(sum(wrong for wrong, _ in counted), sum(of for _, of in counted), low, high)

    return Measurement(
        model=model.id,
        name=model.name,
        kind=model.kind,
        lines=len(lines),
        lines_sha256=digest,
        letters=rate(lambda number: (errors[number].letter_errors, errors[number].letters)),
        words=rate(lambda number: (errors[number].word_errors, errors[number].words)),
        values=rate(lambda number: (values[number].count(False), len(values[number]))),
        helped=0,
        doubtful=0,
        undrawn=0,
        seed=seed,
    )


def _digest(line: TrueLine) -> str:
    return content_id([line.place.document, line.place.page, line.region.as_json()])


def _too_few(count: int, chosen: _Chosen, *, undrawn: int) -> UnmeasuredModelError:
    left = ((chosen.helped, "keyed when its draft was there"), (chosen.doubtful, "in which somebody was not sure"), (undrawn, "not drawn"))
    beside = "".join(f"; {number} {'line' if number == 1 else 'lines'} {why} left out" for number, why in left if number)
    missing = LINES_NEEDED - count
    said = f"{missing} {'is' if missing == 1 else 'are'} missing{beside}"
    return UnmeasuredModelError(
        f"a model is measured on {LINES_NEEDED} lines that people typed and agreed on: here are {count}, so {said}",
        code="model-too-few-lines",
        count=count,
        most=LINES_NEEDED,
        missing=missing,
    )

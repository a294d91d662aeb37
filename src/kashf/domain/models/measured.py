"""How well a model did on lines that people keyed, and which lines it drafted, as the ledger tells it: no word of a page is in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.entries.projections import Projection
from kashf.domain.ids import EntryId, Json
from kashf.domain.ledger import Entry, EntryKind
from kashf.domain.models.installed import Model, ModelId, ModelKind
from kashf.domain.models.outputs import LineText
from kashf.domain.pages.regions import Region
from kashf.domain.transcription.signed_words import PagePlace, place_of
from kashf.errors import DamagedCaseError

#: Lines that people keyed, on which a model is measured before it may draft.
LINES_NEEDED: Final = 50
#: Ends of an interval are kept as whole numbers of this.
_MILLION: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class ErrorRate:
    """A share of what was read wrong, with its interval; more than 1 where more was put in than stands there.

    Args:
        errors: How many, summed over lines.
        of: Out of how many.
        low: Lower end of the 95 % interval, by bootstrap over lines.
        high: Its upper end.
    """

    errors: int
    of: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """The rate itself; 0 of nothing."""
        return self.errors / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Measurement:
    """That a model was measured in a case.

    Args:
        model: Which.
        name: What it was called then.
        kind: What it does.
        lines: On how many lines.
        lines_sha256: Hash over the places of these lines.
        letters: Character error rate (CER).
        words: Word error rate (WER).
        values: Share of the names, dates and numbers that it read otherwise than people.
        helped: Lines left out since a draft of this model was there before they were keyed.
        doubtful: Lines left out in which people could not read something, or were not sure.
        undrawn: Lines left out since their page cannot be drawn.
        seed: Of the interval.
    """

    model: ModelId
    name: str
    kind: ModelKind
    lines: int
    lines_sha256: str
    letters: ErrorRate
    words: ErrorRate
    values: ErrorRate
    helped: int
    doubtful: int
    undrawn: int
    seed: int


@dataclass(frozen=True, slots=True)
class PastMeasurement:
    """A measurement as the ledger has it.

    Args:
        found: What came of it.
        id: Its ledger entry.
        when: The time of it.
        who: The actor of it.
    """

    found: Measurement
    id: EntryId
    when: dt.datetime
    who: str


@dataclass(frozen=True, slots=True)
class LineDraft:
    """What a model suggests for a line: never a decision, never the text of a page, found by no search.

    Args:
        place: Which page.
        region: Where on it.
        line: What it read, checked.
        model: By which model.
        name: What that is called.
        measured: How it did on lines that people of this case keyed; shown beside the draft.
    """

    place: PagePlace
    region: Region
    line: LineText
    model: ModelId
    name: str
    measured: PastMeasurement


def measured_body(found: Measurement) -> Mapping[str, Json]:
    """Return the body of an entry of kind "model-measured"."""
    rates = {name: _rate_body(rate) for name, rate in (("letters", found.letters), ("words", found.words), ("values", found.values))}
    return {
        **rates,
        "model": found.model,
        "name": found.name,
        "kind": found.kind.value,
        "lines": found.lines,
        "lines_sha256": found.lines_sha256,
        "helped": found.helped,
        "doubtful": found.doubtful,
        "undrawn": found.undrawn,
        "seed": found.seed,
    }


def drafted_body(model: Model, place: PagePlace, regions: Iterable[Region]) -> Mapping[str, Json]:
    """Return the body of an entry of kind "lines-drafted"; no word of the document stands in it."""
    where: dict[str, Json] = {"document": place.document, "page": place.page, "regions": [region.as_json() for region in regions]}
    return {**where, "model": model.id, "name": model.name}


@dataclass(frozen=True, slots=True)
class DraftedLines:
    """That a model suggested what stands in some regions of a page.

    Args:
        model: Which.
        place: On which page.
        regions: Where.
        when: The time of the ledger entry.
    """

    model: ModelId
    place: PagePlace
    regions: tuple[Region, ...]
    when: dt.datetime


def _rate_body(rate: ErrorRate) -> Mapping[str, Json]:
    return {
        "errors": rate.errors,
        "of": rate.of,
        "low_millionths": round(rate.low * _MILLION),
        "high_millionths": round(rate.high * _MILLION),
    }


def _rate(told: object) -> ErrorRate:
    if not isinstance(told, Mapping):
        raise TypeError("a rate is an object")
    errors, of, low, high = (_whole(told[name]) for name in ("errors", "of", "low_millionths", "high_millionths"))
    return ErrorRate(errors, of, low / _MILLION, high / _MILLION)


def _whole(told: object) -> int:
    if not isinstance(told, int) or isinstance(told, bool):
        raise TypeError("not a whole number")
    return told


def _tell_measured(told: dict[ModelId, PastMeasurement], entry: Entry, id: EntryId) -> dict[ModelId, PastMeasurement]:
    body = entry.body
    try:
        letters, words, values = (_rate(body[name]) for name in ("letters", "words", "values"))
        lines, helped, doubtful, undrawn, seed = (_whole(body[name]) for name in ("lines", "helped", "doubtful", "undrawn", "seed"))
        told_of = ModelId(str(body["model"])), str(body["name"]), ModelKind(str(body["kind"]))
        sha256 = str(body["lines_sha256"])
        found = Measurement(*told_of, lines, sha256, letters, words, values, helped, doubtful, undrawn, seed)
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedCaseError(f"ledger entry {entry.chain}/{entry.seq} is no measurement that can be read") from error
    told[found.model] = PastMeasurement(found, id, entry.time, entry.actor)
    return told


def _tell_drafted(told: list[DraftedLines], entry: Entry, id: EntryId) -> list[DraftedLines]:  # noqa: ARG001 - a projection fixes the arguments
    body = entry.body
    try:
        regions = body["regions"]
        if isinstance(regions, str) or not isinstance(regions, Sequence):
            raise TypeError("regions of a page")
        told.append(DraftedLines(ModelId(str(body["model"])), place_of(entry), tuple(map(Region.from_json, regions)), entry.time))
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedCaseError(f"ledger entry {entry.chain}/{entry.seq} names no lines that were drafted") from error
    return told


#: The last measurement of each model.
MEASUREMENTS: Final[Projection[dict[ModelId, PastMeasurement]]] = Projection(frozenset({EntryKind.MODEL_MEASURED}), dict, _tell_measured)
#: Which lines were drafted, oldest first.
DRAFTED: Final[Projection[list[DraftedLines]]] = Projection(frozenset({EntryKind.LINES_DRAFTED}), list, _tell_drafted)

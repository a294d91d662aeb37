"""What is told of models that a user brought, as one shape for JSON and one sentence at every door."""

from __future__ import annotations

from kashf.domain.ledger import format_time
from kashf.domain.models.installed import Model
from kashf.domain.models.measured import ErrorRate, LineDraft, PastMeasurement
from kashf.show.plain import Answer, plain
from kashf.show.wording import Wording


def model_answer(model: Model, measured: PastMeasurement | None = None, *, with_files: bool = False) -> Answer:
    """Return a model, with how it did in a case that was asked about, and with every file and its hash if wanted."""
    return {
        "id": model.id,
        "name": model.name,
        "kind": model.kind.value,
        "run_by": model.run_by.value,
        "command": list(model.command),
        "size_bytes": model.size_bytes,
        "files": plain(model.files) if with_files else len(model.files),
        "measured": measured_answer(measured) if measured else None,
    }


def measured_answer(measured: PastMeasurement) -> Answer:
    """Return how a model did: rates in [0..], each with its interval of 95 %."""
    found = measured.found
    return {
        "model": found.model,
        "name": found.name,
        "cer": _rate(found.letters),
        "wer": _rate(found.words),
        "values": _rate(found.values),
        "lines": found.lines,
        "lines_sha256": found.lines_sha256,
        "left_out": {"helped": found.helped, "doubtful": found.doubtful, "undrawn": found.undrawn},
        "seed": found.seed,
        "entry": measured.id,
        "when": format_time(measured.when),
        "by": measured.who,
    }


def draft_answer(draft: LineDraft) -> Answer:
    """Return a draft of a line, never without the error rate of what drafted it and the day on which that was measured."""
    return {
        "document": draft.place.document,
        "page": draft.place.page,
        "region": draft.region.as_json(),
        "text": draft.line.text,
        "confidence": draft.line.confidence,
        "parts": plain(draft.line.parts),
        "model": draft.model,
        "name": draft.name,
        "cer": _rate(draft.measured.found.letters),
        "lines": draft.measured.found.lines,
        "measured": format_time(draft.measured.when),
        "is_draft": True,
    }


def ask_words(say: Wording, measured: PastMeasurement) -> str:
    """Return the words of what asks a model for drafts: its name, its error rate, and the day on which that was measured."""
    beside = say.many("models.measured_on", measured.found.lines)
    rate = say.number(100 * measured.found.letters.value, decimals=1)
    return str(say("models.ask_drafts", name=measured.found.name, rate=rate, lines=beside, day=say.day(measured.when.date())))


def measured_words(say: Wording, measured: PastMeasurement) -> str:
    """Return the sentence that stands beside every draft: which model, how much of keyed lines it read wrong, when."""
    rate = measured.found.letters
    shown = {name: say.number(100 * value, decimals=1) for name, value in (("rate", rate.value), ("low", rate.low), ("high", rate.high))}
    beside = say.many("models.measured_on", measured.found.lines)
    return str(say("models.beside_draft", name=measured.found.name, lines=beside, day=say.day(measured.when.date()), **shown))


def _rate(rate: ErrorRate) -> Answer:
    return {"rate": round(rate.value, 6), "low": rate.low, "high": rate.high, "errors": rate.errors, "of": rate.of}

"""A question put to a drawn sample, its answers and what they come to, as lines of text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kashf.domain.codebooks.coded_documents import CODERS
from kashf.domain.ids import short_id
from kashf.language.words.visible import isolate
from kashf.services.codebooks.show_codes import AskedDocument, CodedResult, ShownCode, ShownQuestion
from kashf.show.counted import many

#: What stands under every answer.
NOT_SHOWN = "Not shown: whether what a paper says is so, and what papers say that are not in the leak."


def question_answer(shown: ShownQuestion) -> dict[str, Any]:
    """Return a question with its sample as JSON values."""
    question, text = shown.question, shown.text
    return {
        "name": question.name,
        "question": question.id,
        "frozen": question.signed.when.isoformat(),
        "by": question.signed.who,
        "asks": text.question,
        "answers": list(text.answers),
        "query": text.query,
        "seed": question.seed,
        "of": question.of,
        "left_out": dict(question.left_out),
        "drawn": len(shown.sample),
        "coded_by_two": len(shown.both),
        "to_settle": len(shown.open),
        "late": shown.late,
        "sample": [_document_answer(each) for each in shown.sample],
    }


def result_answer(shown: ShownQuestion, result: CodedResult) -> dict[str, Any]:
    """Return a question with what its answers come to as JSON values."""
    agreed, bound, earliest = result.agreement, result.bound, result.earliest
    first = None if bound is None else {"found": bound.found, "looked_at": bound.looked_at, "of": bound.of, "most": bound.most}
    return {
        **question_answer(shown),
        "alpha": agreed.alpha,
        "alpha_interval": None if agreed.low is None else [agreed.low, agreed.high],
        "alpha_of": agreed.units,
        "counts": dict(result.counts),
        "bound": first if first is None or bound is None else {**first, "most_share": round(bound.most_share, 4), "level": bound.level},
        "earliest_certain": earliest.by.isoformat() if earliest.by else None,
        "earliest_document": result.settles or None,
        "maybe_from": earliest.maybe_from.isoformat() if earliest.maybe_from else None,
        "undated": result.undated + earliest.left_out,
        "not_shown": NOT_SHOWN,
    }


def question_line(shown: ShownQuestion) -> str:
    """Return a question in one line."""
    done = f"{len(shown.both)} of {many(len(shown.sample), 'document')} coded by two people"
    return f"{shown.question.name}: {isolate(shown.text.question)}; {done}, {len(shown.open)} to settle"


def question_lines(shown: ShownQuestion) -> Iterator[str]:
    """Yield what is asked of which documents, and the codes that may be seen."""
    question, text = shown.question, shown.text
    yield f"question {question.name}, frozen by {isolate(question.signed.who)} on {question.signed.when:%Y-%m-%d %H:%M} UTC"
    yield isolate(text.question)
    yield f"answers: {', '.join(map(isolate, text.answers))}; looked for: {isolate(text.answers[0])}"
    pile = f"that the search {isolate(text.query)} finds" if text.query else "of the leak"
    yield f"{many(len(shown.sample), 'document')} drawn of {question.of} {pile}, with seed {question.seed}; copies are one"
    for why, count in question.left_out.items():
        yield f"  left out: {count} {why}"
    for number, each in enumerate(shown.sample, start=1):
        yield f"{number}. {short_id(each.document)} {isolate(each.path)}: {_state(each)}"
        for code in [*each.codes, *([each.settled] if each.settled and each.differs else [])]:
            yield f"   {_code_line(code)}"
    if shown.late:
        yield f"{many(shown.late, 'code')} came when two people had coded the document, and count for nothing"


def result_lines(shown: ShownQuestion, result: CodedResult) -> Iterator[str]:
    """Yield what the answers come to."""
    agreed, bound, earliest = result.agreement, result.bound, result.earliest
    if agreed.alpha is None:
        yield f"agreement: no figure, since all codes of {many(agreed.units, 'document')} are the same or there are none"
    else:
        ends = "" if agreed.low is None or agreed.high is None else f" ({agreed.low:.2f} to {agreed.high:.2f})"
        yield f"agreement before settling: alpha {agreed.alpha:.2f}{ends}, of {many(agreed.units, 'document')}"
    yield ", ".join(f"{isolate(answer)} {count}" for answer, count in result.counts.items())
    if shown.open:
        yield f"{many(len(shown.open), 'document')} of which two people answered differently; settle them with a reason"
    if bound is None:
        yield "no bound yet: the document that was drawn first has no answer that holds"
    else:
        sought = isolate(shown.text.answers[0])
        found = f"found {sought} in {bound.found}" if bound.found else f"found no {sought}"
        said = f"we looked at {bound.looked_at} of {bound.of} and {found}: at most {100 * bound.most_share:.1f} %"
        yield f"{said} ({bound.most} of {bound.of}) with {100 * bound.level:.0f} % confidence"
    if earliest.by:
        yield f"earliest certain date of {isolate(shown.text.answers[0])}: {earliest.by} ({short_id(result.settles)})"
    if undated := result.undated + earliest.left_out:
        yield f"  left out: {many(undated, 'document')} without a date of writing that is sure of itself"
    yield NOT_SHOWN


def _state(each: AskedDocument) -> str:
    if each.is_gone:
        return "destroyed, with what was answered of it"
    if each.holds:
        return f"{isolate(each.holds)}{', settled' if each.differs else ''}"
    return "two people differ" if each.differs else f"coded by {each.coded} of {CODERS}"


def _code_line(code: ShownCode) -> str:
    signed, text = code.code.signed, code.text
    words = f"because {isolate(text.why)}" if text.why else isolate(text.quote.text) if text.quote else "nothing there"
    return f"{isolate(signed.who)}: {isolate(text.answer)}, {words}"


def _document_answer(each: AskedDocument) -> dict[str, Any]:
    return {
        "document": each.document,
        "path": each.path,
        "destroyed": each.is_gone,
        "coded": each.coded,
        "holds": each.holds or None,
        "differs": each.differs,
        "codes": [_code_answer(code) for code in each.codes],
        "settled": _code_answer(each.settled) if each.settled and each.differs else None,
    }


def _code_answer(code: ShownCode) -> dict[str, Any]:
    signed, text = code.code.signed, code.text
    quote = None if text.quote is None else text.quote.as_json()
    return {"code": signed.id, "by": signed.who, "answer": text.answer, "quote": quote, "why": text.why}

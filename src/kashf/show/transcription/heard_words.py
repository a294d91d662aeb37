"""What is said in recordings, as every door shows it: with its time, who heard it, and whether a machine did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kashf.domain.ledger import format_time
from kashf.domain.pages.time_code import format_time_code
from kashf.language.words.visible import isolate
from kashf.show.plain import Answer

if TYPE_CHECKING:
    from kashf.services.transcription.heard_lines import HeardLine, HeardOutput, Listened


def listened_answer(found: Listened) -> Answer:
    """Return what is known of what is said in a recording."""
    return {
        "document": found.document,
        "duration": found.duration,
        "quotes": [_line_answer(each) for each in found.lines],
        "drafts": [_output_answer(each) for each in found.outputs],
    }


def heard_line(line: HeardLine) -> str:
    """Return a quote as lines of a terminal."""
    heard, place = line.heard, line.quote
    how = "confirmed by listening: " if heard.output else ""
    cited = f"{place.document[:12]}#{place.page}:{place.start}-{place.end}"
    return f"{heard.stretch}  {isolate(place.text)}\n    {heard.signed.id[:12]}  {how}{isolate(heard.signed.who)}  {cited}"


def output_lines(output: HeardOutput) -> str:
    """Return what a program heard as lines of a terminal, marked as a machine's."""
    model, id = output.heard.model, output.heard.signed.id[:12]
    head = f"MACHINE DRAFT {id} by {isolate(model.name if model else '')}: nobody has listened yet; no text of the recording"
    return "\n".join([head, *(f"  {each.stretch}  {isolate(' '.join(each.text.split()))}" for each in output.passages)])


def _line_answer(line: HeardLine) -> Answer:
    heard, place = line.heard, line.quote
    return {
        "entry": heard.signed.id,
        "from": format_time_code(heard.stretch.start),
        "to": format_time_code(heard.stretch.end),
        "text": place.text,
        "document": place.document,
        "page": place.page,
        "start": place.start,
        "end": place.end,
        "by": heard.signed.who,
        "person": heard.signed.person,
        "when": format_time(heard.signed.when),
        "machine": heard.output or None,
    }


def _output_answer(output: HeardOutput) -> Answer:
    heard = output.heard
    return {
        "entry": heard.signed.id,
        "model": {"name": heard.model.name, "sha256": heard.model.sha256} if heard.model else None,
        "asked_by": heard.signed.who,
        "when": format_time(heard.signed.when),
        "passages": [
            {"from": format_time_code(each.stretch.start), "to": format_time_code(each.stretch.end), "text": each.text}
            for each in output.passages
        ],
    }

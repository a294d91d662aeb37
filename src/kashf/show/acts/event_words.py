"""Catalogues of outside events as lines of text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kashf.domain.entries.event_lists import EventList
from kashf.events.catalogues.read_catalogue import ReadCatalogue
from kashf.language.words.visible import isolate
from kashf.show.counted import many
from kashf.show.plain import plain


def event_list_answer(listed: EventList) -> dict[str, Any]:
    """Return a catalogue as JSON values: by the id by which acts cite it, that of its bytes, with the entry that added it beside."""
    answer = dict(plain(listed))
    return {"id": answer.pop("blob"), "entry": answer.pop("id"), **answer}


def event_list_line(listed: EventList) -> str:
    """Return a catalogue as a line."""
    tally = listed.tally
    whose = listed.columns.get("kind_of") or "mapped"
    parts = [f"{many(tally.events, 'event')} of {many(tally.rows, 'row')}"]
    parts += (
        [f"{tally.left_out} not of {', '.join(f'{column}={value}' for column, value in listed.only.items())}"] if tally.left_out else []
    )
    parts += [f"{tally.undated} without a day"] if tally.undated else []
    parts += [f"{tally.unplaced} without coordinates"] if tally.unplaced else []
    parts += [f"{count} refused ({reason})" for reason, count in tally.refused.items()]
    told = "; ".join(parts)
    return f"{listed.blob[:12]}  {isolate(listed.name)} ({whose}), added {listed.when:%Y-%m-%d} by {isolate(listed.who)}: {isolate(told)}"


def refused_lines(found: ReadCatalogue) -> Iterator[str]:
    """Yield the rows that were refused, with lines and why, and how many more there are; and those that were taken and are doubted."""
    for each in found.named:
        yield f"line {each.line}: {isolate(each.told)}"
    if more := sum(found.refused.values()) - len(found.named):
        yield f"and {many(more, 'more row was', 'more rows were')} refused"
    for each in found.doubted:
        yield f"line {each.line}, taken as it stands: {isolate(each.told)}"
    if found.left_out:
        yield f"{many(found.left_out, 'row is', 'rows are')} not of those that were asked for"

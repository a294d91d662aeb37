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
    """Return a catalogue as JSON values."""
    return dict(plain(listed))


def event_list_line(listed: EventList) -> str:
    """Return a catalogue as a line."""
    tally = listed.tally
    whose = listed.columns.get("kind_of") or "mapped"
    parts = [f"{many(tally.events, 'event')} of {many(tally.rows, 'row')}"]
    parts += (
        [f"{tally.left_out} not of {', '.join(f'{column}={value}' for column, value in listed.only.items())}"] if tally.left_out else []
    )
    parts += [f"{count} refused ({reason})" for reason, count in tally.refused.items()]
    told = "; ".join(parts)
    return f"{listed.id[:12]}  {isolate(listed.name)} ({whose}), added {listed.when:%Y-%m-%d} by {isolate(listed.who)}: {isolate(told)}"


def refused_lines(found: ReadCatalogue) -> Iterator[str]:
    """Yield the rows that were refused, with their lines and why; and how many more there are."""
    for each in found.named:
        yield f"line {each.line}: {isolate(each.told)}"
    if more := sum(found.refused.values()) - len(found.named):
        yield f"and {more} more rows were refused"
    if found.left_out:
        yield f"{found.left_out} rows are not of those that were asked for"

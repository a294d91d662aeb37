"""Files that a query finds by their name or by what they say about themselves, apart from what it finds in text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kashf.domain.ids import DocumentId
from kashf.ports.search import PassageHit
from kashf.ports.views import CaseView
from kashf.search.about import about_lines, in_words
from kashf.search.highlight import Finder, Match, Why


@dataclass(frozen=True, slots=True)
class AboutHit:
    """Something known of a file beside its text that answers a query; no mention.

    Args:
        document: Which file.
        field: What it is: "file-name", "folder", or the key of the metadata, such as "author".
        text: As it was found.
        why: Which words of it answer which of the query, and how.
        path: Where the file was first seen, for display.
        type: Its media type.
    """

    document: DocumentId
    field: str
    text: str
    why: tuple[Why, ...]
    path: str
    type: str


def about_hits(view: CaseView, answers: Sequence[PassageHit], finder: Finder) -> tuple[AboutHit, ...]:
    """Return what answers, in the order given; what has changed since it was indexed will be indexed again, and is left out."""
    return tuple(_hits(view, answers, finder))


def _hits(view: CaseView, answers: Sequence[PassageHit], finder: Finder) -> Iterator[AboutHit]:
    documents = sorted({answer.document for answer in answers})
    records = {record.id: record for record in view.records(documents)}
    places = view.places(documents)
    for answer in answers:
        record = records.get(answer.document)
        lines = about_lines(places[answer.document], record.metadata) if record else ()
        if record and answer.start < len(lines):
            line = lines[answer.start]
            yield AboutHit(record.id, line.field, line.text, _why(line.text, finder), record.name, record.type)


def _why(text: str, finder: Finder) -> tuple[Why, ...]:
    found = [Why(shown[match.start : match.end], match.by, match.asked) for shown in (text, in_words(text)) for match in _in(shown, finder)]
    return tuple(dict.fromkeys(found))


def _in(text: str, finder: Finder) -> list[Match]:
    return finder.matches(text, ((0, len(text)),))

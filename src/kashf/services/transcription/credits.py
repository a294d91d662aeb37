"""Who typed a page, who checked it, and when."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kashf.domain.ids import DocumentId
from kashf.domain.transcription.keyed_lines import KeyedText
from kashf.services.case.open import OpenCase
from kashf.services.ledger.persons import persons
from kashf.services.transcription.page_lines import LineState, TranscriptLine, page_transcript_lines
from kashf.services.transcription.typed_readings import transcripts_in


@dataclass(frozen=True, slots=True)
class Brought:
    """A file with which lines were brought in.

    Args:
        by: Who brought it, by name.
        file: Its name; "" for one of which only the hash is known.
        sha256: Of its bytes.
        creator: Who or what made it, as it says itself; nobody checked it.
        lines: How many lines of the page it brought.
    """

    by: str
    file: str
    sha256: str
    creator: str
    lines: int


@dataclass(frozen=True, slots=True)
class PageCredit:
    """Who typed a page.

    Args:
        page: Its number.
        typed_by: Who typed lines first, or otherwise than another and it is not settled, by name; nobody who brought lines in with a file.
        checked_by: Who typed a second time, blind, what agrees with the first, or settled a line, by name.
        when: When the last of them did.
        lines: How many lines it has, as far as that is known.
        keyed: How many of them are typed.
        waits: How many of these have names, dates or numbers that one person typed, and wait for a second.
        disagreed: How many two persons typed otherwise, and nobody settled.
        brought: What was brought in with files, and by whom; who typed it nobody knows.
    """

    page: int
    typed_by: tuple[str, ...]
    checked_by: tuple[str, ...]
    when: dt.datetime
    lines: int
    keyed: int
    waits: int
    disagreed: int = 0
    brought: tuple[Brought, ...] = ()


def page_credits(case: OpenCase, document: DocumentId) -> Mapping[int, PageCredit]:
    """Return who typed the pages of a document, by page; pages of which nobody typed anything are left out."""
    names = {person.id: person.name for person in persons(case)}
    found = {place.page: page_transcript_lines(case, place, each) for place, each in transcripts_in(case.view, document).items()}
    return {page: _credit(page, lines, names) for page, lines in sorted(found.items()) if any(line.keyings for line in lines)}


def _checks(line: TranscriptLine) -> tuple[KeyedText, ...]:
    """Return what checks a line: who typed otherwise, or had been shown what another typed, checked nothing."""
    if line.settled:
        return (line.settled,)
    return tuple(each for each in line.keyings[1:] if each.is_blind) if line.state is LineState.AGREED else ()


def _credit(page: int, lines: Sequence[TranscriptLine], names: Mapping[str, str]) -> PageCredit:
    typed = [line for line in lines if line.keyings]
    second = [each for line in typed for each in _checks(line)]
    first = [each for line in typed for each in line.keyings if each not in second]
    brought = Counter((each.who, each.file, each.source, each.creator) for each in first if each.source)
    return PageCredit(
        page,
        tuple(dict.fromkeys(names.get(each.person, each.who) for each in first if not each.source)),
        tuple(dict.fromkeys(names.get(each.person, each.who) for each in second)),
        max(each.when for each in (*first, *second)),
        len(lines),
        len(typed),
        sum(line.state is LineState.WAITS for line in lines),
        sum(line.state is LineState.DISAGREED for line in lines),
        tuple(Brought(*told, lines=count) for told, count in brought.items()),
    )

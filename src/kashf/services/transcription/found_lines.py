"""The lines of a page where nobody drew any: those that a program finds on its image."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kashf.domain.ids import EntryId
from kashf.domain.pages.regions import Region
from kashf.domain.transcription.signed_words import PagePlace, Signed
from kashf.domain.transcription.transcripts import DrawnLines, PageTranscript
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.transcription.keying import draw_lines
from kashf.services.transcription.page_lines import TranscriptLine, page_transcript_lines, seen_by
from kashf.services.transcription.typed_readings import transcripts_in

#: Of what nobody wrote down.
_NEVER: Final = dt.datetime.min.replace(tzinfo=dt.UTC)


def lines_with_found(case: OpenCase, place: PagePlace, found: Sequence[Region], *, reader: str) -> tuple[TranscriptLine, ...]:
    """Return the lines of a page as `lines_of` does; where nobody drew any, they stand in the regions that were found on its image."""
    transcript = transcripts_in(case.view, place.document).get(place) or PageTranscript(place)
    if transcript.drawn is None and found:
        signed = Signed(EntryId(""), "", _NEVER)
        transcript = replace(transcript, drawn=DrawnLines(signed, place, tuple(found), is_by_hand=False))
    return tuple(seen_by(line, reader) for line in page_transcript_lines(case, place, transcript))


def keep_found(case: WritableCase, place: PagePlace, found: Sequence[Region]) -> None:
    """Record that the lines of a page stand where they were found, once, so that everybody types the same ones."""
    transcript = transcripts_in(case.reading.view, place.document).get(place)
    if found and (transcript is None or transcript.drawn is None):
        draw_lines(case, place, found, is_by_hand=False)

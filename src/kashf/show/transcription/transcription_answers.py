"""What is told of pages that people type, as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from kashf.language.words.visible import isolate
from kashf.show.models.model_answers import draft_answer
from kashf.show.plain import Answer, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kashf.domain.left_out import LeftOut
    from kashf.domain.models.measured import LineDraft
    from kashf.domain.transcription.signed_words import PagePlace
    from kashf.services.transcription.exchange.import_lines import ImportedPage
    from kashf.services.transcription.page_lines import TranscriptLine
    from kashf.services.transcription.waiting import Queue, WaitingPage


def queue_answer(found: Queue, left: LeftOut) -> Answer:
    """Return the pages that wait, with what is said of all of them."""
    return {
        "pages": [waiting_answer(page) for page in found.pages],
        "done": found.done,
        "different_letters": found.different,
        "compared_letters": found.letters,
        "error_rate": found.error_rate,
        "left_out": plain(left),
    }


def waiting_answer(page: WaitingPage) -> Answer:
    """Return one page that waits."""
    told: Answer = plain(page)
    told.pop("place")
    return {**_place(page.place), **told}


def lines_answer(place: PagePlace, lines: Sequence[TranscriptLine], drafts: Sequence[LineDraft] = ()) -> Answer:
    """Return the lines of a page, with what a measured model drafted of those that nobody typed."""
    return {**_place(place), "lines": [line_answer(line) for line in lines], "drafts": [draft_answer(draft) for draft in drafts]}


def line_answer(line: TranscriptLine) -> Answer:
    """Return one line; its region is left, top, right, bottom in 1/10,000 of the page's image."""
    return {**plain(line), "region": line.region.as_json(), "typed": line.typed}


def brought_words(by: str, file: str, sha256: str, creator: str) -> str:
    """Return who brought lines in with which file, and what is known of who typed them, for a terminal."""
    name = f"{isolate(file)} ({sha256[:12]})" if file else f"the file with SHA-256 {sha256[:12]}"
    typist = f"who typed them is not known; the file says {isolate(creator)} (unchecked)" if creator else "who typed them is not known"
    return f"brought in by {isolate(by)} from {name}; {typist}"


def imported_answer(page: ImportedPage) -> Answer:
    """Return what became of one page of a file."""
    refused = [{"line": line.number, "why": line.fault} for line in page.not_taken]
    place = _place(page.place) if page.place else {"document": None, "page": None}
    return {"file": page.file, "image": page.image, **place, "taken": page.taken, "not_taken": refused, "fault": page.fault}


def _place(place: PagePlace) -> Answer:
    return asdict(place)

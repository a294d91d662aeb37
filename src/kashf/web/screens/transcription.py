"""A page that people type line by line: the image of each line above its field, blind where a second person is to confirm it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from typing import Annotated, Final, Literal

from pydantic import Field

from kashf.bootstrap import draft_cache, model_room
from kashf.domain.document import BOX_GRID
from kashf.domain.entries.persons import find_person
from kashf.domain.ids import DocumentId
from kashf.domain.models.installed import Model
from kashf.domain.models.measured import LineDraft, PastMeasurement
from kashf.domain.pages.regions import Region
from kashf.domain.transcription.signed_words import PagePlace
from kashf.errors import UnmeasuredModelError, UsageError
from kashf.ports.views import DocumentRecord
from kashf.services.case.open import OpenCase
from kashf.services.case.page_images import NoPictureError
from kashf.services.ledger.persons import persons
from kashf.services.models.draft_lines import drafting_model, kept_drafts
from kashf.services.transcription.found_lines import lines_with_found
from kashf.services.transcription.page_lines import LineState, TranscriptLine
from kashf.settings import load_settings
from kashf.show.models.model_answers import ask_words, measured_words
from kashf.show.transcription.transcription_answers import lines_answer
from kashf.web.renderers import Spreadsheet
from kashf.web.rendering import State
from kashf.web.screens.params import Number, ScreenParams
from kashf.web.screens.screen import Context, MovedError, Screen, Visit
from kashf.web.text.page_view import is_drawn

#: Confidence in [0..1] below which what a machine read is no help to whoever types.
OFFERED_FROM: Final = 0.5
#: Share of its height, and of that its width too, that is shown around a line.
_AROUND: Final = 0.18


class TranscriptionParams(ScreenParams):
    """Which page, and how it is looked at.

    Args:
        document: Its document's id; of a shortened one, the screen says where it is.
        page: Its number.
        line: The line that is typed next, from 1; 0 for the first that nobody typed.
        boxes: Whether the boxes of the lines are drawn instead.
        look: "strong" for more contrast.
        zoom: 2 for lines twice as large.
    """

    document: Annotated[str, Field(max_length=64)]
    page: Number = 1
    line: Annotated[int, Field(ge=0, le=10_000)] = 0
    boxes: bool = False
    look: Literal["", "strong"] = ""
    zoom: Literal["1", "2"] = "1"


@dataclass(frozen=True, slots=True)
class TranscriptionSeen:
    """A page with its lines, as whoever is at work may see them.

    Args:
        record: Its document.
        lines: In the order in which they are read.
        reader: Id of the person at work, or "".
        is_found: Whether lines could be looked for: the page can be drawn.
        drafter: How the model of a user that can be asked for drafts was measured in this case; None where there is none.
        drafts: What it was asked for before, of lines that nobody typed.
    """

    record: DocumentRecord
    lines: tuple[TranscriptLine, ...]
    reader: str
    is_found: bool
    drafter: PastMeasurement | None = None
    drafts: tuple[LineDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class LineView:
    """One line as it is shown.

    Args:
        line: The line.
        box: The part of the page's picture that shows it, as the address of pictures says it.
        region: Where it stands, the same way.
        draft: What a machine read there, where that may be offered.
        own: What whoever is at work typed there, or "".
        by_model: What a measured model of a user drafted there; None for nothing.
    """

    line: TranscriptLine
    box: str
    region: str
    draft: str
    own: str
    by_model: LineDraft | None = None


def view(context: Context, params: TranscriptionParams) -> TranscriptionSeen:
    """Return a page with its lines.

    Raises:
        MovedError: The id is shortened.
        NotFoundError: There is no such document.
    """
    case = context.case
    (record,) = case.view.records([case.view.resolve(params.document)])
    if record.id != params.document:
        raise MovedError(State("/transcription", {**params.state(), "document": record.id}))
    reader, place = person_at_work(context), PagePlace(DocumentId(record.id), params.page)
    found = found_on(context, record, params.page)
    lines = lines_with_found(case, place, found or (), reader=reader)
    able = drafter(case) if found is not None else None
    drafts = kept_drafts(case, draft_cache(case), place, untyped(lines), by=able) if able else ()
    return TranscriptionSeen(record, lines, reader, found is not None, able[1] if able else None, drafts)


def page(visit: Visit[TranscriptionParams, TranscriptionSeen]) -> Mapping[str, object]:
    """Return what the page shows."""
    seen, asked = visit.answer, visit.params.line
    drafted = {draft.region: draft for draft in seen.drafts if draft.line.text}
    shown = [replace(line_view(line, seen.reader), by_model=drafted.get(line.region)) for line in seen.lines]
    left = [each.line.number for each in shown if not each.own and each.line.state not in _DONE]
    return {
        "record": seen.record,
        "drafter": seen.drafter,
        "is_drafted": len(seen.drafts) == len(untyped(seen.lines)),
        "ask_words": ask_words,
        "beside": measured_words,
        "lines": shown,
        "is_found": seen.is_found,
        "now": asked if any(line.number == asked for line in seen.lines) else next(iter(left), 0),
        "typed": sum(1 for line in seen.lines if line.keyings),
        "waits": sum(1 for line in seen.lines if line.state is LineState.WAITS),
        "disagreed": sum(1 for line in seen.lines if line.state is LineState.DISAGREED),
        "regions": "\n".join(as_text(line.region, " ") for line in seen.lines),
    }


def data(visit: Visit[TranscriptionParams, TranscriptionSeen]) -> object:
    """Return the lines as whoever is at work may see them."""
    seen = visit.answer
    return lines_answer(PagePlace(DocumentId(seen.record.id), visit.params.page), seen.lines, seen.drafts)


def rows(visit: Visit[TranscriptionParams, TranscriptionSeen]) -> Spreadsheet:
    """Return a row for each line."""
    header = ("line", "left", "top", "right", "bottom", "state", "field", "text", "by")
    found = (
        (each.number, *astuple(each.region), each.state.value, each.field, each.typed or "", ", ".join(one.who for one in each.keyings))
        for each in visit.answer.lines
    )
    return Spreadsheet(f"transcription-{visit.answer.record.id[:12]}", header, found)


def line_view(line: TranscriptLine, reader: str) -> LineView:
    """Return a line as `reader` may see it: nobody who is to confirm what another typed sees that, or a draft."""
    own = next((each.typed for each in line.keyings if each.person == reader and reader), "")
    is_offered = bool(line.draft) and line.confidence >= OFFERED_FROM and not line.is_masked and not line.keyings
    return LineView(line, as_text(_around(line.region), "-"), as_text(line.region, "-"), (line.draft or "") if is_offered else "", own)


def drafter(case: OpenCase) -> tuple[Model, PastMeasurement] | None:
    """Return the model that may draft in a case, as `drafting_model` chooses it; None while none was measured there."""
    try:
        return drafting_model(case, model_room(load_settings()))
    except UnmeasuredModelError:
        return None


def untyped(lines: Sequence[TranscriptLine]) -> tuple[Region, ...]:
    """Return where the lines stand of which drafts may be shown."""
    return tuple(line.region for line in lines if line.is_untyped)


def as_text(region: Region, between: str) -> str:
    """Return the four sides of a region, as addresses and fields have them."""
    return between.join(map(str, astuple(region)))


def person_at_work(context: Context) -> str:
    """Return the id of the person of the case who is at work in this session, or ""."""
    return person_id(context.case, context.visitor.at_work or load_settings().actor)


def person_id(case: OpenCase, name: str) -> str:
    """Return the id of a person of the case by name, or ""."""
    known = find_person(persons(case), name)
    return known.id if known else ""


def regions_in(text: str) -> tuple[Region, ...]:
    """Return the regions of a field, one a line: four numbers from left, top, right, bottom.

    Raises:
        UsageError: A line is none.
    """
    lines = (line.replace("-", " ").split() for line in text.splitlines() if line.strip())
    try:
        return tuple(Region(*map(int, sides)) for sides in lines)
    except (ValueError, TypeError) as fault:
        raise UsageError("a box is four whole numbers: left, top, right, bottom, each at most 10,000", code="no-box") from fault


def found_on_page(context: Context, place: PagePlace) -> tuple[Region, ...]:
    """Return where the lines of a page stand on its image; none where it has no image."""
    records = context.case.view.records([place.document])
    return next((found_on(context, record, place.page) for record in records), None) or ()


def found_on(context: Context, record: DocumentRecord, page: int) -> tuple[Region, ...] | None:
    """Return where the lines of a page stand on its image; None where it has none."""
    if not is_drawn(record):
        return None
    try:
        return context.find_lines(DocumentId(record.id), page)
    except NoPictureError:
        return None


def _around(region: Region) -> Region:
    """Return a region with a little of what is around it."""
    more = max(20, round(_AROUND * (region.bottom - region.top)))
    left, top = max(0, region.left - more // 2), max(0, region.top - more)
    return replace(region, left=left, top=top, right=min(BOX_GRID, region.right + more // 2), bottom=min(BOX_GRID, region.bottom + more))


_DONE: Final = frozenset({LineState.KEYED, LineState.AGREED, LineState.SETTLED, LineState.DISAGREED})

TRANSCRIPTION: Final = Screen(
    "/transcription", TranscriptionParams, view, "transcription.html", page, data, rows, under="/transcribe", decides=True
)

"""The lines of a page: where each stands, what a machine read there, what people typed, and what a second person has to type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kashf.domain.document import Origin, Page
from kashf.domain.ids import DocumentId
from kashf.domain.pages.regions import Region
from kashf.domain.transcription.keyed_lines import KeyedLine, KeyedText, find_line
from kashf.domain.transcription.signed_words import PagePlace
from kashf.domain.transcription.transcripts import PageTranscript
from kashf.domain.transcription.typed_page import PageLine, page_lines
from kashf.services.case.open import OpenCase
from kashf.services.transcription.keyed_values import ValueAgreement, ValueKind, compare_values, different_letters, value_kinds
from kashf.services.transcription.typed_readings import lines_in, transcripts_in


class LineState(StrEnum):
    """How far people are with a line."""

    #: Nobody typed it.
    UNKEYED = "unkeyed"
    #: Typed, and no name, date or number stands in it.
    KEYED = "keyed"
    #: A second person has to type it.
    WAITS = "waits"
    AGREED = "agreed"
    DISAGREED = "disagreed"
    SETTLED = "settled"


#: Lines of which nothing is left to do.
ENDED = frozenset({LineState.KEYED, LineState.AGREED, LineState.SETTLED})


@dataclass(frozen=True, slots=True)
class TranscriptLine:
    """One line of a page.

    Args:
        number: From 1, in the order in which lines are read.
        region: Where it stands.
        state: How far people are with it.
        draft: What a machine read there; None when it read nothing.
        confidence: Of that, in [0..1].
        field: The field of a form that it is, or "".
        keyings: What people typed, each person's last.
        settled: What settles it, or None.
        proposed: What one of the two proposes, until the other one signs the same; or None.
        kinds: What stands in it that a second person has to type.
        values: These as the first two persons typed them.
        different: How many letters the two typed otherwise, of how many; (0, 0) while there are no two.
        is_masked: Whether what others typed is left out, since the reader is to type it without having seen it.
    """

    number: int
    region: Region
    state: LineState = LineState.UNKEYED
    draft: str | None = None
    confidence: float = 0.0
    field: str = ""
    keyings: tuple[KeyedText, ...] = ()
    settled: KeyedText | None = None
    proposed: KeyedText | None = None
    kinds: tuple[ValueKind, ...] = ()
    values: tuple[ValueAgreement, ...] = ()
    different: tuple[int, int] = (0, 0)
    is_masked: bool = False

    @property
    def is_untyped(self) -> bool:
        """Whether nobody typed it, so that a draft may be shown: whoever confirms what another typed sees none."""
        return self.state is LineState.UNKEYED and not self.keyings

    @property
    def is_typed_here(self) -> bool:
        """Whether somebody of the case says what it says; of what was brought in with a file nobody knows who typed it."""
        return self.settled is not None or any(not each.source for each in self.keyings)

    @property
    def typed(self) -> str | None:
        """What the page says of it; None while nobody typed it."""
        stands = self.settled or (self.keyings[0] if self.keyings else None)
        return stands.typed if stands else None


def lines_of(case: OpenCase, document: DocumentId, page: int, *, reader: str | None = None) -> tuple[TranscriptLine, ...]:
    """Return the lines of a page, in the order in which they are read; none of a page that is not there or has no lines yet.

    Args:
        case: Which case.
        document: Whose page.
        page: Its number.
        reader: Id of the person who is going to type: of a line that waits for a second person, what others typed and what a
            machine read are left out until this one has typed it too. None leaves out nothing.
    """
    place = PagePlace(document, page)
    return page_transcript_lines(case, place, transcripts_in(case.view, document).get(place), reader=reader)


def page_transcript_lines(
    case: OpenCase, place: PagePlace, transcript: PageTranscript | None, *, reader: str | None = None
) -> tuple[TranscriptLine, ...]:
    """Return the lines of a page of which the transcript is known already."""
    keyed = lines_in(case.blobs, transcript) if transcript else ()
    drawn = transcript.drawn.regions if transcript and transcript.drawn else ()
    known = page_lines(machine_page(case, place), drawn)
    lines = [_line(line, find_line(keyed, line.region)) for line in known]
    lines = _with_further(lines, [line for line in keyed if not any(line.region.is_same_line(each.region) for each in known)])
    told = (replace(line, number=number) for number, line in enumerate(lines, 1))
    return tuple(line if reader is None else seen_by(line, reader) for line in told)


def seen_by(line: TranscriptLine, reader: str) -> TranscriptLine:
    """Return a line as a person may see it who is to type it: blind, while it waits for a second person."""
    others = [each for each in line.keyings if each.person != reader]
    if line.state is not LineState.WAITS or len(others) < len(line.keyings):
        return line
    hidden = tuple(replace(each, typed="") for each in line.keyings)
    bare = replace(line, draft=None, confidence=0.0, proposed=None, values=(), different=(0, 0))
    return replace(bare, keyings=hidden, is_masked=True)


def machine_page(case: OpenCase, place: PagePlace) -> Page:
    """Return a page as a machine read it; an empty one where it read none."""
    page = case.view.page(place.document, place.page)
    if page and page.origin is Origin.TRANSCRIPTION:
        beneath = case.view.second_readings(place.document, page=place.page)
        page = beneath[0] if beneath else None
    return page or Page(place.page, "", Origin.OCR, 0.0)


def _line(line: PageLine, keyed: KeyedLine | None) -> TranscriptLine:
    draft, confidence = (line.draft.text, line.draft.confidence) if line.draft else (None, 0.0)
    bare = TranscriptLine(0, line.region, draft=draft, confidence=confidence)
    return _judged(bare, keyed) if keyed else bare


def _with_further(lines: Sequence[TranscriptLine], further: Sequence[KeyedLine]) -> list[TranscriptLine]:
    """Return lines with those that were typed elsewhere on the page, by their height."""
    placed = list(lines)
    for keyed in further:
        at = next((number for number, each in enumerate(placed) if each.region.middle[1] > keyed.region.middle[1]), len(placed))
        placed.insert(at, _judged(TranscriptLine(0, keyed.region), keyed))
    return placed


def _judged(line: TranscriptLine, keyed: KeyedLine) -> TranscriptLine:
    kinds = frozenset[ValueKind]().union(*(value_kinds(each.typed, keyed.field) for each in keyed.keyings))
    told = replace(
        line,
        field=keyed.field,
        keyings=keyed.keyings,
        settled=keyed.settled,
        proposed=keyed.proposed,
        kinds=tuple(kind for kind in ValueKind if kind in kinds),
    )
    values, different = _compared(keyed.blind)
    return replace(told, state=_state(keyed, is_needed=bool(kinds), values=values), values=values, different=different)


def _compared(blind: Sequence[KeyedText]) -> tuple[tuple[ValueAgreement, ...], tuple[int, int]]:
    """Return the values of the first person beside those of the one who differs most, and how many letters differ."""
    pairs = [(compare_values(blind[0].typed, other.typed), different_letters(blind[0].typed, other.typed)) for other in blind[1:]]
    return max(pairs, key=lambda pair: (sum(not value.is_agreed for value in pair[0]), pair[1][0]), default=((), (0, 0)))


def _state(keyed: KeyedLine, *, is_needed: bool, values: Sequence[ValueAgreement]) -> LineState:
    if keyed.settled:
        return LineState.SETTLED
    if len(keyed.blind) > 1:
        return LineState.AGREED if all(value.is_agreed for value in values) else LineState.DISAGREED
    return LineState.WAITS if is_needed else LineState.KEYED

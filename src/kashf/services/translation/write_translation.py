"""Writes a translation of a page down: signed, as one more version, tied to the words of the original."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from kashf.domain.document import Page, Span
from kashf.domain.ledger import EntryKind
from kashf.domain.pages.anchors import anchor
from kashf.domain.pages.quote import quote
from kashf.domain.transcription.signed_words import ModelUsed, PagePlace
from kashf.domain.translation.segments import TELLING
from kashf.domain.translation.translations import (
    LANGUAGE,
    LONGEST_RENDERING,
    TRANSLATIONS,
    TranslatedSegment,
    Translation,
    latest_of,
    next_version,
    segments_bytes,
    segments_in,
    translated_body,
)
from kashf.errors import NotFoundError, UsageError
from kashf.ports.stages import INDEX
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.record import record_entry
from kashf.services.ledger.word_blobs import keep_words, new_salt, read_words
from kashf.services.transcription.bring_up import bring_up

#: Where words of a page stand -> what they say in the other language; "" takes a translation of them away.
Renderings = Mapping[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be written down of a page.

    Args:
        place: Which page.
        language: Into which language, such as "en".
        renderings: What is new; may be empty where a blind translation begins or is done.
        is_blind: Begin to translate without seeing anybody else's translation of the page until it is done.
        is_done: A blind translation is whole: others may see it, and its translator theirs.
        model: The program that translated; None for a person.
    """

    place: PagePlace
    language: str
    renderings: Renderings
    is_blind: bool = False
    is_done: bool = False
    model: ModelUsed | None = None


def translate(case: WritableCase, draft: Draft) -> Translation:
    """Write down what was translated of a page, beside what the same translator had of it before, as the next version.

    A search finds it at once; while another process writes to the case, from the next `process` on.

    Raises:
        NotFoundError: No such page.
        UsageError: Nobody of the case signs it, no such language, a place that is not on the page, nothing to write down, or it is too
            late to be blind.
    """
    if not case.person:
        raise UsageError("a translation is signed by a person of the case: say who with --as NAME", code="no-translator")
    page = checked_page(case.reading, draft.place, draft.language)
    _check(draft, page)
    translator = f"model:{draft.model.sha256}" if draft.model else case.person
    with case.store.unit() as uow:
        entries = case.reading.view.entries(kinds=sorted(TRANSLATIONS.kinds))
        before = _before(latest_of(entries), draft, translator)
        state = _state(draft, before)
        segments = _merged(case.reading, page, draft, before)
        words = keep_words(case, segments_bytes(segments, salt=new_salt()))
        body = translated_body(
            draft.place,
            draft.language,
            words,
            counts=(next_version(entries, draft.place, draft.language, translator), len(segments)),
            state=state,
            model=draft.model,
        )
        entry = record_entry(case, uow, EntryKind.TRANSLATED, body)
        uow.wait_again(INDEX, [draft.place.document])
        uow.commit()
    bring_up(case, draft.place.document)
    (made,) = latest_of([(entry, entry.id)])
    return made


def checked_page(case: OpenCase, place: PagePlace, language: str) -> Page:
    """Return the page that is translated.

    Raises:
        NotFoundError: There is none.
        UsageError: There is no such language.
    """
    if not LANGUAGE.fullmatch(language):
        raise UsageError("a language is called by its code, as in en, fr or ar", code="no-such-language")
    page = case.view.page(place.document, place.page)
    if page is None:
        short, number = place.document[:12], place.page
        raise NotFoundError(f"document {short} has no page {number}", code="no-page-to-translate", document=short, page=number)
    return page


def _check(draft: Draft, page: Page) -> None:
    for (start, end), words in draft.renderings.items():
        if not 0 <= start < end <= len(page.text) or not page.text[start:end].strip():
            raise UsageError(f"no words stand at {start}-{end} of that page", code="no-words-there", start=start, end=end)
        if len(words) > LONGEST_RENDERING:
            raise UsageError(f"the translation of one segment has at most {LONGEST_RENDERING} letters", code="rendering-too-long")
    starts = sorted(draft.renderings)
    if any(before[1] > after[0] for before, after in pairwise(starts)):
        raise UsageError("two of the places to translate overlap", code="overlapping-segments")


def _before(latest: tuple[Translation, ...], draft: Draft, translator: str) -> Translation | None:
    return next(
        (each for each in latest if (each.place, each.language, each.translator) == (draft.place, draft.language, translator)), None
    )


def _state(draft: Draft, before: Translation | None) -> tuple[bool, bool]:
    """Return whether the next version is blind, and whether it is done; what was done once stays done."""
    if draft.is_blind and before is not None and not before.is_blind:
        raise UsageError("this person has translated the page already: it is too late to be blind", code="too-late-to-be-blind")
    is_blind = draft.is_blind or (before is not None and before.is_blind)
    is_done = not is_blind or draft.is_done or (before is not None and before.is_done)
    begins_or_ends = (draft.is_blind and before is None) or (draft.is_done and before is not None and not before.is_done)
    if not draft.renderings and not begins_or_ends:
        raise UsageError("there is nothing to write down: no words of the page were translated", code="nothing-translated")
    return is_blind, is_done


def _merged(case: OpenCase, page: Page, draft: Draft, before: Translation | None) -> list[TranslatedSegment]:
    """Return the segments of the next version: those of the one before that nothing new covers, and the new ones, in their order.

    What the one before has on a place that cannot be told any more is kept as it is, last.
    """
    kept: list[tuple[tuple[int, int], TranslatedSegment]] = []
    for segment in segments_in(read_words(case.blobs, before.words)) if before else ():
        place = anchor(segment.original, page, alone=TELLING)
        if place is None:
            kept.append(((len(page.text), len(page.text)), segment))
        elif not any(start < place.end and place.start < end for start, end in draft.renderings):
            kept.append(((place.start, place.end), segment))
    for (start, end), words in draft.renderings.items():
        if words.strip():
            original = quote(page, Span(draft.place.document, page.number, start, end))
            kept.append(((start, end), TranslatedSegment(original, words.strip())))
    return [segment for _, segment in sorted(kept, key=lambda each: each[0])]

"""Writes down what a person types off a page: signed, kept apart from the ledger's own words, and applied at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kashf.domain.document import Status
from kashf.domain.ids import DocumentId, EntryId, Json
from kashf.domain.ledger import Entry, EntryKind
from kashf.domain.pages.regions import Region
from kashf.domain.pages.typed import LINE_LENGTH, clean_line
from kashf.domain.transcription.keyed_lines import KeyedLine, find_line
from kashf.domain.transcription.signed_words import PagePlace
from kashf.domain.transcription.transcripts import (
    TRANSCRIPTS,
    Words,
    drawn_body,
    keyed_body,
    settled_body,
    words_bytes,
)
from kashf.errors import NotAllowedError, NotFoundError, UsageError
from kashf.language.recognising.as_seen import says_something
from kashf.ports.stores import UnitOfWork
from kashf.ports.taggers import Tagger
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.record import record_entry
from kashf.services.ledger.standing.taking_back import take_back_entry
from kashf.services.ledger.word_blobs import keep_words, new_salt
from kashf.services.transcription.bring_up import BroughtUp, bring_up
from kashf.services.transcription.page_lines import TranscriptLine, lines_of
from kashf.services.transcription.typed_readings import lines_in, put_typed, transcripts_in

#: Lines that one page may have; a page of a newspaper has some 800.
MOST_LINES = 2000
#: Longest name of a field, and longest reason, in code points.
_FIELD_LENGTH, _WHY_LENGTH = 100, 2000
#: Code points that are kept of the name of a file that brought lines in, and of who made it.
_NAME_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Keyed:
    """What became of a line that was typed; it is safe in any case.

    Args:
        line: The line as it stands now.
        brought_up: Whether search and names have it already; else the next `process` sees to it.
        is_aside: Whether its document is left out of every answer, so that what was typed is in none either.
    """

    line: TranscriptLine | None
    brought_up: BroughtUp
    is_aside: bool = False


def key_line(case: WritableCase, place: PagePlace, region: Region, typed: str, *, field: str = "", taggers: Sequence[Tagger] = ()) -> Keyed:
    """Record what a person typed of a line, and apply it.

    What the same person typed there before is replaced, and stays on record. An empty line says that nothing is written there.

    Args:
        case: Which case; the person is its own.
        place: Which page.
        region: Where on it.
        typed: With `[word?]` for what is uncertain and `[...]` for what cannot be read; at most 2,000 characters.
        field: The field of a form that the region is: "name", "date" or "number", with ":" and its label; "" for a line.
        taggers: What finds names; without any, names wait for `process`.

    Raises:
        UsageError: What was typed is too long, or no keyboard types it; or the person has seen what another typed there.
        NotFoundError: There is no such document or page.
        NotAllowedError: The document was destroyed.
    """
    known = _known_line(case.reading, place, region)
    if known and len(known.blind) > 1 and case.person in {each.person for each in known.blind}:
        raise UsageError("two persons typed this line, and each has seen the other's now; what it says is settled", code="settle-instead")
    writing = keyed_writing(place, region, typed, field=field, is_shown=_is_shown(case, place, region))
    return _write(case, place, region, writing, taggers)


def keyed_writing(place: PagePlace, region: Region, typed: str, *, field: str = "", is_shown: bool = False) -> Writing:
    """Return what records a line that was typed.

    Args:
        place: As `key_line`, and all that follows.
        region: Where on it.
        typed: What stands there.
        field: Which field it is.
        is_shown: Whether what others typed there had been shown.
    """
    line, of = _checked(typed), _checked_field(field)
    return Writing(Words(line), EntryKind.KEYED, lambda blob: keyed_body(place, region, blob, field=of, is_shown=is_shown))


def brought_writing(place: PagePlace, region: Region, words: Words, *, source: str) -> Writing:
    """Return what records a line that was brought in with a file.

    Args:
        place: As `key_line`.
        region: Where on it.
        words: What the file says of it, with its name and who it says made it.
        source: SHA-256 of the file.
    """
    told = Words(_checked(words.typed), file=_storable(words.file)[:_NAME_LENGTH], creator=_storable(words.creator)[:_NAME_LENGTH])
    return Writing(told, EntryKind.KEYED, lambda blob: keyed_body(place, region, blob, field="", source=source))


def settle(case: WritableCase, place: PagePlace, region: Region, typed: str, *, why: str, taggers: Sequence[Tagger] = ()) -> Keyed:
    """Record what a line says that two persons typed otherwise: a third one's word stands, one of the two's when the other signs it too.

    Raises:
        UsageError: There is no reason, or nothing to settle, or as `key_line`.
        NotAllowedError: Nobody of the case signs it, or as `key_line`.
        NotFoundError: As `key_line`.
    """
    if not case.person:
        raise NotAllowedError("a person of the case settles what two typed otherwise; --as NAME says who you are", code="settle-nobody")
    reason = why.strip()
    if not says_something(reason) or len(reason) > _WHY_LENGTH:
        raise UsageError(f"what a line says is settled for a reason of at most {_WHY_LENGTH} letters", code="settle-why", most=_WHY_LENGTH)
    words = Words(_checked(typed), _storable(reason))
    known = _known_line(case.reading, place, region)
    if known is None or len(known.keyings) < 2:
        raise UsageError("two persons have to type a line before it can be settled", code="settle-nothing")
    keyings = [each.id for each in known.keyings]
    writing = Writing(words, EntryKind.SETTLED, lambda blob: settled_body(place, known.region, blob, keyings))
    return _write(case, place, known.region, writing, taggers)


def draw_lines(case: WritableCase, place: PagePlace, regions: Sequence[Region], *, is_by_hand: bool = True) -> EntryId:
    """Record where the lines of a page stand, in the order in which they are read, in place of what was drawn before.

    Raises:
        UsageError: There are more than 2,000.
        NotFoundError, NotAllowedError: As `key_line`.
    """
    if len(regions) > MOST_LINES:
        raise UsageError(f"a page has at most {MOST_LINES} lines", code="too-many-lines", most=MOST_LINES)
    with case.store.unit() as uow:
        check_place(case.reading, place)
        entry = record_entry(case, uow, EntryKind.LINES_DRAWN, drawn_body(place, tuple(regions), is_by_hand=is_by_hand))
        put_typed(case, uow, place.document, [entry])
        uow.commit()
    return entry.id


def take_back_typed(case: WritableCase, entry: str, *, taggers: Sequence[Tagger] = ()) -> PagePlace:
    """Take back what was typed, settled or drawn, named by the beginning of its entry's id, and return of which page.

    Raises:
        NotFoundError: No such entry, or it was taken back already.
        NotAllowedError: Another person of the case signed it.
    """
    with case.store.unit() as uow:
        told = TRANSCRIPTS.fold(case.reading.view.entries(kinds=sorted(TRANSCRIPTS.kinds)))
        one, written = take_back_entry(case, uow, told.values(), entry, what="entries of what was typed")
        put_typed(case, uow, one.place.document, [written])
        uow.commit()
    bring_up(case, one.place.document, taggers=taggers)
    return one.place


def check_place(case: OpenCase, place: PagePlace) -> None:
    """Make sure that people can type of a page.

    Raises:
        NotFoundError: There is no such document or page, or it was not read yet.
        NotAllowedError: The document was destroyed.
    """
    records = case.view.records([place.document])
    if not records or records[0].status is None:
        raise NotFoundError("there is no such document, or it was not read yet; `kashf process` reads it", code="not-read-yet")
    if records[0].status is Status.DESTROYED:
        raise NotAllowedError("the document was destroyed; nothing is typed of it any more", code="typed-of-destroyed")
    if not (case.view.page(place.document, place.page) or (place.page == 1 and not records[0].pages)):
        raise NotFoundError(
            f"document {place.document[:12]} has no page {place.page}; it has {records[0].pages}",
            code="no-such-page",
            document=place.document[:12],
            page=place.page,
            pages=records[0].pages,
        )


@dataclass(frozen=True, slots=True)
class Writing:
    """Words, and the entry that is to name their blob."""

    words: Words
    kind: EntryKind
    body: Callable[[DocumentId], Mapping[str, Json]]


def write_words(case: WritableCase, place: PagePlace, writings: Sequence[Writing], *, taggers: Sequence[Tagger] = ()) -> BroughtUp:
    """Record what was typed of a page, all of it or nothing, and apply it; see `key_line`."""
    kept: list[DocumentId] = []
    with case.store.unit() as uow:
        check_place(case.reading, place)
        try:
            entries = [_record(case, uow, writing, kept) for writing in writings]
            put_typed(case, uow, place.document, entries)
            uow.commit()
        except BaseException:  # no entry names them, so nothing would ever destroy them
            for blob in kept:
                case.reading.blobs.destroy(blob)
            raise
    return bring_up(case, place.document, taggers=taggers)


def _write(case: WritableCase, place: PagePlace, region: Region, writing: Writing, taggers: Sequence[Tagger]) -> Keyed:
    brought_up = write_words(case, place, [writing], taggers=taggers)
    line = next((each for each in lines_of(case.reading, place.document, place.page) if each.region.is_same_line(region)), None)
    return Keyed(line, brought_up, is_aside=place.document in case.reading.view.documents_aside())


def _record(case: WritableCase, uow: UnitOfWork, writing: Writing, kept: list[DocumentId]) -> Entry:
    kept.append(keep_words(case, words_bytes(writing.words, salt=new_salt())))
    return record_entry(case, uow, writing.kind, writing.body(kept[-1]))


def _is_shown(case: WritableCase, place: PagePlace, region: Region) -> bool:
    """Return whether the person at work, who did not type a line yet, is shown what others typed there."""
    lines = lines_of(case.reading, place.document, place.page, reader=case.person)
    line = next((each for each in lines if each.region.is_same_line(region)), None)
    if line is None or line.is_masked or not line.keyings:
        return False
    return case.person not in {each.person for each in line.keyings}


def _known_line(case: OpenCase, place: PagePlace, region: Region) -> KeyedLine | None:
    transcript = transcripts_in(case.view, place.document).get(place)
    return find_line(lines_in(case.blobs, transcript), region) if transcript else None


def _checked(typed: str) -> str:
    try:
        return clean_line(typed)
    except ValueError as error:
        raise UsageError(str(error), code="typed-line", most=LINE_LENGTH) from error


def _checked_field(field: str) -> str:
    if len(field) > _FIELD_LENGTH:
        raise UsageError(f"the name of a field has at most {_FIELD_LENGTH} letters", code="field-name", most=_FIELD_LENGTH)
    return _checked(field)


def _storable(why: str) -> str:
    return "".join(letter for letter in why if letter.isprintable() or letter in "\n\u200c\u200d")

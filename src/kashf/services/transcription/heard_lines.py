"""Writes down what people hear in a recording, with its time: signed, applied at once; a program's words only once a person listened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.document import Span
from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.ledger import EntryKind
from kashf.domain.pages.quote import Quote, quote
from kashf.domain.pages.time_code import TimeRange, read_time_code
from kashf.domain.pages.typed import clean_line
from kashf.domain.transcription.heard_quotes import (
    LONGEST_QUOTE,
    HeardPassage,
    HeardQuote,
    heard_body,
    heard_page,
    passages_bytes,
    passages_in,
    quote_bytes,
    quote_in,
    stands_verbatim,
)
from kashf.domain.transcription.signed_words import ModelUsed, PagePlace
from kashf.errors import NotFoundError, UsageError
from kashf.ports.taggers import Tagger
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.record import record_entry
from kashf.services.ledger.standing.taking_back import take_back_entry
from kashf.services.ledger.word_blobs import keep_words, new_salt, read_words
from kashf.services.transcription.bring_up import bring_up
from kashf.services.transcription.heard_readings import heard_of
from kashf.services.transcription.keying import check_place
from kashf.services.transcription.typed_readings import put_typed

#: A quote may end so much after the length that a recording tells of itself, which is rounded.
_SLACK_MS: Final = 1_000


@dataclass(frozen=True, slots=True)
class HeardLine:
    """A quote of a recording.

    Args:
        heard: Who heard it, and when it is said.
        quote: Its words as they stand on the recording's page: a place like any other.
    """

    heard: HeardQuote
    quote: Quote


@dataclass(frozen=True, slots=True)
class HeardOutput:
    """What a program heard in a recording; a draft, and no text of it.

    Args:
        heard: Which program, asked by whom.
        passages: All that it heard.
    """

    heard: HeardQuote
    passages: tuple[HeardPassage, ...]


@dataclass(frozen=True, slots=True)
class Listened:
    """What is known of what is said in a recording.

    Args:
        document: The recording.
        duration: As it says itself, such as "00:01:31.5"; "" where it does not.
        lines: What people heard, in order of time.
        outputs: What programs heard.
    """

    document: DocumentId
    duration: str
    lines: tuple[HeardLine, ...]
    outputs: tuple[HeardOutput, ...]


def listened(case: OpenCase, document: DocumentId) -> Listened:
    """Return what is known of what is said in a recording.

    Raises:
        NotFoundError: It is neither sound nor film.
        BrokenCustodyError: Words are missing or were changed.
    """
    duration = _checked_recording(case, document)
    known = heard_of(case, document)
    words = [(each, quote_in(read_words(case.blobs, each.words))) for each in known if each.is_text]
    page, places = heard_page(words)
    lines = tuple(HeardLine(each, quote(page, Span(document, 1, start, end))) for each, start, end in places if start < end)
    outputs = tuple(HeardOutput(each, passages_in(read_words(case.blobs, each.words))) for each in known if not each.is_text)
    return Listened(document, duration, lines, outputs)


def hear(case: WritableCase, document: DocumentId, stretch: TimeRange, typed: str, *, taggers: Sequence[Tagger] = ()) -> EntryId:
    """Record what a person hears in a stretch of a recording, and make it part of its text.

    Args:
        case: Which case, opened by a person of it.
        document: Which recording.
        stretch: From when to when.
        typed: The words; `[word?]` for what is uncertain and `[...]` for what cannot be understood.
        taggers: What finds names; without any, names wait for `process`.

    Raises:
        UsageError: Nobody of the case signs it, no words, too many, or a time beyond the recording's end.
        NotFoundError: It is no recording.
    """
    _check(case, document, stretch)
    words = _checked_words(typed)
    return _write(case, document, EntryKind.HEARD, (stretch, quote_bytes(words, salt=new_salt())), taggers=taggers)


def keep_output(case: WritableCase, document: DocumentId, passages: Sequence[HeardPassage], *, model: ModelUsed) -> EntryId:
    """Keep all that a program heard in a recording, as a draft: no word of it is text before a person listened.

    Raises:
        UsageError: Nobody of the case signs it, it heard nothing, or something beyond the recording's end.
        NotFoundError: It is no recording.
    """
    if not passages:
        raise UsageError("the program heard nothing in the recording", code="heard-nothing")
    stretch = TimeRange(passages[0].stretch.start, max(each.stretch.end for each in passages))
    _check(case, document, stretch)
    with case.store.unit() as uow:
        words = keep_words(case, passages_bytes(passages, salt=new_salt()))
        entry = record_entry(case, uow, EntryKind.HEARD, heard_body(document, stretch, words, model=model))
        uow.commit()
    return entry.id


def confirm_heard(
    case: WritableCase, document: DocumentId, stretch: TimeRange, words: str, *, output: str, taggers: Sequence[Tagger] = ()
) -> EntryId:
    """Record that a person listened, and that a program's words are what is said: they have to stand verbatim in what it heard there.

    Args:
        case: Which case, opened by a person of it.
        document: Which recording.
        stretch: That of one passage of the program, or of several that follow.
        words: The words, as the program wrote them.
        output: Beginning of the entry of what it heard.
        taggers: As `hear`.

    Raises:
        NotFoundError: There is no such output.
        UsageError: The words do not stand there; or as `hear`.
    """
    _check(case, document, stretch)
    found = [each for each in heard_of(case.reading, document) if not each.is_text and output and each.signed.id.startswith(output)]
    if len(found) != 1:
        raise NotFoundError("no program heard anything under this id in that recording", code="no-such-output")
    if not stands_verbatim(passages_in(read_words(case.reading.blobs, found[0].words)), stretch, words):
        raise UsageError("these words do not stand verbatim in what the program heard in that stretch", code="not-verbatim")
    content = quote_bytes(_checked_words(words), salt=new_salt())
    return _write(case, document, EntryKind.HEARD_CONFIRMED, (stretch, content), output=found[0].signed.id, taggers=taggers)


def take_back_heard(case: WritableCase, document: DocumentId, beginning: str, *, taggers: Sequence[Tagger] = ()) -> HeardQuote:
    """Take back what was heard, by the beginning of its ledger entry.

    Raises:
        NotFoundError: Nothing that stands begins like that.
        NotAllowedError: Another person signed it.
    """
    with case.store.unit() as uow:
        told, written = take_back_entry(case, uow, heard_of(case.reading, document), beginning, what="entries of what was heard")
        put_typed(case, uow, document, [written])
        uow.commit()
    bring_up(case, document, taggers=taggers)
    return told


def _write(
    case: WritableCase,
    document: DocumentId,
    kind: EntryKind,
    said: tuple[TimeRange, bytes],
    *,
    output: str = "",
    taggers: Sequence[Tagger] = (),
) -> EntryId:
    stretch, content = said
    with case.store.unit() as uow:
        words = keep_words(case, content)
        entry = record_entry(case, uow, kind, heard_body(document, stretch, words, output=output))
        put_typed(case, uow, document, [entry])
        uow.commit()
    bring_up(case, document, taggers=taggers)
    return entry.id


def check_listener(case: WritableCase, document: DocumentId) -> str:
    """Return how long a recording says it is, after making sure that somebody of the case listens to it.

    Raises:
        UsageError: Nobody does.
        NotFoundError: It is no recording, or was not read yet.
    """
    if not case.person:
        raise UsageError("what is heard is signed by a person of the case: say who with --as NAME", code="no-listener")
    check_place(case.reading, PagePlace(document, 1))
    return _checked_recording(case.reading, document)


def _check(case: WritableCase, document: DocumentId, stretch: TimeRange) -> None:
    duration = check_listener(case, document)
    if duration and stretch.end > read_time_code(duration) + _SLACK_MS:
        told = str(stretch)
        raise UsageError(f"the recording ends at {duration}, before {told}", code="beyond-the-end", stretch=told, duration=duration)


def _checked_recording(case: OpenCase, document: DocumentId) -> str:
    """Return how long a recording says it is."""
    (record,) = case.view.records([document])
    if not record.type.startswith(("audio/", "video/")):
        raise NotFoundError(f"document {document[:12]} is no recording", code="no-recording", document=document[:12])
    return record.metadata.get("duration", "")


def _checked_words(typed: str) -> str:
    words = " ".join(typed.split())
    if not words or len(words) > LONGEST_QUOTE:
        raise UsageError(f"a quote has 1 to {LONGEST_QUOTE} letters", code="quote-length", most=LONGEST_QUOTE)
    try:
        return clean_line(words)
    except ValueError as error:
        raise UsageError("a quote holds what no keyboard types, or is too long for one line", code="quote-typed") from error

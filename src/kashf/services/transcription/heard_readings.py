"""Makes what people heard in a recording its text, whenever that changes or the recording is read anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kashf.domain.ids import DocumentId
from kashf.domain.ledger import Entry
from kashf.domain.transcription.heard_quotes import HEARD, HeardQuote, heard_in, heard_page, quote_in
from kashf.ports.stores import StoredReading
from kashf.services.case.open import OpenCase
from kashf.services.ledger.word_blobs import entries_about, read_words


def heard_of(case: OpenCase, document: DocumentId, written: Sequence[Entry] = ()) -> tuple[HeardQuote, ...]:
    """Return what was heard in a recording and stands, oldest first.

    Args:
        case: Which case.
        document: Which recording.
        written: Entries of a unit of work that is still to be committed.
    """
    return tuple(each for each in heard_in(entries_about(case.view, HEARD.kinds, document, written)) if each.document == document)


def with_heard(case: OpenCase, stored: StoredReading, written: Sequence[Entry] = ()) -> StoredReading:
    """Return the reading of a recording with what people heard in it as its page; the same when nobody listened, or it is none.

    That somebody listened to a part makes nothing whole: its status stays what it is.
    """
    if not stored.reading.type.startswith(("audio/", "video/")):
        return stored
    quotes = [each for each in heard_of(case, stored.reading.document, written) if each.is_text]
    if not quotes:
        return stored
    from kashf.services.case.copies.copy_keys import keep_keys  # Questions do without; it takes 100 ms to import.

    page, _ = heard_page((each, quote_in(read_words(case.blobs, each.words))) for each in quotes)
    return replace(keep_keys(replace(stored.reading, pages=(page,))), machine=stored.machine or stored.reading)

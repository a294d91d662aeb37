"""By what a document is known to be a copy of another one: keys of its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kashf.domain.document import Reading
from kashf.intake.near_copies import signature, text_key
from kashf.language.marks.repeated_mail import own_text
from kashf.language.words.tokens import folded_words
from kashf.ports.stores import StoredReading
from kashf.services.case.messages import MESSAGE_TYPES


def keep_keys(reading: Reading) -> StoredReading:
    """Return a reading with the keys by which copies are found; a page that was read too unsurely is no copy of anything."""
    texts = [page.shown() for page in reading.pages if page.is_sure]
    return StoredReading(reading, text_key(texts), signature(_compared_words(reading, texts)))


def _compared_words(reading: Reading, texts: Sequence[str]) -> Iterator[str]:
    """Yield the words by which near copies are found: of a mail what its writer wrote, as two answers to one mail are no copies."""
    if reading.type in MESSAGE_TYPES:
        yield from (word for line in own_text(page for page in reading.pages if page.is_sure).lines for word in line)
    else:
        yield from (word for text in texts for word in folded_words(text))

"""Words that lie in blobs which entries of the chain of work name: those about a document, which are destroyed with it, and own places."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kashf.domain.ids import DocumentId, is_digest
from kashf.domain.ledger import EntryKind, Recorded

#: Entries whose body names, as `words`, a blob with words, and the document that they are about where they are about one.
WITH_WORDS: Final = frozenset(
    {
        *(EntryKind.KEYED, EntryKind.SETTLED, EntryKind.TRANSLATED, EntryKind.CONTESTED, EntryKind.CONTEST_SETTLED),
        *(EntryKind.HEARD, EntryKind.HEARD_CONFIRMED, EntryKind.BOARD_CELL, EntryKind.BOARD_GENUINE),
        *(EntryKind.PLACES_ADDED, EntryKind.LETTER_CORRECTED, EntryKind.LETTERS_LEARNT),
        *(EntryKind.CARD_WORDED, EntryKind.CARD_EVIDENCE, EntryKind.CARD_EXPLANATION, EntryKind.CARD_CHECKED, EntryKind.CARD_SETTLED),
        *(EntryKind.CARD_ASKED, EntryKind.CARD_ANSWERED),
        *(EntryKind.SOURCE_CHECKED, EntryKind.SOURCE_PARENT, EntryKind.SOURCE_KINDS, EntryKind.SOURCE_GRADED),
        *(EntryKind.SOURCE_WITNESS, EntryKind.PLAN_FROZEN, EntryKind.CODE_FROZEN, EntryKind.CODED, EntryKind.CODE_SETTLED),
        EntryKind.RELEASED,
    }
)


def named_words(entries: Iterable[Recorded], documents: Iterable[DocumentId] | None = None) -> tuple[DocumentId, ...]:
    """Return the blobs with words about documents, or about all, each once; what was taken back has words too.

    Args:
        entries: Of any kinds.
        documents: About which; None for all.
    """
    of = None if documents is None else frozenset(map(str, documents))
    bodies = (entry.body for entry, _ in entries if entry.kind in WITH_WORDS)
    words = (str(body.get("words")) for body in bodies if of is None or str(body.get("document")) in of)
    return tuple(dict.fromkeys(DocumentId(blob) for blob in words if is_digest(blob)))

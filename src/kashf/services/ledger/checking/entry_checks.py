"""Checks the entries of a ledger: whether each says what a kashf writes as an entry of its kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from kashf.domain.decisions import decisions_of
from kashf.domain.entries.event_lists import EVENT_LISTS
from kashf.domain.entries.projections import Projection
from kashf.domain.forms.form_decisions import FORM_DECISIONS
from kashf.domain.forms.record_decisions import RECORD_DECISIONS
from kashf.domain.ids import DocumentId, is_digest
from kashf.domain.ledger import GENESIS, Entry, EntryKind, Fault, Recorded
from kashf.domain.letters.letter_corrections import LETTER_CORRECTIONS
from kashf.domain.letters.letter_lexicon import LETTER_LEXICONS
from kashf.domain.models.measured import DRAFTED, MEASUREMENTS
from kashf.domain.sealing.row_seals import SEALING
from kashf.domain.transcription.heard_quotes import HEARD
from kashf.domain.transcription.transcripts import TRANSCRIPTS
from kashf.domain.translation.contested import CONTESTED
from kashf.domain.translation.translations import TRANSLATIONS
from kashf.errors import DamagedCaseError, LaterVersionError

#: Refuse an entry that is none of theirs, as `decisions_of` does.
_OF_FORMS: Final[tuple[Projection[Any], ...]] = (FORM_DECISIONS, RECORD_DECISIONS)
_PROJECTIONS: Final[tuple[Projection[Any], ...]] = (
    TRANSCRIPTS,
    HEARD,
    TRANSLATIONS,
    CONTESTED,
    MEASUREMENTS,
    DRAFTED,
    EVENT_LISTS,
    LETTER_CORRECTIONS,
    LETTER_LEXICONS,
    *_OF_FORMS,
)


def entry_faults(entries: Sequence[Recorded]) -> list[Fault]:
    """Return the entries that do not say what those of their kinds say."""
    return [
        Fault("ledger", f"{entry.chain}/{entry.seq}", f"what a kashf writes as {entry.kind}", "cannot be read")
        for entry, _ in entries
        if not is_readable(entry)
    ]


def is_readable(entry: Entry) -> bool:
    """Return whether an entry says what entries of its kind say; one of an unknown kind may say anything."""
    digests = [entry.body.get("manifest")] if entry.kind == EntryKind.RECEIPT else []
    if entry.kind in SEALING and "manifest" in entry.body:
        digests.append(entry.body["manifest"])
    if entry.kind in {EntryKind.RECEIPT, EntryKind.SOURCE, EntryKind.OPENED, EntryKind.HANDOVER}:
        digests += [entry.body.get("sealed") or GENESIS]
    told = [(entry, entry.id)]
    try:
        decisions_of(told)
        for projection in _PROJECTIONS:
            projection.fold(told)
    except DamagedCaseError:
        return False
    except LaterVersionError:
        return True  # by whoever wrote it
    return all(isinstance(digest, str) and is_digest(digest) for digest in digests)


def destroyed_documents(entries: Sequence[Recorded]) -> frozenset[DocumentId]:
    """Return the documents of which the ledger says that they were destroyed."""
    return frozenset(DocumentId(str(entry.body.get("document"))) for entry, _ in entries if entry.kind == EntryKind.DESTROYED)

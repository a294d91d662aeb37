"""Words that the letters of one case use beside those of the tables: labels, titles, and what opens an act."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.entries.projections import Projection
from kashf.domain.ids import DocumentId, EntryId, Json, canonical_json
from kashf.domain.ledger import Entry, EntryKind, Recorded
from kashf.domain.transcription.signed_words import SignedEntry, blob_of, signed_entries, signed_of
from kashf.errors import DamagedCaseError

#: A code of the tables, and a phrase of the case for it.
CodedPhrase = tuple[str, str]


@dataclass(frozen=True, slots=True)
class LetterLexicon:
    """Words that the letters of a case use; those of the tables hold beside them.

    Args:
        labels: What a label announces ("number", "date", "subject", ..., "addressee"), and the label.
        titles: What a paper of a title does, by the code of a speech act, and the title.
        openers: What is done with the act behind a phrase, by the code of a force, and the phrase.
    """

    labels: tuple[CodedPhrase, ...] = ()
    titles: tuple[CodedPhrase, ...] = ()
    openers: tuple[CodedPhrase, ...] = ()

    def as_json(self) -> Mapping[str, Sequence[CodedPhrase]]:
        """Return it as JSON values."""
        return {"labels": self.labels, "titles": self.titles, "openers": self.openers}

    @classmethod
    def from_json(cls, untrusted: Mapping[str, object]) -> LetterLexicon:
        """Return the lexicon that `as_json` wrote.

        Raises:
            KeyError, TypeError, ValueError: It did not write this.

        >>> LetterLexicon.from_json(LetterLexicon(labels=(("number", "Token"),)).as_json()).labels
        (('number', 'Token'),)
        """
        return cls(*(_pairs(untrusted[name]) for name in ("labels", "titles", "openers")))


def _pairs(untrusted: object) -> tuple[CodedPhrase, ...]:
    if not isinstance(untrusted, list | tuple):
        raise TypeError("a lexicon has lists")
    return tuple((str(code), str(phrase)) for code, phrase in untrusted)


#: No words beside those of the tables.
NO_LEXICON = LetterLexicon()


@dataclass(frozen=True, slots=True)
class KeptLexicon(SignedEntry):
    """That the letters of a case are read with a lexicon: the whole of it, in place of the one before.

    Args:
        signed: By whom.
        words: The blob that holds it.
        why: Words of the person.
    """

    words: DocumentId
    why: str


def lexicons_in(entries: Iterable[Recorded]) -> tuple[KeptLexicon, ...]:
    """Return the lexicons that stand, oldest first; the last is followed.

    Raises:
        DamagedCaseError: An entry is not one that kashf writes.
    """
    return tuple(each for each in LETTER_LEXICONS.fold(entries).values() if each.signed.undone is None)


def lexicon_bytes(lexicon: LetterLexicon, *, salt: str) -> bytes:
    """Return the bytes of the blob of a lexicon."""
    told: dict[str, Json] = {name: [list(each) for each in phrases] for name, phrases in lexicon.as_json().items()}
    return canonical_json({**told, "salt": salt})


def lexicon_in(data: bytes) -> LetterLexicon:
    """Return the lexicon that a blob holds.

    Raises:
        DamagedCaseError: It is none.
    """
    try:
        return LetterLexicon.from_json(json.loads(data))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise DamagedCaseError("a lexicon of letters cannot be read") from error


def _kept(entry: Entry, id: EntryId) -> KeptLexicon:
    return KeptLexicon(signed_of(entry, id), blob_of(entry), str(entry.body.get("why", "")))


#: With which words letters are read, by entry, oldest first, with what was taken back.
LETTER_LEXICONS: Final[Projection[dict[EntryId, KeptLexicon]]] = signed_entries(
    {EntryKind.LETTERS_LEARNT: _kept}, what="no lexicon of letters"
)

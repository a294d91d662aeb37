"""Writes down with which words the letters of a case are read, signed, and takes it back; as a file that people edit, too."""

from __future__ import annotations

import json
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final

from kashf.domain.ids import EntryId
from kashf.domain.ledger import EntryKind
from kashf.domain.letters.instructions import Force, SpeechAct
from kashf.domain.letters.letter_lexicon import LETTER_LEXICONS, KeptLexicon, LetterLexicon, lexicon_bytes, lexicons_in
from kashf.errors import UsageError
from kashf.language.tables.letters.head_phrases import LABELS
from kashf.language.words.folding import fold
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.record import checked_why, record_entry
from kashf.services.ledger.standing.taking_back import take_back_entry
from kashf.services.ledger.word_blobs import entries_about, keep_words, new_salt

#: What each part of a lexicon may be about.
CODES: Final[Mapping[str, Sequence[str]]] = {
    "labels": (*LABELS, "addressee"),
    "titles": tuple(each.value for each in SpeechAct),
    "openers": tuple(each.value for each in Force),
}
#: Code points of a phrase, letters that it has at the least, and phrases of a lexicon.
_LONGEST: Final = 60
_LEAST_LETTERS: Final = 3
_MOST: Final = 500


def keep_lexicon(case: WritableCase, lexicon: LetterLexicon, *, why: str = "") -> EntryId:
    """Write down that the letters of a case are read with a lexicon, in place of the one before; `process` then reads them again."""
    with case.store.unit() as uow:
        words = keep_words(case, lexicon_bytes(lexicon, salt=new_salt()))
        counts = {name: len(phrases) for name, phrases in lexicon.as_json().items()}
        entry = record_entry(case, uow, EntryKind.LETTERS_LEARNT, {"words": words, **counts, "why": checked_why(why).strip()})
        uow.commit()
    return entry.id


def lexicons_kept(case: OpenCase) -> tuple[KeptLexicon, ...]:
    """Return the lexicons that stand, oldest first; the last is followed."""
    return lexicons_in(entries_about(case.view, LETTER_LEXICONS.kinds))


def take_lexicon_back(case: WritableCase, entry: str) -> KeptLexicon:
    """Take a lexicon back, by the beginning of its ledger entry; the one before it is followed again.

    Raises:
        NotFoundError: None that stands begins like that, or more than one.
        NotAllowedError: Another person of the case signed it.
    """
    with case.store.unit() as uow:
        told, _ = take_back_entry(case, uow, lexicons_kept(case.reading), entry, what="lexicons")
        uow.commit()
    return told


def lexicon_toml(lexicon: LetterLexicon) -> str:
    """Return a lexicon as a file that people edit.

    >>> print(lexicon_toml(LetterLexicon(labels=(("number", "Token"), ("number", "Mark")))), end="")
    [labels]
    number = ["Token", "Mark"]
    <BLANKLINE>
    [titles]
    <BLANKLINE>
    [openers]
    """
    parts = []
    for name, phrases in lexicon.as_json().items():
        codes = dict.fromkeys(code for code, _ in phrases)
        of = {code: [phrase for other, phrase in phrases if other == code] for code in codes}
        lines = [f"{code} = {json.dumps(listed, ensure_ascii=False)}" for code, listed in of.items()]
        parts.append("\n".join((f"[{name}]", *lines)))
    return "\n\n".join(parts) + "\n"


def lexicon_from_toml(untrusted: str) -> LetterLexicon:
    """Return the lexicon that a file says, as `lexicon_toml` writes it.

    Raises:
        UsageError: It is none, or a phrase is none that letters could be read by.
    """
    try:
        told = tomllib.loads(untrusted)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"the lexicon is no TOML: {error}", code="lexicon-no-toml") from error
    if unknown := sorted(told.keys() - CODES.keys()):
        raise UsageError(f"a lexicon has labels, titles and openers, not {', '.join(unknown)}", code="lexicon-parts")
    return LetterLexicon(*(tuple(_phrases(name, told.get(name, {}))) for name in CODES))


def _phrases(name: str, untrusted: object) -> list[tuple[str, str]]:
    if not isinstance(untrusted, Mapping) or not all(isinstance(each, list) for each in untrusted.values()):
        raise UsageError(f"[{name}] has lists of phrases: number = [...]", code="lexicon-lists", part=name)
    if unknown := sorted(set(untrusted) - set(CODES[name])):
        known = ", ".join(CODES[name])
        raise UsageError(f"[{name}] knows no {', '.join(unknown)}; it knows: {known}", code="lexicon-codes", part=name, known=known)
    found = [(str(code), " ".join(str(phrase).split())) for code, phrases in untrusted.items() for phrase in phrases]
    if len(found) > _MOST:
        raise UsageError(f"a lexicon has up to {_MOST} phrases of a kind", code="lexicon-size", most=_MOST)
    for _, phrase in found:
        if not is_phrase(phrase):
            raise UsageError(f"{phrase} is no phrase of {_LEAST_LETTERS} letters or more", code="lexicon-phrase", phrase=phrase)
    return found


def is_phrase(phrase: str) -> bool:
    """Return whether letters could be read by a phrase: words without digits or signs, enough letters, not too long.

    >>> is_phrase("Token"), is_phrase("a"), is_phrase("No. 7")
    (True, False, False)
    """
    letters = sum(sign.isalpha() for sign in fold(phrase))
    is_plain = all(sign.isalpha() or sign == " " or unicodedata.category(sign) == "Mn" or sign in "ـ.'-" for sign in phrase)
    return is_plain and letters >= _LEAST_LETTERS and len(phrase) <= _LONGEST

"""The words with which the letters of a case are read beside those of the tables, as people signed them last."""

from __future__ import annotations

from kashf.domain.letters.letter_lexicon import LETTER_LEXICONS, NO_LEXICON, LetterLexicon, lexicon_in, lexicons_in
from kashf.services.case.open import OpenCase
from kashf.services.ledger.word_blobs import entries_about, read_words


def kept_lexicon(case: OpenCase) -> LetterLexicon:
    """Return the lexicon of a case; an empty one where nobody signed any.

    Raises:
        BrokenCustodyError: Its words are missing or were changed.
    """
    standing = lexicons_in(entries_about(case.view, LETTER_LEXICONS.kinds))
    return lexicon_in(read_words(case.blobs, standing[-1].words)) if standing else NO_LEXICON

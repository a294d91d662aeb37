"""Words of a paper's sentences that show what it does: whole sentences that say so, who was present, what lies with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from kashf.events.letters.phrases import any_of, signs_of
from kashf.language.tables.letters.structure import purpose_words
from kashf.language.tables.letters.structure.paper_kinds import BEARERS, TELLING
from kashf.language.words.remember import remembered

#: Signs that are words of one table, each by its own code.
_MARKS: Final[Mapping[str, str]] = {
    **{f"says:{code}": phrases for code, phrases in TELLING.items()},
    "bearer": BEARERS,
    "lays-down": purpose_words.LAYS_DOWN,
    "present": purpose_words.PRESENT,
    "session": purpose_words.SESSION,
    "resolved": purpose_words.RESOLVED,
    "enclosing": purpose_words.ENCLOSING,
    "came": purpose_words.CAME,
    "unhindered": purpose_words.UNHINDERED,
}
#: Sentences that say by themselves what a paper does.
STRONG: Final = (
    "testimony",
    "acknowledgement",
    "covering",
    "receipt",
    "threat",
    "summons",
    "minutes",
    "handover",
    "recommendation",
    "petition",
    "certificate",
    "regulation",
)


@remembered(64)  # Several rules ask for the same signs of one letter.
def has_mark(code: str, body: str) -> bool:
    """Return whether a sign of a code stands in sentences; "says:summons" is a sentence that says the paper is a summons.

    Args:
        code: Of the sign.
        body: Folded.

    >>> has_mark("session", fold("رفعت الجلسة الساعة الثالثة"))
    True
    """
    signs, pattern = _patterns()[code]
    return any(sign in body for sign in signs) and pattern.search(body) is not None


def tells(body: str) -> bool:
    """Return whether a sentence says by itself what the paper does.

    Args:
        body: Folded.
    """
    return any(has_mark(f"says:{code}", body) for code in STRONG)


@lru_cache(maxsize=1)
def _patterns() -> Mapping[str, tuple[frozenset[str], re.Pattern[str]]]:
    return {code: (signs_of(phrases), re.compile(rf"(?<!\w)(?:و|ف)?{any_of(phrases)}")) for code, phrases in _MARKS.items()}

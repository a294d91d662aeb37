"""Lines that begin as a sentence which orders does, by their first words: no office, person or subject begins so."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from kashf.events.letters.phrases import WORD_END, any_of
from kashf.language.forms.arabic_deeds import DeedShape, deed_words
from kashf.language.tables.letters import act_words
from kashf.language.words.folding import Folded

#: Words of a line that may be a sentence.
_LEAST_WORDS: Final = 4
#: Kinds of deed of which a verb may open a label as well: "reaches the hands of".
_NO_OPENING: Final = ("", "travel")


def begins_as_order(folded: str) -> bool:
    """Return whether a folded line begins with a word that orders, asks or forbids, or with a verb that does: no office or person does.

    >>> begins_as_order(fold("يتعين على أصحاب الصهاريج مراجعة المكتب")), begins_as_order(fold("مديرية الري"))
    (True, False)
    """
    if len(folded.split()) < _LEAST_WORDS or folded[:1].isascii():
        return False
    if _opening().match(folded):
        return True
    shapes = {DeedShape.PRESENT, DeedShape.JUSSIVE, DeedShape.IMPERATIVE}
    return any(deed.shape in shapes and deed.kind not in _NO_OPENING for deed in deed_words(Folded(folded.split(maxsplit=1)[0])))


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    """Return the words that order, ask, forbid or permit, of two letters or more, which open a sentence."""
    codes = ("order", "request", "polite", "forbid", "permit")
    return re.compile(rf"[وف]?{any_of('|'.join(act_words.FORCES[code] for code in codes))}{WORD_END}(?!\s*[:/])")

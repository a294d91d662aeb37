"""The fathers and other relatives after whom people are named: what stands between a name and theirs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from kashf.language.person_names.vocabulary import DAUGHTER, PARTICLES, SON
from kashf.language.tables.names.name_words import RELATIVES
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import folded_words

_WORDS: Final = "|".join(re.escape(word) for word, meant in PARTICLES.items() if meant in {SON, DAUGHTER})
_CHILD_OF: Final = rf"\b(?:{_WORDS}|(?:son|daughter) of|b\.)"
_BETWEEN: Final = re.compile(rf"(?<=\s){_CHILD_OF}\s", re.IGNORECASE)
_AT_END: Final = re.compile(rf"{_CHILD_OF}\s*$", re.IGNORECASE)


def father_in(name: str) -> str:
    """Return the father's name in a name, if that has more than one word; else "".

    >>> father_in("Omar bin Salim al-Wardi"), father_in("Omar bin Salim"), father_in("Omar al-Wardi")
    ('Salim al-Wardi', '', '')
    """
    parts = _BETWEEN.split(name, maxsplit=1)
    return parts[1] if len(parts) > 1 and len(parts[1].split()) > 1 else ""


def is_before_father(text: str) -> bool:
    """Return whether a name that stands right behind a text is that of somebody's father.

    >>> is_before_father("met Omar, son of "), is_before_father("met the son")
    (True, False)
    """
    return bool(_AT_END.search(text))


def relation_before(folded: Sequence[Folded]) -> str:
    """Return what somebody who is named by a relative alone is to that one, in one word for either script; "" where a name begins.

    >>> relation_before(folded_words("the wife of Omar")) == relation_before(folded_words("زوجة عمر")) != ""
    True
    >>> relation_before(folded_words("Brother Omar"))
    ''
    """
    words = folded[1:] if folded[:1] == ["the"] else folded
    relation = _relations().get(words[0], "") if len(words) > 1 else ""
    return relation if relation and (not words[0].isascii() or words[1] == "of") else ""


@lru_cache(maxsize=1)
def _relations() -> Mapping[str, str]:
    rows = map(folded_words, RELATIVES.strip().splitlines())
    return {word: row[0] for row in rows for word in row}

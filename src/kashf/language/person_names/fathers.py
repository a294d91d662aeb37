"""The fathers after whom people are named: what stands between a name and the father's."""

from __future__ import annotations

import re
from typing import Final

from kashf.language.person_names.vocabulary import DAUGHTER, PARTICLES, SON

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

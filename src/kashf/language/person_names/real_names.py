"""Whether a code name may tell who somebody is: a name, a trade, a place, a number, an address, or any word that may be one."""

from __future__ import annotations

import re
from typing import Final

from kashf.language.person_names.particles import behind_father
from kashf.language.person_names.vocabulary import PARTICLES, is_surely_given_name, is_title
from kashf.language.tables.lists.code_words import CODE_WORDS
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import folded_words

_DIGITS: Final = 6
_PHONE: Final = re.compile(r"[\d\u0660-\u0669\u06f0-\u06f9]")
_TRADE: Final = re.compile(r"\b(?:the|our)\s+\w+|\s\w+(?:\s+of|\s+from)\s+\w+", re.IGNORECASE)
#: al-Shamali, ash-Shamali, الشمالي: an article and the ending of where somebody is from.
_NISBA: Final = re.compile(r"\b[ae][a-z]{1,2}-[a-z]{3,}[iy]\b|\bال\w{2,}ي\b", re.IGNORECASE)
_CAPITALISED: Final = re.compile(r"^[A-Z][a-z]+ [A-Z][a-z]+")
#: Parts of a code name, and digits in all of them: more could be a date of birth or part of a telephone number.
_PARTS: Final = 4
_FEW_DIGITS: Final = 4
_NUMBER: Final = re.compile(r"\d{1,3}")
_BETWEEN: Final = re.compile(r"[-_ ]")


def is_code_name(name: str) -> bool:
    """Return whether a name is one that can tell of nobody: words of our list, a number, one letter at most, parted by - _ or a blank.

    No table holds every surname, so only what is known to be no name is taken.

    >>> [is_code_name(name) for name in ("kestrel-7", "Blue heron 2", "K", "Khalid", "Marmari", "k-t", "heron-1974", "090-532-111")]
    [True, True, True, False, False, False, False, False]
    """
    parts = _BETWEEN.split(name.casefold())
    letters = [part for part in parts if len(part) == 1 and part.isalpha()]
    numbers = [part for part in parts if _NUMBER.fullmatch(part)]
    others = [part for part in parts if part not in letters and part not in numbers]
    is_short = len(parts) <= _PARTS and len(letters) <= 1 and len("".join(numbers)) <= _FEW_DIGITS and len(numbers) < len(parts)
    return is_short and all(part in CODE_WORDS for part in others)


def tells_who(code_name: str) -> str:
    """Return what in a code name may tell who somebody is, in words; "" when nothing does.

    It errs on the side of asking: an invented word costs nothing, a source's name in a ledger can never be taken out.

    >>> tells_who("Khalid the tailor, Gaziantep"), tells_who("kestrel-7"), tells_who("a.b@example.org"), tells_who("أبو عمر")
    ('a place or more after a comma', '', 'a mail address', 'a name')
    """
    if "@" in code_name:
        return "a mail address"
    if len(_PHONE.findall(code_name)) > _DIGITS:
        return "a telephone number"
    if re.search("[,،;؛]", code_name):
        return "a place or more after a comma"
    words = folded_words(code_name)
    if any(map(_is_of_a_name, words)) or _NISBA.search(code_name) or _CAPITALISED.match(code_name):
        return "a name"
    return "what somebody is or where he is from" if _TRADE.search(code_name) else ""


def _is_of_a_name(word: Folded) -> bool:
    return word in PARTICLES or is_title(word) or is_surely_given_name(word) or bool(behind_father(word))

"""Whether two spellings are of one given name, as far as the table of given names knows: Karim is not Karam, and Majid may be two names.

Sounds alone cannot tell: كريم and كرم, رشيد and راشد are a vowel apart. What tells them is that both are names.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from enum import IntEnum
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from kashf.language.person_names.vocabulary import GIVEN_NAMES, NAMES_OF_GOD
from kashf.language.sounds.similarity import similarity, skeleton, skeletons
from kashf.language.tables.names.common_names import GIVEN_NAMES as SHARES
from kashf.language.tables.names.name_words import WITH_E
from kashf.language.tables.names.vocalised_names import SPELLINGS
from kashf.language.words.folding import Folded, fold
from kashf.language.words.remember import remembered
from kashf.language.words.tokens import folded_words

#: The name that many put before their own, and how like it a spelling of it is.
_HONOUR: Final = Folded("محمد")
_SPELLED: Final = 0.85
#: A Latin word that is less like every known name is none of them; one that is less like them than the second may be one.
_KNOWN: Final = 0.9
_SURE: Final = 0.96
#: A reading that is less likely than the likeliest by more than this is another name; by less than the second, as likely.
_ANOTHER: Final = 0.03
_AS_LIKELY: Final = 0.005
_LESS_LIKELY: Final = 0.01
#: From here on a Latin word may be a spelling of a name, as a careless hand writes it.
_FITS: Final = 0.92
#: How common a name is that the table of shares lacks, in percent; and what share of another's it must have to be as likely meant.
_RARE: Final = 0.1
_RIVAL: Final = 0.5
#: Letters by whose ending alone one name is spelled in two ways: حكمة and حكمت, صفا and صفاء, ربا and ربى.
_ENDINGS: Final = "اءيهتو"
_BOTH: Final = 2
#: Letters of Latin words that are too short for a vowel to be a spelling: Dae is not Doe.
_SHORT: Final = 4


class Known(IntEnum):
    """What the table of given names says of two words that are spelled alike."""

    NOTHING = 0
    DOUBT = 1
    ANOTHER = 2


@remembered(1 << 16)
def known_apart(left: Folded, right: Folded, *, of_god: bool = False) -> Known:
    """Return whether two folded words are known to be two given names, or may be; the order says nothing.

    Args:
        left: The one.
        right: The other.
        of_god: Whether "servant of" stands before them, so that they are names of God.

    Example:
        >>> known_apart("karim", "كرم").name, known_apart("majid", "ماجد").name, known_apart("hussein", "حسين").name
        ('ANOTHER', 'DOUBT', 'NOTHING')
        >>> known_apart("حمد", "حامد").name, known_apart("صفا", "صفاء").name, known_apart("hussein", "hassan").name
        ('ANOTHER', 'DOUBT', 'ANOTHER')
    """
    left, right = _usual(left), _usual(right)
    if left == right:
        return Known.NOTHING
    names = NAMES_OF_GOD if of_god else GIVEN_NAMES
    if left.isascii() and right.isascii():
        if _adds_e(left, right) or _adds_e(right, left):
            return Known.ANOTHER
        return _two_latin(left, right, of_god=of_god)
    if left.isascii() or right.isascii():
        return _across(*((left, right) if left.isascii() else (right, left)), names, of_god=of_god)
    return _two_arabic(left, right, names)


def one_letter_apart(left: Folded, right: Folded) -> bool:
    """Return whether a misread, lost or added letter may have made one Arabic word of the other.

    Example:
        >>> one_letter_apart("حمد", "حامد"), one_letter_apart("حمد", "خالد")
        (True, False)
    """
    return OSA.distance(left, right, score_cutoff=1) <= 1


def is_first_of_two(word: Folded) -> bool:
    """Return whether a folded given name often stands before a man's own as an honour, so that it may be left out: Mohammad Amin.

    Example:
        >>> is_first_of_two("muhammad"), is_first_of_two("khaled")
        (True, False)
    """
    return _usual(word) == _HONOUR if not word.isascii() else similarity(_HONOUR, word) >= _SPELLED


def _usual(word: Folded) -> Folded:
    return Folded(SPELLINGS.get(word, word))


def _two_arabic(left: Folded, right: Folded, names: AbstractSet[Folded]) -> Known:
    known = (left in names) + (right in names)
    if _feminine(left) == right or _feminine(right) == left:
        return Known.ANOTHER
    if known < _BOTH:
        return Known.DOUBT if known and one_letter_apart(left, right) else Known.NOTHING
    return Known.DOUBT if left.rstrip(_ENDINGS) == right.rstrip(_ENDINGS) else Known.ANOTHER


def _feminine(word: Folded) -> Folded:
    return Folded(word + "ه")


def _across(latin: Folded, arabic: Folded, names: AbstractSet[Folded], *, of_god: bool) -> Known:
    likeness = _readings(latin, of_god=of_god)
    best = max(likeness.values(), default=0.0)
    if best < _KNOWN:
        return Known.NOTHING
    own = likeness.get(arabic) or similarity(arabic, latin)
    if best > own + _ANOTHER:
        return Known.ANOTHER if arabic in names and best >= _SURE else Known.DOUBT
    if best > own + _AS_LIKELY:
        return Known.DOUBT
    rivals = [name for name, score in likeness.items() if name != arabic and score >= own - _AS_LIKELY]
    return Known.DOUBT if any(_share(name) >= _RIVAL * _share(arabic) for name in rivals) else Known.NOTHING


def _two_latin(left: Folded, right: Folded, *, of_god: bool) -> Known:
    ones, others = _readings(left, of_god=of_god), _readings(right, of_god=of_god)
    if min(max(ones.values(), default=0.0), max(others.values(), default=0.0)) < _KNOWN:
        is_short = max(len(left), len(right)) <= _SHORT and len(left) == len(right)
        return Known.DOUBT if is_short or _adds_a(left, right) or _adds_a(right, left) else Known.NOTHING
    if _usually(ones) & _usually(others):
        is_told = _told_apart(ones, others) or _told_apart(others, ones) or _may_be_long(left, right) or _may_be_long(right, left)
        return Known.DOUBT if is_told else Known.NOTHING
    is_sure = min(max(ones.values()), max(others.values())) >= _SURE
    return Known.ANOTHER if is_sure and not _likely(ones, _ANOTHER) & _likely(others, _ANOTHER) else Known.DOUBT


def _told_apart(ones: Mapping[str, float], others: Mapping[str, float]) -> bool:
    """Return whether a Latin word usually is a known name which another is less likely: Hamid is حميد, Hamed is not."""
    return any(others.get(name, 0.0) < ones[name] - _LESS_LIKELY for name in _usually(ones) - _usually(others))


def _may_be_long(left: Folded, right: Folded) -> bool:
    """Return whether the last vowel is e in one Latin word and i in the other, and that may be a known name with a long i: Nader, Nadir."""
    if len(left) != len(right) or left[:-2] != right[:-2] or left[-1] != right[-1] or (left[-2], right[-2]) != ("e", "i"):
        return False
    return any(name[-2] == "ي" and score >= _FITS for name, score in _readings(right, of_god=False).items())


def _adds_a(man: Folded, woman: Folded) -> bool:
    return len(man) > _SHORT and man[-1] not in "aeiouh" and woman in {man + "a", man + "ah"}


def _adds_e(man: Folded, woman: Folded) -> bool:
    """Return whether a Latin word is the French form of a man's name for a woman: Jean and Jeanne, Martin and Martine."""
    return (man[-1] in "nl" and woman == man + man[-1] + "e") or (woman == man + "e" and man in _men())


@lru_cache(maxsize=1)
def _men() -> frozenset[Folded]:
    return frozenset(folded_words(WITH_E))


def _likely(likeness: Mapping[str, float], within: float) -> set[str]:
    best = max(likeness.values())
    return {name for name, score in likeness.items() if score >= best - within}


def _usually(likeness: Mapping[str, float]) -> set[str]:
    """Return the names that a Latin word most often is: the likeliest, without those that are far rarer than another of them."""
    likely = _likely(likeness, _AS_LIKELY)
    most = max(map(_share, likely))
    return {name for name in likely if _share(name) >= _RIVAL * most}


def _share(name: str) -> float:
    return _shares().get(name, _RARE)


@remembered(1 << 14)
def _readings(latin: Folded, *, of_god: bool) -> Mapping[str, float]:
    """Return the known names that a Latin word may spell, each with its likeness."""
    names = _by_sound(of_god=of_god)
    return {name: similarity(name, latin) for code in skeletons(latin) for name in names.get(code, ())}


@lru_cache(maxsize=2)
def _by_sound(*, of_god: bool) -> Mapping[str, tuple[Folded, ...]]:
    by_code: dict[str, set[Folded]] = {}
    for name in map(_usual, NAMES_OF_GOD if of_god else GIVEN_NAMES):
        by_code.setdefault(skeleton(name), set()).add(name)
    return {code: tuple(sorted(names)) for code, names in by_code.items()}


@lru_cache(maxsize=1)
def _shares() -> Mapping[str, float]:
    rows = (line.split() for line in SHARES.strip().splitlines())
    return {fold(name): float(percent) for percent, *names in rows for name in names}

"""Whether two words of names are one: spelling, script, misread letters, initials, typing errors."""

from __future__ import annotations

import re
from typing import Final

from rapidfuzz.distance import OSA, Levenshtein

from kashf.domain.reasons import NO_REASONS, ReasonCode, Reasons
from kashf.language.sounds.similarity import SAME_NAME, compare_words, skeleton, skeletons
from kashf.language.sounds.units import is_arabic, units
from kashf.language.words.folding import Folded
from kashf.language.words.remember import remembered

#: Least similarity of words that may still be one, misread or mistyped; below it they are two words.
SAME_WORD: Final = 0.7

#: Why two words are two, where there is no more to say.
DIFFERENT: Final = Reasons.of(ReasonCode.DIFFERENT_WORDS)
ANOTHER_INITIAL: Final = Reasons.of(ReasonCode.ANOTHER_INITIAL)
ANOTHER_NUMBER: Final = Reasons.of(ReasonCode.ANOTHER_NUMBER)
#: Why they are one.
SAME: Final = Reasons.of(ReasonCode.SAME_WORD)

#: Letters that scans and hasty hands mix up, by their shape without dots. Any letter of a row for any other of it.
_CONFUSED: Final = tuple(map(tuple, ["بتثني", "رز", "دذ", "حخج", "فق", "سش", "صض", "طظ", "عغ"]))
_CONFUSED_LATIN: Final = (("0", "o"), ("1", "l"), ("1", "i"), ("rn", "m"), ("cl", "d"), ("5", "s"), ("vv", "w"))
#: A word with a misread letter is worth this much of the word that was meant.
_MISREAD: Final = 0.9
#: Least similarity of a word with one misread letter to what it was: one consonant of two or three is another.
_NEAR: Final = 0.35
#: How alike an initial and a word that begins with it are.
_INITIAL: Final = 0.8
#: Arabic letters that two Latin ones stand for, and the first of these: K. for خالد.
_TWO_LETTERS: Final = dict(zip("خشثذغ", "kstdg", strict=True))
#: An article written onto a word that begins with a vowel (Alattar), where it may as well be part of it (Alaa); what such a guess is worth.
_ARTICLE: Final = re.compile("^[ae]l(?=[aeiou]..)")
_ARTICLE_GUESSED: Final = 0.97
#: Letters; in shorter words one letter makes another name.
_LONG: Final = 5
#: Skeletons less alike than this are those of two words.
_LEAST_ALIKE: Final = 0.5


@remembered(1 << 19)
def match_words(left: Folded, right: Folded) -> tuple[float, Reasons]:
    """Return how alike two folded words are, 0..1, 0 when they are two words for certain, and why.

    Example:
        >>> match_words("shamali", "عدناني")[0] < match_words("shamali", "سمالي")[0] < match_words("shamali", "شمالي")[0]
        True
        >>> [reason.code.value for reason in match_words("shamali", "شمالي")[1]]
        ['two-scripts']
    """
    if left == right:
        return 1.0, SAME
    if right < left:
        return match_words(right, left)
    if left.isdigit() or right.isdigit():
        return 0.0, ANOTHER_NUMBER
    if len(left) == 1 or len(right) == 1:
        return _match_initial(left, right)
    score, why = _spelling(left, right)
    if score < 0.85:
        typed = _typing(left, right)
        if typed > score:
            score, why = typed, Reasons.of(ReasonCode.ONE_LETTER_APART)
        if score >= _NEAR or not (left.isalpha() and right.isalpha()):
            score, why = max((score, why), _misread(left, right))
    return score, why


def _spelling(left: Folded, right: Folded) -> tuple[float, Reasons]:
    if not _may_be_one(left, right):
        return 0.0, DIFFERENT
    match = compare_words(left, right)
    if match.score < SAME_NAME:
        bare = [Folded(_ARTICLE.sub("", word)) for word in (left, right)]
        if bare != [left, right]:
            without = compare_words(*bare)
            return max((match.score, match.why), (without.score * _ARTICLE_GUESSED, Reasons.of(ReasonCode.WITHOUT_ARTICLE)))
    return match.score, match.why


def codes_alike(left: str, right: str) -> bool:
    """Return whether two skeletons may be those of one word, misread or not."""
    return left == right or Levenshtein.normalized_similarity(left, right, score_cutoff=_LEAST_ALIKE) > 0


def _may_be_one(left: Folded, right: Folded) -> bool:
    return codes_alike(skeleton(left), skeleton(right)) or not skeletons(left).isdisjoint(skeletons(right))


def _match_initial(left: Folded, right: Folded) -> tuple[float, Reasons]:
    short, long = (left, right) if len(left) == 1 else (right, left)
    if len(long) == 1 and is_arabic(short) == is_arabic(long):
        return 0.0, ANOTHER_INITIAL
    first = units(long)[:1]
    sound = first[0].strip("^$") if first else ""
    fits = bool(first) and (skeleton(Folded(sound))[:1] == skeleton(short)[:1] or _TWO_LETTERS.get(sound) == short)
    return (_INITIAL, Reasons.of(ReasonCode.INITIAL_FITS)) if fits else (0.0, ANOTHER_INITIAL)


def _typing(left: Folded, right: Folded) -> float:
    """Return how alike two long words of one script are that differ by one slip of the hand (two in words of nine letters)."""
    shorter = min(len(left), len(right))
    if shorter < _LONG or is_arabic(left) or is_arabic(right):
        return 0.0
    slips = OSA.distance(left, right, score_cutoff=2)
    return 1 - slips / shorter if slips <= (2 if shorter > 8 else 1) else 0.0


def _misread(left: Folded, right: Folded) -> tuple[float, Reasons]:
    """Return the match of two words if one letter of one of them was misread, worth less the more often that could be so."""
    best = (0.0, NO_REASONS)
    for word, other in ((left, right), (right, left)):
        if len(word) < _LONG or (word.isascii() and other.isascii() and word.isalpha()):
            continue
        own, codes = skeleton(word), skeletons(other)
        if word.isalpha() and not any(Levenshtein.distance(own, code, score_cutoff=1) <= 1 for code in codes):
            continue
        for variant, why in _variants(word):
            if skeleton(variant) in codes:
                score = compare_words(variant, other).score * _MISREAD
                best = max(best, (score, why))
    return best


@remembered(1 << 14)
def _variants(word: Folded) -> tuple[tuple[Folded, Reasons], ...]:
    rows = _CONFUSED if is_arabic(word) else _CONFUSED_LATIN
    found: dict[Folded, Reasons] = {}
    for row in rows:
        for meant in row:
            for read in row:
                at = word.find(read) if read and meant and read != meant else -1
                while at >= 0:
                    found.setdefault(Folded(word[:at] + meant + word[at + len(read) :]), Reasons.of(ReasonCode.MISREAD, read, meant))
                    at = word.find(read, at + 1)
    return tuple(found.items())

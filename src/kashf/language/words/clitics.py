"""The letters that are written onto an Arabic word: one table of what each may stand before, and where the word behind them begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kashf.language.words.folding import Folded, fold
from kashf.language.words.tokens import Word

ARTICLE: Final = "ال"
#: "To the": the preposition, and the article without its alef.
TO_THE: Final = "لل"
CONJUNCTIONS: Final = ("و", "ف")
PREPOSITIONS: Final = ("ب", "ك", "ل")
#: All that are one letter.
LETTERS: Final = frozenset((*CONJUNCTIONS, *PREPOSITIONS))


def _longest_first(clitics: Iterator[str]) -> tuple[str, ...]:
    return tuple(sorted(clitics, key=lambda clitic: (-len(clitic), clitic)))


#: Before any word: a conjunction, a preposition, or both.
BEFORE_WORD: Final = _longest_first(first + second for first in ("", *CONJUNCTIONS) for second in ("", *PREPOSITIONS) if first + second)
#: Before a word with its article; "to" with the article is `TO_THE`, before which a conjunction may stand.
BEFORE_ARTICLE: Final = tuple(clitic for clitic in BEFORE_WORD if not clitic.endswith("ل"))
#: Articles with all that may be written onto them: before a word without its own.
ARTICLES: Final = _longest_first(
    first + article for article, before in ((ARTICLE, ("", *BEFORE_ARTICLE)), (TO_THE, ("", *CONJUNCTIONS))) for first in before
)
#: "And the", "in the", "for the" within a name of several words; others are rather letters of a foreign word (Falcon, Caltex).
WITHIN_NAMES: Final = ("وال", "بال", TO_THE)
PROCLITICS: Final = _longest_first(iter((*BEFORE_WORD, *ARTICLES)))


def with_letters(word: str) -> tuple[str, ...]:
    """Return a folded word, and of an Arabic one what it is with each letter that may be written onto it.

    >>> with_letters("may"), with_letters("رجب")
    (('may',), ('رجب', 'برجب', 'فرجب', 'كرجب', 'لرجب', 'ورجب'))
    """
    return (word, *(letter + word for letter in sorted(LETTERS))) if "\u0621" <= word[0] <= "\u064a" else (word,)


def strip_proclitics(word: Folded) -> tuple[Folded, ...]:
    """Return what a folded Arabic word may be without the و ف ب ل ك and ال written onto it, the longest clitic first.

    Candidates, not an analysis: وليد ("Walid") also yields ليد. At least three letters stay, two after an article. The word itself is
    not among them; the tuple is empty when nothing can be taken off.

    Example:
        >>> strip_proclitics("وبالشمالي")
        ('شمالي', 'الشمالي', 'بالشمالي')
        >>> strip_proclitics("للجنه")
        ('جنه', 'لجنه')
    """
    candidates = dict.fromkeys(
        Folded(word[len(clitic) :])
        for clitic in PROCLITICS
        if word.startswith(clitic) and len(word) - len(clitic) >= (2 if clitic in ARTICLES else 3)
    )
    return tuple(candidates)


def readings_behind_letters(word: Folded) -> tuple[tuple[Folded, int], ...]:
    """Return a folded Arabic word, then what it is behind the one or two letters written onto it, with how many they are.

    Example:
        >>> readings_behind_letters("وبحلب")
        (('وبحلب', 0), ('بحلب', 1), ('حلب', 2))
    """
    return (word, 0), *((Folded(word[count:]), count) for count in (1, 2) if word[:count] in BEFORE_WORD and len(word) > count)


def letters_outside(clitic: str) -> int:
    """Return how many letters of a clitic are no part of the name behind it, which the article is: of لل the second letter.

    Example:
        >>> [letters_outside(clitic) for clitic in ("و", "وبال", "لل", "ال")]
        [1, 2, 1, 0]
    """
    if clitic not in ARTICLES:
        return len(clitic)
    return len(clitic) - (1 if clitic.endswith(TO_THE) else 2)


def written_onto(word: Folded) -> Iterator[tuple[Folded, int]]:
    """Yield a folded Arabic word with each clitic that may be written onto it, and how many letters of that are no part of it.

    Example:
        >>> list(written_onto("الرقه"))[-3:]
        [('للرقه', 1), ('وللرقه', 2), ('فللرقه', 2)]
    """
    yield from ((Folded(clitic + word), len(clitic)) for clitic in BEFORE_WORD)
    if word.startswith(ARTICLE):
        yield from ((Folded(first + TO_THE + word[2:]), len(first) + 1) for first in ("", *CONJUNCTIONS))


def start_behind(text: str, word: Word, letters: int) -> int:
    """Return the code point where a word begins behind so many folded letters; its own start where a ligature hides the border.

    Args:
        text: The text it stands in.
        word: The word.
        letters: How many letters of its folded form do not belong to the name.

    Example:
        >>> start_behind("وَبِالرقة", Word(0, 9, "وبالرقه"), 2)
        4
    """
    passed = 0
    for place in range(word.start, word.end) if letters else ():
        length = len(fold(text[place]))
        if passed >= letters and length:
            return place if passed == letters else word.start
        passed += length
    return word.start

"""Where the titles before a name end: Sheikh, Prime Minister, العميد الركن."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from kashf.language.person_names.particles import behind_father, is_article, is_servant
from kashf.language.person_names.vocabulary import (
    FATHER,
    MOTHER,
    PARTICLES,
    RANK_TAILS,
    RANKS,
    TITLE_HEADS,
    TITLE_HEADS_BEHIND_LETTERS,
    TITLES_BEHIND_LETTERS,
    is_given_name,
    is_title,
)
from kashf.language.tables.names import ranks
from kashf.language.words.clitics import strip_proclitics
from kashf.language.words.folding import Folded, fold
from kashf.language.words.tokens import folded_words, words

#: The first word of a kunya in the nominative: أبي and أبا are the same word after a preposition or as an object.
_FATHER: Final = Folded("ابو")
#: Words of a key. No name is longer; what is, is cut, so that a page without spaces makes no key of its own size.
MOST_WORDS: Final = 24


def titles_before(folded: Sequence[Folded]) -> int:
    """Return how many folded words at the beginning of a name are titles, never all of them.

    Letters may be written onto one, as in running text (وللقاضي). A title that is a given name too (Amir, Sultan, سيد) is one only before
    a kunya or another given name: Amir al-Shamali has no other.

    Example:
        >>> titles_before(["judge", "salim"]), titles_before(["وللعميد", "الركن", "سليم"]), titles_before(["القاضي"])
        (1, 2, 0)
        >>> titles_before(["amir", "al", "shamali"]), titles_before(["amir", "khaled"])
        (0, 1)
    """
    end = 0
    while length := _title_length(folded[end:]):
        end += length
    while end and is_given_name(folded[end - 1]) and not begins_with_a_name(folded[end:]):
        end -= 1
    return end


def sure_titles_before(folded: Sequence[Folded]) -> int:
    """Return how many folded words before a name are titles and surely no names, as those are that stand before a kunya.

    Nobody knows whether Amir Khaled is an emir, or a man called Amir: what stands right before a given name stays with it.

    Example:
        >>> (
        ...     sure_titles_before(["sheikh", "khaled"]),
        ...     sure_titles_before(["sheikh", "wali", "khaled"]),
        ...     sure_titles_before(["amir", "abu", "omar"]),
        ... )
        (1, 1, 1)
        >>> sure_titles_before(["amir", "khaled"]), sure_titles_before(["الامير", "خالد"])
        (0, 1)
    """
    end = titles_before(folded)
    if end < len(folded) and not is_kunya_head(folded[end]):
        while end and may_be_a_name(folded[end - 1]):
            end -= 1
    return end


def is_kunya_head(word: Folded) -> bool:
    """Return whether a folded word is "father of" or "mother of", or has it written onto the name behind it."""
    return PARTICLES.get(word) in {FATHER, MOTHER} or bool(behind_father(word))


def without_titles(name: str) -> str:
    """Return a name as it is written, behind its titles.

    Example:
        >>> without_titles("Judge Salim al-Shamali"), without_titles("القاضي")
        ('Salim al-Shamali', 'القاضي')
    """
    found = words(name)
    titles = titles_before([word.folded for word in found])
    return name[found[titles].start :] if titles else name


def person_key(text: str) -> str:
    """Return the folded words of a name without titles and without what is written onto the first; "" when there is no word.

    Case endings of a kunya go too (أبي, أبا). A title that may be his name stays (Amir Khaled).

    >>> person_key("ولأبي محمّد الشمالي"), person_key("Sheikh Abu Omar")
    ('ابو محمد الشمالي', 'abu omar')
    """
    words = folded_words(text)[:MOST_WORDS]
    words = words[sure_titles_before(words) :]
    words[:1] = [_nominative(word) for word in words[:1]]
    return " ".join(words)


def names_nobody(word: Folded) -> bool:
    """Return whether a folded word is a title and nothing else.

    Example:
        >>> names_nobody("القاضي"), names_nobody("sultan")
        (True, False)
    """
    return is_title(word) and not is_given_name(word)


def begins_with_a_name(folded: Sequence[Folded]) -> bool:
    """Return whether a kunya or a given name stands first, so that the word before it need be none.

    Example:
        >>> begins_with_a_name(["khaled", "shamali"]), begins_with_a_name(["al", "shamali"])
        (True, False)
    """
    first = folded[0]
    return is_kunya_head(first) or is_servant(first) or is_given_name(first)


def may_be_a_name(word: Folded) -> bool:
    """Return whether a folded word is a title without an article that is a given name too (Amir, سيد), so that nobody knows which it is.

    Example:
        >>> may_be_a_name("wali"), may_be_a_name("الامير"), may_be_a_name("colonel")
        (True, False, False)
    """
    return word in _names_too() or (is_title(word) and is_given_name(word))


def rank_of(word: Folded) -> str:
    """Return a name for the rank that a folded title is, one for all languages; empty for what is none.

    Example:
        >>> rank_of("العقيد") == rank_of("colonel") != rank_of("brigadier"), rank_of("الشيخ")
        (True, '')
    """
    return _ranks().get(word, "") or _ranks().get(word.removeprefix("ال"), "")


@lru_cache(maxsize=1)
def _names_too() -> frozenset[str]:
    return frozenset(map(fold, ranks.NAMES_TOO.split()))


@lru_cache(maxsize=1)
def _ranks() -> Mapping[str, str]:
    rows = (fold(line).split() for line in ranks.RANKS.strip().splitlines())
    return {word: row[0] for row in rows for word in row}


def _title_length(folded: Sequence[Folded]) -> int:
    """Return how many words the title takes that a name begins with, 0 if there is none or nothing stands behind it."""
    if len(folded) > 2 and _is_title_of_two(*folded[:2]):
        return 2
    if len(folded) > 2 and folded[0].isascii() and is_article(*folded[:2]) and names_nobody(folded[1]):
        return 2
    return 1 if len(folded) > 1 and _stands_as_title(folded[0]) else 0


def _is_title_of_two(first: Folded, second: Folded) -> bool:
    if first in TITLE_HEADS or first in TITLE_HEADS_BEHIND_LETTERS:
        return is_title(second)
    return second in RANK_TAILS and (first in RANKS or first in TITLES_BEHIND_LETTERS)


def _stands_as_title(word: Folded) -> bool:
    return is_title(word) or word in TITLES_BEHIND_LETTERS


def _nominative(word: Folded) -> Folded:
    """Return the first word of a person's name without clitics and case, as far as it is a known particle behind them."""
    if word.isascii():
        return word
    for reading in (word, *reversed(strip_proclitics(word))):
        particle = PARTICLES.get(reading)
        if particle:
            return _FATHER if particle == FATHER else reading
    return word

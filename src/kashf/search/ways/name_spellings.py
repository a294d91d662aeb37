"""How the names that were asked for are spelled in a case, in either script, as one word and as two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from kashf.language.forms.compounds import as_one_word
from kashf.language.forms.russian_names import nominatives
from kashf.language.person_names.particles import completes_compound, is_article, is_servant, split_compound, without_article_behind
from kashf.language.person_names.transliterated import in_two_scripts
from kashf.language.person_names.vocabulary import is_given_name
from kashf.language.sounds.heard import heard
from kashf.language.sounds.similarity import similarity, skeleton, skeletons
from kashf.language.words.common_words import is_english_word
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import folded_words
from kashf.search.ways.way import FUNCTION_WORDS

#: Spellings of one word that are looked for, the closest first.
MOST_SPELLINGS: Final = 60

#: From this similarity on, a word of the case is a spelling. On 10,395 pairs of Latin and Arabic names (CC0) .90 finds .80 of the true
#: ones among 20,000 words, with half a false one a name; .85 finds .01 more with three quarters of a false one, .94 finds .73.
LEAST_LIKENESS: Final = 0.9
#: Letters of a word in small Latin letters up to which it is looked for in its own script as it stands, unless it is a given name.
_SHORT: Final = 4

#: From this one on it is looked for too where no closer one is written in its script: Gaddafi for القذافي.
_NEXT_BEST: Final = 0.86
_MOST_NEXT_BEST: Final = 2

#: What ş š, ç č and ğ stand for; folded, nobody sees that they had a mark.
_MARKED: Final = {"s": "sh", "c": "ch", "g": "gh"}

#: Words of a compound whose article stands alone.
_WITH_ARTICLE: Final = 3
#: The consonants of Russian case endings as codes have them.
_CASE_CODES: Final = tuple(skeleton(Folded(f"tab{ending}")).removeprefix(skeleton(Folded("tab"))) for ending in ("om", "ogo", "ykh"))

#: Words of one query for which spellings are looked up: each is compared with hundreds of words of the case.
MOST_SPELLED: Final = 100
_OTHER_SCRIPT: Final = re.compile("[\u0370-\u052f\u1f00-\u1fff]")

#: Gives the case's folded words by consonant skeleton, as CaseView.words_with does.
WordList = Callable[[Sequence[str]], Mapping[str, tuple[str, ...]]]


def spellings(names: Sequence[str], words: WordList) -> dict[str, tuple[str, ...]]:
    """Return the case's spellings of each name, and of the two words of each that is made of two, closest first."""
    asked = tuple(dict.fromkeys(name for each in names for name in (each, *_parts(each))))
    codes = {name: _codes(name) for name in asked}
    declined = {name: _declined(codes[name]) for name in asked}
    known = words(sorted(frozenset().union(*codes.values(), *declined.values())))
    candidates = {name: {word for code in codes[name] for word in known.get(code, ())} for name in asked}
    for name, some in declined.items():
        candidates[name] |= {word for code in some for word in known.get(code, ()) if _OTHER_SCRIPT.search(word)}
    return {name: _closest(name, candidates[name]) for name in asked}


def in_one_word(text: str) -> str:
    """Return a name of two words as one, where people also write it so; "" where they do not.

    >>> in_one_word("عبد الرحمن"), in_one_word("Abd ar-Rahman"), in_one_word("Nur ud Din"), in_one_word("oil field")
    ('عبدالرحمن', 'abdulrahman', 'nuruldin', '')
    """
    words = folded_words(text)
    one = as_one_word(words[0], words[1]) if len(words) == 2 else None
    return one or (_latin_in_one_word(words) if text.isascii() else "")


def two_words(name: str) -> tuple[Folded, Folded] | None:
    """Return the two words of a name that is written as one; None for others.

    >>> two_words("Abdelrahman"), two_words("Shamali")
    (('abd', 'rahman'), None)
    """
    parts = split_compound(heard(_latin(name)).folded)
    return (parts[0], parts[1]) if len(parts) == 2 else None


def readings(word: Folded) -> Iterator[Folded]:
    """Yield a folded word, and what it was if folding took a mark off a Latin letter that stood for two.

    >>> list(readings("simali")), list(readings("شمالي"))
    (['simali', 'shimali'], ['شمالي'])
    """
    word = Folded(_latin(word))
    yield word
    if word.isascii():
        yield from (Folded(word.replace(letter, meant)) for letter, meant in _MARKED.items() if letter in word and meant not in word)


def _latin(name: str) -> str:
    """Return a name in letters other than Latin and Arabic as Latin letters, others as they are."""
    return in_two_scripts(name) if _OTHER_SCRIPT.search(name) else name


def _latin_in_one_word(words: Sequence[Folded]) -> str:
    """Return Latin words as one with the article of an Arabic compound between them; "" where they are none."""
    has_article = len(words) == _WITH_ARTICLE and is_article(words[1], words[2])
    if len(words) != 2 and not has_article:
        return ""
    first, second = words[0], words[-1]
    if not completes_compound(first, second, has_article=has_article):
        return ""
    one = Folded(f"{'abd' if is_servant(first) else without_article_behind(first)}ul{second}")
    return one if len(split_compound(one)) == 2 else ""


def _parts(name: str) -> tuple[Folded, ...]:
    return two_words(name) or ()


def _codes(name: str) -> frozenset[str]:
    """Return the consonant skeletons that a spelling may have, of two words also with the article that stands between them."""
    written = heard(_latin(name)).folded
    parts = _parts(name)
    joined = ("".join(parts), ("al" if written.isascii() else "ال").join(parts)) if parts else ()
    return frozenset().union(*(skeletons(Folded(form)) for form in (written, *joined)))


def _declined(codes: frozenset[str]) -> frozenset[str]:
    """Return the codes that a name has with the consonants of Russian case endings: -om, -ogo, -ykh."""
    return frozenset(f"{code}{ending}" for code in codes for ending in _CASE_CODES)


def _closest(name: str, candidates: set[str]) -> tuple[str, ...]:
    itself = "".join(folded_words(name))
    # Of short common words in the same script many others are spellings: oil, will, well, all.
    is_plain = len(name) <= _SHORT and name.isascii() and name.islower() and not is_given_name(heard(name).folded)
    others = [word for word in candidates - FUNCTION_WORDS if word != itself and not (is_plain and word.isascii())]
    others = [word for word in others if not (word.isascii() and is_english_word(Folded(word)))]
    scored = sorted((-likeness(name, word), word) for word in others)
    close = [word for score, word in scored if -score >= LEAST_LIKENESS][:MOST_SPELLINGS]
    return (*close, *_next_best(name, [(-score, word) for score, word in scored], close))


def _next_best(name: str, scored: Sequence[tuple[float, str]], close: Sequence[str]) -> list[str]:
    """Return the words of the other script that are closest to a name of some length, where none there is close enough."""
    is_latin = _latin(name).isascii()
    if len(name) <= _SHORT or (is_latin and name.islower()) or any(word.isascii() is not is_latin for word in close):
        return []
    return [word for score, word in scored if score >= _NEXT_BEST and word.isascii() is not is_latin][:_MOST_NEXT_BEST]


@lru_cache(maxsize=1 << 16)
def likeness(name: str, word: str) -> float:
    """Return how alike two words are, 0..1, in any of their cases, readings of marked letters, and as the two words of a compound.

    >>> likeness("shamali", "الشمالي") >= LEAST_LIKENESS
    True
    """
    names = {_latin(each) for each in nominatives(Folded(name))}
    forms = {reading for each in nominatives(Folded(word)) for reading in readings(each)}
    whole = max(similarity(one, other) for one in names for other in forms)
    left, right = _parts(name), _parts(word)
    return max(whole, min(map(similarity, left, right))) if left and right else whole

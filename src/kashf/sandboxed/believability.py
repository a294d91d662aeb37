"""Whether a text can be what a page says, or what a font without a character map, or with a wrong one, makes of it.

Such a font gives characters that mean nothing, or letters of other words or another script: then the shares of the letters are those of
no language.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from math import log

from kashf.language.tables.stop_words import COMMON_WORDS

#: Stands for a character that is not known.
UNKNOWN = "\N{REPLACEMENT CHARACTER}"
#: Letters of any of these are one: alefs, ya and alef maqsura, ha and ta marbuta, and how Persian, Urdu and Kurdish write them.
_SAME = {
    ord(variant): letter
    for letter, variants in {"ا": "أإآٱ", "ي": "ىیئےې", "ك": "ک", "ه": "ہۀةھە", "و": "ؤۆ", "ل": "ڵ", "ر": "ڕڑ"}.items()
    for variant in variants
}


def _table(shares: str) -> dict[str, float]:
    return {share[0]: float(share[1:]) for share in shares.split()}


#: In percent, of Arabic in print with Persian and Urdu near by; letters that are not named are rare. Source: counted by many, rounded.
_ARABIC = _table(
    "ا16.5 ل12 ي8.5 م6.4 و6 ن6.2 ر4.8 ت4.7 ب3.8 ع3.7 د3.1 ه6 ك2.2 ف3 ق2.5 س2.8 ح2.1 ج1.5 ش1.3 ص1.2 "
    "ط1.1 خ1 ض0.9 ذ0.9 ث0.8 غ0.5 ز0.7 ظ0.3 ء0.5 پ0.4 چ0.3 گ0.4 ژ0.1"
)
#: In percent, the mean of English, French, German and their like.
_LATIN = _table("e14.5 a8 i7.5 n7.5 t7 r6.8 s6.8 o6 l4.5 d4 u4.3 h3.5 c3.2 m2.8 p2.3 g2 b1.7 f1.7 v1.3 w1.3 y1 k1 z0.6 j0.3 q0.4 x0.3")
#: In percent, for a letter of the script that is not named.
_RARE = 0.05
#: Letters that a text must have for their shares to say something; characters that are looked at.
_ENOUGH, _MOST = 120, 20_000
#: No letter has two of them.
_TWO_VOWELS = re.compile("[\u064b-\u0650\u0652]\u0651?[\u064b-\u0650\u0652]")
#: No word of Arabic has these signs in it, nor such a bracket before it that nothing opens, nor a mark without a letter.
_SIGN_IN_WORD = re.compile(
    "[\u0621-\u064a][\u064b-\u0652]*[<>{}^~\u00ac\u00d7\u00f7]+[\u0621-\u064a]|^\\W?>[\u0621-\u064a]|^[\u064b-\u0652]"
)
#: A letter that is there twice with the same vowel, or alone: some words are so, and many are where letters stand on each other.
_TWICE_OR_ALONE = re.compile("([\u0621-\u064a][\u064b-\u0652]+)\\1|^[\u0621-\u0647\u0649\u064a][\u064b-\u0652]*$")
_USUALLY_SO = 0.1
#: What a text has in which the three may be.
_MARKED = re.compile("[\u0621-\u0652]")
#: Divergence, in nats, up to which a text is in a language, and from which on it is in none; between the two, common words tell.
_USUAL, _STRANGE = 0.3, 0.8
#: Share of words of a text that are common ones, far below that of any language, and how many different ones; lists may have none.
_COMMON_SHARE, _COMMON_KINDS = 0.06, 3
_COMMON = frozenset(COMMON_WORDS.split())
#: General categories: controls, private use, surrogates, unassigned.
_MEANINGLESS = frozenset({"Cc", "Co", "Cs", "Cn"})
#: Shares of characters without a meaning, and of words with such a character in them, beyond which a text is garbled; and words that
#: there must be for their share to count.
_GARBLED, _BROKEN_WORDS, _WORDS = 0.3, 0.1, 10


def is_garbled(text: str) -> bool:
    """Tell whether a text is better read from its image."""
    return is_broken(text) or not is_language(text)


def is_broken(text: str) -> bool:
    """Tell whether too many characters of a text, or of its words, mean nothing."""
    return strange_share(text) > _GARBLED or broken_words(text) > _BROKEN_WORDS


def believability(text: str) -> float:
    """Return how far, in [0..1], a text can be what a page says; 0.0 when it says nothing."""
    return is_language(text) * (1.0 - max(strange_share(text), broken_words(text))) if text.strip() else 0.0


def strange_share(text: str) -> float:
    """Return the share in [0..1] of characters that mean nothing."""
    return sum(map(text.count, _strange(text))) / (len(text) or 1)


def _strange(text: str) -> frozenset[str]:
    meaningless = (each for each in set(text) if unicodedata.category(each) in _MEANINGLESS and each not in "\t\n\v\f\r")
    return frozenset((*meaningless, UNKNOWN))


def broken_words(text: str) -> float:
    """Return the share in [0..1] of words that are none, as by their signs or marks; 0.0 where there are few words."""
    strange = _strange(text)
    if not _MARKED.search(text) and strange.isdisjoint(text):
        return 0.0
    words = [word for word in text.split() if any(map(str.isalnum, word))]
    if len(words) < _WORDS:
        return 0.0
    impossible = sum(not strange.isdisjoint(word) or _is_impossible(word) for word in words)
    odd = sum(_TWICE_OR_ALONE.search(word) is not None for word in words)
    return min((impossible + max(odd - _USUALLY_SO * len(words), 0.0)) / len(words), 1.0)


def _is_impossible(word: str) -> bool:
    return _TWO_VOWELS.search(word) is not None or _SIGN_IN_WORD.search(word) is not None


def is_language(text: str) -> bool:
    """Tell whether a text may be in a language by its letters; so may one with too few to say, or in another script.

    >>> is_language("short")
    True
    """
    letters = _letters(text[:_MOST])
    arabic = {letter: count for letter, count in letters.items() if "\u0620" <= letter <= "\u06ff"}
    latin = {letter: count for letter, count in letters.items() if letter < "\u0250"}
    chosen, table = max(((arabic, _ARABIC), (latin, _LATIN)), key=lambda each: sum(each[0].values()))
    count = sum(chosen.values())
    if count < _ENOUGH or 2 * count < sum(letters.values()):
        return True
    divergence = _divergence(chosen, table)
    if divergence <= _USUAL:
        return True
    return divergence < _STRANGE and _has_common_words(text[:_MOST])


def _has_common_words(text: str) -> bool:
    words = text.lower().split()
    common = [word for word in words if word in _COMMON]
    return len(set(common)) >= _COMMON_KINDS and len(common) >= _COMMON_SHARE * len(words)


def _letters(text: str) -> Counter[str]:
    """Return how often each letter is there; each different character is looked at once."""
    letters: Counter[str] = Counter()
    for character, count in Counter(text).items():
        for letter in unicodedata.normalize("NFKD", character.translate(_SAME).lower()):
            letters[letter] += count if letter.isalpha() else 0
    return +letters


def _divergence(counts: Mapping[str, int], table: Mapping[str, float]) -> float:
    """Return the Kullback-Leibler divergence of counted letters from a table, in nats, without what so few letters diverge by chance."""
    total, whole = sum(counts.values()), sum(table.values())
    shares = ((count / total, table.get(letter, _RARE) / whole) for letter, count in counts.items())
    return sum(found * log(found / usual) for found, usual in shares) - (len(counts) - 1) / (2 * total)

"""Sums of money and quantities of things and people: where they end, and where their sign stands."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from kashf.language.measures.counting_words import ENDINGS
from kashf.language.measures.currencies import CODES, CURRENCIES, NATIONS, SYMBOLS
from kashf.language.measures.goods import goods_end, may_be_goods
from kashf.language.measures.numerals import Tokens, may_be_number, readings
from kashf.language.measures.unit_names import GLUED_UNITS, PEOPLE, UNITS
from kashf.language.words.folding import Folded
from kashf.language.words.remember import remembered

_PERCENT: Final = frozenset("%٪")
_DIGITS: Final = "0123456789"


def money_end(tokens: Tokens, index: int) -> int:
    """Return the index behind a sum of money that begins at a word, the index itself when none does.

    Example:
        >>> [money_end(Tokens(text), 0) for text in ("$5,000", "500 دولار أمريكي", "USD 500", "500 men")]
        [2, 3, 2, 0]
    """
    if tokens.folded(index) in CODES and tokens.goes_on(index):
        end = tokens.number_end(index + 1)
        return end if end > index + 1 else index
    if tokens.before(index) in SYMBOLS and tokens.folded(index)[0].isdigit():
        is_grown = tokens.folded(index).lstrip(_DIGITS) in ENDINGS
        return index + 1 if is_grown else _grown_end(tokens, tokens.number_end(index))
    end = tokens.number_end(index)
    if end == index or sign_behind(tokens, end, SYMBOLS):
        return end
    end = _while_in(tokens, end, NATIONS)
    if not tokens.goes_on(end - 1) or tokens.folded(end) not in CURRENCIES:
        return index
    end += 1
    return end if tokens.folded(end).isascii() else _while_in(tokens, end, NATIONS)


@remembered(1 << 14)
def may_begin(word: Folded) -> bool:
    """Return whether a sum, a quantity or goods may begin with a folded word; with most words none does, wherever they stand.

    Example:
        >>> [may_begin(word) for word in ("5kg", "usd", "والبنادق", "heavy", "وصل")]
        [True, True, True, True, False]
    """
    return word[0].isdigit() or word in CODES or may_be_number(word) or may_be_goods(word)


def quantity_end(tokens: Tokens, index: int) -> int:
    """Return the index behind a number and what it counts, the index itself when none begins here.

    Example:
        >>> [quantity_end(Tokens(text), 0) for text in ("20 rifles", "5kg", "30%", "12 x rifle", "20 years")]
        [2, 1, 1, 3, 0]
    """
    word = tokens.folded(index)
    if word[0] in _DIGITS and word.lstrip(_DIGITS) in GLUED_UNITS:
        return index + 1
    end = tokens.number_end(index)
    if end == index or sign_behind(tokens, end, _PERCENT):
        return end
    behind = _counted_end(tokens, end) if tokens.goes_on(end - 1) else end
    return behind if behind > end else index


def listed_end(tokens: Tokens, index: int) -> int:
    """Return the index behind goods whose number follows them, the index itself when none do.

    Example:
        >>> listed_end(Tokens("بندقية آلية عدد ١٢"), 0)
        4
    """
    end = goods_end(tokens, index)
    if end > index and tokens.folded(end) in {"عدد", "العدد"} and tokens.goes_on(end - 1):
        behind = tokens.number_end(end + 1)
        return behind if behind > end + 1 else index
    return index


def sign_behind(tokens: Tokens, end: int, signs: Collection[str] = SYMBOLS.keys() | _PERCENT) -> int:
    """Return how many code points behind the last word of an amount its sign ends, 0 when none stands there."""
    place = tokens.words[end - 1].end
    behind = tokens.text[place : place + 2]
    if behind[:1] in signs and behind:
        return 1
    return 2 if behind[:1] == " " and behind[1:] in signs and not tokens.text[place + 2 : place + 3].isdigit() else 0


def _counted_end(tokens: Tokens, end: int) -> int:
    """Return the index behind what is counted after a number: a unit, people or goods; the same index when nothing is."""
    word = tokens.folded(end)
    if any(form in UNITS or form in PEOPLE for form in readings(word)):
        return end + 1
    begin = end + 1 if word in {"x", "من", "of"} else end
    behind = goods_end(tokens, begin)
    return behind if behind > begin else end


def _grown_end(tokens: Tokens, end: int) -> int:
    """Take in the ending of an amount: $5.5m is the words 5 and 5m."""
    last = tokens.folded(end)
    is_ending = tokens.gap(end - 1) == "." and last[:1].isdigit() and last.lstrip(_DIGITS) in ENDINGS
    return end + is_ending


def _while_in(tokens: Tokens, end: int, known: Collection[str]) -> int:
    while tokens.goes_on(end - 1) and tokens.folded(end) in known:
        end += 1
    return end

"""What a sum or a quantity is worth: values for JSON, numbers as exact decimals in text.

A value says only what stands in the text. It is empty where nothing can be worked out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kashf.domain.entity import NO_VALUE, Value
from kashf.language.measures.currencies import CODES, SYMBOLS, currency
from kashf.language.measures.number_value import SaidNumber, number_value
from kashf.language.measures.numerals import Tokens
from kashf.language.tables.unit_signs import BETWEEN, UNIT_SIGNS
from kashf.language.words.folding import fold

#: The sign of a unit by folded word; other things are called as they are written.
_UNITS: Final[Mapping[str, str]] = {fold(word): sign for sign, words in UNIT_SIGNS.items() for word in words.split()}
_BETWEEN: Final = frozenset(BETWEEN.split())
_GLUED: Final = re.compile(r"(\d+)([a-z]+)")
_PERCENT: Final = frozenset("%٪")


def money_value(text: str) -> Value:
    """Return amount and currency of a sum of money: `amount`, for a range also `to`, `currency`.

    Example:
        >>> dict(money_value("٣٠٠ ألف ليرة سورية")), dict(money_value("$5.5m"))
        ({'amount': '300000', 'currency': 'SYP'}, {'amount': '5500000', 'currency': 'USD'})
    """
    tokens = Tokens(text)
    words = [word.folded for word in tokens.words]
    start = 1 if words and words[0] in CODES else 0
    end = _number_end(tokens, start)
    symbol = next((SYMBOLS[sign] for sign in text if sign in SYMBOLS), "")
    return _value(number_value(tokens, start, end), "amount", currency=symbol or currency(words[:start] + words[end:]))


def quantity_value(text: str) -> Value:
    """Return number and unit of a quantity: `number`, for a range also `to`, `unit` by its sign or as it is written.

    Example:
        >>> [dict(quantity_value(text)) for text in ("5kg", "بندقية آلية عدد ١٢")]
        [{'number': '5', 'unit': 'kg'}, {'number': '12', 'unit': 'بندقية آلية'}]
    """
    tokens = Tokens(text)
    glued = _GLUED.fullmatch(tokens.folded(0)) if tokens.count == 1 else None
    if glued:
        return _value(number_value(Tokens(glued[1]), 0, 1), "number", unit=_UNITS.get(glued[2], glued[2]))
    start = next((index for index in range(tokens.count) if tokens.number_end(index) > index), 0)
    end = tokens.number_end(start)
    unit = _written(tokens, [index for index in (*range(start), *range(end, tokens.count)) if tokens.folded(index) not in _BETWEEN])
    if not unit and text[-1:] in _PERCENT:
        unit = text[-1:]
    return _value(number_value(tokens, start, end), "number", unit=_UNITS.get(fold(unit), unit))


def no_value(text: str) -> Value:  # noqa: ARG001 - one of those that look at the words
    """Return the value of what says nothing but its words."""
    return NO_VALUE


def _number_end(tokens: Tokens, start: int) -> int:
    """Return the index behind the number that a sum begins with, the ending grown onto it taken in: $5.5m is two words."""
    end = max(tokens.number_end(start), start + 1)
    return end + (tokens.gap(end - 1) == "." and _GLUED.fullmatch(tokens.folded(end)) is not None)


def _value(number: SaidNumber | None, name: str, **rest: str) -> Value:
    if number is None:
        return _filled(**rest)
    end = {"to": str(number.high)} if number.high != number.low else {}
    doubt = {"unresolved": "thousands-or-decimals"} if number.is_doubtful else {}
    return _filled(**{name: str(number.low), **end, **rest, **doubt})


def _filled(**values: str) -> Value:
    return MappingProxyType({name: value for name, value in values.items() if value})


def _written(tokens: Tokens, named: list[int]) -> str:
    if not named:
        return ""
    return " ".join(tokens.text[tokens.words[named[0]].start : tokens.words[named[-1]].end].split())

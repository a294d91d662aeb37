"""The number that digits or words say, exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from kashf.language.measures.counting_words import ENDINGS, INDEFINITE, MULTIPLIERS, NUMBERS
from kashf.language.measures.numerals import Tokens
from kashf.language.words.clitics import LETTERS

#: Digits of a number; what is longer counts nothing, and is not worked out.
_MOST_DIGITS: Final = 30
_NUMERAL: Final = re.compile("[0-9]+[a-z]*")
_GROWN: Final = re.compile(r"(\d+)([a-z]+)")
_AND: Final = "و"


@dataclass(frozen=True, slots=True)
class SaidNumber:
    """A number, or the two ends of a range.

    Args:
        low: The number, or the smaller end.
        high: The larger end; the same for one number.
        is_doubtful: One dot before three digits, which some take for thousands: `low` reads it as a decimal point.
    """

    low: Decimal
    high: Decimal
    is_doubtful: bool = False


def number_value(tokens: Tokens, start: int, end: int) -> SaidNumber | None:
    """Return the number that some words say; None when they name none, as "thousands" does, or one of endless digits.

    Example:
        >>> [str(number_value(tokens, 0, tokens.count).low) for tokens in map(Tokens, ("1,500", "خمسة وعشرون ألف", "2.5 million"))]
        ['1500', '25000', '2500000']
    """
    end = min(end, tokens.count)
    words = [tokens.folded(index) for index in range(start, end)]
    if sum(sum(map(str.isdigit, word)) for word in words) > _MOST_DIGITS or not all(words) or not words:
        return None
    if not words[0][0].isdigit():
        said = _spelled(words)
        return SaidNumber(said, said) if said is not None else None
    last = next((index for index in range(start, end) if not tokens.folded(index)[0].isdigit()), end)
    if not all(_NUMERAL.fullmatch(tokens.folded(index)) for index in range(start, last)):
        return None
    parts = list(_parts(tokens, start, last))
    grown = ENDINGS.get(_grown(words[last - start - 1]), 1)
    numbers = [_multiplied(_digits(tokens, first, behind) * grown, words[last - start :]) for first, behind in parts]
    doubt = any(_is_doubtful(tokens, first, behind) for first, behind in parts)
    return SaidNumber(_plain(min(numbers)), _plain(max(numbers)), doubt)


def _parts(tokens: Tokens, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the numbers in digits, two for a range: 10-20."""
    cuts = [start, *(index + 1 for index in range(start, end - 1) if tokens.gap(index).strip() in {"-", "–"}), end]
    yield from pairwise(cuts)


def _digits(tokens: Tokens, start: int, end: int) -> Decimal:
    """Return a number written in digits: its last divider is a decimal point unless it parts thousands."""
    groups = [_leading(tokens.folded(index)) for index in range(start, end)]
    dividers = [tokens.gap(index) for index in range(start, end - 1)]
    if not dividers or not _is_point(dividers, groups[-1]):
        return Decimal("".join(groups))
    return Decimal(f"{''.join(groups[:-1])}.{groups[-1]}")


def _is_point(dividers: Sequence[str], last: str) -> bool:
    if dividers[-1] in {".", "٫"}:
        return True
    return dividers[-1] == "," and (len(last) < 3 or "." in dividers)


def _is_doubtful(tokens: Tokens, start: int, end: int) -> bool:
    return end - start == 2 and tokens.gap(start) == "." and len(tokens.folded(end - 1)) == 3 and len(tokens.folded(start)) <= 3


def _leading(word: str) -> str:
    found = _GROWN.fullmatch(word)
    return found[1] if found else word


def _grown(word: str) -> str:
    found = _GROWN.fullmatch(word)
    return found[2] if found else ""


def _multiplied(number: Decimal, words: Sequence[str]) -> Decimal:
    """Return a number with the words behind it: thousands multiply it, and those with "and" before them are added."""
    for word in words:
        times = _value(word, MULTIPLIERS) or 1
        number = number + times if word.startswith(_AND) else number * times
    return number


def _spelled(words: Sequence[str]) -> Decimal | None:
    """Add up number words: what stands before a multiplier is multiplied, all else is added."""
    if words[0] in INDEFINITE:
        return None
    total = part = 0
    for word in words:
        if times := _value(word, MULTIPLIERS):
            if times <= 100:
                part = max(part, 1) * times
            elif part or not total:
                total, part = total + max(part, 1) * times, 0
            else:  # ألف مليون; ألف وألفان are two numbers added.
                total = total + times if word.startswith(_AND) else total * times
        elif number := _value(word, NUMBERS):
            is_hundreds = number == 100 and 3 <= part <= 9 and not word.startswith(_AND)
            part = part * 100 if is_hundreds else part + number
    return Decimal(total + part)


def _value(word: str, table: dict[str, int]) -> int | None:
    return table.get(word, table.get(word[1:]) if word[:1] in LETTERS else None)


def _plain(number: Decimal) -> Decimal:
    """Return a number without the noughts that multiplying left behind its point."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() and number.as_tuple().exponent != 0 else number

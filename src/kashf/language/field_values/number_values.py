"""Numbers of forms: counts and amounts by their value, numbers of papers by their signs; telephones, one or several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kashf.domain.entity import unchanging
from kashf.domain.forms.form_families import ReadValue
from kashf.language.identifiers.phones import phone_value
from kashf.language.identifiers.plain_signs import plain
from kashf.language.measures.currencies import currency
from kashf.language.measures.number_value import number_value
from kashf.language.measures.numerals import Tokens
from kashf.language.tables.field_words.date_words import AGE, AGED, ASKS_AGE
from kashf.language.words.tokens import folded_words

#: Signs of a paper's number: letters and digits, or noughts before the rest.
_SIGNS: Final = re.compile(r"[A-Z0-9]+(?:[ /.\-][A-Z0-9]+)*")
_BETWEEN_PHONES: Final = re.compile(r"[/,،;؛\n]|\s[-–—]\s|\sو\s")
#: What asks for an age, and words of a label at most that does: longer ones ask for somebody else's.
_AGES: Final = frozenset(" ".join(folded_words(words)) for words in f"{AGED}|{ASKS_AGE}".split("|"))
_LONGEST_AGE: Final = 4
#: Years behind a number are no signs of a paper.
_YEARS: Final = re.compile(rf"^\d+ (?:{'|'.join(sorted(' '.join(folded_words(words)) for words in AGE.split('|')))})$")
#: Digits of the shortest telephone.
_FEWEST: Final = 6


def asks_age(label: str) -> bool:
    """Return whether a label asks how old somebody is.

    >>> [asks_age(label) for label in ("Age", "العمر عند الدخول", "Age of the wife, and her names", "Pages")]
    [True, True, False, False]
    """
    found = folded_words(label)
    return len(found) <= _LONGEST_AGE and any(f" {words} " in f" {' '.join(found)} " for words in _AGES)


def read_number(text: str) -> ReadValue:
    """Return a count or an amount by its value, a number of papers by its signs; "" and doubtful where several numbers stand.

    >>> [read_number(text).key for text in ("٢٬٥٠٠", "خمسة", "3 أولاد", "15 years", "N 012-345", "007")]
    ['2500', '5', '3', '15', 'N012345', '007']
    """
    signs = plain(text).replace("\u200e", "").strip().upper()
    if _YEARS.search(" ".join(folded_words(text))):
        return _amount(text)
    if _SIGNS.fullmatch(signs) and ((signs[0] == "0" and len(signs) > 1) or re.search("[A-Z]", signs)) and re.search("[0-9]", signs):
        key = re.sub("[^A-Z0-9]", "", signs)
        return ReadValue(key, signs)
    return _amount(text)


def _amount(text: str) -> ReadValue:
    tokens = Tokens(text)
    ends = {start: end for start in range(tokens.count) if (end := tokens.number_end(start)) > start}
    start = next(iter(ends), 0)
    said = number_value(tokens, start, ends[start]) if ends else None
    inside = range(start, ends.get(start, start))
    rest = [tokens.folded(index) for index in range(tokens.count) if index not in inside]
    if not said or any(word.isdigit() for word in rest):
        return ReadValue("", " ".join(text.split()), is_doubtful=True)
    number = f"{said.low}" if said.low == said.high else f"{said.low}..{said.high}"
    money = currency(rest)
    key = f"{number} {money}".strip()
    value = unchanging({"number": number, **({"currency": money} if money else {})})
    return ReadValue(key, key, value, is_doubtful=said.is_doubtful or (not money and len(rest) > 1))


def read_phones(text: str) -> ReadValue:
    """Return the telephone number of a value by its digits, several in the order of the digits; its words where it has none.

    >>> read_phones("٠٩٤٤ ١٢٣ ٤٥٦").key, read_phones("0944123456 / 0933123456").key
    ('+963944123456', '+963933123456 +963944123456')
    """
    parts = [part for part in _BETWEEN_PHONES.split(text) if _digits(part) >= _FEWEST]
    if len(parts) > 1 and all(_digits(part) in {0, *map(_digits, parts)} for part in _BETWEEN_PHONES.split(text)):
        return _several(parts)
    value = phone_value(text) if _digits(text) >= _FEWEST else {}
    if not value:
        return ReadValue(" ".join(folded_words(text)), " ".join(text.split()), is_doubtful=True)
    digits = str(value["digits"])
    return ReadValue(digits, digits, value, is_doubtful=not digits)


def _several(parts: Sequence[str]) -> ReadValue:
    values = sorted((phone_value(part) for part in parts), key=lambda value: str(value.get("digits", "")))
    digits = " ".join(dict.fromkeys(str(value.get("digits", "")) for value in values))
    return ReadValue(digits, digits, unchanging({"phones": list(values)}))


def _digits(text: str) -> int:
    return sum(sign.isdecimal() for sign in text)

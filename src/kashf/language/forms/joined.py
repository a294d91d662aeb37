"""What a stretch of text is when what parts its letters and digits is taken out: 250,000 and 250 000, AK-47, I.S.I.S., a telephone number.

These forms stand beside the words of a text: they have places, and no order. Each is made of the text alone, and the same of a query.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kashf.language.forms.day_words import possible_days
from kashf.language.tables.numbering.calling_codes import CALLING_CODES
from kashf.language.words.folding import Folded, fold
from kashf.language.words.remember import remembered
from kashf.language.words.tokens import Word, folded_words

#: Code points of one such form.
_LONGEST: Final = 40
_MOST_PARTS: Final = 4

_HAS_DIGIT: Final = re.compile(r"\d")
#: One sign between letters and digits, as in al-Shamali, O'Brien, I.S.I.S., 472/3, q.alwani; the at sign divides.
_SIGN: Final = re.compile(r"[-\u2010\u2011'’‘`´./_·&](?=[^\W_])")
_CHAIN: Final = re.compile(r"[^\W_]+(?:[-\u2010\u2011'’‘`´./_·&][^\W_]+)+")
#: Where a word goes on behind the end of its line.
_BREAK: Final = re.compile(r"[-\u2010\u2011\u00ad¬ـ][ \t]*\r?\n[ \t]*")
_THOUSANDS: Final = re.compile(
    r"(?<![\d.,+])\d{1,3}(?:([,.٬'’` \u00a0\u2009\u202f])\d{3})(?:\1\d{3})*(?:[.,٫](\d{1,2}))?(?!\d)"
    r"|(?<![\d.,])\d+[.,٫](\d{1,2})(?![\d.,]*\d)"
)
_PHONE: Final = re.compile(r"(?<![\d.,])(?:\+|\(\+?|[0٠۰])[\d \u00a0\-\u2010\u2011./()]{6,24}\d(?!\d)|(?<![\d.,])\d{11,15}(?![\d.,])")
_ACCOUNT: Final = re.compile(r"(?<![^\W_])[A-Z]{2}\d{2}(?:[ \-]?[A-Z0-9]{4}){2,7}(?:[ \-]?[A-Z0-9]{1,3})?(?![^\W_])")
#: A model or a unit: letters, then digits that a space or a hyphen parts from them.
_MODEL: Final = re.compile(r"(?<![^\W_])([A-Z]{1,4}[ \-]?\d{1,4}[A-Z]?\d?|[A-Za-z]{1,4}-\d{1,4}[A-Za-z]?)(?![^\W_])")
_ROMAN_SIGNS: Final = re.compile(r"[IVX][IVX]+")
_ROMAN: Final = re.compile(r"(X{0,3})(IX|IV|V?I{0,3})")
_REFERENCE: Final = re.compile(r"(?<![^\W_])[^\W_]{1,8}(?: ?[/\-] ?[^\W_]{1,8}){1,4}(?![^\W_])")
_LONG_RUN: Final = re.compile(r"([^\W\d_])\1\1+")
_JOINT: Final = re.compile(r"[a-z](?=[A-Z])")
_KURDISH_VOWEL: Final = "ە"
_NOT_A_DIGIT: Final = re.compile(r"\D+")
#: Calling codes that several countries share.
_SHARED_CODES: Final = ("1", "7", "39", "44", "47", "61", "212", "262", "358", "590")


def joined(text: str, *, numbers: bool = True) -> list[Word]:
    """Return these forms of a text in order of their places, each of a place once; a word that has no other form is not among them.

    Args:
        text: What they are looked for in.
        numbers: With those that are looked for among digits, each of which has a digit; they take most of the time.

    >>> [word.folded for word in joined("AK-47, 250 000, الشمالي")]
    ['ak47', '250000']
    """
    found = dict.fromkeys(_forms(text, numbers=numbers))
    return sorted(word for word in found if 1 < len(word.folded) <= _LONGEST or word.folded.isdigit())


def joined_whole(text: str) -> frozenset[Folded]:
    """Return the forms of all of a text, such as of one word of a query.

    >>> sorted(joined_whole("+963 944 550 101"))
    ['944550101', '963944550101']
    """
    stripped = text.strip(" \t#().,;:!?؟،")
    return frozenset(word.folded for word in joined(stripped) if word.end - word.start >= len(stripped))


def _forms(text: str, *, numbers: bool) -> Iterator[Word]:
    if numbers and _HAS_DIGIT.search(text):
        yield from _numbers(text)
    yield from _chains(text)
    yield from _broken(text)
    yield from _camels(text)
    if _KURDISH_VOWEL in text:
        yield from _kurdish(text)
    yield from _romans(text)


def _word(found: re.Match[str], form: str) -> Word:
    return Word(found.start(), found.end(), Folded(form))


def _numbers(text: str) -> Iterator[Word]:
    yield from possible_days(text)
    for found in _THOUSANDS.finditer(text):
        decimals = found[2] or found[3]
        digits = _digits(found[0][: -len(decimals) - 1] if decimals else found[0])
        yield _word(found, digits)
        if decimals and decimals.strip("0"):
            yield _word(found, f"{digits}.{fold(decimals).rstrip('0')}")
    for found in _PHONE.finditer(text):
        yield from (_word(found, form) for form in _telephone(found[0]))
    for found in _ACCOUNT.finditer(text):
        yield _word(found, "".join(folded_words(found[0])))
    for found in _MODEL.finditer(text):
        yield _word(found, "".join(folded_words(found[0])))
    for found in _REFERENCE.finditer(text):
        if _HAS_DIGIT.search(found[0]):
            yield _word(found, "".join(folded_words(found[0])))


def _digits(text: str) -> str:
    return _NOT_A_DIGIT.sub("", fold(text))


def _telephone(written: str) -> Iterator[str]:
    """Yield the digits of a telephone number with and without the code of its country."""
    digits = _digits(written)
    is_abroad = "+" in written or digits.startswith("00")
    digits = digits.removeprefix("00")
    if not 7 <= len(digits) <= 15:
        return
    yield digits
    if digits.startswith("0"):
        yield digits[1:]
    elif is_abroad or len(digits) > 10:
        codes = (digits[:length] for length in (3, 2, 1))
        code = next((code for code in codes if code in CALLING_CODES or code in _SHARED_CODES), "")
        if code and len(digits) - len(code) >= 7:
            yield digits[len(code) :].removeprefix("0")


def _chains(text: str) -> Iterator[Word]:
    end = 0
    for sign in _SIGN.finditer(text):
        start = _first(text, sign.start()) if sign.start() >= end else end
        found = _CHAIN.match(text, start) if start < sign.start() else None
        end = found.end() if found else end
        parts = folded_words(found[0]) if found and len(found[0]) <= 2 * _LONGEST else []
        if found and parts and (len(parts) <= _MOST_PARTS or all(len(part) == 1 for part in parts)):
            form = "".join(parts)
            is_decimal = form.isdigit() and set(_NOT_A_DIGIT.findall(found[0])) == {"."}
            if parts != [form] and not is_decimal:
                yield _word(found, form)


def _broken(text: str) -> Iterator[Word]:
    for gap in _BREAK.finditer(text):
        start, end = _first(text, gap.start()), _last(text, gap.end())
        if gap.start() - start > 1 and end - gap.end() > 1:
            yield Word(start, end, Folded(fold(text[start : gap.start()]) + fold(text[gap.end() : end])))


def _first(text: str, at: int) -> int:
    """Return where the letters and digits before a place begin, at most 40 of them."""
    start = at
    while start and at - start < _LONGEST and text[start - 1].isalnum():
        start -= 1
    return start


def _last(text: str, at: int) -> int:
    end = at
    while end < len(text) and end - at < _LONGEST and text[end].isalnum():
        end += 1
    return end


def _camels(text: str) -> Iterator[Word]:
    """Yield the words of what is written like SaveTheBridge."""
    end = 0
    for found in _JOINT.finditer(text):
        if found.end() <= end:
            continue
        start, end = _first(text, found.end()), _last(text, found.end())
        cuts = [start, *(place for place in range(start + 1, end) if text[place].isupper() and text[place - 1].islower()), end]
        yield from (Word(first, last, fold(text[first:last])) for first, last in pairwise(cuts) if last - first > 1)


def _kurdish(text: str) -> Iterator[Word]:
    """Yield words with the Kurdish vowel without it, as Arabic writes them."""
    for found in re.finditer(r"[^\W\d_]{2,40}", text):
        if _KURDISH_VOWEL in found[0][:-1]:
            form = fold(found[0][:-1].replace(_KURDISH_VOWEL, "") + found[0][-1]).replace("وو", "و")
            yield _word(found, form)


def _romans(text: str) -> Iterator[Word]:
    for signs in _ROMAN_SIGNS.finditer(text):
        found = _ROMAN.fullmatch(signs[0])
        is_word = (_first(text, signs.start()), _last(text, signs.end())) == signs.span()
        if found and is_word:
            ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX").index(found[2])
            yield _word(signs, str(10 * len(found[1]) + ones))


@remembered(1 << 17)
def not_drawn_out(word: Folded) -> tuple[Folded, ...]:
    """Return a folded word that has a letter three times in a row or more with it once, and twice; nothing for other words.

    >>> not_drawn_out("يااارب"), not_drawn_out("all")
    (('يارب', 'ياارب'), ())
    """
    if not _LONG_RUN.search(word):
        return ()
    return tuple(Folded(_LONG_RUN.sub(letters, word)) for letters in (r"\1", r"\1\1"))

"""What of a typed line a second person has to type too: names, dates, numbers; and whether two who typed it agree on each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from typing import Final, NamedTuple

from kashf.domain.entity import MentionType
from kashf.domain.pages.typed import parse_typed
from kashf.language.tables.names.common_names import GIVEN_NAMES
from kashf.language.tables.spelling.calendar_words import ARABIC_MONTHS, HIJRI_MONTHS, LATIN_MONTHS, LEVANTINE_MONTHS
from kashf.language.words.folding import Folded, fold
from kashf.language.words.tokens import folded_words, words


class ValueKind(StrEnum):
    """What kind of value a second person has to confirm."""

    NAME = "name"
    DATE = "date"
    NUMBER = "number"


#: Words of which the next one tells the month: ذو القعدة.
_BEFORE: Final = frozenset(map(fold, ("ذو", "ذي", "dhu", "dhul")))
#: What stands between the thousands of a number, and how many digits follow it.
_THOUSANDS: Final = frozenset(",\N{ARABIC THOUSANDS SEPARATOR}")
_GROUP: Final = 3
#: Latin letters below which a month is as often another word: may, mar, jan.
_SHORT: Final = 4


@dataclass(frozen=True, slots=True)
class ValueAgreement:
    """A value as two persons typed it.

    Args:
        kind: What it is.
        first: As the first typed it; "" where that one typed nothing there.
        second: As the second typed it.
        is_agreed: Whether it is the same: names as they are typed, numbers by their digits, whatever digits.
    """

    kind: ValueKind
    first: str
    second: str
    is_agreed: bool


class _Word(NamedTuple):
    key: str
    text: str
    kind: ValueKind | None


@lru_cache(maxsize=1 << 13)
def value_kinds(typed: str, field: str = "") -> frozenset[ValueKind]:
    """Return the kinds of values that stand in a typed line, or that the field is of: "name", "date" or "number", with ":" and more.

    >>> sorted(value_kinds("3 tankers in March"))
    [<ValueKind.DATE: 'date'>, <ValueKind.NUMBER: 'number'>]
    """
    of_field = field.partition(":")[0]
    told = {ValueKind(of_field)} if of_field in set(ValueKind) else set[ValueKind]()
    return frozenset(told | {word.kind for word in _words_of(parse_typed(typed).text) if word.kind})


def compare_values(first: str, second: str) -> tuple[ValueAgreement, ...]:
    """Return every value of a line as two persons typed it, in order; a word that stands in a value of either is compared.

    >>> [(each.first, each.second, each.is_agreed) for each in compare_values("20 or 3 tankers", "٢٠ or 5 tankers")]
    [('20', '٢٠', True), ('3', '5', False)]
    """
    from rapidfuzz.distance import Levenshtein  # most questions compare nothing

    mine, theirs = (_words_of(parse_typed(typed).text) for typed in (first, second))
    found: list[ValueAgreement] = []
    for step in Levenshtein.opcodes([word.key for word in mine], [word.key for word in theirs]):
        left, right = mine[step.src_start : step.src_end], theirs[step.dest_start : step.dest_end]
        if step.tag == "equal":
            found += _agreed(left, right)
        elif kind := next((word.kind for word in (*left, *right) if word.kind), None):
            found.append(ValueAgreement(kind, _text(left), _text(right), is_agreed=False))
    return tuple(found)


def different_letters(first: str, second: str) -> tuple[int, int]:
    """Return how many letters two typed lines have otherwise, of how many: their edit distance and the longer length.

    >>> different_letters("to [Omar?]", "to Amar")
    (1, 7)
    """
    from rapidfuzz.distance import Levenshtein

    left, right = parse_typed(first).text, parse_typed(second).text
    return Levenshtein.distance(left, right), max(len(left), len(right))


def _agreed(left: Sequence[_Word], right: Sequence[_Word]) -> Iterator[ValueAgreement]:
    pairs = zip(left, right, strict=True)
    for kind, some in groupby(pairs, key=lambda pair: pair[0].kind or pair[1].kind):
        if kind:
            run = list(some)
            yield ValueAgreement(kind, _text(one for one, _ in run), _text(other for _, other in run), is_agreed=True)


def _text(some: Iterable[_Word]) -> str:
    return " ".join(word.text for word in some)


def _words_of(text: str) -> list[_Word]:
    """Return the words of a line, each with what it is compared by and the kind of value that it is a part of."""
    from kashf.language.grammar.rules import RuleTagger  # Most cases have no typed line, and grammar takes 100 ms to import.
    from kashf.language.measures.tagger import MeasureTagger

    mentions = (*RuleTagger().tag(text, language=""), *MeasureTagger().tag(text, language=""))
    spans = [(each.start, each.end, kind) for each in mentions if (kind := _kind_of(each.type))]
    found, before = list[_Word](), ""
    for start, end, folded in _whole_numbers(text):
        inside = next((kind for first, last, kind in spans if first < end and start < last), None)
        found.append(_Word(_key(folded), text[start:end], _own_kind(folded, before) or inside))
        before = folded
    return found


def _kind_of(type: MentionType) -> ValueKind | None:
    """Return what kind of value a mention is; None of what neither names nor counts, as a rank."""
    if type.traits.is_resolved or type is MentionType.CODE_NAME:
        return ValueKind.NAME
    return ValueKind.NUMBER if type.traits.is_made_of_names or type.traits.is_identifying else None


def _own_kind(folded: str, before: str) -> ValueKind | None:
    """Return what a word is by itself: a month, a number, a given name that nobody's title introduces."""
    if folded in _MONTHS or (before in _BEFORE and folded in _AFTER):
        return ValueKind.DATE
    if any(map(str.isdigit, folded)):
        return ValueKind.NUMBER
    return ValueKind.NAME if folded in _GIVEN_NAMES else None


def _whole_numbers(text: str) -> list[tuple[int, int, str]]:
    """Return the words of a text; a number with marks between its thousands is one."""
    found = list[tuple[int, int, str]]()
    for word in words(text):
        start, end, folded = word
        is_further = found and text[found[-1][1] : start] in _THOUSANDS and len(folded) == _GROUP and folded.isdigit()
        if is_further and found[-1][2].isdigit():
            first, _, digits = found.pop()
            start, folded = first, Folded(digits + folded)
        found.append((start, end, folded))
    return found


def _key(folded: str) -> str:
    return folded.lstrip("0") or "0" if folded.isdigit() and len(folded) <= 2 else folded


def _telling_words() -> tuple[frozenset[str], frozenset[str]]:
    names = [*ARABIC_MONTHS, *LEVANTINE_MONTHS, *(name for row in (*HIJRI_MONTHS, *LATIN_MONTHS) for name in row)]
    folded = [folded_words(name) for name in names]
    first = {some[0] for some in folded if some[0] not in _BEFORE and not (some[0].isascii() and len(some[0]) < _SHORT)}
    return frozenset(first), frozenset(some[1] for some in folded if len(some) > 1 and some[0] in _BEFORE)


_MONTHS, _AFTER = _telling_words()
_GIVEN_NAMES: Final = frozenset(fold(word) for word in GIVEN_NAMES.split() if word.isalpha())

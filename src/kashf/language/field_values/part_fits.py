"""How well a piece of a value answers a kind of field, and where in a value a new thing seems to begin."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from kashf.domain.forms.template_fields import FieldKind, ValueType
from kashf.language.dates.date_tokens import DateWord, date_tokens
from kashf.language.field_values.answer_values import phrases, read_blood, read_yes_no
from kashf.language.field_values.date_values import read_date
from kashf.language.field_values.nation_values import nation_in
from kashf.language.field_values.value_states import written_signs
from kashf.language.identifiers.plain_signs import plain
from kashf.language.person_names.vocabulary import FATHER, MOTHER, PARTICLES, is_given_name
from kashf.language.places.other_names import names_a_place
from kashf.language.tables.field_words.label_heads import HEADS
from kashf.language.tables.field_words.part_words import PLACE_HEADS
from kashf.language.words.tokens import Word, folded_words, words

#: A piece answers: surely, likely, perhaps, or hardly.
_SURELY: Final = 3.0
_LIKELY: Final = 2.0
_PERHAPS: Final = 1.0
_HARDLY: Final = 0.0
_NEVER: Final = -2.0
#: Digits of the shortest telephone.
_PHONE_DIGITS: Final = 6
_NUMBERS: Final = re.compile(r"\d")
_LONG_NUMBER: Final = re.compile(r"\+?\d[\d \-]{5,}\d")
_DATE: Final = re.compile(r"\d{1,4}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{1,4}|(?<!\d)(?:19|20|1[34])\d\d(?!\d)")


@lru_cache(maxsize=1 << 13)
def fit(kind: FieldKind, piece: str) -> float:
    """Return how well a piece of a value answers a kind, from -2, never, to 3, surely.

    >>> fit(FieldKind.GO_BETWEEN, "أبو محمد") > fit(FieldKind.PLACE, "أبو محمد")
    True
    """
    return _FITS[kind.traits.type](kind, piece)


def soft_cuts(text: str) -> Iterator[int]:
    """Yield where a new thing seems to begin that no sign divides: a kunya, a date, a telephone, or what stands behind them.

    >>> [*soft_cuts("المعبر الشمالي أبو محمد الشمالي")]
    [15]
    """
    found = words(text)
    cuts = {word.start for before, word in pairwise(found) if _begins_kunya(before, word)}
    cuts |= {found[0].end} if len(found) > 1 and read_yes_no(text[: found[0].end]).key else set()
    signs = plain(text)
    for pattern in (_DATE, _LONG_NUMBER):
        for number in pattern.finditer(signs):
            cuts |= {number.start(), number.end()}
    yield from sorted(cut for cut in cuts if text[:cut].strip() and text[cut:].strip())


def _begins_kunya(before: Word, word: Word) -> bool:
    return PARTICLES.get(word.folded) in {FATHER, MOTHER} and before.folded not in PARTICLES and not is_given_name(before.folded)


def _name(kind: FieldKind, piece: str) -> float:
    said = folded_words(piece)
    if not said or all(word.isdigit() for word in said):
        return _NEVER
    is_kunya = PARTICLES.get(said[0]) in {FATHER, MOTHER} and len(said) > 1
    if kind is FieldKind.KUNYA:
        return _SURELY if is_kunya else _NEVER
    if is_kunya:
        return _SURELY if kind is not FieldKind.NAME else _PERHAPS
    if _NUMBERS.search(written_signs(piece)) or said[0] in phrases(PLACE_HEADS):
        return _HARDLY
    return _LIKELY if is_given_name(said[0]) else _PERHAPS


def _place(kind: FieldKind, piece: str) -> float:
    del kind
    said = folded_words(piece)
    if not said or all(word.isdigit() for word in said):
        return _NEVER
    if said[0] in phrases(PLACE_HEADS) or said[-1] in phrases(PLACE_HEADS):
        return _SURELY
    if PARTICLES.get(said[0]) in {FATHER, MOTHER}:
        return _HARDLY
    if nation_in(said) or names_a_place(said):
        return _LIKELY
    return _HARDLY if _NUMBERS.search(written_signs(piece)) or is_given_name(said[0]) else _PERHAPS


def _date(kind: FieldKind, piece: str) -> float:
    if not read_date(piece, kind=kind).is_known:
        return _NEVER
    return _LIKELY if any(token.kind is DateWord.UNKNOWN for token in date_tokens(piece)) else _SURELY


def _phone(kind: FieldKind, piece: str) -> float:
    del kind
    if sum(sign.isdecimal() for sign in piece) < _PHONE_DIGITS:
        return _LIKELY if not phrases(HEADS["phone-head"]).isdisjoint(folded_words(piece)) else _NEVER
    return _PERHAPS if any(sign.isalpha() for sign in piece) else _SURELY


def _number(kind: FieldKind, piece: str) -> float:
    del kind
    return _LIKELY if _NUMBERS.search(written_signs(piece)) else _NEVER


def _yes_no(kind: FieldKind, piece: str) -> float:
    del kind
    return _SURELY if read_yes_no(piece).key and len(folded_words(piece)) <= 3 else _NEVER


def _nation(kind: FieldKind, piece: str) -> float:
    del kind
    said = folded_words(piece)
    return _SURELY if said and nation_in(said) else _HARDLY


def _choice(kind: FieldKind, piece: str) -> float:
    if kind is FieldKind.BLOOD:
        return _SURELY if not read_blood(piece).is_doubtful else _NEVER
    return _HARDLY if _NUMBERS.search(written_signs(piece)) else _PERHAPS


def _text(kind: FieldKind, piece: str) -> float:
    del kind, piece
    return _PERHAPS


_FITS: Final[Mapping[ValueType, Callable[[FieldKind, str], float]]] = MappingProxyType(
    {
        ValueType.NAME: _name,
        ValueType.PLACE: _place,
        ValueType.DATE: _date,
        ValueType.PHONE: _phone,
        ValueType.NUMBER: _number,
        ValueType.YES_NO: _yes_no,
        ValueType.NATION: _nation,
        ValueType.CHOICE: _choice,
        ValueType.TEXT: _text,
    }
)

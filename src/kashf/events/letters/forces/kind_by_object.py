"""Which act an unknown word tells of, by what stands behind it: its object, amounts, money, a person and a post, from and to."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from kashf.domain.letters.instructions import Instruction
from kashf.events.letters.phrases import WORD_END, any_of
from kashf.language.tables.letters.deeds.object_words import BEFORE_OBJECT, FROM_POST, OBJECTS, OF_PERSON, OF_POST, ONLY_ALLOWED

_OTHER: Final = "other"
_MONEY: Final = "money"
_ARMS: Final = "carry-arms"
_MOVED: Final = "transfer"
#: Forces by which something is left to somebody, or kept from him.
_ALLOWING: Final = ("forbid", "permit")
#: Code points behind a deed in which its object stands.
_NEAR: Final = 40


def kind_by_object(folded: str, start: int, end: int, read: Instruction) -> str:
    """Return the kind of an act whose word no table has; "other" where what stands behind it does not tell.

    Args:
        folded: The text.
        start: Where the word ends.
        end: Where the clause does.
        read: What else the clause says.
    """
    force, has_ways = read.force.value, bool(read.origin or read.goal)
    has_things = any(each.thing != _MONEY for each in read.things)
    if any(each.thing == _MONEY for each in read.things):
        return "pay"
    if post := _post(with_person=bool(read.people)).search(folded, start, end):
        return _OTHER if has_ways and read.kind == _MOVED else "dismiss" if post["from"] else "appoint"
    found = _object().match(folded, start, min(end, start + _NEAR))
    kind = next((code for code in OBJECTS if found and found[code.replace("-", "_")]), _OTHER)
    if kind != _OTHER and (kind not in ONLY_ALLOWED or force in _ALLOWING):
        return kind
    if force in _ALLOWING:
        is_of_arms = _arms().search(folded, start, min(end, start + _NEAR)) is not None
        return _ARMS if is_of_arms else "trade" if has_things else "travel" if has_ways else _OTHER
    is_delivered = has_things and read.goal is not None
    return "deliver" if is_delivered else "transfer" if read.people and has_ways else _OTHER


@lru_cache(maxsize=1)
def _object() -> re.Pattern[str]:
    kinds = "|".join(f"(?P<{code.replace('-', '_')}>{any_of(phrases)})" for code, phrases in OBJECTS.items())
    before = rf"(?:{any_of(BEFORE_OBJECT)}{WORD_END}\s+)"
    return re.compile(rf"\W*{before}{{0,2}}(?:ب|ل)?(?:{kinds})(?!\w)")


@lru_cache(maxsize=1)
def _arms() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(OBJECTS[_ARMS])}{WORD_END}")


@lru_cache(maxsize=2)
def _post(*, with_person: bool) -> re.Pattern[str]:
    posts = any_of(f"{OF_POST}|{OF_PERSON}" if with_person else OF_POST)
    return re.compile(rf"(?<!\w)(?:(?P<from>{any_of(FROM_POST)})\s+)?{posts}{WORD_END}")

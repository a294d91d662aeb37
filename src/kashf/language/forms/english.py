"""The forms of one English word: plural, past, with -ing; by rule, and by a table of those that follow none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from kashf.language.tables.spelling.english_irregular import ENGLISH_IRREGULAR
from kashf.language.words.folding import Folded

_VOWELS: Final = frozenset("aeiou")
_LEAST: Final = 3


def english_forms(word: Folded) -> frozenset[Folded]:
    """Return the forms of the word that a folded Latin word is a form of; candidates, to be looked up among the words of a case.

    >>> (
    ...     {"attacked", "attacking", "attacks"} <= english_forms("attack"),
    ...     "carry" in english_forms("carried"),
    ...     "plan" in english_forms("planned"),
    ... )
    (True, True, True)
    >>> "bought" in english_forms("buying")
    True
    """
    known = _irregular().get(word, frozenset())
    if len(word) < 4:
        return known | frozenset((word, Folded(f"{word}s")))
    return known | frozenset(form for base in _bases(word) for form in _inflected(base))


def _bases(word: Folded) -> Iterator[str]:
    yield word
    for ending, back in (("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e")):
        base = word[: -len(ending)] + back if word.endswith(ending) else ""
        if len(base) >= _LEAST and not _VOWELS.isdisjoint(base) and not (ending == "s" and base.endswith("s")):
            yield base
            if ending in {"ed", "ing"} and not back and base[-1] == base[-2] and base[-1] not in "lsz":
                yield base[:-1]


def _inflected(base: str) -> Iterator[Folded]:
    stem = base.removesuffix("e")
    yield from map(Folded, (base, f"{base}s", f"{stem}ed", f"{stem}ing"))
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        yield Folded(f"{base}es")
    if base.endswith("y") and base[-2] not in _VOWELS:
        yield from (Folded(f"{base[:-1]}ies"), Folded(f"{base[:-1]}ied"))
    if len(base) > 2 and base[-1] not in _VOWELS and base[-1] not in "wxy" and base[-2] in _VOWELS and base[-3] not in _VOWELS:
        yield from (Folded(f"{base}{base[-1]}ed"), Folded(f"{base}{base[-1]}ing"))


@lru_cache(maxsize=1)
def _irregular() -> dict[str, frozenset[Folded]]:
    lines = [frozenset(map(Folded, line.split())) for line in ENGLISH_IRREGULAR.strip().splitlines()]
    return {form: line for line in lines for form in line}

"""The forms of one English word: plural, past, with -ing, by rule and by table; the nouns of a verb; British and American."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from kashf.language.tables.spelling.english_irregular import ENGLISH_IRREGULAR, ENGLISH_NOUNS
from kashf.language.words.folding import Folded

_VOWELS: Final = frozenset("aeiou")
_LEAST: Final = 3
#: Endings that British and American writers spell otherwise, each way.
_ATLANTIC: Final = (
    *(("our", "or"), ("or", "our"), ("ise", "ize"), ("ize", "ise"), ("isation", "ization"), ("ization", "isation")),
    *(("ence", "ense"), ("ense", "ence"), ("yse", "yze"), ("yze", "yse"), ("ogue", "og"), ("tre", "ter")),
)
#: Endings of a verb and of the noun of doing it.
_OF_DOING: Final = (("ate", "ation"), ("ation", "ate"), ("ize", "ization"), ("ization", "ize"), ("ise", "isation"), ("isation", "ise"))


def english_forms(word: Folded) -> frozenset[Folded]:
    """Return the forms of the word that a folded Latin word is a form of; candidates, to be looked up among the words of a case.

    >>> (
    ...     {"attacked", "attacking", "attacks"} <= english_forms("attack"),
    ...     "carry" in english_forms("carried"),
    ...     "plan" in english_forms("planned"),
    ... )
    (True, True, True)
    >>> "bought" in english_forms("buying"), "withdrawals" in english_forms("withdraw"), "organised" in english_forms("organize")
    (True, True, True)
    """
    known = _irregular().get(word, frozenset())
    if len(word) < 4:
        nouns = (form for noun in _nouns().get(word, ()) for form in _inflected(noun))
        return known | frozenset((word, Folded(f"{word}s"), *nouns))
    bases = dict.fromkeys(other for base in _bases(word) for other in _spelled(base))
    related = dict.fromkeys([*bases, *(each for base in bases for each in _related(base))])
    return known | frozenset(form for base in related for form in (*_irregular().get(Folded(base), ()), *_inflected(base)))


def _spelled(base: str) -> Iterator[str]:
    """Yield a word as typed, and as the other side of the Atlantic spells it."""
    yield base
    yield from (base[: -len(one)] + other for one, other in _ATLANTIC if base.endswith(one) and len(base) - len(one) >= _LEAST)


def _related(base: str) -> Iterator[str]:
    """Yield the nouns of a verb, the verb of a noun, and of -ate and -ize what has -ation."""
    yield from _nouns().get(base, ())
    yield from (base[: -len(one)] + other for one, other in _OF_DOING if base.endswith(one) and len(base) - len(one) > _LEAST)


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


@lru_cache(maxsize=1)
def _nouns() -> dict[str, frozenset[str]]:
    """Return the nouns of each verb, and the verb of each noun; two nouns of one verb are two words."""
    found: dict[str, frozenset[str]] = {}
    for verb, *nouns in map(str.split, ENGLISH_NOUNS.strip().splitlines()):
        found[verb] = found.get(verb, frozenset()) | frozenset(nouns)
        found |= {noun: found.get(noun, frozenset()) | {verb} for noun in nouns}
    return found

"""The forms of one Arabic verb: past, present and the noun of doing, of derived verbs by their shape, of the first form by a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from kashf.language.tables.spelling.broken_plurals import FIRST_FORM
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import folded_words

_PRONOUNS: Final = ("", "ه", "ها", "هم", "نا", "ني", "كم")
_PAST_ENDINGS: Final = ("", "ت", "تا", "ا", "وا", "و", "ن", "نا", "تم")
_PRESENT_ENDINGS: Final = ("", "ون", "ين", "ان", "وا", "و", "ن")
_BEFORE_PAST: Final = ("", "و", "ف")
_BEFORE_PRESENT: Final = ("", "و", "ف", "س", "ل", "وس", "فس", "ول", "فل")
_PERSONS: Final = ("ي", "ت", "ن", "ا")

#: What stands before and among the three letters of a root, behind the alef that only past and noun have: VII, VIII, X.
_DERIVED: Final = tuple(re.compile(shape) for shape in ("ن(.)(.)(.)", "(.)[تطد](.)(.)", "ست(.)(.)(.)"))
_FUTURE: Final = "[سل]"
_PERSON: Final = "[يتن]"
_ARTICLES: Final = ("ال", "وال", "بال", "لل")


def _any_of(endings: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(filter(None, endings))})?"


_PRESENT: Final = re.compile(f"{_FUTURE}?{_PERSON}(.{{4,5}}?){_any_of(_PRESENT_ENDINGS)}{_any_of(_PRONOUNS)}")
_PAST: Final = re.compile(f"ا(.{{4,5}}?){_any_of(_PAST_ENDINGS)}{_any_of(_PRONOUNS)}")
#: The noun of doing has a long a before the last letter.
_NOUN: Final = re.compile(f"{_any_of(_ARTICLES)}ا(.{{3,4}})ا(.){_any_of((*_PRONOUNS, 'ات'))}")


#: A verb of the table with what stands before and behind it.
_PLAIN_PAST: Final = re.compile(f"(.{{2,5}}?){_any_of(_PAST_ENDINGS)}{_any_of(_PRONOUNS)}")
_PLAIN_PRESENT: Final = re.compile(f"{_FUTURE}?{_PERSON}(.{{2,5}}?){_any_of(_PRESENT_ENDINGS)}{_any_of(_PRONOUNS)}")
#: V and VI, whose past begins with ta: seen in the present, VI also in the past by its long vowel.
_REFLEXIVE: Final = (
    re.compile(f"{_FUTURE}?{_PERSON}(ت.ا?..){_any_of(_PRESENT_ENDINGS)}{_any_of(_PRONOUNS)}"),
    re.compile(f"(ت.ا..){_any_of(_PAST_ENDINGS)}"),
)


def verb_forms(word: Folded) -> frozenset[Folded]:
    """Return the forms of the verb that a folded word is a form of, or the noun of; nothing where no verb can be seen in it.

    >>> {"ينسحبون", "انسحبت"} <= verb_forms("انسحب") and "انسحب" in verb_forms("سينسحبون")
    True
    >>> verb_forms("بيت")
    frozenset()
    """
    return frozenset(form for past, present, _ in _stems(word) for form in _conjugated(past, present))


def nouns_of_doing(word: Folded) -> tuple[Folded, ...]:
    """Return the nouns of doing of the verb that a folded word is a form of.

    >>> nouns_of_doing("ينسحبون"), nouns_of_doing("وصل")
    (('انسحاب',), ('وصول',))
    """
    return tuple(Folded(noun) for _, _, nouns in _stems(word) for noun in nouns)


def is_first_form(word: Folded) -> bool:
    """Return whether a folded word is a form of a verb of the table, or its noun."""
    return word in _listed()


def _stems(word: Folded) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield past, present without its person, and nouns of each verb that a word may belong to."""
    for past, present, *nouns in dict.fromkeys(verb for form in _cores(word) for verb in _listed().get(form, ())):
        yield past, present[1:], tuple(nouns)
    seen = {"".join(found.groups()) for shape in (_PRESENT, _PAST, _NOUN) if (found := shape.fullmatch(word))}
    for core in sorted(seen):
        if any(shape.fullmatch(core) for shape in _DERIVED):
            yield f"ا{core}", core, (f"ا{core[:-1]}ا{core[-1]}",)
    for found in filter(None, (shape.fullmatch(word) for shape in _REFLEXIVE)):
        yield found[1], found[1], (found[1],)


def _cores(word: Folded) -> Iterator[Folded]:
    """Yield a word, and what it is as a past or a present of the table: without what stands before and behind."""
    yield word
    if found := _PLAIN_PAST.fullmatch(word):
        yield from (Folded(found[1]), Folded(f"{found[1]}ي"))
    if found := _PLAIN_PRESENT.fullmatch(word):
        yield from (Folded(f"ي{found[1]}"), Folded(f"ي{found[1]}ي"))
    if word.startswith("ال"):
        yield Folded(word[2:])


def _conjugated(past: str, present: str) -> Iterator[Folded]:
    pasts, presents = ([stem, stem[:-1]] if stem.endswith("ي") else [stem] for stem in (past, present))
    for pronoun in _PRONOUNS:
        yield from (Folded(f"{before}{stem}{end}{pronoun}") for stem in pasts for before in _BEFORE_PAST for end in _PAST_ENDINGS)
        yield from (
            Folded(f"{before}{person}{stem}{end}{pronoun}")
            for stem in presents
            for before in _BEFORE_PRESENT
            for person in _PERSONS
            for end in _PRESENT_ENDINGS
        )


@lru_cache(maxsize=1)
def _listed() -> dict[Folded, tuple[tuple[Folded, ...], ...]]:
    found: dict[Folded, tuple[tuple[Folded, ...], ...]] = {}
    for line in FIRST_FORM.strip().splitlines():
        verb = tuple(folded_words(line))
        for form in verb:
            found[form] = (*found.get(form, ()), verb)
    return found

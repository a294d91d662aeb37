"""The forms of one Arabic verb: past, present, noun of doing, participle; of derived verbs by their shape, of the first form by a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from kashf.language.tables.spelling.broken_plurals import FIRST_FORM, NO_PARTICIPLES
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import folded_words

_PRONOUNS: Final = ("", "ه", "ها", "هم", "نا", "ني", "كم", "هما")
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
#: A letter that is no long vowel, and the same at the end, where the ta marbuta is none either.
_FIRM: Final = "[^اوي]"
_LAST: Final = "[^اويه]"
#: Of a root whose letters are sound, what follows the م of the participle; of others it would be seen in مكتبه, منطقه and مكتوب too.
_SOUND: Final = re.compile(f"ن{_LAST}{_FIRM}{_LAST}|{_LAST}[تطد]{_FIRM}{_LAST}|ست{_FIRM}{_FIRM}{_LAST}|ت{_LAST}ا?[^ا]{_LAST}")
_PARTICIPLE_ENDINGS: Final = ("ون", "ين", "ان", "ات", "و", "ي", "تين", "تان")
_PARTICIPLE: Final = re.compile(f"[فو]?(?:{_any_of((*'بلك', *_ARTICLES))})م(.{{4,5}}?){_any_of(_PARTICIPLE_ENDINGS)}{_any_of(_PRONOUNS)}")

#: A verb of the table with what stands before and behind it.
_PLAIN_PAST: Final = re.compile(f"(.{{2,5}}?){_any_of(_PAST_ENDINGS)}{_any_of(_PRONOUNS)}")
_PLAIN_PRESENT: Final = re.compile(f"{_FUTURE}?{_PERSON}(.{{2,5}}?){_any_of(_PRESENT_ENDINGS)}{_any_of(_PRONOUNS)}")
#: V and VI, whose past begins with ta; of sound roots, since تركيا and تقرير are none.
_REFLEXIVE: Final = (
    re.compile(f"{_FUTURE}?{_PERSON}(ت.ا?..){_any_of(_PRESENT_ENDINGS)}{_any_of(_PRONOUNS)}"),
    re.compile(f"(ت.ا..|ت{_FIRM}[^ا]{_LAST}){_any_of(_PAST_ENDINGS)}"),
)


def verb_forms(word: Folded) -> frozenset[Folded]:
    """Return the forms of the verb that a folded word is a form of, or the noun of; nothing where no verb can be seen in it.

    >>> {"ينسحبون", "انسحبت"} <= verb_forms("انسحب") and "انسحب" in verb_forms("سينسحبون")
    True
    >>> verb_forms("بيت")
    frozenset()
    """
    return frozenset(form for past, present, _ in _stems(word) for form in _conjugated(past, present))


def verbal_nouns(word: Folded) -> tuple[Folded, ...]:
    """Return the nouns of doing of the verb that a folded word is a form of, and its participle where that shows in its letters.

    >>> verbal_nouns("ينسحبون"), verbal_nouns("بالمنسحبين"), verbal_nouns("وصل"), verbal_nouns("مكتبه")
    (('انسحاب', 'منسحب'), ('انسحاب', 'منسحب'), ('وصول',), ())
    """
    return tuple(Folded(noun) for _, _, nouns in _stems(word) for noun in nouns)


def is_first_form(word: Folded) -> bool:
    """Return whether a folded word is a form of a verb of the table, or its noun."""
    return word in _listed()


def _stems(word: Folded) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield past, present without its person, and nouns of each verb that a word may belong to."""
    for past, present, *nouns in dict.fromkeys(verb for form in _cores(word) for verb in _listed().get(form, ())):
        yield past, present[1:], tuple(nouns)
    participle = _PARTICIPLE.fullmatch(word)
    behind = participle[1] if participle and _participle(participle[1]) else ""
    seen = {"".join(found.groups()) for shape in (_PRESENT, _PAST, _NOUN) if (found := shape.fullmatch(word))}
    for core in sorted({*seen, behind}):
        if any(shape.fullmatch(core) for shape in _DERIVED):
            yield f"ا{core}", core, (f"ا{core[:-1]}ا{core[-1]}", *_participle(core))
    reflexive = {found[1] for shape in _REFLEXIVE if (found := shape.fullmatch(word))}
    for core in sorted(reflexive | ({behind} if behind.startswith("ت") else set())):
        yield core, core, (core, *_participle(core))


def _participle(core: str) -> tuple[str, ...]:
    return (f"م{core}",) if _SOUND.fullmatch(core) and f"م{core}" not in _nouns_of_their_own() else ()


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
def _nouns_of_their_own() -> frozenset[Folded]:
    return frozenset(folded_words(NO_PARTICIPLES))


@lru_cache(maxsize=1)
def _listed() -> dict[Folded, tuple[tuple[Folded, ...], ...]]:
    found: dict[Folded, tuple[tuple[Folded, ...], ...]] = {}
    for line in FIRST_FORM.strip().splitlines():
        verb = tuple(folded_words(line))
        for form in verb:
            found[form] = (*found.get(form, ()), verb)
    return found

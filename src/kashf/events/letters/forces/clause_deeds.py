"""The deeds of an Arabic clause by their place in it: the one at its head or behind the word that orders, and those that "and" adds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from kashf.events.letters.citations.addressed import is_class, is_office, is_post
from kashf.events.letters.forces.clause_force import WordAt
from kashf.language.forms.arabic_deeds import DeedShape, DeedWord, deed_words
from kashf.language.tables.letters import act_words
from kashf.language.tables.letters.deeds import deed_verbs
from kashf.language.words.folding import Folded, fold
from kashf.language.words.tokens import folded_words

_WORD: Final = re.compile(r"[^\W\d_]+")
#: Words behind a word that orders, or behind a verb that only helps, within which its deed stands: who is meant may stand between.
_NEAR: Final = 11
#: Letters of a deed of which nothing is known, at the least, and of a noun of the fifth form.
_LEAST: Final = 2
_SHORT: Final = 4
#: Letters written onto a word that is somebody, or onto "you" and "us".
_NOBODY: Final = re.compile(rf"ل.*|.*(?:كم|{'نا'})")


#: What stands before a deed behind a force, where who is meant may stand between, and where he is named with "to".
_BEFORE_DEED: Final = (("", "ب", "بال"), ("ب", "بال"))


class DeedAt(NamedTuple):
    """A deed and where its word stands in the folded text, the "and" written onto it aside."""

    deed: DeedWord
    start: int
    end: int


def deed_behind(folded: str, start: int, end: int, *, is_sure: bool = False) -> DeedAt | None:
    """Return the deed behind a word that orders, asks, forbids or tells: its verbal noun, or its verb behind "that".

    Args:
        folded: The text.
        start: Where the word ends.
        end: Where the clause does.
        is_sure: Whether that word has the deed right behind it, so that any noun there is one.

    >>> found = deed_behind(fold("على جميع المكاتب تحصين مقارها"), 4, 29)
    >>> found.deed.shape.value if found else None
    'noun'
    """
    helping: DeedAt | None = None
    late: DeedAt | None = None
    before, is_next, needs_in = "", True, False
    for count, word in enumerate(_WORD.finditer(folded, start, end)):
        if count > _NEAR or (not is_next and _stops(folded, word)):
            break
        text = Folded(word[0])
        for deed in () if text in _beside() else deed_words(text):
            is_that = deed.shape is DeedShape.PRESENT and before in _that()
            is_noun = deed.shape is DeedShape.NOUN and not deed.joint and (deed.before in _BEFORE_DEED[needs_in] or is_next)
            if is_noun and text in _light():
                helping = helping or _at(deed, word)
                break
            if deed.shape is DeedShape.NOUN and deed.before == "ال" and not deed.joint and not is_next and deed.kind:
                late = late or _at(deed, word)
            if is_that or (is_noun and (helping is None or is_next or deed.before)):
                return _at(deed, word)
        is_sure = is_sure and text not in _leaving()
        needs_in = needs_in or (is_next and not deed_words(text) and _is_to_somebody(text))
        is_led = text in _beside() or text in _fillers() or text in _light() or text in _that()
        if is_sure and is_next and not is_led and helping is None and _may_be_deed(text):
            return _at(DeedWord(DeedShape.NOUN, ""), word)
        is_next = is_next and is_led
        before = text
    return helping or late


def _is_to_somebody(word: Folded) -> bool:
    """Return whether a word right behind a force is somebody to whom something is granted: what, stands behind "in"."""
    return word.startswith("ل") and len(word) > _SHORT


def _may_be_deed(word: Folded) -> bool:
    """Return whether a word right behind one that orders may be a deed of which nothing is known: no office, person, thing said before."""
    bare = word.removeprefix("ب")
    if len(bare) <= _LEAST or word in _no_unknown() or _NOBODY.fullmatch(word) or bare.endswith("ين"):
        return False
    return not (is_office(bare) or is_class(bare) or is_post(bare))


def head_deeds(folded: str, start: int, end: int) -> Iterator[DeedAt]:
    """Yield what the first word of a clause may be of a verb, what only leads to it aside; behind what only helps, the noun it helps."""
    for word in _WORD.finditer(folded, start, end):
        text = Folded(word[0])
        if text in _beside():
            continue
        if text in _light_verbs():
            if found := _noun_in(folded, word.end(), end):
                shape = DeedShape.PRESENT if text.lstrip("و")[0] in "يت" else DeedShape.JUSSIVE
                yield DeedAt(found.deed._replace(shape=shape, before=text.lstrip("و")[0]), found.start, found.end)
            return
        if text in _light() and (found := deed_behind(folded, word.start(), end)):
            yield found
            return
        deeds = [_at(deed, word) for deed in deed_words(text) if _can_begin(deed)]
        yield from sorted(deeds, key=lambda each: not _is_verb_first(each))
        return


def _is_verb_first(found: DeedAt) -> bool:
    """Return whether a word that may be a noun of the fifth form is likelier a present: "is moved" is, at the head of a clause."""
    return (
        found.deed.shape is DeedShape.PRESENT and found.deed.before == "ت" and bool(found.deed.kind) and found.end - found.start == _SHORT
    )


def _can_begin(deed: DeedWord) -> bool:
    return deed.shape is not DeedShape.NOUN or (not deed.before and not deed.joint)


def _noun_in(folded: str, start: int, end: int) -> DeedAt | None:
    """Return the verbal noun that a helping verb leads to, with "in" or as its object."""
    for count, word in enumerate(_WORD.finditer(folded, start, end)):
        if count > _NEAR:
            break
        text = Folded(word[0])
        for deed in deed_words(text):
            if deed.shape is DeedShape.NOUN and not deed.joint and deed.before in {"", "ب", "بال"} and text not in _light():
                return _at(deed, word)
    return None


def joined_deeds(folded: str, head: DeedAt, end: int, *, shapes: frozenset[DeedShape]) -> Iterator[DeedAt]:
    """Yield the deeds that "and", "then" or a comma adds to the one at the head of a clause, in the same form of the verb.

    Args:
        folded: The text.
        head: The deed at the head.
        end: Where the clause ends.
        shapes: The forms in which it may go on: that of the deed, and that of the word which orders or tells it.
    """
    is_then = is_that = is_aside = False
    is_subjunctive = folded[: head.start].rsplit(None, 1)[-1:] in [[each] for each in _that()]
    count = 0
    for word in _WORD.finditer(folded, head.end, end):
        text = Folded(word[0])
        count += 1
        if text in _then() or text in _and_that():
            is_then, is_that = text in _then(), text in _and_that() and is_subjunctive
            continue
        is_stopped = _stops(folded, word)
        is_aside = is_aside and not is_stopped
        goes_on = (
            each
            for each in deed_words(text)
            if _goes_on(each, head.deed, shapes, is_led=is_then or is_that, is_stopped=is_stopped)
            and (each.shape is not DeedShape.NOUN or len(text) > _SHORT - 1)
        )
        found = next(goes_on, None)
        if text in _and_not():
            found = DeedWord(DeedShape.NOUN, "", "و")
        if found and count > 1 and not is_aside and (found.shape is not DeedShape.NOUN or _WORD.search(folded, word.end(), end)):
            yield _at(found, word)
            count = 0
        elif text in _aside() or _gives_purpose(text):
            is_aside = head.deed.shape is DeedShape.NOUN
        is_then = is_that = False


def _gives_purpose(word: Folded) -> bool:
    return any(deed.shape is DeedShape.NOUN and not deed.joint and deed.before in {"ل", "لل"} for deed in deed_words(word))


def _goes_on(deed: DeedWord, head: DeedWord, shapes: frozenset[DeedShape], *, is_led: bool, is_stopped: bool) -> bool:
    """Return whether a deed is in a form of the verb in which a clause may go on, behind "and", "then", "and that", or a comma."""
    is_joined = (
        is_led or deed.joint == "و" or (deed.joint == "ف" and deed.shape in {DeedShape.PAST, DeedShape.IMPERATIVE} and bool(deed.kind))
    )
    if not is_joined and not (is_stopped and deed.kind and not deed.joint):
        return False
    fits = {
        DeedShape.NOUN: deed.before == "" or (deed.before == "ب" == head.before),
        DeedShape.PRESENT: bool(deed.kind) or deed.before == "ي" or is_led,
        DeedShape.PAST: is_joined and bool((deed.kind and deed.before) or deed.before == "نا"),
        DeedShape.IMPERATIVE: True,
        DeedShape.JUSSIVE: DeedShape.PRESENT in shapes,
    }
    if deed.shape is DeedShape.PRESENT and deed.is_future:
        return is_joined
    return fits[deed.shape] and (deed.shape in shapes or deed.shape is DeedShape.JUSSIVE)


def _stops(folded: str, word: re.Match[str]) -> bool:
    """Return whether a stop stands right before a word."""
    return folded[max(0, word.start() - 2) : word.start()].strip() in {"،", ",", ":", "؛"}


def _at(deed: DeedWord, word: re.Match[str]) -> DeedAt:
    return DeedAt(deed, word.start() + len(deed.joint), word.end())


def word_of(deed: DeedAt) -> WordAt:
    """Return a deed as a word with the code of its kind."""
    return WordAt(deed.deed.kind or "other", deed.start, deed.end)


@lru_cache(maxsize=1)
def _beside() -> frozenset[str]:
    return frozenset(folded_words(deed_verbs.BESIDE_DEEDS))


@lru_cache(maxsize=1)
def _fillers() -> frozenset[str]:
    return frozenset(folded_words(act_words.FILLERS.replace("|", " ")))


@lru_cache(maxsize=1)
def _light() -> frozenset[str]:
    words = folded_words(deed_verbs.LIGHT_NOUNS.replace("|", " "))
    return frozenset(word for each in words for word in (each, f"ب{each}", f"{fold('بال')}{each.removeprefix('ال')}"))


@lru_cache(maxsize=1)
def _light_verbs() -> frozenset[str]:
    words = folded_words(deed_verbs.LIGHT_VERBS)
    return frozenset((*words, *(f"و{each}" for each in words)))


@lru_cache(maxsize=1)
def _that() -> frozenset[str]:
    return frozenset(folded_words(deed_verbs.THAT))


@lru_cache(maxsize=1)
def _then() -> frozenset[str]:
    return frozenset(folded_words(deed_verbs.THEN))


@lru_cache(maxsize=1)
def _no_unknown() -> frozenset[str]:
    return frozenset(folded_words(deed_verbs.NO_UNKNOWN_DEEDS))


@lru_cache(maxsize=1)
def _leaving() -> frozenset[str]:
    """Return the words behind which stands somebody or something, and no deed that is right behind a force."""
    return frozenset(folded_words(deed_verbs.LEAVING))


@lru_cache(maxsize=1)
def _and_that() -> frozenset[str]:
    return frozenset(folded_words(deed_verbs.AND_THAT))


@lru_cache(maxsize=1)
def _and_not() -> frozenset[str]:
    return frozenset(folded_words(deed_verbs.AND_NOT))


@lru_cache(maxsize=1)
def _aside() -> frozenset[str]:
    return frozenset(folded_words(deed_verbs.BEFORE_ASIDE))

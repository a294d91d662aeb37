"""What one Arabic word may be of a verb: its verbal noun, present, imperative or past; by the table of deeds, else by its shape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from kashf.language.forms.arabic_nouns import is_broken_plural
from kashf.language.person_names.vocabulary import GIVEN_NAMES
from kashf.language.tables.letters.deeds.deed_verbs import NO_DEEDS, NO_PAST, STATIVES, VERBS
from kashf.language.words.folding import Folded, fold
from kashf.language.words.tokens import folded_words


class DeedShape(StrEnum):
    """Which form of a verb a word is."""

    NOUN = "noun"
    PRESENT = "present"
    #: "Let him": lam before a present.
    JUSSIVE = "jussive"
    IMPERATIVE = "imperative"
    PAST = "past"


class DeedWord(NamedTuple):
    """What a word may be of a verb.

    Attributes:
        shape: Which form.
        kind: What is done, by its code in the tables; "" where only the shape tells that it is a verb.
        joint: "And", written onto it: و, ف or "".
        before: Preposition and article behind the joint.
        owner: The pronoun behind it.
        is_future: Whether the letter of the future stands before it.
    """

    shape: DeedShape
    kind: str
    joint: str = ""
    before: str = ""
    owner: str = ""
    is_future: bool = False


_LEAST: Final = 3
_OWNERS: Final = ("هما", "نا", "كم", "ها", "هم", "هن", "ه", "ي", "ك")
_BEFORE_NOUN: Final = ("بال", "لل", "ال", "ب", "ل", "")
#: A letter that is no alef, no weak one; of an ending, neither alef nor ta marbuta.
_FIRM: Final = "[^اي]"
_LAST: Final = "[^اه]"
#: Verbal nouns that have one shape: تفعيل, تفعلة, إفعال, إعادة, إخلاء, مفاعلة, انفعال, افتعال, استفعال, استعادة.
_NOUN_SHAPES: Final = (
    *(f"ت[^ا]{_FIRM}ي{_LAST}", f"تا{_FIRM}ي{_LAST}", "ت..يه", "ا[^لا].ا[^ه]", "ا[^ل]ا[^ا]ه", f"م[^ا]ا{_FIRM}.ه", "م[^ا]اعاه"),
    *("ان[^ا][^ا]ا.", "ا[^ا][تطد].ا[^ه]", "است..ا.", "است.ا.ه"),
)
_NOUN_SHAPE: Final = re.compile("|".join(_NOUN_SHAPES))
#: Presents of one shape, without the letter of the person: of sound derived verbs and of the first form.
_PRESENT_SHAPE: Final = re.compile(r"[^ايوه\W][^ا\W]?[^\W]{2,3}")
_IMPERATIVE_SHAPE: Final = re.compile(r"ا?[^\W]{2,5}وا")
_WE: Final = "نا"
_WE_SHAPES: Final = (rf"[^الم\W]\w{{1,2}}(?!\d){_FIRM}", "ا[^\\Wل]\\w{1,2}ي", "ا\\w[تطد]\\w{2}", "است\\w{2,3}", "ان\\w{3}", "ت\\w{3}")
_WE_SHAPE: Final = re.compile(f"(?:{'|'.join(_WE_SHAPES)}){_WE}")


@lru_cache(maxsize=1 << 14)
def deed_words(word: Folded) -> tuple[DeedWord, ...]:
    """Return what a folded word may be of a verb, the likeliest first; nothing where it is none.

    >>> [(each.shape.value, each.kind) for each in deed_words(fold("وتسليمها"))]
    [('noun', 'deliver')]
    >>> [each.shape.value for each in deed_words(fold("انقلوا"))], deed_words(fold("بيت"))
    (['imperative'], ())
    """
    found = [each for joint in ("", "و", "ف") if word.startswith(joint) for each in _read(word[len(joint) :], joint)]
    return tuple(sorted(found, key=lambda each: (not each.kind, bool(each.joint)))) if len(word) > 1 else ()


def is_stative(word: str) -> bool:
    """Return whether a folded word is a present that tells what is so, and no act."""
    return word.removeprefix("و") in _statives()


def _read(word: str, joint: str) -> Iterator[DeedWord]:
    if len(word) < 2 or (word in _no_deeds() and word not in _nouns()):
        return
    yield from _noun(word, joint)
    yield from _imperative(word, joint)
    yield from _present(word, joint)
    yield from _past(word, joint)


def _noun(word: str, joint: str) -> Iterator[DeedWord]:
    for before in _BEFORE_NOUN:
        core = word.removeprefix(before)
        if not word.startswith(before) or len(core) < 2:
            continue
        for stem, owner in _owned(core):
            if (kind := _nouns().get(stem)) and (len(stem) > 2 or stem == word):
                yield DeedWord(DeedShape.NOUN, kind, joint, before, owner)
                return
            if (
                not stem.startswith("ال")
                and core not in _no_deeds()
                and stem not in _no_deeds()
                and _NOUN_SHAPE.fullmatch(stem)
                and not is_broken_plural(Folded(stem))
                and stem not in GIVEN_NAMES
            ):
                yield DeedWord(DeedShape.NOUN, "", joint, before, owner)
                return


def _owned(core: str) -> Iterator[tuple[str, str]]:
    """Yield a noun as it stands and without the pronoun behind it, its last letter as it is without."""
    yield core, ""
    for owner in _OWNERS:
        stem = core.removesuffix(owner)
        if core.endswith(owner) and len(stem) >= 2:
            yield stem, owner
            if stem[-1] == "ت":
                yield f"{stem[:-1]}ه", owner
            if stem[-1] in "وي" and stem[-2] == "ا":
                yield f"{stem[:-1]}ء", owner
            if stem[-1] == "ا":
                yield f"{stem}ء", owner


def _imperative(word: str, joint: str) -> Iterator[DeedWord]:
    ending = next((end for end in ("وا", "ونا", "وه", "وها", "وهم") if word.endswith(end)), "")
    stem = word[: -len(ending)] if ending else ""
    bare = stem.removeprefix("ا")
    if len(bare) < 2 or (stem.startswith(("ي", "ت")) and f"{stem}" not in _presents()):
        return
    if kind := _presents().get(bare) or _presents().get(stem):
        yield DeedWord(DeedShape.IMPERATIVE, kind, joint)
    elif ending == "وا" and _IMPERATIVE_SHAPE.fullmatch(word):
        yield DeedWord(DeedShape.IMPERATIVE, "", joint)


def _present(word: str, joint: str) -> Iterator[DeedWord]:
    if word in _statives():
        return
    for sign in ("", "س", "ل"):
        core = word.removeprefix(sign)
        if not word.startswith(sign) or len(core) < _LEAST or core[0] not in ("ايتن" if sign == "س" else "يتن") or core in _statives():
            continue
        shape = DeedShape.JUSSIVE if sign == "ل" else DeedShape.PRESENT
        for stem in _without_endings(core[1:]):
            if kind := _presents().get(stem):
                yield DeedWord(shape, kind, joint, core[0], is_future=sign == "س")
                return
        if _PRESENT_SHAPE.fullmatch(core[1:]) and (core[0] in "يت" or sign == "س"):
            yield DeedWord(shape, "", joint, core[0], is_future=sign == "س")
            return


def _without_endings(core: str) -> Iterator[str]:
    yield core
    for end in ("ون", "وا", "ان", "ين", "ها", "هم", "ه", "نا", "كم", "ن", "وها", "وه", "وهم"):
        if core.endswith(end) and len(core) - len(end) >= 2:
            yield core[: -len(end)]
    if core.endswith(("ا", "ي", "و")):
        yield f"{core[:-1]}ي"


def _past(word: str, joint: str) -> Iterator[DeedWord]:
    if word in _no_past():
        return
    for end in ("", "ت", "نا", "وا", "تم", "ها", "ه", "تها", "تهم", "تهما", "ناها", "ناه", "ناهم", "يت", "ينا"):
        stem = word[: -len(end)] if end else word
        stem = word[:-1] if end == "نا" and word.endswith("نا") and word[:-1] in _pasts() else stem
        if (
            word.endswith(end)
            and (len(stem) > 2 or end in {"ت", "نا", "وا"})
            and (kind := _pasts().get(stem) or (_pasts().get(f"{stem}ي") if end in {"ت", "وا"} else None))
        ):
            yield DeedWord(DeedShape.PAST, kind, joint, end)
            return
    if _WE_SHAPE.fullmatch(word):
        yield DeedWord(DeedShape.PAST, "", joint, "نا")


@lru_cache(maxsize=1)
def _verbs() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((kind, tuple(fold(each) for each in verb.split())) for kind, verbs in VERBS.items() for verb in verbs.split("|"))


@lru_cache(maxsize=1)
def _nouns() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for kind, (_, _, *nouns) in _verbs():
        for noun in nouns:
            found.setdefault(noun, kind)
    return found


@lru_cache(maxsize=1)
def _presents() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for kind, (_, stem, *_) in _verbs():
        found.setdefault(stem, kind)
    return found


@lru_cache(maxsize=1)
def _pasts() -> Mapping[str, str]:
    """Return the kind of each past; of hollow ones also as the first person and the passive have it: قلنا of قال, اعيد of اعاد."""
    found: dict[str, str] = {}
    for kind, (past, *_) in _verbs():
        found.setdefault(past, kind)
        if past[0] == "ا" and len(past) >= 4 and past[-2] == "ا":
            found.setdefault(f"{past[:-2]}ي{past[-1]}", kind)
            found.setdefault(past[:-2] + past[-1], kind)
        elif len(past) >= 4 and past[1] == "ا":
            found.setdefault(f"{past[0]}و{past[2:]}", kind)
    return found


@lru_cache(maxsize=1)
def _no_deeds() -> frozenset[str]:
    return frozenset(folded_words(NO_DEEDS))


@lru_cache(maxsize=1)
def _statives() -> frozenset[str]:
    return frozenset(folded_words(STATIVES))


@lru_cache(maxsize=1)
def _no_past() -> frozenset[str]:
    return frozenset(folded_words(NO_PAST))

"""The deeds of an English clause by their place in it: imperatives, infinitives, what was done or is laid down, and what "and" adds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from kashf.events.letters.forces.clause_deeds import DeedAt
from kashf.events.letters.forces.clause_force import WordAt
from kashf.language.forms.arabic_deeds import DeedShape, DeedWord
from kashf.language.forms.english import english_forms
from kashf.language.tables.letters.deeds import latin_verbs
from kashf.language.words.folding import Folded

_WORD: Final = re.compile(r"[a-z]+(?:'[a-z]+)?|[,;:.]")
#: Between somebody and what he is to do.
_DASH: Final = re.compile(r"\s[-–]\s")
#: Words behind one that orders within which its deed stands, and words of a subject before a past tense.
_NEAR: Final = 6
_SUBJECT: Final = 9
_THAT: Final = "that"
_WILL: Final = "will"
_TO: Final = "to"
_LET: Final = "let"
_ARTICLES: Final = frozenset(("the", "a", "an", "all", "any"))
#: Words before a deed that is the subject, and what follows a noun that is a deed.
_LEAD: Final = 3
_OF: Final = re.compile(r"\s(?:of|to|from)\s")
#: Endings of nouns of doing.
_DOING: Final = ("ing", "tion", "sion", "ment", "al", "ance", "ence", "age", "ure", "ery")
_AND: Final = frozenset(("and", "or", "then"))


def latin_deed_behind(folded: str, start: int, end: int) -> DeedAt | None:
    """Return the verb behind a word that orders, asks, forbids or tells."""
    before = ""
    for count, word in enumerate(_WORD.finditer(folded, start, end)):
        if count > _NEAR or word[0] in ",;:." or word[0] in _words(latin_verbs.HELPING_PARTICIPLES):
            break
        found = _verb(folded, word, end, has_before=count > 0)
        is_past = found is not None and found.deed.shape is DeedShape.PAST
        if found and (not is_past or count == 0 or before in _words(latin_verbs.BEFORE_PARTICIPLE)):
            return found
        before = word[0]
    return None


def latin_subject(folded: str, start: int, end: int, *, is_last: bool) -> DeedAt | None:
    """Return the deed that is the subject of a clause, before a word that tells or forbids it: "the painting of wards is over".

    Args:
        folded: The text.
        start: Where the clause begins.
        end: Where that word does.
        is_last: Whether nothing stands behind that word, so that the subject is a deed, whatever it is.
    """
    for count, word in enumerate(_WORD.finditer(folded, start, end)):
        found = _verb(folded, word, end, has_before=count > 0) if count <= _LEAD else None
        if found and found.deed.shape is DeedShape.NOUN:
            return found
    first = next((word for word in _WORD.finditer(folded, start, end) if word[0] not in _ARTICLES), None)
    return DeedAt(DeedWord(DeedShape.NOUN, ""), first.start(), first.end()) if first and is_last else None


def latin_bare(folded: str, start: int, end: int, *, is_told: bool) -> tuple[WordAt | None, DeedAt | None]:
    """Return the force of a clause by the form and place of its verb, and the verb: an imperative, what was done, what is laid down.

    Args:
        folded: The text.
        start: Where the clause begins.
        end: Where it ends.
        is_told: Whether it is an item, or stands in a paper that orders: there "the removal of" orders.
    """
    before: list[str] = []
    for word in _WORD.finditer(folded, start, end):
        text = word[0]
        if text in ",;:." or text in _words(latin_verbs.RELATIVES) or len(before) > _SUBJECT:
            break
        if (
            text == _LET
            and not set(before) - _words(latin_verbs.BEFORE_IMPERATIVE)
            and (told := latin_deed_behind(folded, word.end(), end))
        ):
            return WordAt("order", word.start(), word.end()), told
        found = _verb(folded, word, end, has_before=bool(before)) or _participle(word, before)
        if found and (code := _code(found, text, before, is_told=is_told)) and _WORD.search(folded, word.end(), end):
            return WordAt(code, found.start, found.start), found
        is_parted = _DASH.match(folded, word.end()) is not None
        before = [] if text == _THAT or is_parted else [*before, text]
    return None, None


def _participle(word: re.Match[str], before: list[str]) -> DeedAt | None:
    """Return a verb that no table has where only its participle can stand: "was drained"."""
    is_one = before[-1:] and before[-1] in _words(latin_verbs.WAS) and len(word[0]) >= _LEAST_PARTICIPLE and word[0].endswith("ed")
    return DeedAt(DeedWord(DeedShape.PAST, ""), word.start(), word.end()) if is_one else None


#: Letters of a participle of which nothing is known.
_LEAST_PARTICIPLE: Final = 6


def _code(found: DeedAt, text: str, before: list[str], *, is_told: bool) -> str:
    """Return the force of a verb by its form and the words before it; "" where it is no act of the clause."""
    if found.deed.shape is DeedShape.NOUN:
        return "order" if is_told and not set(before) - _words(latin_verbs.BEFORE_IMPERATIVE) - {"the", "a"} else ""
    if found.deed.shape is DeedShape.IMPERATIVE:
        if before and before[-1] == _WILL:
            return "planned" if _words(latin_verbs.WE) & set(before) else "order"
        if len(before) > 1 and before[-1] == _TO and len(before) <= _NEAR and not set(before) & _words(latin_verbs.FINITE):
            return "order"
        is_first = all(each in _words(latin_verbs.BEFORE_IMPERATIVE) for each in before)
        return "order" if is_first else ""
    is_passive = any(each in _words(f"{latin_verbs.WAS} {latin_verbs.IS}") for each in before[-2:])
    if not before or (text in _words(latin_verbs.NO_LATIN_PAST) and not is_passive):
        return ""
    return _told(before)


def _told(before: list[str]) -> str:
    """Return whether a participle or past tells what was done, or lays something down."""
    near = before[-2:]
    is_laid_down = any(each in _words(latin_verbs.IS) for each in near) and "been" not in near
    return "order" if is_laid_down else "done"


def joined_latin(folded: str, head: DeedAt, end: int) -> Iterator[DeedAt]:
    """Yield the verbs that "and", "or" or "then" adds to the one at the head of a clause, in the same form."""
    joint, behind = -1, 0
    count = 0
    before = ""
    for word in _WORD.finditer(folded, head.end, end):
        count += 1
        behind += 1
        if word[0] in _AND:
            joint, behind = word.start() if joint < 0 or behind > 1 else joint, 0
            continue
        if joint < 0 or word[0] in _words(latin_verbs.BEFORE_IMPERATIVE) | {"to"}:
            continue
        found = _verb(folded, word, end, has_before=True)
        is_own = behind == 1 or (before in _words(latin_verbs.WAS) and behind <= _NEAR)
        if found and is_own and found.deed.shape is head.deed.shape and count > 1:
            yield found._replace(start=word.start() if behind == 1 else joint)
            count = 0
            joint = -1
        if behind > _NEAR or (behind >= 1 and head.deed.shape is not DeedShape.PAST):
            joint = -1
        before = word[0]


def _verb(folded: str, word: re.Match[str], end: int, *, has_before: bool) -> DeedAt | None:
    """Return the verb that a word is; one that is as often a noun only where an object follows."""
    known = _forms().get(word[0])
    if known is None:
        return None
    kind, shape, base = known
    if shape is DeedShape.NOUN and not word[0].endswith("ing") and _OF.match(folded, word.end(), end) is None:
        return None
    if shape is DeedShape.IMPERATIVE and base in _words(latin_verbs.ALSO_NOUNS):
        following = re.compile(r"\s+(\w+)").match(folded, word.end(), end)
        if following is None or not (following[1] in _words(latin_verbs.OBJECT_STARTS) or following[1][0].isdigit()):
            return None
    if (
        shape is DeedShape.IMPERATIVE
        and has_before
        and re.search(r"\b(?:the|an?|of|his|our|your|their|any|all|this)\s+$", folded[: word.start()])
    ):
        return None
    return DeedAt(DeedWord(shape, kind), word.start(), word.end())


@lru_cache(maxsize=1)
def _forms() -> Mapping[str, tuple[str, DeedShape, str]]:
    """Return the forms of each verb, with its kind and base: the base orders, the past tells, the rest are neither."""
    found: dict[str, tuple[str, DeedShape, str]] = {}
    for kind, verbs in latin_verbs.LATIN_VERBS.items():
        for verb in verbs.split("|"):
            base, *irregular = verb.split()
            found.setdefault(base, (kind, DeedShape.IMPERATIVE, base))
            forms = sorted(english_forms(Folded(base)))
            for form in irregular or [form for form in forms if form.endswith("ed")]:
                found.setdefault(form, (kind, DeedShape.PAST, base))
            for form in forms:
                if form.endswith(_DOING) and len(form) > len(base):
                    found.setdefault(form, (kind, DeedShape.NOUN, base))
    for verb in latin_verbs.VAGUE_VERBS.split("|"):
        base, *irregular = verb.split()
        found[base] = ("", DeedShape.IMPERATIVE, base)
        found |= dict.fromkeys(irregular or [f"{base[:-1]}ied"], ("", DeedShape.PAST, base))
    return found


@lru_cache(maxsize=8)
def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())

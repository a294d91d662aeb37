"""Why names are alike, in the reader's language: a sentence for each code, and one line for all that is said of a pair."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from markupsafe import Markup

from kashf.domain.reasons import NameReason, ReasonCode, Reasons
from kashf.show.wording import Wording, wording

#: What these are about are kinds of parts, which have words of their own.
_OF_PARTS: Final = frozenset(
    {
        ReasonCode.ANOTHER_MAN,
        ReasonCode.ANOTHER_GROUP,
        ReasonCode.KNOWN_NAMES,
        ReasonCode.TWO_READINGS,
        ReasonCode.ANOTHER_SEX,
        ReasonCode.WITH_ARTICLE,
        ReasonCode.PART_MISSING,
        ReasonCode.ONE_PART,
    }
)
#: For these there is a sentence for each kind of part, since Arabic words them by gender.
_BY_PART: Final = frozenset({ReasonCode.ANOTHER, ReasonCode.WITHOUT})
#: Each of these is said by itself.
_WARNINGS: Final = frozenset(
    {
        *_OF_PARTS,
        ReasonCode.GROUP_OR_PERSON,
        ReasonCode.FATHER_AND_SON,
        ReasonCode.PARENT_AND_CHILD,
        ReasonCode.RELATIVE,
        ReasonCode.ANOTHER_ORDER,
        ReasonCode.TITLE_OR_NAME,
        ReasonCode.ANOTHER_RANK,
        ReasonCode.NO_NAME,
        ReasonCode.CUT,
        ReasonCode.NO_WORD,
        ReasonCode.IN_WORDS,
    }
)


def explain(say: Wording, reasons: Reasons) -> Markup:
    """Return reasons as one line: those about one part behind its name, parts divided by semicolons; "" for none.

    >>> found = Reasons((NameReason(ReasonCode.SAME_WORD, "nisba"), NameReason(ReasonCode.ONLY_LEFT, "kunya")))
    >>> str(explain(wording("en"), found))
    'nisba: the same word; kunya: only in the first name'
    """
    return (say("search.semicolon") + " ").join(_sentences(say, reasons))


@lru_cache(maxsize=1 << 12)
def in_english(reasons: Reasons) -> str:
    """Return reasons as one line of plain English, as JSON and the command line have it."""
    return explain(wording("en"), reasons).unescape()


def each_in_english(reasons: Reasons) -> tuple[str, ...]:
    """Return reasons as plain English, a text for each part of a name."""
    return tuple(sentence.unescape() for sentence in _sentences(wording("en"), reasons))


def _sentences(say: Wording, reasons: Reasons) -> list[Markup]:
    groups: list[list[NameReason]] = []
    for reason in reasons:
        if not groups or reason.part or reason.code in _WARNINGS:
            groups.append([])
        groups[-1].append(reason)
    return [_about_part(say, group) for group in groups]


def _about_part(say: Wording, group: list[NameReason]) -> Markup:
    said = (say("search.comma") + " ").join(_phrase(say, reason) for reason in group)
    part = group[0].part
    return Markup("{}: {}").format(say.named("part", part), said) if part else said


def _phrase(say: Wording, reason: NameReason) -> Markup:
    code, left, right = reason.code, reason.left, reason.right
    details = (say("search.comma") + " ").join(_phrase(say, detail) for detail in reason.details)
    if code is ReasonCode.EVERY_PART:
        return say(f"because.{code}", details=details)
    if code in _BY_PART:
        said = say(f"because.{code}.{left}")
    else:
        if code in _OF_PARTS:
            left, right = say.named("part", left), say.named("part", right)
        said = say(f"because.{code}", left=left, right=right)
    return say("because.resting_on", what=said, details=details) if details else said

"""Reasons why names are alike, in the reader's language: the stages give them as English phrases, which are put together in a few ways."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup

from kashf.language.words.visible import visible_name
from kashf.show.wording import Wording

_FALSE_FRIEND: Final = re.compile(r"same ([a-z ]{1,20}), another ([a-z ]{1,20}): probably another (man|group or place)")


def reason(say: Wording, text: str) -> Markup:
    """Return a reason for a page. What there are no words for stays English, and says so to who reads aloud.

    >>> from kashf.show.wording import wording
    >>> str(reason(wording("en"), "nisba: the same word; kunya: only in the left name"))
    'nisba: the same word; kunya: only in the first name'
    """
    between = say("search.semicolon") + " "
    return between.join(_sentence(say, sentence) for sentence in text.split("; ")) if text else Markup("")


def _sentence(say: Wording, sentence: str) -> Markup:
    if friend := _FALSE_FRIEND.fullmatch(sentence):
        common, other, what = friend.groups()
        return say("because.false_friend", common=_part(say, common), other=_part(say, other), what=_phrase(say, f"another {what}"))
    part, colon, rest = sentence.partition(": ")
    if not colon:
        return _phrase(say, sentence)
    comma = say("search.comma") + " "
    return Markup("{}: {}").format(_part(say, part), comma.join(_phrase(say, phrase) for phrase in rest.split(", ")))


def _part(say: Wording, part: str) -> Markup:
    known = say.table.get(f"part.{part}")
    return Markup("{}").format(known) if known else _phrase(say, part)


def _phrase(say: Wording, phrase: str) -> Markup:
    known = say.table.get(f"because.{phrase}")
    return Markup("{}").format(known) if known else Markup('<span lang="en" dir="auto">{}</span>').format(visible_name(phrase))

"""Titles of papers, and remarks on which copy a sheet is, known by the noun in them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from kashf.events.letters.citations.addressed import is_office
from kashf.events.letters.head.line_kinds import LetterLine, LineKind, PlacedLabel
from kashf.events.letters.phrases import WORD_END, any_of, by_code
from kashf.language.tables.letters.structure.foot_words import COPY_NOUNS
from kashf.language.tables.letters.structure.paper_kinds import TITLES

#: Words of a title, and of a remark on which copy it is.
_TITLE, _REMARK = 4, 6
_SIGNS: Final = re.compile(r"[\d:.؟?،,/]")


def titled_by_noun(each: LetterLine) -> LetterLine | None:
    """Return a short line that begins with a kind of paper, or in English ends with one, as a title; or a remark on a copy; else None."""
    text = each.line.folded.strip(' -*()[]«»"')
    tokens = text.split()
    if not tokens or len(tokens) > _REMARK or _SIGNS.search(text) or is_office(text):
        return None
    if _copy().search(text):
        return LetterLine(each.line, LineKind.STATE)
    noun = tokens[-1] if text.isascii() else tokens[0]
    code = _codes().get(noun)
    if code is None or not 1 < len(tokens) <= _TITLE:
        return None
    return LetterLine(each.line, LineKind.TITLE, (PlacedLabel("title", each.line.start, each.line.end, "title-by-noun", 0.8),), code)


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    return {phrase: code for phrase, code in by_code(TITLES).items() if " " not in phrase}


@lru_cache(maxsize=1)
def _copy() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:ال)?{any_of(COPY_NOUNS)}{WORD_END}")

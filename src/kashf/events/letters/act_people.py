"""The persons of a clause that tells of an act: who is to do it, whom it is done to, and the post of those who are appointed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from kashf.domain.letters.said import Said
from kashf.events.letters.act_parts import name_end
from kashf.events.letters.forces.clause_force import WordAt
from kashf.events.letters.phrases import WORD_END, any_of
from kashf.events.letters.sheet_text import SheetText
from kashf.language.tables.letters import act_words as words

#: Words before a verb in English that name nobody else.
_NOBODY: Final = re.compile(
    r"(?:i|we|you|it|there|approval|permission|no objection|in answer|please|are|is|was|were)\b|.*\b(?:that it|it is)\b"
)


def who_is_meant(sheet: SheetText, start: int, end: int, *, force: WordAt | None, kind: WordAt) -> Said | None:
    """Return who is meant: between the word that orders and the act, before the word in English, or behind the act."""
    if executor := _executor().search(sheet.folded, start, end):
        who = next(group for group in ("on", "told", "latin") if executor[group])
        return sheet.said(executor.start(who), executor.end(who), "executor", 0.85)
    if force is None or force.code not in {"order", "forbid", "permit", "request"}:
        return None
    if force.end < kind.start:
        found = _without_fillers(sheet, force.end, kind.start)
        if found and not _NOBODY.match(found.text.lower()):
            return found
    if sheet.folded[force.start : force.start + 1].isascii():
        first = max(start, sheet.folded.rfind(",", start, force.start) + 1)
        subject = _without_fillers(sheet, first, force.start)
        return None if subject and _NOBODY.match(subject.text.lower()) else subject
    return None


def _without_fillers(sheet: SheetText, start: int, end: int) -> Said | None:
    """Return the words between two places without those that name nobody around them."""
    parts = list(re.finditer(r"\S+", sheet.folded[start:end]))
    while parts and parts[0][0] != "the" and _filler().fullmatch(parts[0][0].strip("،,:")):
        parts = parts[1:]
    while parts and _filler().fullmatch(parts[-1][0].strip("،,:")):
        parts = parts[:-1]
    if not parts or len(parts) > 8 or not any(len(part[0]) > 2 for part in parts):
        return None
    if len(parts) > 1 and _titled().match(parts[0][0] + " "):
        parts = parts[1:]
    first = start + parts[0].start()
    joined = re.match(r"ل(?!ل)(?=\w{3})", parts[0][0])
    return sheet.said(first + (1 if joined else 0), start + parts[-1].end(), "between-force-and-act", 0.75)


def people_of(sheet: SheetText, kind: WordAt, end: int, force: WordAt | None) -> tuple[Said, ...]:
    """Return the persons whom an act is done to: those with a title, and behind the act those who are appointed, relieved, or summoned."""
    is_permitted = force is not None and force.code == "permit" and force.end < kind.start
    start, end = (force.end, kind.start) if force and is_permitted else (kind.end, end)
    titled = _titled().search(sheet.folded, start, end)
    if titled:
        said = sheet.said(titled.start(), name_end(sheet.folded, titled.end(), end), "titled-person", 0.8)
        return (said,) if said else ()
    if kind.code in {"appoint", "dismiss", "summon"}:
        said = sheet.said(kind.end, name_end(sheet.folded, kind.end, end), "behind-act", 0.6)
        return (said,) if said else ()
    return ()


def post_of(sheet: SheetText, kind: WordAt, end: int) -> Said | None:
    """Return the post that somebody is appointed to or relieved of."""
    found = _before_post().search(sheet.folded, kind.end, end) if kind.code in {"appoint", "dismiss"} else None
    return sheet.said(found.end(), name_end(sheet.folded, found.end(), end), "post-phrase", 0.75) if found else None


@lru_cache(maxsize=1)
def _executor() -> re.Pattern[str]:
    ends, act = any_of(words.EXECUTORS), any_of(words.TOLD_TO_ACT)
    return re.compile(
        rf"(?<!\w){any_of(words.AND_ON)}\s(?P<on>[^.،,:\n]{{3,60}}?)\s{ends}|(?<!\w){any_of(words.TOLD)}\s(?P<told>[^.،,:\n]{{3,60}}?)\s{act}"
        rf"|(?P<latin>(?<!\w)(?:the|all)\s[^.،,:\n]{{3,60}}?)\s{act}"
    )


@lru_cache(maxsize=1)
def _filler() -> re.Pattern[str]:
    return re.compile(
        any_of("|".join([*words.FILLERS.split("|"), *(word for phrase in words.FILLERS.split("|") for word in phrase.split())]))
    )


@lru_cache(maxsize=1)
def _titled() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words.PERSON_TITLES)}(?!\w)\s")


@lru_cache(maxsize=1)
def _before_post() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words.BEFORE_POST)}{WORD_END}\s+(?=\S)")

"""The persons of a clause that tells of an act: who is to do it, whom it is done to, and the post of those who are appointed."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from kashf.domain.letters.said import Said
from kashf.events.letters.act_parts import name_end
from kashf.events.letters.citations.addressed import is_class, is_office, is_post
from kashf.events.letters.forces.clause_force import WordAt
from kashf.events.letters.phrases import WORD_END, any_of
from kashf.events.letters.sheet_text import SheetText
from kashf.language.tables.letters import act_words as words
from kashf.language.words.folding import fold

#: Words before a verb in English that name nobody else.
_NOBODY: Final = re.compile(
    r"(?:i|we|you|it|there|approval|permission|no objection|in answer|please|are|is|was|were|which|that|who)\b|.*\b(?:that it|it is)\b"
)


def who_is_meant(sheet: SheetText, start: int, end: int, *, force: WordAt | None, kind: WordAt) -> Said | None:
    """Return who is meant: between the word that orders and the act, before the word in English, or behind the act."""
    if executor := _executor().search(sheet.folded, start, end):
        who = next(group for group in ("on", "told", "latin") if executor[group])
        return sheet.said(executor.start(who), executor.end(who), "executor", 0.85)
    if force and force.code not in {"order", "forbid", "permit", "request"}:
        return None
    return _doer(sheet, kind.end, end) or (_beside_force(sheet, start, force, kind) if force else None)


def _beside_force(sheet: SheetText, start: int, force: WordAt, kind: WordAt) -> Said | None:
    """Return who is meant beside the word that orders: behind it, or before it in English and where it is a predicate of duty."""
    if _on_duty().fullmatch(sheet.folded, force.start, force.end):
        return sheet.said(start, force.start, "on-duty", 0.75)
    if _is_passive(sheet.folded, force.end):
        return None
    found = _without_fillers(sheet, force.end, kind.start) if force.end < kind.start else None
    if found and kind.code == "summon" and not _is_body(fold(found.text)):
        return None
    if found is None or _NOBODY.match(found.text.lower()):
        found = _subject(sheet, start, force)
    return found


def _subject(sheet: SheetText, start: int, force: WordAt) -> Said | None:
    """Return the subject of a word that orders in English; None where it is nobody else."""
    if not sheet.folded[force.start : force.start + 1].isascii():
        return None
    first = max(start, sheet.folded.rfind(",", start, force.start) + 1)
    subject = _without_fillers(sheet, first, force.start)
    return None if subject and _NOBODY.match(subject.text.lower()) else subject


def _doer(sheet: SheetText, start: int, end: int) -> Said | None:
    """Return who does it, where he is named behind the act."""
    for found in _by_whom().finditer(sheet.folded, start, end):
        stop = name_end(sheet.folded, found.end(), end)
        words_of = sheet.folded[found.end() : stop].removeprefix("the ")
        if not found["latin"] or _is_body(words_of):
            return sheet.said(found.end(), stop, "behind-act-by", 0.75)
    return None


def _is_body(folded: str) -> bool:
    return is_office(folded) or is_class(folded) or is_post(folded)


def _is_passive(folded: str, at: int) -> bool:
    """Return whether an English word that orders is followed by "be": who stands before it is no doer."""
    return re.compile(r"\s+(?:be|been|being)\s").match(folded, at) is not None


def author_of(sheet: SheetText, start: int, end: int) -> Said | None:
    """Return whose order a clause hands on in its own words: "an order came from the command that"; None for the signer's own."""
    found = _order_came().match(sheet.folded, start, end)
    return sheet.said(found.start("author"), found.end("author"), "order-came-from", 0.8) if found else None


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
    joined = re.match(r"ل(?!ل)(?=\w{2})", parts[0][0])
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


def without_title(person: Said) -> Said:
    """Return a person without the title before the name."""
    found = _titled().match(f"{fold(person.text)} ")
    cut = len(person.text.split(" ", 1)[0]) + 1 if found and " " in person.text else 0
    return replace(person, text=person.text[cut:], span=replace(person.span, start=person.span.start + cut), rule="who-is-let", score=0.7)


def post_of(sheet: SheetText, kind: WordAt, end: int) -> Said | None:
    """Return the post that somebody is appointed to or relieved of."""
    if made := _made().search(sheet.folded, kind.end, end) if kind.code == "appoint" else None:
        last = name_end(sheet.folded, made.end(), end)
        return sheet.said(made.start("post"), max(made.end(), last), "post-made", 0.7)
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


@lru_cache(maxsize=1)
def _by_whom() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words.BY_WHOM)}|(?P<latin>{any_of(words.BY_WHOM_LATIN)})(?:\sthe)?){WORD_END}\s+(?=\S)")


@lru_cache(maxsize=1)
def _on_duty() -> re.Pattern[str]:
    return re.compile(any_of(words.ON_DUTY))


@lru_cache(maxsize=1)
def _made() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<post>{any_of(words.MADE)}){WORD_END}")


@lru_cache(maxsize=1)
def _order_came() -> re.Pattern[str]:
    return re.compile(rf"{any_of(words.ORDER_CAME)}\s+(?P<author>[^.،:\n]{{3,50}}?)\s+(?=ب\w{{3}}|{any_of(words.ORDER_IS)}{WORD_END})")

"""Papers that are named where no word recites them: by a noun for a paper with a number or day, or by words that only papers have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from kashf.domain.document import Span
from kashf.domain.letters.letter import CitedPaper
from kashf.domain.letters.said import Said
from kashf.events.letters.citations.cited_parts import CitedParts, cited_parts
from kashf.events.letters.citations.paper_grammar import NamedKind, kinds_in, numbered_pattern
from kashf.events.letters.date_wordings import date_between
from kashf.events.letters.paper_numbers import number_at, paper_number
from kashf.events.letters.phrases import WORD_END, any_of
from kashf.events.letters.sheet_text import SheetText
from kashf.language.tables.letters.structure import paper_stems as words
from kashf.language.tables.letters.structure.paper_kinds import BEFORE_DATE, CITING
from kashf.language.words.folding import fold

#: How sure a reference is that no word of reciting leads to, and the number alone behind "your ref".
_MENTIONED, _YOURS = 0.75, 0.85
#: Code points of one, and words between a noun that nobody knows and "numbered".
_LONGEST: Final = 220
_MOST_WORDS: Final = 7
_ENDS: Final = re.compile(r"\.(?=\s|$)(?!\s?\d)|\n\s*\n|[؛«\"]|:\s*\n")
_LEAST_LETTERS: Final = 3
#: A name before a noun for a paper, and words that begin sentences and are none.
_NAME_BEFORE: Final = re.compile(r"(?<!\w)(?P<who>[a-z0-9][\w.]*(?: [a-z0-9][\w.]*){0,3}(?:['’]s?)?) $")
_LONGEST_NAME: Final = 40
_NO_NAMES: Final = frozenset(
    ("your", "our", "my", "the", "this", "a", "his", "her", "their", "in", "with", "further", "see", "reference", "also", "and")
)
#: What stands between two papers that are named one after the other.
_CHAINED: Final = re.compile(
    rf"[\s،,)\]]*(?:{any_of(words.AND)}|[^\W\d_]{{2,6}})?[\s،,]*(?:{any_of(words.BEHIND_AND)})?"
    rf"\s*(?:[^\W\d_]+['’]s)?\s*(?:{any_of(words.GROWN_ON)})?"
)


def with_mentions(sheet: SheetText, start: int, end: int, known: Sequence[CitedPaper]) -> list[CitedPaper]:
    """Return papers that are known with the others that a part of a paper names; where one of these says more of a known one, in its place.

    Args:
        sheet: The paper.
        start: Where the part begins in the folded text.
        end: Where it ends.
        known: Papers that were found by the words that recite them.
    """
    found = list(known)
    whole = [each.said.span for each in known if each.number and each.date]
    for each in mentioned_papers(sheet, start, end, whole):
        same = [nth for nth, other in enumerate(found) if _overlap(each.said.span, other.said.span)]
        if not same:
            found.append(each)
        elif len(same) == 1 and _says_more(each, found[same[0]]):
            old = found[same[0]]
            found[same[0]] = replace(each, author=each.author or old.author, is_quoted=old.is_quoted, is_answered=old.is_answered)
    return found


def _overlap(one: Span, other: Span) -> bool:
    return one.page == other.page and one.start < other.end and other.start < one.end


def _says_more(new: CitedPaper, old: CitedPaper) -> bool:
    """Return whether one reading of a reference has number and day where the other lacks one, and does not say another."""
    has_all = new.number is not None and new.date is not None and new.date.date.is_known
    lacks = old.number is None or old.date is None or not old.date.date.is_known
    return has_all and lacks and (old.number is None or new.number is None or old.number.normal == new.number.normal)


def mentioned_papers(sheet: SheetText, start: int, end: int, whole: Sequence[Span] = ()) -> Iterator[CitedPaper]:
    """Yield the papers that a part of a paper names by a noun with a number or a day, in order, but for those that lie within `whole`."""
    if not any(sign.isdigit() for sign in sheet.folded[start:end]):
        return
    yield from _turkish(sheet, start, end)
    last: int | None = None
    kinds = kinds_in(sheet.folded, start, end)
    kinds = sorted([*kinds, *_unknown(sheet.folded, start, end, kinds)], key=lambda each: each.start)
    for each, following in zip(kinds, [*(later.start for later in kinds[1:]), end], strict=False):
        found = _ENDS.search(sheet.folded, each.end, min(following, each.end + _LONGEST))
        stop = found.start() if found else min(following, each.end + _LONGEST)
        if not any(sign.isdigit() for sign in sheet.folded[each.end : stop]):
            continue
        noun = sheet.said(each.start, each.end, "", 1.0) if whole else None
        if noun and any(_overlap(noun.span, span) for span in whole):
            last = stop
            continue
        parts = cited_parts(sheet, each.end, stop)
        is_chained = last is not None and _CHAINED.fullmatch(sheet.folded, last, each.start) is not None
        if is_chained and parts.number is None and parts.date is None and each.is_sure:
            parts = cited_parts(sheet, each.end, stop, takes_bare=True)
        if not _is_named(each, parts, is_chained=is_chained):
            continue
        last = parts.end
        said = sheet.said(each.start, parts.end, "mention", _MENTIONED)
        if said:
            kind = sheet.said(each.start, each.end, f"cited-kind:{each.code}", _MENTIONED)
            author = parts.author or _author_before(sheet, start, each.start)
            yield CitedPaper(said, kind, author, parts.number, parts.date, parts.matter)


def numbered_yours(sheet: SheetText, start: int, end: int) -> CitedPaper | None:
    """Return the paper whose number alone stands behind "your ref"; None where more or less stands there."""
    number, last = number_at(sheet, start, end, rule="your-number", score=_YOURS)
    said = sheet.said(start, end, "your-number", _YOURS)
    return CitedPaper(said, number=number) if number and said and not sheet.folded[last:end].strip(" .)") else None


def _turkish(sheet: SheetText, start: int, end: int) -> Iterator[CitedPaper]:
    """Yield papers cited with day and number before their noun, as in Turkish."""
    for found in _turkish_paper().finditer(sheet.folded, start, end):
        number = paper_number(sheet, found.start("number"), found.end("number"), rule="cited-number", score=_MENTIONED)
        date = date_between(sheet, found.start("day"), found.end("day"), rule="cited-date", score=_MENTIONED) if found["day"] else None
        if said := sheet.said(found.start(), found.end(), "mention", _MENTIONED):
            kind = sheet.said(found.start("kind"), found.end("kind"), "cited-kind:letter", _MENTIONED)
            yield CitedPaper(said, kind, number=number, date=date)


@lru_cache(maxsize=1)
def _turkish_paper() -> re.Pattern[str]:
    day = rf"(?:(?P<day>\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})\s+(?:{any_of(words.TURKISH_DATED)})\s*(?:ve|,)?\s+)?"
    return re.compile(rf"{day}(?P<number>\d[\w./-]*)\s+(?:{any_of(words.TURKISH_NUMBERED)})\s+(?P<kind>[^\W\d_]{{3,}})")


def _author_before(sheet: SheetText, start: int, end: int) -> Said | None:
    """Return whose a paper is by the name before its noun, in English: "Division letter", "Health's slip"."""
    found = _NAME_BEFORE.search(sheet.folded, max(start, end - _LONGEST_NAME), end)
    if found is None:
        return None
    spoken = re.search(
        r"(?:(?!(?:[A-Z]|\d{1,2})\.\s)[A-Z0-9][\w.]*\s)*[A-Z0-9][\w.]*(?:['’]s?)?$", sheet.words(found.start("who"), found.end("who"))
    )
    owned = re.search(r"(?<![\w.])([a-z]{4,})['’]s$", sheet.words(found.start("who"), found.end("who")))
    if owned:
        first = found.end("who") - len(owned[0])
        return sheet.said(first, first + len(owned[1]), "author-before", _MENTIONED)
    if spoken is None or spoken[0].lower() in _NO_NAMES or (spoken[0][0].isdigit() and " " not in spoken[0]):
        return None
    bare = spoken[0].removesuffix("s").rstrip("'’") if re.search(r"['’]s?$", spoken[0]) else spoken[0]
    first = found.end("who") - len(spoken[0])
    return sheet.said(first, first + len(bare), "author-before", _MENTIONED)


def _is_named(kind: NamedKind, parts: CitedParts, *, is_chained: bool) -> bool:
    """Return whether a noun and what stands behind it name a paper: with number and day, or one of them as only papers have it."""
    if parts.number and parts.date:
        return kind.is_sure or parts.is_announced
    if parts.number:
        return kind.is_owned or (kind.is_sure and (parts.is_announced or is_chained))
    return parts.date is not None and (kind.is_owned or (parts.is_announced and kind.is_sure))


def _unknown(folded: str, start: int, end: int, kinds: Sequence[NamedKind]) -> Iterator[NamedKind]:
    """Yield the nouns before "numbered" that no table has for papers, and "your" before a number: "your OPS 77 of 3 March"."""
    yield from (
        NamedKind(each.start(), each.end(), "letter", is_owned=True, is_sure=True) for each in _whose().finditer(folded, start, end)
    )
    for found in _chained().finditer(folded, start, end):
        if not any(each.start <= found.start("noun") < each.end for each in kinds):
            yield NamedKind(found.start("noun"), found.end("noun"), "letter", is_owned=True, is_sure=True)
    for found in _numbered().finditer(folded, start, end):
        first = max([start, *(each.end() for each in _BOUNDS.finditer(folded, max(start, found.start() - _LONGEST), found.start()))])
        if any(first <= each.start < found.start() for each in kinds):
            continue
        lead = _lead().match(folded, first, found.start())
        first = lead.end() if lead else first
        noun = _NOUN.match(folded, first, found.start())
        if noun is None or len(folded[first : found.start()].split()) > _MOST_WORDS or len(noun["noun"]) < _LEAST_LETTERS:
            continue
        if noun["noun"] not in _no_papers():
            yield NamedKind(noun.start("noun"), noun.end("noun"), "letter", is_owned=False, is_sure=True)


_NOUN: Final = re.compile(r"\s*(?P<noun>[^\W\d_]+)")
_BOUNDS: Final = re.compile(r"[،,.:;؛(«\n]|\sو(?=\w{3})|\sand\s")


@lru_cache(maxsize=1)
def _numbered() -> re.Pattern[str]:
    return re.compile(numbered_pattern())


@lru_cache(maxsize=1)
def _whose() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{any_of(words.FRONTS)})?(?:{any_of(words.YOURS)}){WORD_END}(?=\s+(?:[^\W_]{{1,5}}\s?[\s/.-]\s?)?\d[\w/.-]*\s+(?:{any_of(words.OF_DAY)})\s)"
        rf"|(?<!\w)(?:{any_of(words.WHOSE_ALONE)})(?=\s+(?:{any_of(words.OF_DAY)})\s+(?:the\s)?\d)"
    )


@lru_cache(maxsize=1)
def _chained() -> re.Pattern[str]:
    """Return "and its ..." before a number and a day: a noun that nobody knows, for a paper of whoever wrote the one before it."""
    dated = any_of(f"{BEFORE_DATE}|{words.ADJECTIVES_DATED}")
    return re.compile(
        rf"(?<!\w)(?:{any_of(words.FRONTS)})(?:{any_of(words.PREPOSITIONS)})?(?P<noun>[^\W\d_]{{3,10}}(?:{any_of(words.OWNERS)}))"
        rf"(?=\s+(?:[^\W\d_]{{1,4}}\s)?\d[\w/.\\-]{{0,12}}\s+(?:{dated}){WORD_END}\s*\d)"
    )


@lru_cache(maxsize=1)
def _lead() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:و|ف)?{any_of(CITING)}{WORD_END}\s*")


@lru_cache(maxsize=1)
def _no_papers() -> frozenset[str]:
    return frozenset(fold(each) for each in words.NO_PAPERS.split("|"))

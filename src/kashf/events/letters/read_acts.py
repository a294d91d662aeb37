"""The acts of a paper: what is to be done, by whom, on whose order, allowed or forbidden; several in one paper, some in quoted words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from kashf.domain.letters.instructions import Force, Instruction
from kashf.domain.letters.letter_lexicon import NO_LEXICON, LetterLexicon
from kashf.domain.letters.said import Said
from kashf.events.letters.act_parts import behind, by_when, name_end, things
from kashf.events.letters.forces.clause_force import WordAt, clause_force
from kashf.events.letters.head.addressed import is_class, is_office, is_post
from kashf.events.letters.phrases import WORD_END, any_of, by_code
from kashf.events.letters.sheet_text import SheetText
from kashf.language.tables.letters import act_words as words
from kashf.language.words.folding import fold

#: Acts of one paper that are kept: one order has had 26 items.
MOST_ACTS: Final = 80
_LONGEST_CLAUSE: Final = 1200
_KINDS: Final = by_code(words.ACTS)
#: Words before a verb in English that name nobody else.
_NOBODY: Final = re.compile(
    r"(?:i|we|you|it|there|approval|permission|no objection|in answer|please|are|is|was|were)\b|.*\b(?:that it|it is)\b"
)
#: Forces by which a date is the day of the act and no deadline.
_TOLD_OF: Final = ("done", "not-done", "planned", "received")
#: Forces behind which there is an act even where no word of the tables names it, and the words that such an act has at the least.
_SURE: Final = ("order", "forbid", "permit", "request", "cancel")
_LEAST_WORDS: Final = 2
#: What a clause that only leads to others ends with.
_LEADS: Final = re.compile(r":\s*$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the folded text that may tell of one act."""

    start: int
    end: int
    is_item: bool
    author: Said | None = None


def clauses(sheet: SheetText, start: int, end: int, *, author: Said | None = None) -> Iterator[Clause]:
    """Yield the clauses of a stretch of sentences: by stops and items, and by commas where a word that orders follows."""
    at, is_item = start, False
    for cut in _cuts().finditer(sheet.folded, start, end):
        item = cut.lastgroup == "item"
        yield from _bounded(at, cut.start(), is_item=is_item, author=author)
        at, is_item = cut.end(), item
    yield from _bounded(at, end, is_item=is_item, author=author)


def _bounded(start: int, end: int, *, is_item: bool, author: Said | None) -> Iterator[Clause]:
    if end - start > 3:
        yield Clause(start, min(end, start + _LONGEST_CLAUSE), is_item, author)


def acts_of(
    sheet: SheetText, found: Sequence[Clause], *, is_upwards: bool = False, lexicon: LetterLexicon = NO_LEXICON
) -> tuple[Instruction, ...]:
    """Return the acts that some clauses tell of, in order.

    Args:
        sheet: The paper.
        found: Its clauses.
        is_upwards: Whether it goes to a superior, whom polite words ask and do not order.
        lexicon: Phrases of the case that open an act, beside those of the tables.
    """
    read: list[Instruction] = []
    lead: WordAt | None = None
    for clause in found:
        begin = _behind_preamble(sheet.folded, clause.start, clause.end)
        force = clause_force(sheet.folded, begin, clause.end, is_upwards=is_upwards, lexicon=lexicon)
        if act := _act(sheet, clause, force, lead if clause.is_item else None):
            read.append(act)
        elif clause.is_item and read and lead is None and (listed := things(sheet, clause.start, clause.end)):
            read[-1] = replace(read[-1], things=(*read[-1].things, *listed))
        if not clause.is_item:
            lead = force if _LEADS.search(sheet.folded, clause.start, clause.end) else None
    return tuple(read[:MOST_ACTS])


def _act(sheet: SheetText, clause: Clause, own: WordAt | None, lead: WordAt | None) -> Instruction | None:
    """Return the act of a clause; None where it tells of none, as of one that only leads to the items below it.

    Args:
        sheet: The paper.
        clause: Which.
        own: The word in it that orders, forbids, tells.
        lead: That of the sentence that leads to the items of which it is one.
    """
    start = _behind_preamble(sheet.folded, clause.start, clause.end)
    every = [WordAt(_kind_code(each), each.start(), each.end("act")) for each in _acts().finditer(sheet.folded, start, clause.end)]
    kind = _kind(every, own)
    if own and kind and kind.start < own.end and sheet.folded[own.start : own.end] in _unsure_forces() and kind.code != "execute":
        own = None
    if kind is None:
        kind = _unnamed(sheet.folded, start, clause.end, own, lead)
    elif own is None and lead is None and not clause.is_item and not _is_bare(sheet.folded[start : kind.start]):
        return None
    if kind is None:
        return None
    force = own or lead
    until = by_when(sheet, start, clause.end)
    is_told = force is not None and force.code in _TOLD_OF
    said = sheet.said(min(kind.start, own.start if own else kind.start), clause.end, f"act:{kind.code}", 0.85 if force else 0.7)
    if said is None:
        return None
    return Instruction(
        said=said,
        kind=kind.code,
        force=Force(force.code) if force else Force.ORDER,
        who=_who(sheet, clause, own, kind),
        author=clause.author,
        things=things(sheet, kind.end, clause.end) or things(sheet, kind.start, clause.end),
        origin=behind(sheet, kind.end, clause.end, words.FROM, "from-phrase") if kind.code not in {"appoint", "dismiss"} else None,
        goal=behind(sheet, kind.end, clause.end, words.TO, "to-phrase"),
        place=behind(sheet, kind.end, clause.end, words.AT, "at-phrase"),
        people=_people(sheet, kind, clause.end, own),
        post=_post(sheet, kind, clause.end),
        by_when=None if is_told else until,
        when=until.date if is_told and until else None,
    )


def _kind(every: Sequence[WordAt], force: WordAt | None) -> WordAt | None:
    """Return the act that is meant, of those that words of the clause name; None where none does."""
    kinds = [each for each in every if force is None or each.start >= force.end or each.start < force.start or each.code == "execute"]
    return _chosen(kinds or every, force) if every else None


def _unnamed(folded: str, start: int, end: int, own: WordAt | None, lead: WordAt | None) -> WordAt | None:
    """Return an act that no word of the tables names: what is behind a word that surely orders, or an item that such a word leads to."""
    if own is None:
        return WordAt("other", start, start) if lead and len(folded[start:end].split()) >= _LEAST_WORDS else None
    behind_force = folded[own.end : end].strip(' -–:.،,\n\t«"()')
    word = folded[own.start : own.end]
    is_on_somebody = word == fold("على") and (is_office(behind_force) or is_class(behind_force) or is_post(behind_force))
    is_sure = own.code in _SURE and (is_on_somebody or word not in _unsure_forces())
    is_sure = is_sure and not _leads_on().fullmatch(behind_force) and not _formula().fullmatch(behind_force)
    return WordAt("other", own.end, own.end) if is_sure and len(behind_force.split()) >= _LEAST_WORDS else None


def _is_bare(gap: str) -> bool:
    """Return whether what stands before an act lets it be one by itself: a few words, or a part of a sentence that ends in a comma."""
    last = re.split("[،,]", gap.strip(' -–:.،,\n\t«"()'))[-1].split()
    return len(last) <= (1 if gap.isascii() and last else _LEAD_WORDS)


def _behind_preamble(folded: str, start: int, end: int) -> int:
    """Return where a clause begins behind the reasons that it gives first."""
    while start < end and not folded[start].isalnum():
        start += 1
    found = _preamble().match(folded, start, end)
    return found.end() if found else start


#: Words before a bare act at the beginning of a clause.
_LEAD_WORDS: Final = 3


def _chosen(kinds: Sequence[WordAt], force: WordAt | None) -> WordAt:
    """Return the act that is meant: the first behind the word that orders, or before it where none is; to execute stands above all."""
    executes = [each for each in kinds if each.code == "execute"]
    behind_force = [each for each in kinds if force is None or each.start >= force.end]
    summons = [each for each in behind_force if each.code == "summon"]
    if summons and behind_force[0].code == "inform":
        return summons[0]
    if executes and (not behind_force or behind_force[0].code in {"inform", "execute"}):
        return executes[0]
    return (behind_force or kinds)[0]


def _who(sheet: SheetText, clause: Clause, force: WordAt | None, kind: WordAt) -> Said | None:
    """Return who is meant: between the word that orders and the act, before the word in English, or behind the act."""
    if executor := _executor().search(sheet.folded, clause.start, clause.end):
        who = next(group for group in ("on", "told", "latin") if executor[group])
        return sheet.said(executor.start(who), executor.end(who), "executor", 0.85)
    if force is None or force.code not in {"order", "forbid", "permit", "request"}:
        return None
    if force.end < kind.start:
        found = _without_fillers(sheet, force.end, kind.start)
        if found and not _NOBODY.match(found.text.lower()):
            return found
    if sheet.folded[force.start : force.start + 1].isascii():
        first = max(clause.start, sheet.folded.rfind(",", clause.start, force.start) + 1)
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


def _people(sheet: SheetText, kind: WordAt, end: int, force: WordAt | None) -> tuple[Said, ...]:
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


def _post(sheet: SheetText, kind: WordAt, end: int) -> Said | None:
    """Return the post that somebody is appointed to or relieved of."""
    found = _before_post().search(sheet.folded, kind.end, end) if kind.code in {"appoint", "dismiss"} else None
    return sheet.said(found.end(), name_end(sheet.folded, found.end(), end), "post-phrase", 0.75) if found else None


def _kind_code(found: re.Match[str]) -> str:
    return _KINDS.get(" ".join(found["act"].split()), "other")


@lru_cache(maxsize=1)
def _cuts() -> re.Pattern[str]:
    counted = rf"(?:{any_of(words.ITEM_HEADS)}\s)?(?:{any_of(words.ITEMS)})|{any_of(words.ITEM_HEADS)}\s\(?\d{{1,2}}\)?"
    item = rf"(?:^|\n)\s*(?:(?:{counted})\s*[-–:.)]|\(?\d{{1,2}}\s?[-–.:)]\s|[-•*]\s)"
    forced = any_of("|".join([words.FORCES["forbid"], words.CLAUSE_WORDS]))
    latin = any_of(words.LATIN_CLAUSE_WORDS)
    return re.compile(
        rf"(?P<item>{item})|\n(?=[^\n:]{{3,160}}:\s*(?:\n|$))|(?<!\bno)\.(?=\s|$)|؛|;|\n\s*\n"
        rf"|،\s(?=و?{forced}{WORD_END})|,\s(?={latin}{WORD_END}|the \w+ (?:shall|may))"
    )


@lru_cache(maxsize=1)
def _acts() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:و|ف)?(?:{words.JOINED})?(?P<act>{any_of('|'.join(words.ACTS.values()))})(?:{words.OWNERS})?{WORD_END}")


@lru_cache(maxsize=1)
def _before_post() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words.BEFORE_POST)}{WORD_END}\s+(?=\S)")


@lru_cache(maxsize=1)
def _unsure_forces() -> frozenset[str]:
    return frozenset(fold(each) for each in words.UNSURE_FORCES.split("|"))


@lru_cache(maxsize=1)
def _leads_on() -> re.Pattern[str]:
    """Return what only leads on to items: "what follows", with or without those who decided it."""
    return re.compile(rf"(?:[^\W\d_]+\s){{0,4}}{any_of(words.FOLLOWS)}")


@lru_cache(maxsize=1)
def _formula() -> re.Pattern[str]:
    """Return the words of courtesy that ask for nothing: "kindly take note"."""
    return re.compile(rf"(?:{any_of(words.COURTESY)}{WORD_END}\W*)+|{any_of(words.TAKE_NOTE)}{WORD_END}.{{0,60}}|certify.*", re.DOTALL)


@lru_cache(maxsize=1)
def _executor() -> re.Pattern[str]:
    ends, act = any_of(words.EXECUTORS), any_of(words.TOLD_TO_ACT)
    return re.compile(
        rf"(?<!\w){any_of(words.AND_ON)}\s(?P<on>[^.،,:\n]{{3,60}}?)\s{ends}|(?<!\w){any_of(words.TOLD)}\s(?P<told>[^.،,:\n]{{3,60}}?)\s{act}"
        rf"|(?P<latin>(?<!\w)(?:the|all)\s[^.،,:\n]{{3,60}}?)\s{act}"
    )


@lru_cache(maxsize=1)
def _preamble() -> re.Pattern[str]:
    return re.compile(rf"{any_of(words.PREAMBLES)}{WORD_END}[^،,:\n]{{0,160}}?(?:[،,]\s*|\s(?={any_of(words.BEHIND_REASONS)}{WORD_END}))")


@lru_cache(maxsize=1)
def _filler() -> re.Pattern[str]:
    return re.compile(
        any_of("|".join([*words.FILLERS.split("|"), *(word for phrase in words.FILLERS.split("|") for word in phrase.split())]))
    )


@lru_cache(maxsize=1)
def _titled() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words.PERSON_TITLES)}(?!\w)\s")

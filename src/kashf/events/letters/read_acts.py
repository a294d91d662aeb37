"""The acts of a paper: what is to be done, by whom, on whose order, allowed or forbidden; several in one paper, some in quoted words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from kashf.domain.letters.instructions import Force, Instruction
from kashf.domain.letters.letter_lexicon import NO_LEXICON, LetterLexicon
from kashf.domain.letters.said import Said
from kashf.events.letters.act_clauses import Clause, behind_preamble, behind_signs
from kashf.events.letters.act_parts import behind, by_when, things
from kashf.events.letters.act_people import author_of, people_of, post_of, who_is_meant, without_title
from kashf.events.letters.forces.act_kinds import (
    act_at,
    has_deed,
    is_bare,
    is_direct,
    is_formula,
    is_sure,
    leads_on,
    named_acts,
    unnamed_act,
    unsure_forces,
)
from kashf.events.letters.forces.bare_force import bare_force
from kashf.events.letters.forces.clause_deeds import DeedAt, deed_behind, joined_deeds
from kashf.events.letters.forces.clause_force import WordAt, clause_force
from kashf.events.letters.forces.clause_scope import scoped
from kashf.events.letters.forces.kind_by_object import kind_by_object
from kashf.events.letters.forces.latin_deeds import joined_latin, latin_bare, latin_deed_behind, latin_subject
from kashf.events.letters.forces.tongue_acts import tongue_acts, tongue_of
from kashf.events.letters.head.case_words import openers_in
from kashf.events.letters.sheet_text import SheetText
from kashf.language.forms.arabic_deeds import DeedShape
from kashf.language.tables.letters import act_words as words
from kashf.language.tables.letters.deeds.deed_verbs import DONE_BY_US
from kashf.language.words.folding import fold

#: Acts of one paper that are kept: one order has had 26 items.
MOST_ACTS: Final = 80
#: Forces by which a date is the day of the act and no deadline.
_TOLD_OF: Final = ("done", "not-done", "planned", "received")
#: Code points of who stands before the verb in English.
_LONGEST_SUBJECT: Final = 60
#: The sign of u, by which the first letter of a present shows that it is passive.
_DAMMA: Final = "\u064f"
#: What a clause that only leads to others ends with.
_LEADS: Final = re.compile(r":\s*$")


@dataclass(frozen=True, slots=True)
class Setting:
    """What of a paper tells how its clauses are meant.

    Args:
        is_upwards: Whether it goes to a superior, whom polite words ask and do not order.
        is_ordering: Whether its title says that it orders.
        is_telling: Whether its title says that it tells what is or was.
        lexicon: Phrases of the case that open an act, beside those of the tables.
    """

    is_upwards: bool = False
    is_ordering: bool = False
    is_telling: bool = False
    lexicon: LetterLexicon = NO_LEXICON


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a clause with one act: the word that orders or tells, the deed at its head, and whether "and" added it to one before."""

    start: int
    end: int
    force: WordAt | None
    deed: DeedAt | None
    is_joined: bool = False


def acts_of(sheet: SheetText, found: Sequence[Clause], setting: Setting) -> tuple[Instruction, ...]:
    """Return the acts that some clauses tell of, in order.

    Args:
        sheet: The paper.
        found: Its clauses.
        setting: How they are meant.
    """
    read: list[Instruction] = []
    lead: WordAt | None = None
    is_detail = False
    tongue = tongue_of(sheet.folded)
    for clause in found:
        if tongue and (told := tongue_acts(sheet, clause, tongue)):
            read += told
            continue
        begin = behind_preamble(sheet.folded, clause.start, clause.end)
        parts = list(_parts(sheet, clause, begin, setting))
        leads_on = _LEADS.search(sheet.folded, clause.start, clause.end) is not None
        is_head = leads_on and parts[0].deed is None and not sheet.folded[begin : begin + 1].isascii()
        acts = [] if is_head or (clause.is_item and is_detail and parts[0].deed is None) else list(_acts(sheet, clause, parts, lead))
        read += acts
        if not acts and clause.is_item and read and lead is None and (listed := things(sheet, clause.start, clause.end)):
            read[-1] = replace(read[-1], things=(*read[-1].things, *listed))
        is_detail = leads_on if acts or not clause.is_item else is_detail and clause.is_item
        if not clause.is_item:
            lead, is_detail = (parts[0].force if leads_on else None), False
    # Quotes within quotes reach one sentence several times: it is counted once, as the words of the paper that is quoted nearest to it.
    once = {(act.said.span, act.kind): act for act in read}
    return tuple(once.values())[:MOST_ACTS]


def _parts(sheet: SheetText, clause: Clause, begin: int, setting: Setting) -> Iterator[_Part]:
    """Yield the parts of a clause that have an act each; at least one."""
    folded = sheet.folded
    is_latin = folded[begin : begin + 1].isascii()
    force = clause_force(folded, begin, clause.end, is_upwards=setting.is_upwards, lexicon=setting.lexicon)
    deed = _deed(folded, force, clause.end, is_latin=is_latin) if force and has_deed(folded, force) else None
    is_told = clause.is_item or setting.is_ordering or clause.author is not None
    if force is None and is_latin:
        force, deed = latin_bare(folded, begin, clause.end, is_told=is_told)
    elif force and is_latin and deed is None:
        is_last = is_sure(force) and not folded[force.end : clause.end].strip(" .") and not named_acts(folded, begin, force.start)
        deed = latin_subject(folded, begin, force.start, is_last=is_last)
    elif force is None:
        is_passive = sheet.words(begin, begin + 2)[1:2] == _DAMMA or not setting.is_telling
        force, deed = bare_force(folded, begin, clause.end, is_told=is_told, is_passive=is_passive, is_upwards=setting.is_upwards)
    is_own = bool(openers_in(folded, begin, clause.end, setting.lexicon))
    force, deed = scoped(folded, begin, clause.end, force, deed, is_own=is_own)
    if deed and (leads_on(folded[deed.end : clause.end]) or (force and leads_on(folded[force.end : clause.end]))):
        deed = None
    joined = list(_joined(folded, force, deed, clause.end, is_latin=is_latin)) if deed else []
    joined = [_helped(folded, each, clause.end) for each in joined]
    ends = [*(each.start - len(each.deed.joint) for each in joined), clause.end]
    asks_nothing = force is not None and is_formula(folded[force.end : ends[0]])
    if not (asks_nothing and joined):
        yield _Part(begin, ends[0], None if asks_nothing else force, None if asks_nothing else deed)
    for each, (start, end) in zip(joined, pairwise(ends), strict=True):
        own, added = scoped(folded, start, end, _joined_force(folded, each, end, setting), each)
        yield _Part(start, end, (own or force) if asks_nothing and each is joined[0] else own, added, is_joined=not asks_nothing)


def _deed(folded: str, force: WordAt, end: int, *, is_latin: bool) -> DeedAt | None:
    if is_latin:
        return latin_deed_behind(folded, force.end, end)
    return deed_behind(folded, force.end, end, is_sure=is_direct(folded, force))


def _joined(folded: str, force: WordAt | None, deed: DeedAt, end: int, *, is_latin: bool) -> Iterator[DeedAt]:
    if is_latin:
        return joined_latin(folded, deed, end)
    return joined_deeds(folded, deed, end, shapes=_shapes(folded, force, deed))


def _helped(folded: str, deed: DeedAt, end: int) -> DeedAt:
    """Return a deed of the future with the noun that it only helps: "and we shall undertake the mending of"."""
    noun = deed_behind(folded, deed.end, end) if deed.deed.is_future and not deed.deed.kind else None
    return DeedAt(noun.deed._replace(joint=deed.deed.joint, is_future=True), deed.start, noun.end) if noun else deed


def _shapes(folded: str, force: WordAt | None, deed: DeedAt) -> frozenset[DeedShape]:
    """Return the forms of the verb in which a clause may go on behind "and"."""
    found = {deed.deed.shape, DeedShape.NOUN if deed.deed.shape in {DeedShape.PRESENT, DeedShape.JUSSIVE} else deed.deed.shape}
    word = folded[force.start : force.end] if force else ""
    if word[:1] in {"ي", "ت"} and force and force.code in {"order", "cancel", "forbid"}:
        found.add(DeedShape.PRESENT)
    if force and force.code in {"done", "not-done", "received"}:
        found.add(DeedShape.PAST)
    return frozenset(found)


def _joined_force(folded: str, deed: DeedAt, end: int, setting: Setting) -> WordAt | None:
    """Return the word that orders or tells a deed which "and" adds to another; None where it has that of the other."""
    if deed.deed.is_future:
        return WordAt("planned", deed.start, deed.start)
    start = deed.start - len(deed.deed.joint)
    own = clause_force(folded, start, end, is_upwards=setting.is_upwards, lexicon=setting.lexicon)
    return own if own and own.start <= deed.end else None


def _acts(sheet: SheetText, clause: Clause, parts: Sequence[_Part], lead: WordAt | None) -> Iterator[Instruction]:
    first: Instruction | None = None
    for part in parts:
        if part.is_joined and first is None:
            return
        act = _act(sheet, clause, part, lead if clause.is_item else None, first)
        if act:
            yield act
            first = first or act


def _act(sheet: SheetText, clause: Clause, part: _Part, lead: WordAt | None, first: Instruction | None) -> Instruction | None:
    """Return the act of a part of a clause; None where it tells of none, as of one that only leads to the items below it.

    Args:
        sheet: The paper.
        clause: Which.
        part: Of it.
        lead: The force of the sentence that leads to the items of which it is one.
        first: The act to which "and" joins this one.
    """
    start, end, own = part.start, part.end, part.force
    every = named_acts(sheet.folded, start, end)
    kind = act_at(every, own, part.deed)
    if own and kind and kind.start < own.end and sheet.folded[own.start : own.end] in unsure_forces() and kind.code != "execute":
        own = None
    if kind is None:
        kind = unnamed_act(sheet.folded, start, end, own, lead)
    elif not (own or lead or clause.is_item or part.is_joined or is_bare(sheet.folded[start : kind.start])):
        return None
    if kind is None:
        return None
    if own and lead and own.start == own.end:
        own = WordAt(lead.code, own.start, own.end)
    code = own.code if own else first.force.value if first else lead.code if lead else _default(sheet.folded, start, end)
    begin = min(kind.start, own.start if own else kind.start)
    if sheet.folded[start : start + 1].isascii() and begin - start <= _LONGEST_SUBJECT:
        begin = start
    said = sheet.said(begin, end, f"act:{kind.code}", 0.85 if own or lead else 0.7)
    if said is None:
        return None
    until = by_when(sheet, start, end)
    is_told = code in _TOLD_OF or (kind.code == "summon" and until is not None and until.rule == "date")
    who = who_is_meant(sheet, start, end, force=own, kind=kind)
    read = Instruction(
        said=said,
        kind=kind.code,
        force=Force(code),
        who=who or (_inherited(first.who) if first and part.is_joined else None),
        author=clause.author or author_of(sheet, behind_signs(sheet.folded, clause.start, clause.end), end),
        things=things(sheet, kind.end, end) or things(sheet, kind.start, end),
        origin=behind(sheet, kind.end, end, words.FROM, "from-phrase") if kind.code not in {"appoint", "dismiss"} else None,
        goal=behind(sheet, kind.end, end, words.TO, "to-phrase"),
        place=behind(sheet, kind.end, end, words.AT, "at-phrase"),
        people=people_of(sheet, kind, end, own),
        post=post_of(sheet, kind, end),
        by_when=None if is_told else until,
        when=until.date if is_told and until else None,
    )
    if kind.code == "travel" and code == "permit" and not who and read.people:
        read = replace(read, who=without_title(read.people[0]))
    is_known = part.deed is not None and bool(part.deed.deed.kind)
    return _by_object(sheet, read, kind, end, is_known=is_known) if kind.code in {"other", "transfer"} else read


def _by_object(sheet: SheetText, read: Instruction, kind: WordAt, end: int, *, is_known: bool) -> Instruction:
    """Return an act whose word no table has, or one of many senses, with the kind that what stands behind it tells."""
    code = kind_by_object(sheet.folded, kind.end, end, read)
    if code == "other" or ((is_known or kind.code != "other") and code not in _TELLING_OBJECTS):
        return read
    seen = replace(kind, code=code)
    return replace(
        read,
        said=replace(read.said, rule=f"act-by-object:{code}", score=_BY_OBJECT),
        kind=code,
        people=read.people or people_of(sheet, seen, end, None),
        post=read.post or post_of(sheet, seen, end),
    )


def _default(folded: str, start: int, end: int) -> str:
    """Return the force of a clause where nothing tells it: an order, but where its first word is a past of "we"."""
    first = folded[start:end].split(maxsplit=1)
    return "done" if first and first[0].endswith(_WE) and len(first[0]) > _LEAST_PAST else "order"


#: The ending of "we" in the past, folded, and letters that such a past has more than.
_WE: Final = fold(DONE_BY_US)
_LEAST_PAST: Final = 4
#: Kinds that their objects tell even where the word has another sense: "to watch over what stands above" executes it.
_TELLING_OBJECTS: Final = ("execute", "appoint")
#: How sure an act is whose word is unknown.
_BY_OBJECT: Final = 0.6
#: How sure it is that who is to do the first of two acts is to do the second.
_INHERITED: Final = 0.5


def _inherited(who: Said | None) -> Said | None:
    """Return who is to do an act that "and" adds to another: the same one."""
    return replace(who, rule=f"inherited:{who.rule}", score=_INHERITED) if who else None

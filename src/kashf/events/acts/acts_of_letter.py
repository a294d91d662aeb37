"""The acts of a letter: its clauses, or the paper itself where none of them tells of an act, and what others put on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kashf.domain.acts.act import Act, ActBasis, ActDay, ActOrigin, ActWords, DayRule, WhoRule
from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import Force, Instruction, SpeechAct
from kashf.domain.letters.letter import AddedHand, Letter
from kashf.domain.letters.said import Said
from kashf.events.acts.act_days import day_of, due_day, written_day
from kashf.events.acts.told_by_witness import told_by_witness
from kashf.events.offices.office_index import OfficeIndex

#: Forces by which somebody is told to do, or not to do, something.
_TOLD_TO: Final = frozenset({Force.ORDER, Force.REQUEST, Force.FORBID, Force.PERMIT, Force.CANCEL, Force.REMIND})
#: How sure a paper is that tells of no act by a clause.
_PAPER_SCORE: Final = 0.5


def acts_of_letter(document: DocumentId, letter: Letter, offices: OfficeIndex | None = None) -> tuple[Act, ...]:
    """Return the acts that a letter tells of, in its order; () where it says nothing that could be one.

    Args:
        document: Whose letter it is.
        letter: What it says, as far as it is shown.
        offices: Those of all letters of the case; without, nothing is told of which office it is.
    """
    own = _office_id(offices, [each.text for each in letter.offices] or [each.text for each in (office_of(letter),) if each])
    found = [_of_clause(document, nth, act, letter) for nth, act in enumerate(letter.acts)]
    if not found and (paper := _of_paper(document, letter)):
        found.append(paper)
    found = [replace(act, office_id=_office_id(offices, [act.author.text]) if act.author else own) for act in found]
    if letter.speech_act is SpeechAct.TESTIMONY:
        found = list(told_by_witness(found, letter))
    hands = [_of_hand(document, len(found) + at, hand, letter) for at, hand in enumerate(letter.hands)]
    return (*found, *(replace(act, office_id=_office_id(offices, [each.text for each in act.who])) for act in hands))


def _office_id(offices: OfficeIndex | None, lines: Sequence[str]) -> str:
    which = offices.which(lines).office if offices and lines else None
    return which.id if which else ""


def office_of(letter: Letter) -> Said | None:
    """Return which office writes: the last of its letterhead, else that of who signed, else that of the stamp."""
    signed = letter.signatory
    return letter.offices[-1] if letter.offices else (signed.office if signed and signed.office else letter.stamp)


def _of_clause(document: DocumentId, nth: int, act: Instruction, letter: Letter) -> Act:
    written = _written(letter)
    who, rule = _who(act, letter)
    return Act(
        document=document,
        nth=nth,
        origin=ActOrigin.CORPUS,
        basis=ActBasis.CLAUSE,
        kind=act.kind,
        said=_words(act.said),
        score=act.said.score,
        force=act.force,
        office=_some(act.author or office_of(letter)),
        who=who,
        who_rule=rule,
        whom=tuple(map(_words, act.people)),
        author=_some(act.author),
        things=act.things,
        start=_some(act.origin),
        goal=_some(act.goal),
        place=_some(act.place),
        written=written,
        when=day_of(act, letter),
        due=due_day(act.by_when, written, letter.hands) if act.by_when else None,
    )


def _who(act: Instruction, letter: Letter) -> tuple[tuple[ActWords, ...], WhoRule]:
    """Return who acts: those named, else those to whom the paper goes where it tells them to, else who writes.

    The addressees of a paper that passes on another's order are not known to be those of the order.
    """
    if act.who:
        return (_words(act.who),), WhoRule.NAMED
    if act.force in _TOLD_TO:
        meant = () if act.author else tuple(_words(each.said) for each in letter.addressees)
        return meant, WhoRule.ADDRESSEE if meant else WhoRule.UNKNOWN
    office = office_of(letter)
    is_own = office is not None and act.force is not Force.RECEIVED
    return ((_words(office),), WhoRule.WRITER) if office and is_own else ((), WhoRule.UNKNOWN)


def _of_paper(document: DocumentId, letter: Letter) -> Act | None:
    """Return the act that a paper is by being written; None where nothing on it says that it is one, or by whom or when."""
    words = next(_heads(letter), None)
    if words is None:
        return None
    office = office_of(letter)
    signed = letter.signatory
    who = office or (signed.post or signed.name if signed else None)
    return Act(
        document=document,
        nth=0,
        origin=ActOrigin.CORPUS,
        basis=ActBasis.PAPER,
        kind=(letter.speech_act or SpeechAct.LETTER).value,
        said=_words(words),
        score=_PAPER_SCORE,
        office=_some(office),
        who=(_words(who),) if who else (),
        who_rule=WhoRule.WRITER if who else WhoRule.UNKNOWN,
        whom=tuple(_words(each.said) for each in letter.addressees),
        place=_some(letter.place),
        written=_written(letter),
        when=written_day(letter),
    )


def _heads(letter: Letter) -> Iterator[Said]:
    """Yield what a paper is known by: subject, title, number, date, office, addressee, signature."""
    signed = letter.signatory
    number, written = letter.number, letter.written
    yield from (each for each in (letter.subject, letter.title, number and number.said, written and written.said) if each)
    yield from (*letter.offices[-1:], *(each.said for each in letter.addressees[:1]))
    yield from (each for each in (signed.post, signed.name, signed.office) if each) if signed else ()


def _of_hand(document: DocumentId, nth: int, hand: AddedHand, letter: Letter) -> Act:
    """Return what another hand put on the paper: a hand without a day may be older than the paper, as initials on a draft are."""
    date = hand.date.date if hand.date else UNDATED
    return Act(
        document=document,
        nth=nth,
        origin=ActOrigin.CORPUS,
        basis=ActBasis.HAND,
        kind=hand.kind,
        said=_words(hand.said),
        score=hand.said.score,
        who=(_words(hand.who),) if hand.who else (),
        who_rule=WhoRule.NAMED if hand.who else WhoRule.UNKNOWN,
        written=_written(letter),
        when=ActDay(date, DayRule.NAMED) if date.is_known else ActDay(),
    )


def _written(letter: Letter) -> FuzzyDate:
    return letter.written.date if letter.written else UNDATED


def _words(said: Said) -> ActWords:
    return ActWords(said.text, said.span)


def _some(said: Said | None) -> ActWords | None:
    return _words(said) if said else None

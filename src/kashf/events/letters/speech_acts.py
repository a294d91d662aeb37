"""What a paper does by being written: by its title, by sentences that say so, and by its acts and the way it goes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kashf.domain.letters.instructions import Force, Instruction, SpeechAct
from kashf.domain.letters.letter import Addressee, AddresseeKind, CitedPaper, Direction
from kashf.domain.letters.said import Said
from kashf.events.letters.phrases import any_of, by_code, signs_of
from kashf.language.tables.letters.head_phrases import UPWARDS
from kashf.language.tables.letters.structure.paper_kinds import BEARERS, TELLING, TITLES
from kashf.language.words.folding import fold

_TITLED: Final = by_code(TITLES)
#: Titles that say less than the acts do: an order may be one of appointment.
_BROAD: Final = ("order", "letter", "decree", "appointment", "memorandum")
#: Sentences that decide whatever the acts are, the strongest first.
_STRONG: Final = (
    "testimony",
    "acknowledgement",
    "covering",
    "receipt",
    "threat",
    "summons",
    "minutes",
    "handover",
    "recommendation",
    "petition",
    "certificate",
    "regulation",
)
_ORDERS: Final = (Force.ORDER, Force.FORBID)


def direction_of(offices: Sequence[Said], to: Sequence[Addressee], body: str) -> Direction:
    """Return which way a paper goes: up to an office of its own head, or with words to a superior; down to a class in the plural.

    Args:
        offices: Of the letterhead.
        to: Whom it addresses.
        body: Its sentences and greetings, folded.
    """
    own = [fold(each.text) for each in offices]
    addressed = [fold(each.said.text) for each in to]
    if any(each in own[:-1] for each in addressed) or _upwards().search(body):
        return Direction.UP
    if any(each.kind is AddresseeKind.CLASS for each in to):
        return Direction.DOWN
    return Direction.UNKNOWN


@dataclass(frozen=True, slots=True)
class PaperSense:
    """What of a paper tells what it does.

    Args:
        title: The code of its title; "" for none.
        ticked: What is ticked on its form, folded.
        acts: What it tells people to do.
        direction: Which way it goes.
        body: Its sentences, folded.
        cited: Papers that it names.
        has_list: Whether its sentences are a list of names or things.
        has_office: Whether an office writes, and no private person.
    """

    title: str
    ticked: str
    acts: Sequence[Instruction]
    direction: Direction
    body: str
    cited: Sequence[CitedPaper]
    has_list: bool = False
    has_office: bool = True


def speech_act(paper: PaperSense) -> SpeechAct | None:
    """Return what a paper does; None where it has neither a title, nor a telling sentence, nor an act."""
    told = {code for code in TELLING if _tells(code, paper.body)}
    if paper.title and paper.title not in _BROAD:
        return SpeechAct.TESTIMONY if paper.title in _OF_SAYING and "testimony" in told else SpeechAct(paper.title)
    if strong := next((code for code in _STRONG if code in told), "summons" if not paper.title and _summons(paper) else None):
        return SpeechAct(strong)
    if found := _of_persons(paper.acts, paper.title) or (SpeechAct(paper.title) if paper.title else None):
        return found
    if any(each.is_quoted for each in paper.cited) or ("circular" in told and not paper.acts):
        return SpeechAct.CIRCULAR
    rest = _by_acts(paper, told) or _TICKS.get(_TITLED.get(paper.ticked, ""))
    return rest or (SpeechAct.LIST if paper.has_list else SpeechAct.LETTER if paper.body else None)


#: Titles of what is said, which may be a witness's.
_OF_SAYING: Final = ("proclamation", "certificate", "report", "memorandum", "notification")


def _summons(paper: PaperSense) -> bool:
    """Return whether all that a paper orders or asks is that somebody comes before an office."""
    asked = [each for each in paper.acts if each.force in {*_ORDERS, Force.REQUEST}]
    return bool(asked) and all(each.kind == "summon" and each.force is not Force.FORBID and not each.author for each in asked)


_TICKS: Final[Mapping[str, SpeechAct]] = {"order": SpeechAct.ORDER, "request": SpeechAct.REQUEST, "notification": SpeechAct.NOTIFICATION}


def _of_persons(acts: Sequence[Instruction], title: str) -> SpeechAct | None:
    """Return appointment where somebody is appointed, dismissal where somebody is only relieved."""
    kinds = {each.kind for each in acts if each.force in _ORDERS and not each.author}
    if "appoint" in kinds:
        return SpeechAct.APPOINTMENT
    return SpeechAct.DISMISSAL if "dismiss" in kinds and title != "decree" else None


def _by_acts(paper: PaperSense, told: set[str]) -> SpeechAct | None:
    """Return what a paper does by its acts, the first rule that holds."""
    forces, way = {each.force for each in paper.acts}, paper.direction
    is_order = bool(forces & set(_ORDERS))
    told_of = forces & {Force.NOT_DONE, Force.PLANNED, Force.DONE}
    answered = {_kind(each) in _ORDERING for each in paper.cited if each.is_answered}
    is_of_operation = "operation" in told or any(_kind(each) in _ORDERING for each in paper.cited)
    rules = (
        ("reminder" in told or Force.REMIND in forces, SpeechAct.REMINDER),
        (Force.CANCEL in forces, SpeechAct.CANCELLATION),
        (False in answered and bool(told_of or Force.PERMIT in forces or not paper.acts), SpeechAct.ANSWER),
        (_lets_bearer(paper.acts), SpeechAct.PERMIT),
        (Force.PERMIT in forces and not _orders_more(paper.acts), SpeechAct.ORDER if way is Direction.DOWN else SpeechAct.PERMIT),
        (forces == {Force.RECEIVED}, SpeechAct.RECEIPT),
        (is_order and way is Direction.UP and Force.FORBID not in forces, SpeechAct.REQUEST),
        (is_order, SpeechAct.ORDER),
        (Force.REQUEST in forces and not paper.has_office, SpeechAct.PETITION),
        (Force.REQUEST in forces, SpeechAct.LETTER if way is Direction.DOWN else SpeechAct.REQUEST),
        (bool(told_of) and way is not Direction.DOWN, _report(forces, is_of_operation=is_of_operation)),
        (Force.RECEIVED in forces, SpeechAct.RECEIPT),
        (not paper.acts and True in answered, SpeechAct.ACKNOWLEDGEMENT),
    )
    return next((act for holds, act in rules if holds), None)


def _lets_bearer(acts: Sequence[Instruction]) -> bool:
    """Return whether one person is permitted something, whatever else he is forbidden or held to."""
    permits = [each for each in acts if each.force is Force.PERMIT]
    is_of_one = any(
        each.people or (each.who and _bearer().search(fold(each.who.text))) or _bearer().search(fold(each.said.text)) for each in permits
    )
    return is_of_one and not any(each.force is Force.ORDER for each in acts[: acts.index(permits[0])])


def _orders_more(acts: Sequence[Instruction]) -> bool:
    """Return whether something is ordered beside letting pass what is permitted."""
    return any(each.force in _ORDERS and each.kind not in {"facilitate", "travel", "inform"} for each in acts)


def _report(forces: set[Force], *, is_of_operation: bool) -> SpeechAct:
    """Return which report it is: on something ordered or on an operation that goes on or is done, or a report by itself."""
    if is_of_operation:
        return SpeechAct.COMPLETION if forces == {Force.DONE} else SpeechAct.PROGRESS
    return SpeechAct.LETTER if Force.PLANNED in forces else SpeechAct.REPORT


#: Papers that order something.
_ORDERING: Final = ("order", "circular", "decree")


def _kind(cited: CitedPaper) -> str:
    return cited.kind.rule.partition(":")[2] if cited.kind else ""


def tells(body: str) -> bool:
    """Return whether a sentence says by itself what the paper does.

    Args:
        body: Folded.
    """
    return any(_tells(code, body) for code in _STRONG)


def _tells(code: str, body: str) -> bool:
    signs, pattern = _telling()[code]
    return any(sign in body for sign in signs) and pattern.search(body) is not None


@lru_cache(maxsize=1)
def _telling() -> Mapping[str, tuple[frozenset[str], re.Pattern[str]]]:
    return {code: (signs_of(phrases), re.compile(rf"(?<!\w)(?:و|ف)?{any_of(phrases)}")) for code, phrases in TELLING.items()}


@lru_cache(maxsize=1)
def _upwards() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(UPWARDS)}(?!\w)")


@lru_cache(maxsize=1)
def _bearer() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(BEARERS)}(?!\w)")

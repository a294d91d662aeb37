"""What a paper does by being written: by its title, by sentences that say so, and by its acts and the way it goes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from kashf.domain.letters.instructions import Force, Instruction, SpeechAct
from kashf.domain.letters.letter import Addressee, AddresseeKind, CitedPaper, Direction
from kashf.domain.letters.said import Said
from kashf.events.letters.phrases import any_of, by_code
from kashf.language.tables.letters.head_phrases import UPWARDS
from kashf.language.tables.letters.paper_kinds import TELLING, TITLES
from kashf.language.words.folding import fold

_TITLED: Final = by_code(TITLES)
#: Titles that say less than the acts do: an order may be one of appointment.
_BROAD: Final = ("order", "letter", "decree", "appointment")
#: Sentences that decide whatever the acts are, the strongest first.
_STRONG: Final = (
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


def speech_act(
    title: str,
    ticked: str,
    acts: Sequence[Instruction],
    *,
    direction: Direction,
    body: str,
    cited: Sequence[CitedPaper],
    to: Sequence[Addressee],
) -> SpeechAct | None:
    """Return what a paper does; None where it has neither a title, nor a telling sentence, nor an act.

    Args:
        title: The code of its title; "" for none.
        ticked: What is ticked on its form, folded.
        acts: What it tells people to do.
        direction: Which way it goes.
        body: Its sentences, folded.
        cited: Papers that it names.
        to: Whom it addresses.
    """
    if title and title not in _BROAD:
        return SpeechAct(title)
    told = {code for code, pattern in _telling().items() if pattern.search(body)}
    for code in _STRONG:
        if code in told:
            return SpeechAct(code)
    if found := _of_persons(acts, title):
        return found
    if title:
        return SpeechAct(title)
    if any(each.is_quoted for each in cited) or ("circular" in told and not acts):
        return SpeechAct.CIRCULAR
    if by_acts := _by_acts(acts, direction, cited, told):
        return by_acts
    return _TICKS.get(_TITLED.get(ticked, "")) or (SpeechAct.LETTER if to or body else None)


_TICKS: Final[Mapping[str, SpeechAct]] = {"order": SpeechAct.ORDER, "request": SpeechAct.REQUEST, "notification": SpeechAct.NOTIFICATION}


def _of_persons(acts: Sequence[Instruction], title: str) -> SpeechAct | None:
    """Return appointment where somebody is appointed, dismissal where somebody is only relieved."""
    kinds = {each.kind for each in acts if each.force in _ORDERS and not each.author}
    if "appoint" in kinds:
        return SpeechAct.APPOINTMENT
    if "dismiss" in kinds and title != "decree":
        return SpeechAct.DISMISSAL
    return None


def _by_acts(acts: Sequence[Instruction], direction: Direction, cited: Sequence[CitedPaper], told: set[str]) -> SpeechAct | None:
    forces = {each.force for each in acts}
    answers_request = any(each.is_answered and _kind(each) in {"request", "reminder", "petition"} for each in cited)
    after_order = any(_kind(each) in {"order", "circular", "decree"} for each in cited)
    if "reminder" in told or Force.REMIND in forces:
        return SpeechAct.REMINDER
    if Force.CANCEL in forces:
        return SpeechAct.CANCELLATION
    if answers_request:
        return SpeechAct.ANSWER
    if Force.PERMIT in forces and not forces & set(_ORDERS):
        return SpeechAct.PERMIT if direction is not Direction.DOWN else SpeechAct.ORDER
    if forces & set(_ORDERS):
        return SpeechAct.REQUEST if direction is Direction.UP and Force.FORBID not in forces else SpeechAct.ORDER
    if Force.REQUEST in forces:
        return SpeechAct.REQUEST if direction is Direction.UP else SpeechAct.LETTER
    if Force.NOT_DONE in forces or Force.PLANNED in forces:
        return (
            SpeechAct.PROGRESS
            if direction is Direction.UP and after_order
            else SpeechAct.REPORT
            if direction is Direction.UP
            else SpeechAct.LETTER
        )
    if Force.DONE in forces:
        return (
            SpeechAct.COMPLETION
            if direction is Direction.UP and after_order
            else SpeechAct.REPORT
            if direction is Direction.UP
            else SpeechAct.LETTER
        )
    if Force.RECEIVED in forces:
        return SpeechAct.RECEIPT
    return None


def _kind(cited: CitedPaper) -> str:
    return cited.kind.rule.partition(":")[2] if cited.kind else ""


@lru_cache(maxsize=1)
def _telling() -> Mapping[str, re.Pattern[str]]:
    return {code: re.compile(rf"(?<!\w)(?:و|ف)?{any_of(phrases)}") for code, phrases in TELLING.items()}


@lru_cache(maxsize=1)
def _upwards() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(UPWARDS)}(?!\w)")

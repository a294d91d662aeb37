"""What a paper does by being written: a decision over all that its title, its sentences, its acts and its way say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

from kashf.domain.letters.instructions import Force, Instruction, SpeechAct
from kashf.domain.letters.letter import Addressee, AddresseeKind, CitedPaper, Direction
from kashf.events.letters.phrases import any_of, by_code
from kashf.events.letters.purpose.telling import STRONG, has_mark
from kashf.language.tables.letters.structure.paper_kinds import BEARERS, TITLES
from kashf.language.tables.letters.structure.purpose_words import TWO_SENSES
from kashf.language.words.folding import fold

_TITLED: Final = by_code(TITLES)


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
        entitled: Its title as it stands there, folded.
        to: Whom it addresses.
    """

    title: str
    ticked: str
    acts: Sequence[Instruction]
    direction: Direction
    body: str
    cited: Sequence[CitedPaper]
    has_list: bool = False
    has_office: bool = True
    entitled: str = ""
    to: Sequence[Addressee] = ()

    def has(self, mark: str) -> bool:
        """Return whether a sign of a code stands in its sentences."""
        return has_mark(mark, self.body)


_Weights: TypeAlias = Mapping[str, float]
#: What a paper is that has sentences and no more; what nothing outweighs is a letter.
_LETTER: Final = 1.0
#: A title of one sense says it; what an order, a letter and a memorandum are, their acts may say better.
_TITLE: Final = 5.0
_BROAD: Final[_Weights] = {"order": 3.0, "letter": 1.2, "appointment": 3.5, "dismissal": 3.5, "memorandum": 3.3, "decree": 5.0}
#: Titles of what is said, which may be a witness's.
_OF_SAYING: Final = ("proclamation", "certificate", "report", "memorandum", "notification")
#: A sentence that says what a paper does; the first of several counts a little more.
_SENTENCE: Final = 4.0
_EARLIER: Final = 0.01
_ORDERS: Final = (Force.ORDER, Force.FORBID)
_TOLD: Final = (Force.DONE, Force.NOT_DONE)
#: Papers that order something.
_ORDERING: Final = ("order", "circular", "decree")
#: Acts that only see to the others, and say nothing of what a paper is.
_FORMAL: Final = ("execute", "inform", "publish", "attend")
#: Acts that call somebody to a place.
_CALLING: Final = ("summon", "attend")
#: Acts that a pass asks of others for whom it lets go.
_OF_PASSES: Final = ("facilitate", "travel", "inform", "carry-arms")


def speech_act(paper: PaperSense) -> SpeechAct | None:
    """Return what a paper does: that for which most speaks; "letter" where little does, None where it has no sentence either."""
    scores: defaultdict[str, float] = defaultdict(float)
    for weigh in _EVIDENCE:
        for act, weight in weigh(paper).items():
            scores[act] += weight
    if not scores:
        return None
    best = max(scores, key=lambda act: scores[act])
    return SpeechAct(best) if scores[best] >= _LETTER else None


def _by_title(paper: PaperSense) -> _Weights:
    """Weigh its title; one of two senses is a decree where the paper lays down for everybody, and else an order."""
    if not paper.title:
        return {}
    if paper.title == "decree" and paper.entitled in _two_senses():
        return {"decree": 3.5, "order": 2.0} if paper.has("lays-down") else {"order": 3.0, "decree": 1.0}
    weights = {paper.title: _BROAD.get(paper.title, _TITLE)}
    return weights | ({"testimony": 2.0} if paper.title in _OF_SAYING and paper.has("says:testimony") else {})


def _by_sentences(paper: PaperSense) -> _Weights:
    """Weigh sentences that say it, and signs that together do."""
    told = [code for code in STRONG if paper.has(f"says:{code}")]
    weights = defaultdict(float, {code: _SENTENCE - _EARLIER * STRONG.index(code) for code in told})
    if "regulation" in told and not paper.title and any(each.force is Force.REQUEST for each in paper.acts):
        weights["regulation"] = 1.5
    if paper.has("says:reminder"):
        is_aside = not paper.has_office or any(each.force in _ORDERS for each in paper.acts[:1])
        weights["reminder"] = 0.5 if is_aside else 3.4
    sat = sum(map(paper.has, ("present", "session", "resolved")))
    weights["minutes"] = max(weights["minutes"], 4.2 if sat > 1 else 0.5 * sat)
    if all(each.kind in {"deliver", *_FORMAL} for each in paper.acts) and paper.has("enclosing"):
        weights["covering"] = max(weights["covering"], 3.6)
    if all(each.kind is AddresseeKind.CLASS for each in paper.to) and paper.has("says:proclamation"):
        weights["proclamation"] = 2.5
    if not paper.acts and paper.has("says:circular"):
        weights["circular"] = 2.0
    return weights


def _by_papers(paper: PaperSense) -> _Weights:
    """Weigh what it does with papers that it names: passes words on, answers, says that they came, reports on what they ordered."""
    if any(each.is_quoted for each in paper.cited):
        return {"circular": 3.6}
    forces = {each.force for each in paper.acts}
    answered = {_kind(each) in _ORDERING for each in paper.cited if each.is_answered}
    does_nothing = all(
        each.force in {Force.RECEIVED, Force.PLANNED} and each.kind in {"deliver", "execute", "other"} for each in paper.acts
    )
    if paper.cited and does_nothing and paper.has("came"):
        return {"acknowledgement": 3.2}
    if False in answered and Force.PERMIT in forces:
        return {"answer": 4.5}
    if False in answered and (not paper.acts or forces & {*_TOLD, Force.PLANNED, Force.PERMIT}):
        return {"answer": 3.1}
    if True in answered and not paper.acts:
        return {"acknowledgement": 2.0}
    return {}


def _by_persons(paper: PaperSense) -> _Weights:
    """Weigh acts about posts: naming somebody, relieving somebody; the more, the less else the paper orders."""
    own = _own(paper)
    acts = [each for each in own if each.force in _ORDERS or (each is own[0] and each.force is Force.DONE and _tells_whom_it_names(paper))]
    telling = [each for each in acts if each.kind not in _FORMAL]
    kinds = [each.kind for each in telling]
    share = sum(kind in {"appoint", "dismiss"} for kind in kinds) / max(len(kinds), 1)
    is_first = kinds[:1] in (["appoint"], ["dismiss"])
    weight = 3.2 + 2 * share + 0.8 * is_first
    if "appoint" in kinds:
        return {"appointment": weight}
    return {"dismissal": weight} if "dismiss" in kinds else {}


def _by_acts(paper: PaperSense) -> _Weights:
    """Weigh what its acts do, each by its share: order, ask, allow, call off, ask again, tell."""
    acts = _own(paper)
    weights: defaultdict[str, float] = defaultdict(float)
    is_asking = any(each.force in {*_ORDERS, Force.REQUEST} for each in acts)
    heavy = [_GROUND if is_asking and each.force in _TOLD else 1.0 for each in acts]
    for act, share in zip(acts, heavy, strict=True):
        for code, weight in _of_act(act, paper).items():
            weights[code] += weight * share / sum(heavy)
    first = acts[0].force if acts else None
    if first is Force.PERMIT and not paper.title:
        weights["permit"] += 1.0
    if first is Force.CANCEL:
        weights["cancellation"] += 2.0
    if first is Force.REMIND:
        weights["reminder"] += 2.0
    return weights


#: What is told before something is asked for is its ground, and weighs less.
_GROUND: Final = 0.5


def _of_act(act: Instruction, paper: PaperSense) -> _Weights:
    """Return what one act says of the paper that has it."""
    if act.force in {Force.ORDER, Force.REQUEST} and act.kind in _CALLING and not paper.title and _calls_whom_it_addresses(act, paper):
        return {"summons": 4.0 if act.kind == "summon" else 3.4}
    if act.force in _TOLD:
        return _of_report(paper)
    if act.force in _ORDERS and act.kind in {"appoint", "dismiss"}:
        return {}
    return {_named_by(act, paper): 3.0 if act.force is not Force.PLANNED or _is_of_order(paper) else _LETTER}


def _named_by(act: Instruction, paper: PaperSense) -> str:
    """Return what a paper is that has only acts like one that tells of nothing done, by its force and the way the paper goes."""
    is_down, is_up = paper.direction is Direction.DOWN, paper.direction is Direction.UP
    return {
        Force.ORDER: "request" if is_up else "order",
        Force.FORBID: "order",
        Force.REQUEST: "petition" if not paper.has_office else "letter" if is_down else "request",
        Force.PERMIT: "order" if is_down and not _is_of_one(act) else "permit",
        Force.PLANNED: "progress" if _is_of_order(paper) else "letter",
        Force.CANCEL: "cancellation",
        Force.REMIND: "reminder",
        Force.RECEIVED: "receipt",
    }.get(act.force, "letter")


def _of_report(paper: PaperSense) -> _Weights:
    """Return which report one told act makes: on something ordered or on an operation that goes on or is done, or by itself."""
    if paper.direction is Direction.DOWN:
        return {"letter": 1.0, "report": 0.5}
    if not _is_of_order(paper):
        return {"report": 2.6}
    is_done = all(each.force is Force.DONE for each in paper.acts)
    return {"completion": 2.8, "progress": 1.0} if is_done else {"progress": 2.8}


def _is_of_order(paper: PaperSense) -> bool:
    """Return whether a paper is on something ordered, or on an operation."""
    return any(_kind(each) in _ORDERING for each in paper.cited) or paper.has("says:operation")


def _by_bearer(paper: PaperSense) -> _Weights:
    """Weigh that somebody is let through: who carries the paper, whom nobody is to hinder, one person who may do something."""
    permits = [each for each in _own(paper) if each.force is Force.PERMIT]
    is_of_passing = all(each.kind in _OF_PASSES or each.force is not Force.ORDER for each in _own(paper))
    is_answer = any(each.is_answered for each in paper.cited)
    if permits and paper.title != "order" and not is_answer and any(map(_is_of_one, permits)) and _own(paper)[0].force is not Force.ORDER:
        return {"permit": 3.0}
    if is_of_passing and paper.has("unhindered"):
        return {"permit": 3.4}
    return {"permit": 3.0} if is_of_passing and paper.has("bearer") else {}


def _by_layout(paper: PaperSense) -> _Weights:
    """Weigh what its form is: what is ticked, items without a deed, sentences."""
    ticked = {"order", "request", "notification"} & {_TITLED.get(paper.ticked, "")}
    weights: dict[str, float] = dict.fromkeys(ticked, 1.5)
    if paper.has_list and not paper.acts:
        weights["list"] = 1.4
    return weights | ({"letter": _LETTER} if paper.body else {})


_EVIDENCE: Final[Sequence[Callable[[PaperSense], _Weights]]] = (
    _by_title,
    _by_sentences,
    _by_papers,
    _by_persons,
    _by_acts,
    _by_bearer,
    _by_layout,
)


def _own(paper: PaperSense) -> Sequence[Instruction]:
    """Return the acts that are the paper's own, and no words that it hands on; all where it has no others."""
    return [each for each in paper.acts if not each.author] or paper.acts


def _calls_whom_it_addresses(act: Instruction, paper: PaperSense) -> bool:
    """Return whether who is called is who the paper goes to: an office that is told to bring somebody is no one called."""
    is_placed = act.kind == "summon" or bool(act.when or act.by_when or act.place)
    return is_placed and (not paper.to or any(each.kind is not AddresseeKind.OFFICE for each in paper.to))


def _tells_whom_it_names(paper: PaperSense) -> bool:
    """Return whether a paper tells somebody what became of him."""
    return any(each.kind is AddresseeKind.PERSON for each in paper.to)


def _is_of_one(act: Instruction) -> bool:
    """Return whether one person is permitted something."""
    return bool(act.people or (act.who and _bearer().search(fold(act.who.text))) or _bearer().search(fold(act.said.text)))


def _kind(cited: CitedPaper) -> str:
    return cited.kind.rule.partition(":")[2] if cited.kind else ""


@lru_cache(maxsize=1)
def _two_senses() -> frozenset[str]:
    return frozenset(" ".join(fold(each).split()) for each in TWO_SENSES.split("|"))


@lru_cache(maxsize=1)
def _bearer() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(BEARERS)}(?!\w)")

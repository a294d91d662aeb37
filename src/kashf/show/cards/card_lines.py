"""A sentence card as lines of text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from kashf.domain.cards.card_entries import Bearing, CardCheck, CardState, CardStrip, Explanation, Knows, Weighed
from kashf.domain.cards.sentence_card import Hindered, Hindrance
from kashf.domain.cards.weak_points import Weakness, WeakPoint
from kashf.domain.ids import short_id
from kashf.language.words.visible import isolate
from kashf.services.cards.lint_card import CardFault
from kashf.services.cards.show_card import ShownCard, ShownEvidence
from kashf.services.plans.verdict_words import UNDER_EVERY_VERDICT, called
from kashf.show.cards.asked_lines import asked_answer, asked_lines
from kashf.show.cards.road_lines import working_answer, working_lines
from kashf.show.counted import many
from kashf.show.plain import plain
from kashf.show.sources.source_lines import stake_answer, stake_words

#: What each strip says.
STRIPS: Final[Mapping[CardStrip, str]] = {
    CardStrip.PAPER: "The paper says",
    CardStrip.PEOPLE: "People say",
    CardStrip.CONCLUDED: "We conclude",
}
BEARINGS: Final[Mapping[Bearing, str]] = {
    Bearing.SUPPORTS: "supports",
    Bearing.AGAINST: "speaks against",
    Bearing.BACKGROUND: "background",
}
#: The six questions.
QUESTIONS: Final[Mapping[Explanation, str]] = {
    Explanation.INVENTED: "Invented by whoever passed it on?",
    Explanation.MISREAD: "Misread, mistranslated or misdated?",
    Explanation.PLANTED: "Planted by an adversary?",
    Explanation.COINCIDENCE: "Coincidence?",
    Explanation.OWN_INTELLIGENCE: "Did they know it from their own intelligence?",
    Explanation.WARNING: "A public warning, or an opportunity that was taken?",
}
WEIGHED: Final[Mapping[Weighed, str]] = {
    Weighed.RULED_OUT: "ruled out",
    Weighed.POSSIBLE: "still possible",
    Weighed.NOT_CHECKED: "not checked",
}
CHECKS: Final[Mapping[CardCheck, str]] = {
    CardCheck.SECOND_EYES: "a second pair of eyes",
    CardCheck.REPLY: "asked for a reply",
    CardCheck.TRANSLATION: "translation signed",
    CardCheck.NAMES: "names cleared",
    CardCheck.SOURCE: "source safe",
}
STATES: Final[Mapping[CardState, str]] = {CardState.OPEN: "open", CardState.CLEARED: "cleared", CardState.REFUSED: "refused"}
#: Why a sentence is refused, by rule.
FAULTS: Final[Mapping[str, str]] = {
    "likelihood-with-confidence": "how likely it is and how confident we are, in one sentence",
    "proves": "evidence supports or speaks against; it does not prove",
    "unbound-number": "a number that stands in none of the papers and is said by none of the people on the card",
    "collusion": ("that sides agreed is no conclusion of ours unless the board's lead over own intelligence and opportunity stands in it"),
}
_KNOWS: Final[Mapping[Knows, str]] = {
    Knows.DID: "did it",
    Knows.SAW: "saw it",
    Knows.HEARD: "heard of it",
    Knows.READ: "read of it",
    Knows.EXPERT: "gives an opinion as an expert; an opinion is no evidence of what happened",
}


def card_answer(shown: ShownCard) -> dict[str, Any]:
    """Return a card as JSON values."""
    card = shown.card
    return {
        "card": card.id,
        "state": card.state.value,
        "sentence": shown.sentence,
        "earlier": list(shown.earlier),
        "witnesses": shown.witnesses,
        "roads": list(shown.roads),
        "roads_working": working_answer(shown.working),
        "evidence": [_evidence_answer(each) for each in shown.evidence],
        "explanations": {each.value: _weighed_answer(shown, each) for each in Explanation},
        "checks": {check.value: _check_answer(shown, check) for check in CardCheck},
        "weakest": [_weak_answer(point) for point in shown.weak],
        "missing": [{"what": each.what.value, "which": each.which.value if each.which else None} for each in shown.hindrances],
        "faults": [_fault_answer(shown, each) for each in shown.faults],
        "settled": dict(shown.texts[card.settled.signed.id]) if card.settled else None,
        "asked": [asked_answer(each) for each in shown.asked],
    }


def card_line(shown: ShownCard) -> str:
    """Return a card in one line."""
    return f"{short_id(shown.card.id)} {STATES[shown.card.state]:8} {isolate(shown.sentence)}"


def card_lines(shown: ShownCard) -> Iterator[str]:
    """Yield a card as lines."""
    card = shown.card
    yield f"card {short_id(card.id)}, {STATES[card.state]}"
    yield f"What we want to say: {isolate(shown.sentence)}"
    for strip, title in STRIPS.items():
        yield f"{title}:"
        yield from (f"  {line}" for each in shown.of(strip) for line in _evidence_lines(each))
        if not shown.of(strip):
            yield "  nothing yet"
    yield counted_support(shown)
    yield from (f"  {line}" for line in working_lines(shown.working))
    yield f"Weakest point: {weak_words(shown.weak[0])}"
    yield from fault_lines(shown)
    yield "Other explanations:"
    for each in Explanation:
        because = _weighed_answer(shown, each)["because"]
        reason = f", because {isolate(str(because))}" if because else ""
        yield f"  {QUESTIONS[each]} {WEIGHED[card.weighed(each)].capitalize()}{reason}."
    yield "Before it goes out:"
    yield from (f"  {_check_line(shown, check)}" for check in CardCheck)
    if shown.asked:
        yield "Asked of colleagues:"
    yield from (f"  {line}" for line in asked_lines(shown.asked))


def fault_lines(shown: ShownCard) -> Iterator[str]:
    """Yield what may not go out as it is worded."""
    for each in shown.faults:
        where = f"conclusion {short_id(each.entry)}" if each.entry else "the sentence"
        yield f"{where} says {isolate(each.fault.words)}: {fault_words(each.fault.rule.value, shown.lead)}"


def fault_words(rule: str, lead: str = "") -> str:
    """Return why something is refused, in words; of a word of collusion with the board's lead where there is one."""
    if rule == "collusion" and lead:
        return f"{FAULTS[rule]}: {lead}"
    return FAULTS[rule]


def counted_support(shown: ShownCard) -> str:
    """Return how many papers and people support a card, and by how many roads they came."""
    if not shown.witnesses:
        return "Nothing supports it whose origin is known." if shown.working.found.without_origin else "Nothing supports it yet."
    by = f", by {', '.join(map(isolate, shown.roads))}" if shown.roads else ""
    return f"{many(shown.witnesses, 'report')}, {many(shown.road_count, 'road')}{by}"


def hindered_words(hindered: Hindered) -> str:
    """Return what keeps a card from being cleared, in words."""
    which = hindered.which
    if isinstance(which, Explanation):
        return f"nobody looked into: {QUESTIONS[which]}"
    if hindered.what is Hindrance.CHECK_OPEN and which:
        return f"not done: {CHECKS[which]}"
    return {
        Hindrance.ANSWER_MISSING: "a reply was asked for, and it is not written down what came",
        Hindrance.OWN_EYES: "who looked it over wrote on it",
        Hindrance.NO_PERSON: "only a person of the case clears a card: --as NAME",
        Hindrance.WORDING: "worded as no finding may be",
    }.get(hindered.what, "no paper and no witness supports it")


def weak_words(point: WeakPoint) -> str:
    """Return a weak point in words."""
    question = QUESTIONS[point.explanation] if point.explanation else ""
    return {
        Weakness.NOTHING: "nothing supports it yet",
        Weakness.ONLY_CONCLUSIONS: "only our own conclusions support it",
        Weakness.ONLY_OPINIONS: "only opinions of experts support it",
        Weakness.MOVED: f"of {many(point.count, 'paper')} the words are not found where they were cited, or it was set aside; look again",
        Weakness.ROOTLESS: f"{many(point.count, 'entry rests', 'entries rest')} on evidence that was taken back",
        Weakness.ALTERED: f"{many(point.count, 'paper')} on it contradicted, by others or by itself; `kashf clashes` says where",
        Weakness.STILL_POSSIBLE: f"still possible: {question}",
        Weakness.AGAINST: f"{many(point.count, 'piece')} of evidence speak against it",
        Weakness.NOT_CHECKED: f"{many(point.count, 'other explanation')} not looked into, first: {question}",
        Weakness.ONE_ROAD: f"all that supports it came by one road, {isolate(point.road)}",
        Weakness.ONE_PAPER: "it rests on one paper, whose copies count once",
        Weakness.HEARSAY: "everybody who says it has it from others",
        Weakness.NO_COUNTER_SEARCH: "nothing stands on it that speaks against it; look for that",
    }[point.what]


def _evidence_lines(each: ShownEvidence) -> Iterator[str]:
    head = f"{short_id(each.put.signed.id)} {BEARINGS[each.put.bearing]}"
    if each.put.strip is CardStrip.PAPER:
        where = f"{short_id(each.quote.document)}#{each.quote.page}" if each.quote else "a paper that is not in the case any more"
        gone = "" if each.at else "; the words are not found there any more"
        yield f"{head}: {where} {isolate(each.path)}{gone}"
        if each.quote:
            yield f"    {isolate(' '.join(each.quote.text.split()))}"
    elif each.put.knows:
        source = f", from {isolate(each.put.heard_from)}" if each.put.heard_from else ""
        yield f"{head}: {isolate(each.put.witness)}, who {_KNOWS[each.put.knows]}{source}"
        yield f"    {stake_words(each.stake)}"
    else:
        yield f"{head}, resting on {many(len(each.put.rests_on), 'entry')}:"
    if each.said:
        yield f"    {isolate(' '.join(each.said.split()))}"
    if tested := each.put.tested:
        yield f"    plan {tested.plan[:16]}: {called(tested.verdict)}, p {tested.p}; against chance alone at most {tested.ratio} to 1"
        yield f"    {UNDER_EVERY_VERDICT}"


def _fault_answer(shown: ShownCard, each: CardFault) -> dict[str, Any]:
    rule, fault = each.fault.rule.value, each.fault
    place = {"words": fault.words, "start": fault.start, "end": fault.end, "entry": each.entry}
    return {"rule": rule, **place, "because": fault_words(rule, shown.lead)}


def _check_line(shown: ShownCard, check: CardCheck) -> str:
    told = shown.card.checks.get(check)
    if told is None:
        return f"[ ] {CHECKS[check]}"
    mark, waiting = ("x", "") if told.is_done else ("…", ", no answer written down yet")
    return f"[{mark}] {CHECKS[check]}, {isolate(told.signed.who)} on {told.signed.when:%Y-%m-%d}{waiting}"


def _evidence_answer(each: ShownEvidence) -> dict[str, Any]:
    put = each.put
    return {
        "entry": put.signed.id,
        "strip": put.strip.value,
        "bearing": put.bearing.value,
        "said": each.said,
        "quote": plain(each.quote) if each.quote else None,
        "stands": each.at is not None if put.strip is CardStrip.PAPER else None,
        "at": plain(each.at) if each.at else None,
        "path": each.path,
        "witness": put.witness,
        "knows": put.knows.value if put.knows else None,
        "heard_from": put.heard_from,
        "stake": stake_answer(each.stake),
        "rests_on": list(put.rests_on),
        "tested": put.tested.as_json() | {"not_shown": UNDER_EVERY_VERDICT} if put.tested else None,
        "counts_as": each.facts.witness if each.facts else None,
        "contradicted": each.facts.is_contradicted if each.facts and put.strip is CardStrip.PAPER else None,
        "roads": list(each.facts.roads) if each.facts else [],
        "by": put.signed.who,
    }


def _weighed_answer(shown: ShownCard, explanation: Explanation) -> dict[str, Any]:
    told = shown.card.explanations.get(explanation)
    because = shown.texts[told.signed.id].get("because", "") if told else ""
    return {"weighed": shown.card.weighed(explanation).value, "because": because, "by": told.signed.who if told else None}


def _check_answer(shown: ShownCard, check: CardCheck) -> dict[str, Any] | None:
    told = shown.card.checks.get(check)
    if told is None:
        return None
    return {"by": told.signed.who, "time": told.signed.when.isoformat(), "done": told.is_done, **shown.texts[told.signed.id]}


def _weak_answer(point: WeakPoint) -> dict[str, Any]:
    explanation = point.explanation.value if point.explanation else None
    return {"what": point.what.value, "explanation": explanation, "count": point.count, "road": point.road, "words": weak_words(point)}

"""`kashf claim`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import AsPerson, acting, checked_record, opened
from kashf.cli.output import emit, emit_json, say
from kashf.domain.cards.card_entries import Bearing, CardCheck, CardState, CardStrip, Explanation, Knows, Weighed
from kashf.domain.ids import EntryId, short_id
from kashf.errors import UsageError
from kashf.language.words.visible import isolate

if TYPE_CHECKING:
    from kashf.domain.document import Span
    from kashf.services.cards.write_card import Evidence
    from kashf.services.case.open import WritableCase

EPILOG = (
    "Example: kashf claim leak.case add --text 'The town was emptied before the attack.' --as 'Layla Haddad'; then kashf claim leak.case "
    "link CARD --supports --paper 3fa9c1#2 --words 'the words of the page' --as 'Layla Haddad'"
)


class ClaimAction(StrEnum):
    """What is done with sentence cards."""

    LIST = "list"
    SHOW = "show"
    ADD = "add"
    WORD = "word"
    LINK = "link"
    EXPLAIN = "explain"
    CHECK = "check"
    CLEAR = "clear"
    REFUSE = "refuse"
    REOPEN = "reopen"
    ASK = "ask"
    ANSWER = "answer"
    UNDO = "undo"


_SETTLES = {ClaimAction.CLEAR: CardState.CLEARED, ClaimAction.REFUSE: CardState.REFUSED, ClaimAction.REOPEN: CardState.OPEN}


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    action: Annotated[ClaimAction, typer.Argument(help="What to do; `link` puts evidence on a card.")] = ClaimAction.LIST,
    card: Annotated[str, typer.Argument(metavar="CARD", help="Beginning of a card's id; with undo, of an entry on one.")] = "",
    text: Annotated[
        str, typer.Option("--text", "--say", help="The sentence, what is said, concluded, asked or answered; a remark on a paper.")
    ] = "",
    supports: Annotated[bool, typer.Option("--supports", help="What is linked supports the sentence.")] = False,
    against: Annotated[bool, typer.Option("--against", help="It speaks against the sentence.")] = False,
    paper: Annotated[str, typer.Option(metavar="DOC[#PAGE]", help="The paper says it: beginning of a document's id, and a page.")] = "",
    words: Annotated[str, typer.Option(help="Which words of the page: number of a line, START-END, or the words.")] = "",
    witness: Annotated[str, typer.Option(metavar="CODE-NAME", help="A person says it.")] = "",
    knows: Annotated[Knows | None, typer.Option(help="How that person knows.")] = None,
    heard_from: Annotated[str, typer.Option(metavar="CODE-NAME", help="From whom that person has it.")] = "",
    plan: Annotated[str, typer.Option(metavar="NAME", help="We conclude it from the last run of a frozen plan: see kashf plan.")] = "",
    rests_on: Annotated[
        list[str] | None, typer.Option(metavar="ENTRY", help="Evidence on the card that a conclusion is drawn from; again for more.")
    ] = None,
    explanation: Annotated[Explanation | None, typer.Option(help="With explain: which other explanation.")] = None,
    weighed: Annotated[Weighed | None, typer.Option("--is", help="With explain: how far it was looked into.")] = None,
    because: Annotated[str, typer.Option(help="Why it is ruled out, or why a card is refused.")] = "",
    check: Annotated[CardCheck | None, typer.Option(help="With check: what was done before it goes out.")] = None,
    note: Annotated[str, typer.Option(help="With check: what is to be kept of it.")] = "",
    allegation: Annotated[str, typer.Option(help="Of a reply: what was put to them, as it was sent.")] = "",
    deadline: Annotated[str, typer.Option(help="Of a reply: until when it was asked for.")] = "",
    answer: Annotated[str, typer.Option(help="Of a reply: what they answered, or that nobody did.")] = "",
    whom: Annotated[str, typer.Option(metavar="PERSON", help="With ask: which person of the case.")] = "",
    question: Annotated[str, typer.Option(metavar="ENTRY", help="With answer: which question, where several are open.")] = "",
    opens: Annotated[bool, typer.Option("--opens", help="With answer: a card that was settled is opened again.")] = False,
    as_person: AsPerson = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """Sentence cards: what we want to say, what the paper says, what people say, what we conclude, and where it is weakest."""
    if action in {ClaimAction.LIST, ClaimAction.SHOW}:
        return _list(case, as_person, as_json=as_json) if action is ClaimAction.LIST else _show(case, card, as_json=as_json)
    if (action is ClaimAction.ADD) == bool(card):
        raise UsageError("add begins a card and names none; all else names one, or an entry on one")
    typed = checked_record(text, what="--text")
    if action in {ClaimAction.ADD, ClaimAction.WORD}:
        return _word(case, as_person, card, typed, as_json=as_json)
    texts = {"note": note, "allegation": allegation, "deadline": deadline, "answer": answer}
    if action in {ClaimAction.ASK, ClaimAction.ANSWER}:
        if (action is ClaimAction.ASK) != bool(whom):
            raise UsageError("ask takes --whom, and answer takes none")
        return _write(case, as_person, lambda writable: _asked(writable, card, typed, whom, question, opens=opens), as_json=as_json)
    if action is ClaimAction.LINK:
        entries = _entries(case, card, rests_on or [])
        evidence = _evidence(_bearing(supports, against), _place(case, paper, words), typed, (witness, knows, heard_from), entries)
        if plan:
            evidence = _tested(case, evidence, plan)
        return _write(case, as_person, lambda writable: _linked(writable, card, evidence), as_json=as_json)
    if action is ClaimAction.EXPLAIN and not (explanation and weighed):
        raise UsageError("explain takes --explanation and --is")
    if action is ClaimAction.CHECK and not check:
        raise UsageError("check takes --check")
    reason = checked_record(because, what="--because")
    decided = (explanation, weighed, check)
    return _write(case, as_person, lambda writable: _done(writable, action, card, reason, decided, texts), as_json=as_json)


def _list(case: Path, as_person: str | None, *, as_json: bool) -> int:
    from kashf.services.cards.show_card import show_cards
    from kashf.services.ledger.persons import person_called
    from kashf.settings import load_settings
    from kashf.show.cards.asked_lines import asked_answer, asked_of_you, asked_of_you_lines
    from kashf.show.cards.card_lines import card_answer, card_line

    with opened(case) as reading:
        shown = show_cards(reading, reader=person_called(reading, as_person or load_settings().actor))
    if as_json:
        asked = [asked_answer(each) for _, each in asked_of_you(shown)]
        emit_json({"asked_of_you": asked, "cards": [card_answer(each) for each in shown]})
    else:
        for line in (*asked_of_you_lines(shown), *map(card_line, shown)):
            emit(line)
    if not shown:
        say("no sentence card yet; kashf claim CASE add --text SENTENCE begins one")
    return 0 if shown else 1


def _show(case: Path, card: str, *, as_json: bool) -> int:
    from kashf.services.cards.show_card import show_card
    from kashf.services.cards.write_card import find_card
    from kashf.show.cards.card_lines import card_answer, card_lines

    with opened(case) as reading:
        shown = show_card(reading, find_card(reading, card), reader="")
    if as_json:
        emit_json(card_answer(shown))
    else:
        for line in card_lines(shown):
            emit(line)
    return 0


def _word(case: Path, as_person: str | None, card: str, sentence: str, *, as_json: bool) -> int:
    from kashf.bootstrap import open_to_decide
    from kashf.services.cards.write_card import word_card

    with open_to_decide(case, settings=acting(case, as_person)) as writable:
        worded = word_card(writable, sentence, card=card)
    if as_json:
        emit_json({"card": worded})
    elif card:
        say(f"card {short_id(worded)}")
    else:
        emit(short_id(worded))
    return 0


def _write(case: Path, as_person: str | None, write: Callable[[WritableCase], tuple[str, EntryId]], *, as_json: bool) -> int:
    from kashf.bootstrap import open_to_decide

    with open_to_decide(case, settings=acting(case, as_person)) as writable:
        words, entry = write(writable)
    if as_json:
        emit_json({"entry": entry})
    else:
        say(words.format(short_id(entry)))
    return 0


def _entries(case: Path, card: str, beginnings: list[str]) -> tuple[EntryId, ...]:
    from kashf.errors import NoSuchEntryError
    from kashf.services.cards.write_card import find_card

    if not beginnings:
        return ()
    with opened(case) as reading:
        known = [each.signed.id for each in find_card(reading, card).evidence]
    found = [[id for id in known if beginning and id.startswith(beginning)] for beginning in beginnings]
    if wrong := [beginning for beginning, ids in zip(beginnings, found, strict=True) if len(ids) != 1]:
        raise NoSuchEntryError(f"--rests-on takes the beginning of one entry on the card, unlike {isolate(wrong[0])}")
    return tuple(ids[0] for ids in found)


def _evidence(
    bearing: Bearing, place: Span | None, text: str, person: tuple[str, Knows | None, str], rests_on: tuple[EntryId, ...]
) -> Evidence:
    from kashf.services.cards.write_card import Evidence

    witness, knows, heard_from = person
    if place and witness:
        raise UsageError("a paper or a person: link one at a time")
    strip = CardStrip.PAPER if place else CardStrip.PEOPLE if witness else CardStrip.CONCLUDED
    return Evidence(bearing, strip, place, witness, knows, heard_from, text, rests_on)


def _bearing(supports: bool, against: bool) -> Bearing:
    if supports and against:
        raise UsageError("evidence supports the sentence or speaks against it; neither for background")
    return Bearing.SUPPORTS if supports else Bearing.AGAINST if against else Bearing.BACKGROUND


def _place(case: Path, paper: str, words: str) -> Span | None:
    from kashf.cli.translation_input import words_of_page

    return words_of_page(case, paper, words) if paper else None


def _asked(case: WritableCase, card: str, text: str, whom: str, question: str, *, opens: bool) -> tuple[str, EntryId]:
    from kashf.services.cards.ask_colleague import answer_colleague, ask_colleague

    if whom:
        return "asked; take it back with undo {}", ask_colleague(case, card, whom, text)
    return "answered; take it back with undo {}", answer_colleague(case, card, text, question=question, opens=opens)


def _tested(case: Path, evidence: Evidence, plan: str) -> Evidence:
    """Return a conclusion with the last run of a plan, and with what that may be called where nobody wrote what is concluded."""
    from kashf.services.plans.run_plans import is_finding, plan_result
    from kashf.services.plans.verdict_words import called

    if evidence.strip is not CardStrip.CONCLUDED:
        raise UsageError("a plan is what we conclude from: link it without --paper and --witness")
    with opened(case) as reading:
        tested = plan_result(reading, plan)
    if evidence.bearing is Bearing.SUPPORTS and not is_finding(tested):
        raise UsageError(f"the plan {plan} came to {called(tested.verdict)!r}, which supports nothing: link it as background")
    return replace(evidence, tested=tested, said=evidence.said or f"The precedence test says: {called(tested.verdict)}.")


def _linked(case: WritableCase, card: str, evidence: Evidence) -> tuple[str, EntryId]:
    from kashf.services.cards.write_card import put_evidence

    return "on the card; take it back with undo {}", put_evidence(case, card, evidence)


def _done(
    case: WritableCase,
    action: ClaimAction,
    card: str,
    reason: str,
    decided: tuple[Explanation | None, Weighed | None, CardCheck | None],
    texts: dict[str, str],
) -> tuple[str, EntryId]:
    from kashf.services.cards.settle_card import settle_card
    from kashf.services.cards.write_card import check_card, take_back_from_card, weigh_explanation
    from kashf.show.cards.suggested_words import suggested_for

    explanation, weighed, check = decided
    if action is ClaimAction.UNDO:
        return "taken back: {}; that it was written down stays on record", take_back_from_card(case, card).signed.id
    if action is ClaimAction.EXPLAIN and explanation and weighed:
        return "written down: {}", weigh_explanation(case, card, explanation, weighed, reason)
    if action is ClaimAction.CHECK and check:
        return "written down: {}", check_card(case, card, check, texts)
    suggested = ""
    if action is ClaimAction.CLEAR:
        _tell_missing(case, card)
        suggested = suggested_for(case.reading, card)
    return f"{action.value}: {{}}", settle_card(case, card, _SETTLES[action], why=reason, suggested=suggested)


def _tell_missing(case: WritableCase, card: str) -> None:
    from kashf.services.cards.show_card import show_card
    from kashf.services.cards.write_card import find_card
    from kashf.show.cards.card_lines import fault_lines, hindered_words

    shown = show_card(case.reading, find_card(case.reading, card), reader=case.person)
    for hindered in shown.hindrances:
        say(f"  {hindered_words(hindered)}")
    for line in fault_lines(shown):
        say(f"  {line}")

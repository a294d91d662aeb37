"""What people do with sentence cards in the browser: each form that is sent is one ledger entry of whoever is at work."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import Field

from kashf.domain.cards.card_entries import Bearing, BoardRow, CardCheck, CardState, CardStrip, CellBand, Explanation, Knows, Weighed
from kashf.domain.cards.genuine_band import GenuineBand
from kashf.domain.ids import DocumentId, EntryId
from kashf.errors import UsageError
from kashf.services.cards.ask_colleague import answer_colleague, ask_colleague
from kashf.services.cards.set_cell import set_cell, set_genuine
from kashf.services.cards.settle_card import settle_card
from kashf.services.cards.write_card import (
    Evidence,
    check_card,
    put_evidence,
    take_back_from_card,
    weigh_explanation,
    word_card,
)
from kashf.services.correcting.correct_letter import place_on_page
from kashf.show.cards.suggested_words import suggested_for
from kashf.web.gate.posted_forms import ActionForm
from kashf.web.screens.screen import Context
from kashf.web.work_actions.action import Action

_Card = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
_Long = Annotated[str, Field(max_length=20_000)]


class UseForm(ActionForm):
    """Words of a page that somebody uses for a sentence.

    Args:
        document: Of which document.
        at: Where they stand, as page:start-end.
        card: On which card; "" for a new one.
        sentence: Of a new card: what is to be said.
        bearing: What they say about it.
    """

    document: _Card
    at: Annotated[str, Field(pattern=r"^\d{1,6}:\d{1,9}-\d{1,9}$")]
    card: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] = ""
    sentence: _Long = ""
    bearing: Bearing
    said: _Long = ""


class SentenceForm(ActionForm):
    """What somebody wants to say, on a new card or anew."""

    sentence: _Long
    card: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] = ""


class SaidForm(ActionForm):
    """What a person says, or what is concluded.

    Args:
        card: On which card.
        bearing: What it says about the sentence.
        said: The words.
        witness: Code name of the person; "" of a conclusion.
        knows: How that person knows.
        heard_from: From whom.
        rests_on: What a conclusion is drawn from: entries, one a line.
    """

    card: _Card
    bearing: Bearing
    said: _Long
    witness: Annotated[str, Field(max_length=200)] = ""
    knows: Knows | Literal[""] = ""
    heard_from: Annotated[str, Field(max_length=200)] = ""
    rests_on: Annotated[str, Field(max_length=20_000, pattern=r"^([0-9a-f]{64}\s*)*$")] = ""


class ExplanationForm(ActionForm):
    """How far another explanation was looked into."""

    card: _Card
    explanation: Explanation
    weighed: Weighed
    because: _Long = ""


class CardCheckForm(ActionForm):
    """What was done before a sentence goes out."""

    card: _Card
    check: CardCheck
    note: _Long = ""
    allegation: _Long = ""
    to: _Long = ""
    deadline: Annotated[str, Field(max_length=200)] = ""
    answer: _Long = ""


class SettleCardForm(ActionForm):
    """Whether a card is cleared, refused or opened again."""

    card: _Card
    state: CardState
    why: _Long = ""


class BoardCellForm(ActionForm):
    """What somebody puts in a cell of a card's board."""

    card: _Card
    evidence: _Card
    row: BoardRow
    band: CellBand
    because: _Long = ""


class GenuineForm(ActionForm):
    """How far somebody takes a paper on a card to be genuine."""

    card: _Card
    evidence: _Card
    genuine: GenuineBand
    because: _Long = ""


class AskForm(ActionForm):
    """What a colleague is asked about a card."""

    card: _Card
    whom: Annotated[str, Field(max_length=200)]
    say: _Long


class AnswerForm(ActionForm):
    """What is answered to a question about a card; `opens` of an answer after which the card is to be looked at again."""

    card: _Card
    question: _Card
    say: _Long
    opens: Literal["", "yes"] = ""


class CardBackForm(ActionForm):
    """What is taken back from a card."""

    entry: _Card


def use_words(context: Context, form: UseForm) -> str:
    """Put words of a page on a card, and go to that card; without one and with a sentence, on a new one."""
    if bool(form.card) == bool(form.sentence.strip()):
        raise UsageError("choose one sentence, or write a new one", code="one-sentence")
    with context.decide() as case:
        place = place_on_page(case.reading, DocumentId(form.document), form.at)
        card = form.card or word_card(case, form.sentence)
        put_evidence(case, card, Evidence(form.bearing, CardStrip.PAPER, place, said=form.said))
    return f"/card/{card}"


def write_sentence(context: Context, form: SentenceForm) -> str:
    """Begin a card, or word one otherwise, and go to it."""
    with context.decide() as case:
        return f"/card/{word_card(case, form.sentence, card=form.card)}"


def put_said(context: Context, form: SaidForm) -> str:
    """Put on a card what a person says, or what is concluded."""
    rests_on = tuple(map(EntryId, form.rests_on.split()))
    strip = CardStrip.PEOPLE if form.witness.strip() or form.knows else CardStrip.CONCLUDED
    told = Evidence(form.bearing, strip, None, form.witness, form.knows or None, form.heard_from, form.said, rests_on)
    with context.decide() as case:
        put_evidence(case, form.card, told)
    return form.back


def say_explained(context: Context, form: ExplanationForm) -> str:
    """Write down how far another explanation was looked into."""
    with context.decide() as case:
        weigh_explanation(case, form.card, form.explanation, form.weighed, form.because)
    return form.back


def check_off(context: Context, form: CardCheckForm) -> str:
    """Write down that something was done before a sentence goes out."""
    texts = {"note": form.note, "allegation": form.allegation, "to": form.to, "deadline": form.deadline, "answer": form.answer}
    with context.decide() as case:
        check_card(case, form.card, form.check, texts)
    return form.back


def settle_sentence(context: Context, form: SettleCardForm) -> str:
    """Clear a card, refuse it or open it again."""
    with context.decide() as case:
        suggested = suggested_for(case.reading, form.card) if form.state is CardState.CLEARED else ""
        settle_card(case, form.card, form.state, why=form.why, suggested=suggested)
    return form.back


def put_cell(context: Context, form: BoardCellForm) -> str:
    """Put a band in a cell of a card's board, with the reason."""
    with context.decide() as case:
        set_cell(case, form.card, form.evidence, form.row, form.band, form.because)
    return form.back


def put_genuine(context: Context, form: GenuineForm) -> str:
    """Write down how far a paper on a card is taken to be genuine, with the reason."""
    with context.decide() as case:
        set_genuine(case, form.card, form.evidence, form.genuine, form.because)
    return form.back


def ask_about_card(context: Context, form: AskForm) -> str:
    """Ask a colleague about a card."""
    with context.decide() as case:
        ask_colleague(case, form.card, form.whom, form.say)
    return form.back


def answer_about_card(context: Context, form: AnswerForm) -> str:
    """Answer what one was asked about a card."""
    with context.decide() as case:
        answer_colleague(case, form.card, form.say, question=form.question, opens=form.opens == "yes")
    return form.back


def retract_from_card(context: Context, form: CardBackForm) -> str:
    """Take back what somebody put on a card; with its first sentence the card goes, and the list is shown."""
    with context.decide() as case:
        told = take_back_from_card(case, form.entry)
    return "/cards" if told.card == told.signed.id else form.back


CARD_ACTIONS: Final[tuple[Action[Any], ...]] = (
    Action("/card/use", UseForm, use_words),
    Action("/card/sentence", SentenceForm, write_sentence),
    Action("/card/said", SaidForm, put_said),
    Action("/card/explanation", ExplanationForm, say_explained),
    Action("/card/check", CardCheckForm, check_off),
    Action("/card/cell", BoardCellForm, put_cell),
    Action("/card/genuine", GenuineForm, put_genuine),
    Action("/card/settle", SettleCardForm, settle_sentence),
    Action("/card/ask", AskForm, ask_about_card),
    Action("/card/answer", AnswerForm, answer_about_card),
    Action("/card/undo", CardBackForm, retract_from_card),
)

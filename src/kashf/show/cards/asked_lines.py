"""What colleagues were asked about sentence cards, as lines of text and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kashf.domain.ids import short_id
from kashf.language.words.visible import isolate
from kashf.services.cards.ask_colleague import AskedOnCard
from kashf.services.cards.show_card import ShownCard


def asked_of_you(shown: Iterable[ShownCard]) -> tuple[tuple[ShownCard, AskedOnCard], ...]:
    """Return what whoever looks was asked and has not answered, with its card."""
    return tuple((card, each) for card in shown for each in card.asked if each.is_mine and each.is_open)


def asked_answer(each: AskedOnCard) -> dict[str, Any]:
    """Return a question about a card as JSON values; `answer` is null while nobody answered."""
    asked, answer = each.question.signed, each.answer
    told = answer and {
        "entry": answer.signed.id,
        "time": answer.signed.when.isoformat(),
        "says": each.answered,
        "opens": answer.opens,
    }
    return {
        "entry": asked.id,
        "card": each.question.card,
        "by": asked.who,
        "time": asked.when.isoformat(),
        "whom": each.whom,
        "asks": each.says,
        "answer": told,
    }


def asked_of_you_lines(shown: Iterable[ShownCard]) -> Iterator[str]:
    """Yield what whoever looks was asked, before all else; nothing where they were not."""
    for card, each in asked_of_you(shown):
        yield f"asked of you by {isolate(each.question.signed.who)}: {isolate(' '.join(each.says.split()))}"
        yield f"  {short_id(each.question.signed.id)}, about card {short_id(card.card.id)} {isolate(card.sentence)}"


def asked_lines(asked: Iterable[AskedOnCard]) -> Iterator[str]:
    """Yield the questions about a card with their answers."""
    for each in asked:
        signed = each.question.signed
        asks = isolate(" ".join(each.says.split()))
        yield f"{short_id(signed.id)} {isolate(signed.who)} asks {isolate(each.whom)} on {signed.when:%Y-%m-%d}: {asks}"
        if each.answer is None:
            yield "    not answered yet"
        else:
            opens = ", and opens the card again" if each.answer.opens else ""
            answered = isolate(" ".join(each.answered.split()))
            yield f"    {short_id(each.answer.signed.id)} on {each.answer.signed.when:%Y-%m-%d}{opens}: {answered}"

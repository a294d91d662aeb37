"""The sentence cards of a case, and one of them: what is to be said, what it rests on, where it is weakest, what is to be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from kashf.domain.cards.card_entries import Bearing, BoardRow, CardCheck, CardState, CardStrip, CellBand, Explanation, Knows, Weighed
from kashf.domain.cards.genuine_band import GenuineBand
from kashf.domain.ids import short_id
from kashf.language.words.tokens import folded_words
from kashf.services.cards.show_board import court_board, show_board
from kashf.services.cards.show_card import ShownCard, ShownEvidence, show_card, show_cards
from kashf.services.cards.write_card import find_card
from kashf.services.case.open import OpenCase
from kashf.services.ledger.persons import persons
from kashf.services.plans.verdict_words import VERDICTS
from kashf.show.cards.asked_lines import asked_answer, asked_of_you
from kashf.show.cards.board_lines import board_answer, court_answer
from kashf.show.cards.card_lines import card_answer
from kashf.show.cards.suggested_words import suggested_lines
from kashf.show.forms.spreadsheets import Cell
from kashf.web.renderers import Spreadsheet
from kashf.web.rendering import State, address
from kashf.web.screens.judged_sources import source_address
from kashf.web.screens.params import InPath, ScreenParams
from kashf.web.screens.screen import Context, MovedError, Nav, Screen, Visit
from kashf.web.screens.transcription import person_at_work
from kashf.web.text.letter_fields import cited_place
from kashf.web.text.page_view import is_drawn

#: Cards of one page.
LISTED: Final = 100
#: Words of the evidence that are looked for elsewhere, to find what speaks against it.
_LOOKED_FOR: Final = 6
_COLUMNS: Final = ("card", "state", "sentence", "supports", "against", "witnesses", "roads", "by", "weakest")


class CardsParams(ScreenParams):
    """Which cards: all, or those that stand somewhere.

    Args:
        stands: Where they stand; "" for all.
    """

    stands: Literal["", "open", "cleared", "refused"] = ""


class CardParams(ScreenParams):
    """Which card; of a shortened id the screen says where the card is.

    Args:
        working: "court" for likelihood ratios alone, without chances and the words for them.
    """

    card: InPath
    working: Literal["", "court"] = ""


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A piece of evidence on the page.

    Args:
        shown: As the card has it.
        href: The paper, at its words; "" where they are not found.
        crop: The words cut from the page's picture; "" where it has none, or they stand nowhere.
        against: The search for other papers that have words of it.
    """

    shown: ShownEvidence
    href: str
    crop: str
    against: str


def view_cards(context: Context, _params: CardsParams) -> tuple[ShownCard, ...]:
    """Return all cards, oldest first; page, data and rows show those that are asked for."""
    return show_cards(context.case, reader=person_at_work(context))


def cards_page(visit: Visit[CardsParams, tuple[ShownCard, ...]]) -> Mapping[str, object]:
    """Return what the page shows."""
    shown = _standing(visit)
    return {
        "cards": shown[:LISTED],
        "more": max(0, len(shown) - LISTED),
        "states": [each.value for each in CardState],
        "asked": asked_of_you(visit.answer),
    }


def cards_data(visit: Visit[CardsParams, tuple[ShownCard, ...]]) -> object:
    """Return what `kashf claim --json` prints."""
    asked = [asked_answer(each) for _, each in asked_of_you(visit.answer)]
    return {"asked_of_you": asked, "cards": [card_answer(each) for each in _standing(visit)]}


def cards_rows(visit: Visit[CardsParams, tuple[ShownCard, ...]]) -> Spreadsheet:
    """Return a row for each."""
    return Spreadsheet("cards", _COLUMNS, (_row(each) for each in _standing(visit)))


def _standing(visit: Visit[CardsParams, tuple[ShownCard, ...]]) -> tuple[ShownCard, ...]:
    return tuple(each for each in visit.answer if visit.params.stands in {"", each.card.state.value})


def view_card(context: Context, params: CardParams) -> ShownCard:
    """Return one card.

    Raises:
        MovedError: The id is shortened.
        NotFoundError: There is no such card.
    """
    card = find_card(context.case, params.card)
    if card.id != params.card:
        raise MovedError(State(f"/card/{card.id}", params.state()))
    return show_card(context.case, card, reader=person_at_work(context))


def card_page(visit: Visit[CardParams, ShownCard]) -> Mapping[str, object]:
    """Return what the page shows."""
    shown, is_court = visit.answer, visit.params.working == "court"
    board = None if is_court else show_board(visit.case, shown)
    return {
        "card": shown,
        "board": board,
        "is_court": is_court,
        "ratios": court_board(shown) if is_court else (),
        "other_working": State(f"/card/{shown.card.id}", {} if is_court else {"working": "court"}).address() + "#working",
        "rows": [each.value for each in BoardRow],
        "bands": [each.value for each in CellBand],
        "genuine_bands": [each.value for each in GenuineBand],
        "suggested": suggested_lines(shown, board),
        "strips": [(strip.value, [_evidence(visit.case, each) for each in shown.of(strip)]) for strip in CardStrip],
        "bearings": [each.value for each in Bearing],
        "knows": [each.value for each in Knows],
        "explanations": [(each.value, shown.card.explanations.get(each), shown.card.weighed(each).value) for each in Explanation],
        "weighed": [each.value for each in Weighed],
        "checks": [(each.value, shown.card.checks.get(each)) for each in CardCheck],
        "weakest": shown.weak[0],
        "weak": shown.weak[1:],
        "missing": shown.hindrances,
        "people": [each.name for each in persons(visit.case)],
        "source_address": source_address,
        "verdicts": VERDICTS,
    }


def card_data(visit: Visit[CardParams, ShownCard]) -> object:
    """Return what `kashf claim CASE show CARD --json` prints, and the board, or its ratios alone, as `kashf board` does; null for none."""
    shown = visit.answer
    if visit.params.working == "court":
        return {**card_answer(shown), "court": court_answer(shown, court_board(shown))}
    board = show_board(visit.case, shown)
    return {**card_answer(shown), "board": board_answer(shown, board) if board else None}


def card_rows(visit: Visit[CardParams, ShownCard]) -> Spreadsheet:
    """Return a row for each piece of evidence."""
    columns = ("entry", "strip", "bearing", "document", "page", "words", "witness", "knows", "said", "roads", "by")
    return Spreadsheet(f"card-{short_id(visit.answer.card.id)}", columns, _evidence_rows(visit.answer.evidence))


def _evidence(case: OpenCase, each: ShownEvidence) -> EvidenceView:
    quote, at = each.quote, each.at
    if quote is None:
        return EvidenceView(each, "", "", "")
    rare = sorted(set(folded_words(quote.text)), key=lambda word: (-len(word), word))[:_LOOKED_FOR]
    against = address("/search", q=" OR ".join(f'"{word}"' for word in rare)) if rare else ""
    (record,) = case.view.records([quote.document])
    return EvidenceView(each, *(cited_place(case, at, drawn=is_drawn(record)) if at else ("", "")), against)


def _row(shown: ShownCard) -> Sequence[Cell]:
    card = shown.card
    supports, against = (len(card.bearing(each)) for each in (Bearing.SUPPORTS, Bearing.AGAINST))
    weakest = shown.weak[0].what.value
    return card.id, card.state.value, shown.sentence, supports, against, shown.witnesses, shown.road_count, "; ".join(shown.roads), weakest


def _evidence_rows(evidence: Sequence[ShownEvidence]) -> Iterator[Sequence[Cell]]:
    for each in evidence:
        put, quote = each.put, each.quote
        knows, roads = put.knows.value if put.knows else "", "; ".join(each.facts.roads if each.facts else ())
        place = (quote.document, quote.page, quote.text) if quote else ("", "", "")
        yield put.signed.id, put.strip.value, put.bearing.value, *place, put.witness, knows, each.said, roads, put.signed.who


CARDS: Final = Screen(
    "/cards", CardsParams, view_cards, "cards.html", cards_page, cards_data, cards_rows, nav=Nav("cards", "c"), decides=True
)
CARD: Final = Screen("/card/{card}", CardParams, view_card, "card.html", card_page, card_data, card_rows, under="/cards", decides=True)

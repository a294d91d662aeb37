"""A shown card has its quotes where they stand now, counts copies and roads once, and says where it is weakest."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.domain.cards.card_entries import Bearing, CardStrip, Knows
from kashf.domain.cards.weak_points import Weakness
from kashf.domain.document import Span
from kashf.services.cards.show_card import ShownCard, show_card, show_cards
from kashf.services.cards.write_card import Evidence, find_card, put_evidence, word_card
from kashf.services.contradictions import contradicted_papers
from kashf.services.contradictions.list_contradictions import list_contradictions
from kashf.services.ingest.tombstones import destroy, plan_destruction
from tests.corrected import ORDER, letter_case, read_letter_anew
from tests.transcribed import TypedCase

WORDS = "يمنع على التجار السفر إلى وادي الغيم"


def begun(folder: Path, *more: Evidence) -> tuple[TypedCase, str]:
    made = letter_case(folder)
    start = ORDER.index(WORDS)
    with made.as_person("Nour") as case:
        card = word_card(case, "The road was closed.")
        put_evidence(
            case, card, Evidence(Bearing.SUPPORTS, CardStrip.PAPER, Span(made.letter, 1, start, start + len(WORDS)), said="its first line")
        )
        for each in more:
            put_evidence(case, card, each)
    return made, card


def shown(made: TypedCase, card: str) -> ShownCard:
    with made.reading() as case:
        return show_card(case, find_card(case, card), reader="")


def told(by: str, *, heard_from: str = "") -> Evidence:
    knows = Knows.HEARD if heard_from else Knows.SAW
    return Evidence(Bearing.SUPPORTS, CardStrip.PEOPLE, witness=by, knows=knows, heard_from=heard_from, said="It was closed.")


def test_the_paper_is_cited_where_it_stands_and_its_road_is_named(tmp_path: Path) -> None:
    made, card = begun(tmp_path)
    found = shown(made, card)

    (paper,) = found.of(CardStrip.PAPER)
    assert ("The road was closed.", "its first line", WORDS) == (found.sentence, paper.said, paper.quote and paper.quote.text)
    assert (ORDER.index(WORDS), 1, 1) == (paper.at and paper.at.start, found.witnesses, len(found.roads))
    assert Weakness.NOT_CHECKED is found.weak[0].what


def test_words_are_found_where_they_stand_after_the_page_was_read_anew(tmp_path: Path) -> None:
    made, card = begun(tmp_path)
    read_letter_anew(made, "one more line\n" + ORDER)
    (paper,) = shown(made, card).of(CardStrip.PAPER)
    assert ORDER.index(WORDS) + len("one more line\n") == (paper.at and paper.at.start)

    read_letter_anew(made, "nothing of it")
    found = shown(made, card)
    assert (None, Weakness.MOVED) == (found.evidence[0].at, found.weak[0].what)


def test_people_who_have_it_from_one_another_are_one_road_even_in_a_circle(tmp_path: Path) -> None:
    made, card = begun(
        tmp_path,
        told("plover-1"),
        told("gannet-1", heard_from="plover-1"),
        told("basalt-1", heard_from="cobalt-1"),
        told("cobalt-1", heard_from="basalt-1"),
    )
    found = shown(made, card)

    roads = [each.facts.roads for each in found.of(CardStrip.PEOPLE) if each.facts]
    assert [("plover-1",), ("plover-1",), ("basalt-1",), ("basalt-1",)] == roads
    assert {"courier", "plover-1", "basalt-1"} == set(found.roads)
    assert (3, 2) == (found.witnesses, found.road_count)
    assert (("says:basalt-1", "says:cobalt-1"),) == found.working.found.circles


def test_a_destroyed_paper_leaves_a_card_that_says_so(tmp_path: Path) -> None:
    made, _ = begun(tmp_path)
    with made.as_person("Nour") as case:
        destroy(case, plan_destruction(case.reading, made.letter), why="court order", with_members=False)

    with made.reading() as case:
        (found,) = show_cards(case, reader="")
    assert ("The road was closed.", None, Weakness.MOVED) == (found.sentence, found.evidence[0].quote, found.weak[0].what)


def test_a_paper_that_contradicts_itself_is_told_on_its_card_and_a_list_of_cards_looks_for_contradictions_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, card = begun(tmp_path)
    assert [False] == [each.facts.is_contradicted for each in shown(made, card).evidence if each.facts]
    read_letter_anew(made, ORDER.replace("التاريخ: ٢٥/٥/٢٠١٤م", "التاريخ: الاثنين ٢٥/٥/٢٠١٤م"))
    with made.as_person("Nour") as case:
        for sentence in ("It was closed again.", "It was closed for good."):
            other, start = word_card(case, sentence), ORDER.index(WORDS) + len("الاثنين ")
            put_evidence(case, other, Evidence(Bearing.SUPPORTS, CardStrip.PAPER, Span(made.letter, 1, start, start + len(WORDS))))
    looked = []
    monkeypatch.setattr(contradicted_papers, "list_contradictions", lambda *asked: looked.append(asked) or list_contradictions(*asked))

    with made.reading() as case:
        found = [*show_cards(case, reader=""), *show_cards(case, reader="")]
    assert [True] * 6 == [each.facts.is_contradicted for one in found for each in one.evidence if each.facts]
    assert {Weakness.ALTERED} <= {point.what for point in found[0].weak}
    assert 1 == len(looked)

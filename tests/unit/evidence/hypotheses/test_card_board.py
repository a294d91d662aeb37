"""A card makes its own board: the doubted road tells nothing about the doubt, another road does, and each paper counts once."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.cards.card_entries import (
    Bearing,
    BoardCell,
    BoardRow,
    CardStrip,
    CellBand,
    Explanation,
    Knows,
    PaperGenuine,
    PutEvidence,
    Weighed,
    WeighedExplanation,
)
from kashf.domain.cards.genuine_band import GenuineBand
from kashf.domain.cards.sentence_card import SentenceCard
from kashf.domain.cards.weak_points import EvidenceFacts
from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.transcription.signed_words import Signed
from kashf.evidence.hypotheses.card_board import CardBoard, LeftOffBoard, card_board, if_doubted_lied, papers_alone
from kashf.evidence.hypotheses.group_likelihoods import discounted
from kashf.evidence.hypotheses.rivals import with_rivals
from kashf.evidence.hypotheses.weighed_board import weigh_board

CARD, BLOB = EntryId("c" * 64), DocumentId("b" * 64)
WHEN = dt.datetime(2030, 1, 1, tzinfo=dt.UTC)
RULED_OUT = dict.fromkeys(Explanation, Weighed.RULED_OUT)


def signed(number: int) -> Signed:
    return Signed(EntryId(f"{number:064x}"), "layla", WHEN, "layla")


def put(number: int, strip: CardStrip = CardStrip.PAPER, bearing: Bearing = Bearing.SUPPORTS, knows: Knows | None = None) -> PutEvidence:
    return PutEvidence(signed=signed(number), card=CARD, words=BLOB, strip=strip, bearing=bearing, knows=knows)


def cell(number: int, evidence: int, band: CellBand, row: BoardRow = BoardRow.SELECTION) -> BoardCell:
    return BoardCell(signed=signed(number), card=CARD, words=BLOB, evidence=signed(evidence).id, row=row, band=band)


def made(
    evidence: Sequence[tuple[PutEvidence, EvidenceFacts]] = (),
    weighed: dict[Explanation, Weighed] | None = None,
    cells: Sequence[BoardCell] = (),
) -> CardBoard | None:
    told = {
        each: WeighedExplanation(signed=signed(100 + index), card=CARD, words=BLOB, explanation=each, weighed=how)
        for index, (each, how) in enumerate((weighed or {}).items())
    }
    card = SentenceCard(CARD, (), tuple(one for one, _ in evidence), told, {}, cells=tuple(cells))
    return card_board("It fell.", card, {one.signed.id: facts for one, facts in evidence})


def sure(board: CardBoard | None) -> CardBoard:
    assert board is not None
    return board


def paper(number: int, *roads: str, of: str = "", bearing: Bearing = Bearing.SUPPORTS) -> tuple[PutEvidence, EvidenceFacts]:
    return put(number, bearing=bearing), EvidenceFacts(of or f"letter {number}", roads)


def person(number: int, road: str) -> tuple[PutEvidence, EvidenceFacts]:
    return put(number, CardStrip.PEOPLE, knows=Knows.SAW), EvidenceFacts(road, (road,))


def posteriors(board: CardBoard) -> dict[str, float]:
    return {row.id: row.posterior for row in weigh_board(board.board).rows}


def test_a_card_without_anything_has_no_board() -> None:
    assert made(weighed=dict.fromkeys(Explanation, Weighed.POSSIBLE)) is None


def test_every_rival_that_always_stands_beside_a_finding_is_a_row() -> None:
    board = sure(made([paper(1, "kestrel")])).board

    assert tuple(BoardRow) == board.ids
    assert board is with_rivals(board)


def test_papers_of_the_doubted_road_tell_no_row_from_another() -> None:
    found = posteriors(sure(made([paper(1, "kestrel"), paper(2, "kestrel"), paper(3)])))

    assert 8 * [0.125] == [round(chance, 9) for chance in found.values()]


def test_another_road_is_less_expected_where_the_papers_are_invented_misread_planted_or_chosen() -> None:
    board = sure(made([paper(1, "kestrel"), paper(2, "kestrel"), person(3, "plover")]))
    doubts = {row for row, band in board.columns[2].house.items() if band is CellBand.UNEXPECTED}

    assert ("kestrel", True) == (board.doubted, board.columns[2].is_other_road)
    assert {BoardRow.INVENTED, BoardRow.MISREAD, BoardRow.PLANTED, BoardRow.SELECTION} == doubts


def test_a_letter_that_came_by_the_doubted_road_too_is_of_it() -> None:
    board = sure(made([paper(1, "kestrel"), paper(2, "kestrel"), paper(3, "kestrel", "plover")]))

    assert [False] * 3 == [column.is_other_road for column in board.columns]


def test_copies_and_places_of_one_letter_are_one_column_and_what_shares_a_road_one_group() -> None:
    board = sure(made([paper(1, "kestrel", of="order 9"), paper(2, "plover", of="order 9"), paper(3, "plover"), person(4, "gannet")]))

    assert [2, 1, 1] == [len(column.entries) for column in board.columns]
    assert ["kestrel + plover", "kestrel + plover", "gannet"] == [column.group for column in board.board.columns]


def test_evidence_against_lowers_the_reading_and_no_rival() -> None:
    found = posteriors(sure(made([paper(1, "kestrel", bearing=Bearing.AGAINST)])))

    assert min(found.values()) == found[BoardRow.AS_READ] < found[BoardRow.INVENTED] == found[BoardRow.SELECTION]


def test_an_explanation_that_was_ruled_out_in_words_tells_no_row_from_another_and_one_that_was_not_is_no_column() -> None:
    board = sure(made(weighed={Explanation.PLANTED: Weighed.RULED_OUT, Explanation.MISREAD: Weighed.POSSIBLE}))
    found = posteriors(board)

    assert [Explanation.PLANTED] == [column.explanation for column in board.columns]
    assert 8 * [0.125] == [round(chance, 9) for chance in found.values()]
    assert papers_alone(board) is None
    assert {LeftOffBoard.NOT_RULED_OUT: 5} == board.left_off


def test_what_is_no_evidence_of_what_happened_is_counted_and_left_off() -> None:
    gone = (put(4), EvidenceFacts("letter 4", ("kestrel",), stands=False))
    opinion = (put(5, CardStrip.PEOPLE, knows=Knows.EXPERT), EvidenceFacts("heron", ("heron",)))
    ours = (put(6, CardStrip.CONCLUDED), EvidenceFacts("", ()))
    board = sure(made([paper(1, "kestrel"), gone, opinion, ours, paper(7, bearing=Bearing.BACKGROUND)], RULED_OUT))

    once = (LeftOffBoard.GONE, LeftOffBoard.OPINION, LeftOffBoard.CONCLUDED, LeftOffBoard.BACKGROUND)
    assert dict.fromkeys(once, 1) == board.left_off


def test_a_cell_that_was_set_counts_with_the_last_band_and_the_house_keeps_its_own() -> None:
    evidence = [paper(1, "kestrel", of="order 9"), paper(2, "kestrel", of="order 9")]
    board = sure(made(evidence, cells=[cell(8, 1, CellBand.HARDLY), cell(9, 2, CellBand.EITHER), cell(10, 77, CellBand.EITHER)]))
    (column,) = board.columns

    assert (CellBand.EITHER, CellBand.EXPECTED) == (column.band(BoardRow.SELECTION), column.house[BoardRow.SELECTION])
    assert 0.5 == board.board.columns[0].cells[BoardRow.SELECTION].middle
    assert 1 == board.left_off[LeftOffBoard.CELL_WITHOUT_COLUMN]


def test_if_the_courier_lied_it_was_invented_unless_another_road_agrees() -> None:
    others = [cell(20 + n, 1, CellBand.UNEXPECTED, row) for n, row in enumerate(BoardRow) if row is not BoardRow.AS_READ]
    alone = sure(made([paper(1, "kestrel"), paper(2, "kestrel")], cells=others))
    agreed = sure(made([paper(1, "kestrel"), paper(2, "kestrel"), *(person(n, f"plover-{n}") for n in (3, 4, 5))], cells=others))
    lied = [weigh_board(board).leader for each in (alone, agreed) if (board := if_doubted_lied(each))]

    assert [BoardRow.AS_READ, BoardRow.AS_READ] == [weigh_board(each.board).leader for each in (alone, agreed)]
    assert [BoardRow.INVENTED, BoardRow.AS_READ] == lied
    assert if_doubted_lied(sure(made([paper(1)]))) is None


@given(st.lists(st.sampled_from(["kestrel", "plover", "gannet", ""]), min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_neither_the_order_nor_another_copy_changes_what_a_board_comes_to(roads: list[str], chance: random.Random) -> None:
    papers = [paper(number, *([road] if road else [])) for number, road in enumerate(roads, 1)]
    _, facts = papers[0]
    copied = [*papers, (put(50), EvidenceFacts(facts.witness, facts.roads))]
    shuffled = sorted(copied, key=lambda _: chance.random())
    whole = [posteriors(sure(made(each, RULED_OUT))) for each in (papers, copied, shuffled)]

    assert all(abs(1 - sum(each.values())) < 1e-9 for each in whole)
    assert all(abs(each[row] - whole[0][row]) < 1e-9 for each in whole for row in BoardRow)


def judged(band: GenuineBand | None, *, evidence: int = 1) -> CardBoard:
    told = (PaperGenuine(signed=signed(50), card=CARD, words=BLOB, evidence=signed(evidence).id, band=band),) if band else ()
    one, facts = paper(1, "kestrel-2", bearing=Bearing.AGAINST)
    return sure(card_board("It fell.", SentenceCard(CARD, (), (one,), {}, {}, genuine=told), {one.signed.id: facts}))


def test_doubt_about_a_paper_takes_weight_from_it_and_never_speaks_for_invented() -> None:
    rows = [{row.id: row for row in weigh_board(judged(band).board).rows} for band in (None, *GenuineBand)]

    as_read = [each[BoardRow.AS_READ].posterior for each in rows]
    assert sorted(as_read) == as_read
    assert len(set(as_read)) == len(as_read)
    assert as_read[-1] < 1 / 8
    assert all(abs(each[BoardRow.INVENTED].posterior - each[BoardRow.COINCIDENCE].posterior) < 1e-12 for each in rows)


def test_an_open_paper_is_discounted_to_the_digit() -> None:
    (column,) = judged(GenuineBand.OPEN).board.columns
    low, high, point = discounted(column, BoardRow.AS_READ)

    assert [0.215, 0.485, 0.35] == [round(each, 6) for each in (low, high, point)]


def test_a_judgement_of_a_paper_that_is_gone_is_told_apart() -> None:
    found = judged(GenuineBand.OPEN, evidence=9)

    assert found.columns[0].genuine is None
    assert 1 == found.left_off[LeftOffBoard.CELL_WITHOUT_COLUMN]

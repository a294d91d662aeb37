"""Acts as lines, JSON and rows."""

from __future__ import annotations

from dataclasses import replace

from kashf.domain.acts.act import Act, ActBasis, ActDay, ActOrigin, ActWords, DayRule, DueDay, WhoRule
from kashf.domain.date import FuzzyDate
from kashf.domain.document import Span
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import Force
from kashf.services.acts.list_acts import ActList
from kashf.show.acts.act_lines import HEADER, act_answer, act_line, act_rows, left_out_of_acts

DOCUMENT = DocumentId("a" * 64)
ACT = Act(
    document=DOCUMENT,
    nth=3,
    origin=ActOrigin.CORPUS,
    basis=ActBasis.CLAUSE,
    kind="deliver",
    said=ActWords("=hand over the lorries\u202e", Span(DOCUMENT, 2, 7, 30)),
    force=Force.ORDER,
    office=ActWords("Office of Wells"),
    who=(ActWords("Office of Bridges"),),
    who_rule=WhoRule.ADDRESSEE,
    goal=ActWords("the ford"),
    when=ActDay(FuzzyDate.parse("2014-10"), DayRule.WRITING),
    due=DueDay(ActWords("within 5 days of receipt"), "within-receipt", 5, FuzzyDate.parse("2014-10-06..")),
)
LIST = ActList((ACT,), {}, {DOCUMENT: "leak/order.txt"}, 1, 0, 0, {"deliver": 1}, 1, 0, 0, 0, 0, 0, {}, 0, 0)


def test_a_line_has_days_parts_and_place_and_obeys_nothing_it_shows() -> None:
    line = act_line(ACT)

    assert "2014-10 " in line
    assert "order: deliver; of \u2068Office of Wells\u2069; who \u2068Office of Bridges\u2069; to \u2068the ford\u2069" in line
    assert "within 5 days of receipt\u2069 = [2014-10-06..]" in line
    assert line.endswith("aaaaaaaaaaaa#2:7-30")
    assert "\u202e" not in line


def test_the_json_calls_from_and_to_as_letters_do() -> None:
    told = act_answer(ACT, LIST)

    assert ("the ford", None, f"{DOCUMENT}.3", "leak/order.txt") == (told["to"]["text"], told["from"], told["id"], told["path"])


def test_a_row_has_a_cell_for_each_column() -> None:
    (row,) = act_rows(LIST)

    told = dict(zip(HEADER, row, strict=True))
    assert ("2014-10-01", "2014-10-31", "[2014-10-06..]", 2) == tuple(told[each] for each in ("earliest", "latest", "due", "page"))


def test_what_was_not_read_of_documents_is_said() -> None:
    told = left_out_of_acts(replace(LIST, partly_read=1, beyond=44))

    assert "1 document was read in part: 44 letters beyond their limit were not read" in told
    assert "in part" not in left_out_of_acts(LIST)

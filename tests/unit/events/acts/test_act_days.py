"""On which days acts may lie, and until when they are to be done: what is counted stays a rule where nothing bounds it."""

from __future__ import annotations

import datetime as dt

import pytest

from kashf.domain.acts.act import DayRule
from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.document import Span
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import ByWhen, Force, Instruction
from kashf.domain.letters.letter import AddedHand, CitedPaper, Letter
from kashf.domain.letters.said import PaperDate, Said
from kashf.events.acts.act_days import day_of, due_day

SAID = Said("words", Span(DocumentId("a" * 64), 1, 0, 5), "rule", 0.9)
WRITTEN = FuzzyDate.parse("2014-10-25")


def _dated(text: str) -> PaperDate:
    return PaperDate(SAID, FuzzyDate.parse(text))


def _act(force: Force, when: PaperDate | None = None, *, is_quoted: bool = False) -> Instruction:
    return Instruction(SAID, "transfer", force, when=when, author=SAID if is_quoted else None)


@pytest.mark.parametrize(
    ("act", "days", "rule"),
    [
        (_act(Force.ORDER), "2014-10-25", DayRule.WRITING),
        (_act(Force.DONE), "[..2014-10-25]", DayRule.BEFORE_WRITING),
        (_act(Force.RECEIVED), "[..2014-10-25]", DayRule.BEFORE_WRITING),
        (_act(Force.PLANNED), "[2014-10-25..]", DayRule.AFTER_WRITING),
        (_act(Force.NOT_DONE), "2014-10-25", DayRule.WRITING),
        (_act(Force.DONE, _dated("2014-10-20")), "2014-10-20", DayRule.NAMED),
        (_act(Force.ORDER, is_quoted=True), "2014-10-11", DayRule.CITED),
    ],
)
def test_an_act_lies_where_its_force_and_the_paper_put_it(act: Instruction, days: str, rule: DayRule) -> None:
    letter = Letter(written=_dated("2014-10-25"), cited=(CitedPaper(SAID, date=_dated("2014-10-11"), is_quoted=True),))

    found = day_of(act, letter)

    assert (days, rule) == (found.date.edtf(), found.rule)


def test_an_order_that_others_passed_on_has_the_day_of_its_author_and_not_of_theirs() -> None:
    elsewhere = Said("circular", Span(DocumentId("a" * 64), 1, 40, 48), "rule", 0.9)
    passed_on = CitedPaper(elsewhere, date=_dated("2014-10-20"), is_quoted=True)
    own = CitedPaper(SAID, date=_dated("2014-10-11"), is_quoted=True)

    found = day_of(_act(Force.ORDER, is_quoted=True), Letter(written=_dated("2014-10-25"), cited=(passed_on, own)))

    assert ("2014-10-11", DayRule.CITED) == (found.date.edtf(), found.rule)


def test_a_quoted_order_whose_paper_has_no_day_is_no_later_than_the_one_that_quotes_it() -> None:
    found = day_of(_act(Force.ORDER, is_quoted=True), Letter(written=_dated("2014-10-25"), cited=(CitedPaper(SAID, is_quoted=True),)))

    assert ("[..2014-10-25]", DayRule.BEFORE_WRITING) == (found.date.edtf(), found.rule)


@pytest.mark.parametrize("force", list(Force))
def test_an_act_of_a_paper_without_a_date_has_no_days(force: Force) -> None:
    found = day_of(_act(force), Letter())

    assert (UNDATED, DayRule.UNKNOWN) == (found.date, found.rule)


@pytest.mark.parametrize(
    ("force", "days"), [(Force.PLANNED, "2014-12-04"), (Force.DONE, "2014-04-12"), (Force.ORDER, "[2014-04-12,2014-12-04]")]
)
def test_of_two_days_that_a_wording_may_be_that_is_left_which_the_paper_allows(force: Force, days: str) -> None:
    weights = (1, *([0] * 235), 1)
    either = PaperDate(SAID, FuzzyDate(dt.date(2014, 4, 12), dt.date(2014, 12, 4), weights=weights))

    assert days == day_of(_act(force, either), Letter(written=_dated("2014-10-25"))).date.edtf()


def test_a_day_that_contradicts_the_paper_stands_as_it_is_written() -> None:
    assert "2014-11-20" == day_of(_act(Force.DONE, _dated("2014-11-20")), Letter(written=_dated("2014-10-25"))).date.edtf()


@pytest.mark.parametrize(
    ("rule", "days", "due"),
    [
        ("within-letter", 10, "2014-11-04"),
        ("within-receipt", 10, "[2014-11-04..]"),
        ("within-publication", None, "[2014-10-25..]"),
        ("at-once", None, "[2014-10-25..]"),
        ("date-set", None, ""),
        ("every", 27, ""),
        ("after-act", 1, ""),
        ("within-letter", 10_000_000, ""),
    ],
)
def test_what_is_counted_from_another_day_is_bounded_as_far_as_that_day_is(rule: str, days: int | None, due: str) -> None:
    found = due_day(ByWhen(SAID, rule, days), WRITTEN, ())

    assert (due, rule, days) == (found.date.edtf(), found.rule, found.days)


def test_days_from_receipt_are_counted_from_the_one_note_of_receipt() -> None:
    note = AddedHand(SAID, "receipt", date=_dated("2014-10-28"))
    said = ByWhen(SAID, "within-receipt", 10)

    assert "2014-11-07" == due_day(said, WRITTEN, (note,)).date.edtf()
    assert "[2014-11-04..]" == due_day(said, WRITTEN, (note, note)).date.edtf()


def test_nothing_is_counted_from_a_date_that_is_not_known() -> None:
    assert UNDATED == due_day(ByWhen(SAID, "within-letter", 10), UNDATED, ()).date


def test_days_counted_from_a_doubtful_day_keep_its_doubt() -> None:
    written = FuzzyDate(dt.date(2014, 10, 24), dt.date(2014, 10, 26), weights=(1, 3, 1))

    assert (1, 3, 1) == due_day(ByWhen(SAID, "within-letter", 10), written, ()).date.weights

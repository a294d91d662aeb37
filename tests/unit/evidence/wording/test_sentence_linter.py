from __future__ import annotations

import pytest

from kashf.evidence.wording.sentence_linter import LintRule, lint_sentences

BOTH, PROVES, NUMBER, COLLUSION = LintRule


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("It is likely that the garrison left on order.", []),
        ("We judge with high confidence that it is likely.", [BOTH]),
        ("It is very unlikely. Our confidence is moderate.", []),
        ("The letter proves it.", [PROVES]),
        ("The letter does not prove it.", []),
        ("The sides had agreed on a day.", [COLLUSION]),
        ("It was a deal, not an accident.", [COLLUSION]),
        ("Not shown: who knew, how, or that the sides agreed.", []),
        ("The letter says “we agreed on the day”.", []),
        ("He doesn't prove it; the letter proves it.", [PROVES]),
        ("Ideally the dealer improved.", []),
        ("من المرجّح بثقة عالية أن الحامية انسحبت.", [BOTH]),
        ("من المرجح أن الحامية انسحبت.", []),
        ("والرسالة تُثبت ذلك.", [PROVES]),
        ("الرسالة لا تثبت ذلك.", []),
        ("اتّفق الطرفان على الصفقة.", [COLLUSION, COLLUSION]),
        ("كان هناك تواطؤ بين الطرفين.", [COLLUSION]),
        ("قالت الرسالة «اتفقنا على اليوم».", []),
    ],
)
def test_a_sentence_is_refused_for_what_it_says_and_for_nothing_else(text: str, rules: list[LintRule]) -> None:
    assert rules == [fault.rule for fault in lint_sentences(text)]


def test_a_fault_says_where_it_stands() -> None:
    text = "The letter proves it."
    (fault,) = lint_sentences(text)

    assert ("proves", "proves") == (fault.words, text[fault.start : fault.end])


@pytest.mark.parametrize("written", ["1,234 letters", "1234 letters", "١٬٢٣٤ رسالة", "١٢٣٤ رسالة"])
def test_a_number_is_bound_however_it_is_written(written: str) -> None:
    assert () == lint_sentences(written, values=["1234"])
    assert [NUMBER] == [fault.rule for fault in lint_sentences(written, values=["123"])]


def test_numbers_of_dates_are_bound_to_their_dates_and_shares_are_numbers() -> None:
    text = "On 24 November 2013 some 0.5 of them left."

    assert ["0.5"] == [fault.words for fault in lint_sentences(text, dates=[(3, 19)])]
    assert () == lint_sentences("40% and 40 %", values=["40"])


def test_a_word_of_collusion_is_ours_under_our_conclusion_alone_and_allowed_beside_the_boards_lead() -> None:
    text = "The sides agreed (31 times as probable as own intelligence)."

    assert [COLLUSION] == [fault.rule for fault in lint_sentences(text, values=["31"])]
    assert () == lint_sentences(text, values=["31"], concludes=False)
    assert () == lint_sentences(text, values=["31"], lead="31 times as probable as own intelligence")
    assert [COLLUSION] == [fault.rule for fault in lint_sentences(text, values=["31"], lead="8 times")]

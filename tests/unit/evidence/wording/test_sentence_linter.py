from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.evidence.wording.sentence_linter import LintRule, lint_sentences, numbers_in

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


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("The letter pr\u200boves it.", [PROVES]),
        ("The letter prov\u0435s it.", [PROVES]),
        ("The letter \uff50\uff52\uff4f\uff56\uff45\uff53 it.", [PROVES]),
        ("The letter pro\u0301ves it.", [PROVES]),
        ("The sides agr\u00adeed.", [COLLUSION]),
        ("It is l\u0456kely, with high confid\u0435nce.", [BOTH]),
        ("الرسالة تُثْـبِت ذلك.", [PROVES]),
        ("الرسالة ت\u200dثبت ذلك.", [PROVES]),
        ("\ufe97\ufe9c\ufe92\ufe96 ذلك.", [PROVES]),
        ("اتفـــق الطرفان.", [COLLUSION]),
        ("الرسالة لـا تثبت ذلك.", []),
    ],
)
def test_a_word_is_found_however_it_is_disguised(text: str, rules: list[LintRule]) -> None:
    assert rules == [fault.rule for fault in lint_sentences(text)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Some three hundred men left.", "three hundred", "300"),
        ("غادر ثلاثمئة رجل.", "ثلاثمئة", "300"),
        ("غادر خمسة وعشرون رجلًا.", "خمسة وعشرون", "25"),
        ("Some \uff13\uff10\uff10 left.", "\uff13\uff10\uff10", "300"),
        ("Some 3\u200b00 left.", "3\u200b00", "300"),
    ],
)
def test_a_number_needs_a_value_however_it_is_written(text: str, words: str, value: str) -> None:
    (fault,) = lint_sentences(text)

    assert (NUMBER, words, words) == (fault.rule, fault.words, text[fault.start : fault.end])
    assert (value,) == numbers_in(text)
    assert () == lint_sentences(text, values=[value])


def test_one_and_two_in_words_and_names_of_days_are_no_numbers() -> None:
    assert () == lint_sentences("One of the two letters came on a Tuesday. وصلت رسالتان يوم الثلاثاء، ثم الأربعاء.")


@given(st.text(alphabet="prove agreed0123ت\u200b\u0301\ufb01٣.،\n"))
def test_a_fault_stands_where_it_says(text: str) -> None:
    assert all(text[fault.start : fault.end] == fault.words for fault in lint_sentences(text))

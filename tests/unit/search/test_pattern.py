"""Wildcards and regular expressions on one word."""

from __future__ import annotations

import re

import pytest

from kashf.errors import QuerySyntaxError
from kashf.search.pattern import fitting, literal_beginning, of_expression, of_wildcard


@pytest.mark.parametrize(
    ("text", "fits", "not_fits"),
    [
        ("zul*da", "zulqada", "zulqadam"),
        ("*مرد", "الزمرد", "الزمردة"),
        ("zulqad?", "zulqad", "zulqadab"),
        ("z?lqada", "zalqada", "zlqada"),
        ("a.b?cd", "", ""),
    ],
)
def test_a_wildcard_fits_whole_words(text: str, fits: str, not_fits: str) -> None:
    if not fits:
        with pytest.raises(QuerySyntaxError):
            of_wildcard(text)
        return
    assert re.fullmatch(of_wildcard(text), fits)
    assert not re.fullmatch(of_wildcard(text), not_fits)


@pytest.mark.parametrize(
    "text",
    [
        *("(a+)+b", "(a|a)*b", "((ab)?c)+", "a**", "(?=a)b", r"(a)\1", "a{1,900}", "a{2,}", "[a", "(a", "a)", "*a", "a*b*c*d*", "x" * 201),
        *("a?" * 40 + "b", "(a|a)" * 30 + "b", "a{0,20}" * 20),
    ],
)
def test_an_expression_that_may_take_long_or_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(QuerySyntaxError):
        of_expression(text)


def test_alternatives_that_do_not_multiply_are_taken() -> None:
    assert re.fullmatch(of_expression("(nadir|khalid|salim|omar|zafir|hatim|basil|faris|karim|majid|hadi)(a|i)?"), "hadi")


def test_no_pattern_is_held_against_a_word_that_no_one_writes() -> None:
    assert [True, False] == [fitting("a*a*a*b")("a" * letters + "b") for letters in (20, 2_000)]


@pytest.mark.parametrize(
    ("text", "word"),
    [("أبو.+", "ابومحمد"), (r"t\\d{2,3}", "t72"), ("sh[ae]mal[iy]", "shemaly"), ("^al(sham|qat)ali$", "alshamali"), ("a(bc)?d", "ad")],
)
def test_an_expression_fits_folded_words(text: str, word: str) -> None:
    assert re.fullmatch(of_expression(text.replace("\\\\", "\\")), word)


@pytest.mark.parametrize(
    ("expression", "letters"), [("abc", "abc"), ("abc+", "abc"), ("ab*c", "a"), (".b", ""), ("ab{2}", "a"), ("(a|b)c", ""), ("a|b", "")]
)
def test_every_word_that_it_fits_begins_with_its_first_letters(expression: str, letters: str) -> None:
    assert letters == literal_beginning(expression)

from __future__ import annotations

import pytest

from kashf.sandboxed.engines.mail.alternatives import as_one


def test_a_line_that_only_the_html_version_has_is_kept_below_the_plain_one() -> None:
    plain = "Dear all,\nthe meeting is on Monday at the usual place."

    assert f"{plain}\n\nBring two lorries." == as_one(plain, "Dear all,\nthe meeting is on Monday at the usual place.\nBring two lorries.")


@pytest.mark.parametrize(
    ("plain", "html"),
    [
        ("The list <https://files.example.org/a> is ready.", "The list is ready."),
        ("*Urgent*: the list\nis ready.", "Urgent: the list is ready."),
        ("[cid:logo@x]\nThe list is ready.", "The list is ready."),
        ("Name   Sum\nKarim  40", "Name\tSum\nKarim\t40"),
        ("> Shall we?\nYes.", "Shall we?\nYes."),
        ("نعم، القافلة جاهزة.", "نعم، القافلة جاهزة."),
    ],
)
def test_what_both_versions_say_stands_once(plain: str, html: str) -> None:
    assert plain == as_one(plain, html)


def test_a_changed_number_is_no_repetition() -> None:
    assert "Pay 200 dollars now.\n\nPay 300 dollars now." == as_one("Pay 200 dollars now.", "Pay 300 dollars now.")


def test_a_plain_version_that_says_that_there_is_another_is_kept_below_it() -> None:
    html = "The convoy leaves on Thursday with twelve lorries and a guard. " * 5

    assert f"{html.rstrip()}\n\nNo HTML here." == as_one("No HTML here.", html)


def test_a_version_without_words_is_none() -> None:
    assert ("plain", "html") == (as_one("plain", " \n"), as_one("", "html"))

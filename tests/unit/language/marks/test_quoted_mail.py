from __future__ import annotations

from kashf.domain.document import MarkKind, Page
from kashf.language.marks.quoted_mail import quoted

HEADER = "From: karim@lantern.example\nSubject: Convoy\n\n"


def _shown(text: str) -> str:
    return Page(1, text, marks=quoted(text)).shown().removeprefix(HEADER)


def test_lines_with_a_sign_before_them_are_quoted_together_with_the_line_that_says_who_wrote_them() -> None:
    text = HEADER + "Agreed.\n\nOn Tue, 6 May 2014 at 10:00, R. Sahin\n<r@lantern.example> wrote:\n\n> Shall we go?\n>\n> R.\n\nK.\n"

    assert "Agreed.\n\n\nK.\n" == _shown(text)
    assert {MarkKind.QUOTED} == {mark.kind for mark in quoted(text)}


def test_everything_under_an_original_message_line_is_quoted() -> None:
    assert "Yes.\n\n" == _shown(HEADER + "Yes.\n\n-----Original Message-----\nFrom: R.\nSent: Monday\n\nShall we?\n")


def test_an_arabic_answer_is_told_from_what_it_answers() -> None:
    text = HEADER + "نعم موافق.\n\nفي ٦ مايو ٢٠١٤ كتب رشيد:\n\n> هل نذهب؟\n"

    assert "نعم موافق.\n\n" == _shown(text)


def test_a_forwarded_mail_is_the_message_and_stays() -> None:
    text = "From: a\nSubject: Fwd: Convoy\n\nSee below.\n\n-----Original Message-----\nFrom: R.\n\nThe convoy leaves at nine.\n"

    assert () == quoted(text)


def test_a_mail_without_a_word_of_its_own_stays_whole() -> None:
    assert () == quoted(HEADER + "> The convoy leaves at nine.\n")


def test_a_mail_without_quotation_has_no_marks() -> None:
    assert () == quoted(HEADER + "In May he wrote: go.\nThat was all.\n")


def test_a_line_that_only_looks_like_an_introduction_is_kept_when_no_quotation_follows() -> None:
    assert () == quoted(HEADER + "On Tuesday the committee wrote:\nwe will come.\n")

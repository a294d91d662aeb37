from __future__ import annotations

from dataclasses import replace

import pytest

from kashf.domain.document import Mark, MarkKind, Page
from kashf.language.marks.quoted_mail import quoted
from kashf.language.marks.repeated_mail import OwnText, anchors, own_text, quoted_anchors, quoted_ranges, with_repeated

ORIGINAL = (
    "The mortars are at the Raqaba warehouse, and the drivers wait for the money.\nPay Zaytun 40,000 dollars before Friday.\n--\nJohn\n"
)


def _page(body: str) -> Page:
    text = f"From: a@lantern.example\nSubject: delivery\n\n{body}"
    return Page(1, text, marks=quoted(text))


def _shown(answer: str, *originals: str) -> str:
    """Return what a mail shows beside its originals, without its header."""
    page = _page(answer)
    compared = replace(page, marks=with_repeated(page, [own_text([_page(each)]) for each in originals]))
    return compared.shown().split("\n\n", 1)[1]


def _quote(text: str) -> str:
    return "".join(f"> {line}\n" for line in text.splitlines())


ANSWER = f"Fine.\n\nOn 16 November 2014 at 9:00, John <jw@lantern.example> wrote:\n{_quote(ORIGINAL)}"


def test_a_quotation_is_left_out_with_the_line_above_it_where_its_original_is_there() -> None:
    assert "Fine.\n\n" == _shown(ANSWER, ORIGINAL)


def test_a_quotation_stays_where_its_original_is_not_there() -> None:
    assert ANSWER == _shown(ANSWER)
    assert ANSWER == _shown(ANSWER, "Quite another matter: the mill is empty and nobody has the key to it.\n")


def test_lines_that_were_broken_anew_are_repeated() -> None:
    assert "Fine.\n\n" == _shown(ANSWER.replace("and the drivers", "and\n> the drivers"), ORIGINAL)


@pytest.mark.parametrize(("word", "instead"), [("40,000", "90,000"), ("Friday", "Friday at noon"), ("Zaytun", "")])
def test_a_quoted_line_that_was_changed_stays(word: str, instead: str) -> None:
    shown = _shown(ANSWER.replace(word, instead), ORIGINAL)

    assert ("> Pay" in shown, "mortars" in shown) == (True, False)


def test_an_answer_between_quoted_lines_stays() -> None:
    first, *rest = ORIGINAL.splitlines(keepends=True)

    assert "They are not.\n" == _shown(f"{_quote(first)}They are not.\n{_quote(''.join(rest))}", ORIGINAL)


def test_an_answer_within_a_quotation_without_signs_stays() -> None:
    first, *rest = ORIGINAL.splitlines(keepends=True)

    shown = _shown(
        f"See below.\n\n-----Original Message-----\nFrom: John\nSent: Monday\nSubject: x\n\n{first}RS: they are not!\n{''.join(rest)}",
        ORIGINAL,
    )

    assert ("RS: they are not!" in shown, "mortars" in shown, "Original Message" in shown) == (True, False, False)


def test_what_a_mail_sends_on_is_left_out_only_where_its_original_is_there() -> None:
    forwarded = f"FYI\n\n---------- Forwarded message ---------\nFrom: John\nDate: Sunday\nSubject: delivery\nTo: R.\n\n{ORIGINAL}"

    assert ("FYI\n\n", forwarded) == (_shown(forwarded, ORIGINAL), _shown(forwarded))


def test_of_two_quotations_only_the_one_whose_original_is_there_is_left_out() -> None:
    older = "> On 1 May 2014 at 9:00, K. <k@lantern.example> wrote:\n>> Count the lorries in the yard before you ask for more of them.\n"

    shown = _shown(ANSWER + older, ORIGINAL)

    assert ("mortars" in shown, "Count the lorries" in shown) == (False, True)


@pytest.mark.parametrize("original", ["Yes\n", "نعم\n"])
def test_a_word_alone_is_repeated_only_where_it_is_a_whole_line(original: str) -> None:
    answer = f"Good.\n{_quote(original)}"

    assert ("Good.\n", answer) == (_shown(answer, original), _shown(answer, f"{original.strip()} but not before Friday at noon\n"))


def test_what_another_mail_only_quotes_is_nothing_that_it_says_itself() -> None:
    assert OwnText((("fine",),)) == own_text([_page(ANSWER)])


def test_a_mail_is_found_by_what_another_quotes_of_it() -> None:
    assert set(anchors(own_text([_page(ORIGINAL)]))) <= quoted_anchors(_page(ANSWER))


def test_marks_of_other_kinds_stay_and_comparing_again_changes_nothing() -> None:
    page = _page(ANSWER)
    page = replace(page, marks=(Mark(0, 4, MarkKind.COMMENT), *page.marks))
    once = replace(page, marks=with_repeated(page, [own_text([_page(ORIGINAL)])]))

    assert (quoted_ranges(page), page.marks) == (quoted_ranges(once), with_repeated(once, []))
    assert once.marks == with_repeated(once, [own_text([_page(ORIGINAL)])])

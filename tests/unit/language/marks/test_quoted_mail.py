from __future__ import annotations

import pytest

from kashf.domain.document import MarkKind
from kashf.language.marks.quoted_mail import quoted, quoted_heads

HEADER = "From: karim@lantern.example\nSubject: Convoy\n\n"


def _own(text: str) -> str:
    """Return the words of a mail without what it quotes."""
    kept = list(text)
    for mark in quoted(text):
        kept[mark.start : mark.end] = [""] * (mark.end - mark.start)
    return "".join(kept).removeprefix(HEADER)


def test_lines_with_a_sign_before_them_are_quoted_together_with_the_line_that_says_who_wrote_them() -> None:
    text = HEADER + "Agreed.\n\nOn Tue, 6 May 2014 at 10:00, R. Sahin\n<r@lantern.example> wrote:\n\n> Shall we go?\n>\n> R.\n\nK.\n"

    assert "Agreed.\n\n\nK.\n" == _own(text)
    assert {MarkKind.QUOTED} == {mark.kind for mark in quoted(text)}


@pytest.mark.parametrize(
    "above",
    [
        "-----Original Message-----\nFrom: R.\nSent: Monday",
        "-----Ursprüngliche Nachricht-----\nVon: R.",
        "________________________________\nDe : R.\nEnvoyé : lundi",
        "---------- Forwarded message ---------\nFrom: R. <r@lantern.example>",
        "Begin forwarded message:",
        "-------- رسالة معاد توجيهها --------",
        "From: R. Sahin\nSent: Monday, 5 May 2014 08:00\nTo: Karim\nSubject: convoy",
        "*From:* R. Sahin\n*Sent:* Monday\n*Subject:* convoy",
        "Von: R. Sahin\nGesendet: Montag, 5. Mai 2014\nAn: Karim\nBetreff: Konvoi",
        "De : R. Sahin\nEnvoyé : lundi 5 mai 2014\nÀ : Karim\nObjet : convoi",
        "Kimden: R. Sahin\nGönderildi: 5 Mayıs 2014\nKime: Karim\nKonu: konvoy",
        "من: رشيد\nتاريخ الإرسال: الاثنين\nإلى: كريم\nالموضوع: القافلة",
        "من: رشيد\nأُرسلت: الاثنين\nإلى: كريم\nالموضوع: القافلة",
        "On 5 May 2014, at 08:00, R. Sahin <r@lantern.example> wrote:",
        "5 Mayıs 2014 Pazartesi 08:00 tarihinde R. Sahin <r@lantern.example> şunu yazdı:",
    ],
)
def test_everything_under_such_lines_is_quoted(above: str) -> None:
    assert "Yes.\n\n" == _own(f"{HEADER}Yes.\n\n{above}\n\nShall we?\n")


@pytest.mark.parametrize(
    "above",
    [
        "في ٦ مايو ٢٠١٤ كتب رشيد:",
        "بتاريخ 6/5/2014 10:00 ص، كتب رشيد <r@lantern.example>:",
        "Am Di., 6. Mai 2014 um 10:00 Uhr schrieb R. Sahin:",
        "Le mar. 6 mai 2014 à 10:00, R. Sahin a écrit :",
    ],
)
def test_an_answer_is_told_from_what_it_answers(above: str) -> None:
    assert "نعم موافق.\n\n" == _own(f"{HEADER}نعم موافق.\n\n{above}\n\n> هل نذهب؟\n")


def test_an_answer_between_quoted_lines_is_not_quoted() -> None:
    assert "By the bridge.\nAt nine.\n" == _own(HEADER + "> Which way?\nBy the bridge.\n> When?\nAt nine.\n")


def test_what_the_layout_shows_as_quoted_is_quoted() -> None:
    text = HEADER + "Yes.\nShall we?\n"
    start = text.index("Shall")

    assert [(start, len(text))] == [(mark.start, mark.end) for mark in quoted(text, shown=[(start, len(text))])]


def test_the_header_of_a_quoted_mail_says_who_wrote_when_about_what() -> None:
    text = "Yes.\n\nFrom: R. Sahin <r@lantern.example>\nSent: Monday, 5 May 2014 08:00\nTo: Karim\nSubject: convoy\n\nShall we?\n"

    (head,) = quoted_heads(text, 0, len(text))

    assert ("R. Sahin <r@lantern.example>", "Monday, 5 May 2014 08:00", "convoy") == (head.sender, head.date, head.subject)


def test_the_line_above_a_quotation_gives_an_address_and_itself() -> None:
    text = "On Tue, 6 May 2014 at 10:00, R. Sahin\n<r@lantern.example> wrote:\n> Shall we?\n"

    (head,) = quoted_heads(text, 0, len(text))

    assert ("r@lantern.example", "On Tue, 6 May 2014 at 10:00, R. Sahin <r@lantern.example> wrote:") == (head.sender, head.said)


def test_a_mail_without_quotation_has_no_marks() -> None:
    assert () == quoted(HEADER + "In May he wrote: go.\nThat was all.\n")


def test_a_line_that_only_looks_like_an_introduction_is_kept_when_no_quotation_follows() -> None:
    assert () == quoted(HEADER + "On Tuesday the committee wrote:\nwe will come.\n")


def test_two_lines_that_look_like_a_header_are_a_list() -> None:
    assert () == quoted(HEADER + "From: Mersin\nTo: Tartus\nby lorry\n")

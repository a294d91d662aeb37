"""Quoted mail in a case: what is left out, and what comes back."""

from __future__ import annotations

import pytest

from kashf.ports.stages import MAIL
from kashf.services.mail import repeated_quotes
from kashf.services.mail.repeated_quotes import pages_to_mark
from tests.fakes import FakeCaseView
from tests.mail import id_of, mailbox

WORDS = "The mortars are at the Raqaba warehouse, and the drivers wait for money."
ORIGINAL = f"From: John <jw@lantern.example>\nSubject: delivery\n\n{WORDS}\n"
ANSWER = f"From: Marta\nSubject: Re: delivery\n\nFine.\n> {WORDS}\n"
SECOND = f"From: John\nSubject: Re: delivery\n\nThen go.\n> Fine.\n>> {WORDS}\n"


def left_out(view: FakeCaseView, *changed: str) -> dict[str, str]:
    """Return what pages that are marked anew leave out, by document."""
    found = pages_to_mark(view, {id_of(name) for name in changed})
    return {document[0]: "".join(page.text[mark.start : mark.end] for mark in page.passed_over) for document, page in found}


def test_a_quotation_is_left_out_once_its_original_is_there() -> None:
    assert {} == left_out(mailbox(b=(ANSWER, {})), "b")
    assert {"b": f"> {WORDS}\n"} == left_out(mailbox(a=(ORIGINAL, {}), b=(ANSWER, {"in-reply-to": "a@x"})), "a", "b")


def test_an_original_that_arrives_later_is_found_by_its_words_alone() -> None:
    assert {"b": f"> {WORDS}\n"} == left_out(mailbox(a=(ORIGINAL, {}), b=(ANSWER, {})), "a")


def test_what_has_nothing_to_do_with_what_arrived_is_not_decided_again() -> None:
    view = mailbox(a=(ORIGINAL, {}), b=(ANSWER, {}), c=("From: K.\n\nQuite another matter, of which nobody else writes.\n", {}))

    assert {} == left_out(view, "c")


def test_a_quotation_comes_back_when_its_original_has_gone() -> None:
    view = mailbox(a=(ORIGINAL, {}), b=(ANSWER, {}))
    ((document, page),) = pages_to_mark(view, {id_of("a")})
    view.texts[document] = (page,)
    del view.known[id_of("a")], view.rows[MAIL.name][id_of("a")]

    assert {"b": ""} == left_out(view, "b")


def test_what_only_quotes_the_same_mail_is_not_its_original() -> None:
    assert {"s": "> Fine.\n"} == left_out(mailbox(b=(ANSWER, {}), s=(SECOND, {"references": "a@x b@x"})), "b", "s")


def test_the_original_of_what_an_answer_quotes_is_found_along_the_thread() -> None:
    view = mailbox(a=(ORIGINAL, {}), b=(ANSWER, {"in-reply-to": "a@x"}), s=(SECOND, {"in-reply-to": "b@x"}))

    assert {"b": f"> {WORDS}\n", "s": f"> Fine.\n>> {WORDS}\n"} == left_out(view, "a", "b", "s")


def test_a_mail_that_was_written_later_is_not_what_an_earlier_one_quotes() -> None:
    view = mailbox(a=(ORIGINAL, {"sent": "2014-11-20T10:00:00+00:00"}), b=(ANSWER, {"sent": "2014-11-17T10:00:00+00:00"}))

    assert {} == left_out(view, "a", "b")


def test_a_time_at_the_end_of_all_calendars_is_compared_like_any_other() -> None:
    never = {"sent": "9999-12-31T23:59:59+00:00"}

    assert {"b": f"> {WORDS}\n"} == left_out(mailbox(a=(ORIGINAL, never), b=(ANSWER, never)), "a", "b")


def test_words_that_very_many_messages_share_tell_nothing_of_who_is_quoted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repeated_quotes, "_MOST_WITH_ANCHOR", 1)

    assert {} == left_out(mailbox(a=(ORIGINAL, {}), b=(ANSWER, {}), c=(ORIGINAL, {})), "a", "b", "c")


def test_two_copies_of_an_answer_do_not_hide_each_other() -> None:
    assert {} == left_out(mailbox(b=(ANSWER, {"message-id": "b@x"}), c=(ANSWER, {"message-id": "b@x"})), "b", "c")

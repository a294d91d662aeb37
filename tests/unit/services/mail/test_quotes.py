"""Quoted mail in a case: what is left out, and what comes back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.language.marks.quoted_mail import quoted
from kashf.ports.stages import MAIL
from kashf.services.mail.messages import look_at, messages, topic
from kashf.services.mail.quotes import pages_to_mark
from tests.fakes import FakeCaseView
from tests.searchable import BARE

WORDS = "The mortars are at the Raqaba warehouse, and the drivers wait for money."
ORIGINAL = f"From: John <jw@lantern.example>\nSubject: delivery\n\n{WORDS}\n"
ANSWER = f"From: Marta\nSubject: Re: delivery\n\nFine.\n> {WORDS}\n"
SECOND = f"From: John\nSubject: Re: delivery\n\nThen go.\n> Fine.\n>> {WORDS}\n"


def id_of(name: str) -> DocumentId:
    return DocumentId(name[0] * 64)


def case(**texts: tuple[str, dict[str, str]]) -> FakeCaseView:
    """Return a case with messages: name -> (text, metadata); the id of each is its first letter over and over."""
    view = FakeCaseView()
    for name, (text, metadata) in texts.items():
        record = replace(BARE, id=id_of(name), name=name, type="message/rfc822", metadata={"message-id": f"{name}@x"} | metadata)
        view.known[record.id] = record
        view.texts[record.id] = (Page(1, text, marks=quoted(text)),)
    view.rows[MAIL.name] = dict(look_at(view, list(view.known)))
    return view


def left_out(view: FakeCaseView, *changed: str) -> dict[str, str]:
    """Return what pages that are marked anew leave out, by document."""
    found = pages_to_mark(view, {id_of(name) for name in changed})
    return {document[0]: "".join(page.text[mark.start : mark.end] for mark in page.passed_over) for document, page in found}


def test_a_quotation_is_left_out_once_its_original_is_there() -> None:
    assert {} == left_out(case(b=(ANSWER, {})), "b")
    assert {"b": f"> {WORDS}\n"} == left_out(case(a=(ORIGINAL, {}), b=(ANSWER, {"in-reply-to": "a@x"})), "a", "b")


def test_an_original_that_arrives_later_is_found_by_its_words_alone() -> None:
    assert {"b": f"> {WORDS}\n"} == left_out(case(a=(ORIGINAL, {}), b=(ANSWER, {})), "a")


def test_what_has_nothing_to_do_with_what_arrived_is_not_decided_again() -> None:
    view = case(a=(ORIGINAL, {}), b=(ANSWER, {}), c=("From: K.\n\nQuite another matter, of which nobody else writes.\n", {}))

    assert {} == left_out(view, "c")


def test_a_quotation_comes_back_when_its_original_has_gone() -> None:
    view = case(a=(ORIGINAL, {}), b=(ANSWER, {}))
    ((document, page),) = pages_to_mark(view, {id_of("a")})
    view.texts[document] = (page,)
    del view.known[id_of("a")], view.rows[MAIL.name][id_of("a")]

    assert {"b": ""} == left_out(view, "b")


def test_what_only_quotes_the_same_mail_is_not_its_original() -> None:
    assert {"s": "> Fine.\n"} == left_out(case(b=(ANSWER, {}), s=(SECOND, {"references": "a@x b@x"})), "b", "s")


def test_the_original_of_what_an_answer_quotes_is_found_along_the_thread() -> None:
    view = case(a=(ORIGINAL, {}), b=(ANSWER, {"in-reply-to": "a@x"}), s=(SECOND, {"in-reply-to": "b@x"}))

    assert {"b": f"> {WORDS}\n", "s": f"> Fine.\n>> {WORDS}\n"} == left_out(view, "a", "b", "s")


def test_a_mail_that_was_written_later_is_not_what_an_earlier_one_quotes() -> None:
    view = case(a=(ORIGINAL, {"sent": "2014-11-20T10:00:00+00:00"}), b=(ANSWER, {"sent": "2014-11-17T10:00:00+00:00"}))

    assert {} == left_out(view, "a", "b")


def test_two_copies_of_an_answer_do_not_hide_each_other() -> None:
    assert {} == left_out(case(b=(ANSWER, {"message-id": "b@x"}), c=(ANSWER, {"message-id": "b@x"})), "b", "c")


def test_a_message_is_kept_with_what_it_says_of_itself() -> None:
    view = case(
        b=(
            ANSWER,
            {
                "from": "Marta <m@x.example>",
                "to": "J.",
                "cc": "K.",
                "references": "r@x a@x",
                "in-reply-to": "a@x",
                "subject": "Re: delivery",
            },
        )
    )

    (message,) = messages(view)

    assert ("b@x", "m@x.example", "J.; K.", ("r@x", "a@x"), "delivery", 1, False) == (
        *(message.id, message.address, message.recipients, message.parents, message.topic, message.quotes, message.is_draft),
    )


def test_a_document_that_is_no_message_has_no_row() -> None:
    view = case(a=(ORIGINAL, {}))
    view.known[id_of("a")] = replace(view.known[id_of("a")], type="text/plain")

    assert [(id_of("a"), [])] == list(look_at(view, [id_of("a")]))


@pytest.mark.parametrize("subject", ["RE: convoy", "Fwd: AW: Convoy", "Re[2]: convoy", "رد: convoy", "TR: convoy", "convoy"])
def test_a_topic_is_a_subject_without_what_programs_put_before_it(subject: str) -> None:
    assert "convoy" == topic(subject)

"""What a message says of itself, and which messages are one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kashf.services.case.copies.same_messages import same_message_groups
from kashf.services.case.messages import look_at, messages, topic
from tests.mail import id_of, mailbox

WORDS = "The mortars are at the Raqaba warehouse, and the drivers wait for money."
ORIGINAL = f"From: John <jw@lantern.example>\nSubject: delivery\n\n{WORDS}\n"
ANSWER = f"From: Marta\nSubject: Re: delivery\n\nFine.\n> {WORDS}\n"
SENT = {"from": "John <jw@lantern.example>", "sent": "2014-11-16T09:00:00+02:00", "subject": "delivery"}
NO_ID = {"message-id": ""}


def test_a_message_is_kept_with_what_it_says_of_itself() -> None:
    view = mailbox(
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
    view = mailbox(a=(ORIGINAL, {}))
    view.known[id_of("a")] = replace(view.known[id_of("a")], type="text/plain")

    assert [(id_of("a"), [])] == list(look_at(view, [id_of("a")]))


@pytest.mark.parametrize("subject", ["RE: convoy", "Fwd: AW: Convoy", "Re[2]: convoy", "رد: convoy", "TR: convoy", "convoy"])
def test_a_topic_is_a_subject_without_what_programs_put_before_it(subject: str) -> None:
    assert "convoy" == topic(subject)


@pytest.mark.parametrize("path", ["box.pst/Drafts/00001.eml", "home/Drafts.mbox/00002.eml", "صندوق/المسودات/a.eml"])
def test_what_lies_in_a_folder_of_drafts_is_a_draft(path: str) -> None:
    assert [True, False] == [
        message.is_draft for message in messages(mailbox(a=(ORIGINAL, {"path": path}), b=(ANSWER, {"path": "box/a.eml"})))
    ]


@pytest.mark.parametrize(
    ("said", "in_doubt"),
    [({"sent": "2014-11-16T09:00:00+02:00"}, False), ({"sent": "2014-11-16T09:00:00"}, True), ({}, False)],
)
def test_a_time_without_a_zone_is_in_doubt(said: dict[str, str], in_doubt: bool) -> None:
    (message,) = messages(mailbox(a=(ORIGINAL, said)))

    assert in_doubt is message.is_zone_in_doubt


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"message-id": "a@x"}, {"message-id": "a@x"}),
        (SENT | {"message-id": "a@x"}, SENT | NO_ID),
        (SENT | NO_ID, SENT | NO_ID | {"sent": "2014-11-16T07:00:00+00:00"}),
    ],
)
def test_the_same_message_in_two_files_is_one(first: dict[str, str], second: dict[str, str]) -> None:
    view = mailbox(a=(ORIGINAL, first), b=(ORIGINAL.replace("warehouse, and", "warehouse,\nand"), second))

    assert [(id_of("a"), id_of("b"))] == [tuple(sorted(group)) for group in same_message_groups(view)]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Quite another text, of which nobody has ever heard a word.", {"message-id": "a@x"}, {"message-id": "a@x"}),
        (WORDS, SENT | {"message-id": "a@x"}, SENT | {"message-id": "b@x"}),
        (WORDS, NO_ID, NO_ID),
        (WORDS, SENT | NO_ID, SENT | NO_ID | {"sent": "2014-11-17T07:00:00+00:00"}),
    ],
)
def test_messages_that_only_look_like_one_stay_two(text: str, first: dict[str, str], second: dict[str, str]) -> None:
    view = mailbox(a=(ORIGINAL, first), b=(ORIGINAL.replace(WORDS, text), second))

    assert [] == list(same_message_groups(view))


def test_many_messages_under_one_id_are_told_apart_without_comparing_all_with_all() -> None:
    names = "abcdef"
    view = mailbox(**{name: (f"From: x\n\n{name} " + f"{name}word " * 9, {"message-id": "one@x"}) for name in names})

    assert [] == list(same_message_groups(view))

"""Threads of mail in the browser."""

from __future__ import annotations

import csv
import io

import pytest

from tests.fakes import FakeCaseView
from tests.mail import put_message
from tests.unit.web.conftest import Visitor

QUOTING = "From: Marta\n\nFine.\n\nOn 16 November 2014 at 9:00, John <jw@lantern.example> wrote:\n> The crates left.\n"
SAID = {
    "from": "Marta <m@lantern.example>",
    "to": "John",
    "sent": "2014-11-17T09:00:00",
    "subject": "Re: delivery",
    "in-reply-to": "gone@x",
}


@pytest.fixture
def answered(view: FakeCaseView) -> str:
    """An answer to a mail that is not there; returns its id."""
    return put_message(view, "answer", QUOTING, SAID)


def test_a_thread_is_shown_with_what_is_not_here_and_what_is_in_doubt(answered: str, visitor: Visitor) -> None:
    page = visitor.get("/mail").text

    for words in ("Re: delivery", "Not here:", "jw@lantern.example", "time zone in doubt", f'href="/document/{answered}"', "depth1"):
        assert words in page


def test_a_list_without_messages_says_so(visitor: Visitor) -> None:
    assert "No messages in this list." in visitor.get("/mail").text


def test_the_list_keeps_to_what_its_address_says(answered: str, visitor: Visitor) -> None:
    assert "No messages in this list." in visitor.get("/mail?drafts=true").text
    assert "Re: delivery" in visitor.get("/mail?ghosts=true&containing=marta").text


def test_a_spreadsheet_has_a_row_for_each_message_and_for_what_is_not_here(answered: str, visitor: Visitor) -> None:
    rows = list(csv.DictReader(io.StringIO(visitor.get("/mail?format=csv").text.removeprefix("\ufeff"))))

    assert [("0", "not here", ""), ("1", "message", answered)] == [(row["depth"], row["kind"], row["document"]) for row in rows]

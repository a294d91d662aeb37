"""The head of a message as it is shown."""

from __future__ import annotations

from kashf.sandboxed.engines.mail.message_page import message_page


def shown(**headers: str) -> list[str]:
    page = message_page({name.replace("_", "-"): value for name, value in headers.items()}, "Text")
    assert page is not None
    return page.text.splitlines()


def test_a_sender_and_an_address_for_answers_are_shown_where_they_are_others_than_from() -> None:
    assert ["From: Salim <s@example.org>", "Sender: o@example.org", "Reply-To: Karl <k@example.org>", "", "Text"] == shown(
        From="Salim <s@example.org>", Sender="o@example.org", Reply_To="Karl <k@example.org>"
    )


def test_an_address_that_from_has_is_not_shown_again() -> None:
    assert ["From: Salim <s@example.org>", "", "Text"] == shown(
        From="Salim <s@example.org>", Sender="S@example.org", Reply_To="<s@example.org>"
    )


def test_a_message_of_nothing_has_no_page() -> None:
    assert message_page({"From": ""}, " ") is None

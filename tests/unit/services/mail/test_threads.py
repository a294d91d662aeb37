"""Threads: what answers what, what is drafted, what is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.domain.document import Sighting
from kashf.services.case.open import OpenCase
from kashf.services.mail.threads import Correspondence, InThread, ThreadQuery, correspondence
from tests.fakes import FakeBlobs, FakeCaseView, FakeIndex, FakeSealed
from tests.mail import id_of, mailbox

JOHN, MARTA = "John <jw@lantern.example>", "Marta <m@lantern.example>"


def mail(number: int, sender: str = JOHN, to: str = MARTA, subject: str = "delivery", **more: str) -> tuple[str, dict[str, str]]:
    """Return a message that was sent on a day of November."""
    said = {"from": sender, "to": to, "subject": subject, "sent": f"2014-11-{number:02}T09:00:00+02:00"}
    return f"From: {sender}\n\n{more.pop('text', f'text of number {number}, which says nothing')}\n", said | {
        name.replace("_", "-"): value for name, value in more.items()
    }


def threads(view: FakeCaseView, **asked: object) -> Correspondence:
    case = OpenCase(Path("case"), "case", view, FakeIndex(), FakeBlobs(), FakeSealed())
    return correspondence(case, ThreadQuery(**asked))  # type: ignore[arg-type] - the caller names fields of the query


def drawn(found: Correspondence) -> list[list[str]]:
    """Return each thread as its documents' first letters behind a dot for each step; ghosts by their id or sender in brackets."""
    return [["." * entry.depth + _called(entry) for entry in thread.entries] for thread in found.threads]


def _called(entry: InThread) -> str:
    said = entry.quotation.sender if entry.quotation else ""
    return entry.message.document[0] if entry.message else f"[{entry.id or said}]"


def test_answers_stand_behind_what_they_answer_in_order_of_time() -> None:
    view = mailbox(
        a=mail(1),
        d=mail(4, in_reply_to="a@x"),
        b=mail(2, MARTA, JOHN, in_reply_to="a@x"),
        c=mail(3, references="a@x b@x"),
        e=mail(9, subject="another matter"),
    )

    assert [["e"], ["a", ".b", "..c", ".d"]] == drawn(threads(view))


def test_a_mail_that_is_cited_and_not_there_is_a_ghost_of_which_the_quotation_tells() -> None:
    text = "Fine.\n\nOn 16 November 2014 at 9:00, John <jw@lantern.example> wrote:\n> The crates left.\n"
    view = mailbox(b=mail(17, MARTA, JOHN, "Re: delivery", text=text, references="root@x gone@x"))

    found = threads(view)

    assert [["[root@x]", ".[gone@x]", "..b"]] == drawn(found)
    ghost = found.threads[0].entries[1]
    assert ("jw@lantern.example", id_of("b"), 2) == (ghost.quotation and ghost.quotation.sender, ghost.cited_by, found.ghosts)


def test_a_mail_that_is_only_quoted_is_a_ghost_too() -> None:
    text = "OK.\n\n-----Original Message-----\nFrom: John Whitfield\nSent: Monday\nTo: Marta\nSubject: shipment\n\nThe crates left.\n"

    assert [["[John Whitfield]", ".b"]] == drawn(threads(mailbox(b=mail(17, MARTA, JOHN, "RE: shipment", text=text))))


def test_an_answer_without_ids_is_put_below_the_latest_mail_of_its_subject_by_whom_it_answers() -> None:
    view = mailbox(a=mail(1), b=mail(2), c=mail(3, "K. <k@lantern.example>"), d=mail(4, MARTA, JOHN, "RE: Delivery"))

    assert [["b", ".d"], ["c"], ["a"]] == drawn(threads(view))


def test_a_mail_sent_on_stands_below_the_one_that_it_holds_and_not_below_the_answer_of_its_recipient() -> None:
    text = f"See below.\n\n-----Original Message-----\nFrom: {JOHN}\nSent: Saturday\nTo: {MARTA}\nSubject: delivery\n\nThe crates left.\n"
    view = mailbox(
        a=mail(1),
        b=mail(2, MARTA, JOHN, in_reply_to="a@x"),
        c=mail(3, "Ruth <r@lantern.example>", "K. <k@lantern.example>", "FW: delivery", text=text),
    )

    assert [["a", ".b", ".c"]] == drawn(threads(view))


def test_the_same_subject_alone_makes_no_thread() -> None:
    assert 2 == threads(mailbox(a=mail(1), b=mail(2, MARTA, JOHN))).total


def test_messages_that_answer_each_other_in_a_circle_are_all_there_once() -> None:
    view = mailbox(a=mail(1, in_reply_to="b@x"), b=mail(2, in_reply_to="c@x"), c=mail(3, in_reply_to="a@x"), d=mail(4, in_reply_to="d@x"))

    assert ["a", "b", "c", "d"] == sorted(name.strip(".") for thread in drawn(threads(view)) for name in thread)


def test_a_message_in_several_files_stands_once_and_names_the_others() -> None:
    view = mailbox(a=mail(1), b=mail(1, message_id="a@x"), c=mail(2, in_reply_to="a@x"))

    (thread,) = threads(view).threads

    assert [(id_of("b"),), ()] == [entry.copies for entry in thread.entries]
    assert (2, 0) == (thread.messages, thread.ghosts)


def test_what_hangs_on_a_message_stands_with_it() -> None:
    view = mailbox(a=mail(1))
    attached = Sighting(id_of("z"), "a.eml/list.txt", "", parent=id_of("a"))
    view.seen = {id_of("z"): ((attached, None),)}

    assert (attached,) == threads(view).threads[0].entries[0].attachments


def test_a_draft_stands_beside_what_was_sent_and_its_differences_are_told() -> None:
    view = mailbox(
        a=mail(1, text="Send two hundred crates to Tartus on Thursday."),
        d=mail(1, text="Send three hundred crates to Tartus.", message_id="", x_unsent="1"),
    )

    (draft,) = [entry for thread in threads(view).threads for entry in thread.entries if entry.message and entry.message.is_draft]

    assert id_of("a") == draft.sent_as
    assert [("three", "two"), ("Tartus.", "Tartus on Thursday.")] == [(each.draft, each.sent) for each in draft.differences]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"containing": "marta delivery"}, ["a"]),
        ({"containing": "nobody"}, []),
        ({"only_ghosts": True}, ["[gone@x]", ".c"]),
        ({"only_drafts": True}, ["d"]),
    ],
)
def test_a_list_keeps_to_what_was_asked(asked: dict[str, object], expected: list[str]) -> None:
    view = mailbox(
        a=mail(1),
        c=mail(3, "K.", "L.", "grain", in_reply_to="gone@x"),
        d=mail(4, "K.", "L.", "lorries", x_unsent="1"),
    )

    assert expected == [name for thread in drawn(threads(view, **asked)) for name in thread]


def test_a_long_list_comes_in_pieces() -> None:
    view = mailbox(**{name: mail(day, subject=name) for day, name in enumerate("abcde", start=1)})
    case = OpenCase(Path("case"), "case", view, FakeIndex(), FakeBlobs(), FakeSealed())

    first, last = (correspondence(case, ThreadQuery(), after=after, limit=3) for after in (0, 3))

    assert ([["e"], ["d"], ["c"]], 3, [["b"], ["a"]], None) == (drawn(first), first.after, drawn(last), last.after)
    assert (5, 5) == (first.total, last.messages)

"""Made-up messages as a case keeps them."""

from __future__ import annotations

from dataclasses import replace

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.language.marks.quoted_mail import quoted
from kashf.ports.stages import MAIL
from kashf.services.case.messages import look_at
from tests.fakes import FakeCaseView
from tests.searchable import BARE


def id_of(name: str) -> DocumentId:
    """Return the id of a message: the first letter of its name over and over."""
    return DocumentId(name[0] * 64)


def mailbox(**texts: tuple[str, dict[str, str]]) -> FakeCaseView:
    """Return a case with messages: name -> (text of the page, metadata beside an id made of the name)."""
    view = FakeCaseView()
    for name, message in texts.items():
        put_message(view, name, *message)
    return view


def put_message(view: FakeCaseView, name: str, text: str, metadata: dict[str, str]) -> DocumentId:
    """Add a message to a case and return its id."""
    said = {"message-id": f"{name}@x"} | metadata
    record = replace(BARE, id=id_of(name), name=said.get("path", name), type="message/rfc822", metadata=said)
    view.known[record.id] = record
    view.texts[record.id] = (Page(1, text, marks=quoted(text)),)
    view.rows.setdefault(MAIL.name, {}).update(look_at(view, [record.id]))
    return record.id

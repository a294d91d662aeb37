"""Threads of messages, with what is cited in them and not in the case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Final

from pydantic import Field

from kashf.domain.entries.delivery import Scope
from kashf.services.mail.threads import Correspondence, ThreadQuery, correspondence
from kashf.show.answers import mail_answer
from kashf.show.forms.spreadsheets import Cell
from kashf.web.renderers import Spreadsheet
from kashf.web.screens.params import Filter, ScreenParams
from kashf.web.screens.screen import Context, Nav, Screen, Visit

#: Threads on one page, and in one piece of the JSON; the CSV has all.
PAGE_LENGTH: Final = 20
PIECE_LENGTH: Final = 1000
#: Steps to the right that a page has room for.
DEEPEST: Final = 8
_HEADER: Final = ("thread", "depth", "kind", "document", "id", "sent", "from", "to", "subject", "attachments")


class MailParams(ScreenParams):
    """Threads of messages.

    Args:
        containing: Words of a subject, sender or recipient.
        ghosts: Only threads of which a mail is not here.
        drafts: Only threads with a draft.
        collection: Which collection to tell of.
        after: Threads to pass over.
    """

    containing: Filter = ""
    ghosts: bool = False
    drafts: bool = False
    collection: Scope = Scope.LEAK
    after: Annotated[int, Field(ge=0, le=10_000_000)] = 0

    def query(self) -> ThreadQuery:
        """Return which threads are listed."""
        return ThreadQuery(self.containing, self.ghosts, self.drafts, self.collection)


def view(context: Context, params: MailParams) -> Correspondence:
    """Return a piece of the list."""
    return correspondence(context.case, params.query(), after=params.after, limit=PIECE_LENGTH if params.is_whole else PAGE_LENGTH)


def page(visit: Visit[MailParams, Correspondence]) -> Mapping[str, object]:
    """Return what the page shows."""
    return {"found": visit.answer, "deepest": DEEPEST}


def data(visit: Visit[MailParams, Correspondence]) -> object:
    """Return the piece, as `kashf mail --json` does."""
    return mail_answer(visit.answer)


def rows(visit: Visit[MailParams, Correspondence]) -> Spreadsheet:
    """Return all threads as rows, one for each message and each that is not here."""
    return Spreadsheet("mail", _HEADER, _rows(visit))


def _rows(visit: Visit[MailParams, Correspondence]) -> Iterator[Sequence[Cell]]:
    whole = correspondence(visit.case, visit.params.query(), limit=max(1, visit.answer.total))
    for number, thread in enumerate(whole.threads, start=1):
        for entry in thread.entries:
            if entry.message is None:
                said = entry.quotation
                about = (said.date, said.sender, "", said.subject) if said else ("", "", "", "")
                yield number, entry.depth, "not here", "", entry.id, *about, 0
            else:
                mail = entry.message
                kind = "draft" if mail.is_draft else "message"
                about = (mail.sent, mail.sender, mail.recipients, mail.subject)
                yield number, entry.depth, kind, mail.document, entry.id, *about, len(entry.attachments)


MAIL: Final = Screen("/mail", MailParams, view, "mail.html", page, data, rows, nav=Nav("mail", "m"))

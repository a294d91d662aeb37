"""What each message of a case says of itself: who wrote to whom, when, in answer to what, and what it quotes."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from hashlib import sha256
from typing import Final

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.language.marks.quoted_mail import quoted_heads
from kashf.language.marks.repeated_mail import anchors, own_text, quoted_ranges
from kashf.language.tables import mail_phrases
from kashf.language.words.tokens import folded_words
from kashf.ports.stages import MAIL, StageRow
from kashf.ports.views import CaseView, DocumentRecord, TextsView

#: What is a message.
MESSAGE_TYPES: Final = frozenset({"message/rfc822", "message/news", "application/vnd.ms-outlook"})
#: Characters of a value that are kept for lists; the document has all of it.
_LONGEST: Final = 1000
#: Quotations of one message of which the header is kept.
_MOST_HEADS: Final = 20
_PREFIX: Final = re.compile(rf"^\s*+(?:{mail_phrases.PREFIXES})\s*+(?:(?:\[\d+\]|\(\d+\))\s*+)?[:：]\s*", re.IGNORECASE)
#: Folders in which mail programs keep what was not sent yet.
_DRAFTS: Final = re.compile(rf"(?:^|/)(?:{mail_phrases.DRAFT_FOLDERS})(?:\.[a-z]+)?/")
_ADDRESS: Final = re.compile(r"[^\s<>\[\]()\"':;,]+@[^\s<>\[\]()\"':;,]+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What a message says of one that it quotes: sender, date and subject as written, or the one line that says it all."""

    sender: str
    date: str
    subject: str
    said: str


@dataclass(frozen=True, slots=True)
class Message:
    """One document that is a message.

    Args:
        document: Which.
        id: Its Message-ID without brackets, or "".
        sender: As its header says.
        recipients: All of them, as its header says.
        sent: ISO time, with its offset where one is said, or "".
        subject: As its header says.
        parents: Ids of what it answers, the first of the thread first.
        anchors: By which what quotes it is found.
        digest: Of its subject and all that its writer wrote; the same in every format.
        quotes: Stretches of quoted mail in it.
        is_draft: It says that it was never sent, lies in a folder of drafts, or has neither date nor id.
        quotations: What is said of the mail it quotes.
    """

    document: DocumentId
    id: str
    sender: str
    recipients: str
    sent: str
    subject: str
    parents: tuple[str, ...]
    anchors: tuple[str, ...]
    digest: str
    quotes: int
    is_draft: bool
    quotations: tuple[Quotation, ...]

    @property
    def moment(self) -> dt.datetime | None:
        """When it was sent, in UTC; a time without zone is taken for UTC, which is off by 14 hours at most."""
        try:
            sent = dt.datetime.fromisoformat(self.sent)
            return sent.replace(tzinfo=dt.UTC) if sent.tzinfo is None else sent.astimezone(dt.UTC)
        except (ValueError, OverflowError):
            return None

    @property
    def is_zone_in_doubt(self) -> bool:
        """Whether it says when it was sent, but not in which zone that is."""
        try:
            return dt.datetime.fromisoformat(self.sent).tzinfo is None
        except ValueError:
            return False

    @property
    def address(self) -> str:
        """The address of its sender in small letters, or the name where there is none."""
        found = _ADDRESS.search(self.sender)
        return (found[0] if found else self.sender).lower()

    @property
    def addressees(self) -> frozenset[str]:
        """The addresses of its recipients in small letters, or their names where there are none."""
        found = frozenset(each.lower() for each in _ADDRESS.findall(self.recipients))
        return found or frozenset(name for each in self.recipients.lower().split(";") if (name := each.strip()))

    @property
    def is_answer(self) -> bool:
        """Whether its subject says that it answers another, or sends it on."""
        return _PREFIX.match(self.subject) is not None

    @property
    def topic(self) -> str:
        """Its subject without "Re:" and the like, folded."""
        return topic(self.subject)


def look_at(view: TextsView, documents: Sequence[DocumentId]) -> Iterator[tuple[DocumentId, list[StageRow]]]:
    """Yield each document that is known with its row, if it is a message."""
    records = view.records(documents)
    pages = dict(view.bare_pages([record.id for record in records if record.type in MESSAGE_TYPES]))
    for record in records:
        yield record.id, [_row(record, pages.get(record.id, ()))] if record.type in MESSAGE_TYPES else []


def messages(view: CaseView) -> tuple[Message, ...]:
    """Return the messages of a case, by document."""
    return tuple(_message(document, row) for document, row in view.stage_rows(MAIL))


def topic(subject: str) -> str:
    """Return a subject without what mail programs put before it, folded.

    >>> topic("RE: Fwd: Convoy"), topic("رد: القافلة")
    ('convoy', 'القافله')
    """
    while (shorter := _PREFIX.sub("", subject)) != subject:
        subject = shorter
    return " ".join(folded_words(subject))


def _row(record: DocumentRecord, pages: Sequence[Page]) -> StageRow:
    said = record.metadata
    own = own_text(pages)
    recipients = "; ".join(filter(None, (said.get(name, "") for name in ("to", "cc", "bcc"))))
    parents = dict.fromkeys(f"{said.get('references', '')} {said.get('in-reply-to', '')}".split())
    words = " ".join(word for line in own.lines for word in line)
    digest = sha256(f"{topic(said.get('subject', ''))}\n{words}".encode()).hexdigest()[:16]
    has_way = said.get("message-id") or said.get("date") or said.get("received")
    is_unsent = said.get("x-unsent", "") == "1" or not has_way or _DRAFTS.search(record.name.lower()) is not None
    short = (said.get(name, "")[:_LONGEST] for name in ("message-id", "from"))
    return (
        *short,
        recipients[:_LONGEST],
        said.get("sent", ""),
        said.get("subject", "")[:_LONGEST],
        " ".join(parents),
        " ".join(anchors(own)),
        digest,
        sum(len(quoted_ranges(page)) for page in pages),
        int(is_unsent),
        json.dumps([astuple(each) for each in _quotations(pages)], ensure_ascii=False),
    )


def _quotations(pages: Iterable[Page]) -> list[Quotation]:
    heads = (head for page in pages for place in quoted_ranges(page) for head in quoted_heads(page.text, *place))
    said = (Quotation(*(each[:_LONGEST] for each in (head.sender, head.date, head.subject, head.said))) for head in heads)
    return list(dict.fromkeys(said))[:_MOST_HEADS]


def _message(document: DocumentId, row: StageRow) -> Message:
    id, sender, recipients, sent, subject, parents, kept, digest, quotes, is_unsent, quotations = row
    heads = tuple(Quotation(*each) for each in json.loads(quotations))
    places = tuple(parents.split()), tuple(kept.split())
    return Message(document, id, sender, recipients, sent, subject, *places, digest, quotes, bool(is_unsent), heads)

"""The correspondence of a case: threads, with what hangs on each message, what was drafted, and what is cited but not there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kashf.domain.document import Sighting
from kashf.domain.entries.delivery import Collection, Scope
from kashf.domain.ids import DocumentId
from kashf.language.words.tokens import folded_words
from kashf.ports.stages import MAIL
from kashf.services.case.collections import narrow
from kashf.services.case.copies.same_messages import same_messages
from kashf.services.case.messages import Message, Quotation, messages
from kashf.services.case.open import OpenCase
from kashf.services.mail.drafts import Difference, differences, sent_for
from kashf.services.mail.reply_links import Node, linked, walk


@dataclass(frozen=True, slots=True)
class ThreadQuery:
    """Which threads are listed.

    Args:
        containing: Words of a subject, a sender or a recipient; each must stand in one message, in any order. "" for all.
        only_ghosts: Only threads of which a mail is cited or quoted that is not in the case.
        only_drafts: Only threads with a draft.
        scope: Of which collection.
    """

    containing: str = ""
    only_ghosts: bool = False
    only_drafts: bool = False
    scope: Scope = Scope.LEAK


@dataclass(frozen=True, slots=True)
class InThread:
    """One line of a thread.

    Args:
        depth: How many messages it answers, one after the other.
        message: The message; None for a ghost.
        id: Message-ID, or "".
        copies: Other documents that hold the same message.
        attachments: What hangs on it, the first document's.
        quotation: Of a ghost: what the mail that quotes it says of it.
        cited_by: Of a ghost: the document that cites it.
        sent_as: Of a draft: the message that was sent in its place.
        differences: Between the two.
    """

    depth: int
    message: Message | None
    id: str = ""
    copies: tuple[DocumentId, ...] = ()
    attachments: tuple[Sighting, ...] = ()
    quotation: Quotation | None = None
    cited_by: DocumentId | None = None
    sent_as: DocumentId | None = None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Thread:
    """Messages that answer each other.

    Args:
        subject: Of the first that is there.
        first: When the first was sent, in UTC; None when nothing says it.
        last: The same of the last.
        entries: In order: answers behind what they answer, in order of time.
    """

    subject: str
    first: dt.datetime | None
    last: dt.datetime | None
    entries: tuple[InThread, ...]

    @property
    def messages(self) -> int:
        """How many are there, each counted once."""
        return sum(1 for entry in self.entries if entry.message)

    @property
    def ghosts(self) -> int:
        """How many are cited or quoted and not there."""
        return len(self.entries) - self.messages


@dataclass(frozen=True, slots=True)
class Correspondence:
    """A piece of the list of threads.

    Args:
        threads: Those with the latest message first.
        total: Threads that were asked for.
        messages: Messages in them, each counted once.
        ghosts: Mails that are cited or quoted in them and not there.
        waiting: Documents that were not looked at yet.
        after: Where the next piece begins; None at the end.
        elsewhere: Messages in the other collections, by collection, those without any left out.
        set_aside: Files that people took out of every answer.
    """

    threads: tuple[Thread, ...]
    total: int
    messages: int
    ghosts: int
    waiting: int
    after: int | None
    elsewhere: Mapping[Collection, int]
    set_aside: int


def correspondence(case: OpenCase, asked: ThreadQuery, *, after: int = 0, limit: int = 50) -> Correspondence:
    """Return threads of a case.

    Args:
        case: Which case.
        asked: Which threads.
        after: How many to pass over.
        limit: How many to return.
    """
    with case.view.snapshot():
        narrowed = narrow(case, asked.scope)
        known = messages(narrowed.case.view)
        drafts = sent_for(known)
        roots = [root for root in linked(same_messages(known)) if _is_asked(root, asked)]
        roots.sort(key=lambda root: (max(node.moment for _, node in walk(root)), root.id), reverse=True)
        shown = tuple(_thread(case, root, drafts) for root in roots[after : after + limit])
        elsewhere = narrowed.elsewhere(lambda other: len(messages(other.view)))
        totals, waiting = case.view.totals(), case.view.count_waiting(MAIL)
    nodes = [node for root in roots for _, node in walk(root)]
    there = sum(1 for node in nodes if node.copies)
    following = after + limit if after + limit < len(roots) else None
    return Correspondence(shown, len(roots), there, len(nodes) - there, waiting, following, elsewhere, totals.set_aside)


def _is_asked(root: Node, asked: ThreadQuery) -> bool:
    nodes = [node for _, node in walk(root)]
    if asked.only_ghosts and all(node.copies for node in nodes):
        return False
    if asked.only_drafts and not any(node.message and node.message.is_draft for node in nodes):
        return False
    wanted = set(folded_words(asked.containing))
    return not wanted or any(wanted <= set(folded_words(text)) for node in nodes for text in _said(node))


def _said(node: Node) -> Iterator[str]:
    for message in node.copies:
        yield f"{message.subject} {message.sender} {message.recipients}"
    if node.quotation:
        yield f"{node.quotation.subject} {node.quotation.sender} {node.quotation.said}"


def _thread(case: OpenCase, root: Node, drafts: Mapping[DocumentId, DocumentId]) -> Thread:
    nodes = list(walk(root))
    moments = [moment for _, node in nodes if node.message and (moment := node.message.moment)]
    subject = next((node.message.subject for _, node in nodes if node.message), "")
    entries = tuple(_entry(case, depth, node, drafts) for depth, node in nodes)
    return Thread(subject, min(moments, default=None), max(moments, default=None), entries)


def _entry(case: OpenCase, depth: int, node: Node, drafts: Mapping[DocumentId, DocumentId]) -> InThread:
    if node.message is None:
        return InThread(depth, None, node.id, quotation=node.quotation, cited_by=node.cited_by.document if node.cited_by else None)
    first, *others = (message.document for message in node.copies)
    sent = drafts.get(first)
    told: Sequence[Difference] = differences(case.shown.pages(first), case.shown.pages(sent)) if sent else ()
    return InThread(depth, node.message, node.id, tuple(others), case.view.members(first), sent_as=sent, differences=tuple(told))

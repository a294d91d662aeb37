"""One message in several files: saved alone, in a mailbox, by Outlook. It is one message, however often it was kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from kashf.domain.groups import Groups
from kashf.domain.ids import DocumentId
from kashf.ports.views import CaseView
from kashf.services.case.messages import Message, messages

#: Share of its anchors that two texts under one id must have in common to be one message: a mailing list puts lines below.
_LEAST_SHARE: Final = 0.5


def same_messages(known: Sequence[Message]) -> tuple[tuple[Message, ...], ...]:
    """Return the messages in groups that are one, each alone where it is the only one of its kind; in the order given.

    Two are one by the same id, where what was written is the same or nearly so: an id can be forged. Without an id on one side, by the same
    sender, time, subject and words.
    """
    groups = Groups[DocumentId]()
    by_id: dict[str, list[Message]] = defaultdict(list)
    by_words: dict[tuple[str, str, str], Message] = {}
    for message in sorted(known, key=lambda each: not each.id):
        moment = message.moment
        words = (message.address, moment.isoformat() if moment else "", message.digest)
        if message.id:
            by_id[message.id].append(message)
            by_words.setdefault(words, message)
        elif any(words[:2]):
            groups.join(by_words.setdefault(words, message).document, message.document)
    for some in by_id.values():
        for first, second in _like_pairs(some):
            groups.join(first, second)
    found: dict[DocumentId, list[Message]] = defaultdict(list)
    for message in known:
        found[groups.find(message.document)].append(message)
    return tuple(map(tuple, found.values()))


def same_message_groups(view: CaseView) -> Iterator[tuple[DocumentId, ...]]:
    """Yield the documents of each message that is kept in several files."""
    for some in same_messages(messages(view)):
        if len(some) > 1:
            yield tuple(message.document for message in some)


def _like_pairs(some: Sequence[Message]) -> Iterator[tuple[DocumentId, DocumentId]]:
    """Yield each of the messages under one id with an earlier one of like text; those that are like none stay apart."""
    by_digest: dict[str, DocumentId] = {}
    by_anchor: dict[str, DocumentId] = {}
    for message in some:
        shared = Counter(by_anchor[anchor] for anchor in message.anchors if anchor in by_anchor)
        like, count = shared.most_common(1)[0] if shared else (message.document, 0)
        if message.digest in by_digest:
            yield by_digest[message.digest], message.document
        elif count >= max(1, _LEAST_SHARE * len(message.anchors)):
            yield like, message.document
        for anchor in message.anchors:
            by_anchor.setdefault(anchor, message.document)
        by_digest.setdefault(message.digest, message.document)

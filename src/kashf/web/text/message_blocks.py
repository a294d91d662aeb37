"""The lines of a page as a list of messages, where it is a conversation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from kashf.services.case.conversations import SaidMessage
from kashf.web.text.page_text import TextLine


@dataclass(frozen=True, slots=True)
class MessageBlock:
    """Lines that belong together.

    Args:
        head: Those that say who wrote a message and when, where they are lines of their own.
        lines: The others.
        message: Which message it is; None for what stands between messages.
    """

    head: tuple[TextLine, ...]
    lines: tuple[TextLine, ...]
    message: SaidMessage | None = None


def message_blocks(lines: Sequence[TextLine], messages: Sequence[SaidMessage]) -> tuple[MessageBlock, ...]:
    """Return all lines, in order; one block without a message for a page that is no conversation.

    Args:
        lines: Of the page, or of a part of it.
        messages: On the page, in order.
    """
    return tuple(_blocks(lines, messages))


def _blocks(lines: Sequence[TextLine], messages: Sequence[SaidMessage]) -> Iterator[MessageBlock]:
    waiting = list(reversed(messages))

    def message_of(line: TextLine) -> SaidMessage | None:
        while waiting and waiting[-1].end <= line.start:
            waiting.pop()
        return waiting[-1] if waiting and waiting[-1].start <= line.start else None

    for message, found in groupby(lines, key=message_of):
        some = tuple(found)
        ends = [following.start for _, following in pairwise(some)] + [message.end if message else 0]
        head = sum(1 for end in ends if message and end <= message.body)
        yield MessageBlock(some[:head], some[head:], message)

"""Conversations as pages: the lines that say who wrote when, an empty line, what he wrote; each message is marked.

A page never begins with a message, and the head of one ends at its first empty line, so that no words of a message can be taken for a head.
"""

from __future__ import annotations

from collections.abc import Iterator

from kashf.domain.document import Mark, MarkKind, Page, Reason, Status, storable
from kashf.language.correspondence.chat_heads import IN_DOUBT
from kashf.ports.engines import Extract, Limits
from kashf.sandboxed.engines.chats.message import ChatExport, ChatMessage, Conversation, Note

#: Characters of a page beyond which the next message begins another: what a screen still shows as a list.
PAGE_CHARACTERS = 20_000
#: A message beyond this is marked so far; what follows stands below it.
LONGEST_MARKED = 40_000
#: Persons that are told as those to whom a message goes; groups beyond this are told by their name.
MOST_PEOPLE = 30


class _Pages:
    """Collects pages until the limit of text is reached."""

    def __init__(self, longest: int) -> None:
        self.pages: list[Page] = []
        self.left = longest
        self._parts: list[str] = []
        self._marks: list[Mark] = []
        self._length = 0

    def begin(self, heading: str) -> None:
        """Begin a page."""
        self.end()
        self._parts, self._marks, self._length = [storable(heading)], [], len(heading)

    def add(self, block: str) -> None:
        """Add a message, with an empty line before it."""
        start = self._length + 2
        self._marks.append(Mark(start, start + min(len(block), LONGEST_MARKED), MarkKind.MESSAGE))
        self._parts.append(storable(block))
        self._length = start + len(block)

    def end(self) -> None:
        """End the page that was begun, if one was."""
        if self._parts:
            self.pages.append(Page(len(self.pages) + 1, "\n\n".join(self._parts), marks=tuple(self._marks)))
            self.left -= self._length
        self._parts = []

    @property
    def is_long(self) -> bool:
        """Whether the next message belongs on another page."""
        return self._length > PAGE_CHARACTERS

    @property
    def is_full(self) -> bool:
        """Whether no more text may be kept."""
        return self._length > self.left


def as_extract(export: ChatExport, *, limits: Limits) -> Extract:
    """Return what a file of a messenger holds as pages, with what is said of all of it."""
    out = _Pages(limits.text_characters)
    tally = _Tally(export)
    for conversation in export.conversations:
        _add(conversation, out, tally)
    out.end()
    rest, left = "\n".join(export.rest), max(0, out.left)
    if rest[:left]:
        out.begin(rest[:left])
        out.end()
    metadata = tally.metadata()
    if tally.is_cut:
        return Extract(tuple(out.pages), metadata, Status.PARTIAL, Reason.TOO_LARGE, f"the first {tally.messages} messages")
    if len(rest) > left:
        return Extract(tuple(out.pages), metadata, Status.PARTIAL, Reason.TOO_LARGE, "its messages, and not all of what else is in it")
    if export.is_cut:
        return Extract(
            tuple(out.pages), metadata, Status.PARTIAL, Reason.DAMAGED, f"the file ends in the middle, after {tally.messages} messages"
        )
    return Extract(tuple(out.pages), metadata)


class _Tally:
    """What is said of an export as a whole."""

    def __init__(self, export: ChatExport) -> None:
        self.messages = self.zoneless = 0
        self.people: dict[str, None] = {}
        self.days: list[str] = []
        self.is_cut = False
        self._export = export

    def take(self, message: ChatMessage) -> None:
        """Count a message."""
        self.messages += 1
        if message.sender:
            self.people.setdefault(message.sender)
        if is_time(message.sent):
            self.zoneless += len(message.sent) == len("yyyy-mm-dd hh:mm:ss")
            day = message.sent[:10]
            self.days = [min(day, *self.days), max(day, *self.days)] if self.days else [day, day]

    def metadata(self) -> dict[str, str]:
        """Return it under the names that metadata has."""
        titles = [conversation.title for conversation in self._export.conversations if conversation.title]
        people = list(self.people) if len(self.people) <= MOST_PEOPLE else []
        found = {
            "chat": self._export.network,
            "messages": str(self.messages),
            "to": "; ".join(dict.fromkeys(one_line(name).replace(";", ",") for name in (*titles, *people))),
            "title": titles[0] if len(titles) == 1 else "",
            "first-message": self.days[0] if self.days else "",
            "last-message": self.days[1] if self.days else "",
            "zone": IN_DOUBT if self.zoneless else "",
            "mended": f"{self._export.mended} texts: UTF-8 written as if it were Latin-1" if self._export.mended else "",
        }
        return {key: value for key, value in found.items() if value}


def one_line(text: str) -> str:
    r"""Return a text as one line, so that it cannot be taken for several.

    >>> one_line("Salim\u2028From: another")
    'Salim From: another'
    """
    return " ".join(text.split())


def is_time(sent: str) -> bool:
    """Return whether a time is given as year, month, day and time of day."""
    return len(sent) >= 19 and sent[4:5] == sent[7:8] == "-" and sent[:4].isdecimal()


def _add(conversation: Conversation, out: _Pages, tally: _Tally) -> None:
    heading = f"Chat: {one_line(conversation.title) or '-'}"
    out.begin("\n".join((heading, *(_line(fact) for fact in conversation.facts))))
    for message in conversation.messages:
        if out.is_full:
            tally.is_cut = True
            return
        if out.is_long:
            out.begin(heading)
        out.add("\n".join(_lines(message)))
        tally.take(message)


def _lines(message: ChatMessage) -> Iterator[str]:
    for name, value in (("From", message.sender), ("Date", message.sent), *message.notes):
        if value:
            yield _line((name, value))
    if text := message.text.replace("\f", "\n").strip("\r\n"):
        yield ""
        yield text


def _line(note: Note) -> str:
    return f"{note[0]}: {one_line(note[1])}"

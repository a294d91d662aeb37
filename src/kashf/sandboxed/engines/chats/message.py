"""A message as a messenger exports it, and a conversation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

#: What is said about a message beside its text, such as ("Edited", "2014-11-09 10:05:00 UTC"); in the order in which it is shown.
Note = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """One message.

    Args:
        sender: As the export names him; "" for what the program itself says.
        sent: "yyyy-mm-dd hh:mm:ss", with " UTC" or the offset where the export says it; anything else as written; "" for nothing.
        text: What it says, verbatim.
        notes: Edits, forwards, answers, files, reactions, and whatever else the export says of it.
    """

    sender: str = ""
    sent: str = ""
    text: str = ""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Conversation:
    """Messages of one chat.

    Args:
        title: Name of the chat, or of the other person in it; "" when it has none.
        messages: In order of time.
        facts: What is said of the whole.
    """

    title: str
    messages: Iterable[ChatMessage]
    facts: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class ChatExport:
    """What a file of a messenger holds.

    Args:
        network: "Telegram", "WhatsApp" and so on.
        conversations: In the order of the file.
        rest: Lines that say what else is in the file.
        mended: Texts whose letters the export had spoilt.
        is_cut: Whether the file ends in the middle.
    """

    network: str
    conversations: tuple[Conversation, ...]
    rest: tuple[str, ...] = ()
    mended: int = 0
    is_cut: bool = False

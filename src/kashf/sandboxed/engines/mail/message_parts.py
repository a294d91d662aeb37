"""The parts of a message, each in exactly one place: a text of the message, a member of it, or the seal around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from io import BytesIO

from kashf.sandboxed.engines.mail.payloads import file_name
from kashf.sandboxed.engines.mail.seals import is_encrypted, is_signature, signed_content

MAIL = "message/rfc822"
#: A parsed message takes about this many times its bytes: the text, its lines, and the decoded part.
MEMORY_PER_BYTE = 4
_TEXTS = frozenset({"text/plain", "text/html"})
#: Reports about mail: what they say stands in header lines. Source: RFC 3464, RFC 8098, RFC 5965.
_REPORTS = frozenset({"message/delivery-status", "message/disposition-notification", "message/feedback-report"})
#: Apple Mail keeps a message behind a line with its length, and properties after it.
_EMLX_LENGTH = re.compile(rb"\s*(\d{1,10})\s*\n")

_NUMBERED = re.compile(rb"(?m)(\b[a-z-]{1,40})\*(?:\d{1,4}\*?)?=", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Section:
    """One text of a message.

    Args:
        versions: Its versions: plain ones, HTML ones; one, where there is no choice.
    """

    versions: tuple[Message, ...]


def parse(content: bytes) -> Message:
    """Return the message in the bytes of a file, also of Apple Mail's."""
    length = _EMLX_LENGTH.match(content)
    if length:
        content = _of_apple(content[length.end() :], int(length[1]))
    try:
        return BytesParser(policy=compat32).parse(BytesIO(content))
    except TypeError:  # parameters that are numbered and not numbered at once; without numbers they can be read
        return BytesParser(policy=compat32).parse(BytesIO(_NUMBERED.sub(rb"\1=", content)))


def _of_apple(content: bytes, length: int) -> bytes:
    """Return the message that Apple Mail keeps before its own values; where its length is none of it, all before these values."""
    if content[length:].lstrip().startswith(b"<?xml"):
        return content[:length]
    end = content.rfind(b"<?xml")
    return content[:end] if end >= 0 and b"<plist" in content[end : end + 400] else content


def sections(message: Message) -> Iterator[Section]:
    """Yield the texts that a mail program shows as the message, in order; versions of one text come together."""
    waiting: list[Message] = []
    choice: Message | None = None
    for part, of in _leaves(message):
        if not is_text(part):
            continue
        if waiting and (of is None or of is not choice):
            yield Section(tuple(waiting))
            waiting = []
        waiting.append(part)
        choice = of
    if waiting:
        yield Section(tuple(waiting))


def attached(message: Message) -> Iterator[Message]:
    """Yield the parts that are neither a text of the message nor its seal; a forwarded message is one."""
    for part, _ in _leaves(message):
        if not (is_text(part) or is_report(part) or is_encrypted(part) or is_signature(part)):
            yield part


def every_part(message: Message) -> Iterator[Message]:
    """Yield all parts without those of forwarded messages, the ones that hold others too."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        yield part
        if part is message or part.get_content_type() != MAIL:
            waiting.extend(reversed(_children(part)))


def is_text(part: Message) -> bool:
    """Return whether a mail program would show the part as the message; a container whose parts cannot be told apart is a text."""
    if is_report(part):
        return True
    if part.is_multipart():
        return False
    is_broken = part.get_content_maintype() == "multipart"
    shown = is_broken or part.get_content_type() in _TEXTS
    return shown and not file_name(part) and part.get_content_disposition() != "attachment"


def is_report(part: Message) -> bool:
    """Return whether a part tells what became of a mail."""
    return part.get_content_type() in _REPORTS


def report_lines(part: Message) -> str:
    """Return what a report says: the header lines of its blocks."""
    blocks = _children(part)
    said = ("\n".join(f"{name}: {value}" for name, value in block.items()) for block in blocks)
    return "\n\n".join(filter(None, said))


def _leaves(message: Message) -> Iterator[tuple[Message, Message | None]]:
    """Yield each part that holds no others that are read here, with the outermost choice of versions around it."""
    waiting: list[tuple[Message, Message | None]] = [(message, None)]
    while waiting:
        part, choice = waiting.pop()
        inner = _children(part)
        if (part is not message and part.get_content_type() == MAIL) or is_report(part) or not inner:
            yield part, choice
            continue
        if choice is None and part.get_content_type() == "multipart/alternative":
            choice = part
        waiting.extend((each, choice) for each in reversed(inner))


def _children(part: Message) -> list[Message]:
    """Return the parts that one holds: those of a container, or the message that a signature encloses."""
    if part.is_multipart():
        return [each for each in part.get_payload() if isinstance(each, Message)]
    enclosed = signed_content(part)
    return [parse(enclosed)] if enclosed is not None else []

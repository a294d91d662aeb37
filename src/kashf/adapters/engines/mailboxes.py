"""Mailboxes, and the attachments of mail."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Limits, Member, Source, Unpacker

_PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"


def unpackers() -> tuple[Unpacker, ...]:
    """Return the engines for mailboxes and attachments."""
    return (MailUnpacker(),)


class MailUnpacker:
    """Takes attachments, inline pictures and forwarded messages out of one MIME message."""

    name = "email"
    version = _PYTHON

    def unpacks(self, type: str) -> bool:
        """Return whether `type` is a MIME message."""
        return type == "message/rfc822"

    def members(self, source: Source, *, limits: Limits) -> Iterator[Member]:
        """Yield every part that is not the text of the message itself.

        Raises:
            EngineError: TOO_DEEP, when parts are nested beyond what can be parsed.
        """
        try:
            with source.open() as file:
                message = BytesParser(policy=compat32).parse(file)
            parts = list(_attached(message))
        except RecursionError:
            raise EngineError(Reason.TOO_DEEP, "parts within parts, too many to follow") from None
        for ordinal, part in enumerate(parts):
            yield Member(ordinal, _file_name(part), iter((_content(part),)))


def _attached(message: Message) -> Iterator[Message]:
    """Yield parts that a reader of the message would open: neither its text nor what only holds other parts."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part.get_content_type() == "message/rfc822" and part is not message:
            yield part
        elif part.is_multipart():
            waiting.extend(reversed([each for each in part.get_payload() if isinstance(each, Message)]))
        elif part is not message and not _is_text_of_the_message(part):
            yield part


def _is_text_of_the_message(part: Message) -> bool:
    """Return whether a mail program would show the part as the message."""
    shown = part.get_content_type() in {"text/plain", "text/html"}
    return shown and not part.get_filename() and part.get_content_disposition() != "attachment"


def _content(part: Message) -> bytes:
    """Return the bytes that were attached; a forwarded message is written out again with its header lines as they were."""
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        first = inner[0] if isinstance(inner, list) and inner else part
        return first.as_bytes(policy=compat32.clone(max_line_length=0)) if isinstance(first, Message) else b""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _file_name(part: Message) -> bytes:
    """Return the name a part claims, or one after its type."""
    claimed = part.get_filename()
    if claimed:
        return os.fsencode(claimed.encode("utf-8", "surrogateescape"))
    return (
        b"message.eml" if part.get_content_type() == "message/rfc822" else b"part." + part.get_content_subtype().encode("ascii", "replace")
    )

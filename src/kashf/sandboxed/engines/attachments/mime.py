"""Internet mail: the attachments of one message, and the messages of an mbox."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.policy import compat32
from typing import BinaryIO

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Limits, Member, Source
from kashf.sandboxed.engines.mail.encoded_files import files_in
from kashf.sandboxed.engines.mail.message_parts import MAIL, MEMORY_PER_BYTE, attached, parse, sections
from kashf.sandboxed.engines.mail.payloads import file_name, payload
from kashf.sandboxed.engines.mail.seals import CMS, enclosed, is_enveloped

_PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
#: Line that separates two messages. Source: RFC 4155, with the dates that real mailers write.
_SEPARATOR = re.compile(rb"From \S{1,250}[^\r\n]{0,80}\d\d:\d\d[^\r\n]{0,80}\r?\n?$|From \S{1,250} [^\r\n]{0,80}\d{4}\r?\n?$")
_NAMING_HEADERS = ("content-disposition", "content-type")
_LINE_BYTES = 1 << 16


class MailUnpacker:
    """Takes attachments, inline pictures and forwarded messages out of one MIME message."""

    name = "email"
    version = _PYTHON

    def unpacks(self, type: str) -> bool:
        """Return whether `type` is a MIME message."""
        return type == MAIL

    def members(self, source: Source, *, limits: Limits) -> Iterator[Member]:
        """Yield every part that is not the text of the message itself.

        Raises:
            EngineError: TOO_DEEP, when parts are nested beyond what can be parsed; TOO_LARGE, when they would not fit into memory.
        """
        if source.size_bytes * MEMORY_PER_BYTE > limits.memory_bytes:
            raise EngineError(Reason.TOO_LARGE, "the message is too large to be taken apart")
        try:
            for ordinal, (untrusted_name, content) in enumerate(_files(parse(source.read()))):
                yield Member(ordinal, untrusted_name, iter((content,)))
        except RecursionError:
            raise EngineError(Reason.TOO_DEEP, "parts within parts, too many to follow") from None


class SignedUnpacker:
    """Takes the message out of a file that S/MIME signed around it."""

    name = "cms"
    version = "1"

    def unpacks(self, type: str) -> bool:
        """Return whether `type` is a CMS message."""
        return type == CMS

    def members(self, source: Source, *, limits: Limits) -> Iterator[Member]:
        """Yield the message; none for an encrypted one, of which its reader tells, and for a signature beside a message.

        Raises:
            EngineError: TOO_LARGE.
        """
        if source.size_bytes * MEMORY_PER_BYTE > limits.memory_bytes:
            raise EngineError(Reason.TOO_LARGE, "the message is too large to be taken apart")
        content = source.read()
        message = None if is_enveloped(content) else enclosed(content)
        if message is not None:
            yield Member(0, b"message.eml", iter((message,)))


class MboxUnpacker:
    """Takes the messages out of an mbox, byte for byte."""

    name = "mbox"
    version = _PYTHON

    def unpacks(self, type: str) -> bool:
        """Return whether `type` is an mbox."""
        return type == "application/mbox"

    def members(self, source: Source, *, limits: Limits) -> Iterator[Member]:
        """Yield each message without its separator line; lines that a mailer quoted as ">From " stay as they are."""
        with source.open() as file:
            lines = _MboxLines(file)
            ordinal = 0
            while lines.next_message():
                yield Member(ordinal, b"%05d.eml" % (ordinal + 1), lines.chunks())
                ordinal += 1


class _MboxLines:
    """Reads an mbox once, from front to back."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._ended = False
        self._at_separator = False
        self._blank_before = True

    def next_message(self) -> bool:
        """Go to the next message, past what is left of this one; False at the end."""
        if not self._at_separator:
            for _ in self.chunks():
                pass
        found, self._at_separator = self._at_separator, False
        return found

    def chunks(self) -> Iterator[bytes]:
        """Yield the lines up to the next separator, or the end, without the empty line before it."""
        held = b""
        while not self._ended and not self._at_separator:
            line = self._file.readline(_LINE_BYTES)
            if not line:
                self._ended = True
            elif self._blank_before and _SEPARATOR.match(line):
                self._at_separator, held = True, b""
            else:
                if held:
                    yield held
                held, line = (line, b"") if line in {b"\n", b"\r\n"} else (b"", line)
                self._blank_before = bool(held)
                if line:
                    yield line


def _files(message: Message) -> Iterator[tuple[bytes, bytes]]:
    """Yield (name, bytes) of each part that a reader of the message would open, and of each file within its texts."""
    for part in attached(message):
        yield _file_name(part), _content(part)
    for section in sections(message):
        for part in section.versions:
            yield from files_in(_content(part)) if part.get_content_type() == "text/plain" else ()


def _content(part: Message) -> bytes:
    """Return the bytes that were attached; a forwarded message is written out again with its header lines as they were."""
    if part.get_content_type() == MAIL:
        inner = part.get_payload()
        first = inner[0] if isinstance(inner, list) and inner else None
        return first.as_bytes(policy=compat32.clone(max_line_length=0)) if isinstance(first, Message) else b""
    return payload(part)


def _file_name(part: Message) -> bytes:
    """Return the name that a part claims, decoded where it is an encoded word, or one after its type."""
    raw = {name.lower(): str(value) for name, value in part.raw_items() if name.lower() in _NAMING_HEADERS}
    if not all(value.isascii() for value in raw.values()):
        # Old mailers put bytes of a code page there; each byte goes through as one letter, and comes back as itself.
        bare = Message(policy=compat32)
        for name, value in raw.items():
            bare[name] = value.encode("ascii", "surrogateescape").decode("latin-1")
        return file_name(bare).encode("latin-1", "replace")
    claimed = file_name(part)
    if claimed:
        # A name that is no encoded word, or a broken one, is taken as it stands.
        with suppress(ValueError, LookupError, MessageError):
            claimed = str(make_header(decode_header(claimed)))
        # Bytes that were no text come back as they were; what only looks like such bytes becomes a question mark.
        with suppress(UnicodeEncodeError):
            return claimed.encode("utf-8", "surrogateescape")
        return claimed.encode("utf-8", "replace")
    if part.get_content_type() == MAIL:
        return b"message.eml"
    return b"part." + part.get_content_subtype().encode("ascii", "replace")

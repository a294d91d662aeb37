"""Mail: RFC 822 messages by the standard library, Outlook messages by python-oxmsg.

Only the text of the message itself is read here; whatever is attached is a member and is read as a file of its own.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterable, Iterator
from email import policy
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from importlib.metadata import version as _installed
from platform import python_version
from typing import Any

from kashf.domain.document import Page, Reason
from kashf.ports.engines import EngineError, Extract, Limits, Source

#: Header lines that stand above the text, in this order; what a mail program shows.
_SHOWN = ("From", "To", "Cc", "Bcc", "Date", "Subject")
#: Further ones that tell where a mail came from.
_TOLD = ("Sender", "Reply-To", "Message-ID", "In-Reply-To", "X-Mailer", "X-Originating-IP", "Received")
#: A plain version this much shorter than the HTML only says that there is another.
_PLAIN_SHARE = 0.2
#: MS-OXPROPS 2.1007, PidTagSenderName.
_SENDER_NAME = 0x0C1A
_FOLD = re.compile(r"[\r\n]+[ \t]*")

Decode = Callable[[bytes], tuple[str, str] | None]


class MailReader:
    """Reads one message.

    Args:
        decode: Returns text and encoding of some bytes, or None when they are not text.
        html_text: Returns the text of HTML.
    """

    name = "mail"
    version = f"1/{python_version()}"

    def __init__(self, decode: Decode, html_text: Callable[[str], str]) -> None:
        self._decode = decode
        self._html_text = html_text

    def reads(self, type: str) -> bool:
        """Return whether `type` is a message."""
        return type in {"message/rfc822", "message/news"}

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return one page: From, To, Cc, Date and Subject as lines, an empty line, the text.

        Raises:
            EngineError: No header and no text.
        """
        message = BytesParser(policy=policy.compat32).parsebytes(source.read())
        headers = {name: self._header(message, name) for name in (*_SHOWN, *_TOLD)}
        body = "\n\n".join(filter(None, (self._section(section) for section in _sections(message))))
        page = _page(headers, body)
        if page is None:
            raise EngineError(Reason.UNSUPPORTED, "no message")
        return Extract((page,), {name.lower(): value for name, value in headers.items() if value})

    def _header(self, message: Message, name: str) -> str:
        """Return the decoded lines of a header field, joined when there are several.

        They are taken raw: `Message.get_all` destroys letters that were sent without being encoded.
        """
        values = (str(value) for key, value in message.raw_items() if key.lower() == name.lower())
        return "; ".join(self._words(value) for value in values if value.strip())

    def _words(self, untrusted_value: str) -> str:
        unfolded = self._as_text(_FOLD.sub(" ", untrusted_value).strip().encode("ascii", "surrogateescape"))
        try:
            parts = decode_header(unfolded)
        except (ValueError, HeaderParseError):  # encoded words that are not base64
            return unfolded
        return "".join(self._word(part, charset) for part, charset in parts)

    def _word(self, part: str | bytes, charset: str | None) -> str:
        if isinstance(part, str):
            return part
        return part.decode("raw-unicode-escape") if charset is None else self._as_text(part, charset)

    def _section(self, alternatives: list[Message]) -> str:
        """Return the text of one section, of which there may be a plain and an HTML version."""
        plain = next((self._text(part) for part in alternatives if part.get_content_type() != "text/html"), "")
        html = next((self._html_text(self._text(part)) for part in alternatives if part.get_content_type() == "text/html"), "")
        return html if len(plain.strip()) < _PLAIN_SHARE * len(html) else plain.strip("\r\n")

    def _text(self, part: Message) -> str:
        payload = part.get_payload(decode=True)
        return self._as_text(payload, part.get_content_charset() or "") if isinstance(payload, bytes) else ""

    def _as_text(self, content: bytes, charset: str = "") -> str:
        """Return the text, in the encoding that is stated when it fits, else in the likeliest one."""
        if charset and charset not in {"us-ascii", "unknown-8bit", "iso-8859-1"}:
            try:
                return content.decode(charset)
            except (UnicodeDecodeError, LookupError):
                pass
        decoded = self._decode(content)
        return decoded[0] if decoded else content.decode("latin-1")


class OutlookReader:
    """Reads one message as Outlook saves it (.msg).

    Args:
        html_text: Returns the text of HTML.
    """

    name = "oxmsg"
    version = _installed("python-oxmsg")

    def __init__(self, html_text: Callable[[str], str]) -> None:
        self._html_text = html_text

    def reads(self, type: str) -> bool:
        """Return whether `type` is an Outlook message."""
        return type == "application/vnd.ms-outlook"

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return one page, as MailReader does.

        Raises:
            EngineError: Damaged, or no body in plain text or HTML; it may be in RTF, which is for others.
        """
        import oxmsg

        try:
            with source.open() as file:
                message = oxmsg.Message.load(file)
                headers = {name: _decoded(value).strip("\0 ") for name, value in _outlook_headers(message).items()}
                body = (message.body or "").strip("\0\r\n ") or (self._html_text(message.html_body) if message.html_body else "")
        except (OSError, ValueError, LookupError, AssertionError, struct.error) as error:
            raise EngineError(Reason.DAMAGED, "oxmsg cannot parse the message") from error
        page = _page(headers, body) if body else None
        if page is None:
            raise EngineError(Reason.UNSUPPORTED, "no body in plain text or HTML")
        return Extract((page,), {name.lower(): value for name, value in headers.items() if value})


def _outlook_headers(message: Any) -> dict[str, str]:
    told = message.message_headers
    recipients = "; ".join(_address(each.name, each.email_address) for each in message.recipients)
    return {
        "From": message.sender or message.properties.str_prop_value(_SENDER_NAME) or "",
        "To": recipients or told.get("To", ""),
        "Cc": told.get("Cc", ""),
        "Date": message.sent_date.isoformat(" ") if message.sent_date else told.get("Date", ""),
        "Subject": message.subject or "",
    }


def _page(headers: dict[str, str], body: str) -> Page | None:
    lines = [f"{name}: {headers[name]}" for name in _SHOWN if headers.get(name)]
    return Page(1, "\n".join(lines) + "\n\n" + body) if lines or body.strip() else None


def _decoded(header: str) -> str:
    """Return a header field with its encoded words decoded, when they are sound."""
    try:
        return str(make_header(decode_header(header)))
    except (ValueError, LookupError, HeaderParseError):
        return header


def _address(name: str, address: str) -> str:
    return f"{name} <{address}>" if name and address and name != address else name or address


def _sections(message: Message) -> Iterator[list[Message]]:
    """Yield the parts that a mail program shows as the message; versions of the same text come together."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part.get_content_type() == "message/rfc822" and part is not message:
            continue
        if part.get_content_type() == "multipart/alternative":
            yield from _filled(list(_shown(_below(part))))
        elif part.is_multipart():
            waiting.extend(reversed(list(_children(part))))
        else:
            yield from _filled(list(_shown([part])))


def _filled(parts: list[Message]) -> Iterator[list[Message]]:
    if parts:
        yield parts


def _children(part: Message) -> Iterator[Message]:
    payload = part.get_payload()
    return (each for each in payload if isinstance(each, Message)) if isinstance(payload, list) else iter(())


def _below(part: Message) -> Iterator[Message]:
    waiting = list(_children(part))[::-1]
    while waiting:
        each = waiting.pop()
        if each.get_content_type() != "message/rfc822":
            yield each
            waiting.extend(reversed(list(_children(each))))


def _shown(parts: Iterable[Message]) -> Iterator[Message]:
    """Yield texts that are neither named nor attached; the others are members."""
    for part in parts:
        is_text = part.get_content_type() in {"text/plain", "text/html"} and not part.is_multipart()
        if is_text and not part.get_filename() and part.get_content_disposition() != "attachment":
            yield part

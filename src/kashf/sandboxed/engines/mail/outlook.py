"""Reads messages as Outlook saves them, by python-oxmsg."""

from __future__ import annotations

import struct
from collections.abc import Callable
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from importlib.metadata import version as _installed
from typing import Any

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Extract, Limits, Source
from kashf.sandboxed.engines.mail.alternatives import as_one
from kashf.sandboxed.engines.mail.html_quotes import QuotedHtml, taken_out
from kashf.sandboxed.engines.mail.mail_headers import OF_ANOTHER, TOLD, as_values
from kashf.sandboxed.engines.mail.message_page import message_page
from kashf.sandboxed.engines.office.rich_text.compressed_rtf import rtf_text, unpacked_rtf

#: Numbers of properties. Source: MS-OXPROPS.
_SENDER_NAME, _MESSAGE_ID, _IN_REPLY_TO, _REFERENCES, _FLAGS, _RECIPIENT_TYPE = 0x0C1A, 0x1035, 0x1042, 0x1039, 0x0E07, 0x0C15
_RICH_TEXT = 0x1009
_DISPLAYED = {"To": 0x0E04, "Cc": 0x0E03, "Bcc": 0x0E02}
#: Of a recipient. Source: MS-OXOMSG, 2.2.3.1.
_KINDS = {1: "To", 2: "Cc", 3: "Bcc"}
#: Bit of the flags of a message that was not sent. Source: MS-OXCMSG, 2.2.1.6.
_UNSENT = 0x8


class OutlookReader:
    """Reads one message as Outlook saves it (.msg).

    Args:
        html_text: Returns the text of HTML.
    """

    name = "oxmsg"
    version = f"3/{_installed('python-oxmsg')}"

    def __init__(self, html_text: Callable[[str], str]) -> None:
        self._html_text = QuotedHtml(html_text).text

    def reads(self, type: str) -> bool:
        """Return whether `type` is an Outlook message."""
        return type == "application/vnd.ms-outlook"

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return one page, as MailReader does.

        Raises:
            EngineError: Damaged, or no body in plain text, HTML or rich text.
        """
        import oxmsg

        try:
            with source.open() as file:
                message = oxmsg.Message.load(file)
                headers = {name: _decoded(value).strip("\0 ") for name, value in _headers(message).items()}
                html = self._html_text(message.html_body) if message.html_body else ""
                text, quotes, hidden = taken_out(as_one((message.body or "").strip("\0\r\n "), html))
                packed = message.properties.binary_prop_value(_RICH_TEXT) if not text.strip() else None
                if packed:
                    text, hidden = rtf_text(unpacked_rtf(packed))
        except (OSError, ValueError, LookupError, AssertionError, struct.error) as error:
            raise EngineError(Reason.DAMAGED, "oxmsg cannot parse the message") from error
        page = message_page(headers, text, quotes, hidden) if text.strip() else None
        if page is None:
            raise EngineError(Reason.UNSUPPORTED, "no body in plain text, HTML or rich text")
        return Extract((page,), as_values(headers))


def _headers(message: Any) -> dict[str, str]:
    """Return the header lines that the message came with, those of the shown ones that Outlook keeps as properties in their place."""
    told = {name.lower(): value for name, value in message.message_headers.items()}
    properties = message.properties
    return {
        "From": message.sender or properties.str_prop_value(_SENDER_NAME) or "",
        **{name: _recipients(message, name) or told.get(name.lower(), "") for name in _DISPLAYED},
        **{name: told.get(name.lower(), "") for name in OF_ANOTHER},
        "Date": told.get("date", "") or (message.sent_date.isoformat() if message.sent_date else ""),
        "Subject": _subject(message.subject or ""),
        **{name: told.get(name.lower(), "") for name in TOLD},
        "Message-ID": told.get("message-id", "") or properties.str_prop_value(_MESSAGE_ID) or "",
        "In-Reply-To": told.get("in-reply-to", "") or properties.str_prop_value(_IN_REPLY_TO) or "",
        "References": told.get("references", "") or properties.str_prop_value(_REFERENCES) or "",
        "X-Unsent": "1" if (properties.int_prop_value(_FLAGS) or 0) & _UNSENT else told.get("x-unsent", ""),
    }


def _recipients(message: Any, kind: str) -> str:
    """Return the recipients of a kind; as Outlook displays them where they are not kept one by one."""
    found = [each for each in message.recipients if _KINDS.get(each.properties.int_prop_value(_RECIPIENT_TYPE) or 1, "To") == kind]
    return "; ".join(_address(each.name, each.email_address) for each in found) or message.properties.str_prop_value(_DISPLAYED[kind]) or ""


def _subject(subject: str) -> str:
    """Return a subject without the two characters by which Outlook marks where "RE: " ends."""
    return subject[2:] if subject.startswith("\x01") else subject


def _decoded(header: str) -> str:
    """Return a header field with its encoded words decoded, when they are sound."""
    try:
        return str(make_header(decode_header(header)))
    except (ValueError, LookupError, HeaderParseError):
        return header


def _address(name: str, address: str) -> str:
    return f"{name} <{address}>" if name and address and name != address else name or address

"""Header lines of a mail: decoded as far as they can be, and what they say as values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime

from kashf.sandboxed.engines.mail.decoding import Decoder

#: Header lines that stand above the text, in this order; what a mail program shows.
SHOWN = ("From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Date", "Subject")
#: Shown only where they name another address than From.
OF_ANOTHER = ("Sender", "Reply-To")
#: Further ones: who a mail came from, what it belongs to, on which way it came.
TOLD = (
    *("Message-ID", "In-Reply-To", "References", "Received", "Return-Path", "Delivered-To", "List-Id"),
    *("X-Mailer", "User-Agent", "X-Originating-IP", "X-Unsent", "Thread-Topic", "Auto-Submitted", "Disposition-Notification-To"),
)
#: What `zone` says when a mail does not say in which zone its time of day is.
IN_DOUBT = "in doubt"
_FOLD = re.compile(r"[\r\n]+[ \t]*")
_ID = re.compile(r"<\s*([^<>\s]{1,500})\s*>")
#: Ids of one mail that are kept; long threads name all before.
_MOST_IDS = 100


def header_lines(message: Message, decoder: Decoder) -> dict[str, str]:
    """Return the header lines that are shown or told, decoded; several of one name are joined by "; "."""
    return {name: _line(message, name, decoder) for name in (*SHOWN, *TOLD)}


def as_values(headers: Mapping[str, str]) -> dict[str, str]:
    """Return header lines as metadata, with ids without brackets, and when the mail was sent.

    `sent` is an ISO time with its offset from UTC; without one, and `zone` then "in doubt", where none was said: "-0000" says that
    nobody knows it (RFC 5322, 3.3). `received` is the time at which the last server on the way had it.
    """
    values = {name.lower(): value for name, value in headers.items() if value}
    for name in ("message-id", "in-reply-to", "references"):
        if name in values:
            values[name] = " ".join(_ids(values[name])) or values[name]
    values |= sent(values.get("date", ""))
    last_hop = values.get("received", "").split("; ")
    if came := next((moment for each in last_hop if (moment := _moment(each)) is not None), None):
        values["received-at"] = came.isoformat()
    return values


def sent(date: str) -> dict[str, str]:
    """Return `sent` and, where it is in doubt, `zone`; nothing for what is no date.

    >>> sent("Thu, 25 Sep 2014 08:30:00 +0300"), sent("25 Sep 2014 08:30:00 -0000"), sent("soon")
    ({'sent': '2014-09-25T08:30:00+03:00'}, {'sent': '2014-09-25T08:30:00', 'zone': 'in doubt'}, {})
    """
    moment = _moment(date)
    if moment is None:
        return {}
    return {"sent": moment.isoformat()} | ({} if moment.tzinfo else {"zone": IN_DOUBT})


def _moment(date: str) -> dt.datetime | None:
    try:
        return parsedate_to_datetime(date)
    except (ValueError, OverflowError, IndexError, TypeError):
        pass
    try:
        return dt.datetime.fromisoformat(date.strip())
    except ValueError:
        return None


def _ids(value: str) -> list[str]:
    found = _ID.findall(value) or [each for each in value.split() if "@" in each]
    return list(dict.fromkeys(found))[-_MOST_IDS:]


def _line(message: Message, name: str, decoder: Decoder) -> str:
    """Return the decoded lines of a header field, joined when there are several.

    They are taken raw: `Message.get_all` destroys letters that were sent without being encoded.
    """
    values = (str(value) for key, value in message.raw_items() if key.lower() == name.lower())
    return "; ".join(_words(value, decoder) for value in values if value.strip())


def _words(untrusted_value: str, decoder: Decoder) -> str:
    unfolded = decoder.text(_FOLD.sub(" ", untrusted_value).strip().encode("ascii", "surrogateescape"))
    try:
        parts = decode_header(unfolded)
    except (ValueError, HeaderParseError):  # encoded words that are not base64
        return unfolded
    return "".join(_word(part, charset, decoder) for part, charset in parts)


def _word(part: str | bytes, charset: str | None, decoder: Decoder) -> str:
    if isinstance(part, str):
        return part
    return part.decode("raw-unicode-escape") if charset is None else decoder.text(part, charset)

"""Outlook keeps messages as properties, not as mail. They are written out as mail here, the same bytes on every run.

Source: MS-OXPROPS (numbers of properties), MS-OXCDATA (their types).
"""

from __future__ import annotations

import base64
import codecs
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from email.header import Header
from email.utils import format_datetime
from itertools import chain

#: Property types: text in the message's code page, text in UTF-16, time, bytes.
STRING8, UNICODE, TIME, BINARY = 0x001E, 0x001F, 0x0040, 0x0102
MESSAGE_CLASS, SUBJECT, SUBMIT_TIME, TRANSPORT_HEADERS = 0x001A, 0x0037, 0x0039, 0x007D
SENDER_NAME, SENDER_ADDRESS, SENDER_SMTP = 0x0C1A, 0x0C1F, 0x5D01
DISPLAY_BCC, DISPLAY_CC, DISPLAY_TO, DELIVERY_TIME = 0x0E02, 0x0E03, 0x0E04, 0x0E06
BODY, HTML, MESSAGE_ID, REFERENCES, IN_REPLY_TO = 0x1000, 0x1013, 0x1035, 0x1039, 0x1042
MESSAGE_FLAGS = 0x0E07
LONG_FILE_NAME, FILE_NAME, DISPLAY_NAME = 0x3707, 0x3704, 0x3001
_CODE_PAGES = (0x3FDE, 0x3FFD)

#: Bit of the flags of a message that was not sent. Source: MS-OXCMSG, 2.2.1.6.
_UNSENT = 0x8
#: Between "=_" and a base64 body there can be no confusion, so that one mark serves every message.
_BOUNDARY = "=_part"
_EPOCH = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)
_ABOUT_MIME = re.compile(r"^(?:content-[a-z-]+|mime-version):.*(?:\r?\n[ \t].*)*(?:\r?\n|$)", re.IGNORECASE | re.MULTILINE)
#: Items of other classes say what they know in properties: the numbers of a contact, the place of an appointment.
_MAIL_CLASSES = ("IPM.NOTE", "REPORT.", "IPM.SCHEDULE.", "IPM.DOCUMENT.")
_BASE64_LINE_BYTES = 57
#: Code pages that Python does not know as "cp" and the number.
_CODE_PAGE_NAMES = {
    65001: "utf-8",
    20127: "ascii",
    28591: "latin-1",
    28596: "iso8859-6",
    28597: "iso8859-7",
    20866: "koi8-r",
    21866: "koi8-u",
}


@dataclass(frozen=True, slots=True)
class Attachment:
    """Something that hangs on an item.

    Args:
        untrusted_name: As the item calls it; empty when it does not.
        chunks: Its bytes; None when it is an item itself, or cannot be had.
        item: The message that was attached, where it is one.
    """

    untrusted_name: str
    chunks: Iterable[bytes] | None = None
    item: Item | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A message, contact, appointment or note.

    Args:
        properties: Number -> (type, untrusted bytes).
        attachments: In order; asked for once.
        rtf: The text with its layout, where the item has no other; empty otherwise.
    """

    properties: Mapping[int, tuple[int, bytes]]
    attachments: Iterable[Attachment] = ()
    rtf: bytes = b""

    def text(self, number: int) -> str:
        """Return a property as text; empty when there is none."""
        type, value = self.properties.get(number, (UNICODE, b""))
        if type == UNICODE:
            return value.decode("utf-16-le", "replace").rstrip("\0")
        return value.decode(self.encoding(), "replace").rstrip("\0") if type == STRING8 else ""

    def encoding(self) -> str:
        """Return the name of the code page of the item's 8-bit text; Windows-1252 where it states none that is known."""
        for number in _CODE_PAGES:
            page = int.from_bytes(self.properties.get(number, (0, b""))[1][:4], "little")
            name = _CODE_PAGE_NAMES.get(page, f"cp{page}")
            try:
                codecs.lookup(name)
            except LookupError:
                continue
            return name
        return "cp1252"

    def number(self, number: int) -> int:
        """Return a property as a whole number; 0 when there is none."""
        return int.from_bytes(self.properties.get(number, (0, b""))[1][:4], "little")

    def time(self, number: int) -> dt.datetime | None:
        """Return a property as time in UTC; None when there is none."""
        type, value = self.properties.get(number, (0, b""))
        if type != TIME or len(value) < 8:
            return None
        try:
            return _EPOCH + dt.timedelta(microseconds=int.from_bytes(value[:8], "little") // 10)
        except OverflowError:
            return None


def as_mail(item: Item) -> Iterator[bytes]:
    """Yield an item as a MIME message: its own transport header or one made from its properties, its texts, its attachments."""
    yield _header(item)
    yield f'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="{_BOUNDARY}"\r\n\r\n'.encode()
    for type, text in _texts(item):
        yield from _part(f"Content-Type: {type}\r\n", [text])
    for attachment in item.attachments:
        name = attachment.untrusted_name or ("message.eml" if attachment.item else "attachment")
        content = as_mail(attachment.item) if attachment.item else attachment.chunks
        disposition = f'Content-Disposition: attachment; filename="{_encoded(name)}"\r\n'
        if content is not None:
            yield from _part(f"Content-Type: application/octet-stream\r\n{disposition}", content)
    yield f"--{_BOUNDARY}--\r\n".encode()


def _texts(item: Item) -> Iterator[tuple[str, bytes]]:
    """Yield (content type, bytes) of what the item itself says."""
    plain = item.text(BODY)
    if not item.text(MESSAGE_CLASS).upper().startswith(_MAIL_CLASSES):
        plain = "\r\n".join(chain(_told_by_properties(item), [plain]))
    if plain:
        yield "text/plain; charset=utf-8", plain.encode("utf-8", "replace")
    type, html = item.properties.get(HTML, (BINARY, b""))
    if type == BINARY and html:
        yield f"text/html; charset={item.encoding()}", html
    elif item.text(HTML):
        yield "text/html; charset=utf-8", item.text(HTML).encode("utf-8", "replace")
    elif item.rtf and not plain:
        yield 'application/rtf; name="text.rtf"', item.rtf


def _told_by_properties(item: Item) -> Iterator[str]:
    """Yield each different text among the properties of a contact, a task or an appointment, in the order of their numbers."""
    seen = {"", item.text(BODY), item.text(HTML), item.text(TRANSPORT_HEADERS), item.text(MESSAGE_CLASS)}
    for number in sorted(item.properties):
        text = item.text(number)
        if text not in seen and text.isprintable():
            seen.add(text)
            yield text


def _header(item: Item) -> bytes:
    """Return the header lines without those that speak of MIME."""
    received = item.text(TRANSPORT_HEADERS)
    if received.strip():
        return _ABOUT_MIME.sub("", received).strip().encode("utf-8", "replace") + b"\r\n"
    sent = item.time(SUBMIT_TIME) or item.time(DELIVERY_TIME)
    address = next((each for each in (item.text(SENDER_SMTP), item.text(SENDER_ADDRESS)) if "@" in each), "")
    lines = {
        "From": f"{_encoded(item.text(SENDER_NAME))} <{_flat(address)}>" if address else _encoded(item.text(SENDER_NAME)),
        "To": _encoded(item.text(DISPLAY_TO)),
        "Cc": _encoded(item.text(DISPLAY_CC)),
        "Bcc": _encoded(item.text(DISPLAY_BCC)),
        "Subject": _encoded(_without_prefix_lengths(item.text(SUBJECT))),
        "Date": format_datetime(sent) if sent else "",
        "Message-ID": _flat(item.text(MESSAGE_ID)),
        "In-Reply-To": _flat(item.text(IN_REPLY_TO)),
        "References": _flat(item.text(REFERENCES)),
        "X-Unsent": "1" if item.number(MESSAGE_FLAGS) & _UNSENT else "",
    }
    return "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value.strip()).encode("utf-8", "replace")


def _without_prefix_lengths(subject: str) -> str:
    """Return a subject without the two characters by which Outlook marks where "RE: " ends."""
    return subject[2:] if subject.startswith("\x01") else subject


def _flat(value: str) -> str:
    """Return a value without line ends, so that it cannot begin a header line of its own."""
    return " ".join(value.split())


def _encoded(value: str) -> str:
    """Return a value as it may stand in a header line."""
    flat = _flat(value).replace('"', "'")
    return flat if flat.isascii() else Header(flat.encode("utf-8", "replace").decode(), "utf-8", maxlinelen=10_000).encode()


def _part(header: str, content: Iterable[bytes]) -> Iterator[bytes]:
    """Yield one part in base64."""
    yield f"--{_BOUNDARY}\r\n{header}Content-Transfer-Encoding: base64\r\n\r\n".encode("ascii", "replace")
    rest = b""
    for chunk in content:
        whole = rest + chunk
        cut = len(whole) - len(whole) % _BASE64_LINE_BYTES
        rest = whole[cut:]
        yield base64.encodebytes(whole[:cut])
    yield base64.encodebytes(rest) + b"\r\n"

"""Backups of text messages and calls in XML, as SMS Backup & Restore and the older Signal write them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from kashf.sandboxed.engines.chats.message import ChatExport, ChatMessage, Conversation, Note
from kashf.sandboxed.engines.chats.moments import since_1970

#: Whoever held the telephone is not named in these files.
HOLDER = "me"
#: Outermost elements of a backup.
ROOTS = frozenset({"smses", "calls"})
_RECEIVED, _FIRST_OF_SENT = "1", 2
_KINDS = MappingProxyType({"3": "draft", "4": "outbox", "5": "failed", "6": "queued"})
_CALLS = MappingProxyType(
    {"1": "incoming call", "2": "outgoing call", "3": "missed call", "4": "voicemail", "5": "rejected call", "6": "refused call"}
)
#: Numbers of the parts that an address plays. Source: OMA-TS-MMS-ENC, PduHeaders.
_PARTS = MappingProxyType({"151": "To", "130": "Cc", "129": "Bcc"})
_SENDER_OF_MULTIMEDIA = "137"
_NOTHING = frozenset({"", "null", "(Unknown)"})
_KNOWN = frozenset(
    {
        *(
            "protocol",
            "address",
            "date",
            "type",
            "body",
            "toa",
            "sc_toa",
            "read",
            "status",
            "locked",
            "date_sent",
            "sub_id",
            "contact_name",
        ),
        *(
            "readable_date",
            "service_center",
            "number",
            "duration",
            "presentation",
            "subscription_id",
            "post_dial_digits",
            "msg_box",
            "m_id",
        ),
    }
)
#: Values that people wrote; the others of a multimedia message are of its transport.
_WRITTEN = ("subject", "sub")


class TextMessages:
    """Takes the elements of a file, and knows at its end whether messages or calls were among them."""

    def __init__(self) -> None:
        self._chats: dict[str, list[ChatMessage]] = {}
        self._multimedia: Mapping[str, str] | None = None
        self._parts: list[Note] = []
        self._text: list[str] = []
        self._sender = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        values = {name: value for name, value in attributes.items() if value not in _NOTHING}
        match tag:
            case "sms":
                self._keep(values, _sms(values))
            case "call":
                self._keep(values, _call(values))
            case "mms":
                self._multimedia, self._parts, self._text, self._sender = values, [], [], ""
            case "part":
                self._take_part(values)
            case "addr":
                self._take_address(values)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if tag == "mms" and self._multimedia is not None:
            values, is_sent = self._multimedia, self._multimedia.get("msg_box") != _RECEIVED
            sender = HOLDER if is_sent else called(values) or self._sender
            notes = (*_written(values), *self._parts)
            self._keep(values, ChatMessage(sender, since_1970(values.get("date")), "\n".join(self._text), notes))
            self._multimedia = None

    def data(self, text: str) -> None:
        """Take text, which stands between elements only."""

    def comment(self, text: str) -> None:
        """Take a comment."""

    def close(self) -> None:
        """End."""

    def export(self) -> ChatExport | None:
        """Return what the backup holds; None when that is nothing."""
        if not self._chats:
            return None
        found = tuple(Conversation(chat, sorted(some, key=lambda each: each.sent)) for chat, some in self._chats.items())
        return ChatExport("text messages", found)

    def _keep(self, values: Mapping[str, str], message: ChatMessage) -> None:
        self._chats.setdefault(called(values), []).append(message)

    def _take_part(self, values: Mapping[str, str]) -> None:
        name = next((values[each] for each in ("cl", "name", "fn") if each in values), "")
        kind = values.get("ct", "")
        if kind.startswith("text/"):
            self._text.append(values.get("text", ""))
        elif kind != "application/smil":
            self._parts.append(("File", name or f"({kind})"))

    def _take_address(self, values: Mapping[str, str]) -> None:
        if values.get("type") == _SENDER_OF_MULTIMEDIA:
            self._sender = values.get("address", "")
        elif values.get("type") in _PARTS:
            self._parts.append((_PARTS[values["type"]], values.get("address", "")))


def called(values: Mapping[str, str]) -> str:
    """Return the other side of a message or call: name and number, as far as they are there."""
    name, number = values.get("contact_name", ""), values.get("address") or values.get("number", "")
    return f"{name} ({number})" if name and number and name != number else name or number


def _sms(values: Mapping[str, str]) -> ChatMessage:
    kind = values.get("type", _RECEIVED)
    is_sent = kind.isdecimal() and int(kind) >= _FIRST_OF_SENT
    other = called(values)
    sides: Iterator[Note] = iter([("To", other)] if is_sent else [])
    notes = (*sides, ("Kind", _KINDS.get(kind, "")), *_written(values), *_others(values))
    return ChatMessage(HOLDER if is_sent else other, since_1970(values.get("date")), values.get("body", ""), notes)


def _call(values: Mapping[str, str]) -> ChatMessage:
    kind = values.get("type", "")
    sender, notes = (HOLDER, [("To", called(values))]) if kind == "2" else (called(values), [])
    text = f"{_CALLS.get(kind, f'call of kind {kind}')}, {values.get('duration', '?')} seconds"
    return ChatMessage(sender, since_1970(values.get("date")), text, (*notes, *_others(values)))


def _written(values: Mapping[str, str]) -> Iterator[Note]:
    yield from (("Subject", values[name]) for name in _WRITTEN if name in values)


def _others(values: Mapping[str, str]) -> Iterator[Note]:
    yield from ((name, value) for name, value in values.items() if name not in _KNOWN and name not in _WRITTEN)

"""Conversations in the databases of messengers: WhatsApp on Android and iPhone, text messages of both.

A scheme is known by the columns of its table, not by the name of the file. Columns that say something in words and are not known here
stand above the message, so that no text is lost; numbers of the program itself are left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from kashf.sandboxed.engines.chats.json_values import mapping, mappings, text_of
from kashf.sandboxed.engines.chats.message import ChatExport, ChatMessage, Conversation, Note
from kashf.sandboxed.engines.chats.moments import since_1970
from kashf.sandboxed.engines.chats.phones.text_messages import HOLDER

Row = Mapping[str, Any]
Rows = Callable[[str], Iterable[Row]]
"""Returns the rows of a table that is there, by column."""

#: The column of an iPhone's messages whose bytes hold their text.
ARCHIVED_BODY: Final = "attributedBody"
#: Seconds from 1970 to 2001, from which Apple counts.
_APPLE: Final = 978_307_200
#: Counts beyond this are of billionths of a second.
_IN_BILLIONTHS: Final = 10**12
#: Bits in which Signal on Android keeps whether a message came or went, and those of what went. Source: its MessageTypes.
_SIGNAL_TYPES: Final = 0x1F
_SENT_BY_SIGNAL: Final = frozenset({21, 22, 23, 24, 25, 26})


@dataclass(frozen=True, slots=True)
class _Scheme:
    """Where a program keeps its messages.

    Args:
        network: What it is called.
        table: The table of messages.
        needed: Columns by which it is known.
        message: Returns chat and message of a row.
        known: Columns that `message` tells, or that say nothing.
    """

    network: str
    table: str
    needed: frozenset[str]
    message: Callable[[Row, Mapping[str, Mapping[Any, Row]]], tuple[str, ChatMessage]]
    known: frozenset[str]
    beside: tuple[tuple[str, str], ...] = ()


def conversations(tables: Mapping[str, frozenset[str]], rows: Rows) -> tuple[ChatExport, str] | None:
    """Return the conversations of a database and the table that they are from; None for one that is no messenger's.

    Args:
        tables: The columns of each table.
        rows: Reads one.
    """
    for scheme in _SCHEMES:
        if scheme.needed <= tables.get(scheme.table, frozenset()):
            beside = {name: {row.get(key): row for row in rows(name)} for name, key in scheme.beside if key in tables.get(name, ())}
            return ChatExport(scheme.network, tuple(_chats(scheme, rows, beside))), scheme.table
    return None


def _chats(scheme: _Scheme, rows: Rows, beside: Mapping[str, Mapping[Any, Row]]) -> Iterator[Conversation]:
    found: dict[str, list[ChatMessage]] = {}
    for row in rows(scheme.table):
        chat, message = scheme.message(row, beside)
        said = tuple((name, value) for name, value in row.items() if name not in scheme.known and isinstance(value, str) and value.strip())
        whole = ChatMessage(message.sender, message.sent, message.text, (*message.notes, *said))
        if whole.text or whole.notes or whole.sent:
            found.setdefault(chat, []).append(whole)
    for chat, messages in found.items():
        yield Conversation(chat, sorted(messages, key=lambda each: each.sent))


def _text(value: object) -> str:
    return value if isinstance(value, str) else "" if value is None or isinstance(value, bytes) else str(value)


def _apple_time(value: object) -> str:
    if not isinstance(value, int | float) or not value:
        return _text(value)
    seconds = value / 1e9 if abs(value) > _IN_BILLIONTHS else value
    return since_1970(int(seconds) + _APPLE, a_second=1) if abs(seconds) < _IN_BILLIONTHS else str(value)


def _sides(*, is_sent: bool, other: str, chat: str) -> tuple[str, list[Note]]:
    """Return the sender of a message, and to whom it went when whoever held the telephone sent it."""
    return (HOLDER, [("To", chat or other)]) if is_sent else (other or chat, [])


def _whatsapp_before_2021(row: Row, _: Mapping[str, Mapping[Any, Row]]) -> tuple[str, ChatMessage]:
    chat = _text(row.get("key_remote_jid"))
    sender, notes = _sides(is_sent=row.get("key_from_me") == 1, other=_text(row.get("remote_resource")), chat=chat)
    notes += [("File", _text(row.get("media_name")))]
    text = "\n".join(filter(None, (_text(row.get("data")), _text(row.get("media_caption")))))
    return chat, ChatMessage(sender, since_1970(row.get("timestamp")), text, tuple(notes))


def _whatsapp(row: Row, beside: Mapping[str, Mapping[Any, Row]]) -> tuple[str, ChatMessage]:
    def address(number: object) -> str:
        return _text(beside.get("jid", {}).get(number, {}).get("raw_string"))

    of_chat = beside.get("chat", {}).get(row.get("chat_row_id"), {})
    chat = _text(of_chat.get("subject")) or address(of_chat.get("jid_row_id")) or _text(row.get("chat_row_id"))
    sender, notes = _sides(is_sent=row.get("from_me") == 1, other=address(row.get("sender_jid_row_id")), chat=chat)
    media = beside.get("message_media", {}).get(row.get("_id"), {})
    quoted = beside.get("message_quoted", {}).get(row.get("_id"), {})
    notes += [("Reply to", _text(quoted.get("text_data"))), ("File", _text(media.get("file_path")) or _text(media.get("media_name")))]
    text = "\n".join(filter(None, (_text(row.get("text_data")), _text(media.get("media_caption")))))
    return chat, ChatMessage(sender, since_1970(row.get("timestamp")), text, tuple(notes))


def _whatsapp_on_iphone(row: Row, beside: Mapping[str, Mapping[Any, Row]]) -> tuple[str, ChatMessage]:
    session = beside.get("ZWACHATSESSION", {}).get(row.get("ZCHATSESSION"), {})
    member = beside.get("ZWAGROUPMEMBER", {}).get(row.get("ZGROUPMEMBER"), {})
    media = beside.get("ZWAMEDIAITEM", {}).get(row.get("ZMEDIAITEM"), {})
    chat = _text(session.get("ZPARTNERNAME")) or _text(session.get("ZCONTACTJID")) or _text(row.get("ZCHATSESSION"))
    by = _text(member.get("ZCONTACTNAME")) or _text(member.get("ZMEMBERJID"))
    sender, notes = _sides(is_sent=row.get("ZISFROMME") == 1, other=by, chat=chat)
    notes += [("File", _text(media.get("ZMEDIALOCALPATH"))), ("Title", _text(media.get("ZTITLE")))]
    return chat, ChatMessage(sender, _apple_time(row.get("ZMESSAGEDATE")), _text(row.get("ZTEXT")), tuple(notes))


def _imessage(row: Row, beside: Mapping[str, Mapping[Any, Row]]) -> tuple[str, ChatMessage]:
    other = _text(beside.get("handle", {}).get(row.get("handle_id"), {}).get("id"))
    of = beside.get("chat_message_join", {}).get(row.get("ROWID"), {})
    chat_row = beside.get("chat", {}).get(of.get("chat_id"), {})
    chat = _text(chat_row.get("display_name")) or _text(chat_row.get("chat_identifier")) or other
    sender, notes = _sides(is_sent=row.get("is_from_me") == 1, other=other, chat=chat)
    joined = beside.get("message_attachment_join", {}).get(row.get("ROWID"), {})
    file = beside.get("attachment", {}).get(joined.get("attachment_id"), {})
    notes += [("Subject", _text(row.get("subject"))), ("File", _text(file.get("filename")) or _text(file.get("transfer_name")))]
    text = _text(row.get("text")) or _archived(row.get(ARCHIVED_BODY))
    return chat, ChatMessage(sender, _apple_time(row.get("date")), text, tuple(notes))


def _archived(value: object) -> str:
    """Return the text of a body that newer iPhones keep as an archive of typed streams: the first string in it."""
    if not isinstance(value, bytes):
        return ""
    _, found, rest = value.partition(b"NSString\x01")
    at = rest.find(b"+")
    if not found or at < 0 or len(rest) < at + 4:
        return ""
    length, begin = rest[at + 1], at + 2
    if length == 0x81:  # the length follows in two bytes
        length, begin = int.from_bytes(rest[at + 2 : at + 4], "little"), at + 4
    return rest[begin : begin + length].decode("utf-8", "replace")


def _android_sms(row: Row, _: Mapping[str, Mapping[Any, Row]]) -> tuple[str, ChatMessage]:
    other = _text(row.get("address"))
    kind = row.get("type")
    sender, notes = _sides(is_sent=_is_sent(kind), other=other, chat=other)
    return other, ChatMessage(sender, since_1970(row.get("date")), _text(row.get("body")), (*notes, ("Subject", _text(row.get("subject")))))


def _is_sent(kind: object) -> bool:
    """Return whether a type of Android's is one of what went out; Signal has types of its own below its flags."""
    if not isinstance(kind, int):
        return False
    return kind & _SIGNAL_TYPES in _SENT_BY_SIGNAL if kind > _SIGNAL_TYPES else kind > 1


def _signal_desktop(row: Row, beside: Mapping[str, Mapping[Any, Row]]) -> tuple[str, ChatMessage]:
    of = beside.get("conversations", {}).get(row.get("conversationId"), {})
    chat = next(filter(None, (_text(of.get(name)) for name in ("name", "profileFullName", "profileName", "e164", "id"))), "")
    by = _text(row.get("source")) or _text(row.get("sourceServiceId")) or _text(row.get("sourceUuid"))
    sender, notes = _sides(is_sent=row.get("type") == "outgoing", other=by, chat=chat)
    return chat, ChatMessage(sender, since_1970(row.get("sent_at")), _text(row.get("body")), (*notes, *_of_json(row.get("json"))))


def _of_json(untrusted: object) -> Iterator[Note]:
    """Yield what Signal keeps of a message as JSON beside its columns: files, what it answers, reactions."""
    try:
        said = json.loads(untrusted) if isinstance(untrusted, str) else None
    except (ValueError, RecursionError):
        return
    message = mapping(said)
    for each in mappings(message.get("attachments")):
        yield "File", text_of(each.get("fileName")) or text_of(each.get("path"))
    yield "Reply to", text_of(mapping(message.get("quote")).get("text"))
    for each in mappings(message.get("reactions")):
        yield "Reaction", text_of(each.get("emoji"))
    for each in mappings(message.get("editHistory")):
        yield "Edited", f"before, {since_1970(each.get('timestamp'))}: {text_of(each.get('body'))}"
    yield "Deleted", "by its sender" if message.get("deletedForEveryone") is True else ""


_SCHEMES: Final = (
    _Scheme(
        "WhatsApp",
        "messages",
        frozenset({"key_remote_jid", "data", "timestamp"}),
        _whatsapp_before_2021,
        frozenset({"key_remote_jid", "remote_resource", "media_name", "data", "media_caption", "key_id", "media_hash", "media_mime_type"}),
    ),
    _Scheme(
        "WhatsApp",
        "message",
        frozenset({"chat_row_id", "text_data", "timestamp"}),
        _whatsapp,
        frozenset({"text_data", "key_id"}),
        (("jid", "_id"), ("chat", "_id"), ("message_media", "message_row_id"), ("message_quoted", "message_row_id")),
    ),
    _Scheme(
        "WhatsApp",
        "ZWAMESSAGE",
        frozenset({"ZTEXT", "ZMESSAGEDATE", "ZCHATSESSION"}),
        _whatsapp_on_iphone,
        frozenset({"ZTEXT", "ZSTANZAID", "ZFROMJID", "ZTOJID"}),
        (("ZWACHATSESSION", "Z_PK"), ("ZWAGROUPMEMBER", "Z_PK"), ("ZWAMEDIAITEM", "Z_PK")),
    ),
    _Scheme(
        "iMessage",
        "message",
        frozenset({"ROWID", "text", "handle_id", "date"}),
        _imessage,
        frozenset({"text", "subject", "guid", "account_guid", "service_center"}),
        (
            *(("handle", "ROWID"), ("chat_message_join", "message_id"), ("chat", "ROWID")),
            *(("message_attachment_join", "message_id"), ("attachment", "ROWID")),
        ),
    ),
    _Scheme(
        "Signal",
        "messages",
        frozenset({"conversationId", "body", "sent_at", "type"}),
        _signal_desktop,
        frozenset({"id", "json", "body", "conversationId", "source", "sourceServiceId", "sourceUuid", "type", "serverGuid"}),
        (("conversations", "id"),),
    ),
    _Scheme(
        "text messages",
        "sms",
        frozenset({"address", "date", "body"}),
        _android_sms,
        frozenset({"address", "body", "subject", "service_center", "creator"}),
    ),
)

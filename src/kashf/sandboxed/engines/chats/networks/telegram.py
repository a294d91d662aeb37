"""Telegram's exports in JSON: of one chat, and of all that an account has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from kashf.sandboxed.engines.chats.json_values import Json, lines, mapping, mappings, others, said, text_of
from kashf.sandboxed.engines.chats.message import ChatExport, ChatMessage, Conversation, Note
from kashf.sandboxed.engines.chats.moments import local

_CHATS = ("chats", "left_chats")
#: Fields whose value is a name of a file beside the export, or says why there is none.
_FILES = ("photo", "file", "contact_vcard")
_NOTES = MappingProxyType(
    {
        "forwarded_from": "Forwarded from",
        "saved_from": "Saved from",
        "via_bot": "Via",
        "author": "Signed",
        "reply_to_message_id": "Reply to message",
        "file_name": "File name",
        "sticker_emoji": "Sticker",
        "title": "Title",
        "performer": "Performer",
        "contact_information": "Contact",
        "location_information": "Place",
        "poll": "Poll",
        "reactions": "Reactions",
    }
)
#: What is shown otherwise, or says nothing to a reader.
_KNOWN = frozenset(
    {
        *("type", "date", "date_unixtime", "edited", "edited_unixtime", "from", "from_id", "actor", "actor_id", "text", "text_entities"),
        *("width", "height", "thumbnail", "mime_type", "media_type", "duration_seconds", "file_size", "photo_file_size"),
        *("thumbnail_file_size", "forwarded_from_id", "id", "action", *_FILES, *_NOTES),
    }
)


def export_of(value: Json) -> ChatExport | None:
    """Return what an export of Telegram holds; None for what is none."""
    if _is_chat(value):
        return ChatExport("Telegram", (_conversation(value),))
    everything = mapping(value)
    chats = [chat for name in _CHATS for chat in mappings(mapping(everything.get(name)).get("list")) if _is_chat(chat)]
    if not chats:
        return None
    rest = {key: each for key, each in everything.items() if key not in _CHATS}
    return ChatExport("Telegram", tuple(map(_conversation, chats)), tuple(lines(rest)))


def message_of(untrusted: Mapping[str, Json]) -> ChatMessage:
    """Return one message."""
    sender = untrusted.get("from") or untrusted.get("actor") or untrusted.get("from_id") or untrusted.get("actor_id") or ""
    action = said(untrusted.get("action"))
    text = _text(untrusted.get("text"))
    sent = local(untrusted.get("date"), untrusted.get("date_unixtime"))
    return ChatMessage(text_of(sender), sent, "\n".join(filter(None, (action, text))), tuple(_notes(untrusted)))


def _is_chat(value: Json) -> bool:
    """Return whether a value is one chat: messages that say their type and date, under Telegram's names."""
    found = mapping(value)
    messages = found.get("messages")
    if not isinstance(messages, list) or not ("type" in found or "id" in found):
        return False
    first = mappings(messages[:20])
    return not messages or any("date" in each and each.get("type") in {"message", "service", "unsupported"} for each in first)


def _conversation(chat: Mapping[str, Json]) -> Conversation:
    facts = [("Kind", text_of(chat.get("type"))), ("Id", text_of(chat.get("id")))]
    facts += others(chat, frozenset({"name", "type", "id", "messages"}))
    unread = [text_of(each) for each in chat["messages"] if not isinstance(each, dict)]
    facts += [("Other", text) for text in unread if text]
    return Conversation(text_of(chat.get("name")), map(message_of, mappings(chat["messages"])), tuple(facts))


def _notes(message: Mapping[str, Json]) -> Iterator[Note]:
    yield "Id", said(message.get("id"))
    if "edited" in message or "edited_unixtime" in message:
        yield "Edited", local(message.get("edited"), message.get("edited_unixtime"))
    for field in _FILES:
        yield "File", text_of(message.get(field))
    for field, name in _NOTES.items():
        yield name, said(message.get(field))
    yield "Media", said(message.get("media_type"))
    yield from others(message, _KNOWN)


def _text(value: Json) -> str:
    """Return the text of a message, which may come in pieces; a link behind other words is shown behind them."""
    if not isinstance(value, list):
        return text_of(value)
    return "".join(map(_piece, value))


def _piece(value: Json) -> str:
    if not isinstance(value, dict):
        return text_of(value)
    text, link = text_of(value.get("text")), text_of(value.get("href"))
    return f"{text} ({link})" if link and link != text else text

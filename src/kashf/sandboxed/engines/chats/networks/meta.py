"""Messenger and Instagram: `message_1.json` of an archive, newest first, and what Messenger saves of encrypted chats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from kashf.sandboxed.engines.chats.json_values import Json, mapping, mappings, others, said, text_of
from kashf.sandboxed.engines.chats.message import ChatExport, ChatMessage, Conversation, Note
from kashf.sandboxed.engines.chats.moments import since_1970
from kashf.sandboxed.engines.chats.networks.mojibake import Mender

_SENDERS, _TIMES = ("sender_name", "senderName"), ("timestamp_ms", "timestamp")
_FILES = ("photos", "videos", "audio_files", "files", "gifs", "sticker", "media")
_NOTES = MappingProxyType({"share": "Shared", "call_duration": "Call, seconds", "bumped_message_metadata": "Bumped"})
#: False for nearly every message, and then says nothing.
_USUALLY_NO = (
    "is_unsent",
    "isUnsent",
    "is_geoblocked_for_viewer",
    "is_geoblocked_for_viewer_v2",
    "is_taken_down",
    "missed",
    "is_still_participant",
)
_USUAL_TYPES = frozenset({"", "Generic", "text", "media"})
_KNOWN = frozenset({*_SENDERS, *_TIMES, *_FILES, *_NOTES, *_USUALLY_NO, "content", "text", "type", "reactions"})


def export_of(value: Json) -> ChatExport | None:
    """Return what an export of Messenger or Instagram holds; None for what is none."""
    found = mapping(value)
    messages = mappings(found.get("messages"))
    if not isinstance(found.get("participants"), list) or not _are_messages(messages, found):
        return None
    mender = Mender()
    chat, messages = (
        mender.value({key: each for key, each in found.items() if key != "messages"}),
        mappings(mender.value(found["messages"])),
    )
    title = text_of(chat.get("title") or chat.get("threadName"))
    people = [text_of(each.get("name")) if isinstance(each, dict) else text_of(each) for each in chat["participants"]]
    facts = [("Participants", "; ".join(people)), *others(chat, frozenset({"title", "threadName", "participants", "magic_words"}))]
    network = "Instagram" if "instagram" in said(chat.get("thread_path")).lower() else "Messenger"
    return ChatExport(network, (Conversation(title, _in_order(messages), tuple(facts)),), mended=mender.mended)


def _are_messages(messages: object, chat: Mapping[str, Json]) -> bool:
    first = mappings(messages)[:20]
    if not first:
        return "thread_path" in chat or "threadName" in chat
    return any(any(name in each for name in _SENDERS) and any(name in each for name in _TIMES) for each in first)


def _in_order(messages: object) -> Iterator[ChatMessage]:
    """Yield messages oldest first; those of one moment in the order in which the file, read from its end, has them."""
    found = list(mappings(messages))
    times = [_moment(each) for each in found]
    if times and times[0] > times[-1]:
        found.reverse()
    for each in sorted(found, key=_moment):
        yield _message(each)


def _moment(message: Mapping[str, Json]) -> int:
    value = next((message[name] for name in _TIMES if name in message), 0)
    return value if isinstance(value, int) else 0


def _message(message: Mapping[str, Json]) -> ChatMessage:
    sender = next((text_of(message[name]) for name in _SENDERS if name in message), "")
    sent = since_1970(next((message[name] for name in _TIMES if name in message), ""))
    text = text_of(message.get("content")) or text_of(message.get("text"))
    return ChatMessage(sender, sent, text, tuple(_notes(message)))


def _notes(message: Mapping[str, Json]) -> Iterator[Note]:
    if message.get("is_unsent") is True or message.get("isUnsent") is True:
        yield "Deleted", "by its sender"
    for field in _FILES:
        for each in message[field] if isinstance(message.get(field), list) else [message.get(field)]:
            yield "File", text_of(mapping(each).get("uri")) or said(each)
            yield from others(mapping(each), frozenset({"uri", "creation_timestamp", "ai_stickers"}))
    for field, name in _NOTES.items():
        yield name, said(message.get(field))
    for reaction in mappings(message.get("reactions")):
        yield "Reaction", f"{text_of(reaction.get('reaction'))} {text_of(reaction.get('actor'))}"
    if text_of(message.get("type")) not in _USUAL_TYPES:
        yield "Kind", text_of(message.get("type"))
    yield from ((field, "yes") for field in _USUALLY_NO[2:] if message.get(field) is True)
    yield from others(message, _KNOWN)

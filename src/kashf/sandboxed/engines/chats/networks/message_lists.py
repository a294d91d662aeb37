"""Lists of messages in JSON of any other program: objects that say who wrote what and when, under any of the usual names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kashf.sandboxed.engines.chats.json_values import Json, lines, mapping, mappings, others, said, text_of
from kashf.sandboxed.engines.chats.message import ChatExport, ChatMessage, Conversation
from kashf.sandboxed.engines.chats.moments import as_written

_SENDERS = ("sender", "from", "author", "sender_name", "senderName", "username", "user")
#: Of Signal; in other files a source is a program that keeps a log.
_SOURCES = ("sourceName", "source", "sourceServiceId", "sourceUuid")
_OF_SIGNAL = ("sent_at", "conversationId")
_TIMES = ("sent_at", "date", "timestamp", "ts", "time", "createdAt", "created_at", "dateSent", "datetime")
_TEXTS = ("body", "text", "message", "content", "msg")
#: Where a program keeps several messages; the misspelling is one program's own.
_LISTS = ("messages", "messsages", "data", "chat", "items")
_CHATS = ("conversationId", "chat_id", "chatId", "thread_id", "threadId", "channel", "conversation")
_NAMES = ("name", "displayName", "nickname", "username", "screen_name", "real_name", "title", "id")
_FILES = ("fileName", "file_name", "name", "path", "url", "uri")
#: Messages that are looked at to see whether a list is one of messages, and the share of them that must be.
_LOOKED_AT, _SHARE = 50, 0.6


def export_of(value: Json) -> ChatExport | None:
    """Return what a list of messages holds; None for what is none."""
    found = mapping(value)
    where = next((name for name in _LISTS if isinstance(found.get(name), list)), "")
    listed = found.get(where) if where else value
    messages = mappings(listed)
    if not _are_messages(messages) or not isinstance(listed, list):
        return None
    chats: dict[str, list[Mapping[str, Json]]] = {}
    for each in messages:
        chats.setdefault(_first(each, _CHATS), []).append(each)
    names = {text_of(each.get("id")): _name(each) for each in mappings(found.get("conversations"))}
    rest = {key: each for key, each in found.items() if key != where}
    unread = tuple(text for each in listed if not isinstance(each, dict) and (text := said(each)))
    conversations = tuple(Conversation(names.get(chat, chat), map(_message, some)) for chat, some in chats.items())
    return ChatExport("messages", conversations, (*lines(rest), *unread))


def _are_messages(messages: Sequence[Mapping[str, Json]]) -> bool:
    looked_at = messages[:_LOOKED_AT]
    fit = sum(all(_name_in(each, names) for names in (_senders(each), _TIMES, _TEXTS)) for each in looked_at)
    return bool(looked_at) and fit >= _SHARE * len(looked_at)


def _senders(message: Mapping[str, Json]) -> Sequence[str]:
    """Return under which names a message may say who wrote it."""
    return (*_SENDERS, *_SOURCES) if any(name in message for name in _OF_SIGNAL) else _SENDERS


def _message(message: Mapping[str, Json]) -> ChatMessage:
    sender, time, text = (_name_in(message, names) for names in (_senders(message), _TIMES, _TEXTS))
    by = message.get(sender)
    known = frozenset({sender, time, text, "attachments", "bodyRanges", *_CHATS})
    return ChatMessage(
        _name(by) if isinstance(by, dict) else text_of(by),
        as_written(message.get(time)),
        text_of(message.get(text)),
        (*_files(message), *others(message, known)),
    )


def _files(message: Mapping[str, Json]) -> Iterator[tuple[str, str]]:
    for each in mappings(message.get("attachments")):
        field = _name_in(each, _FILES)
        yield "File", text_of(each.get(field))
        yield from others(each, frozenset({field}))
    listed = message.get("attachments")
    yield from (("File", said(each)) for each in (listed if isinstance(listed, list) else [listed]) if not isinstance(each, dict))


def _name(value: Mapping[str, Json]) -> str:
    return _first(value, _NAMES) or said(value)


def _first(value: Mapping[str, Json], names: Sequence[str]) -> str:
    found = value.get(_name_in(value, names))
    return _name(found) if isinstance(found, dict) else text_of(found)


def _name_in(value: Mapping[str, Json], names: Sequence[str]) -> str:
    return next((name for name in names if value.get(name) not in (None, "", [], {})), "")

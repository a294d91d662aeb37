"""Signal: the plain-text export (lines of JSON, one frame each), and what signal-cli prints of what it receives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kashf.sandboxed.engines.chats.json_values import Json, lines, mapping, mappings, others, said, text_of
from kashf.sandboxed.engines.chats.message import ChatExport, ChatMessage, Conversation, Note
from kashf.sandboxed.engines.chats.moments import since_1970

_ITEM = "chatItem"
#: Whose frames are told as something else than lines.
_FRAMES = frozenset({"recipient", "chat", _ITEM})
_OF_ITEM = frozenset(
    {
        "chatId",
        "authorId",
        "dateSent",
        "standardMessage",
        "remoteDeletedMessage",
        "revisions",
        "incoming",
        "outgoing",
        "sms",
        "directionless",
    }
)
_OF_MESSAGE = frozenset({"text", "quote", "attachments", "reactions", "longText"})


def export_of(value: Json) -> ChatExport | None:
    """Return what an export of Signal holds; None for what is none."""
    frames = mappings(value)
    items = [frame[_ITEM] for frame in frames if isinstance(frame.get(_ITEM), dict)]
    if not items:
        return _of_envelopes(frames)
    names = {text_of(each.get("id")): _name(each) for frame in frames if (each := mapping(frame.get("recipient")))}
    chats = {text_of(each.get("id")): text_of(each.get("recipientId")) for frame in frames if (each := mapping(frame.get("chat")))}
    by_chat: dict[str, list[Mapping[str, Json]]] = {}
    for item in items:
        by_chat.setdefault(text_of(item.get("chatId")), []).append(item)
    conversations = tuple(
        Conversation(names.get(chats.get(chat, ""), chat), (_message(item, names) for item in some)) for chat, some in by_chat.items()
    )
    rest = [frame for frame in frames if not _FRAMES & frame.keys()]
    people = [frame["recipient"] for frame in frames if isinstance(frame.get("recipient"), dict)]
    return ChatExport("Signal", conversations, (*lines(people, "recipients"), *lines(rest)))


def _name(recipient: Mapping[str, Json]) -> str:
    """Return how a recipient is called: a person by his own name, a group by its title."""
    person, group = mapping(recipient.get("contact")), mapping(recipient.get("group"))
    title = mapping(mapping(group.get("snapshot")).get("title")).get("title")
    parts = [
        f"{text_of(person.get(f'{kind}GivenName'))} {text_of(person.get(f'{kind}FamilyName'))}".strip() for kind in ("system", "profile")
    ]
    nickname = mapping(person.get("nickname"))
    called = f"{text_of(nickname.get('given'))} {text_of(nickname.get('family'))}".strip()
    found = (text_of(title), *parts, called, text_of(person.get("e164")), text_of(person.get("aci")))
    return next(filter(None, found), "") or next((key for key in recipient if key != "id"), "")


def _message(item: Mapping[str, Json], names: Mapping[str, str]) -> ChatMessage:
    message = mapping(item.get("standardMessage"))
    sender = names.get(text_of(item.get("authorId")), text_of(item.get("authorId")))
    text = text_of(mapping(message.get("text")).get("body"))
    return ChatMessage(sender, since_1970(item.get("dateSent")), text, tuple(_notes(item, message, names)))


def _notes(item: Mapping[str, Json], message: Mapping[str, Json], names: Mapping[str, str]) -> Iterator[Note]:
    if "remoteDeletedMessage" in item:
        yield "Deleted", "by its sender"
    for before in mappings(item.get("revisions")):
        was = text_of(mapping(mapping(before.get("standardMessage")).get("text")).get("body"))
        yield "Edited", f"before, {since_1970(before.get('dateSent'))}: {was}"
    if quote := mapping(message.get("quote")):
        by = names.get(text_of(quote.get("authorId")), text_of(quote.get("authorId")))
        yield "Reply to", f"{by}, {since_1970(quote.get('targetSentTimestamp'))}: {text_of(mapping(quote.get('text')).get('body'))}"
    for each in mappings(message.get("attachments")):
        pointer = mapping(each.get("pointer"))
        yield "File", text_of(pointer.get("fileName")) or f"({text_of(pointer.get('contentType')) or 'without a name'})"
        yield "Caption", text_of(pointer.get("caption"))
    for each in mappings(message.get("reactions")):
        yield "Reaction", f"{text_of(each.get('emoji'))} {names.get(text_of(each.get('authorId')), '')}"
    yield from others(message, _OF_MESSAGE)
    yield from others(item, _OF_ITEM)


def _of_envelopes(frames: Sequence[Mapping[str, Json]]) -> ChatExport | None:
    """Return what signal-cli printed: what came in, and what other devices of the account sent."""
    envelopes = [mapping(frame.get("envelope")) for frame in frames if "envelope" in frame]
    if not any("timestamp" in each for each in envelopes):
        return None
    chats: dict[str, list[ChatMessage]] = {}
    for each in envelopes:
        sender = text_of(each.get("sourceName")) or text_of(each.get("sourceNumber")) or text_of(each.get("source"))
        sent = mapping(mapping(each.get("syncMessage")).get("sentMessage"))
        data = mapping(each.get("dataMessage")) or sent
        chat = text_of(mapping(data.get("groupInfo")).get("groupId")) or text_of(sent.get("destination")) or sender
        known = frozenset({"message", "timestamp", "groupInfo", "attachments", "viewOnce", "expiresInSeconds"})
        files = (("File", text_of(file.get("filename")) or text_of(file.get("id"))) for file in mappings(data.get("attachments")))
        notes = (*files, *others(data, known), *(() if data else others(each, frozenset({"source", "timestamp"}))))
        chats.setdefault(chat, []).append(ChatMessage(sender, since_1970(each.get("timestamp")), text_of(data.get("message")), notes))
    unread = tuple(text for frame in frames if "envelope" not in frame and (text := said(frame)))
    return ChatExport("Signal", tuple(Conversation(chat, some) for chat, some in chats.items()), unread)

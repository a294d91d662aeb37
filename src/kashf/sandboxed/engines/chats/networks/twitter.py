"""Twitter: archives that a browser opens (`window.YTD...`), direct messages, and tweets as versions 1 and 2 of the interface give them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kashf.sandboxed.engines.chats.json_values import Json, lines, mapping, mappings, others, said, text_of
from kashf.sandboxed.engines.chats.message import ChatExport, ChatMessage, Conversation, Note
from kashf.sandboxed.engines.chats.moments import as_written

_TEXTS = ("full_text", "text")
_TECHNICAL = frozenset(
    {
        *(
            "display_text_range",
            "id",
            "favorited",
            "retweeted",
            "truncated",
            "possibly_sensitive",
            "edit_info",
            "entities",
            "extended_entities",
        ),
        *("in_reply_to_status_id", "in_reply_to_user_id", "retweet_count", "favorite_count", "filter_level", "timestamp_ms", "tweet"),
        *("edit_history_tweet_ids", "is_quote_status", "contributors", "quote_count", "reply_count", "matching_rules"),
    }
)
_OWN = frozenset({"user", "author_id", "created_at", *_TEXTS, "extended_tweet"})


def export_of(value: Json) -> ChatExport | None:
    """Return what an export of Twitter holds; None for what is none."""
    items = mappings(value)
    direct = [mapping(each["dmConversation"]) for each in items if "dmConversation" in each]
    if direct:
        return ChatExport("Twitter", tuple(map(_conversation, direct)))
    found = mapping(value)
    tweets = mappings(found.get("data")) if "data" in found else items or ([found] if found else [])
    tweets = [mapping(each.get("tweet")) or each for each in tweets]
    if not tweets or not all(map(_is_tweet, tweets[:20])):
        return None
    users = {text_of(user.get("id")): _name(user) for user in mappings(mapping(found.get("includes")).get("users"))}
    rest = {key: each for key, each in found.items() if key != "data"} if "data" in found else {}
    return ChatExport("Twitter", (Conversation("", (_tweet(each, users) for each in tweets)),), tuple(lines(rest)))


def _is_tweet(value: Mapping[str, Json]) -> bool:
    has_author = "screen_name" in mapping(value.get("user")) or "author_id" in value or "id_str" in value
    return has_author and "created_at" in value and any(name in value for name in _TEXTS)


def _tweet(tweet: Mapping[str, Json], users: Mapping[str, str]) -> ChatMessage:
    author = text_of(tweet.get("author_id"))
    sender = _name(mapping(tweet.get("user"))) or users.get(author, author)
    whole = mapping(tweet.get("extended_tweet"))
    return ChatMessage(sender, as_written(tweet.get("created_at")), _text(whole) or _text(tweet), tuple(_notes(tweet, whole)))


def _notes(tweet: Mapping[str, Json], whole: Mapping[str, Json]) -> Iterator[Note]:
    for holder in (tweet, whole):
        media = mapping(holder.get("extended_entities")) or mapping(holder.get("entities"))
        yield from (("Picture", text_of(each.get("media_url_https") or each.get("media_url"))) for each in mappings(media.get("media")))
        links = mappings(mapping(holder.get("entities")).get("urls"))
        yield from (("Link", text_of(each.get("expanded_url"))) for each in links)
    user = mapping(tweet.get("user"))
    yield from ((f"User {field}", said(user.get(field))) for field in ("description", "location"))
    for field, name in (("retweeted_status", "Retweet of"), ("quoted_status", "Quotes")):
        if inner := mapping(tweet.get(field)):
            yield name, f"{_name(mapping(inner.get('user')))}, {as_written(inner.get('created_at'))}: {_text(inner)}"
    yield from others(tweet, _TECHNICAL | _OWN | {"retweeted_status", "quoted_status"})


def _text(tweet: Mapping[str, Json]) -> str:
    return next((text_of(tweet[name]) for name in _TEXTS if name in tweet), "")


def _name(user: Mapping[str, Json]) -> str:
    name, called = text_of(user.get("name")), text_of(user.get("screen_name") or user.get("username"))
    return f"{name} (@{called})" if name and called else name or called


def _conversation(direct: Mapping[str, Json]) -> Conversation:
    """Return direct messages, which archives have newest first; of what else happened in a chat, all that is said."""
    facts = tuple(others(direct, frozenset({"messages", "conversationId"})))
    found = [_direct(kind, mapping(body)) for each in mappings(direct.get("messages")) for kind, body in each.items()]
    found.sort(key=lambda message: message.sent)
    return Conversation(text_of(direct.get("conversationId")), found, facts)


def _direct(kind: str, body: Mapping[str, Json]) -> ChatMessage:
    known = frozenset({"senderId", "recipientId", "createdAt", "text", "id", "mediaUrls"})
    notes: list[Note] = [("To", text_of(body.get("recipientId")))]
    media = body.get("mediaUrls")
    notes += [("File", text_of(each)) for each in (media if isinstance(media, list) else [])]
    if kind != "messageCreate":
        notes.append(("Kind", kind))
    return ChatMessage(
        text_of(body.get("senderId")), as_written(body.get("createdAt")), text_of(body.get("text")), (*notes, *others(body, known))
    )

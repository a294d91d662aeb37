"""Telegram's `messages.html`: a chat in one file or in several, each of which is a document of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kashf.sandboxed.engines.chats.message import ChatExport, ChatMessage, Conversation, Note
from kashf.sandboxed.engines.chats.web_pages.elements import Element, classes, having, one_text, outermost, shown

#: As Telegram writes it in every language; the offset only since 2021.
_DATE = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)(?: UTC([+-]\d\d:\d\d))?")


def export_of(root: Element) -> ChatExport | None:
    """Return what a page of Telegram holds; None for what is none."""
    messages = list(outermost(root, lambda each: "message" in classes(each) and bool(classes(each) & {"default", "service"})))
    if not messages:
        return None
    heading = next(having(root, "page_header"), None)
    facts = [("Page", each) for link in having(root, "pagination") if (each := f"{one_text(link)} ({link.get('href') or ''})")]
    return ChatExport("Telegram", (Conversation(one_text(heading), _messages(messages), tuple(facts)),), tuple(_rest(root)))


def _messages(found: list[Element]) -> Iterator[ChatMessage]:
    sender = ""
    for each in found:
        if "service" in classes(each):
            yield ChatMessage(text=shown(each))
            continue
        body = next(having(each, "body"), each)
        sender = (
            one_text(next((child for child in body if "from_name" in classes(child)), None)) or ("joined" in classes(each) and sender) or ""
        )
        yield _message(each, body, sender)


def _message(message: Element, body: Element, sender: str) -> ChatMessage:
    date = next(having(message, "date"), None)
    said = date.get("title") or one_text(date) if date is not None else ""
    texts = list(having(body, "text"))
    used = {*texts, *having(body, "from_name"), *having(message, "userpic_wrap")} | ({date} if date is not None else set())
    notes = list(_notes(message, body, used))
    rest = shown(message, without=frozenset(used))
    return ChatMessage(sender, _time(said), "\n".join(filter(None, (*map(shown, texts), rest))), tuple(notes))


def _notes(message: Element, body: Element, used: set[Element]) -> Iterator[Note]:
    """Yield what is said about a message; the elements that say it are put into `used`."""
    yield "Id", (message.get("id") or "").removeprefix("message")
    for forwarded in having(body, "forwarded"):
        name = next(having(forwarded, "from_name"), None)
        yield "Forwarded from", _forwarded(name)
    for reply in having(body, "reply_to"):
        link = next(reply.iter("a"), None)
        number = (link.get("href") or "").rpartition("go_to_message")[2] if link is not None else ""
        yield "Reply to message", number or one_text(reply)
        used.add(reply)
    for link in body.iter("a"):
        target = link.get("href") or ""
        if target and ":" not in target and not target.startswith(("#", "//")):
            yield "File", target
    for sign in having(body, "signature"):
        yield "Signed", one_text(sign)
        used.add(sign)


def _forwarded(name: Element | None) -> str:
    if name is None:
        return ""
    dates = list(having(name, "date"))
    when = [_time(each.get("title") or one_text(each)) for each in dates]
    return ", ".join(filter(None, (" ".join(shown(name, without=frozenset(dates)).split()), *when)))


def _time(written: str) -> str:
    found = _DATE.search(written)
    if found is None:
        return written
    day, month, year, time, offset = found.groups()
    return f"{year}-{month}-{day} {time}" + (f" {offset}" if offset else "")


def _rest(root: Element) -> Iterator[str]:
    """Yield what the page shows beside its messages."""
    known = frozenset([*having(root, "message"), *having(root, "page_header"), *having(root, "pagination")])
    body = root.find("body")
    if body is not None and (text := shown(body, without=known)):
        yield text

"""`message_1.html` of Messenger and Instagram: newest first; the classes are those of its style sheet, which change over the years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kashf.sandboxed.engines.chats.message import ChatExport, ChatMessage, Conversation, Note
from kashf.sandboxed.engines.chats.moments import local
from kashf.sandboxed.engines.chats.web_pages.elements import Element, classes, one_text, outermost, shown

#: Classes of the parts of a message: who wrote it, when.
_NAMES = (frozenset({"_2pio", "_2lek"}), frozenset({"_a6-h"}), frozenset({"_2lek"}))
_DATES = (frozenset({"_2lem"}), frozenset({"_a6-o"}), frozenset({"_a72d"}))
_DATE = re.compile(r"([A-Z][a-z]{2})[a-z]* (\d{1,2}), (\d{4}),? (\d{1,2}):(\d\d)(?::(\d\d))?[\s\u202f]*([AaPp])\.?[Mm]")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NOON = 12


def export_of(root: Element) -> ChatExport | None:
    """Return what a page of messages of Messenger or Instagram holds; None for what is none."""
    messages = outermost(root, lambda each: each.tag == "div" and _parts(each) is not None)
    found = [(each, *parts) for each in messages if (parts := _parts(each))]
    if not found:
        return None
    said = [_message(*each) for each in found]
    if said[0].sent > said[-1].sent or not said[0].sent[:4].isdecimal():
        said.reverse()
    body = root.find("body")
    rest = shown(body, without=frozenset(each for each, *_ in found)) if body is not None else ""
    title = one_text(next(root.iter("title"), None))
    return ChatExport("Messenger", (Conversation(title, said),), (rest,) if rest else ())


def _parts(element: Element) -> tuple[Element, Element] | None:
    """Return the elements of a message that say who wrote it and when, where both are its children."""
    children = [(child, classes(child)) for child in element if isinstance(child.tag, str)]
    name = next((child for wanted in _NAMES for child, has in children if wanted <= has), None)
    date = next((child for wanted in _DATES for child, has in reversed(children) if wanted <= has), None)
    return (name, date) if name is not None and date is not None and name is not date else None


def _message(message: Element, name: Element, date: Element) -> ChatMessage:
    text = shown(message, without=frozenset({name, date}))
    return ChatMessage(one_text(name), _time(one_text(date)), text, tuple(_files(message)))


def _files(message: Element) -> Iterator[Note]:
    found = (each.get("href") or each.get("src") or "" for each in message.iter("a", "img", "video", "audio"))
    for target in dict.fromkeys(found):
        if target and ":" not in target and not target.startswith(("#", "//")):
            yield "File", target


def _time(written: str) -> str:
    """Return a time of an English page in the house's form, of another as it is written."""
    found = _DATE.search(written)
    if found is None or found[1] not in _MONTHS:
        return written
    hour = int(found[4]) % _NOON + _NOON * (found[7] in "Pp")
    shown = f"{found[3]}-{_MONTHS.index(found[1]) + 1:02}-{int(found[2]):02} {hour:02}:{found[5]}:{found[6] or '00'}"
    return local(shown, None)

"""Elements of a page by their classes, and their text as it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

#: An element of lxml, which has no types of its own.
Element = Any

_BLOCKS = frozenset({"div", "p", "tr", "li", "table", "ul", "blockquote", "h1", "h2", "h3"})
_NOT_SHOWN = frozenset({"script", "style", "template", "head"})


def parsed(html: str) -> Element:
    """Return the root of a page; None for one without any element."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(html.encode("utf-8", "replace"), parser)


def classes(element: Element) -> frozenset[str]:
    """Return the classes of an element."""
    return frozenset((element.get("class") or "").split())


def having(root: Element, *names: str) -> Iterator[Element]:
    """Yield the elements within another that have all of these classes, in order."""
    wanted = frozenset(names)
    return (each for each in root.iterdescendants() if isinstance(each.tag, str) and wanted <= classes(each))


def outermost(root: Element, is_asked: Callable[[Element], bool]) -> Iterator[Element]:
    """Yield the elements that are asked for, in order, without those within another one."""
    waiting = [root]
    while waiting:
        here = waiting.pop()
        if isinstance(here.tag, str) and is_asked(here):
            yield here
        else:
            waiting.extend(reversed(here))


def shown(element: Element, *, without: frozenset[Element] = frozenset()) -> str:
    """Return the text of an element: lines where blocks and breaks are, a link behind other words in brackets."""
    parts: list[str] = []
    _collect(element, without, parts)
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def one_text(element: Element | None) -> str:
    """Return the text of an element as one line; "" for none."""
    return " ".join(shown(element).split()) if element is not None else ""


def _collect(root: Element, without: frozenset[Element], parts: list[str]) -> None:
    """Collect text without recursion: pages nest as deep as somebody likes."""
    waiting: list[Element | str] = [root]
    while waiting:
        here = waiting.pop()
        if isinstance(here, str):
            parts.append(here)
            continue
        if not isinstance(here.tag, str) or here.tag in _NOT_SHOWN or here in without:
            continue
        is_block = here.tag in _BLOCKS
        parts.append("\n" if is_block or here.tag == "br" else "")
        parts.append(_flat(here.text))
        waiting.append("\n" if is_block else _link(here))
        for child in reversed(here):
            waiting.append(_flat(child.tail))
            waiting.append(child)


def _flat(text: str | None) -> str:
    return (text or "").replace("\n", " ")


def _link(element: Element) -> str:
    """Return where a link leads, when it says something else."""
    link = element.get("href") or "" if element.tag == "a" else ""
    if not link.startswith(("http:", "https:", "tg:", "mailto:")) or link.rstrip("/") in "".join(element.itertext()).strip():
        return ""
    return f" ({link})"

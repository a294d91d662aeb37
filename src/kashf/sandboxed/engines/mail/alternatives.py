"""Two versions of one text, plain and HTML, as one: nothing that only one of them says is lost, nothing that both say stands twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

#: A version this much shorter than the other only says that there is another.
_STUB_SHARE = 0.2
_PIECE = re.compile(r"[^\t\n]+")
_WORD = re.compile(r"[^\W_]+")
#: What a mail program writes into the plain version for a link or a picture of the HTML.
_LINK = re.compile(r"<(?:https?|mailto|tel):[^>\s]{1,2000}>|\[(?:cid|image):[^\]]{0,200}\]|\bhttps?://\S{1,2000}", re.IGNORECASE)


def as_one(plain: str, html: str) -> str:
    r"""Return the fuller version, as a rule the plain one, and below it the lines that only the other one has.

    >>> as_one("See the list.", "See the list.\nBring two lorries.")
    'See the list.\n\nBring two lorries.'
    """
    if not plain.strip() or not html.strip():
        return plain if plain.strip() else html
    first, second = (html, plain) if len(plain.strip()) < _STUB_SHARE * len(html) else (plain.strip("\r\n"), html)
    more = "\n".join(_only_in(second, first))
    return f"{first.rstrip()}\n\n{more}" if more else first


def _only_in(text: str, other: str) -> Iterator[str]:
    """Yield the lines and cells of a text that the other does not have, each once; how they are broken and decorated is no difference."""
    words = _words(other)
    pairs, singles, squeezed = set(pairwise(words)), set(words), "".join(words)
    seen: set[str] = set()
    for piece in _PIECE.findall(text):
        mine = _words(piece)
        as_one_word = "".join(mine)
        if not mine or as_one_word in seen:
            continue
        seen.add(as_one_word)
        is_there = set(pairwise(mine)) <= pairs if len(mine) > 1 else mine[0] in singles
        if not is_there and as_one_word not in squeezed:
            yield piece.strip()


def _words(text: str) -> list[str]:
    return _WORD.findall(_LINK.sub(" ", text).casefold())

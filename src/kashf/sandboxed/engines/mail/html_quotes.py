"""Where the HTML of a mail shows earlier mail: the text of the page does not say, so that signs are put in and taken out again."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

#: Code points for private use, which no mail has; those that one has all the same are dropped.
_BEGIN, _END, _REST = "\ue0f1", "\ue0f2", "\ue0f3"
_SIGNS: Final = re.compile(f"[{_BEGIN}{_END}{_REST}]")
_BLOCKQUOTE: Final = re.compile(r"(<blockquote\b[^<>]*>)|(</blockquote\s*>)", re.IGNORECASE)
#: Elements by which mail programs hold all that comes before: Gmail, Yahoo, Proton, Outlook on the web and on phones, Thunderbird.
_BEFORE: Final = re.compile(
    r"""<(?:div|table|hr|span)\b[^<>]*?(?:class|id)\s*=\s*["']?(?:gmail_quote|gmail_extra|yahoo_quoted|protonmail_quote|"""
    r"""divRplyFwdMsg|appendonsend|moz-cite-prefix|ms-outlook-mobile-reference-message|mail-quote|zmail_extra)[^<>]*>""",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class QuotedHtml:
    """Turns HTML of a mail into text with signs in it.

    Args:
        html_text: Returns the text of HTML.
    """

    html_text: Callable[[str], str]

    def text(self, html: str) -> str:
        """Return the text with signs where earlier mail begins and ends; `taken_out` takes them out."""
        signed = _BLOCKQUOTE.sub(lambda tag: f"{tag[1]}{_BEGIN}" if tag[1] else f"{_END}{tag[2]}", _SIGNS.sub("", html))
        return self.html_text(_BEFORE.sub(lambda tag: f"{tag[0]}{_REST}", signed))


def taken_out(signed: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    r"""Return a text without signs, and the stretches that they say are quoted, in order.

    >>> taken_out("Yes.\n\ue0f1Shall we?\ue0f2\nK.")
    ('Yes.\nShall we?\nK.', ((5, 14),))
    """
    pieces, found = _SIGNS.split(signed), _SIGNS.findall(signed)
    ranges: list[tuple[int, int]] = []
    position = depth = start = 0
    for piece, sign in zip(pieces, [*found, ""], strict=True):
        position += len(piece)
        if sign == _BEGIN:
            start = position if depth == 0 else start
            depth += 1
        elif sign == _END and depth:
            depth -= 1
            if depth == 0:
                ranges.append((start, position))
        elif sign == _REST:
            ranges.append((min(start, position) if depth else position, sum(map(len, pieces))))
            break
    text = "".join(pieces)
    if depth and not (ranges and ranges[-1][1] == len(text)):
        ranges.append((start, len(text)))
    return text, tuple(pair for pair in ranges if pair[0] < pair[1])

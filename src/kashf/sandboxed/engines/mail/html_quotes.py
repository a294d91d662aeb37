"""Where the HTML of a mail shows earlier mail, and what it hides: its text does not say, so signs are put in and taken out again."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from kashf.sandboxed.engines.webpage import HIDDEN_BEGINS, HIDDEN_ENDS

Ranges = tuple[tuple[int, int], ...]

#: Code points for private use, which no mail has; those that one has all the same are dropped.
_BEGIN, _END, _REST = "\ue0f1", "\ue0f2", "\ue0f3"
_SIGNS: Final = re.compile(f"[{_BEGIN}{_END}{_REST}{HIDDEN_BEGINS}{HIDDEN_ENDS}]")
#: The same as a mail may write them.
_WRITTEN_SIGNS: Final = re.compile(rf"{_SIGNS.pattern}|&#(?:x0{{0,9}}e0f[1-5]|0{{0,9}}5758[5-9]);?", re.IGNORECASE)
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
        """Return the text with signs where earlier mail, and what is not shown, begins and ends; `taken_out` takes them out."""
        signed = _BLOCKQUOTE.sub(lambda tag: f"{tag[1]}{_BEGIN}" if tag[1] else f"{_END}{tag[2]}", _WRITTEN_SIGNS.sub("", html))
        return self.html_text(_BEFORE.sub(lambda tag: f"{tag[0]}{_REST}", signed))


def taken_out(signed: str) -> tuple[str, Ranges, Ranges]:
    r"""Return a text without signs, and the stretches that they say are quoted, and are not shown, in order.

    >>> taken_out("Yes.\n\ue0f1Shall we?\ue0f2\nK. \ue0f4Burn this.\ue0f5")
    ('Yes.\nShall we?\nK. Burn this.', ((5, 14),), ((18, 28),))
    """
    pieces, found = _SIGNS.split(signed), _SIGNS.findall(signed)
    text = "".join(pieces)
    ends = [*accumulate(map(len, pieces))]
    begun = [end for end, sign in zip(ends, found, strict=False) if sign == HIDDEN_BEGINS]
    ended = [end for end, sign in zip(ends, found, strict=False) if sign == HIDDEN_ENDS]
    return text, _quotes(pieces, found), tuple(zip(begun, ended, strict=False))


def _quotes(pieces: list[str], found: list[str]) -> Ranges:
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
    length = sum(map(len, pieces))
    if depth and not (ranges and ranges[-1][1] == length):
        ranges.append((start, length))
    return tuple(pair for pair in ranges if pair[0] < pair[1])

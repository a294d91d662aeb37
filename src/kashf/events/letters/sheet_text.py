"""The text of a paper in its folded form, of which every place leads back to the page."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Final

from kashf.domain.document import Page, Span
from kashf.domain.ids import DocumentId
from kashf.domain.letters.said import Said
from kashf.language.words.folding import fold_code_point

#: Code points of a paper that are read; a letter of ten full pages has fewer.
MOST_CODE_POINTS: Final = 30_000
_LINE: Final = re.compile(r"[^\n]+")
_TRIMMED: Final = " \t\u00a0.,،;؛:\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069"


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line that is not empty, by its places in the folded text."""

    start: int
    end: int
    folded: str


class SheetText:
    """The pages of a paper as one folded text.

    Args:
        document: Whose they are.
        pages: In order.
        most: Code points of them that are read; what comes after these is left out.
    """

    def __init__(self, document: DocumentId, pages: Sequence[Page], *, most: int = MOST_CODE_POINTS) -> None:
        self.document = document
        folded: list[str] = []
        places: list[int] = []
        self._numbers: list[int] = []
        self._texts: list[str] = []
        self._starts: list[int] = []
        self.is_cut = False
        length = 0
        for page in pages:
            text = page.text[: max(0, most - length)]
            self.is_cut = self.is_cut or len(text) < len(page.text)
            if not text:
                continue
            self._numbers.append(page.number)
            self._texts.append(text)
            self._starts.append(length)
            signs = _LONG_STROKE.sub("-", text)
            folded.append(f"{signs}\n".translate(_FOLDED))
            places.extend(_origins(signs, length))
            length += len(text) + 1
        self.folded = "".join(folded)
        self._places = places

    def lines(self) -> Iterator[SheetLine]:
        """Yield the lines that are not empty, without the space around them."""
        for found in _LINE.finditer(self.folded):
            if line := found[0].strip():
                start = found.start() + found[0].index(line)
                yield SheetLine(start, start + len(line), line)

    def words(self, start: int, end: int) -> str:
        """Return what the page has between two places of the folded text, verbatim, its line ends as spaces."""
        if start >= end:
            return ""
        page, first, last = self._on_page(start, end)
        return " ".join(self._texts[page][first:last].split("\n"))

    def said(self, start: int, end: int, rule: str, score: float) -> Said | None:
        """Return the words between two places of the folded text, without space and stops around them; None where there are none."""
        start, end = self.trimmed(start, end)
        if start >= end:
            return None
        page, first, last = self._on_page(start, end)
        return Said(self.words(start, end), Span(self.document, self._numbers[page], first, last), rule, score)

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Return a place without the space and stops around it."""
        while (start < end and self.folded[start] in _TRIMMED) or (start < end and self.folded[start] == "\n"):
            start += 1
        while end > start and (self.folded[end - 1] in _TRIMMED or self.folded[end - 1] == "\n"):
            end -= 1
        return start, end

    def _on_page(self, start: int, end: int) -> tuple[int, int, int]:
        """Return the page of a place, by its order, and where on it the place begins and ends, with its first page at the latest."""
        first = self._places[min(start, len(self._places) - 1)]
        last = self._places[end - 1] + 1 if end > start else first
        page = bisect_right(self._starts, first) - 1
        begin = self._starts[page]
        return page, first - begin, min(last - begin, len(self._texts[page]))


def western(text: str) -> str:
    """Return a text with western digits and without marks of direction and tatweel.

    >>> western("٧١ /٤٥")
    '71 /45'
    """
    return "".join(
        str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text if unicodedata.category(sign) != "Cf" and sign != "ـ"
    )


#: Long dashes are typed with the tatweel between the numbers of a day; in words it says nothing.
_LONG_STROKE: Final = re.compile(r"(?<=\d)ـ")


def _origins(text: str, start: int) -> list[int]:
    """Return for each sign of a folded page, and the line end behind it, from where it comes; most signs fold to one."""
    odd = "".join(sorted({sign for sign in set(text) if len(_FOLDED[ord(sign)]) != 1}))
    places: list[int] = []
    done = 0
    for found in re.finditer(f"[{re.escape(odd)}]", text) if odd else ():
        places.extend(range(start + done, start + found.start()))
        places.extend(repeat(start + found.start(), len(_FOLDED[ord(found[0])])))
        done = found.end()
    places.extend(range(start + done, start + len(text) + 1))
    return places


class _SheetSigns(dict[int, str]):
    """Code point -> it folded, filled when first met; line ends and tabs stay, any other space is one."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        folded = self[code] = sign if sign in "\n\t" else " " if sign.isspace() else fold_code_point(sign)
        return folded


_FOLDED: Final = _SheetSigns()

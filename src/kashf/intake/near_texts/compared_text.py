"""A text as it is compared with others: its folded words, and which stand in lines that say to whom, when and under which number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kashf.language.words.tokens import folded_words

#: Words that are compared of a long text; what follows is told by its signature alone.
MOST_WORDS: Final = 5000
#: Characters of a stretch that are looked at: 5,000 words of any language are shorter, and a line of gigabytes is no letter.
_MOST_CHARACTERS: Final = 500_000
#: How lines begin in which the copies of a circular differ: addressee, number, date, copies. Folded below.
_ADDRESSED: Final = (
    "إلى",
    "السيد",
    "السادة",
    "الأخ",
    "الإخوة",
    "حضرة",
    "العدد",
    "الرقم",
    "التاريخ",
    "الموافق",
    "نسخة",
    "صورة",
    "to",
    "dear",
    "attn",
    "attention",
    "ref",
    "no",
    "number",
    "date",
    "dated",
    "copy",
    "cc",
    "à",
    "an",
    "kime",
    "кому",
    "дата",
    "номер",
)
#: Such a line is short; what runs on is the letter.
_ADDRESS_WORDS: Final = 14
_FIRST_WORDS: Final = frozenset(folded_words(" ".join(_ADDRESSED)))
#: A line that names what stands in it: "Nationality: ...", "٣ اسم الأم: ...".
_LABELLED: Final = re.compile(r"^\s*(?P<label>[^\n:：]{2,60})[:：](?P<value>.*)$")


@dataclass(frozen=True, slots=True)
class ComparedText:
    """What is compared of a text.

    Args:
        words: Folded, in order.
        addressed: For each word, whether its line says to whom, when or under which number.
        fields: For each word, the number of the labelled line whose value it is part of; -1 for all others.
        is_scan: Whether OCR read any of it.
        is_cut: Whether there is more of it.
    """

    words: tuple[str, ...]
    addressed: tuple[bool, ...]
    fields: tuple[int, ...]
    is_scan: bool
    is_cut: bool = False


def compared_text(texts: Iterable[str], *, is_scan: bool) -> ComparedText:
    r"""Return what is compared of some stretches of text.

    >>> compared_text(["To: the guards\nName: Karim"], is_scan=False).fields
    (-1, -1, -1, -1, 1)
    """
    words: list[str] = []
    addressed: list[bool] = []
    fields: list[int] = []
    for number, line in enumerate(line for text in texts for line in text[:_MOST_CHARACTERS].splitlines()):
        if len(words) >= MOST_WORDS:
            return ComparedText(tuple(words[:MOST_WORDS]), tuple(addressed[:MOST_WORDS]), tuple(fields[:MOST_WORDS]), is_scan, is_cut=True)
        found = folded_words(line)
        is_addressed = 0 < len(found) <= _ADDRESS_WORDS and found[0] in _FIRST_WORDS
        labelled = None if is_addressed else _LABELLED.match(line)
        values = len(folded_words(labelled["value"])) if labelled else 0
        words += found
        addressed += [is_addressed] * len(found)
        fields += [-1] * (len(found) - values) + [number] * min(values, len(found))
    cut = len(words) > MOST_WORDS
    return ComparedText(tuple(words[:MOST_WORDS]), tuple(addressed[:MOST_WORDS]), tuple(fields[:MOST_WORDS]), is_scan, is_cut=cut)

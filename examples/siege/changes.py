"""Near copies: the same document with one word changed, or with a line of another hand at its head."""

import re
from random import Random

from examples.siege.document import Document
from examples.siege.text import Mark

_WORD = re.compile(r"[^\W\d_]{4,}")
_OTHER_WORDS = {"ar": ("لاحقا", "فورا", "سرا", "مجددا", "أخيرا"), "": ("later", "once", "twice", "already", "perhaps")}
_HEADERS = {
    "ar": ("صورة طبق الأصل - حفظت في الأضبارة {}", "نسخة ثانية، رقم الحفظ {}", "وارد الديوان {}"),
    "": ("True copy, file no. {}", "Received {}", "Second copy, archive {}"),
}


def change_word(document: Document, rng: Random, *, spare_names: bool) -> Document:
    """Return the document with a word changed, of its second half where it can be; nothing planted is touched, and if asked for no name."""
    page = document.pages[-1]
    spared = [mark for mark in page.marks if spare_names or mark.what != "name"]
    free = _free(page.words, spared, len(page.words) // 2) or _free(page.words, spared, 0)
    start, end = rng.choice(free)
    other = rng.choice(_OTHER_WORDS.get(document.language, _OTHER_WORDS[""]))
    return document.with_pages(*document.pages[:-1], page.with_replaced(start, end, other))


def change_header(document: Document, rng: Random) -> Document:
    """Return the document with a registrar's line above it."""
    line = rng.choice(_HEADERS.get(document.language, _HEADERS[""])).format(rng.randrange(100, 999))
    return document.with_pages(document.pages[0].with_replaced(0, 0, line + "\n"), *document.pages[1:])


def _free(words: str, spared: list[Mark], after: int) -> list[tuple[int, int]]:
    return [found.span() for found in _WORD.finditer(words, after) if not _touches(spared, *found.span())]


def _touches(marks: list[Mark], start: int, end: int) -> bool:
    return any(mark.start <= end and start <= mark.end for mark in marks)

"""What is known of a file beside its text, as it is searched: its name, its folders, and what it says about itself.

It is no text of the document: nothing that is found here is a mention, and no count has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from kashf.language.words.folding import Folded
from kashf.language.words.tokens import folded_words
from kashf.ports.search import Passage
from kashf.search.passages import Indexable, facets_of

#: Known keys of metadata that are worth a search; the names of senders and recipients are facets of their own.
_KNOWN: Final = ("title", "author", "subject", "description", "keywords", "device", "taken", "latitude", "longitude", "original-path")
#: Other keys that may name people, places or things, under whatever name a format has for them.
_MAY_NAME: Final = re.compile(
    r"author|creator|artist|owner|manager|company|organi[sz]ation|editor|modifier|last.?(modified|saved).?by|copyright|credit|byline|(created|written|taken).?by"
    r"|city|country|location|place|address|gps|caption|comment|keyword|category|title|make$|model|serial|camera|phone|name$"
)
_KINDS: Final = MappingProxyType({"file-name": "name", "folder": "folder", "original-path": "folder", "title": "title", "subject": "title"})
_WRITER: Final = re.compile(r"author|creator|artist|editor|modifier|last.?(modified|saved).?by|byline|(created|written|taken).?by")
_MOST_LINES: Final = 200
#: Where a name without spaces falls into words: signs that join, a capital after a small letter, and between letters and digits.
_JOINTS: Final = re.compile(r"[_\-.+~@]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class AboutLine:
    """One thing that is known of a file.

    Args:
        field: What it is: "file-name", "folder", or the key of the metadata.
        text: As it was found.
    """

    field: str
    text: str

    @property
    def kind(self) -> str:
        """What it is asked for by: "name", "folder", "title" or "author"; "" for all else."""
        if self.field in _KINDS:
            return _KINDS[self.field]
        return "author" if _WRITER.search(self.field.lower()) else ""

    @property
    def words(self) -> tuple[Folded, ...]:
        """Its folded words, of names those that are written without spaces between them too."""
        return _words(self.text)


def about_lines(places: Sequence[str], metadata: Mapping[str, str]) -> tuple[AboutLine, ...]:
    """Return what is known of a file, in an order that depends on nothing else, 200 lines at most.

    Args:
        places: Where it was seen, in order.
        metadata: What it says about itself.
    """
    lines = dict.fromkeys([*_of_places(places), *_of_metadata(metadata)])
    return tuple(lines)[:_MOST_LINES]


def about_passages(item: Indexable) -> Iterator[Passage]:
    """Yield what is known of a document, one passage for each line, on page 0; a line without any word yields none."""
    facets = facets_of(item)
    for number, line in enumerate(about_lines(item.places, item.record.metadata)):
        if words := line.words:
            yield Passage(item.record.id, 0, number, number + 1, words, facets, kind=line.kind)


def in_words(name: str) -> str:
    """Return a name with spaces where one word ends and another begins.

    >>> in_words("Amr_2014-10_DeirHafir12.docx"), in_words("أمر_الانسحاب")
    ('Amr 2014 10 Deir Hafir 12 docx', 'أمر الانسحاب')
    """
    return _JOINTS.sub(" ", name)


@lru_cache(maxsize=1024)  # Files of one folder, and of one camera, say the same.
def _words(text: str) -> tuple[Folded, ...]:
    whole = folded_words(text)
    apart = folded_words(in_words(text))
    return (*whole, *apart) if apart != whole else tuple(whole)


def _of_places(places: Sequence[str]) -> Iterator[AboutLine]:
    for place in places:
        folder, _, name = place.rpartition("/")
        yield AboutLine("file-name", name)
        if folder:
            yield AboutLine("folder", folder)


def _of_metadata(metadata: Mapping[str, str]) -> Iterator[AboutLine]:
    yield from (AboutLine(key, metadata[key]) for key in _KNOWN if metadata.get(key))
    others = sorted(key for key in metadata if key not in _KNOWN and _MAY_NAME.search(key.lower()))
    yield from (AboutLine(key, metadata[key]) for key in others if metadata[key])

"""Learn to find a case's names from the names that people accepted in it.

Decided texts are lines in which everything that is named has an accepted name. The question that a held-out part answers is the one that
matters later: would the model have found names that nobody had accepted yet? So whole names are held out, with every line they stand in,
and nothing that finds names meanwhile knows them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from kashf.domain.document import Page
from kashf.domain.entity import RESOLVED, Mention, MentionType, NameKey, PlacedMention
from kashf.domain.ids import DocumentId
from kashf.entities.tagging.keys import mention_key
from kashf.entities.tagging.train import Learned, is_held_out, learn
from kashf.ports.taggers import LabelledText, Learner, Tagger
from kashf.search.passages import counted_places
from kashf.services.case.open import OpenCase
from kashf.services.names.list import accepted_names

#: Lines that are learnt from and tested on; more take minutes and teach little.
_MOST_LINES: Final = 20_000
_LINE: Final = re.compile(r"[^\n]+")

_Name = tuple[str, MentionType]


def learn_names(case: OpenCase, *, taggers: Callable[[Iterable[_Name]], Sequence[Tagger]], learner: Learner) -> Learned:
    """Learn from the accepted names of a case, and test what was learnt on names that were held out.

    Args:
        case: Which case.
        taggers: Makes what finds names already, from the accepted names that it may know.
        learner: Makes models.

    Raises:
        UsageError: Too little was decided to learn from some and test on the rest.
        UnfinishedError: The case is of an earlier kashf, which did not look for names.
    """
    names = [(name, type) for name, type in accepted_names(case) if type in RESOLVED]
    known = [(name, type) for name, type in names if not is_held_out(name)]

    def has_held_out_name(text: LabelledText) -> bool:
        return any(is_held_out(mention_key(mention)) for mention in text.mentions)

    return learn(_decided_lines(case, names), taggers=taggers(known), learner=learner, held_out=has_held_out_name)


def _decided_lines(case: OpenCase, names: Sequence[_Name]) -> list[LabelledText]:
    accepted = {(NameKey(name), type) for name, type in names}
    types = frozenset(type for _, type in names)
    lines: list[LabelledText] = []
    for document in _documents_with(case, names):
        (record,) = case.view.records([document])
        placed = [each for each in case.view.mentions_in(document) if each.mention.type in types]
        for page in case.view.pages(document):
            mine = [each for each in placed if each.page == page.number]
            lines += [LabelledText(text, mentions, record.language) for text, mentions in _lines(page, mine, accepted)]
        if len(lines) >= _MOST_LINES:
            break
    return lines[:_MOST_LINES]


def _documents_with(case: OpenCase, names: Sequence[_Name]) -> list[DocumentId]:
    """Return the documents that have one of some names, by id: hashes, so that those that come first are a fair choice."""
    found: set[DocumentId] = set()
    for type in sorted({type for _, type in names}):
        found.update(case.view.documents_with(type, [NameKey(name) for name, of in names if of is type]))
    return sorted(found)


def _lines(
    page: Page, placed: Sequence[PlacedMention], accepted: set[tuple[NameKey, MentionType]]
) -> Iterator[tuple[str, tuple[Mention, ...]]]:
    """Yield the lines of a page in which something is named, and all of that is accepted, with the mentions placed in the line."""
    for start, end in counted_places(page):
        for line in _LINE.finditer(page.text, start, end):
            inside = [each for each in placed if line.start() <= each.mention.start < line.end()]
            if inside and all((each.key, each.mention.type) in accepted and each.mention.end <= line.end() for each in inside):
                yield line.group(), tuple(_moved(each.mention, -line.start()) for each in inside)


def _moved(mention: Mention, by: int) -> Mention:
    return replace(mention, start=mention.start + by, end=mention.end + by)

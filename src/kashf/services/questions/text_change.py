"""What differs between a document and another version of it: how many words, and which names and numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kashf.domain.entity import NameKey
from kashf.domain.ids import DocumentId
from kashf.errors import UnfinishedError
from kashf.language.words.tokens import folded_words
from kashf.ports.forms import ShownPages
from kashf.ports.views import CaseView

#: Names and numbers told of each side; how many there are in all is told too.
MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class OnlyIn:
    """What stands in one of two versions alone.

    Args:
        words: How many words, each as often as it stands there more.
        numbers: Numbers among them, as folded, the first 20.
        names: Who and what is named in it alone, as written, the first 20.
    """

    words: int
    numbers: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextChange:
    """How a version differs from an earlier one; where a word stands makes no difference.

    Args:
        added: What the later one has alone.
        gone: What the earlier one has alone.
        shared: Words that both have, each as often as both have it.
    """

    added: OnlyIn
    gone: OnlyIn
    shared: int


def text_change(view: CaseView, later: DocumentId, earlier: DocumentId, *, shown: ShownPages) -> TextChange:
    """Return how two documents of a case differ in words, names and numbers, without what is sealed in either."""
    words = [_words(shown, document) for document in (later, earlier)]
    names = [_names(view, document) for document in (later, earlier)]
    added, gone = (_only(words[here], words[1 - here], names[here], names[1 - here]) for here in (0, 1))
    return TextChange(added, gone, (words[0] & words[1]).total())


def _words(view: ShownPages, document: DocumentId) -> Counter[str]:
    return Counter(word for page in view.pages(document) for word in folded_words(page.text))


def _names(view: CaseView, document: DocumentId) -> dict[tuple[str, NameKey], str]:
    try:
        return {(each.mention.type.value, each.key): " ".join(each.mention.text.split()) for each in view.mentions_in(document)}
    except UnfinishedError:  # of a case that was not searched for names yet
        return {}


def _only(
    words: Counter[str], others: Counter[str], names: dict[tuple[str, NameKey], str], other_names: dict[tuple[str, NameKey], str]
) -> OnlyIn:
    left = words - others
    numbers = sorted(word for word in left if any(map(str.isdecimal, word)))
    return OnlyIn(
        left.total(), tuple(numbers[:MOST_TOLD]), tuple(dict.fromkeys(names[key] for key in sorted(names.keys() - other_names)))[:MOST_TOLD]
    )

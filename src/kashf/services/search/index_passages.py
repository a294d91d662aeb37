"""Put what was read into the index of a case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import Final

from kashf.language.sounds.similarity import skeleton
from kashf.language.words.clitics import ARTICLE, ARTICLES
from kashf.language.words.folding import Folded
from kashf.ports.search import TRANSLATION, IndexWriter, Passage
from kashf.search.about import about_passages
from kashf.search.passages import Indexable, passages
from kashf.search.translated import translated_passages
from kashf.search.ways.name_spellings import readings

#: Code points. Longer words are kept out of the word list: they are keys, hashes and encoded bytes, not names.
_LONGEST_NAME: Final = 40
#: Passages put at a time: all words of a text of millions are never held.
_PASSAGES_AT_ONCE: Final = 500
#: Words, about, that the list learns from one document; a large library has no more, and a hostile text as many as it has lines.
_MOST_LEARNT: Final = 500_000
#: What is written before the article of a name of at least three letters; لل holds the article itself.
_BEFORE_ARTICLE: Final = re.compile(f"^(?:{'|'.join(clitic for clitic in ARTICLES if clitic != ARTICLE)})(?=...)")


def all_passages(item: Indexable) -> Iterator[Passage]:
    """Yield the passages of a document: what is known of it beside its text, its text, and what is translated of it."""
    yield from about_passages(item)
    yield from passages(item)
    yield from translated_passages(item)


def index_documents(items: Sequence[Indexable], *, writer: IndexWriter, known: AbstractSet[str] = frozenset()) -> dict[str, str]:
    """Put documents into the index and return what the case's word list learns from them; see `put_passages`."""
    return put_passages([tuple(all_passages(item)) for item in items], writer=writer, known=known)


def put_passages(documents: Iterable[Sequence[Passage]], *, writer: IndexWriter, known: AbstractSet[str] = frozenset()) -> dict[str, str]:
    """Put the passages of documents into the index and return what the case's word list learns from them.

    Args:
        documents: All passages of each, whose older ones have been dropped.
        writer: The index's writer; nothing is committed here.
        known: Words that the list has already.

    Returns:
        Folded words that may be names, each with its consonant skeleton; those in `known` are left out, and so is what only stands in a
        translation. A word with particles written before its article (والشمالي) is learned without them, since it is by الشمالي that
        another script finds it.
    """
    words: set[Folded] = set()
    for cut in documents:
        left, is_first, most = iter(cut), True, len(words) + _MOST_LEARNT
        while some := list(islice(left, _PASSAGES_AT_ONCE)):
            writer.put(some)
            made = [passage for passage in some if passage.kind != TRANSLATION]
            if len(words) < most:
                words.update(*(passage.words for passage in made))
            if is_first and made:
                words.update(made[0].facets.sender, made[0].facets.recipient)
                is_first = False
    bare = {Folded(_BEFORE_ARTICLE.sub(ARTICLE, word)) for word in words}
    return {word: skeleton(next(readings(word))) for word in (words | bare) - known if 1 < len(word) <= _LONGEST_NAME and word.isalpha()}

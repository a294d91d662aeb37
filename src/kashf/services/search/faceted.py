"""A search as a screen needs it: narrowed by facets, one result for each document, its copies beside it instead of among the results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kashf.domain.document import Origin
from kashf.domain.entries.delivery import Scope
from kashf.domain.ids import DocumentId
from kashf.errors import UsageError
from kashf.ports.views import DocumentRecord
from kashf.search.lexer import QUOTES
from kashf.search.parse import parse
from kashf.search.query import Narrow, all_of, any_of, render
from kashf.services.case.open import OpenCase
from kashf.services.search.find import Found, Hit, documents, facets, find
from kashf.services.search.named_facets import MOST_COUNTED, named_facets
from kashf.services.search.within import WITHIN, within

#: All text: where documents are kept to by what they name alone.
_ANYTHING = any_of([Narrow("origin", origin.value) for origin in Origin])


@dataclass(frozen=True, slots=True)
class Search:
    """What is asked.

    Args:
        query: In the query language; may be empty when there are filters.
        filters: Fields of the query language, or filters of `within`, with the value to keep to.
        exact: Words as they stand, folded; without stems and spellings.
        all_text: With text that is passed over by default.
        limit: Passages of one piece of the answer.
        offset: Passages before it.
        scope: Which collection is searched.
        translations: With what is translated of pages, beside the passages.
        reader: Who looks, as `reader_called` gives it.
    """

    query: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)
    exact: bool = False
    all_text: bool = False
    limit: int = 20
    offset: int = 0
    scope: Scope = Scope.LEAK
    translations: bool = True
    reader: str = ""


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document with the passages of it that are in this piece of the answer.

    Args:
        record: The document.
        hits: Its passages, best first.
        copies: Other documents with the same text, which are not among the results again.
    """

    record: DocumentRecord
    hits: tuple[Hit, ...]
    copies: tuple[DocumentRecord, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A piece of an answer.

    Args:
        found: As the search gave it.
        results: By document, the best first.
        facets: How many documents of the whole answer have which value of type, channel, language, origin and month; of no more than 500
            documents also which folder, and whom they name and what they hold.
    """

    found: Found
    results: tuple[FoundDocument, ...]
    facets: Mapping[str, Mapping[str, int]]


def search(case: OpenCase, asked: Search) -> Answer:
    """Return a piece of the answer with the facets of all of it.

    Raises:
        QuerySyntaxError: The query is malformed; the place of the fault is that in what was typed.
        UsageError: A filter has a value that cannot be kept to.
        DamagedCaseError: The index is missing or unreadable.
    """
    kept = within(case, asked.filters)
    found = _find(kept, asked)
    if not found.total:
        return Answer(found, (), {})
    query = narrowed(asked.query, asked.filters)
    counts = facets(kept, query, exact=asked.exact, all_text=asked.all_text, scope=asked.scope)
    is_counted = sum(counts.get("type", {}).values()) <= MOST_COUNTED  # Every document has one type.
    beside = named_facets(case.view, _matching(kept, asked)) if is_counted else {}
    return Answer(found, _results(case, found.hits), {**counts, **beside})


def find_asked(case: OpenCase, asked: Search) -> Found:
    """Return a piece of the answer without facets; raises what `search` does."""
    return _find(within(case, asked.filters), asked)


def matching(case: OpenCase, asked: Search) -> tuple[DocumentId, ...]:
    """Return all documents that answer, by id; raises what `search` does."""
    return _matching(within(case, asked.filters), asked)


def narrowed(query: str, filters: Mapping[str, str]) -> str:
    """Return a query that also keeps to the filters, whatever the query joins and leaves out.

    >>> narrowed("bridge OR tower", {"type": "application/pdf"})
    '(bridge OR tower) type:"application/pdf"'
    """
    of_index = {name: value for name, value in filters.items() if name not in WITHIN}
    if any(not set(QUOTES).isdisjoint(value) for value in of_index.values()):
        raise UsageError("a filter cannot keep to a value with a quotation mark in it", code="quote-in-filter")
    kept = [Narrow(name, value) for name, value in of_index.items() if value]
    typed = [parse(query)] if query.strip() or not filters else [] if kept else [_ANYTHING]
    return render(all_of([*typed, *kept]))


def _find(kept: OpenCase, asked: Search) -> Found:
    return find(
        kept,
        narrowed(asked.query, asked.filters),
        limit=asked.limit,
        offset=asked.offset,
        exact=asked.exact,
        all_text=asked.all_text,
        scope=asked.scope,
        translations=asked.translations,
        reader=asked.reader,
    )


def _matching(kept: OpenCase, asked: Search) -> tuple[DocumentId, ...]:
    query = narrowed(asked.query, asked.filters)
    return documents(kept, query, exact=asked.exact, all_text=asked.all_text, scope=asked.scope)


def _results(case: OpenCase, hits: Sequence[Hit]) -> tuple[FoundDocument, ...]:
    by_document: dict[DocumentId, list[Hit]] = {}
    for hit in hits:
        by_document.setdefault(hit.document, []).append(hit)
    copies = {document: case.view.same_text(document) for document in by_document}
    leaders: list[DocumentId] = []
    for document in by_document:
        if not set(copies[document]) & set(leaders):
            leaders.append(document)
    wanted = {id for leader in leaders for id in (leader, *copies[leader])}
    records = {record.id: record for record in case.view.records(sorted(wanted))}
    return tuple(
        FoundDocument(records[leader], tuple(by_document[leader]), tuple(records[id] for id in copies[leader] if id in records))
        for leader in leaders
    )

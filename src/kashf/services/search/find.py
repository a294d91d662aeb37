"""Look into a case: search it."""

from __future__ import annotations

from collections.abc import Collection as AbstractCollection
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from kashf.domain.document import MarkKind, Origin, Page
from kashf.domain.entries.delivery import Collection, Scope
from kashf.domain.forms.template_fields import FieldKind
from kashf.domain.ids import DocumentId
from kashf.domain.left_out import LeftOut, MoreIn
from kashf.errors import DamagedIndexError
from kashf.language.words.other_readings import UnseenNumber, unseen_numbers
from kashf.ports.forms import SealedPlaces, ShownPages
from kashf.ports.search import IndexQuery, Layer, PassageHit, PassageHits
from kashf.ports.stages import DATES
from kashf.ports.views import CaseView, DocumentRecord
from kashf.search.advice import Advice, advice
from kashf.search.expand import ExpandedQuery, expand
from kashf.search.facets import OF_FORMS, undated
from kashf.search.highlight import Finder, Place, Why, snippet
from kashf.search.parse import parse
from kashf.search.passages import shown_places
from kashf.search.query import Narrow, Node, every_leaf, explain
from kashf.services.case.collections import narrow
from kashf.services.case.open import OpenCase
from kashf.services.search.about import AboutHit, about_hits
from kashf.services.search.by_all_names import by_all_names
from kashf.services.search.count_left_out import left_out_of_question, of_what_stands, passages_apart
from kashf.services.search.in_translations import NOTHING, FoundInTranslations, found_in_translations
from kashf.services.search.over_end import matches_over_end
from kashf.services.search.written_days import DayCounts, asks_for_days, count_by_sureness, months_of, on_written_days

#: Passages that are passed over up to which it is told how many of them are quoted mail: their pages are looked at.
_MOST_TOLD_APART: Final = 100


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers a query.

    Args:
        document: Whose it is.
        page: Number, from 1.
        start: Code point of the page's text at which the best of it begins: what to cite. Without a word in the query, the snippet.
        end: One past its last.
        score: Higher is better; comparable within one answer only.
        snippet: The page's text around it, every kind of space as a plain one.
        snippet_start: Code point of the page's text at which the snippet begins.
        highlights: Places in the snippet that answer.
        why: Which words of the passage answer which of the query, and how.
        path: Where the document was first seen, for display.
        type: Its media type.
        is_marked: Whether it is text that default search passes over.
        is_unsure: Whether its page is one of which words are more often wrong than right.
        unseen: Numbers and dates in the snippet that a machine read and nobody looked at, by places of the page's text.
        sealed: What is asked by fields of forms whose values are hidden in the snippet; what answers there is told by no word.
    """

    document: DocumentId
    page: int
    start: int
    end: int
    score: float
    snippet: str
    snippet_start: int
    highlights: tuple[Place, ...]
    why: tuple[Why, ...]
    path: str
    type: str
    is_marked: bool
    is_unsure: bool
    unseen: tuple[UnseenNumber, ...] = ()
    sealed: tuple[FieldKind, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a query.

    Args:
        query: The query in words.
        total: Passages that answer, those not shown included.
        hits: Best first; passages of equal score by document, page and place.
        tried: Spellings of the case that were looked for, by word of the query, closest first.
        collection: What was searched.
        elsewhere: Passages that answer in the other collections, by collection; those without any are left out.
        left_out: What was not searched, and how much answers in it where that is known.
        about: Files that answer by their name or by what they say about themselves, best first: no mentions, and not among the hits.
        about_total: How many things known of files answer, those not shown included.
        advice: What may have been meant otherwise than it was taken.
        translated: Translations of pages that answer: no mentions, and not among the hits.
        days: How sure the passages are of the days that were asked for; None where none were.
    """

    query: str
    total: int
    hits: tuple[Hit, ...]
    tried: Mapping[str, tuple[str, ...]]
    collection: Scope = Scope.ALL
    elsewhere: Mapping[Collection, int] = field(default_factory=dict)
    left_out: LeftOut = field(default_factory=LeftOut)
    about: tuple[AboutHit, ...] = ()
    about_total: int = 0
    advice: tuple[Advice, ...] = ()
    translated: FoundInTranslations = NOTHING
    days: DayCounts | None = None

    @property
    def is_nothing(self) -> bool:
        """Whether nothing answers: no text, no file by its name, no translation."""
        return not (self.total or self.about_total or self.translated.total)


def find(  # noqa: PLR0913  (one argument for each thing a person can choose)
    case: OpenCase,
    query: str,
    *,
    limit: int = 20,
    offset: int = 0,
    exact: bool = False,
    variants: bool = True,
    all_text: bool = False,
    scope: Scope = Scope.LEAK,
    translations: bool = True,
    reader: str = "",
) -> Found:
    """Return the passages that answer a query.

    Args:
        case: Where to look.
        query: In the query language of `kashf.search.parse`.
        limit: Hits to return, from `offset` on.
        offset: Hits to pass over.
        exact: Words as they stand, folded; without stems and spellings.
        variants: With the spellings of words that are found in the case, in both scripts.
        all_text: With text that is left out by default: tickers, navigation, quoted mail, pages that were read too unsurely.
        scope: Which collection is searched; how much answers in the others is said beside it.
        translations: With what is translated of pages, beside the hits; without it, how many answer is told.
        reader: Who looks, as `reader_called` gives it: of a page that they translate blind no translation is searched.

    Raises:
        QuerySyntaxError: The query is malformed.
        DamagedIndexError: The index is missing or unreadable.
    """
    node = parse(query)
    question = ask_for(case, node, exact=exact, variants=variants)
    narrowed = narrow(case, scope)
    layer = Layer.ALL if all_text else Layer.SHOWN
    days, question = question.query, replace(question, query=on_written_days(case.view, question.query))
    answer = ask(narrowed.case, question.query, limit=limit, offset=offset, layer=layer)
    sureness = count_by_sureness(case.view, days, lambda asked: ask(narrowed.case, asked, limit=1, layer=layer).total, total=answer.total)
    elsewhere = narrowed.elsewhere(lambda other: ask(other, question.query, limit=1, layer=layer).total)
    finder = Finder(question.aims)
    translated = found_in_translations(narrowed.case, question, finder, reader=reader, limit=limit * translations, offset=offset)
    more = _more(narrowed.case, question.query, layer) | translated.more(is_shown=translations)
    unsaid = left_out_of_question(narrowed.case, more)
    unsaid = replace(unsaid, unsure_pages=0) if all_text else unsaid
    # A query that only narrows, such as type:pdf, asks for no words, and is answered by documents alone.
    beside = ask(narrowed.case, question.query, limit=limit, offset=offset, layer=Layer.ABOUT) if question.aims else PassageHits((), 0)
    about = about_hits(case.view, beside.hits, finder)
    hits = _hits(case, answer.hits, finder)
    found = (explain(node), answer.total, hits, question.spellings, scope, elsewhere, unsaid, about, beside.total)
    return Found(*found, advice=advice(query), translated=translated if translations else NOTHING, days=sureness)


def facets(
    case: OpenCase, query: str, *, exact: bool = False, variants: bool = True, all_text: bool = False, scope: Scope = Scope.LEAK
) -> Mapping[str, Mapping[str, int]]:
    """Return how many documents of a collection answer a query, by type, channel, language, origin and month ("yyyy-mm").

    Raises:
        QuerySyntaxError: The query is malformed.
        DamagedIndexError: The index is missing or unreadable.
    """
    question = ask_for(case, parse(query), exact=exact, variants=variants)
    layer = Layer.ALL if all_text else Layer.SHOWN
    return narrow(case, scope).case.index.facets(of_what_stands(case, question.query), layer=layer, months=months_of(case.view))


def documents(
    case: OpenCase, query: str, *, exact: bool = False, all_text: bool = False, scope: Scope = Scope.LEAK
) -> tuple[DocumentId, ...]:
    """Return which documents of a collection answer a query, by id.

    Raises:
        QuerySyntaxError: The query is malformed.
        DamagedIndexError: The index is missing or unreadable.
    """
    question = ask_for(case, parse(query), exact=exact)
    return narrow(case, scope).case.index.documents(of_what_stands(case, question.query), layer=Layer.ALL if all_text else Layer.SHOWN)


def ask_for(case: OpenCase, node: Node, *, exact: bool = False, variants: bool = True) -> ExpandedQuery:
    """Return what a query asks of the index of a case, with the forms and spellings of its words that stand there.

    Raises:
        UsageError: More words than spellings are looked up for, or a pattern fits too many words.
        NotFoundError: No form asks what `field:` names.
        NotAllowedError: Such a field is sealed.
    """
    asked = by_all_names(case, node, exact=exact, variants=variants)
    vocabulary = case.index.vocabulary() if case.index.is_whole() else None
    forms = _asked_of_forms(case.view, node)
    return expand(asked, case.view.words_with, exact=exact, variants=variants, vocabulary=vocabulary, forms=forms)


def ask(case: OpenCase, query: IndexQuery, *, limit: int, offset: int = 0, layer: Layer = Layer.SHOWN) -> PassageHits:
    """Return passages that answer a question; none while nothing was indexed yet.

    Raises:
        DamagedIndexError: The index is missing or unreadable, and should not be.
    """
    try:
        return case.index.search(of_what_stands(case, query), limit=limit, offset=offset, layer=layer)
    except DamagedIndexError:
        if _is_anything_indexed(case.view):
            raise
        return PassageHits((), 0)


def ask_pages(case: OpenCase, query: IndexQuery, *, but: AbstractCollection[tuple[DocumentId, int]]) -> frozenset[tuple[DocumentId, int]]:
    """Return the pages that answer a question, other than those known already; none while nothing was indexed yet.

    Raises:
        DamagedIndexError: The index is missing or unreadable, and should not be.
    """
    try:
        return case.index.pages(of_what_stands(case, query), but=but)
    except DamagedIndexError:
        if _is_anything_indexed(case.view):
            raise
        return frozenset()


def _asked_of_forms(view: CaseView, node: Node) -> dict[Narrow, frozenset[DocumentId]]:
    """Return the documents that answer what is asked of fields of forms, by each such part of a query."""
    asked = [leaf for leaf in every_leaf(node) if isinstance(leaf, Narrow) and leaf.field == OF_FORMS]
    if not asked:
        return {}
    from kashf.services.forms.naming.answered_fields import answering  # Few searches ask so, and what values are read with loads long.

    return {leaf: answering(view, leaf.value) for leaf in asked}


def _is_anything_indexed(view: CaseView) -> bool:
    """Return whether there is an index that could be damaged."""
    return bool((totals := view.totals()).done or totals.partial)


def _more(case: OpenCase, query: IndexQuery, layer: Layer) -> dict[MoreIn, int]:
    """Return how many passages would answer in text that was not searched, and in documents that no date is known of."""
    found = {MoreIn.UNDATED: passages_apart(case, without_date, layer) if (without_date := undated(query)) else 0}
    found |= {MoreIn.DATES_WAITING: case.view.count_waiting(DATES)} if asks_for_days(query) else {}
    apart = {MoreIn.PASSED_OVER: Layer.PASSED_OVER, MoreIn.UNSURE: Layer.UNSURE} if layer is Layer.SHOWN else {}
    found |= {place: passages_apart(case, query, other) for place, other in apart.items()}
    return found | {MoreIn.QUOTED: _quoted(case, query) if 0 < found.get(MoreIn.PASSED_OVER, 0) <= _MOST_TOLD_APART else 0}


def _quoted(case: OpenCase, query: IndexQuery) -> int:
    """Return how many of the passages that are passed over stand in quotations of mail."""
    hits = ask(case, query, limit=_MOST_TOLD_APART, layer=Layer.PASSED_OVER).hits
    marks = ((hit.start, page.marks) for hit in hits if (page := case.view.page(hit.document, hit.page)))
    return sum(any(mark.kind is MarkKind.REPEATED and mark.start <= at < mark.end for mark in some) for at, some in marks)


def _hits(case: OpenCase, answers: Sequence[PassageHit], finder: Finder) -> tuple[Hit, ...]:
    view, shown = case.view, case.shown
    sealed = shown.sealed_in([answer.document for answer in answers])
    records = {record.id: record for record in view.records(tuple({answer.document for answer in answers}))}
    pages = ((answer, records.get(answer.document), shown.page(answer.document, answer.page)) for answer in answers)
    # A document that is being read again may have lost its page since it was indexed; it will be indexed again.
    hits = ((_hit(shown, answer, record, page, finder), page) for answer, record, page in pages if record and page)
    return tuple(replace(hit, unseen=_unseen(view, hit, page), sealed=_sealed(hit, sealed)) for hit, page in hits)


def _sealed(hit: Hit, places: SealedPlaces) -> tuple[FieldKind, ...]:
    """Return what is hidden in a snippet."""
    start, end = hit.snippet_start, hit.snippet_start + len(hit.snippet)
    here = (each for each in places.get((hit.document, hit.page), ()) if each.start < end and start < each.end)
    return tuple(dict.fromkeys(each.kind for each in here))


def _unseen(view: CaseView, hit: Hit, page: Page) -> tuple[UnseenNumber, ...]:
    if page.origin is Origin.DIGITAL:
        return ()
    found = unseen_numbers(page, view.second_readings(hit.document, page=hit.page))
    end = hit.snippet_start + len(hit.snippet)
    return tuple(each for each in found if hit.snippet_start <= each.start and each.end <= end)


def _hit(view: ShownPages, answer: PassageHit, record: DocumentRecord, page: Page, finder: Finder) -> Hit:
    place = (answer.start, min(answer.end, len(page.text)))
    shown = (place,) if answer.is_marked else tuple(shown_places(page, *place))
    found = finder.matches(page.text, shown) or matches_over_end(view, answer, page, finder)
    cut = snippet(page.text, shown or (place,), found)
    return Hit(
        document=answer.document,
        page=answer.page,
        start=cut.best[0],
        end=cut.best[1],
        score=answer.score,
        snippet=cut.text,
        snippet_start=cut.start,
        highlights=cut.highlights,
        why=cut.why,
        path=record.name,
        type=record.type,
        is_marked=answer.is_marked,
        is_unsure=answer.is_unsure,
    )

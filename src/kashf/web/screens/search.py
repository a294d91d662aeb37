"""The search screen: what the address asks for, and what the page shows of the answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, Final, Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

from pydantic import Field, ValidationError

from kashf.domain.entries.delivery import Scope
from kashf.search.highlight import Why
from kashf.services.search.faceted import Answer, FoundDocument, Search, search
from kashf.services.search.find import Hit
from kashf.services.search.named_facets import FOLDER, MOST_COUNTED
from kashf.services.search.within import WITHIN
from kashf.services.translated.searched_translations import are_any
from kashf.show.answers import found_answer
from kashf.show.translated_words import found_translation_rows, marked_pieces
from kashf.web.bars import bars
from kashf.web.gate.posted_forms import malformed
from kashf.web.renderers import Spreadsheet
from kashf.web.rendering import State, address
from kashf.web.screens.params import Filter, Query, ScreenParams
from kashf.web.screens.screen import Context, Nav, Screen, Visit
from kashf.web.screens.translation import reader_at_work
from kashf.web.text.page_text import Doubt, TextLine, TextView, lines

#: Passages on one page of results.
PAGE_LENGTH: Final = 20
#: Passages in a JSON or CSV file, from the page of results that was asked for.
EXPORT_LENGTH: Final = 5_000
#: Passages of one document that are shown with it; the document shows all.
SHOWN_PASSAGES: Final = 3
#: Reasons shown with a result.
SHOWN_REASONS: Final = 5
#: Facets in the order they are shown: parameter of the address, name in the index, group of our words for its values.
FACETS: Final = (
    ("type", "type", "types"),
    ("source", "channel", ""),
    ("language", "language", "languages"),
    ("origin", "origin", "origins"),
    ("person", "person", ""),
    ("group", "group", ""),
    ("place", "place", ""),
    ("has", "has", "kind"),
    ("folder", "folder", ""),
)
_COLUMNS: Final = ("document", "in", "page", "start", "end", "path", "type", "snippet", "why")
#: Values of a facet that are shown before a person asks for the rest.
SHOWN_VALUES: Final = 7


class SearchParams(ScreenParams):
    """A search.

    Args:
        q: In the query language.
        mode: Other spellings too, or exactly these words.
        type: Media type to keep to.
        source: Channel to keep to.
        language: Code to keep to.
        origin: digital or ocr.
        month: yyyy-mm to keep to.
        since: First day of the documents' own date.
        until: Last day of it.
        undated: Whether to keep to documents without a date.
        person: Somebody whom documents must name.
        group: A group that they must name.
        place: A place that they must name.
        has: A kind of thing that they must hold.
        field: What a form must have in a field: its kind or label, and behind "=" words.
        folder: A folder in which they must have lain.
        after: A receipt after which they must have come.
        asides: Whether to search text that is not the writer's own too.
        translations: "no" to leave out what is translated of pages.
        page: Page of results.
        collection: Which collection to search.
    """

    q: Query = ""
    mode: Literal["variants", "exact"] = "variants"
    type: Filter = ""
    source: Filter = ""
    language: Filter = ""
    origin: Filter = ""
    month: Annotated[str, Field(pattern=r"^(\d{4}-\d{2})?$")] = ""
    since: dt.date | Literal[""] = ""
    until: dt.date | Literal[""] = ""
    undated: Literal["", "1"] = ""
    person: Filter = ""
    group: Filter = ""
    place: Filter = ""
    has: Filter = ""
    field: Filter = ""
    folder: Filter = ""
    after: Filter = ""
    asides: Literal["", "1"] = ""
    translations: Literal["", "no"] = ""
    page: Annotated[int, Field(ge=1, le=10_000)] = 1
    collection: Scope = Scope.LEAK


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet.

    Args:
        value: As the case has it.
        number: How many documents of the answer have it.
        href: The same search narrowed to it, or no longer narrowed when it is chosen.
        is_chosen: Whether the search is narrowed to it.
    """

    value: str
    number: int
    href: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class FacetView:
    """One facet: its parameter, our words for its values, the most frequent values first."""

    name: str
    group: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class HitView:
    """A passage as it is shown."""

    hit: Hit
    line: TextLine
    href: str


@dataclass(frozen=True, slots=True)
class ResultView:
    """A document among the results as it is shown."""

    result: FoundDocument
    hits: tuple[HitView, ...]
    more: int
    reasons: tuple[tuple[str, str, str], ...]


def search_of(params: SearchParams, *, limit: int = PAGE_LENGTH) -> Search:
    """Return the search that an address asks for."""
    filters = {"type": params.type, "source": params.source, "lang": params.language, "origin": params.origin, "folder": params.folder}
    if params.undated:
        filters["date"] = "none"
    elif params.month:
        filters["date"] = params.month
    elif params.since or params.until:
        filters["date"] = f"{params.since}..{params.until}"
    filters |= {name: getattr(params, name) for name in WITHIN}
    kept = {name: value for name, value in filters.items() if value}
    offset = (params.page - 1) * PAGE_LENGTH
    return Search(
        params.q,
        kept,
        exact=params.mode == "exact",
        all_text=bool(params.asides),
        limit=limit,
        offset=offset,
        scope=params.collection,
        translations=not params.translations,
    )


def params_in(address: str) -> SearchParams:
    """Return what an address of a search says.

    Raises:
        MalformedRequestError: It says what a search cannot be asked.
    """
    try:
        return SearchParams.model_validate(dict(parse_qsl(urlsplit(address).query)))
    except ValidationError as error:
        raise malformed(error) from None


def kept_of(params: SearchParams) -> str:
    """Return what an address of a search says beside its query, for the document that it leads to and back."""
    return urlencode({name: value for name, value in params.state().items() if name not in {"q", "mode"} and value})


def is_search(params: SearchParams) -> bool:
    """Return whether there is anything to look for."""
    return bool(params.q.strip() or search_of(params).filters)


def view(context: Context, params: SearchParams) -> Answer | None:
    """Return what the search finds; None when nothing is looked for.

    Raises:
        QuerySyntaxError: The query is malformed.
    """
    if not is_search(params):
        return None
    asked = search_of(params, limit=EXPORT_LENGTH if params.is_whole else PAGE_LENGTH)
    return search(context.case, replace(asked, reader=reader_at_work(context)) if are_any(context.case) else asked)


def page(visit: Visit[SearchParams, Answer | None]) -> dict[str, object]:
    """Return what the page shows."""
    answer, params = visit.answer, visit.params
    state = State("/search", params.state())
    return {
        "query": params.q,
        "answer": answer,
        "results": tuple(_result_view(result, params) for result in answer.results) if answer else (),
        "facets": _facet_views(answer, params, state) if answer else (),
        "columns": bars(answer.facets.get("month", {}), lambda time: _narrow(time, params, state)) if answer else (),
        "chips": _chips(params, state),
        "kept": kept_of(params),
        "marked_pieces": marked_pieces,
        "is_large": bool(answer and answer.found.total and FOLDER not in answer.facets),
        "most_counted": MOST_COUNTED,
        "can_save": answer is not None,
        "first": (params.page - 1) * PAGE_LENGTH + 1,
        "page_count": -(-answer.found.total // PAGE_LENGTH) if answer else 0,
        "shown_values": SHOWN_VALUES,
    }


def data(visit: Visit[SearchParams, Answer | None]) -> object:
    """Return the answer as `kashf find --json` gives it, with facets."""
    answer = visit.answer
    if answer is None:
        return {"query": "", "total": 0, "hits": (), "facets": {}}
    return found_answer(answer.found, search_of(visit.params).filters) | {"facets": answer.facets}


def rows(visit: Visit[SearchParams, Answer | None]) -> Spreadsheet:
    """Return a row for each passage, and behind them one for each file that answers by its name or by what it says of itself."""
    if (answer := visit.answer) is None:
        return Spreadsheet("search", _COLUMNS, ())
    hits = (
        (hit.document, "text", hit.page, hit.start, hit.end, hit.path, hit.type, hit.snippet, _reasons(hit.why))
        for hit in answer.found.hits
    )
    about = (
        (each.document, each.field, None, None, None, each.path, each.type, each.text, _reasons(each.why)) for each in answer.found.about
    )
    return Spreadsheet("search", _COLUMNS, (*hits, *about, *found_translation_rows(answer.found.translated.hits)))


def _reasons(reasons: Iterable[Why]) -> str:
    return "; ".join(f"{why.matched} ({why.by})" for why in reasons)


def _result_view(result: FoundDocument, params: SearchParams) -> ResultView:
    mode = params.mode if params.mode != "variants" else ""
    views = []
    for hit in result.hits[:SHOWN_PASSAGES]:
        line = next(lines(hit.snippet, TextView(hit.highlights, language=result.record.language, doubts=_unseen(hit))), TextLine(0, "", ()))
        page = hit.page if hit.page > 1 else ""
        href = address(f"/document/{hit.document}", page=page, q=params.q, mode=mode, kept=kept_of(params))
        views.append(HitView(hit, line, f"{href}#at-{hit.start}"))
    reasons = dict.fromkeys((why.matched, why.by, why.asked) for hit in result.hits for why in hit.why)
    return ResultView(result, tuple(views), len(result.hits) - len(views), tuple(reasons)[:SHOWN_REASONS])


def _unseen(hit: Hit) -> tuple[Doubt, ...]:
    """Return the numbers of a snippet that nobody looked at, by their places in it."""
    start = hit.snippet_start
    return tuple(Doubt(each.start - start, each.end - start, 1.0, each.also_read, is_unseen=True) for each in hit.unseen)


def _facet_views(answer: Answer, params: SearchParams, state: State) -> tuple[FacetView, ...]:
    views = []
    for parameter, name, group in FACETS:
        counts = answer.facets.get(name, {})
        chosen = getattr(params, parameter)
        ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        choices = tuple(
            Choice(value, number, state.address(**{parameter: "" if value == chosen else value, "page": ""}), value == chosen)
            for value, number in ordered
            if value
        )
        views.append(FacetView(parameter, group, choices))
    return tuple(view for view in views if view.choices)


def _narrow(time: str, params: SearchParams, state: State) -> tuple[str, bool]:
    """Return the address narrowed to a month or year, or no longer narrowed when it is chosen, and whether it is."""
    if len(time) == 4:
        days = {"since": f"{time}-01-01", "until": f"{time}-12-31"}
        is_chosen = (str(params.since), str(params.until)) == tuple(days.values())
    else:
        days, is_chosen = {"month": time}, time == params.month
    return state.address(**{"month": "", "since": "", "until": "", "page": "", **({} if is_chosen else days)}), is_chosen


def _chips(params: SearchParams, state: State) -> tuple[tuple[str, str, str], ...]:
    """Return what the search is narrowed to: parameter, value, address without it."""
    names = ("type", "source", "language", "origin", "month", "since", "until", "undated", "folder", *WITHIN)
    return tuple((name, str(value), state.address(**{name: "", "page": ""})) for name in names if (value := getattr(params, name)))


SEARCH: Final = Screen("/search", SearchParams, view, "search.html", page, data, rows, nav=Nav("search", "s"), live="search_live.html")

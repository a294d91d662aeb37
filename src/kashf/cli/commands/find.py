"""`kashf find`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import InCollection, checked_words, more_elsewhere, opened, tell_left_out, unseen_words
from kashf.cli.output import emit, emit_json, emit_jsonl, say
from kashf.domain.entries.delivery import Scope
from kashf.errors import UsageError
from kashf.language.words.visible import isolate
from kashf.show.answers import about_answer, found_answer, hit_answer

if TYPE_CHECKING:
    from kashf.services.search.find import Found, Hit

EPILOG = (
    "Example: kashf find leak.case 'Shamali oil date:2014-10..2014-12 NOT draft'. Words must all be there; AND OR NOT ( ) \"a phrase\" "
    '"a phrase"~2 begin* similar~ similar~2, and the fields source: from: to: date: lang: type: origin: '
    "A list of queries: kashf find leak.case --queries list.txt"
)


#: What is known of a file beside its text, as it is called in a sentence; the keys of metadata are called what they are.
_FIELDS = {
    **{field: field for field in ("folder", "title", "author", "subject", "description", "keywords", "latitude", "longitude")},
    "file-name": "file name",
    "device": "name of the device",
    "taken": "time on the camera",
    "original-path": "path where it was saved",
}


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    query: Annotated[str, typer.Argument(help="What to find; see the example.", show_default=False)] = "",
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="Hits to print.")] = 20,
    exact: Annotated[bool, typer.Option("--exact", help="Words as they stand, without other forms and spellings.")] = False,
    variants: Annotated[bool, typer.Option("--variants", help="Print the spellings that were looked for.")] = False,
    all_text: Annotated[bool, typer.Option("--all-text", help="Also in tickers, navigation, quoted mail, unsure readings.")] = False,
    collection: InCollection = Scope.LEAK,
    queries: Annotated[Path | None, typer.Option(metavar="FILE", help="Search for each query of a list; - reads stdin.")] = None,
    column: Annotated[str, typer.Option(help="With --queries: heading of the column of a table (CSV) they stand in.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    as_jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Print one JSON object a hit (with --queries a query); found files last, with `in`.")
    ] = False,
) -> int:
    """Search a case; exits with 1 when nothing is found."""
    from kashf.services.search.find import find

    if (queries is None) == (not query):
        raise UsageError("say what to find: a query, or a list of queries with --queries")
    if queries is not None:
        from kashf.cli.query_lists import find_listed
        from kashf.services.questions.find_each import HowToSearch

        how = HowToSearch(limit if as_json or as_jsonl else 0, exact=exact, all_text=all_text, scope=collection)
        with opened(case) as open_case:
            return find_listed(open_case, queries, how=how, column=column, as_json=as_json, as_jsonl=as_jsonl)
    with opened(case) as open_case:
        found = find(open_case, checked_words(query, what="the query"), limit=limit, exact=exact, all_text=all_text, scope=collection)
    if as_jsonl:
        emit_jsonl((*map(hit_answer, found.hits), *map(about_answer, found.about)))
    elif as_json:
        emit_json(found_answer(found))
    else:
        _print(found)
        _print_about(found)
    _tell(found, variants=variants and not as_json)
    tell_left_out(found.left_out, case)
    return 0 if found.total or found.about_total else 1


def _print(found: Found) -> None:
    for hit in found.hits:
        emit(f"{hit.document[:12]}#{hit.page}  {isolate(hit.path)}{'  (unsure reading)' if hit.is_unsure else ''}")
        emit(f"    {isolate(_with_brackets(hit))}")
        for number in hit.unseen:
            emit(f"    {unseen_words(number)}")
        reasons = [f"{isolate(why.matched)} ({why.by} of {isolate(why.asked)})" for why in hit.why if why.by not in {"exact", "phrase"}]
        if reasons:
            emit(f"    {', '.join(reasons)}")


def _print_about(found: Found) -> None:
    """Print the files that answer by their name or by what they say about themselves: no mentions."""
    for hit in found.about:
        emit(f"{hit.document[:12]}  {isolate(hit.path)}")
        emit(f"    in {_FIELDS.get(hit.field, isolate(hit.field))}: {isolate(hit.text)}")


def _with_brackets(hit: Hit) -> str:
    """Return the snippet with what answers in brackets, for a terminal without colours."""
    parts, position = [], 0
    for start, end in hit.highlights:
        parts += [hit.snippet[position:start], "[", hit.snippet[start:end], "]"]
        position = end
    return "".join((*parts, hit.snippet[position:])).strip()


def _tell(found: Found, *, variants: bool) -> None:
    """Say what was looked for and how much of the answer was printed."""
    if variants:
        for word, spellings in found.tried.items():
            say(f"spellings of {isolate(word)}: {', '.join(map(isolate, spellings))}")
    if not found.total:
        tried = sum(map(len, found.tried.values()))
        where = " in text" if found.about_total else ""
        say(f"nothing found{where}{f', also not in {tried} other spellings of the case' if tried else ''}")
    if found.about_total:
        say(f"{found.about_total} in names of files and what they say about themselves: no mentions, in no count")
    if len(found.hits) < found.total:
        say(f"{len(found.hits)} of {found.total} passages; --limit shows more")
    if found.elsewhere:
        say(more_elsewhere(found.elsewhere))

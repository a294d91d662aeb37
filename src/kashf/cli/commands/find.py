"""`kashf find`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import AsPerson, InCollection, checked_words, more_elsewhere, opened, tell_left_out, unseen_words
from kashf.cli.output import emit, emit_json, emit_jsonl, say
from kashf.domain.entries.delivery import Scope
from kashf.errors import UsageError
from kashf.language.words.visible import isolate
from kashf.show.answers import about_answer, found_answer, hit_answer
from kashf.show.counted import many
from kashf.show.question_answers import saved_answer
from kashf.show.translated_words import found_translation_answer, found_words

if TYPE_CHECKING:
    from kashf.services.case.open import OpenCase
    from kashf.services.questions.saved import SavedTally
    from kashf.services.search.faceted import Search
    from kashf.services.search.find import Found, Hit

EPILOG = (
    "Example: kashf find leak.case 'Shamali oil date:2014-10..2014-12 NOT draft'. Words must all stand in a document; AND OR NOT "
    '( ) "a phrase" "a phrase"~2 begin* a*b similar~ similar~2 /regex/ -without, and the fields source: from: to: date: file-date: '
    "lang: type: origin: name: folder: title: author: within:page field:go-between=Omar. "
    "A list of queries: kashf find leak.case --queries list.txt. "
    "A search that is kept: kashf find leak.case --save convoys 'convoy OR قافلة', then --saved, --run convoys"
)


#: What is known of a file beside its text, as it is called in a sentence; the keys of metadata are called what they are.
_FIELDS = {
    **{field: field for field in ("folder", "title", "author", "subject", "description", "keywords", "latitude", "longitude")},
    "file-name": "file name",
    "device": "name of the device",
    "taken": "time on the camera",
    "original-path": "path where it was saved",
}


#: Why something that was not typed so is an answer, by its code.
_WHY = {
    "stem": "another form of {asked}",
    "spelling": "another spelling of {asked}",
    "prefix": "begins with {asked}",
    "fuzzy": "close to {asked}",
    "place": "another name of {asked}",
    "joined": "{asked}, joined or apart",
    "misread": "{asked}, as it may be misread or turned round",
    "nearest": "{asked} stands nowhere; this is close to it",
    "pattern": "fits {asked}",
}

#: What may have been meant otherwise, by its code.
_ADVICE = {
    "taken-as-operator": "{word} was taken for {meant}; to find the word itself, put it in quotes",
    "not-an-operator": "{word} was looked for as a word; to leave something out, write NOT or a minus right before it",
    "not-a-field": "{word} was looked for as text, since there is no such field",
}


#: Reasons that are printed of a hit, and characters of a word in one.
_MOST_WHY = 4
_LONGEST_SHOWN = 80


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    query: Annotated[str, typer.Argument(help="What to find; see the example.", show_default=False)] = "",
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="Hits to print.")] = 20,
    exact: Annotated[bool, typer.Option("--exact", help="Words as they stand, without other forms and spellings.")] = False,
    variants: Annotated[bool, typer.Option("--variants", help="Print the spellings that were looked for.")] = False,
    all_text: Annotated[bool, typer.Option("--all-text", help="Also in tickers, navigation, quoted mail, unsure readings.")] = False,
    translations: Annotated[bool, typer.Option(help="Also in what people translated of pages, beside the hits.")] = True,
    collection: InCollection = Scope.LEAK,
    queries: Annotated[Path | None, typer.Option(metavar="FILE", help="Search for each query of a list; - reads stdin.")] = None,
    column: Annotated[str, typer.Option(help="With --queries: heading of the column of a table (CSV) they stand in.")] = "",
    person: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Only documents that name this person, by any name.")] = None,
    group: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Only documents that name this group.")] = None,
    place: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Only documents that name this place.")] = None,
    has: Annotated[list[str] | None, typer.Option(metavar="KIND", help="Only documents that hold a phone, email, iban, ...")] = None,
    field: Annotated[
        list[str] | None, typer.Option(metavar="KIND=WORDS", help="Only documents with a form that says so: go-between=Omar.")
    ] = None,
    folder: Annotated[str, typer.Option(help="Only documents that lay in folders of this name; as folder: in the query.")] = "",
    since: Annotated[str, typer.Option(metavar="RECEIPT", help="Only documents that came after this receipt.")] = "",
    save: Annotated[str, typer.Option(metavar="NAME", help="Keep the query under a name.")] = "",
    saved: Annotated[bool, typer.Option("--saved", help="List the searches that are kept, with what is new since you looked.")] = False,
    run: Annotated[str, typer.Option(metavar="NAME", help="Search for what is kept under a name.")] = "",
    seen: Annotated[bool, typer.Option("--seen", help="With --run: write down that you looked, so that only later files are new.")] = False,
    forget: Annotated[str, typer.Option(metavar="NAME", help="Take back that a search was kept.")] = "",
    as_person: AsPerson = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    as_jsonl: Annotated[
        bool,
        typer.Option("--jsonl", help="Print one JSON object a hit (a query with --queries, a search with --saved); found files last."),
    ] = False,
) -> int:
    """Search a case; exits with 1 when nothing is found."""
    from kashf.services.search.faceted import Search

    one = {"folder": [folder] if folder else None, "after": [since] if since else None}
    filters = _filters(person=person, group=group, place=place, has=has, field=field, **one)
    _check_one_question(query, filters, queries, run, forget, saved=saved)
    _check_beside(save=save and not (query or filters), column=column and queries is None, seen=seen and not run)
    words = checked_words(query, what="the query")
    asked = Search(words, filters, exact=exact, all_text=all_text, limit=limit, scope=collection, translations=translations)
    forms: dict[str, bool] = {"as_json": as_json, "as_jsonl": as_jsonl}
    if queries is not None:
        from kashf.cli.query_lists import find_listed

        with opened(case) as open_case:
            return find_listed(open_case, queries, _seen_by(open_case, asked, as_person), column=column, **forms)
    if save or saved or forget:
        return _kept(case, asked, save=save, forget=forget, as_person=as_person, **forms)
    found = _run(case, run, asked, as_person=as_person, **forms) if run else _find(case, asked, as_person=as_person, **forms)
    _tell(found, variants=variants and not as_json)
    tell_left_out(found.left_out, case)
    if seen and run:
        from kashf.cli.saved_queries import see

        see(case, run, as_person=as_person)
    return 1 if found.is_nothing else 0


def _kept(case: Path, asked: Search, *, save: str, forget: str, as_person: str | None, as_json: bool, as_jsonl: bool) -> int:
    """Keep a search under a name, forget one, or list those that are kept."""
    from kashf.cli import saved_queries

    if forget:
        return saved_queries.forget(case, forget, as_person=as_person)
    if save:
        return saved_queries.save(case, save, asked, as_person=as_person)
    with opened(case) as open_case:
        return saved_queries.list_saved(open_case, as_person=as_person, as_json=as_json, as_jsonl=as_jsonl)


def _filters(**given: list[str] | None) -> dict[str, str]:
    """Return what documents must hold, by filter; all of the values of one must be there."""
    return {
        name: "\n".join(checked_words(" ".join(each.split()), what=f"--{name}") for each in values)
        for name, values in given.items()
        if values
    }


def _check_one_question(query: str, filters: Mapping[str, str], queries: Path | None, *named: str, saved: bool) -> None:
    asked = sum((bool(query), queries is not None, saved, *map(bool, named)))
    if asked > 1 or not (asked or filters):
        raise UsageError("say what to find: a query, or else one of --queries, --saved, --run and --forget")


def _check_beside(**alone: object) -> None:
    """Check that no option was given without what it goes with."""
    goes_with = {"save": "a query or a filter", "column": "--queries", "seen": "--run"}
    for name in (each for each, is_alone in alone.items() if is_alone):
        raise UsageError(f"--{name} goes with {goes_with[name]}")


def _seen_by(case: OpenCase, asked: Search, as_person: str | None) -> Search:
    """Return what is asked with who looks, which matters only where pages are translated."""
    from kashf.services.translated.page_translations import reader_called
    from kashf.services.translated.searched_translations import are_any
    from kashf.settings import load_settings

    return replace(asked, reader=reader_called(case, as_person or load_settings().actor)) if are_any(case) else asked


def _find(case: Path, asked: Search, saved: SavedTally | None = None, /, *, as_person: str | None, as_json: bool, as_jsonl: bool) -> Found:
    """Search, print what is found, and return it."""
    from kashf.services.search.faceted import find_asked

    with opened(case) as open_case:
        found = find_asked(open_case, _seen_by(open_case, asked, as_person))
    if as_jsonl:
        emit_jsonl((*map(hit_answer, found.hits), *map(about_answer, found.about), *map(found_translation_answer, found.translated.hits)))
    elif as_json:
        emit_json(found_answer(found, asked.filters) | ({"saved": saved_answer(saved)} if saved else {}))
    else:
        _print(found)
        _print_about(found)
        for hit in found.translated.hits:
            emit(found_words(hit))
    return found


def _run(case: Path, name: str, asked: Search, *, as_person: str | None, as_json: bool, as_jsonl: bool) -> Found:
    """Search for what is kept under a name, as it was kept, and say what of it is new."""
    from kashf.cli.saved_queries import tally_of, tell_new
    from kashf.services.questions.saved import search_of

    with opened(case) as open_case:
        tallied = tally_of(open_case, name, as_person=as_person)
    kept = replace(search_of(tallied.search), limit=asked.limit, translations=asked.translations)
    found = _find(case, kept, tallied, as_person=as_person, as_json=as_json, as_jsonl=as_jsonl)
    tell_new(tallied)
    return found


def _print(found: Found) -> None:
    for hit in found.hits:
        emit(f"{hit.document[:12]}#{hit.page}  {isolate(hit.path)}{'  (unsure reading)' if hit.is_unsure else ''}")
        emit(f"    {isolate(_with_brackets(hit))}")
        for number in hit.unseen:
            emit(f"    {unseen_words(number)}")
        told = [why for why in hit.why if why.by in _WHY]
        reasons = [f"{isolate(_cut(why.matched))}: {_WHY[why.by].format(asked=isolate(_cut(why.asked)))}" for why in told]
        if reasons:
            more = f"; and {len(reasons) - _MOST_WHY} more" if len(reasons) > _MOST_WHY else ""
            emit(f"    {'; '.join(reasons[:_MOST_WHY])}{more}")


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


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
    for each in found.advice:
        say(_ADVICE[each.code.value].format(word=isolate(each.word), meant=each.meant))
    if not found.total:
        tried = sum(map(len, found.tried.values()))
        where = "" if found.is_nothing else " in text"
        say(f"nothing found{where}{f', also not in {tried} other spellings of the case' if tried else ''}")
    if found.days:
        unseen = f"; {found.days.unseen} by dates that a machine read and nobody looked at" if found.days.unseen else ""
        say(f"on these days: {found.days.surely} surely, {found.days.possibly} possibly{unseen}")
    if found.about_total:
        say(f"{found.about_total} in names of files and what they say about themselves: no mentions, in no count")
    if found.translated.total:
        say(f"{many(found.translated.total, 'translation of a page', 'translations of pages')} that say so: no mentions, in no count")
    if len(found.hits) < found.total:
        say(f"{len(found.hits)} of {many(found.total, 'passage')}; --limit shows more")
    if found.elsewhere:
        say(more_elsewhere(found.elsewhere))

"""`kashf diff`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kashf.cli.common import InCollection, checked_words, more_elsewhere, opened, tell_left_out
from kashf.cli.output import emit, emit_json, emit_jsonl, say
from kashf.domain.entries.delivery import Scope
from kashf.language.words.visible import isolate
from kashf.show.answers import place_answers
from kashf.show.counted import many, one_or_more
from kashf.show.plain import plain
from kashf.show.question_answers import diff_answer

if TYPE_CHECKING:
    from kashf.services.questions.diff import CaseDiff, DecisionsNow, SearchGain
    from kashf.services.questions.new_documents import NewDocument
    from kashf.services.questions.new_names import NameGain
    from kashf.services.questions.text_change import OnlyIn, TextChange

EPILOG = "Example: kashf diff leak.case --since 3; `kashf status` numbers the receipts"

#: Of each sort, lines that are printed; JSON has all.
_MOST_LINES: Final = 50
#: What a new document is to one that was there, in a sentence.
_RELATIONS: Final = {
    "same-text": "same text as",
    "same-message": "same message as",
    "near-copy": "near copy of",
    "same-picture": "same picture as",
    "same-path": "other text at the path of",
}
#: What each line of --jsonl is, by its place in the whole.
_SORTS: Final = {"received": "receipt", "documents": "document", "unreadable": "unreadable", "names": "name", "searches": "search"}


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    since: Annotated[str, typer.Option(metavar="RECEIPT", help="Number of what was received, or six letters or more of a receipt's id.")],
    collection: InCollection = Scope.LEAK,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a document, name, search and decision.")] = False,
) -> int:
    """What came after a receipt, held against what was there; exits with 1 when nothing came."""
    from kashf.services.questions.diff import diff

    with opened(case) as open_case:
        found = diff(open_case, checked_words(since, what="--since"), scope=collection)
    if as_json:
        emit_json(diff_answer(found))
    elif as_jsonl:
        emit_jsonl(_objects(found))
    else:
        _print(found)
    if found.elsewhere:
        say(f"new documents: {more_elsewhere(found.elsewhere)}")
    tell_left_out(found.left_out, case)
    return 0 if found.received else 1


def _objects(found: CaseDiff) -> Iterator[dict[str, object]]:
    """Yield everything that came, an object each, with what it is as `is`."""
    answer: dict[str, list[dict[str, object]]] = plain(diff_answer(found))
    for key, sort in _SORTS.items():
        yield from ({"is": sort, **each} for each in answer[key])
    yield from ({"is": "decision", **each} for each in plain(place_answers((*found.decisions.moved, *found.decisions.need_look))))


def _print(found: CaseDiff) -> None:
    after, files = found.after, sum(each.files for each in found.received)
    emit(f"after receipt {after.number} ({after.receipts[0][:12]}, {after.time:%Y-%m-%d %H:%M} UTC, {isolate(after.channel)}):")
    came = f"{many(len(found.documents), 'new document')}, {many(len(found.again), 'was', 'were')} here already"
    emit(f"{len(found.received):8} {one_or_more(len(found.received), 'later receipt')}, {many(files, 'file')}: {came}")
    for relation, count in found.by_relation.items():
        emit(f"{count:8} {relation}")
    if found.waiting:
        emit(f"{found.waiting:8} of them wait to be read; of these nothing else is told")
    shut = [f"{isolate(seen.path)}  {isolate(seen.reason)}" for seen in found.unreadable]
    _section("copies of what was here", [_document(each) for each in found.documents if each.of and not each.change])
    _section("changed", [_changed(each, each.change) for each in found.documents if each.change])
    _section("not read whole", [*map(_failed, found.not_whole), *shut])
    _section("new names", [_name(each) for each in found.names if each.is_new])
    _section("more of known names", [_name(each) for each in found.names if not each.is_new])
    _section("saved searches that moved", [_search(each) for each in found.searches])
    for line in _decisions(found.decisions):
        emit(line)


def _section(title: str, lines: Sequence[str]) -> None:
    if lines:
        emit(f"\n{title} ({len(lines)})")
        for line in lines[:_MOST_LINES]:
            emit(f"  {line}")
        if len(lines) > _MOST_LINES:
            emit(f"  ... and {len(lines) - _MOST_LINES} more; --json has all")


def _document(each: NewDocument) -> str:
    return f"{each.document[:12]}  {isolate(each.path)}  {_RELATIONS[each.relation]} {(each.of or '')[:12]}  {isolate(each.of_path)}"


def _changed(each: NewDocument, change: TextChange) -> str:
    return f"{_document(each)}\n      {_only('+', change.added)}; {_only('-', change.gone)}"


def _only(sign: str, side: OnlyIn) -> str:
    told = ", ".join(isolate(word) for word in (*side.names, *side.numbers))
    return f"{sign}{many(side.words, 'word')}{': ' if told else ''}{told}"


def _failed(each: NewDocument) -> str:
    return f"{each.document[:12]}  {each.status}  {each.reason}  {isolate(each.path)}"


def _name(each: NameGain) -> str:
    before = "" if each.is_new else f"{each.before} -> "
    gained = f"{each.more} in {many(each.in_documents, 'new document')}"
    return f"{each.type.value:5}  {isolate(each.text)}  {before}{many(each.mentions, 'mention')}, {gained}"


def _search(each: SearchGain) -> str:
    told = f"{len(each.new)} new of {many(each.documents, 'document')}"
    return f"{isolate(each.search.name)}  {f'cannot be looked up any more: {isolate(str(each.fault))}' if each.fault else told}"


def _decisions(stand: DecisionsNow) -> Iterator[str]:
    if any((stand.names, stand.places, stand.moved, stand.need_look)):
        yield "\ndecisions"
        yield f"  {stand.names} on names and {stand.places} on places stand; none has to be made twice"
    if stand.moved:
        yield f"  {len(stand.moved)} on places stand elsewhere on their pages, which were read anew"
    for each in stand.need_look:
        yield f"  needs a look: {each.judgement.id[:12]}, its words cannot be told on the page any more"

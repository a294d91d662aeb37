"""`kashf copies`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kashf.cli.common import opened, tell_left_out
from kashf.cli.output import emit, emit_json, emit_jsonl, say
from kashf.errors import UsageError
from kashf.language.words.visible import isolate
from kashf.show.answers import copies_answer
from kashf.show.copy_words import compared_answer, difference_line, field_line, order_line, twins_answer, ways_line
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.services.case.copies.letter_groups import LetterGroup
    from kashf.services.twins.twins import TwinPair, Twins

EPILOG = "Example: kashf copies leak.case 3fa9c1; kashf copies leak.case --diff 3fa9c1 b2e0; kashf copies leak.case --jsonl"

#: Differences of two documents that are printed; JSON has those up to 2,000.
_MOST_LINES: Final = 50


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    document: Annotated[str, typer.Argument(metavar="[DOC]", help="Beginning of a document's id: its copies, and what differs.")] = "",
    pair: Annotated[tuple[str, str] | None, typer.Option("--diff", metavar="A B", help="What differs between two documents.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a group, or a compared pair.")] = False,
) -> int:
    """Copies, a group a letter: the same bytes, text or message, nearly the same text, the same picture. A copy is no second witness."""
    if document and pair:
        raise UsageError("give a document, or two with --diff, not both")
    if pair:
        return _diff(case, pair, as_json=as_json or as_jsonl)
    return _twins(case, document, as_json=as_json, as_jsonl=as_jsonl) if document else _groups(case, as_json=as_json, as_jsonl=as_jsonl)


def _groups(case: Path, *, as_json: bool, as_jsonl: bool) -> int:
    from kashf.services.case.documents import copies
    from kashf.services.search.count_left_out import left_out

    with opened(case) as open_case:
        groups, unsaid = copies(open_case), left_out(open_case, of_names=False)
    if as_json:
        emit_json(copies_answer(groups, unsaid))
    elif as_jsonl:
        emit_jsonl(groups)
    else:
        for line in (line for group in groups for line in _group(group)):
            emit(line)
    if not groups:
        say(
            "no copies: nothing was seen twice, no two texts are the same or nearly the same, and "
            "no two pages nobody can read are one picture"
        )
    tell_left_out(unsaid, case)
    return 0 if groups else 1


def _twins(case: Path, document: str, *, as_json: bool, as_jsonl: bool) -> int:
    from kashf.services.twins.twins import twins

    with opened(case) as open_case:
        found = twins(open_case, document)
    if as_json:
        emit_json(twins_answer(found))
    elif as_jsonl:
        emit_jsonl([compared_answer(each) for each in found.compared])
    else:
        for line in _of_document(found):
            emit(line)
    if not found.compared:
        say("no copies: no other document of the case has this text, or nearly")
    return 0 if found.compared else 1


def _diff(case: Path, pair: tuple[str, str], *, as_json: bool) -> int:
    from kashf.services.twins.twins import compare

    with opened(case) as open_case:
        found = compare(open_case, *pair)
    if as_json:
        emit_json(compared_answer(found))
    else:
        emit(f"{found.left.id[:12]}  {isolate(found.left.name)}")
        for line in _compared(found):
            emit(line)
    return 0


def _group(group: LetterGroup) -> Iterator[str]:
    yield f"{', '.join(group.ways)}: {many(len(group.documents), 'document')} in {many(len(group.paths), 'place')}"
    yield from (f"    {isolate(path)}" for path in group.paths)


def _of_document(found: Twins) -> Iterator[str]:
    if found.compared:
        yield f"{found.document[:12]}  {isolate(found.compared[0].left.name)}"
    for each in found.compared:
        yield from _compared(each)
    if found.more:
        yield f"... and {many(found.more, 'more copy', 'more copies')}; `kashf copies --diff A B` compares any two"


def _compared(each: TwinPair) -> Iterator[str]:
    ways = f"  ({ways_line(each)})" if each.links else ""
    yield f"  {each.right.id[:12]}  {isolate(each.right.name)}{ways}"
    yield from (f"      {line}" for line in order_line(each))
    yield from (f"      {field_line(field)}" for field in each.fields)
    told = each.comparison.differences[:_MOST_LINES]
    yield from (f"      {difference_line(difference)}" for difference in told)
    if each.comparison.total > len(told):
        yield f"      ... and {many(each.comparison.total - len(told), 'more difference')}; --json has up to 2,000"

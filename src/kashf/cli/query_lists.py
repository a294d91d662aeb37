"""`kashf find --queries`: a list of queries, searched for one after the other."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kashf.cli.common import PARTLY_DONE, checked_words, more_elsewhere, opened_lines, tell_left_out
from kashf.cli.output import ProgressLine, emit, emit_json, emit_jsonl, say
from kashf.errors import UsageError
from kashf.language.words.visible import isolate
from kashf.show.question_answers import listed_answer

if TYPE_CHECKING:
    from kashf.services.case.open import OpenCase
    from kashf.services.questions.find_each import ListedFound
    from kashf.services.questions.query_list import ListedQuery, QueryList
    from kashf.services.search.faceted import Search

#: Bytes of a list; the longest that is taken has 5,000 queries.
_MOST_BYTES: Final = 60_000_000
#: Characters of a query that a line shows; JSON has all.
_LONGEST_SHOWN: Final = 200


def read_list(path: Path, *, column: str) -> QueryList:
    """Return the queries of a file, ``-`` for stdin, and say what was read of it.

    Raises:
        BadPathError: It cannot be read.
        UsageError: It is no list of queries.
    """
    from kashf.bootstrap import decode_list
    from kashf.services.questions.query_list import read_query_list

    with opened_lines(path) as (file, name):
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise UsageError(f"{name} is larger than {_MOST_BYTES:,} bytes: no list of queries")
    text, encoding = decode_list(data, name=name)
    found = read_query_list(text, name=name, column=checked_words(column, what="--column"))
    where = f", from its column {isolate(found.column)} of {len(found.columns)}" if found.columns else ""
    say(f"{len(found.queries)} {'query' if len(found.queries) == 1 else 'queries'} in {isolate(name)} ({encoding}){where}")
    return found


def print_answers(case: OpenCase, answers: Iterator[ListedFound], *, as_json: bool, as_jsonl: bool) -> int:
    """Print what each query finds as soon as it is known, and return the exit code: 0, 1 when nothing is found, 3 when some are faulty."""
    understood, faulty, kept = [], 0, []
    if not (as_json or as_jsonl):
        emit("passages  documents  without copies  query")
    for answer in answers:
        understood += [answer.found] if answer.found else []
        faulty += answer.fault is not None
        if as_jsonl:
            emit_jsonl([listed_answer(answer)])
        elif as_json:
            kept.append(listed_answer(answer))
        else:
            _print(answer)
    if as_json:
        emit_json({"queries": kept, "faulty": faulty})
    if faulty:
        others = "; the others were searched for" if understood else ""
        say(f"{faulty} of {faulty + len(understood)} queries cannot be understood{others}")
    if understood:
        tell_left_out(replace(understood[-1].left_out, more={}), case.path)
    is_any = not all(found.is_nothing for found in understood)
    return PARTLY_DONE if faulty else 0 if is_any else 1


def find_listed(case: OpenCase, queries: Path, asked: Search, *, column: str, as_json: bool, as_jsonl: bool) -> int:
    """Search a case for each query of a list as one would be, print what is found, and return the exit code."""
    from kashf.services.questions.find_each import find_each

    asked = asked if as_json or as_jsonl else replace(asked, limit=0)
    listed = read_list(queries, column=column).queries
    is_seen = sys.stdout.isatty() and not as_json  # who sees the answers come needs no other progress
    answers = find_each(case, listed, asked) if is_seen else _with_progress(case, listed, asked)
    return print_answers(case, answers, as_json=as_json, as_jsonl=as_jsonl)


def _with_progress(case: OpenCase, queries: tuple[ListedQuery, ...], asked: Search) -> Iterator[ListedFound]:
    from kashf.services.questions.find_each import find_each

    line = ProgressLine()
    try:
        for done, answer in enumerate(find_each(case, queries, asked), start=1):
            yield answer
            line.show("queries", done, len(queries))
    finally:
        line.end()


def _print(answer: ListedFound) -> None:
    if answer.found is None:
        emit(f"{'-':>8}  {'-':>9}  {'-':>14}  {isolate(_shortened(answer.asked.query))}")
        emit(f"    line {answer.asked.line}: {isolate(str(answer.fault))}")
        return
    found = answer.found
    emit(f"{found.total:8}  {answer.documents:9}  {answer.without_copies:14}  {isolate(_shortened(answer.asked.query))}")
    for told in _beside(answer):
        emit(f"    {told}")


def _shortened(query: str) -> str:
    return query if len(query) <= _LONGEST_SHOWN else f"{query[:_LONGEST_SHOWN]}…"


def _beside(answer: ListedFound) -> Iterator[str]:
    """Yield what the numbers of a query do not have in them."""
    from kashf.domain.left_out import LeftOut
    from kashf.show.left_out_words import left_out_items
    from kashf.show.wording import left_out_wording

    if (found := answer.found) is None:
        return
    yield from (item.words.unescape() for item in left_out_items(left_out_wording(), LeftOut(more=found.left_out.more)))
    if found.elsewhere:
        yield more_elsewhere(found.elsewhere)
    if found.about_total:
        yield f"{found.about_total} in names of files and what they say about themselves"
    if found.translated.total:
        yield f"{found.translated.total} in translations of pages"

"""`kashf names`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.common import InCollection, answering, checked_words, more_elsewhere, opened, tell_left_out
from kashf.cli.output import emit, emit_json, emit_jsonl, say
from kashf.domain.entity import MentionType
from kashf.domain.entries.delivery import Scope
from kashf.errors import UsageError
from kashf.language.words.visible import isolate, shell_word
from kashf.services.dates.list_dates import DateQuery
from kashf.show.answers import names_answer
from kashf.show.counted import many

EPILOG = "Example: kashf names leak.case --type PER --limit 20; kashf names leak.case --type DATE"

#: What is listed and is no name.
DATE = "DATE"
_LISTED = (*(each.value for each in MentionType), DATE)


def _listed(text: str) -> str:
    if text not in _LISTED:
        raise typer.BadParameter(f"{text!r} is none of {', '.join(_LISTED)}")
    return text


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    type: Annotated[
        list[str] | None,
        typer.Option(
            parser=_listed,
            metavar=f"[{'|'.join(_LISTED)}]",
            help="What to list; more than one may be given. All names without; DATE lists dates, by itself.",
        ),
    ] = None,
    containing: Annotated[str, typer.Option(metavar="WORDS", help="Only names with these words, in any spelling that folds alike.")] = "",
    learn: Annotated[bool, typer.Option("--learn", help="Learn to find more from the names that were accepted; says if it helps.")] = False,
    collection: InCollection = Scope.LEAK,
    limit: Annotated[int, typer.Option(min=1, max=2**31 - 1, help="How many at most.")] = 100,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a name.")] = False,
) -> int:
    """Who and what is named in the case, the most often named first; exits with 1 when there is nobody."""
    from kashf.services.names.list import list_names
    from kashf.services.search.count_left_out import left_out

    if learn:
        return _learn(case, as_json=as_json)
    words = checked_words(containing, what="--containing")
    if type and DATE in type:
        return _dates(case, type, DateQuery(containing=words, scope=collection), limit, as_json=as_json, as_jsonl=as_jsonl)
    with opened(case) as open_case:
        found = list_names(open_case, [*map(MentionType, type or MentionType)], limit=limit, containing=words, scope=collection)
        unsaid = left_out(open_case, of_names=True)
    if as_json:
        emit_json(names_answer(found, unsaid))
    elif as_jsonl:
        emit_jsonl(found)
    else:
        for each in found:
            also = f"  also {', '.join(isolate(text) for text in each.variants[:3])}" if each.variants else ""
            more = f"  ({more_elsewhere(each.elsewhere)})" if each.elsewhere else ""
            kin = "  (kin on forms)" if each.is_kin else ""
            emit(f"{each.mentions:8} in {each.documents:6}  {each.type:8}  {isolate(each.text)}{also}{more}{kin}")
    tell_left_out(unsaid, case)
    return 0 if found else 1


def _dates(case: Path, types: list[str], asked: DateQuery, limit: int, *, as_json: bool, as_jsonl: bool) -> int:
    """Print the dates of a case, the most frequent first; 1 when there are none."""
    from kashf.services.dates.list_dates import list_dates
    from kashf.show.dates.date_answers import date_answer, date_line, dates_answer, left_out_of_dates

    if set(types) != {DATE}:
        raise UsageError("--type DATE stands by itself: dates are listed by their days, names by how they are written")
    with answering(case) as open_case:
        found = list_dates(open_case, asked, limit=limit)
    if as_json:
        emit_json(dates_answer(found))
    elif as_jsonl:
        emit_jsonl(map(date_answer, found.dates))
    else:
        for each in found.dates:
            emit(date_line(each))
    say(left_out_of_dates(found))
    if found.elsewhere:
        say(f"dates: {more_elsewhere(found.elsewhere)}")
    if found.waiting:
        say(f"no dates were looked for yet in {many(found.waiting, 'document')}; to go on: kashf process {shell_word(str(case))}")
    return 0 if found.dates else 1


def _learn(case: Path, *, as_json: bool) -> int:
    """Learn from what was accepted, and print what the held-out part says of it, type by type; 1 when it does not help."""
    from kashf.bootstrap import learn_from
    from kashf.settings import load_settings

    with opened(case) as open_case:
        learnt = learn_from(open_case, english_model=load_settings().english_model)
    if as_json:
        emit_json(
            {"report": learnt.report, "learnt_from": learnt.learnt_from, "held_out": learnt.held_out, "used": learnt.model is not None}
        )
    else:
        emit(f"learnt from {many(learnt.learnt_from, 'line')}, tested on {learnt.held_out}, in which names stand that it had not seen")
        for line in learnt.report:
            use = "used" if line.used else "not used"
            emit(f"{line.type:8}  F1 {line.rules:.3f} without it, {line.both:.3f} with it: {use} ({line.why})")
    if learnt.model is not None:
        say(f"`kashf process {shell_word(str(case))}` looks through every text again with it")
    return 0 if learnt.model is not None else 1

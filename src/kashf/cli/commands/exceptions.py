"""`kashf exceptions`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import AsPerson, acting, checked_record, checked_words, opened
from kashf.cli.output import emit, emit_json, emit_jsonl, say
from kashf.domain.dispositions import OF_FILES, DispositionKind
from kashf.errors import UsageError
from kashf.language.words.visible import isolate, shell_word, visible_name

if TYPE_CHECKING:
    from kashf.services.case.brought.exceptions import ExceptionsReport, IrregularFile
    from kashf.services.case.open import WritableCase

EPILOG = (
    "Example: kashf exceptions leak.case --decide accepted-unread --class encrypted --why 'nobody has the password'. "
    "The browser has the same report as a page and as CSV."
)


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    files: Annotated[list[str] | None, typer.Argument(metavar="[FILE]...", help="Beginnings of ids: what is decided about.")] = None,
    decide: Annotated[DispositionKind | None, typer.Option(help="What is to become of them.")] = None,
    kind: Annotated[str, typer.Option("--class", metavar="CLASS", help="All open ones of a class, such as encrypted.")] = "",
    by: Annotated[str, typer.Option("--by", metavar="DOC", help="For replaced: the document that stands for them.")] = "",
    why: Annotated[str, typer.Option(help="Why; it stays on record.")] = "",
    undo: Annotated[str, typer.Option("--undo", metavar="ENTRY", help="Take a decision back, by the beginning of its ledger entry.")] = "",
    as_person: AsPerson = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a file.")] = False,
) -> int:
    """Files that could not be read, not whole, or are not what their names say, by class, and what was decided about each."""
    from kashf.services.case.brought.exceptions import exceptions_report

    asked, reason = [checked_words(each, what="FILE").lower() for each in files or ()], checked_record(why, what="--why")
    if decide is not None and decide not in OF_FILES:
        raise UsageError("--decide takes replaced, accepted-unread or excluded; `kashf set-aside` sets a whole add aside")
    if decide is None and (by or reason or asked) and not undo:
        raise UsageError("--decide says what is to become of the files")
    if decide or undo:
        _write_down(case, asked, decide, kind=kind, by=by, why=reason, undo=undo, as_person=as_person)
    with opened(case) as open_case:
        report, waits = exceptions_report(open_case), (decide or undo) and any(open_case.view.totals().by_stage.values())
    shown = [each for each in report.files if not kind or each.kind == kind]
    if as_json:
        emit_json(report)
    elif as_jsonl:
        emit_jsonl(shown)
    else:
        _print(shown, report)
    if waits:
        say(f"something waits to be indexed or looked at again; to go on: kashf process {shell_word(str(case))}")
    return 0


def _write_down(
    case: Path, files: list[str], decide: DispositionKind | None, *, kind: str, by: str, why: str, undo: str, as_person: str | None
) -> None:
    from kashf.bootstrap import open_to_decide
    from kashf.services.ledger.exceptions import reopen_exception

    with open_to_decide(case, settings=acting(case, as_person)) as writable:
        if decide is None:
            said = reopen_exception(writable, undo)
            say(f"open again: {len(said.about)}")
        else:
            _dispose(writable, files, decide, kind=kind, by=by, why=why)


def _dispose(case: WritableCase, files: list[str], decide: DispositionKind, *, kind: str, by: str, why: str) -> None:
    from kashf.services.case.brought.exceptions import chosen, exceptions_report
    from kashf.services.ledger.exceptions import dispose

    picked = chosen(exceptions_report(case.reading), kind=kind, beginnings=files)
    replacing = case.reading.view.resolve(by) if by else None
    said = dispose(case, [each.id for each in picked], decide, why=why, by=replacing)
    say(f"{decide.value}: {len(picked)}; `--undo {said.id[:12]}` takes it back")


def _print(files: list[IrregularFile], report: ExceptionsReport) -> None:
    kind = ""
    for each in files:
        if each.kind != kind:
            kind = each.kind
            counts = report.by_class[kind]
            emit(f"{kind}: {counts['open']} open, {counts['decided']} decided")
        emit(f"  {each.id[:12]}  {isolate(each.path)}  {visible_name(each.type)}  {isolate(each.detail)}")
        if each.decided:
            stands = f" by {each.decided.by[:12]}" if each.decided.by else ""
            emit(f"    {each.decided.outcome}{stands}, {isolate(each.decided.who)}: {isolate(each.decided.why)}  {each.decided.id[:12]}")
    emit(f"{report.open} open exceptions, {report.decided} decided")

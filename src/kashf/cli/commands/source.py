"""`kashf source`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

import typer

from kashf.cli.common import AsPerson, acting, checked_record, opened
from kashf.cli.output import emit, emit_json, say, warn
from kashf.cli.passphrases import PassphraseFile
from kashf.cli.sources.ask_source import checked_code_name, confirm_source
from kashf.cli.sources.vault_door import VaultKey, opened_vault, tell_vault
from kashf.domain.ids import short_id
from kashf.domain.judged_sources.source_entries import CheckOutcome
from kashf.errors import BadPathError, UsageError
from kashf.language.words.visible import isolate

if TYPE_CHECKING:
    from kashf.domain.entries.delivery import Source
    from kashf.services.case.open import WritableCase
    from kashf.services.ledger.code_names import SourceShown

EPILOG = (
    "Example: kashf source leak.case add kestrel-2 --sealed-note who.txt; kashf source leak.case check kestrel-2 --batch spring "
    "--verdict genuine --kind letters --how 'two of its letters are in the archive' --chosen-by desk --checked-by Layla. "
    "What is sealed is encrypted to the case's vault (`kashf vault`); the folder `sealed` may be moved elsewhere: `kashf verify` then says "
    "how many notes are not here."
)


class SourceAction(StrEnum):
    """What is done with sources."""

    LIST = "list"
    ADD = "add"
    SHOW = "show"
    CHECK = "check"
    PARENT = "parent"
    SCOPE = "scope"
    GRADE = "grade"
    WITNESS = "witness"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    action: Annotated[
        SourceAction,
        typer.Argument(
            help="List the sources, enter one, show one with its record; write down a check of a batch, from whom it has what it delivers, "
            "for which kinds of material it is a source, a letter by hand, or of a witness what they gain and how they could know."
        ),
    ] = SourceAction.LIST,
    name: Annotated[str, typer.Argument(metavar="CODE-NAME", help="Which one.")] = "",
    of: Annotated[str, typer.Argument(metavar="OF", help="With parent: the code name of whom it has it from.")] = "",
    sealed_note: Annotated[Path | None, typer.Option(help="With add: a file that says who it is; - reads standard input.")] = None,
    batch: Annotated[str, typer.Option(help="With check: which hand-over; the same name is the same, and counts once.")] = "",
    verdict: Annotated[CheckOutcome | None, typer.Option(help="With check: what came of it.")] = None,
    kind: Annotated[list[str] | None, typer.Option(help="With check and scope: the kind of material; with scope again for more.")] = None,
    how: Annotated[str, typer.Option(help="With check: how it was checked.")] = "",
    chosen_by: Annotated[str, typer.Option(help="With check: who chose it; `source` where the source itself did.")] = "",
    checked_by: Annotated[str, typer.Option(help="With check: who checked it.")] = "",
    on: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="With check: the day; today if not said.")] = None,
    letter: Annotated[str, typer.Option(help="With grade: A to F, in place of the derived one.")] = "",
    why: Annotated[str, typer.Option(help="With grade: the reason; there is none without.")] = "",
    gains: Annotated[str, typer.Option(help="With witness: what they gain by being believed; say so where it is nothing.")] = "",
    access: Annotated[str, typer.Option(help="With witness: how they could know.")] = "",
    undo: Annotated[str, typer.Option(metavar="ENTRY", help="Take back what you wrote with check, parent, scope, grade or witness.")] = "",
    as_person: AsPerson = None,
    passphrase_file: PassphraseFile = None,
    key: VaultKey = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """Who passed files on, by code names, and what of it was checked; what could name them is sealed, apart from the ledger."""
    from kashf.bootstrap import open_to_decide

    if (action is SourceAction.LIST) == bool(name):
        raise UsageError("list takes no code name, all else needs one")
    if action in {SourceAction.LIST, SourceAction.SHOW}:
        return _list(case, as_json=as_json) if action is SourceAction.LIST else _show(case, name, passphrase_file, key, as_json=as_json)
    if action is SourceAction.ADD:
        return _add(case, checked_code_name(name, what="the source"), sealed_note, as_json=as_json)
    texts = {"batch": batch, "how": how, "chosen_by": chosen_by, "checked_by": checked_by, "why": why}
    texts |= {"gains": gains, "access": access}
    texts = {what: checked_record(text, what=f"--{what.replace('_', '-')}") for what, text in texts.items()}
    kinds = [checked_record(each, what="--kind") for each in kind or []]
    if action is SourceAction.PARENT and not undo:
        of = confirm_source(case, checked_code_name(of, what="who passed it on"))
    said = _Said(name, of, verdict, kinds, on, letter.upper(), texts)
    with open_to_decide(case, settings=acting(case, as_person)) as writable:
        say(_taken_back(writable, undo) if undo else _WRITES[action](writable, said))
    return 0


class _Said(NamedTuple):
    """What the command line says of a source."""

    name: str
    parent: str
    verdict: CheckOutcome | None
    kinds: list[str]
    on: datetime | None
    letter: str
    texts: dict[str, str]


def _checked(case: WritableCase, said: _Said) -> str:
    from kashf.services.judged_sources.source_record import source_record
    from kashf.services.judged_sources.write_source import CheckOfBatch, check_batch

    if said.verdict is None:
        raise UsageError("--verdict is genuine, false or open")
    if len(said.kinds) != 1:
        raise UsageError("a check is of one --kind of material; check each kind of a batch by itself")
    texts, day = said.texts, said.on.date() if said.on else None
    people = {"chosen_by": texts["chosen_by"], "checked_by": texts["checked_by"]}
    entry = check_batch(case, said.name, CheckOfBatch(texts["batch"], said.verdict, said.kinds[0], texts["how"], on=day, **people))
    for each in source_record(case.reading, said.name).disagreeing:
        say(f"two checks of {isolate(each)} disagree: it counts as open until one is taken back")
    return _written(entry)


def _parent(case: WritableCase, said: _Said) -> str:
    from kashf.services.judged_sources.source_record import source_record
    from kashf.services.judged_sources.write_source import name_parent

    entry = name_parent(case, said.name, said.parent)
    if circle := source_record(case.reading, said.name).circle:
        say(f"a circle: {', '.join(map(isolate, circle))} have it from one another")
    return _written(entry)


def _scope(case: WritableCase, said: _Said) -> str:
    from kashf.services.judged_sources.write_source import say_kinds

    return _written(say_kinds(case, said.name, said.kinds))


def _graded(case: WritableCase, said: _Said) -> str:
    from kashf.services.judged_sources.write_source import grade_source

    return _written(grade_source(case, said.name, said.letter, said.texts["why"]))


def _witness(case: WritableCase, said: _Said) -> str:
    from kashf.services.judged_sources.write_source import describe_witness

    return _written(describe_witness(case, said.name, gains=said.texts["gains"], access=said.texts["access"]))


def _taken_back(case: WritableCase, entry: str) -> str:
    from kashf.services.judged_sources.write_source import take_back_about_source

    return f"taken back: {short_id(take_back_about_source(case, entry).signed.id)}; that it was written down stays on record"


def _written(entry: str) -> str:
    return f"written down; take it back with --undo {short_id(entry)}"


_WRITES: Final[Mapping[SourceAction, Callable[[WritableCase, _Said], str]]] = {
    SourceAction.CHECK: _checked,
    SourceAction.PARENT: _parent,
    SourceAction.SCOPE: _scope,
    SourceAction.GRADE: _graded,
    SourceAction.WITNESS: _witness,
}


def _add(case: Path, name: str, sealed_note: Path | None, *, as_json: bool) -> int:
    from kashf.bootstrap import open_to_decide
    from kashf.services.ledger.code_names import add_source

    name = confirm_source(case, name)
    note = checked_record(_note(sealed_note), what="the sealed note")
    with open_to_decide(case, settings=acting(case, None)) as writable:
        entered = add_source(writable, name, sealed=note)
        if note:
            tell_vault(writable.reading)
    if as_json:
        emit_json(entered)
    else:
        _print(entered)
    return 0


def _note(file: Path | None) -> str:
    if file is None:
        if not sys.stdin.isatty():
            return ""
        warn("who it is and how to reach it, sealed; empty for nothing: ", end="")
        return sys.stdin.readline().strip()
    try:
        return sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadPathError(f"the note at {file} cannot be read as text") from error


def _list(case: Path, *, as_json: bool) -> int:
    from kashf.services.ledger.code_names import list_sources

    with opened(case) as open_case:
        found = list_sources(open_case)
    if as_json:
        emit_json({"sources": found})
    else:
        for each in found:
            _print(each)
    if not found:
        say("no source yet")
    return 0 if found else 1


def _show(case: Path, name: str, passphrase_file: Path | None, key: Path | None, *, as_json: bool) -> int:
    from kashf.services.judged_sources.source_record import source_record
    from kashf.services.ledger.code_names import show_source
    from kashf.show.plain import plain
    from kashf.show.sources.source_lines import source_answer, source_lines

    with opened_vault(case, passphrase_file, key) as open_case:
        shown, record = show_source(open_case, name), source_record(open_case, name)
    if as_json:
        emit_json({**plain(shown), "judged": source_answer(record)})
    else:
        _print_whole(shown)
        for line in source_lines(record):
            emit(line)
    return 0


def _print(source: Source) -> None:
    emit(f"{source.id or '(of an earlier kashf)':32}  {isolate(source.code_name)}  {len(source.sealed)} sealed")


def _print_whole(shown: SourceShown) -> None:
    _print(shown.source)
    for receipt in shown.receipts:
        emit(f"  receipt {receipt}")
    for note in shown.notes:
        for key, value in note.items():
            for each in value if isinstance(value, list | tuple) else (value,):
                if each:
                    emit(f"  sealed, {key}: {isolate(str(each))}")
    if shown.away:
        emit(f"  {shown.away} sealed notes are not here")

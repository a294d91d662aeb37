"""`kashf source`."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import acting, checked_record, opened
from kashf.cli.output import emit, emit_json, say, warn
from kashf.cli.passphrases import PassphraseFile
from kashf.cli.sources.ask_source import checked_code_name, confirm_source
from kashf.cli.sources.vault_door import VaultKey, opened_vault, tell_vault
from kashf.errors import BadPathError, UsageError
from kashf.language.words.visible import isolate

if TYPE_CHECKING:
    from kashf.domain.entries.delivery import Source
    from kashf.services.ledger.code_names import SourceShown

EPILOG = (
    "Example: kashf source leak.case add kestrel-2 --sealed-note who.txt. What is sealed is encrypted to the "
    "case's vault (`kashf vault`); the folder `sealed` may be moved elsewhere: `kashf verify` then says how many notes are not here."
)


class SourceAction(StrEnum):
    """What is done with sources."""

    LIST = "list"
    ADD = "add"
    SHOW = "show"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    action: Annotated[
        SourceAction, typer.Argument(help="List the sources, enter one, or show one with what is sealed about it.")
    ] = SourceAction.LIST,
    name: Annotated[str, typer.Argument(metavar="CODE-NAME", help="Which one.")] = "",
    sealed_note: Annotated[Path | None, typer.Option(help="With add: a file that says who it is; - reads standard input.")] = None,
    passphrase_file: PassphraseFile = None,
    key: VaultKey = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """Who passed files on, by code names; what could name them is sealed, apart from the ledger."""
    if (action is SourceAction.LIST) == bool(name):
        raise UsageError("add and show need a code name, list takes none")
    if action is SourceAction.ADD:
        return _add(case, checked_code_name(name, what="the source"), sealed_note, as_json=as_json)
    return _list(case, as_json=as_json) if action is SourceAction.LIST else _show(case, name, passphrase_file, key, as_json=as_json)


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
    from kashf.services.ledger.code_names import show_source

    with opened_vault(case, passphrase_file, key) as open_case:
        shown = show_source(open_case, name)
    if as_json:
        emit_json(shown)
    else:
        _print_whole(shown)
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

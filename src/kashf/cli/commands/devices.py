"""`kashf devices`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import acting, checked_record, opened
from kashf.cli.output import emit, emit_json, say
from kashf.cli.passphrases import PassphraseFile, read_passphrase
from kashf.errors import UsageError
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.services.ledger.signing.installations import Installation

EPILOG = "Example: kashf devices leak.case --admit KEY, after whoever works there read the key out to you"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    admit: Annotated[str | None, typer.Option(metavar="KEY", help="Let in the installation of this key: what it signs counts.")] = None,
    restart: Annotated[
        bool, typer.Option("--restart", help="Go on though nobody is left who could let this installation in; verify says so for good.")
    ] = False,
    why: Annotated[str, typer.Option(metavar="WORDS", help="With --restart: what happened.")] = "",
    passphrase: Annotated[
        bool | None,
        typer.Option("--passphrase/--no-passphrase", help="Put this installation's key, in all cases, under a passphrase; take it off."),
    ] = None,
    passphrase_file: PassphraseFile = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """List the installations that write in a case and the keys they sign with; let one in. Exits with 1 when one is not in."""
    from kashf.services.ledger.signing.installations import installations, let_in

    if why and not restart:
        raise UsageError("--why goes with --restart")
    if passphrase_file and passphrase is None:
        raise UsageError("--passphrase-file goes with --passphrase or --no-passphrase")
    if passphrase is not None:
        _wrap_key(passphrase_file, wraps=passphrase)
    if admit is not None:
        from kashf.bootstrap import open_to_decide

        with open_to_decide(case, settings=acting(case, None)) as writable:
            known = let_in(writable, admit)
        say(f"let in: installation {known.device}; what it wrote, and what it writes, counts as signed")
    if restart:
        _start_again(case, checked_record(why, what="--why"))
    with opened(case) as reading:
        found = installations(reading)
    mine = _mine()
    if as_json:
        emit_json({"installations": found, "this": {"device": mine[0], "key": mine[1]}})
    else:
        for each in found:
            emit(_line(each, mine))
        if mine not in {(each.device, each.key) for each in found}:
            emit(f"this installation wrote nothing here yet; to be let in, it is {mine[0]}:{mine[1]}")
    return 0 if all(each.is_in or not each.key for each in found) else 1


def _start_again(case: Path, why: str) -> None:
    from kashf.bootstrap import open_to_start_again
    from kashf.services.ledger.signing.installations import start_again
    from kashf.settings import load_settings

    with open_to_start_again(case, settings=load_settings()) as writable:
        start_again(writable, why)
    say("started again: `kashf verify` says from now on that nobody let this installation in; keep a head, and give one away")


def _wrap_key(file: Path | None, *, wraps: bool) -> None:
    from kashf.bootstrap.signers import InstallationSigners
    from kashf.cli.signing.installation_passphrase import WHAT
    from kashf.settings import load_settings

    signers = InstallationSigners(load_settings())
    if wraps:
        signers.wrap(partial(read_passphrase, file, what=WHAT, is_new=True))
        say(f"{WHAT} is under that passphrase now, in every case; copies of it from before are not")
        return
    stored = signers.stored()
    if stored is None or not stored.is_wrapped:
        raise UsageError(f"{WHAT} is under no passphrase")
    signers.wrap(None, old=read_passphrase(file, what=WHAT) if file else None)
    say(f"{WHAT} is under no passphrase any more: whoever reads the folder `keys` signs with it")


def _mine() -> tuple[str, str]:
    from kashf.bootstrap.signers import make_signer, own_key
    from kashf.settings import load_settings

    settings = load_settings()
    device, key = own_key(settings)
    return (device, key) if key else (settings.device(), make_signer(settings).key)


def _line(each: Installation, mine: tuple[str, str]) -> str:
    if not each.key:
        standing = "no key yet"
    elif not each.is_in:
        standing = "NOT LET IN by anybody who is in"
    elif each.after_restart:
        itself = each.let_in_by == each.device
        standing = "STARTED AGAIN, let in by nobody" if itself else f"let in by {each.let_in_by[:12]}, after its restart"
    else:
        standing = "the first" if each.let_in_by == each.device else f"let in by {each.let_in_by[:12]}"
    here = ", this installation" if (each.device, each.key) == mine else ""
    return (
        f"{each.device}  {many(each.entries, 'entry')}, {standing}{here}\n    key {each.key}"
        if each.key
        else (f"{each.device}  {many(each.entries, 'entry')}, {standing}{here}")
    )

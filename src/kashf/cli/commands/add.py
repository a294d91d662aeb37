"""`kashf add`."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import checked_record, finish, reporter
from kashf.cli.output import say
from kashf.cli.passphrases import read_private
from kashf.cli.password_file import Passwords, read_passwords
from kashf.cli.sources.ask_source import checked_code_name, confirm_source, warn_of_names
from kashf.cli.sources.vault_door import tell_vault
from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.entries.delivery import Collection
from kashf.errors import UsageError
from kashf.language.words.visible import isolate

if TYPE_CHECKING:
    from kashf.services.case.open import OpenCase, WritableCase
    from kashf.services.ingest.process import Delivery
    from kashf.services.ingest.stage_work import Report
    from kashf.services.ingest.taking_in.received import Received

#: By how much the day elsewhere is ahead of UTC's. Source: IANA time zone database, Pacific/Kiritimati.
_FURTHEST_ZONE = dt.timedelta(hours=14)

EPILOG = "Example: kashf add leak.case /media/stick --from courier --received 2016-04-12 --note 'second batch'"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", readable=False, help="Files and folders; they are never changed.")],
    channel: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="CODE-NAME",
            help="Who passed them on, by a code name: a thing or an animal and a number, as in heron-2; no name.",
        ),
    ],
    received: Annotated[str, typer.Option(metavar="DATE", help="When they came into our hands: a day, a month, a year or a range.")] = "",
    note: Annotated[str, typer.Option(help="Anything worth keeping about this delivery; sealed, never in the ledger.")] = "",
    collection: Annotated[
        Collection, typer.Option(help="What they are: the leak, our own work on it, or reference beside it.")
    ] = Collection.LEAK,
    yes: Annotated[bool, typer.Option("--yes", help="Take in folders of kashf itself, such as another case, without asking.")] = False,
    no_process: Annotated[bool, typer.Option("--no-process", help="Only receive; `kashf process` reads later.")] = False,
    passwords: Passwords = None,
    key: Annotated[
        Path | None,
        typer.Option("--key", metavar="FILE", help="PATH is a file of `kashf receive`: its secret key, in a private file; - for stdin."),
    ] = None,
    unsafe: Annotated[bool, typer.Option("--i-accept-unsafe-parsing", help="Open files without a sandbox.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print where everything stands as JSON.")] = False,
) -> int:
    """Take files in: hash first, write a receipt, then read and index them. Run it again after a stop: nothing is done twice."""
    from kashf.bootstrap import make_kit, make_sandbox, open_for_writing
    from kashf.services.case.documents import status
    from kashf.services.ingest.process import Delivery, add, process
    from kashf.services.ingest.readers import HowToRead
    from kashf.settings import load_settings

    settings = load_settings()
    if not yes:
        _confirm_own_folders(paths, settings.home)
    tried, secret = read_passwords(passwords), _secret(key, paths)
    came, checked_note = _date(received), checked_record(note, what="--note")
    channel = confirm_source(case, checked_code_name(channel, what="--from"))
    warn_of_names(paths)
    delivery = Delivery(channel, came, checked_note, collection)
    with open_for_writing(case, settings=settings) as writable, reporter() as report:
        taken = _received(writable, paths[0], secret, delivery, report) if secret else add(writable, paths, delivery, report=report)
        _tell(taken, writable.reading)
        tell_vault(writable.reading)
        if no_process:
            totals = status(writable.reading)
        else:
            sandbox = make_sandbox(accept_unsafe=unsafe or settings.accept_unsafe_parsing)
            kit = make_kit(writable.reading, english_model=settings.english_model)
            how = HowToRead(settings.workers, passwords=tried)
            totals = process(writable, sandbox, how, kit=kit, report=report, may_wait=True)
    return finish(totals, case=case, as_json=as_json, expected_waiting=no_process, beside={"received": taken})


def _secret(key: Path | None, paths: Sequence[Path]) -> str:
    """Return the secret key that opens what the field received; "" for files that lie there as they are."""
    if key is None:
        return ""
    if len(paths) != 1:
        raise UsageError("--key opens one file of `kashf receive` at a time")
    return read_private(key)


def _received(case: WritableCase, path: Path, secret: str, delivery: Delivery, report: Report) -> Received:
    from kashf.bootstrap.field import add_received

    taken, told = add_received(case, path, secret, delivery, report=report)
    say(
        f"received in the field on {told.started.date()}: {told.files} files, {told.unreadable} unreadable there; every hash and the "
        f"signature of the device {told.key[:16]} hold; when and where is in the vault"
    )
    return taken


def _confirm_own_folders(paths: Sequence[Path], home: Path) -> None:
    """Ask whether folders of kashf itself are to be taken in.

    Raises:
        UsageError: They are not, or nobody can be asked.
    """
    from kashf.services.ingest.taking_in.own_folders import own_folders

    found = own_folders(paths, home=home)
    if not found:
        return
    told = "that takes in what kashf itself keeps"
    if not sys.stdin.isatty():
        raise UsageError(f"{told}: {', '.join(map(str, found))}; --yes takes it in all the same, but for this case")
    if not typer.confirm(f"{told}: {', '.join(isolate(str(each)) for each in found)}. Take it in, but for this case?", err=True):
        raise UsageError("nothing was taken in")


def _tell(taken: Received, case: OpenCase) -> None:
    """Say what was taken in, and by what number and id it can be named."""
    from kashf.services.case.brought.additions import find_addition

    lost = f", {taken.unreadable} could not be read from the disk" if taken.unreadable else ""
    named = f"; receipt {find_addition(case, taken.receipts[0]).number}, {taken.receipts[0][:12]}" if taken.receipts else ""
    say(f"received {taken.files}: {taken.new} new, {taken.known} known{lost}{named}")
    if taken.set_aside:
        say(f"{taken.set_aside} of the known are set aside; `kashf status` lists what is, `kashf set-aside --undo` takes it back")
    if taken.came_back:
        say(f"{taken.came_back} of the known were set aside, and are in answers again: they came this way too")


def _date(text: str) -> FuzzyDate:
    """Return the date that was typed, UNDATED where none was."""
    try:
        date = FuzzyDate.parse(text) if text else UNDATED
    except ValueError as error:
        raise UsageError(f"--received: {error}") from None
    if date.earliest and date.earliest > (dt.datetime.now(dt.UTC) + _FURTHEST_ZONE).date():
        raise UsageError("--received: that day is still to come")
    return date

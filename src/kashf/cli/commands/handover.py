"""`kashf handover`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kashf.cli.common import acting, opened, opened_lines
from kashf.cli.output import emit, emit_json, say
from kashf.cli.passphrases import PassphraseFile
from kashf.cli.sources.vault_door import VaultKey, open_vault, tell_vault
from kashf.domain.entries.handovers import gaps, read_hops
from kashf.errors import UsageError
from kashf.language.words.visible import isolate
from kashf.show.brought.handover_words import archive_lines, handover_answer, order_lines
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.domain.entries.handovers import Hop
    from kashf.services.ledger.handover import Handover, HashCheck

EPILOG = (
    "Example: kashf handover leak.case 1 --hops - --hashes SHA256SUMS. Hops are lines such as `from: kestrel-2`, `to: plover`, "
    "`when: 2016-04-12`, `how: by hand`, `condition: seal whole` (also envelope, seal, exhibit, note), an empty line between two. They "
    "and the list lie in the case's vault (`kashf vault`), which --sealed opens; the ledger holds how many."
)

#: More than any list of people, or of the files of a case, holds.
_MOST_BYTES: Final = 200_000_000
#: Files of each kind that are named; JSON has all.
_NAMED: Final = 20


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    receipt: Annotated[str, typer.Argument(help="What came: the number or the beginning of the id of a receipt, as `kashf add` says it.")],
    hops: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Who gave it to whom, when, how, in what condition; - reads standard input.")
    ] = None,
    hashes: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The sender's own list of hashes: sha256sum, md5sum, BSD, hashdeep, CSV.")
    ] = None,
    sealed: Annotated[bool, typer.Option("--sealed", help="Open the vault and show who held it, too.")] = False,
    passphrase_file: PassphraseFile = None,
    key: VaultKey = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """Who held a delivery before us, sealed; the sender's list of hashes; whose archive it seems to come from; in what order it came."""
    from kashf.bootstrap import open_to_decide
    from kashf.services.case.brought.additions import find_addition
    from kashf.services.case.brought.pile_report import pile_report
    from kashf.services.ledger.handover import handovers, record_handover

    told, listed = _hops(hops), _read(hashes) if hashes else b""
    check = None
    if told or listed:
        with open_to_decide(case, settings=acting(case, None)) as writable:
            _, check = record_handover(writable, find_addition(writable.reading, receipt), hops=told, hash_list=listed)
            tell_vault(writable.reading)
    elif hops or hashes:
        raise UsageError("what was given is empty; nothing was entered")
    with opened(case) as open_case:
        addition = find_addition(open_case, receipt)
        is_open = sealed or passphrase_file is not None or key is not None
        if is_open:
            open_vault(open_case, passphrase_file, key)
        recorded = handovers(open_case, addition, with_notes=is_open)
        report = pile_report(open_case, addition)
    if as_json:
        emit_json(handover_answer(report, recorded) | {"hash_check": check})
        return 0
    _print(recorded, check, gaps(told), is_open=is_open)
    for line in (*archive_lines(report.archive), *order_lines(report.order)):
        emit(line)
    return 0


def _hops(file: Path | None) -> tuple[Hop, ...]:
    if file is None:
        return ()
    try:
        return read_hops(_read(file).decode("utf-8"))
    except UnicodeDecodeError:
        raise UsageError("--hops is no text in UTF-8; nothing was entered") from None
    except ValueError as error:
        raise UsageError(f"--hops: {error}; nothing was entered") from None


def _read(path: Path) -> bytes:
    with opened_lines(path) as (file, name):
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise UsageError(f"{name} is larger than {_MOST_BYTES:,} bytes: no list; nothing was entered")
    return data


def _print(recorded: Sequence[Handover], check: HashCheck | None, missing_hops: Sequence[int], *, is_open: bool) -> None:
    if not recorded:
        say("nobody has recorded who held it before us")
    for each in recorded:
        emit(f"{each.entry[:12]}  {many(each.hops, 'hop')}{_counts(each)}")
        for hop in _noted(each):
            emit("  " + ", ".join(f"{word} {isolate(str(said))}" for word, said in hop.items()))
        if each.note is None:
            emit("  its sealed note is not here" if is_open else "  who and when is in the vault: --sealed opens it")
    for number in missing_hops:
        emit(f"how it came from hop {number} to hop {number + 1} is not said")
    if check:
        _print_check(check)


def _noted(handover: Handover) -> list[dict[str, object]]:
    hops = (handover.note or {}).get("hops")
    return [dict(hop) for hop in hops if isinstance(hop, dict)] if isinstance(hops, list) else []


def _counts(handover: Handover) -> str:
    check = handover.hash_check
    if check is None:
        return ", no list of hashes"
    absent = f"{check['missing']} listed and not here, {check['unlisted']} here and not listed"
    return f"; sender's list: {check['matches']} match, {check['differs']} differ, {absent}{'; ' + _WEAK if check['weak'] else ''}"


_WEAK = "md5 and sha1 are weak: a match shows that nothing was damaged by chance, not that nobody changed it"


def _print_check(check: HashCheck) -> None:
    kinds = (("DIFFERS", check.differs), ("listed, not here", check.missing), ("here, not listed", check.unlisted))
    for word, paths in kinds:
        for path in paths[:_NAMED]:
            emit(f"  {word}: {isolate(path)}")
        if len(paths) > _NAMED:
            emit(f"  {word}: {len(paths) - _NAMED} more; --json has all")
    if check.unread_lines:
        lines = ", ".join(map(str, check.unread_lines[:_NAMED]))
        emit(f"  not understood: {many(len(check.unread_lines), 'line')} of the list ({lines})")

"""`kashf verify`."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kashf.cli.common import opened, opened_lines
from kashf.cli.output import emit, emit_json, say
from kashf.cli.whole_case.release_lines import is_release_folder, verify_release
from kashf.cli.whole_case.restart_words import restart_words
from kashf.cli.whole_case.timestamp_lines import timestamp_line
from kashf.domain.ids import is_digest
from kashf.errors import BadPathError, IntegrityError, UsageError
from kashf.language.identifiers.spoken_digests import unspoken
from kashf.language.words.visible import isolate
from kashf.show.counted import many

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kashf.domain.entries.heads import Covered
    from kashf.domain.ledger import Fault
    from kashf.services.case.open import OpenCase
    from kashf.services.ingest.rereading.reread import Reread
    from kashf.services.ledger.checking.row_checks import RowCheck
    from kashf.services.ledger.custody import Verification

#: Seeds that a run may draw by.
_SEEDS: Final = 1 << 32
#: Bytes of a witness file that are read.
_LARGEST_WITNESS: Final = 1 << 20

EPILOG = "Example: kashf verify leak.case --head HEX, with a head that was printed or sent away earlier"


def command(
    case: Annotated[Path, typer.Argument(help="The case, a ledger that was exported from one, or a release.")],
    head: Annotated[
        str | None, typer.Option(metavar="HEX", help="A head that was kept, or its words: prove that this case had it.")
    ] = None,
    entries: Annotated[int, typer.Option(min=0, metavar="N", help="How many entries that head covers: it is then found at once.")] = 0,
    witness: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A file of `kashf witness`: prove that this case continues what was there.")
    ] = None,
    export_ledger: Annotated[Path | None, typer.Option(help="Write ledger and signatures as lines of JSON, for others.")] = None,
    custody: Annotated[bool, typer.Option("--custody", help="Export what was received and run alone, not what people decided.")] = False,
    accept: Annotated[
        bool, typer.Option("--accept", help="Take the case as it is now, though this installation saw more of it: you put a copy back.")
    ] = False,
    deep: Annotated[bool, typer.Option("--deep", help="Read a drawn share of the documents again, and compare.")] = False,
    share: Annotated[float, typer.Option(metavar="PERCENT", min=0, max=100, help="How many of them, at least 20 documents.")] = 5,
    every: Annotated[bool, typer.Option("--all", help="Read all documents again; as long as the first reading.")] = False,
    seed: Annotated[int | None, typer.Option(min=0, help="Draw the same documents as a run that printed this seed.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """Recompute the ledger and hash every blob again; of a release, its figures. Exit code 4 names what was lost or changed."""
    given = (head or "").strip().lower()
    kept = _Kept(given if is_digest(given) else unspoken(given), entries, witness)
    if case.is_dir() and is_release_folder(case):
        if entries or witness or export_ledger or accept or deep or every:
            raise UsageError("a release is checked from its files alone; of the other options only --head and --json go with it")
        return verify_release(case, kept.head, as_json=as_json)
    _check_asked(case, kept, export_ledger, head_given=head is not None, custody=custody)
    if (deep or every) and case.is_file():
        raise UsageError("a ledger that was exported holds no documents to read again; --deep and --all need a case")
    result = _verify_file(case, kept) if case.is_file() else _verify_case(case, kept, export_ledger, custody_only=custody, accept=accept)
    again = _read_again(case, share=100 if every else share, seed=seed) if deep or every else None
    if again:
        result = replace(result, faults=(*result.faults, *again.faults))
    if as_json:
        emit_json(_as_json(result) | ({"reread": _reread_as_json(again)} if again else {}))
    else:
        _tell(result, again)
    if not result.ok:
        say(f"kashf: {_what_then(result.faults)}")
        return IntegrityError.exit_code
    return 0


def _what_then(faults: Sequence[Fault]) -> str:
    """Return what to do about faults."""
    kinds = {fault.what for fault in faults if not fault.remedy}
    if not kinds:
        return "each fault names the command that mends it"
    if kinds == {"head"}:
        return (
            "first compare the head given with what was kept, word for word or digit for digit: one that was misheard or mistyped makes "
            f"another head. If it is the same: {IntegrityError.hint}"
        )
    if kinds == {"installation"}:
        return "nothing else is wrong. Ask who works there: let them in, or restore the case from a copy from before they wrote"
    return IntegrityError.hint


def _check_asked(case: Path, kept: _Kept, export_ledger: Path | None, *, head_given: bool, custody: bool) -> None:
    if head_given and not is_digest(kept.head):
        raise UsageError("--head needs the 64 hexadecimal digits that `kashf verify` prints, or the 32 words that `kashf witness` does")
    if kept.entries and not head_given:
        raise UsageError("--entries goes with --head")
    if kept.witness and case.is_file():
        raise UsageError("--witness needs a case")
    if custody and not export_ledger:
        raise UsageError("--custody goes with --export-ledger")
    if export_ledger and (export_ledger.is_dir() or not export_ledger.absolute().parent.is_dir()):
        raise BadPathError(f"no file can be written at {export_ledger}")  # said now, not after an hour of hashing
    if case.is_file() and export_ledger:
        raise UsageError("a ledger that was exported is there already; --export-ledger needs a case")


@dataclass(frozen=True, slots=True)
class _Kept:
    """What somebody kept of the case: a head, over how many entries, a witness file."""

    head: str
    entries: int
    witness: Path | None


def _verify_case(path: Path, kept: _Kept, export_to: Path | None, *, custody_only: bool, accept: bool) -> Verification:
    from kashf.bootstrap.seen import last_seen, remember
    from kashf.bootstrap.signers import own_key
    from kashf.services.ledger.custody import verify
    from kashf.services.ledger.ledger_export import export_ledger
    from kashf.services.ledger.signing.at_home import AtHome
    from kashf.settings import load_settings

    with opened(path) as case:
        settings = load_settings()
        home = AtHome(*own_key(settings), None if accept else last_seen(path, settings))
        result = verify(case, earlier_head=kept.head, covering=kept.entries, home=home)
        if kept.witness:
            result = _against_witness(case, kept.witness, result)
        if result.ok:
            remember(path, case.view, settings)
        if export_to:
            export_to.write_bytes(b"".join(export_ledger(case, custody_only=custody_only)))
    return result


def _against_witness(case: OpenCase, file: Path, result: Verification) -> Verification:
    from kashf.services.ledger.signing.installations import keys_that_count
    from kashf.services.ledger.signing.witnessing import check_witness

    with opened_lines(file) as (lines, _):
        witness, faults = check_witness(case, lines.read(_LARGEST_WITNESS))
    signer = f"installation {witness.device[:12]}"
    known = "" if (witness.device, witness.key) in keys_that_count(case) else ", which is not in this case: ask whoever gave you the file"
    say(f"the witness file is of {isolate(witness.time)}, over {many(witness.entries, 'entry')}, signed by {isolate(signer)}{known}")
    return replace(result, faults=(*result.faults, *faults))


def _verify_file(path: Path, kept: _Kept) -> Verification:
    from kashf.bootstrap.signers import ledger_checks
    from kashf.services.ledger.ledger_export import verify_export

    holds, vouches = ledger_checks()
    result = verify_export(path.read_bytes(), holds=holds, vouches=vouches, earlier_head=kept.head, covering=kept.entries)
    if not result.signed:
        say("no entry in this file is signed: whoever can write to it can write all of it anew, but for a head that was kept elsewhere")
    return result


def _read_again(path: Path, *, share: float, seed: int | None) -> Reread:
    from kashf.bootstrap import make_kit, make_sandbox
    from kashf.bootstrap.second_making import made_twice
    from kashf.scratch import remove, scratch_folder
    from kashf.services.ingest.readers import HowToRead
    from kashf.services.ingest.rereading.reread import Drawing, draw_documents, read_again, versions_now
    from kashf.settings import load_settings

    settings = load_settings()
    sandbox = make_sandbox(accept_unsafe=settings.accept_unsafe_parsing)
    chosen = secrets.randbelow(_SEEDS) if seed is None else seed
    with opened(path) as case:
        kit = make_kit(case, english_model=settings.english_model)
        drawn = draw_documents(case, Drawing(share / 100, chosen))
        folder = scratch_folder(in_memory=case.is_encrypted)
        try:
            documents, versions = None if drawn.is_all else drawn.documents, versions_now(case, kit)
            with made_twice(case, folder, settings=settings, drawn=documents, versions=versions) as two:
                return read_again(two, sandbox, HowToRead(settings.workers), kit=kit, drawn=drawn)
        finally:
            remove(folder)


def _reread_as_json(again: Reread) -> dict[str, object]:
    return {field.name: getattr(again, field.name) for field in fields(again) if field.name != "faults"}


def _tell_reread(again: Reread) -> None:
    emit(f"re-read: {again.asked} of {many(again.of, 'document')}, drawn by seed {again.seed}: {again.same} read as they are stored")
    if again.other_engines:
        emit(f"  {again.other_engines} read otherwise than other engines, or another kashf, had read them: no fault")
    if again.not_read:
        emit(f"  {again.not_read} could not be compared: too much for this machine, now or when they were read")
    if again.shut:
        emit(f"  {again.shut} not read again, or not whole: password")
    if again.typed:
        emit(f"  {again.typed} with pages that people typed, which the ledger holds: what machines read of them was compared")
    emit(f"  computed again for them: {', '.join(again.stages) or 'nothing'}")
    emit(f"  of the whole case: {', '.join(again.whole) or 'nothing'}")
    for each in again.left:
        emit(f"  not compared: {each}")


def _as_json(result: Verification) -> dict[str, object]:
    said = {field.name: getattr(result, field.name) for field in fields(result) if field.name != "covered"}
    return {"ok": result.ok, **said, **({"covered": result.covered} if result.covered else {})}


def _tell(result: Verification, again: Reread | None = None) -> None:
    emit(f"head {result.head} over {result.entries} ledger entries; {result.blobs} blobs hashed")
    emit(f"case {result.case}")
    _tell_signatures(result)
    for each in result.timestamps:
        emit(timestamp_line(each))
    _tell_what_is_beside(result)
    if result.rows:
        _tell_rows(result.rows)
    if result.rows and not result.is_index_sure:
        emit("the index was written to since the last run that ended, so not every file of it could be held against its hash")
    if again:
        _tell_reread(again)
    elif result.rows:
        emit("not checked: whether files still read as they are stored; --deep reads a share of them again")
    for fault in result.faults:
        remedy = f"; `{fault.remedy}` mends it" if fault.remedy else ""
        emit(f"FAULT {fault.what} {_place(fault)}: expected {isolate(fault.expected)}, found {isolate(fault.found)}{remedy}")
    emit("; ".join(["intact" if result.ok else many(len(result.faults), "fault"), *map(restart_words, result.restarts)]))
    if any(fault.what == "seen here" for fault in result.faults):
        say("this installation saw more of this case, or other entries. If you put an older copy there: kashf verify CASE --accept")
    if any(fault.what == "restart" for fault in result.faults):
        say("this installation is in, so nobody had to start this case again: ask who did. To let them in: kashf devices CASE --admit KEY")
    if any(fault.what == "installation" for fault in result.faults):
        say("`kashf devices CASE` lists installations; who is in lets one in: kashf devices CASE --admit KEY, after asking who works there")


def _tell_what_is_beside(result: Verification) -> None:
    if result.unknown:
        emit(f"{many(result.unknown, 'entry')} of kinds this kashf does not know, chained like all others")
    if result.sealed_away:
        emit(f"{result.sealed_away} sealed notes are not here; what the ledger says of them stands")
    if result.pending_blobs:
        emit(f"{many(result.pending_blobs, 'blob')} of a run that was stopped or is under way; `kashf process` settles them")
    if result.covered:
        _tell_covered(result.covered)


def _place(fault: Fault) -> str:
    """Return what a fault is about: what people call it before the beginning of its id, or its whole id; and on which page it is."""
    id, _, page = fault.where.partition(" ")
    return " ".join([isolate(fault.name), id[:12], *([page] if page else [])]) if fault.name else isolate(fault.where)


def _tell_rows(rows: RowCheck) -> None:
    if rows.is_stale:
        emit("tables that another kashf made were not looked at, and nobody reads them; `kashf process` makes them anew")
    emit(f"{many(rows.sealed, 'output')} held against what was sealed")
    if rows.not_sealed:
        emit("other outputs were not sealed by the kashf that made them; `kashf process` seals them")
    if rows.taken_over:
        emit(f"{rows.taken_over} of them were sealed as an earlier kashf had left them; `kashf rebuild` reads all again")


def _tell_covered(covered: Covered) -> None:
    form = ", as the first format made it" if covered.is_first_format else ""
    emit(f"the head given is of this case{form}: it covers {many(covered.entries, 'entry')}, the last of {covered.time:%Y-%m-%d %H:%M} UTC")
    for each in covered.chains:
        emit(f"{each.length:8}  {each.chain}")


def _tell_signatures(result: Verification) -> None:
    if result.signed_here:
        emit(f"{many(result.signed_here, 'entry')} signed by this installation, which nobody let in: elsewhere that is a fault")
    if result.signed or result.before_keys:
        older = f", {result.before_keys} from before keys and unsigned" if result.before_keys else ""
        emit(f"{many(result.signed, 'entry')} signed by the installation that wrote each{older}")

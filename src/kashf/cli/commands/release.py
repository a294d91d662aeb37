"""`kashf release`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.common import AsPerson, acting, checked_record
from kashf.cli.forms.written_files import Protect, check_new, protected_strings
from kashf.cli.output import emit, emit_json, say
from kashf.domain.ids import short_id
from kashf.errors import BadPathError, UsageError
from kashf.language.words.visible import isolate
from kashf.show.counted import many

EPILOG = (
    "Example: kashf release leak.case --findings all --out rel --signed-by 'Omar Zaki' --as 'Layla Haddad'; then, by the second: "
    "kashf release leak.case --sign rel --as 'Omar Zaki'; then kashf verify rel"
)


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    findings: Annotated[list[str] | None, typer.Option(metavar="all|ID", help="Which cleared sentence cards; again for more.")] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="The folder that is made; none is written over.")] = None,
    signed_by: Annotated[str, typer.Option(metavar="PERSON", help="Who signs beside whoever writes it; two sign a release.")] = "",
    protect: Protect = None,
    rare_too: Annotated[str, typer.Option(metavar="WHY", help="Sign for citing papers that came with one delivery alone.")] = "",
    sign: Annotated[Path | None, typer.Option(metavar="DIR", help="Put the second signature under a release that was written.")] = None,
    as_person: AsPerson = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """Release of cleared sentences: a folder that anybody can check with `kashf verify`, or read as plain pages."""
    if sign:
        if findings or out or signed_by or protect or rare_too:
            raise UsageError("--sign DIR signs what was written and takes nothing else")
        return _sign(case, sign, as_person)
    if not findings or not out or not signed_by:
        raise UsageError("a release takes --findings all or ids of cards, --out DIR and --signed-by PERSON")
    if "all" in findings and len(findings) > 1:
        raise UsageError("--findings all, or ids of cards")
    return _write(case, findings, out, signed_by, (protect, checked_record(rare_too, what="--rare-too")), as_person, as_json=as_json)


def _write(
    case: Path, findings: list[str], out: Path, second: str, leaving: tuple[Path | None, str], as_person: str | None, *, as_json: bool
) -> int:
    from kashf.bootstrap import open_to_decide
    from kashf.services.publication.write_release import ReleaseAsked, write_release
    from kashf.show.wording import LANGUAGES, wording

    check_new([out])
    if not out.absolute().parent.is_dir():
        raise BadPathError(f"{out.absolute().parent} is no folder")
    protect, rare_too = leaving
    protected = protected_strings(protect) if protect else None
    asked = ReleaseAsked(() if findings == ["all"] else findings, second, protected, rare_too)
    with open_to_decide(case, settings=acting(case, as_person)) as writable:
        files, gathered = write_release(writable, asked, [wording(code) for code in LANGUAGES])
    _write_files(out, files)
    if as_json:
        emit_json({"out": str(out), "files": sorted(files), "cards": gathered.cards, "papers": gathered.papers})
    else:
        sentences, papers = many(len(gathered.cards), "sentence"), many(len(gathered.papers), "paper")
        emit(f"{isolate(str(out))}: {sentences}, {papers} cited, {many(len(files), 'file')}")
        for number, document in gathered.papers.items():
            say(f"  paper {number} is {short_id(document)} (the release does not say so; its salt stays in the case)")
    if protected is None:
        say("no --protect FILE: only code names, file names and names of installations were looked for")
    say(f"not signed by {isolate(second)} yet: kashf release CASE --sign {isolate(str(out))} --as {isolate(second)}")
    return 0


def _write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        place = folder / path
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("xb") as file:
                file.write(content)
        except OSError as error:
            raise BadPathError(f"{place}: {error.strerror or 'cannot be written'}; what was written of it is no whole release") from error


def _sign(case: Path, folder: Path, as_person: str | None) -> int:
    from kashf.bootstrap import open_to_decide
    from kashf.bootstrap.signers import ledger_checks
    from kashf.services.publication.check_folder import check_folder, read_release
    from kashf.services.publication.write_release import release_entry, sign_release, signature_path
    from kashf.show.wording import LANGUAGES, wording

    if not (folder / "bagit.txt").is_file():
        raise BadPathError(f"there is no release at {folder}")
    checked = check_folder(folder, ledger_checks()[0], [wording(code) for code in LANGUAGES])
    if checked.faults:
        raise UsageError(f"nothing is signed: {checked.faults[0].where}: {checked.faults[0].told}; kashf verify says more")
    files = read_release(folder)
    proofs = json.loads(files["data/proofs.json"])
    with open_to_decide(case, settings=acting(case, as_person)) as writable:
        key = writable.person_signer.key if writable.person_signer else ""
        release = release_entry(writable.reading, proofs, key)
        check_new([folder / signature_path(key)])
        signed = sign_release(writable, files, release)
    _write_files(folder, signed)
    say("signed; that you did stays on record")
    return 0

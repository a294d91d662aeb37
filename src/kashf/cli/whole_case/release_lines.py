"""What `kashf verify` says of a release."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from kashf.cli.output import emit, emit_json, say
from kashf.errors import IntegrityError
from kashf.language.words.visible import isolate
from kashf.show.counted import many

#: What no check of a release alone can tell.
NOT_CHECKED: Final = (
    "that a page says what is quoted from it, and that a person said it: no page and nobody is in a release",
    "that a number which stands in quoted words, or is said, is right: only that it stands there",
    "what a precedence test came to: its orders and its catalogue are not in a release",
    "that another explanation was looked into, and that somebody was asked for a reply: only that it is said",
    "that the keys are those of the persons named, and the head that of the newsroom: hold both against what they published (--head HEX)",
    "that a paper is the file which somebody holds: the newsroom can show it with the salt that it keeps",
)


def is_release_folder(folder: Path) -> bool:
    """Return whether a folder says it is a release: it has what a bag has."""
    names = {each.name for each in folder.iterdir()}
    return "data" in names and bool(names & {"bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"})


def verify_release(folder: Path, head: str, *, as_json: bool) -> int:
    """Check a release, tell what came of it and what could not be checked, and return the exit code.

    Args:
        folder: Of the release.
        head: A head that was published; "" for none.
        as_json: Whether to print JSON.
    """
    from kashf.bootstrap.signers import ledger_checks
    from kashf.services.publication.check_folder import check_folder
    from kashf.show.wording import LANGUAGES, wording

    checked = check_folder(folder, ledger_checks()[0], [wording(code) for code in LANGUAGES])
    other_head = bool(head) and not checked.faults and checked.head != head
    is_whole = not checked.faults and not checked.missing and not other_head
    if as_json:
        told: dict[str, Any] = {
            "ok": is_whole,
            "faults": [{"what": each.what, "where": each.where, "told": each.told} for each in checked.faults],
            "findings": checked.findings,
            "values": checked.values,
            "numbers": checked.numbers,
            "proofs": checked.proofs,
            "head": checked.head,
            "signed": [{"name": name, "key": key} for name, key in checked.signed],
            "missing": list(checked.missing),
            "not_checked": list(NOT_CHECKED),
        }
        emit_json(told)
        return 0 if is_whole else IntegrityError.exit_code
    for fault in checked.faults:
        emit(f"FAULT {fault.what} {isolate(fault.where)}: {fault.told}")
    if not checked.faults:
        emit(f"{many(checked.findings, 'finding')}: pages are those that the report makes")
        emit(f"{many(checked.values, 'value')} worked out again: the same")
        emit(f"{many(checked.numbers, 'number')} held against what they stand for: the same")
        emit(f"{many(checked.proofs, 'cited paper')} committed to under the head {checked.head}")
        for name, key in checked.signed:
            emit(f"signed by {isolate(name)}, key {key}")
    for name in checked.missing:
        emit(f"FAULT signature: not signed by {isolate(name)} yet; two sign a release")
    if other_head:
        emit(f"FAULT head: it leads to {checked.head}, not to the one that was given")
    emit("intact" if is_whole else "not as it was released")
    say("not checked:")
    for line in NOT_CHECKED:
        say(f"  {line}")
    return 0 if is_whole else IntegrityError.exit_code

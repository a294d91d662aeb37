"""`kashf doctor`."""

from __future__ import annotations

from typing import Annotated

import typer

from kashf.cli.output import emit, emit_json
from kashf.errors import SandboxError
from kashf.language.words.visible import visible_name

EPILOG = "Example: kashf doctor --json"


def command(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """What works on this machine and what is missing; tries to break out of the box in which files are opened, and says what held."""
    from kashf.bootstrap import examine_machine, has_english_model, try_sandbox
    from kashf.settings import load_settings

    parts = examine_machine()
    model = {"installed": has_english_model(), "used_in_cases": load_settings().english_model}
    try:
        grade, checks = try_sandbox()
        refused = ""
    except SandboxError as error:
        grade, checks, refused = "", (), str(error)
    fine = all(part.present for part in parts) and bool(checks) and all(check.held for check in checks)
    fine = fine and (model["installed"] or not model["used_in_cases"])
    if as_json:
        emit_json({"ok": fine, "parts": parts, "english_model": model, "sandbox": grade, "refused": refused, "checks": checks})
        return 0 if fine else 1
    for part in parts:
        emit(f"{'ok     ' if part.present else 'MISSING'}  {part.name}{'' if part.present else ': ' + part.without}")
    emit(_describe_model(**model))
    emit(f"\nsandbox: {grade or 'none'}; {sum(check.held for check in checks)} of {len(checks)} attempts to break out were held")
    if refused:
        emit(visible_name(refused))
    for check in checks:
        if not check.held:
            emit(f"GOT THROUGH  {visible_name(check.name)}: {visible_name(check.detail)}")
    return 0 if fine else 1


def _describe_model(*, installed: bool, used_in_cases: bool) -> str:
    """Return the line about the English model, which nobody needs to have."""
    if used_in_cases and not installed:
        return "MISSING  English model: KASHF_ENGLISH_MODEL asks for it: pip install 'kashf[english]'"
    where = "used by `kashf entities` and in cases" if used_in_cases else "used by `kashf entities`, in cases with KASHF_ENGLISH_MODEL=true"
    return f"ok       English model: {where}" if installed else "         English model: not installed, and not needed"

"""`kashf doctor`."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kashf.cli.output import emit, emit_json
from kashf.errors import InstallationKeyError, SandboxError
from kashf.language.words.visible import visible_name

if TYPE_CHECKING:
    from kashf.settings import Settings

#: From this version on its builds for Linux hold a network client. Source: docs/decisions/0018-little-known-packages.md.
_REPORTS_FROM = (1, 29)
#: What is said of how the key of this installation lies here.
_KEYS: Final = {
    "none": "key of this installation: none yet; it is made when something is signed",
    "under a passphrase": "key of this installation: under a passphrase",
    "without a passphrase": "key of this installation: under no passphrase; `kashf devices CASE --passphrase` puts it under one",
    "unreadable": "key of this installation: cannot be read, or others may read it",
}
EPILOG = "Example: kashf doctor leak.case --json"


def command(
    case: Annotated[Path | None, typer.Argument(help="Look at the folder of this case too.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """What works on this machine and what is missing; tries to break out of the box in which files are opened, and says what held."""
    from kashf.bootstrap import examine_machine, examine_traces, has_english_model, try_sandbox
    from kashf.settings import load_settings

    settings, parts = load_settings(), examine_machine()
    traces = examine_traces(settings, case)
    model = {"installed": has_english_model(), "used_in_cases": settings.english_model}
    onnx, key = _onnxruntime(), _installation_key(settings)
    try:
        grade, checks = try_sandbox()
        refused = ""
    except SandboxError as error:
        grade, checks, refused = "", (), str(error)
    fine = all(part.present for part in parts) and bool(checks) and all(check.held for check in checks)
    fine = fine and (model["installed"] or not model["used_in_cases"])
    if as_json:
        emit_json(
            {
                "ok": fine,
                "parts": parts,
                "traces": traces,
                "installation_key": key,
                "english_model": model,
                "onnxruntime": onnx,
                "sandbox": grade,
                "refused": refused,
                "checks": checks,
            }
        )
        return 0 if fine else 1
    for part in parts:
        emit(f"{'ok     ' if part.present else 'MISSING'}  {part.name}{'' if part.present else ': ' + part.without}")
    for trace in traces:
        emit(_describe_trace(trace.name, is_shut=trace.is_shut, open_words=trace.open_words))
    emit(f"         {_KEYS[key]}")
    emit(_describe_model(**model))
    emit(_describe_onnxruntime(onnx))
    emit(f"\nsandbox: {grade or 'none'}; {sum(check.held for check in checks)} of {len(checks)} attempts to break out were held")
    if refused:
        emit(visible_name(refused))
    for check in checks:
        if not check.held:
            emit(f"GOT THROUGH  {visible_name(check.name)}: {visible_name(check.detail)}")
    return 0 if fine else 1


def _installation_key(settings: Settings) -> str:
    """Return how the key of this installation lies here; none is made, and nobody is asked for a passphrase."""
    from kashf.bootstrap.signers import InstallationSigners

    try:
        stored = InstallationSigners(settings).stored()
    except InstallationKeyError:
        return "unreadable"
    return "none" if stored is None else "under a passphrase" if stored.is_wrapped else "without a passphrase"


def _describe_trace(name: str, *, is_shut: bool, open_words: str) -> str:
    return f"ok       {visible_name(name)}" if is_shut else f"CAREFUL  {visible_name(name)}: {visible_name(open_words)}"


def _onnxruntime() -> str:
    """Return the version of onnxruntime that is installed, or "" for none."""
    try:
        return version("onnxruntime")
    except PackageNotFoundError:
        return ""


def _describe_onnxruntime(installed: str) -> str:
    """Return the line about what runs ONNX models that a user brings, which nobody else needs."""
    if not installed:
        return "         onnxruntime: not installed; for readers of handwriting that you bring as ONNX files: pip install 'kashf[models]'"
    if tuple(int(part) for part in installed.split(".")[:2] if part.isdecimal()) >= _REPORTS_FROM:
        return f"ok       onnxruntime {installed}: reports to its maker where it can, and has no network here: pip install 'kashf[models]'"
    return f"ok       onnxruntime {installed}: runs readers that you bring (`kashf models`)"


def _describe_model(*, installed: bool, used_in_cases: bool) -> str:
    """Return the line about the English model, which nobody needs to have."""
    if used_in_cases and not installed:
        return "MISSING  English model: KASHF_ENGLISH_MODEL asks for it: pip install 'kashf[english]'"
    where = "used by `kashf entities` and in cases" if used_in_cases else "used by `kashf entities`, in cases with KASHF_ENGLISH_MODEL=true"
    return f"ok       English model: {where}" if installed else "         English model: not installed, and not needed"

"""Runs a model in its box and returns its answer checked; the one door for handwriting, translation and speech.

What a model answers is a suggestion of a machine. Callers keep it apart from the text of pages, and show beside it what
`kashf models measure` found.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from kashf.domain.document import Reason
from kashf.domain.ids import Json
from kashf.domain.models.installed import Model, ModelKind, RunBy
from kashf.domain.models.outputs import LineText, TimedText
from kashf.errors import RefusedModelError, UsageError
from kashf.language.words.visible import visible_name
from kashf.ports.engines import Limits, Picture
from kashf.ports.models import ModelRoom
from kashf.ports.runtime import Outcome, Task
from kashf.services.models.check_outputs import check_lines, check_passages, refused

#: The version of the protocol, first line of what a command reads. Documented in docs/reference/models.md.
PROTOCOL: Final = "kashf-model/1"
#: Where a box has the files of a command.
_FOLDER: Final = "/model"
#: Loading the weights from a slow disk, then a line on a slow machine.
_LOADING_SECONDS, _LINE_SECONDS = 120.0, 10.0
_MEMORY_BYTES: Final = 4 << 30
#: Longest recording that is listened to, and how long a model may take for it.
_LONGEST_RECORDING_MS: Final = 24 * 3_600_000
_SPEECH_SECONDS: Final = 4 * 3_600.0
#: Most lines of one run: more than the most crowded page has.
MOST_LINES: Final = 1_000
_COMPLAINT_LENGTH: Final = 300


def read_lines(room: ModelRoom, model: Model, pictures: Sequence[Picture]) -> tuple[LineText, ...]:
    """Return what a model of handwriting makes of pictures of lines, one each, in their order.

    Args:
        room: Where models are kept and run.
        model: Which.
        pictures: Grey; at most MOST_LINES.

    Raises:
        UsageError: The model is of another kind, or there are too many lines.
        ChangedModelError: One of its files is not what was added.
        RefusedModelError: It broke, or its answer cannot be.
        SandboxError: There is no box for it.
    """
    _check_kind(model, ModelKind.HANDWRITING)
    lines: list[Mapping[str, Json]] = [
        {"line": number, "pgm": base64.b64encode(_pgm(picture)).decode("ascii")} for number, picture in enumerate(pictures)
    ]
    return _ask_lines(room, model, lines)


def translate_lines(
    room: ModelRoom, model: Model, texts: Sequence[str], *, from_language: str = "", to_language: str = ""
) -> tuple[LineText, ...]:
    """Return what a model of translation makes of lines of text, one each, in their order; languages are ISO 639 codes, "" for untold.

    Raises:
        UsageError, ChangedModelError, RefusedModelError, SandboxError: As `read_lines`.
    """
    _check_kind(model, ModelKind.TRANSLATION)
    told = {"from": from_language, "to": to_language}
    return _ask_lines(room, model, [{"line": number, "text": text} for number, text in enumerate(texts)], told)


def hear_recording(room: ModelRoom, model: Model, recording: Path, *, language: str = "") -> tuple[TimedText, ...]:
    """Return what a model of speech hears in a file of sound or video, in order of time; empty when it hears nothing.

    Args:
        room: Where models are kept and run.
        model: Which.
        recording: The file, which the model gets open and without its name.
        language: ISO 639 code of what is spoken; "" for untold.

    Raises:
        UsageError, ChangedModelError, RefusedModelError, SandboxError: As `read_lines`.
    """
    _check_kind(model, ModelKind.SPEECH)
    limits = Limits(seconds=_SPEECH_SECONDS, memory_bytes=2 * _MEMORY_BYTES)
    untrusted_lines = _run(room, model, [], told={"language": language}, limits=limits, recording=recording)
    return check_passages(untrusted_lines, longest_ms=_LONGEST_RECORDING_MS)


def try_model(room: ModelRoom, model: Model) -> None:
    """Load a model once, so that one that cannot be run is refused when it is added; a command is run on no lines at all.

    Raises:
        ChangedModelError, RefusedModelError, SandboxError: As `read_lines`.
    """
    if model.run_by is RunBy.COMMAND:
        if model.kind is not ModelKind.SPEECH:
            _ask_lines(room, model, [])
        return
    folder = room.store.checked_folder(model)
    with room.boxes.worker(model, folder) as worker:
        _lines_of(worker.run(Task("describe", _files(model, folder), _params(model), _limits(0))), is_description=True)


def _ask_lines(
    room: ModelRoom, model: Model, lines: Sequence[Mapping[str, Json]], told: Mapping[str, Json] | None = None
) -> tuple[LineText, ...]:
    if len(lines) > MOST_LINES:
        raise UsageError(f"a model is asked for at most {MOST_LINES} lines at once", code="model-lines", most=MOST_LINES)
    return check_lines(_run(room, model, lines, told=told or {}, limits=_limits(len(lines))), asked=len(lines))


def _run(
    room: ModelRoom,
    model: Model,
    lines: Sequence[Mapping[str, Json]],
    *,
    told: Mapping[str, Json],
    limits: Limits,
    recording: Path | None = None,
) -> Sequence[object]:
    folder = room.store.checked_folder(model)
    head = {"protocol": PROTOCOL, "kind": model.kind.value, "lines": len(lines), **told}
    asked = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in (head, *lines)).encode()
    sources = [*_files(model, folder), *((recording,) if recording else ())]
    with room.boxes.worker(model, folder) as worker:
        return _lines_of(worker.run(Task("run", sources, _params(model), limits, (asked,))))


def _files(model: Model, folder: Path) -> list[Path]:
    """Return the files that a box is given open; those of a command it sees in a folder."""
    return [folder / each.path for each in model.files] if model.run_by is RunBy.ONNX else []


def _params(model: Model) -> Mapping[str, Json]:
    if model.run_by is RunBy.ONNX:
        return {"alphabet": len(model.files) > 1}
    return {"command": list(model.command), "folder": _FOLDER}


def _limits(lines: int) -> Limits:
    return Limits(seconds=_LOADING_SECONDS + _LINE_SECONDS * lines, memory_bytes=_MEMORY_BYTES)


#: Why a model gave no answer, for a person.
_SILENCES: Final = {
    Reason.TIMEOUT: "it was not done in time",
    Reason.MEMORY: "it took more memory than it may (4 GiB; for speech 8)",
    Reason.TOO_LARGE: "it answered with more than is ever read",
    Reason.UNREADABLE: "a file cannot be handed to it",
}
#: Which part of docs/reference/models.md an ONNX file breaks.
_UNFIT: Final = {
    "file": "it is no ONNX file that can be loaded",
    "input": "its input is not one tensor of floats of the shape [1, 1 or 3, height, width]",
    "output": "its output is not a row of finite scores for each moment, one for each letter of its alphabet and one for the blank",
    "alphabet": "it has no alphabet, neither in its metadata nor in a file beside it",
    "normalisation": "its mean or std is no number",
}


def _lines_of(outcome: Outcome, *, is_description: bool = False) -> Sequence[object]:
    if outcome.reason is not None:
        raise refused(_SILENCES.get(outcome.reason, "it crashed"))
    untrusted = outcome.untrusted_answer
    match untrusted:
        case {"lines": list() as untrusted_lines}:
            return untrusted_lines
        case {"height": int(), "classes": int()} if is_description:
            return ()
        case {"unfit": str() as code} if code in _UNFIT:
            raise RefusedModelError(f"the model cannot be run: {_UNFIT[code]}")
        case {"ended": int() as code, "complaint": str() as untrusted_complaint}:
            raise _ended(code, untrusted_complaint)
        case {"too-much": True}:
            raise refused(_SILENCES[Reason.TOO_LARGE])
    raise refused("it is not what docs/reference/models.md asks for")


def _ended(code: int, untrusted_complaint: str) -> RefusedModelError:
    said = visible_name(untrusted_complaint.strip().rpartition("\n")[2])[-_COMPLAINT_LENGTH:]
    return RefusedModelError(f"the model ended with code {code}" + (f"; it said: {said}" if said else ""), code="model-ended", number=code)


def _check_kind(model: Model, kind: ModelKind) -> None:
    if model.kind is not kind:
        raise UsageError(f"{model.name} is a model of {model.kind.value}, not of {kind.value}", code="model-kind", name=model.name)


def _pgm(picture: Picture) -> bytes:
    if picture.channels != 1:
        raise ValueError("pictures of lines are grey")
    return b"P5\n%d %d\n255\n" % (picture.width, picture.height) + picture.pixels

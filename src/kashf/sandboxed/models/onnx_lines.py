"""Runs a line recogniser that a user brought as an ONNX file; the handler of its box, where every byte of the file is a stranger's.

What the file has to look like is told in docs/reference/models.md. No operators but those of onnxruntime are loaded, and weights that lie
in other files are not: the file is given as bytes.
"""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

from kashf.sandboxed.models.ctc import decode, probabilities

#: Largest picture of a line, in pixels of the model's height: some three metres of writing.
_WIDEST = 20_000
#: Most classes of an alphabet.
_MOST_CLASSES = 20_000


class UnfitError(Exception):
    """A file is no line recogniser that can be run here.

    Args:
        code: Which part of docs/reference/models.md it breaks.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class _Recogniser:
    """A loaded model and how it wants its pictures."""

    session: Any
    classes: tuple[str, ...]
    height: int
    width: int
    channels: int
    is_mirrored: bool
    is_ink_light: bool
    mean: float
    std: float

    def read(self, grey: npt.NDArray[np.uint8]) -> dict[str, object]:
        """Return what one line says."""
        (given,) = self.session.get_inputs()
        (scores, *_) = self.session.run(None, {given.name: self._tensor(grey)})
        if scores.ndim != 3 or 1 not in scores.shape[:2] or scores.shape[2] != len(self.classes) or not scores.size:
            raise UnfitError("output")
        rows = scores.reshape(-1, len(self.classes))
        if not np.isfinite(rows).all():
            raise UnfitError("output")
        return decode(probabilities(rows), self.classes, is_mirrored=self.is_mirrored)

    def _tensor(self, grey: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
        wide = min(max(1, round(grey.shape[1] * self.height / grey.shape[0])), self.width or _WIDEST)
        picture = Image.fromarray(grey).resize((wide, self.height), Image.Resampling.BILINEAR)
        values = np.asarray(picture, dtype=np.float32) / 255.0
        if self.is_mirrored:
            values = values[:, ::-1]
        if self.width > wide:
            values = np.pad(values, ((0, 0), (0, self.width - wide)), constant_values=1.0)
        values = ((1.0 - values if self.is_ink_light else values) - self.mean) / self.std
        return np.ascontiguousarray(np.broadcast_to(values, (1, self.channels, *values.shape)), dtype=np.float32)


def preload() -> None:
    """Load onnxruntime, before any file is seen."""
    _runtime()


def handle(task: Mapping[str, Any], files: Sequence[int], emit: object) -> dict[str, object]:  # noqa: ARG001 - the box fixes the arguments
    """Return {"height", "classes"} of a model for "describe", {"lines": [...]} for "run", or {"unfit": code}.

    Args:
        task: {"kind", "params": {"alphabet": whether the second file is one}, "limits"}; from our own side.
        files: The model, its alphabet if any, and for "run" a line of JSON for each picture.
        emit: Not used.
    """
    has_alphabet = bool(task["params"].get("alphabet"))
    try:
        recogniser = _load(_bytes(files[0]), _bytes(files[1]) if has_alphabet else None)
        if task["kind"] == "describe":
            recogniser.read(np.full((recogniser.height, 4 * recogniser.height), 255, dtype=np.uint8))
            return {"height": recogniser.height, "classes": len(recogniser.classes)}
        asked = [json.loads(line) for line in _bytes(files[-1]).splitlines()[1:]]
        return {"lines": [{"line": each["line"], **recogniser.read(_grey(each))} for each in asked]}
    except UnfitError as error:
        return {"unfit": error.code}


def _load(model: bytes, alphabet: bytes | None) -> _Recogniser:
    session = _session(model)
    told: dict[str, str] = session.get_modelmeta().custom_metadata_map
    if len(session.get_inputs()) != 1:
        raise UnfitError("input")
    (given,) = session.get_inputs()
    channels, height, width = _size(given)
    letters = _letters(alphabet, told)
    is_first = told.get("blank", "first") == "first"
    return _Recogniser(
        session=session,
        classes=("", *letters) if is_first else (*letters, ""),
        height=height,
        width=width,
        channels=channels,
        is_mirrored=told.get("mirror", "false") == "true",
        is_ink_light=told.get("ink", "dark") == "light",
        mean=_number(told, "mean", 0.0),
        std=_number(told, "std", 1.0),
    )


def _session(model: bytes) -> Any:
    runtime = _runtime()
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    try:
        return runtime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except Exception as error:
        if isinstance(error, MemoryError):
            raise
        raise UnfitError("file") from error


def _size(given: Any) -> tuple[int, int, int]:
    """Return channels, height and width of a picture; a width of 0 is any."""
    shape = list(given.shape)
    if given.type != "tensor(float)" or len(shape) != 4 or shape[1] not in (1, 3):
        raise UnfitError("input")
    height, width = shape[2], shape[3] if isinstance(shape[3], int) else 0
    if not isinstance(height, int) or not 8 <= height <= 512 or width < 0 or width > _WIDEST:
        raise UnfitError("input")
    return shape[1], height, width


def _letters(alphabet: bytes | None, told: Mapping[str, str]) -> tuple[str, ...]:
    """Return what each class stands for: one a line, or without line ends one a code point."""
    try:
        text = alphabet.decode("utf-8") if alphabet is not None else told.get("alphabet", "")
    except UnicodeDecodeError as error:
        raise UnfitError("alphabet") from error
    letters = tuple(text.removesuffix("\n").split("\n")) if "\n" in text else tuple(text)
    if not 0 < len(letters) <= _MOST_CLASSES or not all(letters):
        raise UnfitError("alphabet")
    return letters


def _number(told: Mapping[str, str], name: str, otherwise: float) -> float:
    try:
        value = float(told.get(name, otherwise))
    except ValueError as error:
        raise UnfitError("normalisation") from error
    if not np.isfinite(value) or (name == "std" and value <= 0):
        raise UnfitError("normalisation")
    return value


def _grey(asked: Mapping[str, Any]) -> npt.NDArray[np.uint8]:
    """Return the picture of a line, which our own side wrote: PGM without comments."""
    kind, size, most, pixels = base64.b64decode(asked["pgm"]).split(b"\n", 3)
    width, height = (int(number) for number in size.split())
    if (kind, most) != (b"P5", b"255"):
        raise ValueError("no picture of ours")
    return np.frombuffer(pixels, dtype=np.uint8).reshape(height, width)


def _bytes(file: int) -> bytes:
    with open(f"/proc/self/fd/{file}", "rb") as stream:  # noqa: PTH123 - a descriptor, opened anew so that it is read from its beginning
        return stream.read()


def _runtime() -> Any:
    # Its builds from 1.29 on report home where they can; in a box they cannot, and here they are told not to try.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    return onnxruntime

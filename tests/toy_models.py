"""Models made by code: a reader of drawn digits as an ONNX file, and commands that answer well or badly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import numpy as np
import numpy.typing as npt
from onnx import TensorProto, helper, numpy_helper

from kashf.domain.models.installed import Model as InstalledModel
from kashf.domain.models.installed import ModelKind, RunBy
from kashf.ports.engines import Picture
from kashf.ports.models import BroughtModel, ModelRoom
from kashf.ports.runtime import MemberWriter, Outcome, Task
from kashf.services.case.open import OpenCase
from tests.fakes import FakeBlobs
from tests.searchable import case_of

#: Seven rows of five points for each digit; a point is drawn four pixels wide and high.
_ROWS = {
    "0": "01110 10001 10011 10101 11001 10001 01110",
    "1": "00100 01100 00100 00100 00100 00100 01110",
    "2": "01110 10001 00001 00010 00100 01000 11111",
    "3": "11110 00001 00001 01110 00001 00001 11110",
    "4": "00010 00110 01010 10010 11111 00010 00010",
    "5": "11111 10000 11110 00001 00001 10001 01110",
    "6": "00110 01000 10000 11110 10001 10001 01110",
    "7": "11111 00001 00010 00100 01000 01000 01000",
    "8": "01110 10001 10001 01110 10001 10001 01110",
    "9": "01110 10001 10001 01111 00001 00010 01100",
}
DIGITS = "".join(_ROWS)
POINT = 4
#: Height of a line, and width of a digit, in pixels; an empty one of the same width stands behind each, so that 11 is two ones.
HEIGHT, CELL = 8 * POINT, 6 * POINT


def draw_digits(text: str) -> npt.NDArray[np.uint8]:
    """Return a line of digits, black on white."""
    return np.hstack([column for digit in text for column in (_cell(digit), np.full((HEIGHT, CELL), 255, dtype=np.uint8))])


def digit_line(text: str) -> Picture:
    """Return the picture of a line of digits."""
    drawn = draw_digits(text)
    return Picture(drawn.shape[1], drawn.shape[0], 1, drawn.tobytes())


def digit_reader(*, alphabet: str | None = DIGITS, height: int | str = HEIGHT, **metadata: str) -> bytes:
    """Return an ONNX file that reads drawn digits by holding a template of each against every cell of a line.

    Args:
        alphabet: What its classes are said to be; another order makes a reader that is always wrong. None for no word of it.
        height: Of its input.
        metadata: Further properties.
    """
    templates = np.stack([np.zeros((HEIGHT, CELL)), *((255 - _cell(digit)) / 255 for digit in DIGITS)]).astype(np.float32)[:, None]
    # -|x - t|^2 + |x|^2 = 2 x.t - |t|^2: the greatest is the nearest template; of an empty cell it is that of the blank, 0.
    weights = [
        numpy_helper.from_array(2 * templates, "templates"),
        numpy_helper.from_array(-(templates**2).sum(axis=(1, 2, 3)), "bias"),
        numpy_helper.from_array(np.array([2], dtype=np.int64), "axis"),
    ]
    nodes = [
        helper.make_node("Conv", ["picture", "templates", "bias"], ["likeness"], strides=[1, CELL]),
        helper.make_node("Squeeze", ["likeness", "axis"], ["rows"]),
        helper.make_node("Transpose", ["rows"], ["scores"], perm=[0, 2, 1]),
    ]
    given = helper.make_tensor_value_info("picture", TensorProto.FLOAT, [1, 1, height, "width"])
    told = helper.make_tensor_value_info("scores", TensorProto.FLOAT, [1, "moments", len(templates)])
    graph = helper.make_graph(nodes, "digits", [given], [told], weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    said = {"ink": "light", **({"alphabet": alphabet} if alphabet is not None else {}), **metadata}
    helper.set_model_props(model, said)
    content: bytes = model.SerializeToString()
    return content


def add_command(
    room: ModelRoom, folder: Path, script: str, *, kind: ModelKind = ModelKind.HANDWRITING, name: str = "toy"
) -> InstalledModel:
    """Keep a command made of a script without trying it first, as the hostile ones want."""
    path = folder / f"{name}.py"
    path.write_text(dedent(script), encoding="utf-8")
    return room.store.add(BroughtModel(name, kind, RunBy.COMMAND, ("python", path.name), ((path.name, path),)))


#: A command that answers for each line; `{answer}` is an expression over `asked`.
ANSWERING = """
import json, sys
head, *lines = (json.loads(line) for line in sys.stdin)
for asked in lines:
    print(json.dumps({answer}))
"""


def answering(answer: str) -> str:
    """Return a script that prints for each line that is asked what a Python expression over `asked` says."""
    return ANSWERING.replace("{answer}", answer)


def _cell(digit: str) -> npt.NDArray[np.uint8]:
    points = np.array([[point == "1" for point in f"{row}0"] for row in ("00000 " + _ROWS[digit]).split()])
    return np.where(np.kron(points, np.ones((POINT, POINT))) > 0, 0, 255).astype(np.uint8)


def drawing(page: npt.NDArray[np.uint8]) -> Callable[[Task, MemberWriter | None], Outcome]:
    """Return what a box of readers does that draws this page, whichever is asked."""
    channels = page.shape[2] if page.ndim == 3 else 1

    def answer(task: Task, members: MemberWriter | None) -> Outcome:
        assert members is not None
        members.begin({"width": page.shape[1], "height": page.shape[0], "channels": channels}).write(page.tobytes())
        members.end()
        return Outcome({"ok": True})

    return answer


def drawn_case(folder: Path) -> OpenCase:
    """Return a case of two documents whose bytes are there, to be drawn as `drawing` says."""
    case = case_of(folder, "x", "y")
    return replace(case, blobs=FakeBlobs({f"{number:064x}"[::-1]: b"a page" for number in range(2)}))

"""Makes a toy that reads drawn digits, as an ONNX file, to see the door for a reader of your own: it reads nothing else.

Run `python -m examples.toy_reader FOLDER`: it writes FOLDER/toy.onnx and FOLDER/page.png, a page of drawn digits. Then

    kashf models add FOLDER/toy.onnx --kind handwriting
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
from onnx import TensorProto, helper, numpy_helper
from PIL import Image

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


def draw_page(lines: int, *, seed: int = 1) -> Image.Image:
    """Return a page of that many lines of made-up digits, 500 pixels wide."""
    chance = random.Random(seed)
    paper = np.full((200 + 60 * lines, 500), 255, dtype=np.uint8)
    for row in range(lines):
        drawn = draw_digits("".join(chance.choice(DIGITS) for _ in range(6)))
        paper[100 + 60 * row : 100 + 60 * row + HEIGHT, 100 : 100 + drawn.shape[1]] = drawn
    return Image.fromarray(paper)


def _cell(digit: str) -> npt.NDArray[np.uint8]:
    points = np.array([[point == "1" for point in f"{row}0"] for row in ("00000 " + _ROWS[digit]).split()])
    return np.where(np.kron(points, np.ones((POINT, POINT))) > 0, 0, 255).astype(np.uint8)


def main() -> None:
    """Write both files into the folder that is named."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "toy.onnx").write_bytes(digit_reader())
    draw_page(20).save(folder / "page.png")


if __name__ == "__main__":
    main()

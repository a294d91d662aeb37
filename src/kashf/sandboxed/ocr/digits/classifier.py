"""How likely a stroke is each sign: a net of one hidden layer, trained on digits drawn in many fonts (data/make_digits.py)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from io import BytesIO
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from kashf.sandboxed.ocr.digits.features import told_by
from kashf.sandboxed.ocr.digits.strokes import Frame, Numbers, Shape

#: Arabic-Indic digits, then the three that Persian and Urdu write otherwise, then Western ones.
ARABIC, PERSIAN, WESTERN = "٠١٢٣٤٥٦٧٨٩", "۴۵۶", "0123456789"
#: What stands between digits, and around numbers; a comma stands for all of them.
BETWEEN, AROUND = "/-.,:", "()[]"
#: A single alef, which many fonts draw as the digit one.
ALEF = "ا"
#: All that is none of them: letters, parts of digits, several at once.
OTHER = "\N{REPLACEMENT CHARACTER}"
SIGNS: Final = ARABIC + PERSIAN + WESTERN + BETWEEN + AROUND + ALEF + OTHER


@dataclass(frozen=True, slots=True)
class SignClassifier:
    """Weights of the net: from what tells a stroke to the hidden layer, and from there to the signs."""

    hidden: Numbers
    hidden_bias: Numbers
    signs: Numbers
    signs_bias: Numbers

    @classmethod
    def of(cls, table: bytes) -> Self:
        """Return the classifier of a table: whole numbers in [-127..127], with the size of a step of each row."""
        with np.load(BytesIO(table), allow_pickle=False) as kept:
            return cls(*(kept[name].astype(np.float32) * kept[f"{name}_step"] for name in ("hidden", "hidden_bias", "signs", "signs_bias")))

    def likelihoods(self, shapes: Sequence[Shape], frame: Frame) -> NDArray[np.float32]:
        """Return a row for each stroke with the share of each of SIGNS, in [0..1] and together 1."""
        if not shapes:
            return np.zeros((0, len(SIGNS)), dtype=np.float32)
        weights = np.maximum(told_by(shapes, frame) @ self.hidden + self.hidden_bias, 0) @ self.signs + self.signs_bias
        shares = np.exp(weights - weights.max(axis=1, keepdims=True))
        result: NDArray[np.float32] = shares / shares.sum(axis=1, keepdims=True)
        return result


@cache
def sign_classifier() -> SignClassifier:
    """Return the classifier that kashf brings with it."""
    return SignClassifier.of((resources.files("kashf.sandboxed.ocr.digits") / "signs.npz").read_bytes())

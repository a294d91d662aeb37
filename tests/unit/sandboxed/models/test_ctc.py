from __future__ import annotations

import numpy as np
import pytest

from kashf.sandboxed.models.ctc import decode, probabilities

CLASSES = ("", "ب", "ت")


def rows(*best: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.array([[0.9 if place == each else 0.05 for place in range(3)] for each in best])


def test_repeated_classes_are_one_letter_and_a_blank_parts_two() -> None:
    told = decode(rows(0, 1, 1, 0, 1, 2), CLASSES)

    assert ("ببت", 0.9) == (told["text"], told["confidence"])


def test_a_mirrored_picture_has_its_first_letter_at_the_right_end() -> None:
    (first, second) = decode(rows(1, 2), CLASSES, is_mirrored=True)["parts"]  # type: ignore[misc]  # a list of two

    assert [(5000, 10_000), (0, 5000)] == [(part["left"], part["right"]) for part in (first, second)]


def test_an_empty_line_is_told_with_how_sure_that_is() -> None:
    assert {"text": "", "confidence": 0.9, "parts": []} == decode(rows(0, 0), CLASSES)


def test_letters_narrower_than_the_grid_still_have_a_width() -> None:
    told = decode(np.eye(3)[np.arange(30_000) % 2 + 1], CLASSES)

    assert all(part["left"] < part["right"] for part in told["parts"])  # type: ignore[attr-defined]  # a list of objects


@pytest.mark.parametrize("scores", [[[0.5, 0.25, 0.25]], [[np.log(0.5), np.log(0.25), np.log(0.25)]]])
def test_probabilities_and_their_logarithms_come_to_the_same(scores: list[list[float]]) -> None:
    assert np.allclose([[0.5, 0.25, 0.25]], probabilities(np.array(scores)))

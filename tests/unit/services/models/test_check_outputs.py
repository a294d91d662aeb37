from __future__ import annotations

import pytest

from kashf.domain.models.outputs import LineText, TextPart, TimedText
from kashf.errors import RefusedModelError
from kashf.services.models.check_outputs import LONGEST_TEXT, check_lines, check_passages

PART = {"start": 0, "end": 2, "left": 0, "right": 5000, "confidence": 0.5}
LINE = {"line": 0, "text": "محمد", "confidence": 0.5, "parts": [PART, {**PART, "start": 2, "end": 4}]}
PASSAGE = {"start_ms": 0, "end_ms": 900, "text": "نعم", "confidence": 1}


def test_a_good_answer_is_taken_as_it_is() -> None:
    parts = (TextPart(0, 2, 0, 5000, 0.5), TextPart(2, 4, 0, 5000, 0.5))

    assert (LineText("محمد", 0.5, parts),) == check_lines([LINE], asked=1)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"line": 1}, "not asked"),
        ({"line": True}, "not asked"),
        ({"line": "0"}, "not asked"),
        ({"text": None}, "text is missing"),
        ({"text": "a" * (LONGEST_TEXT + 1)}, "longer than"),
        ({"text": "one\ntwo"}, "line end"),
        ({"text": "\u2028abcd"}, "line end"),
        ({"text": "\ud800abc"}, "half a character"),
        ({"text": ""}, "more letters than its text has"),
        ({"confidence": 1.01}, "confidence"),
        ({"confidence": -0.1}, "confidence"),
        ({"confidence": "1"}, "confidence"),
        ({"confidence": True}, "confidence"),
        ({"parts": {}}, "more letters than its text has"),
        ({"parts": ["x"]}, "no object"),
        ({"parts": [{**PART, "end": 5}]}, r"`end` is not a whole number in \[0..4\]"),
        ({"parts": [{**PART, "start": -1}]}, "`start`"),
        ({"parts": [{**PART, "start": 2}]}, "empty"),
        ({"parts": [PART, {**PART, "start": 1, "end": 3}]}, "over the one before"),
        ({"parts": [{**PART, "right": 10_001}]}, "`right`"),
        ({"parts": [{**PART, "left": 5000}]}, "empty"),
        ({"parts": [{**PART, "left": 0.5}]}, "`left`"),
    ],
)
def test_a_line_that_cannot_be_is_refused_with_the_reason(change: dict[str, object], why: str) -> None:
    with pytest.raises(RefusedModelError, match=why):
        check_lines([{**LINE, **change}], asked=1)


@pytest.mark.parametrize("asked", [0, 2])
def test_another_number_of_answers_than_was_asked_is_refused(asked: int) -> None:
    with pytest.raises(RefusedModelError, match=f"for 1 line, and {asked} were asked"):
        check_lines([LINE], asked=asked)


def test_passages_come_in_order_and_may_be_none() -> None:
    assert () == check_passages([], longest_ms=1000)
    assert (TimedText(0, 900, "نعم", 1.0),) == check_passages([PASSAGE], longest_ms=1000)


@pytest.mark.parametrize(
    ("passages", "why"),
    [
        ([{**PASSAGE, "end_ms": 1001}], "`end_ms`"),
        ([{**PASSAGE, "start_ms": 901}], "ends before it begins"),
        ([{**PASSAGE, "start_ms": 5}, PASSAGE], "before the one before it"),
        ([{**PASSAGE, "text": " "}], "no words"),
        ([PASSAGE] * 100_001, "passages"),
        (["x"], "no object"),
    ],
)
def test_a_passage_that_cannot_be_is_refused(passages: list[object], why: str) -> None:
    with pytest.raises(RefusedModelError, match=why):
        check_passages(passages, longest_ms=1000)

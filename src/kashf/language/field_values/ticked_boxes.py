"""Boxes that are printed beside the answers of a field, and which of them are ticked."""

from __future__ import annotations

import re
from typing import Final

_TICKS: Final = "☑☒✓✔✗✘√⊠⊗◉●■⬛🗹🗸⦿✅❌"
_EMPTY: Final = "☐□▢◻◯○⬜⭘"
#: What a cross or a tick in brackets is typed as, and what machines read for it.
_CROSSES: Final = "xX×•*✕+v»«<>#%&¤"
#: A box: ticked where the first group is, empty where it is not. A cross or a tick in brackets ticks them.
_BOX: Final = re.compile(rf"(?P<ticked>[{_TICKS}]|[(\[{{]\s*[{_CROSSES}{_TICKS}]\s*[)\]}}])|[{_EMPTY}]|\[\s*\]|\(\s*\)|\{{\s*\}}")
_BETWEEN: Final = " \t\n\r/|,،;؛.:-–—\u200e\u200f"


def has_boxes(text: str) -> bool:
    """Return whether boxes or ticks stand in a value.

    >>> has_boxes("☐ yes ☒ no"), has_boxes("yes")
    (True, False)
    """
    return _BOX.search(text) is not None


def is_paired(text: str) -> bool:
    """Return whether each answer has its box: where words stand before the first box and behind the last, a box was missed.

    >>> is_paired("☐ yes ☒ no"), is_paired("yes [x] no [ ]"), is_paired("yes ☐ no"), is_paired("yes")
    (True, True, False, True)
    """
    boxes = list(_BOX.finditer(text))
    return not boxes or not (text[: boxes[0].start()].strip(_BETWEEN) and text[boxes[-1].end() :].strip(_BETWEEN))


def ticked(text: str) -> tuple[str, ...]:
    """Return the answers whose boxes are ticked, "" for a tick without an answer beside it; () where none is.

    Boxes stand before their answers when the value begins with one, and behind them otherwise.

    >>> ticked("☐ yes ☒ no"), ticked("yes [x] no [ ]"), ticked("✓"), ticked("( ) yes ( ) no")
    (('no',), ('yes',), ('',), ())
    """
    boxes = list(_BOX.finditer(text))
    if not boxes:
        return ()
    is_before = not text[: boxes[0].start()].strip(_BETWEEN)
    starts = [box.end() for box in boxes] if is_before else [0, *(box.end() for box in boxes[:-1])]
    ends = [*(box.start() for box in boxes[1:]), len(text)] if is_before else [box.start() for box in boxes]
    answers = [text[start:end].strip(_BETWEEN) for start, end in zip(starts, ends, strict=True)]
    return tuple(answer for answer, box in zip(answers, boxes, strict=True) if box["ticked"])

"""Models made by code: lines for the toy that reads drawn digits, and commands that answer well or badly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import numpy as np
import numpy.typing as npt

from examples.toy_reader import draw_digits
from kashf.domain.models.installed import Model as InstalledModel
from kashf.domain.models.installed import ModelKind, RunBy
from kashf.ports.engines import Picture
from kashf.ports.models import BroughtModel, ModelRoom
from kashf.ports.runtime import MemberWriter, Outcome, Task
from kashf.services.case.open import OpenCase
from tests.fakes import FakeBlobs
from tests.searchable import case_of


def digit_line(text: str) -> Picture:
    """Return the picture of a line of digits."""
    drawn = draw_digits(text)
    return Picture(drawn.shape[1], drawn.shape[0], 1, drawn.tobytes())


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

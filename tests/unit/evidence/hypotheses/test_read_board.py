from __future__ import annotations

import json

import pytest

from kashf.errors import BadEvidenceError
from kashf.evidence.hypotheses.board import UNKNOWN, ChanceRange
from kashf.evidence.hypotheses.read_board import read_board
from tests.architecture.source import ROOT

ROWS = [{"id": "H1", "says": "one", "rival": "as-read"}, {"id": "H2", "says": "other"}]


def _file(*evidence: object, **changed: object) -> bytes:
    return json.dumps({"question": "made up?", "hypotheses": ROWS, "evidence": evidence, **changed}).encode()


def test_cells_are_numbers_intervals_bands_or_open() -> None:
    board = read_board(
        _file({"id": "E1", "says": "e", "cells": {"H1": "+", "H2": [0.1, 0.3]}}, {"id": "E2", "says": "f", "cells": {"H1": "?", "H2": 0.4}})
    )

    assert [{"H1": ChanceRange(0.8, 0.8), "H2": ChanceRange(0.1, 0.3)}, {"H1": UNKNOWN, "H2": ChanceRange(0.4, 0.4)}] == [
        column.cells for column in board.columns
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (_file(), "one piece of evidence"),
        (_file({"id": "E1", "says": "e", "cells": {"H1": 1.2, "H2": 0.4}}), r"evidence\[1\]\.cells: 'H1' has to be a number from 0 to 1"),
        (_file({"id": "E1", "says": "e", "cells": {"H1": [0.4, 0.2], "H2": 0.4}}), "the lower end comes first"),
        (_file({"id": "E1", "says": "e", "cells": {"H1": "likely", "H2": 0.4}}), r"one of \+\+"),
        (_file({"id": "E1", "says": "e", "cells": {"H1": 0.4}}), "E1: no cell for 'H2'"),
        (_file({"id": "E1", "says": "e", "cells": 0.5, "authentic": 0.8}), "'fabricated' has to say"),
        (
            _file({"id": "E1", "says": "e", "cells": 0.5}, hypotheses=[{"id": "H1", "says": "x", "rival": "friend"}]),
            "'rival' has to be one of",
        ),
    ],
)
def test_a_board_that_is_none_is_refused_with_the_place(content: bytes, message: str) -> None:
    with pytest.raises(BadEvidenceError, match=message):
        read_board(content)


@pytest.mark.parametrize("name", ["board.json", "board-first.json"])
def test_the_examples_are_boards(name: str) -> None:
    assert 4 == len(read_board((ROOT / "examples/evidence" / name).read_bytes()).hypotheses)

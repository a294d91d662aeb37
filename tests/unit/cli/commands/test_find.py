"""What the command line prints of why a passage is a hit."""

from __future__ import annotations

import pytest

from kashf.cli.commands import find
from kashf.domain.ids import DocumentId
from kashf.search.highlight import Why
from kashf.services.search.find import Found, Hit


def test_a_few_reasons_are_printed_and_long_words_are_cut(capsys: pytest.CaptureFixture[str]) -> None:
    why = tuple(Why(f"word{number}", "pattern", "x" * 500) for number in range(9))
    hit = Hit(DocumentId("0" * 64), 1, 0, 1, 1.0, "word", 0, (), why, "a.txt", "text/plain", is_marked=False, is_unsure=False)

    find._print(Found("", 1, (hit,), {}))

    shown = capsys.readouterr().out
    assert (True, True, False) == ("and 5 more" in shown, "x" * 80 + "…" in shown, "x" * 81 in shown)

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kashf.ports.engines import Limits
from kashf.sandboxed.engines.charset import decode
from kashf.sandboxed.engines.structured.json_text import JsonReader, unescaped
from tests.documents import source_of


def test_letters_that_are_escaped_are_read_in_lines_of_json_too(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"from": "أمل", "n": number}) for number in range(2))

    text = JsonReader(decode).read(source_of(tmp_path, lines.encode(), "application/json"), limits=Limits()).pages[0].text

    assert '{"from": "أمل", "n": 0}\n{"from": "أمل", "n": 1}' == text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"\ud83d\ude0a", "😊"),
        (r"\ud83d", "\N{REPLACEMENT CHARACTER}"),
        (r"\\u0639", r"\u0639"),
        (r"a\/b\tc\nd", "a/b\tc\nd"),
        (r"\u00d8\u00a3\u00d9\u0085\u00d9\u0084", "أمل"),
        (r"caf\u00e9", "café"),
    ],
)
def test_an_escape_is_shown_as_what_it_stands_for(written: str, read: str) -> None:
    assert read == unescaped(written)

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kashf.domain.document import Reason, Status
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
    assert read == unescaped(written)[0]


def test_letters_that_an_export_had_spoilt_are_counted(tmp_path: Path) -> None:
    content = rb'{"by": "\u00d8\u00a3\u00d9\u0085\u00d9\u0084", "n": "caf\u00e9"}'
    extract = JsonReader(decode).read(source_of(tmp_path, content, "application/json"), limits=Limits())

    assert ('{"by": "أمل", "n": "café"}', "1 texts") == (extract.pages[0].text, extract.metadata["mended"][:7])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_json_in_wide_letters_is_read_without_a_mark_at_its_beginning(encoding: str, tmp_path: Path) -> None:
    extract = JsonReader(decode).read(source_of(tmp_path, '{"من": "أمل"}'.encode(encoding), "application/json"), limits=Limits())

    assert ('{"من": "أمل"}', encoding) == (extract.pages[0].text, extract.metadata["encoding"])


def test_of_a_file_beyond_the_limit_its_first_lines_are_read(tmp_path: Path) -> None:
    extract = JsonReader(decode).read(source_of(tmp_path, b'{"a": 1}\n' * 30, "application/json"), limits=Limits(text_characters=50))

    assert ('{"a": 1}\n' * 11, Status.PARTIAL, Reason.TOO_LARGE) == (extract.pages[0].text, extract.status, extract.reason)

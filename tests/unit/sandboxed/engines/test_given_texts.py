from __future__ import annotations

import tempfile

import pytest

from kashf.sandboxed.engines.given_texts import handle, preload


def decoded(untrusted: bytes, *, guess_language: bool) -> dict[str, object]:
    preload()
    with tempfile.TemporaryFile() as file:
        file.write(untrusted)
        file.flush()
        return handle({"kind": "decode", "params": {"guess_language": guess_language}}, [file.fileno()], None)


def test_a_text_comes_with_its_encoding_and_where_it_is_wanted_with_its_language() -> None:
    text = "أمر الى مخزن القمح في الرستن"

    assert {"text": text, "encoding": "cp1256", "language": "ar"} == decoded(text.encode("cp1256"), guess_language=True)
    assert {"text": text, "encoding": "utf-8", "language": ""} == decoded(text.encode(), guess_language=False)


def test_of_what_is_no_text_nothing_is_said() -> None:
    assert {} == decoded(bytes(range(256)) * 4, guess_language=True)


def test_another_task_is_refused() -> None:
    with pytest.raises(ValueError, match="kind"):
        handle({"kind": "read"}, [], None)

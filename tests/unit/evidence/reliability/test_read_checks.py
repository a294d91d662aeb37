from __future__ import annotations

import json

import pytest

from kashf.errors import BadEvidenceError
from kashf.evidence.reliability.batch_checks import BatchCheck, BatchFinding
from kashf.evidence.reliability.read_checks import read_checks
from tests.architecture.source import ROOT


def test_a_check_is_read_with_all_that_it_says() -> None:
    said = {"batch": "May", "finding": "false", "material": "films", "years": 1.5, "files": 3, "by": "desk", "chosen_by": "source"}

    assert (BatchCheck("May", BatchFinding.FALSE, "films", 1.5, 3, "desk", "source"),) == read_checks(
        json.dumps({"checks": [said]}).encode()
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff", "not JSON"),
        (b"[]", "one JSON object"),
        (b'{"checks": {}}', "'checks' has to be a list"),
        (b'{"checks": [7]}', r"checks\[1\] has to be an object"),
        (b'{"checks": [{"batch": "a", "finding": "true"}]}', r"checks\[1\]: 'finding' has to be genuine, false or open"),
        (b'{"checks": [{"batch": "", "finding": "open"}]}', "'batch' has to be words"),
        (b'{"checks": [{"batch": "a", "finding": "open", "file": 2}]}', "unknown: file"),
        (b'{"checks": [{"batch": "a", "finding": "open", "files": 1.5}]}', "'files' has to be a whole number"),
        (b'{"checks": [{"batch": "a", "finding": "open", "years": NaN}]}', "'years' has to be a number"),
        (b'{"checks": [{"batch": "a", "batch": "b", "finding": "open"}]}', "twice"),
        (b"[" * 100_000, "too deeply"),
    ],
)
def test_a_file_that_is_none_is_refused_with_the_place(content: bytes, message: str) -> None:
    with pytest.raises(BadEvidenceError, match=message):
        read_checks(content)


def test_the_example_is_read() -> None:
    assert 7 == len(read_checks((ROOT / "examples/evidence/checks.json").read_bytes()))

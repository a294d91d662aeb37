"""A head is stamped elsewhere: a request goes out on a stick, an answer comes in, and verify says when the head was there."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from tests.stories.command import kashf, kashf_json
from tests.timestamps import TimeAuthority


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def case(tmp_path: Path, home: Path) -> Path:
    kashf("init", tmp_path / "a.case", home=home)
    return tmp_path / "a.case"


@pytest.fixture(scope="module")
def clock() -> TimeAuthority:
    return TimeAuthority()


def asked(case: Path, name: str, home: Path) -> bytes:
    kashf("witness", case, "--timestamp-request", case.parent / name, home=home)
    return (case.parent / name).read_bytes()


def written(case: Path, name: str, content: bytes) -> Path:
    path = case.parent / name
    path.write_bytes(content)
    return path


def test_an_answer_is_attached_and_verified_each_time_also_outside_of_the_case(case: Path, home: Path, clock: TimeAuthority) -> None:
    answer = written(case, "a.tsr", clock.answer(asked(case, "a.tsq", home)))
    pem = written(case, "clock.pem", clock.certificate.public_bytes(Encoding.PEM))
    authority = written(case, "clock.der", clock.der)

    refused = kashf("witness", case, "--timestamp-answer", answer, "--tsa-certificate", pem, home=home, expect=2)
    kashf("witness", case, "--timestamp-answer", answer, "--tsa-certificate", authority, home=home)
    told = kashf("verify", case, "--export-ledger", case.parent / "out.jsonl", home=home).stdout
    outside = kashf_json("verify", case.parent / "out.jsonl", home=home)

    assert "another certificate" in refused.stderr, "a certificate that was made anew of the same key is another"
    assert "over 1 entry was there at 2026-03-01 12:00:00 UTC, says " in told
    assert "CN=Harbour Clock" in told
    assert "intact" in told
    assert (True, 2, ["CN=Harbour Clock"]) == (outside["ok"], outside["signed"], [each["by"] for each in outside["timestamps"]])


def test_a_certificate_that_nobody_gave_is_said_each_time(case: Path, home: Path, clock: TimeAuthority) -> None:
    kashf("witness", case, "--timestamp-answer", written(case, "a.tsr", clock.answer(asked(case, "a.tsq", home))), home=home)

    assert "which nobody gave beforehand" in kashf("verify", case, home=home).stdout


def test_answers_that_are_none_are_refused_in_words_and_leave_nothing(case: Path, home: Path, clock: TimeAuthority) -> None:
    request = asked(case, "a.tsq", home)
    whole = clock.answer(request)
    elsewhere = clock.answer(asked(case, "b.tsq", case.parent / "other home"))
    before = kashf_json("verify", case, home=home)["entries"]

    for untrusted, words in (
        (clock.answer(request, status=2), "a refusal: rejection"),
        (clock.answer(request, nonce=5), "another nonce"),
        (elsewhere, "wrote no request to which that is the answer"),
        (whole[:-9], "cut short"),
        (b"\0" * 70_000, "more than 65,536 bytes"),
        (b"", "cut short"),
    ):
        path = written(case, "x.tsr", untrusted)
        assert words in kashf("witness", case, "--timestamp-answer", path, home=home, expect=2).stderr
    assert before == kashf_json("verify", case, home=home)["entries"]


def test_an_exported_timestamp_that_was_changed_is_a_fault_and_so_is_a_signature(case: Path, home: Path, clock: TimeAuthority) -> None:
    kashf("witness", case, "--timestamp-answer", written(case, "a.tsr", clock.answer(asked(case, "a.tsq", home))), home=home)
    out = case.parent / "out.jsonl"
    kashf("verify", case, "--export-ledger", out, home=home)
    first, second, *signatures = out.read_text(encoding="utf-8").splitlines()
    entry = json.loads(second)
    entry["body"]["answer"] = base64.b64encode(b"1" + base64.b64decode(entry["body"]["answer"])[1:]).decode()
    changed = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    faults = kashf_json("verify", written(case, "changed.jsonl", "\n".join([first, changed, *signatures]).encode()), home=home, expect=4)
    bare = kashf("verify", written(case, "bare.jsonl", f"{first}\n{second}".encode()), home=home)
    one = kashf_json("verify", written(case, "one.jsonl", f"{first}\n{second}\n{signatures[0]}".encode()), home=home, expect=4)

    assert {"timestamp", "signature"} == {each["what"] for each in faults["faults"]}
    assert "no entry in this file is signed" in bare.stderr
    assert ["signature"] == [each["what"] for each in one["faults"]]

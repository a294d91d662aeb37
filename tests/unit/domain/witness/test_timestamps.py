"""A request tells nothing of the case, and an answer is read whole or refused in words; that of the fixture is by `openssl ts`."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.witness.timestamps import RefusedTimestampError, TimestampRequest, parse_answer, parse_request
from tests.timestamps import TimeAuthority

FIXTURES = Path(__file__).parents[3] / "fixtures" / "timestamps"
ANSWER = (FIXTURES / "answer.tsr").read_bytes()
ASKED = parse_request(json.loads((FIXTURES / "request.json").read_text()))
REQUEST = TimestampRequest("c" * 64, "d" * 64, 7, "e" * 64, 2**63)


def test_another_program_answers_the_request_that_was_asked() -> None:
    token = parse_answer(ANSWER)

    assert (ASKED.imprint, ASKED.nonce, "sha256", "ecdsa") == (token.imprint, token.nonce, token.hash, token.scheme)
    assert (2026, 11, 30) == (token.time.year, token.time.month, token.time.day)


def test_a_request_tells_neither_the_case_nor_its_head_and_two_of_one_head_are_not_alike() -> None:
    other = replace(REQUEST, salt="f" * 64)

    assert not any(bytes.fromhex(secret) in REQUEST.encoded() for secret in (REQUEST.case, REQUEST.head, REQUEST.salt))
    assert REQUEST.imprint != other.imprint
    assert REQUEST == parse_request(json.loads(json.dumps(REQUEST.body())))


def test_a_refusal_is_told_as_one() -> None:
    with pytest.raises(RefusedTimestampError, match="rejection"):
        parse_answer(TimeAuthority().answer(REQUEST.encoded(), status=2))


def test_more_than_64_kilobytes_are_not_looked_at() -> None:
    with pytest.raises(ValueError, match="more than 65,536 bytes"):
        parse_answer(b"\x30" * 65_537)


@pytest.mark.parametrize("told", [None, {}, *({**REQUEST.body(), **wrong} for wrong in ({"nonce": "x"}, {"entries": True}, {"head": 1}))])
def test_what_is_no_request_is_refused(told: object) -> None:
    with pytest.raises(ValueError, match="no request"):
        parse_request(told)  # type: ignore[arg-type]  # what a changed ledger may say


@given(st.data())
def test_an_answer_that_was_changed_anywhere_says_the_same_or_is_refused_in_words(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(ANSWER) - 1))
    changed = bytearray(ANSWER)
    changed[place] ^= data.draw(st.integers(1, 255))
    try:
        token = parse_answer(bytes(changed))
    except ValueError:
        return
    assert (ASKED.imprint, ASKED.nonce, parse_answer(ANSWER).time) == (token.imprint, token.nonce, token.time)


@given(st.integers(0, len(ANSWER) - 1))
def test_an_answer_that_was_cut_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_answer(ANSWER[:length])

"""Asking for a timestamp over the head of a case, attaching the answer, and checking those that are attached."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from kashf.domain.entries.heads import find_head
from kashf.domain.ids import Json
from kashf.domain.ledger import Entry, EntryKind, Fault, Recorded, case_id
from kashf.domain.witness.timestamps import LARGEST_ANSWER, TimestampRequest, TimestampToken, parse_answer, parse_request
from kashf.errors import UsageError
from kashf.ports.runtime import TimestampCheck
from kashf.services.case.heads.case_head import case_head
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.record import record


@dataclass(frozen=True, slots=True)
class HeadTimestamp:
    """A head of a case, and when it was there at the latest, as somebody says who gives the time.

    Args:
        head: In hex.
        entries: How many it covers.
        time: By that clock, UTC.
        by: As the certificate calls whoever signed it.
        certificate: SHA-256 of the one that was given when it was attached, or else of the one in the answer.
        is_compared: Whether somebody gave that certificate; else it is only what the answer itself says.
    """

    head: str
    entries: int
    time: dt.datetime
    by: str
    certificate: str
    is_compared: bool


def ask_timestamp(case: OpenCase, *, salt: str, nonce: int) -> TimestampRequest:
    """Return a request for a timestamp over the head of a case as it is now.

    Args:
        case: Which case.
        salt: 32 random bytes in hex.
        nonce: A random number of 64 bits.
    """
    head = case_head(case.view)
    return TimestampRequest(head.case, head.head, head.entries, salt, nonce)


def attach_timestamp(
    case: WritableCase, asked: TimestampRequest | None, untrusted_answer: bytes, *, certificate: bytes = b""
) -> HeadTimestamp:
    """Record an answer to a request in the ledger, after it was checked, and return what it says.

    Args:
        case: Which case.
        asked: The request of the hash that is in the answer; None when there is none.
        untrusted_answer: At most 64 kB.
        certificate: That of whoever gives the time, or of who issued theirs, in DER; b"" when there is none to compare.

    Raises:
        UsageError: It is no answer, a refusal, one to another request or about another case, or not signed with that certificate.
    """
    token = parsed_answer(untrusted_answer)
    if asked is None:
        raise UsageError(
            "this installation wrote no request to which that is the answer; who wrote it attaches it", code="timestamp-no-request"
        )
    try:
        _check_same(token, asked)
        signer = case.reading.vouches(token, certificate)
    except ValueError as error:
        raise UsageError(f"the answer was not attached: {error}", code="timestamp-refused") from error
    recorded = [(entry, entry.id) for entry, _ in case.reading.view.entries()]
    if asked.case != case_id(recorded):
        raise UsageError("the answer is about another case", code="timestamp-other-case")
    if find_head(recorded, asked.head, count=asked.entries) is None:
        raise UsageError(
            "the answer is about a head that this case does not have: an older copy was put back, or entries were changed",
            code="timestamp-unknown-head",
        )
    body: dict[str, Json] = {
        **asked.body(),
        "answer": base64.b64encode(untrusted_answer).decode(),
        "certificate": base64.b64encode(signer.certificate).decode(),
        "compared": bool(certificate),
    }
    with case.store.unit() as uow:
        record(case, uow, EntryKind.TIMESTAMPED, body)
        uow.commit()
    return _told(asked, token, signer.name, signer.certificate, is_compared=bool(certificate))


def parsed_answer(untrusted_answer: bytes) -> TimestampToken:
    """Return what an answer says; who signed it is not checked.

    Raises:
        UsageError: It is none, or a refusal.
    """
    try:
        return parse_answer(untrusted_answer)
    except ValueError as error:
        raise UsageError(f"that is no timestamp that can be attached: {error}", code="no-timestamp") from error


def check_timestamps(entries: Sequence[Recorded], vouches: TimestampCheck) -> tuple[tuple[HeadTimestamp, ...], tuple[Fault, ...]]:
    """Return what the timestamps in a ledger say, each checked again, and a fault for each that is not what it was.

    Args:
        entries: All of a ledger.
        vouches: Says who signed one.
    """
    told: list[HeadTimestamp] = []
    faults: list[Fault] = []
    attached = [entry for entry, _ in entries if entry.kind == EntryKind.TIMESTAMPED]
    recorded = [(entry, entry.id) for entry, _ in entries] if attached else []
    for entry in attached:
        place = f"{entry.chain}/{entry.seq}"
        try:
            found = _checked(entry, vouches)
        except (ValueError, TypeError, binascii.Error) as error:
            faults.append(Fault("timestamp", place, "one that holds", str(error)))
            continue
        if find_head(recorded, found.head, count=found.entries) is None:
            faults.append(Fault("timestamp", place, f"a case that had the head {found.head}", "nothing in this case gives it"))
        else:
            told.append(found)
    return tuple(told), tuple(faults)


def _checked(entry: Entry, vouches: TimestampCheck) -> HeadTimestamp:
    asked = parse_request(dict(entry.body))
    answer, certificate = (_bytes(entry.body.get(part)) for part in ("answer", "certificate"))
    token = parse_answer(answer)
    _check_same(token, asked)
    signer = vouches(token, certificate)
    return _told(asked, token, signer.name, certificate, is_compared=entry.body.get("compared") is True)


def _bytes(untrusted: Json) -> bytes:
    if not isinstance(untrusted, str) or not 0 < len(untrusted) <= 2 * LARGEST_ANSWER:
        raise ValueError("a part of it is missing")
    return base64.b64decode(untrusted, validate=True)


def _check_same(token: TimestampToken, asked: TimestampRequest) -> None:
    """Check that an answer is that to a request.

    Raises:
        ValueError: It is the answer to another.
    """
    if token.imprint != asked.imprint:
        raise ValueError("it is the answer to another request: it is about another hash")
    if token.nonce != asked.nonce:
        raise ValueError("it is the answer to another request: it has another nonce")


def _told(asked: TimestampRequest, token: TimestampToken, by: str, certificate: bytes, *, is_compared: bool) -> HeadTimestamp:
    return HeadTimestamp(asked.head, asked.entries, token.time, by, hashlib.sha256(certificate).hexdigest(), is_compared)

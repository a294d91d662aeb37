"""A timestamp counts only with the key of the certificate that was given, or of one that this issued."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from cryptography.x509.oid import ExtendedKeyUsageOID

from kashf.adapters.signing.timestamp_certificates import certificate_of, certified_by
from kashf.domain.witness.timestamps import TimestampRequest, parse_answer
from tests.timestamps import NOON, TimeAuthority

FIXTURES = Path(__file__).parents[3] / "fixtures" / "timestamps"
REQUEST = TimestampRequest("c" * 64, "d" * 64, 7, "e" * 64, 2**63).encoded()


@pytest.mark.parametrize("pem", ["clock.pem", "root.pem"])
def test_an_answer_of_another_program_holds_with_its_certificate_and_with_that_of_who_issued_it(pem: str) -> None:
    token, given = parse_answer((FIXTURES / "answer.tsr").read_bytes()), certificate_of((FIXTURES / pem).read_bytes())

    signer = certified_by(token, given)

    assert ("O=Invented,CN=Harbour Clock", given) == (signer.name, signer.certificate)


def test_without_a_certificate_that_of_the_answer_is_told() -> None:
    clock = TimeAuthority()

    assert clock.der == certified_by(parse_answer(clock.answer(REQUEST)), b"").certificate


@pytest.mark.parametrize(
    ("clock", "time", "words"),
    [
        (TimeAuthority(purpose=ExtendedKeyUsageOID.SERVER_AUTH), NOON, "not for timestamps alone"),
        (TimeAuthority(), NOON + dt.timedelta(days=31), "did not hold at the time"),
    ],
)
def test_a_certificate_for_something_else_or_another_time_is_refused(clock: TimeAuthority, time: dt.datetime, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        certified_by(parse_answer(clock.answer(REQUEST, time=time)), clock.der)


def test_one_signed_with_another_certificate_is_refused_also_where_that_has_the_same_name() -> None:
    with pytest.raises(ValueError, match="another certificate"):
        certified_by(parse_answer(TimeAuthority().answer(REQUEST)), TimeAuthority().der)


def test_a_signature_of_another_key_is_refused() -> None:
    clock, thief = TimeAuthority(), TimeAuthority()
    thief.made[:] = [clock.der]

    with pytest.raises(ValueError, match="does not hold"):
        certified_by(parse_answer(thief.answer(REQUEST)), clock.der)


def test_a_file_has_one_certificate() -> None:
    both = (FIXTURES / "clock.pem").read_bytes() + (FIXTURES / "root.pem").read_bytes()

    for untrusted in (both, b"none", b"-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n"):
        with pytest.raises(ValueError, match=r"."):
            certificate_of(untrusted)

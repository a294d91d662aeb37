"""Asks for timestamps over heads of cases and attaches the answers; how they come and go is for people to see to: kashf has no network."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from kashf.errors import UsageError

if TYPE_CHECKING:
    from kashf.adapters.signing.asked_timestamps import AskedTimestamps
    from kashf.domain.witness.timestamps import TimestampRequest
    from kashf.services.case.open import OpenCase, WritableCase
    from kashf.services.ledger.signing.timestamping import HeadTimestamp
    from kashf.settings import Settings

_SALT_BYTES = 32
_NONCE_BITS = 63


def timestamp_request(case: OpenCase, settings: Settings) -> TimestampRequest:
    """Return a request for a timestamp over the head of a case, kept on this installation with its salt.

    Raises:
        UsageError: The installation's folder cannot be written to.
    """
    from kashf.services.ledger.signing.timestamping import ask_timestamp

    request = ask_timestamp(case, salt=secrets.token_hex(_SALT_BYTES), nonce=secrets.randbits(_NONCE_BITS))
    try:
        _asked(settings).keep(request)
    except OSError as error:
        raise UsageError("the folder of this installation cannot be written to; KASHF_HOME names another") from error
    return request


def attach_answer(case: WritableCase, settings: Settings, untrusted_answer: bytes, untrusted_certificate: bytes) -> HeadTimestamp:
    """Attach the answer to a request of this installation.

    Args:
        case: Which case.
        settings: Where the request was kept.
        untrusted_answer: What came.
        untrusted_certificate: A file with the certificate that its signer has to have, PEM or DER; b"" for none.

    Raises:
        UsageError: As `attach_timestamp`, or that file holds no certificate, or several.
    """
    from kashf.adapters.signing.timestamp_certificates import certificate_of
    from kashf.services.ledger.signing.timestamping import attach_timestamp, parsed_answer

    try:
        certificate = certificate_of(untrusted_certificate) if untrusted_certificate else b""
    except ValueError as error:
        raise UsageError("--tsa-certificate needs a file with one certificate, in PEM or DER") from error
    try:
        asked = _asked(settings).find(parsed_answer(untrusted_answer).imprint)
    except ValueError as error:
        raise UsageError("what was kept of the request cannot be read") from error
    return attach_timestamp(case, asked, untrusted_answer, certificate=certificate)


def _asked(settings: Settings) -> AskedTimestamps:
    from kashf.adapters.signing.asked_timestamps import AskedTimestamps

    return AskedTimestamps(settings.home / "timestamps")

"""An invented authority that gives the time: what it answers, and what a dishonest one would."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

from kashf.domain.witness.der import GENERALIZED_TIME, OBJECT_ID, OCTETS, SEQUENCE, SET, der, der_number, read_der
from kashf.domain.witness.timestamps import object_id as oid

NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
SHA256 = der(SEQUENCE, der(OBJECT_ID, oid("2.16.840.1.101.3.4.2.1")))


@dataclass
class TimeAuthority:
    """Signs with a key of its own, whose certificate it issued itself."""

    name: str = "Harbour Clock"
    purpose: ObjectIdentifier = ExtendedKeyUsageOID.TIME_STAMPING
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    made: list[bytes] = field(default_factory=list)

    @property
    def certificate(self) -> x509.Certificate:
        who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, self.name)])
        made = x509.CertificateBuilder().subject_name(who).issuer_name(who).public_key(self.key.public_key()).serial_number(7)
        made = made.not_valid_before(NOON - dt.timedelta(days=30)).not_valid_after(NOON + dt.timedelta(days=30))
        return made.add_extension(x509.ExtendedKeyUsage([self.purpose]), critical=True).sign(self.key, hashes.SHA256())

    @property
    def der(self) -> bytes:
        """The certificate."""
        if not self.made:
            self.made.append(self.certificate.public_bytes(Encoding.DER))
        return self.made[0]

    def answer(self, request: bytes, *, time: dt.datetime = NOON, status: int = 0, nonce: int | None = None) -> bytes:
        """Return an answer to a request."""
        _, imprint, asked, _ = read_der(request).parts()
        number = asked.raw if nonce is None else der_number(nonce)
        policy, moment = der(OBJECT_ID, oid("1.2.3.4")), der(GENERALIZED_TIME, f"{time:%Y%m%d%H%M%S}Z".encode())
        said = der(SEQUENCE, der_number(1), policy, imprint.raw, der_number(9), moment, number)
        return der(SEQUENCE, der(SEQUENCE, der_number(status)), *([self._token(said)] if status == 0 else []))

    def _token(self, said: bytes) -> bytes:
        named = der(SEQUENCE, der(SEQUENCE, der(SEQUENCE, der(OCTETS, hashlib.sha256(self.der).digest()))))
        attributes = [
            _attribute("1.2.840.113549.1.9.3", der(OBJECT_ID, oid("1.2.840.113549.1.9.16.1.4"))),
            _attribute("1.2.840.113549.1.9.4", der(OCTETS, hashlib.sha256(said).digest())),
            _attribute("1.2.840.113549.1.9.16.2.47", named),
        ]
        signature = self.key.sign(der(SET, *attributes), ec.ECDSA(hashes.SHA256()))
        scheme = der(SEQUENCE, der(OBJECT_ID, oid("1.2.840.10045.4.3.2")))
        signer = der(SEQUENCE, der_number(1), der(SEQUENCE), SHA256, der(0xA0, *attributes), scheme, der(OCTETS, signature))
        held = der(SEQUENCE, der(OBJECT_ID, oid("1.2.840.113549.1.9.16.1.4")), der(0xA0, der(OCTETS, said)))
        data = der(SEQUENCE, der_number(3), der(SET, SHA256), held, der(0xA0, self.der), der(SET, signer))
        return der(SEQUENCE, der(OBJECT_ID, oid("1.2.840.113549.1.7.2")), der(0xA0, data))


def _attribute(id: str, value: bytes) -> bytes:
    return der(SEQUENCE, der(OBJECT_ID, oid(id)), der(SET, value))

"""Whether a timestamp was signed with the key of a certificate, by `cryptography`, which is imported when one is checked.

Source: RFC 3161 section 2.3 (what the certificate is for), RFC 5280 section 4.1.2.5 (when it holds).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kashf.ports.runtime import TimestampSigner

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

    from kashf.domain.witness.timestamps import TimestampToken

#: Code points of a name that are told.
_LONGEST_NAME: Final = 200
_PEM: Final = b"-----BEGIN CERTIFICATE-----"


def certified_by(token: TimestampToken, certificate: bytes, /) -> TimestampSigner:
    """Return who signed a timestamp, as `TimestampCheck` says."""
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
    from cryptography.x509 import load_der_x509_certificate

    try:
        signer = load_der_x509_certificate(_of_signer(token, certificate))
        _check_purpose(signer)
        _check_held(signer, token)
        _check_signature(signer, token)
        return TimestampSigner(signer.subject.rfc4514_string()[:_LONGEST_NAME], certificate or _der(signer))
    except InvalidSignature as error:
        raise ValueError("its signature does not hold") from error
    except (UnsupportedAlgorithm, TypeError) as error:
        raise ValueError("its certificate is of a kind that is not known here") from error


def certificate_of(untrusted: bytes) -> bytes:
    """Return the one certificate of a file, PEM or DER, as DER.

    Raises:
        ValueError: It holds none, or several.
    """
    from cryptography.x509 import load_der_x509_certificate, load_pem_x509_certificates

    if _PEM not in untrusted:
        return _der(load_der_x509_certificate(untrusted))
    found = load_pem_x509_certificates(untrusted)
    if len(found) != 1:
        raise ValueError("several certificates")
    return _der(found[0])


def _of_signer(token: TimestampToken, given: bytes) -> bytes:
    """Return the certificate of the signer: the one that was given, one in the token that this one issued, or any in it for none."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.x509 import load_der_x509_certificate

    if given and token.is_of(given):
        return given
    own = next((each for each in token.certificates if token.is_of(each)), None)
    if own is None:
        raise ValueError(
            "it is signed with another certificate than the one given" if given else "no certificate of its signer stands in it"
        )
    if given:
        issuer = load_der_x509_certificate(given)
        try:
            load_der_x509_certificate(own).verify_directly_issued_by(issuer)
        except (InvalidSignature, ValueError, TypeError):
            raise ValueError("it is signed with another certificate than the one given, which did not issue that one either") from None
        _check_issues(issuer)
        _check_held(issuer, token)
    return own


def _check_issues(certificate: Certificate) -> None:
    from cryptography.x509 import BasicConstraints, ExtensionNotFound

    try:
        if certificate.extensions.get_extension_for_class(BasicConstraints).value.ca:
            return
    except ExtensionNotFound:
        pass
    raise ValueError("it is signed with another certificate than the one given, which may issue none")


def _check_purpose(certificate: Certificate) -> None:
    from cryptography.x509 import ExtendedKeyUsage, ExtensionNotFound
    from cryptography.x509.oid import ExtendedKeyUsageOID

    try:
        purposes = certificate.extensions.get_extension_for_class(ExtendedKeyUsage)
    except ExtensionNotFound:
        raise ValueError("its certificate is not for timestamps") from None
    if not purposes.critical or list(purposes.value) != [ExtendedKeyUsageOID.TIME_STAMPING]:
        raise ValueError("its certificate is not for timestamps alone")


def _check_held(certificate: Certificate, token: TimestampToken) -> None:
    if not certificate.not_valid_before_utc <= token.time <= certificate.not_valid_after_utc:
        raise ValueError("its certificate did not hold at the time that it says")


def _check_signature(certificate: Certificate, token: TimestampToken) -> None:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa

    hashed = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha512": hashes.SHA512()}[token.hash]
    key = certificate.public_key()
    if isinstance(key, rsa.RSAPublicKey) and token.scheme == "rsa":
        key.verify(token.signature, token.signed, padding.PKCS1v15(), hashed)
    elif isinstance(key, ec.EllipticCurvePublicKey) and token.scheme == "ecdsa":
        key.verify(token.signature, token.signed, ec.ECDSA(hashed))
    elif isinstance(key, ed25519.Ed25519PublicKey) and token.scheme == "ed25519":
        key.verify(token.signature, token.signed)
    else:
        raise ValueError("its signature is of another kind than the key of its certificate")


def _der(certificate: Certificate) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding

    return certificate.public_bytes(Encoding.DER)

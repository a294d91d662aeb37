"""Requests for a timestamp over the head of a case, and the answers of whoever gives the time. Source: RFC 3161, RFC 5652, RFC 5035.

Asked is for a hash of a salt and the head, so that whoever answers learns neither which case it is nor whether two requests are of one.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kashf.domain.ids import Json, canonical_json, is_digest
from kashf.domain.witness.der import GENERALIZED_TIME, OBJECT_ID, OCTETS, SEQUENCE, SET, DerElement, der, der_number, read_der

#: Bytes of an answer that are read at most.
LARGEST_ANSWER: Final = 64 * 1024
#: Before what is hashed, so that it is taken for nothing else.
_PREFIX: Final = b"kashf timestamp\x00"


def object_id(text: str) -> bytes:
    """Return the content of an object identifier."""
    first, second, *rest = map(int, text.split("."))
    content = bytearray([first * 40 + second])
    for number in rest:
        groups = [number & 0x7F]
        while number := number >> 7:
            groups.append(number & 0x7F | 0x80)
        content += bytes(reversed(groups))
    return bytes(content)


_SIGNED_DATA: Final = object_id("1.2.840.113549.1.7.2")
_TOKEN: Final = object_id("1.2.840.113549.1.9.16.1.4")
_CONTENT_TYPE: Final = object_id("1.2.840.113549.1.9.3")
_DIGEST: Final = object_id("1.2.840.113549.1.9.4")
_CERTIFICATE_V1: Final = object_id("1.2.840.113549.1.9.16.2.12")
_CERTIFICATE_V2: Final = object_id("1.2.840.113549.1.9.16.2.47")
_SHA256: Final = object_id("2.16.840.1.101.3.4.2.1")
#: Names of hashes by which a token may be signed; one by SHA-1 is refused.
_HASHES: Final = {_SHA256: "sha256", object_id("2.16.840.1.101.3.4.2.2"): "sha384", object_id("2.16.840.1.101.3.4.2.3"): "sha512"}
#: How it may be signed: RSA with PKCS #1 v1.5, ECDSA, Ed25519, the former also by one name with the hash.
_RSA: Final = {object_id(f"1.2.840.113549.1.1.{n}") for n in (1, 11, 12, 13)}
_ECDSA: Final = {object_id(f"1.2.840.10045.4.3.{n}") for n in (2, 3, 4)}
_ED25519: Final = object_id("1.3.101.112")
#: Answers that grant: as asked, or with changes. Source: RFC 3161 section 2.4.2.
_GRANTED: Final = (0, 1)
_REFUSED_AS: Final = {2: "rejection", 3: "waiting", 4: "revocation warning", 5: "revocation notification"}
_TIME: Final = re.compile(rb"(\d{14})(?:\.(\d{1,9}))?Z")


class RefusedTimestampError(ValueError):
    """Whoever was asked says in the answer that there is no timestamp."""


@dataclass(frozen=True, slots=True)
class TimestampRequest:
    """What was asked for.

    Args:
        case: Id of the case.
        head: Over its chains, in hex.
        entries: How many it covers.
        salt: 32 bytes that nobody can guess, in hex; without it a hash tells nothing.
        nonce: A number of 64 bits, by which an answer is that to this request.
    """

    case: str
    head: str
    entries: int
    salt: str
    nonce: int

    @property
    def imprint(self) -> bytes:
        """The hash that is sent."""
        about = canonical_json({"case": self.case, "head": self.head, "entries": self.entries, "salt": self.salt})
        return hashlib.sha256(_PREFIX + about).digest()

    def body(self) -> dict[str, Json]:
        """Return it as JSON; numbers of 64 bits are none there."""
        return {"case": self.case, "head": self.head, "entries": self.entries, "salt": self.salt, "nonce": f"{self.nonce:016x}"}

    def encoded(self) -> bytes:
        """Return the request, which asks that the certificate stands in the answer. Source: RFC 3161 section 2.4.1."""
        return der(SEQUENCE, der_number(1), _imprint(self.imprint), der_number(self.nonce), der(0x01, b"\xff"))


@dataclass(frozen=True, slots=True)
class TimestampToken:
    """What an answer says; whether it was signed by the key of a certificate has not been checked.

    Args:
        imprint: The hash that it is about.
        nonce: That of the request; None for none.
        time: When that was there.
        signed: The bytes that are signed.
        signature: Under them.
        hash: By which hash: "sha256", "sha384", "sha512".
        scheme: How: "rsa", "ecdsa", "ed25519".
        certificates: Those that stand in it, in DER.
        certificate_hash: Name of a hash and the hash of the certificate with which it is signed.
    """

    imprint: bytes
    nonce: int | None
    time: dt.datetime
    signed: bytes
    signature: bytes
    hash: str
    scheme: str
    certificates: tuple[bytes, ...]
    certificate_hash: tuple[str, bytes]

    def is_of(self, certificate: bytes) -> bool:
        """Return whether it says that it is signed with the key of a certificate."""
        name, told = self.certificate_hash
        return hashlib.new(name, certificate).digest() == told


def parse_request(untrusted: Json) -> TimestampRequest:
    """Return what was asked for, as `TimestampRequest.body` says it.

    Raises:
        ValueError: It is no request.
    """
    told = untrusted if isinstance(untrusted, Mapping) else {}
    case, head, entries, salt, nonce = (told.get(part) for part in ("case", "head", "entries", "salt", "nonce"))
    if not (isinstance(case, str) and isinstance(head, str) and isinstance(salt, str) and isinstance(nonce, str) and type(entries) is int):
        raise ValueError("no request for a timestamp")
    if not all(map(is_digest, (case, head, salt, nonce * 4))):
        raise ValueError("no request for a timestamp")
    return TimestampRequest(case, head, entries, salt, int(nonce, 16))


def parse_answer(untrusted: bytes) -> TimestampToken:
    """Return what an answer says.

    Raises:
        RefusedTimestampError: It says that there is none.
        ValueError: It is no answer, in another form than DER, signed in a way that is not known here, or changed since it was signed.
    """
    if len(untrusted) > LARGEST_ANSWER:
        raise ValueError(f"more than {LARGEST_ANSWER:,} bytes")
    try:
        status, *token = read_der(untrusted).parts()
        code = status.parts()[0].number()
        if code not in _GRANTED:
            raise RefusedTimestampError(f"the answer is a refusal: {_REFUSED_AS.get(code, f'status {code}')}")
        return _token(token[0])
    except IndexError as error:
        raise ValueError("a part of it is missing") from error


def _token(content: DerElement) -> TimestampToken:
    kind, wrapped = content.parts()[:2]
    _expect(kind, _SIGNED_DATA, "data that is signed")
    _, _, inner, *more = wrapped.parts(0xA0)[0].parts()
    about, held = inner.parts()[:2]
    _expect(about, _TOKEN, "a timestamp")
    said = held.parts(0xA0)[0].of(OCTETS)
    signers = more[-1].parts(SET)
    if len(signers) != 1:
        raise ValueError("a timestamp has one signature")
    certificates = tuple(each.raw for part in more if part.tag == 0xA0 for each in part.parts(0xA0) if each.tag == SEQUENCE)
    return _signed(said, signers[0], certificates)


def _signed(said: bytes, signer: DerElement, certificates: tuple[bytes, ...]) -> TimestampToken:
    _, _, hashed, attributes, scheme, signature = signer.parts()[:6]
    name = _HASHES.get(_algorithm(hashed), "")
    if not name:
        raise ValueError("it is signed by a hash that is too weak, or not known here")
    by_id = {each.parts()[0].of(OBJECT_ID): each.parts()[1].parts(SET) for each in attributes.parts(0xA0)}
    _expect(_only(by_id, _CONTENT_TYPE), _TOKEN, "a timestamp")
    if _only(by_id, _DIGEST).of(OCTETS) != hashlib.new(name, said).digest():
        raise ValueError("it was changed since it was signed")
    imprint, nonce, time = _said(read_der(said))
    # What is signed are the attributes as a set, whatever tag they have in the token. Source: RFC 5652 section 5.4.
    signed = bytes([SET]) + attributes.raw[1:]
    how = (_scheme(_algorithm(scheme)), certificates, _certificate_hash(by_id))
    return TimestampToken(imprint, nonce, time, signed, signature.of(OCTETS), name, *how)


def _said(info: DerElement) -> tuple[bytes, int | None, dt.datetime]:
    """Return the hash, the nonce and the time of a timestamp."""
    version, _, imprint, _, time, *more = info.parts()
    hashed, digest = imprint.parts()
    if version.number() != 1 or _algorithm(hashed) != _SHA256:
        raise ValueError("it is about another hash than kashf asks for")
    found = _TIME.fullmatch(time.of(GENERALIZED_TIME))
    if found is None:
        raise ValueError("its time cannot be read")
    moment = dt.datetime.strptime(f"{found[1].decode()}+0000", "%Y%m%d%H%M%S%z").astimezone(dt.UTC)
    fraction = (found[2] or b"0").ljust(6, b"0")[:6]
    nonce = next((each.number() for each in more if each.tag == 0x02), None)
    return digest.of(OCTETS), nonce, moment.replace(microsecond=int(fraction))


def _certificate_hash(by_id: dict[bytes, tuple[DerElement, ...]]) -> tuple[str, bytes]:
    """Return by which hash the certificate of the signer is named, and that hash. Source: RFC 5035 section 3."""
    is_second = _CERTIFICATE_V2 in by_id
    first = _only(by_id, _CERTIFICATE_V2 if is_second else _CERTIFICATE_V1).parts()[0].parts()[0].parts()
    if not is_second:
        return "sha1", first[0].of(OCTETS)
    if first[0].tag == OCTETS:
        return "sha256", first[0].content
    name = _HASHES.get(_algorithm(first[0]))
    if name is None:
        raise ValueError("its certificate is named by a hash that is not known here")
    return name, first[1].of(OCTETS)


def _only(by_id: dict[bytes, tuple[DerElement, ...]], id: bytes) -> DerElement:
    values = by_id.get(id, ())
    if len(values) != 1:
        raise ValueError("an attribute of its signature is missing")
    return values[0]


def _scheme(id: bytes) -> str:
    for name, ids in (("rsa", _RSA), ("ecdsa", _ECDSA), ("ed25519", {_ED25519})):
        if id in ids:
            return name
    raise ValueError("it is signed in a way that is not known here: RSA by PKCS #1 v1.5, ECDSA and Ed25519 are")


def _algorithm(element: DerElement) -> bytes:
    return element.parts()[0].of(OBJECT_ID)


def _expect(element: DerElement, id: bytes, what: str) -> None:
    if element.of(OBJECT_ID) != id:
        raise ValueError(f"it is not {what}")


def _imprint(digest: bytes) -> bytes:
    return der(SEQUENCE, der(SEQUENCE, der(OBJECT_ID, _SHA256), der(0x05)), der(OCTETS, digest))

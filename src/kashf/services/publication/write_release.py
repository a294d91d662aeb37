"""Writes a release: a folder with report, values and proofs that a stranger can check; who wrote it signs first, another person second."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from kashf.domain.entries.heads import chain_leaf, states_of
from kashf.domain.entries.persons import find_person
from kashf.domain.ids import EntryId, Json, canonical_json, is_digest
from kashf.domain.ledger import Entry, EntryKind, merkle_root
from kashf.domain.publication.release_entries import ReleaseEntry, signed_body
from kashf.errors import NotAllowedError, UnclearedCardError, UsageError
from kashf.publish.release.check_release import PROOFS, REPORT, VALUES
from kashf.publish.release.inclusion import commitment, inclusion
from kashf.publish.release.release_bag import SIGNATURES, TAG_MANIFEST, bagged, signed_bytes
from kashf.publish.report.report_page import ReportWords
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.persons import persons
from kashf.services.ledger.record import record_entry
from kashf.services.ledger.word_blobs import keep_words, new_salt
from kashf.services.publication.check_folder import release_pages
from kashf.services.publication.gather_report import GatheredReport, gather_report
from kashf.services.publication.leave import leave
from kashf.services.publication.source_check import found_in_release, rare_papers

#: Places at which something was found that are told one by one.
_TOLD = 10


@dataclass(frozen=True, slots=True)
class ReleaseAsked:
    """What somebody asks to be released.

    Args:
        cards: Beginnings of the ids of cards; () for all that are cleared.
        second: Name of the person who is to sign beside who writes it.
        protected: Strings that must not leave; None for none.
        rare_too: Why it may cite papers that came with one delivery alone; "" where nobody signs for that.
    """

    cards: Sequence[str]
    second: str
    protected: Sequence[str] | None = None
    rare_too: str = ""


def write_release(case: WritableCase, asked: ReleaseAsked, languages: Sequence[ReportWords]) -> tuple[dict[str, bytes], GatheredReport]:
    """Return the files of a release, by path, with the first signature; what left is written down before anything leaves.

    Raises:
        UnclearedCardError, NotFoundError, UsageError: As for `gather_report`, or it holds what must not leave, or what is rare.
        NotAllowedError: Nobody is at work who can sign, or the second person is the same, or has no key.
    """
    gathered = gather_report(case.reading, cards=asked.cards)
    told = gathered.report.as_json()
    signers = _signers(case, asked.second)
    _check_leaving(case.reading, told, gathered, asked)
    salts = {number: new_salt() for number in sorted(gathered.papers)}
    leaves = [commitment(salts[number], gathered.papers[number]) for number in sorted(salts)]
    report, values = _line(told), _line(gathered.report.values)
    kept: dict[str, Json] = {str(number): [salt, gathered.papers[number]] for number, salt in salts.items()}
    pages = release_pages(told, languages)
    leave({**pages, REPORT: report, VALUES: values}, asked.protected)
    with case.store.unit() as uow:
        words = keep_words(case, canonical_json({"papers": kept, "rare_too": asked.rare_too, "salt": new_salt()}))
        left = ReleaseEntry(
            words=words,
            report=hashlib.sha256(report).hexdigest(),
            values=hashlib.sha256(values).hexdigest(),
            commitments=merkle_root(leaves).hex(),
            findings=gathered.cards,
            head=gathered.report.method.head,
            signers=signers,
        )
        entry = record_entry(case, uow, EntryKind.RELEASED, left.body())
        uow.commit()
    papers = [
        {"paper": number, "commitment": leaf.hex(), **_told(inclusion(leaves, at))}
        for at, (number, leaf) in enumerate(zip(sorted(salts), leaves, strict=True))
    ]
    proofs = {**_proofs(case.reading, entry), "papers": papers, "signers": [{"name": name, "key": key} for name, key in signers]}
    files = bagged({**pages, REPORT: report, VALUES: values, PROOFS: _line(proofs)})
    return files | sign_release(case, files, entry.id), gathered


def sign_release(case: WritableCase, files: Mapping[str, bytes], release: EntryId) -> dict[str, bytes]:
    """Return the signature of who is at work under a release, as a file by its path, and write down that they signed.

    Raises:
        NotAllowedError: Nobody is at work who can sign.
    """
    if case.person_signer is None or not case.person:
        raise NotAllowedError("a release is signed by a person of the case with a key: --as NAME", code="release-no-key")
    name = next(each.name for each in persons(case.reading) if each.id == case.person)
    key = case.person_signer.key
    signature = case.person_signer.sign(signed_bytes(files[TAG_MANIFEST], name))
    with case.store.unit() as uow:
        manifest = hashlib.sha256(files[TAG_MANIFEST]).hexdigest()
        record_entry(case, uow, EntryKind.RELEASE_SIGNED, signed_body(release, manifest, key))
        uow.commit()
    return {signature_path(key): signature.encode() + b"\n"}


def signature_path(key: str) -> str:
    """Return where in a release the signature of a key lies."""
    return f"{SIGNATURES}{key[:32]}.json"


def release_entry(case: OpenCase, proofs: Mapping[str, Any], key: str) -> EntryId:
    """Return the entry of a release that this case wrote, which somebody with a key is to sign.

    Raises:
        NotAllowedError: This case did not write it, or somebody else is to sign.
    """
    id = str(proofs.get("id", ""))
    entry = next((entry for entry, known in case.view.entries(kinds=(EntryKind.RELEASED,)) if is_digest(id) and known == id), None)
    if entry is None:
        raise NotAllowedError("this case wrote no such release", code="release-of-another-case")
    signers = entry.body["signers"]
    if not isinstance(signers, Sequence) or all(not isinstance(each, Mapping) or each.get("key") != key for each in signers):
        raise NotAllowedError("somebody else is to sign this release", code="release-other-signer")
    return EntryId(id)


def _signers(case: WritableCase, second: str) -> list[tuple[str, str]]:
    known = persons(case.reading)
    own = next((each for each in known if each.id == case.person), None)
    other = find_person(known, second)
    if own is None or case.person_signer is None or not own.key:
        raise NotAllowedError("a release is signed by a person of the case with a key: --as NAME", code="release-no-key")
    if other is None or not other.key or other.id == own.id:
        raise NotAllowedError(
            "--signed-by names another person of the case who has a key: two sign a release; kashf persons CASE lists them",
            code="release-second-person",
        )
    return [(own.name, own.key), (other.name, other.key)]


def _check_leaving(case: OpenCase, told: Mapping[str, Any], gathered: GatheredReport, asked: ReleaseAsked) -> None:
    found = found_in_release(case, told, gathered.papers.values(), asked.protected)
    if found:
        places = "; ".join(f"{each.where} ({each.what} {each.number})" for each in found[:_TOLD])
        raise UnclearedCardError(
            f"nothing was released: {places}{' and more' if len(found) > _TOLD else ''}. Word the card anew, or take that evidence off it",
            code="release-holds-protected",
        )
    rare = rare_papers(case, gathered.papers)
    if rare and not any(map(str.isalnum, asked.rare_too)):
        raise UsageError(
            f"paper {', '.join(map(str, rare))} came with one delivery alone: whoever knows who had it knows the source. "
            "--rare-too WHY signs for it",
            code="release-rare",
        )


def _proofs(case: OpenCase, entry: Entry) -> dict[str, Any]:
    ids = case.view.entry_ids()
    states = states_of(ids)
    heads = [chain_leaf(each.chain, each.length, bytes.fromhex(each.root)) for each in states]
    at = next(at for at, each in enumerate(states) if each.chain == entry.chain)
    return {
        "id": entry.id,
        "entry": json.loads(entry.canonical()),
        "chain": _told(inclusion([*map(bytes.fromhex, ids[entry.chain])], entry.seq)),
        "head": {**_told(inclusion(heads, at)), "root": merkle_root(heads).hex()},
    }


def _told(proof: Any) -> dict[str, Any]:
    told = asdict(proof)
    return {**told, "path": list(told["path"])}


def _line(value: Any) -> bytes:
    return canonical_json(value) + b"\n"

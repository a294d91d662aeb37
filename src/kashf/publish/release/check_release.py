"""Checks a release from its files alone: hashes, signatures, proofs, figures, and that its pages are what its report makes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kashf.domain.entries.heads import chain_leaf
from kashf.domain.ids import canonical_json, is_digest
from kashf.domain.ledger import EntryKind, parse_entry
from kashf.errors import KashfError
from kashf.publish.release.inclusion import Inclusion, root_by
from kashf.publish.release.release_bag import SIGNATURES, TAG_MANIFEST, bag_faults, payload_of, signed_bytes
from kashf.publish.report.number_binding import bind_numbers
from kashf.publish.report.recomputed import recomputed

#: Checks an Ed25519 signature: key, signature, message.
Holds = Callable[[str, str, bytes], bool]
#: Makes the pages of a report, by path.
MakesPages = Callable[[Mapping[str, Any]], Mapping[str, bytes]]

REPORT: Final = "report.json"
VALUES: Final = "values.json"
PROOFS: Final = "proofs.json"


@dataclass(frozen=True, slots=True)
class ReleaseFault:
    """One thing that is not as it was released.

    Args:
        what: "manifest", "file", "signature", "signer", "proof", "value", "number", "page" or "version".
        where: The file, the finding or the value.
        told: What is wrong with it, in words.
    """

    what: str
    where: str
    told: str


@dataclass(frozen=True, slots=True)
class CheckedRelease:
    """What the check of a release came to.

    Args:
        faults: What is wrong; () for nothing.
        findings: How many sentences it has.
        values: How many values were worked out again.
        numbers: How many numbers of sentences were held against what they are bound to.
        proofs: How many cited papers are proved to have been committed to.
        head: Head of the ledger that these proofs lead to.
        signed: Who signed, with the key of each.
        missing: Who is to sign and has not.
    """

    faults: tuple[ReleaseFault, ...]
    findings: int = 0
    values: int = 0
    numbers: int = 0
    proofs: int = 0
    head: str = ""
    signed: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()


def check_release(untrusted_files: Mapping[str, bytes], holds: Holds, pages: MakesPages) -> CheckedRelease:
    """Check a release. What hashes and signatures tell comes first; figures are worked out only where these hold.

    Args:
        untrusted_files: Every file of the folder, by its path.
        holds: Checks a signature.
        pages: Makes pages of a report.
    """
    faults = [
        ReleaseFault("manifest", path, "it is not what the manifest says, or does not belong there") for path in bag_faults(untrusted_files)
    ]
    if faults:
        return CheckedRelease(tuple(faults))
    payload = payload_of(untrusted_files)
    try:
        report, values, proofs = (_read(payload, name) for name in (REPORT, VALUES, PROOFS))
        signers = [(str(each["name"]), str(each["key"])) for each in proofs["signers"]]
        signed = tuple(_signed(untrusted_files, holds, signers, faults))
        faults += _page_faults(payload, pages(report))
        faults += _proof_faults(payload, proofs, report)
        faults += _value_faults(report, values)
        faults += _number_faults(report)
        numbers = sum(len(each["numbers"]) for each in report["findings"])
        missing = tuple(name for name, key in signers if (name, key) not in signed)
        head, findings = str(proofs["head"]["root"]), len(report["findings"])
        return CheckedRelease(tuple(faults), findings, len(values), numbers, len(proofs["papers"]), head, signed, missing)
    except (KashfError, KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError) as error:
        told = str(error) if isinstance(error, KashfError) else "it is not whole"
        return CheckedRelease((*faults, ReleaseFault("file", f"data/{REPORT}", told)))


def _read(payload: Mapping[str, bytes], name: str) -> dict[str, Any]:
    told = json.loads(payload[name])
    if not isinstance(told, dict) or canonical_json(told) + b"\n" != payload[name]:
        raise ValueError("not written by kashf")
    return told


def _signed(
    files: Mapping[str, bytes], holds: Holds, signers: Sequence[tuple[str, str]], faults: list[ReleaseFault]
) -> Iterator[tuple[str, str]]:
    """Yield who signed; every file among the signatures has to be one that holds, of somebody who is to sign."""
    expected = {f"{SIGNATURES}{key[:32]}.json": (name, key) for name, key in signers}
    for path in sorted(each for each in files if each.startswith(SIGNATURES)):
        who = expected.get(path)
        if who is None:
            faults.append(ReleaseFault("signer", path, "nobody who is to sign signs so"))
            continue
        name, key = who
        signature = files[path].decode("ascii", errors="replace").removesuffix("\n")
        if files[path] == signature.encode() + b"\n" and holds(key, signature, signed_bytes(files[TAG_MANIFEST], name)):
            yield who
        else:
            faults.append(ReleaseFault("signature", path, "the signature does not hold for this release"))


def _page_faults(payload: Mapping[str, bytes], made: Mapping[str, bytes]) -> Iterator[ReleaseFault]:
    known = {*made, REPORT, VALUES, PROOFS}
    for path in sorted(payload.keys() - known):
        yield ReleaseFault("file", f"data/{path}", "a release holds no such file")
    for path, content in made.items():
        if payload.get(path) != content:
            yield ReleaseFault("page", f"data/{path}", "it is not the page that report.json makes")


def _proof_faults(payload: Mapping[str, bytes], proofs: Mapping[str, Any], report: Mapping[str, Any]) -> Iterator[ReleaseFault]:
    entry = parse_entry(canonical_json(proofs["entry"]))
    body = entry.body
    if entry.kind != EntryKind.RELEASED or proofs["id"] != entry.id:
        yield ReleaseFault("proof", "the entry", "it is not the entry of a release")
    for name, key in ((REPORT, "report"), (VALUES, "values")):
        if body.get(key) != hashlib.sha256(payload[name]).hexdigest():
            yield ReleaseFault("proof", f"data/{name}", "the entry of the release has another hash for it")
    if [{"name": str(each["name"]), "key": str(each["key"])} for each in proofs["signers"]] != list(_dicts(body.get("signers"))):
        yield ReleaseFault("proof", "the signers", "the entry of the release names others")
    chain, head = _inclusion(proofs["chain"]), _inclusion(proofs["head"])
    root = root_by(bytes.fromhex(entry.id), chain)
    if entry.seq != chain.index or root is None:
        yield ReleaseFault("proof", "the chain", "the entry is not proved to be in its chain")
    elif (found := root_by(chain_leaf(entry.chain, chain.size, root), head)) is None or found.hex() != proofs["head"]["root"]:
        yield ReleaseFault("proof", "the head", "the chain is not proved to be under the head")
    numbers = sorted({each["paper"] for finding in report["findings"] for each in finding["cited"]})
    if [each["paper"] for each in proofs["papers"]] != numbers or report["papers"] != len(numbers):
        yield ReleaseFault("proof", "the papers", "the proofs are not of the papers that are cited")
    for each in proofs["papers"]:
        found = root_by(bytes.fromhex(each["commitment"]), _inclusion(each))
        if found is None or found.hex() != body.get("commitments"):
            yield ReleaseFault("proof", f"paper {each['paper']}", "the entry of the release does not commit to it")


def _dicts(value: Any) -> Iterator[dict[str, str]]:
    for each in value:
        yield {"name": str(each["name"]), "key": str(each["key"])}


def _inclusion(told: Mapping[str, Any]) -> Inclusion:
    path = tuple(map(str, told["path"]))
    if not all(map(is_digest, path)):
        raise ValueError("no proof")
    return Inclusion(int(told["index"]), int(told["size"]), path)


def _value_faults(report: Mapping[str, Any], values: Mapping[str, Any]) -> Iterator[ReleaseFault]:
    named = [name for finding in report["findings"] for name in finding["values"]]
    if sorted(named) != sorted(values):
        yield ReleaseFault("value", "the list of values", "the findings name others")
    for name, value in values.items():
        if recomputed(value) != value["result"]:
            yield ReleaseFault("value", name, "worked out again it comes to something else")
    for finding in report["findings"]:
        for name in finding["values"]:
            result, kind = values.get(name, {}).get("result", {}), str(name).partition(".")[2]
            told = {key: finding[key] for key in (("reports", "roads") if kind == "roads" else ("leader", "lead", "low", "high", "likely"))}
            if told != result:
                yield ReleaseFault("value", name, f"finding {finding['number']} tells another value")


def _number_faults(report: Mapping[str, Any]) -> Iterator[ReleaseFault]:
    for finding in report["findings"]:
        grounds = [(each["label"], "quoted", each["text"]) for each in finding["cited"]]
        grounds += [(each["label"], "said", each["text"]) for each in finding["said"]]
        bound, unbound = bind_numbers(finding["sentence"], grounds, lead=finding["lead"])
        told = [(each["start"], each["end"], each["words"], each["bound"], each["label"]) for each in finding["numbers"]]
        if unbound or told != [(each.start, each.end, each.words, each.bound, each.label) for each in bound]:
            yield ReleaseFault("number", f"finding {finding['number']}", "its numbers are not bound to what it cites")
        if not finding["cited"]:
            yield ReleaseFault("number", f"finding {finding['number']}", "it cites no paper")
